"""Stories of resending at the real window over a workspace in memory."""

from __future__ import annotations

import asyncio

import pytest
from PySide6.QtWidgets import QMenu, QMessageBox

from garfio.core.attempt import Failure
from garfio.core.sequence import Pace
from garfio.core.target import Target
from garfio.ui.resend.address_dialog import AddressDialog
from garfio.ui.resend.edit_dialog import EditDialog
from garfio.ui.resend.grid_dialog import GridDialog
from garfio.ui.resend.order_dialog import OrderDialog
from garfio.ui.resend.several_dialog import SeveralDialog
from garfio.ui.targets.watch import Places
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.memory_resends import answer
from tests.ui.memory_workspace import MemoryWorkspace, make_request

STAGING = Target("staging", "http://127.0.0.1:3000/hook")
LOCAL = Target("local", "http://localhost:4000")


@pytest.fixture
async def user(workspace: MemoryWorkspace, open_window: Open) -> Drive:
    """Three webhooks and two targets; the second webhook is chosen."""
    for number in range(3):
        workspace.receive(make_request(b'{"n":%d}' % number, target=f"/p{number}"))
    await workspace.add_target(STAGING)
    await workspace.add_target(LOCAL)
    user = await open_window(workspace)
    await user.choose(2)
    return user


async def test_one_key_sends_to_the_last_target(user: Drive, workspace: MemoryWorkspace) -> None:
    """R sends to the first target at first, then to the one that was used; the button says which."""
    button = user.window.inspector.title.resend
    assert button.text() == "Resend to staging"
    await user.run("capture.resend")
    assert [outgoing.url for outgoing in workspace.sent] == ["http://127.0.0.1:3000/hook"]
    assert user.window.status._said.text() == "✓ staging answered 200 OK in 12 ms"
    user.window.inspector.title.target_chosen.emit("local")
    await user.settled()
    assert button.text() == "Resend to local"
    await user.run("capture.resend")
    assert [outgoing.url for outgoing in workspace.sent[1:]] == ["http://localhost:4000/p1"] * 2


async def test_the_menu_offers_targets(user: Drive, workspace: MemoryWorkspace) -> None:
    """Shift+R opens the menu: the targets, then what else can be done; choosing one sends."""
    await user.run("capture.resend_to")
    menu = next(menu for menu in user.window.findChildren(QMenu) if menu.isVisible())
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:3] == ["staging", "local", "Other address…"]
    menu.actions()[1].trigger()
    menu.close()
    await user.settled()
    assert workspace.sent[0].url == "http://localhost:4000/p1"


async def test_a_failure_is_told_in_words(user: Drive, workspace: MemoryWorkspace) -> None:
    """Nothing listens there: the bar says so, and leads to the attempt."""
    workspace.answers = lambda _: Failure("refused")
    await user.run("capture.resend")
    message = user.window.bars.message("resent")
    assert message.headline == "staging did not answer"
    assert message.text == "Nothing listens there: the connection was refused."
    message.run()
    assert user.window.inspector.tab == "attempts"


async def test_our_own_listener_is_refused(user: Drive, workspace: MemoryWorkspace) -> None:
    """A loop is said to be one."""
    workspace.answers = lambda _: Failure("loop")
    await user.run("capture.resend")
    assert "own listener" in user.window.bars.message("resent").text


async def test_another_host_is_asked_about_once(user: Drive, workspace: MemoryWorkspace) -> None:
    """The question names count, method and host; no sends nothing, yes sends, and it is not asked again."""
    await workspace.add_target(Target("vpn", "https://10.0.0.7/in"))
    title = user.window.inspector.title
    for reply in (1, 0):
        title.target_chosen.emit("vpn")
        box = await user.dialog(QMessageBox)
        assert box.text() == "Send to 10.0.0.7?"
        assert "1 POST request would be sent to https://10.0.0.7/in" in box.informativeText()
        box.buttons()[reply].click()
        await user.settled()
        assert len(workspace.sent) == 1 - reply
    title.target_chosen.emit("vpn")
    await user.settled()
    assert len(workspace.sent) == 2


async def test_several_selected_go_oldest_first(user: Drive, workspace: MemoryWorkspace) -> None:
    """All selected ones are sent in the order in which they came, and counted at the end."""
    user.window.table.view.selectAll()
    workspace.answers = lambda outgoing: answer(500 if b"1" in outgoing.request.body else 200)
    await user.run("capture.resend")
    assert [outgoing.request.body for outgoing in workspace.sent] == [b'{"n":0}', b'{"n":1}', b'{"n":2}']
    message = user.window.bars.message("resent")
    assert message.headline == "3 of 3 sent to staging"
    assert message.text == "2 answered as expected · 1 failed"


