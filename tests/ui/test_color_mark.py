"""Colours as marks: chosen with a key, shown in the list in both themes, found again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from garfio.core.capture import COLORS
from garfio.ui.capture_table.row_painter import RowPainter, RowState
from garfio.ui.color_mark import color_ink, color_name
from garfio.ui.look import Look
from garfio.ui.theme import ThemeSwitch
from tests.ui.conftest import Open
from tests.ui.drive import wait_until
from tests.ui.memory_workspace import MemoryWorkspace
from tests.ui.summaries import make_summary


async def test_a_colour_is_chosen_from_the_menu(open_window: Open) -> None:
    """Two webhooks were selected and the key was pressed; both are red, and the list says so."""
    user = await open_window(MemoryWorkspace(3))
    user.window.table.view.selectAll()
    user.window.actions_["capture.color"].trigger()
    await wait_until(lambda: [menu for menu in user.window.findChildren(QMenu) if menu.isVisible()])
    menu = next(menu for menu in user.window.findChildren(QMenu) if menu.isVisible())
    names = [action.text().replace("&", "") for action in menu.actions()]
    assert names == ["Red", "Orange", "Green", "Blue", "Purple", "None"]
    menu.setActiveAction(menu.actions()[0])
    QTest.keyClick(menu, Qt.Key.Key_Return)
    await user.settled()
    model = user.window.table.model
    assert [model.summary_at(row).color for row in range(3)] == ["red"] * 3
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", Red")


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("color", COLORS)
def test_the_list_shows_it(qapp: QApplication, mode: str, color: str) -> None:
    """A strip of the colour stands at the left of the row; without a mark there is none."""
    look = Look(ThemeSwitch(qapp, mode))
    painter = RowPainter(look)
    painter.set_slots((), 60)
    marked = painter.picture(make_summary(1, color=color), RowState(), 1.0).toImage()
    plain = painter.picture(make_summary(1), RowState(), 1.0).toImage()
    middle = marked.height() // 2
    assert marked.pixelColor(6, middle) == look.colour(color_ink(color))
    assert plain.pixelColor(6, middle) == look.colour("surface")


def test_names() -> None:
    """Every colour has a name; none has none."""
    assert all(color_name(color).lower() == color for color in COLORS)
    assert color_name("") == ""
