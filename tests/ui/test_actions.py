"""Tests of the action table: its rules, and that the state alone switches actions."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu

from garfio.ui.action_spec import UiState
from garfio.ui.actions import ACTIONS
from garfio.ui.export.code_actions import CODE_MENU
from garfio.ui.menus import COPY_MENU, MAIN_MENU, ROW_MENU, flat
from garfio.ui.resources import path
from tests.ui.conftest import Open
from tests.ui.memory_workspace import MemoryWorkspace


def test_ids_and_shortcuts_are_unique() -> None:
    """No two actions share an id or a key."""
    keys = [QKeySequence(spec.shortcut).toString() for spec in ACTIONS.values() if spec.shortcut]
    assert len(keys) == len(set(keys))
    assert all("." in action_id for action_id in ACTIONS)


@pytest.mark.parametrize("spec", ACTIONS.values(), ids=lambda spec: spec.id)
def test_every_action_is_whole(spec: object) -> None:
    """Each has a text, a tip, a key (languages share one), an icon that exists, and a place in a menu."""
    assert spec.text
    assert spec.tip
    assert not QKeySequence(spec.shortcut).isEmpty() or spec.id in CODE_MENU
    assert not spec.icon or path(f"icons/{spec.icon}.svg").is_file()
    assert spec.id in {action_id for menu in MAIN_MENU.values() for action_id in flat(menu)}


def test_menus_hold_known_actions_once() -> None:
    """Menus name only actions that exist, none twice."""
    for menu in (COPY_MENU, ROW_MENU, *MAIN_MENU.values()):
        assert set(flat(menu)) <= set(ACTIONS)
        ids = list(flat(menu))
        assert len(ids) == len(set(ids))


async def test_no_line_of_the_row_menu_repeats_another(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The menu was opened; no two lines read the same, and the forms to copy as name the key that opens them."""
    workspace.receive()
    user = await open_window(workspace)
    menu = user.window.actions_.fill(QMenu(user.window), ROW_MENU)
    lines = [action.text().partition("\t")[0].rstrip("…") for action in menu.actions() if action.text()]
    assert len(lines) == len(set(lines))
    (forms,) = (action for action in menu.actions() if action.menu())
    assert forms.text() == f"Copy as\t{ACTIONS['capture.choose_code'].shortcut}"


CASES = [
    ("listener.start", UiState(phase="stopped"), True),
    ("listener.start", UiState(phase="failed"), True),
    ("listener.start", UiState(phase="listening"), False),
    ("listener.stop", UiState(phase="listening"), True),
    ("sample.send", UiState(phase="stopped"), False),
    ("capture.copy_curl", UiState(current=True), True),
    ("capture.copy_curl", UiState(current=True, refused=True), False),
    ("capture.copy_raw", UiState(current=True, refused=True), True),
    ("capture.copy_body", UiState(current=True, has_body=False), False),
    ("capture.delete", UiState(selected=2), True),
    ("capture.delete", UiState(selected=0), False),
    ("list.go_newest", UiState(at_top=True), False),
    ("list.go_newest", UiState(at_top=True, paused=True), True),
    ("edit.undo_delete", UiState(), False),
    ("edit.undo_delete", UiState(can_undo=True), True),
]


@pytest.mark.parametrize(("action_id", "state", "enabled"), CASES)
def test_the_state_decides(action_id: str, state: UiState, enabled: bool) -> None:
    """Whether an action can be used is a function of the state."""
    assert ACTIONS[action_id].enabled_when(state) is enabled


async def test_living_actions_follow_the_window(workspace: MemoryWorkspace, open_window: Open) -> None:
    """Choosing a capture switches its actions on; stopping the listener turns start and stop round."""
    workspace.receive()
    user = await open_window(workspace)
    actions = user.window.actions_
    assert not actions["capture.copy_curl"].isEnabled()
    await user.choose(1)
    assert actions["capture.copy_curl"].isEnabled()
    await user.run("listener.stop")
    assert actions["listener.start"].isEnabled()
    assert not actions["listener.stop"].isEnabled()