async def test_cancel(user: Drive, workspace: MemoryWorkspace) -> None:
    """A run that is cancelled sends no more; the action is there only meanwhile."""
    user.window.table.view.selectAll()
    workspace.gate = asyncio.Semaphore(1)
    cancel = user.window.actions_["resend.cancel"]
    assert not cancel.isEnabled()
    user.window.actions_.run("capture.resend")
    await wait_until(lambda: len(workspace.sent) == 1)
    assert cancel.isEnabled()
    cancel.trigger()
    workspace.gate.release()
    await user.settled()
    assert user.window.bars.message("resent").text.endswith("cancelled")
    assert not cancel.isEnabled()


async def test_very_many_are_asked_about(user: Drive, workspace: MemoryWorkspace) -> None:
    """More than fifty are not sent by a slip of the hand."""
    for _ in range(60):
        workspace.receive()
    await wait_until(lambda: len(user.rows()) == 63)
    user.window.table.view.selectAll()
    user.window.actions_.run("capture.resend")
    box = await user.dialog(QMessageBox)
    assert box.text() == "Send 63 webhooks to staging?"
    box.buttons()[1].click()
    await user.settled()
    assert not workspace.sent


async def test_another_address(user: Drive, workspace: MemoryWorkspace) -> None:
    """A URL that is none is refused in the dialog; with a name it becomes a target, and the last one."""
    user.window.actions_.run("capture.resend_other")
    dialog = await user.dialog(AddressDialog)
    dialog.url.setText("http://")
    dialog._on_accepted()
    await wait_until(dialog.error_shown)
    dialog.url.setText("localhost:5000")
    dialog.name.setText("mine")
    dialog._on_accepted()
    await user.settled()
    assert workspace.sent[0].url == "http://localhost:5000/p1"
    assert user.window.inspector.title.resend.text() == "Resend to mine"
    assert user.window.sidebar._model.rowCount() > 0


async def test_in_order(user: Drive, workspace: MemoryWorkspace) -> None:
    """The dialog's pace reaches the engine."""
    user.window.table.view.selectAll()
    user.window.actions_.run("capture.resend_order")
    dialog = await user.dialog(OrderDialog)
    dialog.pace_kind.setCurrentIndex(2)
    dialog.figure.setValue(4.0)
    dialog.copies.setValue(2)
    dialog.stop.setChecked(True)
    dialog._on_accepted()
    await user.settled()
    assert workspace.paces == [Pace(speed=4.0, longest_gap_s=60.0, copies=2, stop_on_failure=True)]


async def test_the_order_button_counts_what_is_sent(user: Drive) -> None:
    """Copies are counted; where chance leaves some out, the number is an estimate and says so."""
    dialog = OrderDialog(Places(), 6, user.window)
    assert dialog.send_text() == "Send 6 in order"
    dialog.copies.setValue(10)
    assert dialog.send_text() == "Send 60 in order"
    dialog.dropped.setValue(50)
    assert dialog.send_text() == "Send about 30 in order"
    dialog.deleteLater()


async def test_a_stop_at_the_first_failure_is_said(user: Drive, workspace: MemoryWorkspace) -> None:
    """The bar says why not all were sent, and how many were not."""
    workspace.answers = lambda _outgoing: answer(500)
    user.window.table.view.selectAll()
    user.window.actions_.run("capture.resend_order")
    dialog = await user.dialog(OrderDialog)
    dialog.stop.setChecked(True)
    dialog._on_accepted()
    await user.settled()
    assert len(workspace.sent) == 1
    message = user.window.bars.message("resent")
    assert message.text.endswith("1 failed · stopped at the first failure, 2 not sent")


async def test_side_by_side(user: Drive, workspace: MemoryWorkspace) -> None:
    """Two targets: what the second answers otherwise is marked, and each has its result."""
    workspace.answers = lambda outgoing: (
        answer(200, b'{"ok":true,"id":1}')
        if outgoing.address.port == 3000
        else answer(422, b'{"ok":false,"id":1}')
    )
    user.window.actions_.run("capture.resend_several")
    chooser = await user.dialog(SeveralDialog)
    chooser._on_accepted()
    grid = await user.dialog(GridDialog)
    await wait_until(lambda: not grid.is_busy and not len(user.tasks))
    assert grid.model.index(0, 1).data() == "✓ 200 · 12 ms"
    assert grid.model.index(0, 2).data() == "✕ 422 · 12 ms"
    assert grid.columns[0].marked_lines() == []
    assert grid.columns[1].marked_lines() == [1]
    assert grid.words() == "1 of 2 answered as expected"
    grid.close()


async def test_several_needs_two(user: Drive, workspace: MemoryWorkspace) -> None:
    """One place is not several."""
    user.window.actions_.run("capture.resend_several")
    chooser = await user.dialog(SeveralDialog)
    chooser.list.item(0).setCheckState(chooser.list.item(0).checkState().Unchecked)
    chooser._on_accepted()
    assert "two to 6" in chooser.error_shown()
    chooser.reject()
    await user.settled()


