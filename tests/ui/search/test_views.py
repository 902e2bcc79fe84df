"""Saved views stand in the sidebar with their counts; notes and tags are written in the detail."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from garfio.engine.views import SavedView
from garfio.ui.capture_table.column import Column
from garfio.ui.search.view_dialog import ViewDialog
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request


def counts_of(user: Drive) -> dict[str, int | None]:
    """The sidebar's rows with their counts."""
    model = user.window.sidebar._model
    return {place.name: place.count for place in map(model.place, range(model.rowCount()))}


async def test_a_search_becomes_a_view(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A query was saved under a name; its row counts what matches, also what arrives later."""
    workspace.receive(make_request(target="/shop"))
    workspace.receive(make_request(target="/other"))
    user = await open_window(workspace)
    await user.search("path:/shop")
    user.window.actions_.run("search.save_view")
    dialog = await user.dialog(ViewDialog)
    assert dialog.query.text() == "path:/shop"
    dialog.name.setText("Orders")
    dialog.accept()
    await wait_until(lambda: counts_of(user).get("Orders") == 1)
    workspace.receive(make_request(target="/shop"))
    await wait_until(lambda: counts_of(user)["Orders"] == 2)
    await user.settled()


async def test_a_view_is_changed_and_removed(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A view got another query and was then removed, after a question."""
    await workspace.views.save("Orders", "path:/shop")
    user = await open_window(workspace)
    menu = user.window.sidebar.menu(SavedView("Orders", "path:/shop"))
    change, remove = menu.actions()
    change.trigger()
    dialog = await user.dialog(ViewDialog)
    dialog.query.setText("path:/other")
    dialog.accept()
    await wait_until(lambda: user.window.sidebar._model.row_of("path:/other") > 0)
    remove.trigger()
    box = await user.dialog(QMessageBox)
    next(button for button in box.buttons() if button.text() == "Remove").click()
    await wait_until(lambda: "Orders" not in counts_of(user))
    await user.settled()


async def test_a_wrong_query_cannot_be_saved(workspace: MemoryWorkspace, open_window: Open) -> None:
    """The dialog says what is wrong and cannot be accepted."""
    user = await open_window(workspace)
    dialog = ViewDialog("Orders", "pth:/shop", user.window)
    save = dialog._buttons.button(dialog._buttons.StandardButton.Save)
    assert not save.isEnabled()
    assert dialog._wrong.text()
    dialog.query.setText("path:/shop")
    assert save.isEnabled()
    dialog.deleteLater()


async def test_notes_and_tags(workspace: MemoryWorkspace, open_window: Open, qtbot: QtBot) -> None:
    """A note and tags were written in the detail; the list's column has them, Esc takes typing back."""
    workspace.receive()
    user = await open_window(workspace)
    await user.choose(1)
    row = user.window.inspector.annotations
    assert row.isHidden()
    await user.run("capture.note")
    assert not row.isHidden()
    row.note.setText("call them")
    row.tags.setText("checkout  urgent checkout")
    qtbot.keyClick(row.tags, Qt.Key.Key_Return)
    await user.settled()
    await wait_until(lambda: user.cell(0, Column.NOTE) == "#checkout #urgent  call them")
    row.note.setText("other")
    qtbot.keyClick(row.note, Qt.Key.Key_Escape)
    assert row.note.text() == "call them"
    await user.settled()
