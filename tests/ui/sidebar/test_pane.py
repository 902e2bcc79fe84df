"""The sidebar: what webhooks are grouped by, sections that close, rules."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from garfio.core.rule import Rule
from garfio.engine.workspace import Counts
from garfio.ui.look import Look
from garfio.ui.sidebar.pane import Sidebar
from garfio.ui.window_state import WindowState
from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace, make_request


def names(sidebar: Sidebar) -> list[str]:
    model = sidebar.places.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


@pytest.fixture
def sidebar(qtbot: QtBot, look: Look) -> Sidebar:
    """With two paths."""
    pane = Sidebar(look)
    qtbot.addWidget(pane)
    pane.resize(220, 700)
    pane.set_counts(Counts(5, 0, 0, 0, (("/a", 3), ("/b", 2))))
    pane.show()
    return pane


def test_a_heading_opens_and_closes(qtbot: QtBot, sidebar: Sidebar) -> None:
    """It was clicked, then opened with the keyboard; its rows went and came, and it says so."""
    model = sidebar.places.model()
    assert names(sidebar)[:4] == ["All webhooks", "Endpoints", "/a", "/b"]
    place = sidebar.places.visualRect(model.index(1, 0)).center()
    qtbot.mouseClick(sidebar.places.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(sidebar)[:3] == ["All webhooks", "Endpoints", "Views"]
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Endpoints, closed"
    sidebar.places.setCurrentIndex(model.index(1, 0))
    qtbot.keyClick(sidebar.places, Qt.Key.Key_Return)
    assert names(sidebar)[:4] == ["All webhooks", "Endpoints", "/a", "/b"]
    assert sidebar.collapsed == frozenset()


def test_rules_that_are_on(sidebar: Sidebar) -> None:
    """One rule was on and one off; the first stands there, and is its query."""
    sidebar.set_rules([Rule("Mention", "event:app_mention", enabled=True), Rule("Off", "x")])
    shown = names(sidebar)
    assert shown[-2:] == ["Rules", "Mention"]
    chosen: list[str] = []
    sidebar.query_chosen.connect(chosen.append)
    sidebar.places.clicked.emit(sidebar.places.model().index(len(shown) - 1, 0))
    assert chosen == ["event:app_mention"]


async def test_groups_with_live_counts(workspace: MemoryWorkspace, open_window: Open, tmp_path: Path) -> None:
    """Webhooks of two providers were there; grouped by provider they are counted, a row lists its own, and the choice
    is remembered."""
    for provider in ("stripe", "stripe", "github"):
        workspace.receive(make_request(), provider=provider)
    state = WindowState(tmp_path / "x.db")
    user = await open_window(workspace, state)
    sidebar = user.window.sidebar
    sidebar.grouping.choose("provider")
    await user.settled()
    model = sidebar.places.model()
    assert names(sidebar)[1:4] == ["Providers", "Stripe", "GitHub"]
    assert model.index(2, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Stripe, 2"
    sidebar.places.clicked.emit(model.index(3, 0))
    await user.settled()
    assert user.window.address.search.text() == "provider=github"
    user.window._save()
    assert state.texts("group") == ["provider"]


async def test_the_choice_has_an_action(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The menu of groupings was opened with its key; what is in force is marked."""
    user = await open_window(workspace)
    menu = user.window.sidebar.grouping.menu(user.window.sidebar)
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("By endpoint", True),
        ("By provider", False),
        ("By event type", False),
        ("By delivery", False),
    ]
    menu.actions()[3].trigger()
    assert user.window.sidebar.grouping.title == "Deliveries tried again"
    menu.deleteLater()
    await user.settled()