async def edit_dialog(user: Drive) -> EditDialog:
    user.window.actions_.run("capture.edit_resend")
    dialog = await user.dialog(EditDialog)
    await wait_until(dialog.differences)
    return dialog


async def test_edit_and_resend(user: Drive, workspace: MemoryWorkspace) -> None:
    """What was edited is sent, the answer stands beside it, the capture is as it was."""
    dialog = await edit_dialog(user)
    assert dialog.differences() == "Differs in: path, Host"
    dialog.editor.method.setCurrentText("PUT")
    dialog.editor.body.text.setPlainText('{"n":2}')
    dialog.editor.headers.model.setData(dialog.editor.headers.model.index(3, 0), "X-Added")
    dialog.send.click()
    await wait_until(lambda: not dialog.is_busy)
    sent = workspace.sent[0].request
    assert sent.method == "PUT"
    assert sent.body == b'{"n":2}'
    assert "x-added" in sent.headers
    assert dialog.answer.headline() == "✓ staging answered 200 OK in 12 ms"
    assert dialog.answer.body.view.text.split() == ["{", '"ok":', "true", "}"]
    assert (await workspace.capture(2)).request.method == "POST"
    assert user.window.inspector.attempts.count == 1
    dialog.close()
    await user.settled()


async def test_an_unedited_body_keeps_its_bytes(user: Drive, workspace: MemoryWorkspace) -> None:
    """Opening and sending changes nothing of the body."""
    dialog = await edit_dialog(user)
    dialog.send.click()
    await wait_until(lambda: not dialog.is_busy)
    assert workspace.sent[0].request.body == b'{"n":1}'
    dialog.close()
    await user.settled()


async def test_json_that_is_none_is_said(user: Drive, workspace: MemoryWorkspace) -> None:
    """The place is named at once; it can be sent all the same, with a warning."""
    dialog = await edit_dialog(user)
    dialog.editor.body.text.setPlainText('{"n":1,\n"m" 2}')
    dialog.editor.body.check()
    assert dialog.editor.body.state() == "✕ Not valid JSON at line 2, column 5: a colon is missing"
    await wait_until(lambda: "⚠ Declared as JSON" in dialog.differences())
    dialog.close()
    await user.settled()


async def test_a_bad_header_is_refused(user: Drive, workspace: MemoryWorkspace) -> None:
    """Nothing is sent, and the reason is there before Send is pressed."""
    dialog = await edit_dialog(user)
    dialog.editor.headers.model.setData(dialog.editor.headers.model.index(3, 0), "X Bad")
    await wait_until(dialog.error_shown)
    assert "X Bad" in dialog.error_shown()
    dialog.send.click()
    await wait_until(lambda: not dialog.is_busy)
    assert not workspace.sent
    dialog.close()
    await user.settled()


async def test_the_signature(workspace: MemoryWorkspace, open_window: Open) -> None:
    """A kept signature over a changed body is warned of; signing anew needs the secret, and makes another."""
    headers = [("X-Shopify-Topic", "orders/paid"), ("X-Shopify-Hmac-Sha256", "AAAA")]
    workspace.receive(make_request(b'{"n":1}', target="/shopify", headers=headers), provider="shopify")
    await workspace.add_target(STAGING)
    user = await open_window(workspace)
    await user.choose(1)
    dialog = await edit_dialog(user)
    choice = dialog.editor.signature
    dialog.editor.body.text.setPlainText('{"n":2}')
    await wait_until(choice.warning)
    assert "covers what was changed" in choice.warning()
    choice.set_mode("resign")
    await wait_until(lambda: "secret" in dialog.error_shown())
    choice.secret.setText("hush")
    dialog.send.click()
    await wait_until(lambda: not dialog.is_busy and workspace.sent)
    assert workspace.sent[0].request.headers.text("x-shopify-hmac-sha256") not in ("AAAA", None)
    choice.set_mode("remove")
    dialog.send.click()
    await wait_until(lambda: not dialog.is_busy and len(workspace.sent) == 2)
    assert "x-shopify-hmac-sha256" not in workspace.sent[1].request.headers
    dialog.close()
    await user.settled()


async def test_closing_while_it_is_sent(user: Drive, workspace: MemoryWorkspace) -> None:
    """A dialog that is closed cancels what it sends and leaves nothing behind."""
    workspace.gate = asyncio.Semaphore(0)
    dialog = await edit_dialog(user)
    dialog.send.click()
    await wait_until(lambda: dialog._run is not None)
    dialog.close()
    workspace.gate.release()
    await user.settled()
    assert not workspace.sent
