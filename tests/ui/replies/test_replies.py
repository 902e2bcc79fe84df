"""Stories of replies on purpose at the real window over a workspace in memory."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QAbstractSpinBox
from pytestqt.qtbot import QtBot

from garfio.core.endpoint import Endpoint
from garfio.core.scripted_reply import PRESETS, Script, Step, preset
from garfio.ui.look import Look
from garfio.ui.replies.dialog import RepliesDialog
from garfio.ui.replies.form import ReplyForm
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request

WHOLE = Script(
    "",
    (
        Step(503, "Later.\n", headers=(("Retry-After", "30"), ("X-Why", "a: b")), times=3),
        Step(200, '{"id": 1}\nline', "application/json", delay_s=2.5),
        Step(fault="reset", delay_s=1.0),
        Step(200, "slow\n", fault="drip", delay_s=10.0),
    ),
    failure_percent=40,
    failure=Step(502, "Own text.\n", "text/html"),
    require_valid=True,
    refusal_status=403,
    cors="https://app.example.com",
)


@pytest.mark.parametrize("script", [WHOLE, *PRESETS.values()], ids=["whole", *PRESETS])
def test_a_form_gives_back_what_it_shows(qtbot: QtBot, look: Look, script: Script) -> None:
    """Every field goes through the form unchanged, also when each answer has been looked at."""
    form = ReplyForm(look)
    qtbot.addWidget(form)
    form.show_script(script)
    for row in range(form.steps.count()):
        form.steps.setCurrentRow(row)
        form.step.edited.emit()
    assert form.script() == script
    name = next((name for name, known in PRESETS.items() if known == script), "")
    assert form.preset.currentData() == name


def test_answers_are_added_and_removed(qtbot: QtBot, look: Look) -> None:
    """A new answer comes after the one that is chosen; only the last one has no number of times."""
    form = ReplyForm(look)
    qtbot.addWidget(form)
    form.show()
    assert not form.remove.isEnabled()
    form.step.status.setValue(500)
    form.add.click()
    assert [step.status for step in form.script().steps] == [500, 200]
    assert not form.step.times.isVisible()
    form.steps.setCurrentRow(0)
    assert form.step.times.isVisible()
    form.step.times.setValue(2)
    assert form.steps.item(0).text().endswith("500 Internal Server Error · 2 times")
    assert form.steps.item(1).text().endswith("200 OK · from then on")
    form.remove.click()
    assert form.script().steps == (Step(),)


def test_a_reset_asks_for_no_status_and_no_body(qtbot: QtBot, look: Look) -> None:
    """Only what the way of answering needs is in sight."""
    form = ReplyForm(look)
    qtbot.addWidget(form)
    form.show()
    form.step.way.setCurrentIndex(form.step.way.findData("reset"))
    fields: tuple[QAbstractSpinBox, ...] = (form.step.status,)
    assert not any(field.isVisible() for field in (*fields, form.step.body, form.step.headers))
    form.step.way.setCurrentIndex(0)
    form.step.status.setValue(204)
    assert form.step.headers.isVisible()
    assert not form.step.body.isVisible()


@pytest.fixture
async def user(workspace: MemoryWorkspace, open_window: Open) -> Drive:
    workspace.receive(make_request(b'{"id": "evt_7"}', target="/stripe"))
    return await open_window(workspace)


async def opened(user: Drive) -> RepliesDialog:
    user.window.actions_.run("reply.edit")
    dialog = await user.dialog(RepliesDialog)
    await wait_until(lambda: not dialog.is_busy)
    return dialog


def chosen(dialog: RepliesDialog, name: str) -> None:
    at = dialog.form.preset.findData(name)
    dialog.form.preset.setCurrentIndex(at)
    dialog.form.preset.activated.emit(at)


async def test_a_path_answers_on_purpose_and_everybody_sees_it(
    user: Drive, workspace: MemoryWorkspace
) -> None:
    """A preset is kept; bar and sidebar say so until the ordinary reply is given again."""
    mark, sidebar = user.window.address.on_purpose, user.window.sidebar
    assert not mark.isVisible()
    dialog = await opened(user)
    chosen(dialog, "fail-twice")
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    assert dialog.said() == "✓ /stripe answers so from now on"
    assert await workspace.replies.all() == [preset("fail-twice", "/stripe")]
    await wait_until(mark.isVisible)
    assert mark.text().strip() == "/stripe answers 500 → 200"
    place = sidebar._model.place(sidebar._model.row_of('path:"/stripe"'))
    assert place.mark == "500 → 200"
    assert place.tip == "Answers on purpose: 500 Internal Server Error, 2 times; then 200 OK"
    dialog.end.click()
    await wait_until(lambda: not dialog.is_busy)
    assert await workspace.replies.all() == []
    await wait_until(lambda: not mark.isVisible())
    dialog.close()
    await user.settled()


async def test_what_goes_out_is_shown_for_the_newest_webhook(user: Drive) -> None:
    """The template is filled in from it; what happens before the answer is said."""
    dialog = await opened(user)
    dialog.form.step.body.setPlainText("got {{ body.id }}")
    dialog.form.step.delay.setValue(3)
    dialog.form.cors.setText("*")
    await wait_until(lambda: not dialog.is_busy, 30)
    shown = dialog.preview.text.toPlainText()
    assert shown.startswith("HTTP/1.1 200 OK\nContent-Type: text/plain")
    assert shown.endswith("Access-Control-Allow-Origin: *\nVary: Origin\n\ngot evt_7\n")
    assert "After 3 s:" in dialog.preview._before.text()
    assert "number 1" in dialog.preview._for.text()
    dialog.form.step.body.setPlainText("{{ body.nothing }}")
    await wait_until(lambda: "template.undefined" in dialog.preview.text.toPlainText(), 30)
    assert dialog.preview._before.text().startswith("The template asks for body.nothing, which")
    dialog.close()
    await user.settled()


async def test_the_open_webhook_says_whose_reply_is_changed(user: Drive, workspace: MemoryWorkspace) -> None:
    """With no path chosen on the left, the dialog opens on that of the webhook that is looked at."""
    number = workspace.receive(make_request(b"{}", target="/billing?x=1"))
    await user.settled()
    await user.choose(number)
    dialog = await opened(user)
    assert dialog.path.text() == "/billing"
    dialog.close()
    await user.settled()


async def test_another_path_and_what_cannot_be_kept(user: Drive, workspace: MemoryWorkspace) -> None:
    """A path of its own is entered; a wrong path or header is said, and nothing is lost."""
    dialog = await opened(user)
    dialog.new.click()
    chosen(dialog, "gone")
    dialog.path.setText("no-slash")
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    assert "begins with /" in dialog.said()
    dialog.path.setText("/shops/*")
    dialog.form.step.headers.setPlainText("Content-Length: 7")
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    assert dialog.said().startswith("The header Content-Length cannot be used in a reply: ")
    dialog.form.step.headers.setPlainText("X-Why: gone")
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    [script] = await workspace.replies.all()
    assert (script.path, script.steps[0].status) == ("/shops/*", 410)
    assert dialog.list.currentItem().text() == "/shops/*"
    dialog.close()
    await user.settled()


async def test_the_ordinary_reply_is_none_on_purpose(user: Drive, workspace: MemoryWorkspace) -> None:
    """To keep 200 OK for a path ends what it answered on purpose."""
    await workspace.replies.set(preset("gone", "/stripe"))
    await user.settled()
    dialog = await opened(user)
    chosen(dialog, "ok")
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    assert await workspace.replies.all() == []
    dialog.close()
    await user.settled()


async def test_the_sidebar_opens_the_reply_of_a_path(user: Drive, workspace: MemoryWorkspace) -> None:
    """The path below a wildcard shows that one's reply; several are counted in the bar."""
    await workspace.endpoints.add(Endpoint("/shops/eu"))
    await workspace.replies.set(preset("slow", "/shops/*"))
    await workspace.replies.set(preset("reset", "/x"))
    await user.settled()
    await wait_until(lambda: user.window.address.on_purpose.text().strip() == "2 paths answer on purpose")
    user.window.sidebar.reply_wanted.emit("/shops/eu")
    dialog = await user.dialog(RepliesDialog)
    await wait_until(lambda: not dialog.is_busy)
    assert dialog.path.text() == "/shops/*"
    assert dialog.form.current_step().delay_s == 15
    dialog.close()
    await user.settled()
