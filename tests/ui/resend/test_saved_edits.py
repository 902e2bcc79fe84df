"""Stories of edits that are kept under a name, at the real window over a workspace in memory."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMessageBox

from garfio.ui.resend.edit_dialog import EditDialog
from garfio.ui.resend.name_dialog import NameDialog
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request


@pytest.fixture
async def user(workspace: MemoryWorkspace, open_window: Open) -> Drive:
    """Two webhooks; the first one is chosen."""
    for number in range(2):
        workspace.receive(make_request(b'{"n":%d}' % number, target=f"/p{number}"))
    user = await open_window(workspace)
    await user.choose(1)
    return user


async def edit(user: Drive) -> EditDialog:
    """The dialog, ready."""
    user.window.actions_.run("capture.edit_resend")
    dialog = await user.dialog(EditDialog)
    await wait_until(lambda: not dialog.is_busy)
    return dialog


async def save(user: Drive, dialog: EditDialog, name: str) -> None:
    """Keep what stands in the editor."""
    dialog.edits.save.click()
    asked = await user.dialog(NameDialog)
    asked.name.setText(name)
    asked.accept()
    await wait_until(lambda: not dialog.edits.is_busy)


def choose(dialog: EditDialog, text: str) -> None:
    """Choose from the menu of edits."""
    menu = dialog.edits.menu()
    next(action for action in menu.actions() if action.text() == text).trigger()
    menu.close()


async def test_an_edit_is_saved_and_chosen_again(user: Drive, workspace: MemoryWorkspace) -> None:
    """An edit was saved; it stands beside its webhook, opens with what was changed, and the original is as it was."""
    original = (await workspace.capture(1)).request
    dialog = await edit(user)
    dialog.editor.method.setCurrentText("PUT")
    dialog.editor.body.text.setPlainText('{"n":99}')
    await save(user, dialog, "ninety-nine")
    assert dialog.edits.chooser.text() == "ninety-nine"
    choose(dialog, "As captured")
    await wait_until(lambda: not dialog.edits.is_busy)
    assert dialog.editor.request().body == original.body
    assert dialog.editor.method.currentText() == "POST"
    dialog.reject()
    strip = user.window.inspector.attempts.edits
    await wait_until(lambda: strip.names == ["ninety-nine"])
    strip.buttons[0].click()
    again = await user.dialog(EditDialog)
    await wait_until(lambda: again.edits.name == "ninety-nine")
    assert again.editor.request().body == b'{"n":99}'
    assert again.editor.changes().method == "PUT"
    assert (await workspace.capture(1)).request == original
    again.reject()


async def test_an_edit_of_another_webhook_can_be_chosen(user: Drive, workspace: MemoryWorkspace) -> None:
    """The webhook of an edit was left; the edit is offered to the next one, and stands beside its own alone."""
    dialog = await edit(user)
    dialog.editor.body.text.setPlainText('{"n":99}')
    await save(user, dialog, "first & last")
    dialog.reject()
    await user.choose(2)
    assert user.window.inspector.attempts.edits.names == []
    dialog = await edit(user)
    menu = dialog.edits.menu()
    texts = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert texts == ["As captured", "Of other webhooks", "first && last"]
    choose(dialog, "first && last")
    await wait_until(lambda: dialog.edits.name == "first & last")
    assert dialog.editor.request().body == b'{"n":99}'
    dialog.reject()


async def test_a_taken_name_is_refused_and_nothing_is_lost(user: Drive, workspace: MemoryWorkspace) -> None:
    """A second edit was given the name of the first; the dialog says so, both texts are there."""
    dialog = await edit(user)
    await save(user, dialog, "a")
    choose(dialog, "As captured")
    await wait_until(lambda: dialog.edits.name == "")
    dialog.editor.body.text.setPlainText("[]")
    await save(user, dialog, "a")
    assert "named a already" in dialog.error_shown()
    assert dialog.editor.request().body == b"[]"
    assert workspace.edits.kept["a"].request.body == b'{"n":0}'
    dialog.reject()


async def test_rename_and_delete(user: Drive, workspace: MemoryWorkspace) -> None:
    """An edit was renamed and then deleted; what stood in the editor still stands there."""
    dialog = await edit(user)
    dialog.editor.body.text.setPlainText("[1]")
    await save(user, dialog, "a")
    choose(dialog, "Rename…")
    asked = await user.dialog(NameDialog)
    asked.name.setText("b")
    asked.accept()
    await wait_until(lambda: list(workspace.edits.kept) == ["b"] and not dialog.edits.is_busy)
    choose(dialog, "Delete…")
    box = await user.dialog(QMessageBox)
    box.buttons()[0].click()
    await wait_until(lambda: not workspace.edits.kept and not dialog.edits.is_busy)
    assert dialog.editor.request().body == b"[1]"
    assert dialog.edits.chooser.text() == "Not saved"
    dialog.reject()
