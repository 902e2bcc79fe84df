"""Stories of targets and forwarding at the real window over a workspace in memory."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from garfio.core.attempt import Failure
from garfio.core.target import Target, Tls, read_expectation
from garfio.engine.store.outbox import Forward, Queue
from garfio.ui.look import Look
from garfio.ui.targets.dialog import TargetsDialog
from garfio.ui.targets.form import TargetForm
from garfio.ui.targets.forwards_dialog import ForwardsDialog
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request

WHOLE = Target(
    "staging",
    "https://staging.example.com/hook",
    path_mode="append",
    keep_host=True,
    set_headers=(("Authorization", "Bearer a:b"), ("X-Id", "{{body.id}}")),
    remove_headers=("Via", "X-Forwarded-For"),
    variables=(("order", "a=b"),),
    provider="my-scheme",
    signature="resign",
    tls=Tls(False, "/ca.pem", "/cert.pem", "/key.pem", "other.name"),
    connect_s=2.5,
    answer_s=90.0,
    expectations=(read_expectation("status=2xx"), read_expectation("json:data.ok=true")),
)


@pytest.fixture
async def user(workspace: MemoryWorkspace, open_window: Open) -> Drive:
    workspace.receive(make_request(target="/stripe"))
    await workspace.add_target(Target("staging", "http://127.0.0.1:3000"))
    return await open_window(workspace)


def test_a_form_gives_back_what_it_shows(qtbot: QtBot, look: Look) -> None:
    """Every field of a target goes through the form unchanged."""
    form = TargetForm(look)
    qtbot.addWidget(form)
    form.show_target(WHOLE)
    assert form.target() == WHOLE


def test_tls_is_asked_for_https_only(qtbot: QtBot, look: Look) -> None:
    """A plain target shows no certificates; an unchecked one warns."""
    form = TargetForm(look)
    qtbot.addWidget(form)
    form.show()
    form.show_target(Target("a", "http://localhost"))
    assert not form.verify.isVisible()
    form.show_target(WHOLE)
    assert form.verify.isVisible()
    assert form.unverified.isVisible()
    form.verify.setChecked(True)
    assert not form.unverified.isVisible()


async def targets_dialog(user: Drive) -> TargetsDialog:
    user.window.actions_.run("targets.manage")
    dialog = await user.dialog(TargetsDialog)
    await wait_until(lambda: not dialog.is_busy)
    return dialog


async def test_targets_come_and_go(user: Drive, workspace: MemoryWorkspace) -> None:
    """Added, renamed, removed: the workspace, the sidebar and the button follow."""
    dialog = await targets_dialog(user)
    dialog.start_new()
    dialog.form.name.setText("vpn")
    dialog.form.url.setText("https://10.0.0.7")
    dialog.form.verify.setChecked(False)
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    assert [target.name for target in await workspace.targets()] == ["staging", "vpn"]
    assert dialog.list.item(1).text() == "vpn ⚠"
    dialog.form.name.setText("lab")
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    assert dialog.said() == "✓ lab kept"
    dialog.remove.click()
    box = await user.dialog(QMessageBox)
    box.buttons()[0].click()
    await wait_until(lambda: not dialog.is_busy)
    assert [target.name for target in await workspace.targets()] == ["staging"]
    dialog.close()
    await user.settled()


async def test_the_way_of_sending(user: Drive, workspace: MemoryWorkspace) -> None:
    """A proxy is asked for only where it can be used, and is forgotten with the way of sending."""
    dialog = await targets_dialog(user)
    form = dialog.form
    assert not form.proxy.isVisible()
    form.sending.setCurrentIndex(1)
    assert form.proxy.isVisible()
    form.proxy.setText(" http://proxy:3128 ")
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    kept = (await workspace.targets())[0]
    assert (kept.sending, kept.proxy) == ("normal", "http://proxy:3128")
    form.proxy.setText("ftp://proxy")
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    assert "ftp://proxy" in dialog.said()
    form.sending.setCurrentIndex(0)
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    assert (await workspace.targets())[0].proxy == ""
    dialog.close()
    await user.settled()


async def test_what_happens_to_redirects(user: Drive, workspace: MemoryWorkspace) -> None:
    """A choice of the target; a number that a file brought stands in the list too."""
    dialog = await targets_dialog(user)
    choice = dialog.form.follow
    assert (choice.currentData(), choice.currentText()) == (0, "show them, do not follow")
    choice.setCurrentIndex(choice.findData(5))
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    assert (await workspace.targets())[0].follow == 5
    dialog.form.show_target(Target("staging", "http://x", follow=7))
    assert (dialog.form.target().follow, choice.currentText()) == (7, "follow, at most 7")
    dialog.close()
    await user.settled()


async def test_a_targets_secret(user: Drive, workspace: MemoryWorkspace) -> None:
    """It is kept under the target's name, shown by its traits only, and replaced by another one."""
    dialog = await targets_dialog(user)
    for value in ("whsec_first", "whsec_second"):
        dialog.form.secret.setText(value)
        dialog.keep.click()
        await wait_until(lambda: not dialog.is_busy)
        assert dialog.form.secret.text() == ""
        assert dialog.form.secret.placeholderText().startswith("kept: ")
        assert "first" not in dialog.form.secret.placeholderText()
    records = await workspace.endpoints.secrets("target:staging")
    assert [record.length for record in records] == [len("whsec_second")]
    dialog.close()
    await user.settled()


async def test_what_cannot_be_kept_is_said(user: Drive, workspace: MemoryWorkspace) -> None:
    """A name in use, a URL that is none, an expectation that cannot be read."""
    dialog = await targets_dialog(user)
    cases = (
        (Target("staging", "http://x"), "already"),
        (Target("new", "nonsense"), "no URL"),
        (Target("", "http://x"), "needs a name"),
    )
    for target, text in cases:
        dialog.start_new()
        dialog.form.show_target(target)
        dialog.keep.click()
        await wait_until(lambda: not dialog.is_busy)
        assert text in dialog.said()
    dialog.form.expectations.setPlainText("teapot")
    dialog.keep.click()
    await wait_until(lambda: not dialog.is_busy)
    assert "teapot" in dialog.said()
    dialog.close()
    await user.settled()


async def test_a_target_is_tested(user: Drive, workspace: MemoryWorkspace) -> None:
    """An answer of any kind is one; a refusal is told in words."""
    dialog = await targets_dialog(user)
    dialog.test.click()
    await wait_until(lambda: not dialog.is_busy)
    assert dialog.said() == "✓ It answers: 200 to HEAD in 7 ms"
    workspace.answers = lambda _: Failure("dns")
    dialog.test.click()
    await wait_until(lambda: not dialog.is_busy)
    assert "cannot be found" in dialog.said()
    dialog.close()
    await user.settled()


async def test_the_sidebar_opens_a_target(user: Drive, workspace: MemoryWorkspace) -> None:
    """The section lists the targets; a click opens the one that was clicked."""
    await workspace.add_target(Target("second", "http://localhost:1"))
    await user.settled()
    sidebar = user.window.sidebar
    names = [sidebar._model.place(row).target for row in range(sidebar._model.rowCount())]
    row = names.index("second")
    sidebar.places.clicked.emit(sidebar._model.index(row))
    dialog = await user.dialog(TargetsDialog)
    await wait_until(lambda: not dialog.is_busy)
    assert dialog.form.name.text() == "second"
    dialog.close()
    await user.settled()


def words(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def button(widget: QWidget, text: str) -> QPushButton:
    return next(
        one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisibleTo(widget)
    )


async def forwards_dialog(user: Drive) -> ForwardsDialog:
    user.window.actions_.run("forwards.manage")
    return await user.dialog(ForwardsDialog)


async def test_forward_pause_and_stop(user: Drive, workspace: MemoryWorkspace) -> None:
    """A path is forwarded, paused and stopped from one place."""
    dialog = await forwards_dialog(user)
    dialog.path.setCurrentIndex(dialog.path.findData("/stripe"))
    dialog.add.click()
    await wait_until(lambda: "/stripe  →  staging" in words(dialog))
    assert workspace.forwards.rules == {"/stripe": Forward("/stripe", "staging")}
    button(dialog, "Pause").click()
    await wait_until(lambda: "(paused)" in words(dialog))
    button(dialog, "Stop").click()
    await wait_until(lambda: "Nothing is forwarded." in words(dialog))
    dialog.close()
    await user.settled()


async def test_senders_wait_for_the_target(user: Drive, workspace: MemoryWorkspace) -> None:
    """The wait is set and shown, and setting the same path again, pausing too, keeps it."""
    workspace.forwards.rules["/stripe"] = Forward("/stripe", "http://127.0.0.1:9", 4, answer_s=2.5)
    workspace.forwards.changed.emit(None)
    await user.settled()
    dialog = await forwards_dialog(user)
    assert "wait 2.5 s at most" in words(dialog)
    dialog.path.setCurrentIndex(dialog.path.findData("/stripe"))
    assert dialog.place.currentText() == "http://127.0.0.1:9"
    dialog.add.click()
    await wait_until(lambda: not dialog.is_busy)
    assert workspace.forwards.rules["/stripe"] == Forward("/stripe", "http://127.0.0.1:9", 4, answer_s=2.5)
    button(dialog, "Pause").click()
    await wait_until(lambda: workspace.forwards.rules["/stripe"].paused)
    assert workspace.forwards.rules["/stripe"].answer_s == 2.5
    dialog.path.setCurrentIndex(dialog.path.findData(""))
    assert not dialog.answers.isChecked()
    dialog.place.setCurrentText("staging")
    dialog.answers.setChecked(True)
    dialog.wait.setValue(8.0)
    dialog.add.click()
    await wait_until(lambda: "wait 8 s at most" in words(dialog))
    assert workspace.forwards.rules[""] == Forward("", "staging", answer_s=8.0)
    dialog.close()
    await user.settled()


async def test_forwarding_to_another_host_is_asked_about(user: Drive, workspace: MemoryWorkspace) -> None:
    """Everything would go there: once a yes is needed."""
    dialog = await forwards_dialog(user)
    dialog.place.setCurrentText("https://example.com/hook")
    dialog.ordered.setChecked(False)
    dialog.add.click()
    box = await user.dialog(QMessageBox)
    assert "Every new webhook" in box.informativeText()
    box.buttons()[0].click()
    await wait_until(lambda: workspace.forwards.rules)
    assert workspace.forwards.rules[""].parallel > 1
    dialog.close()
    await user.settled()


async def test_the_queue_is_seen_and_dropped(user: Drive, workspace: MemoryWorkspace) -> None:
    """What waits and was given up stands in the status bar, the sidebar and the dialog, with the reason."""
    workspace.forwards.queue = [Queue("staging", 3, 0, 2, 1, "refused")]
    workspace.forwards.changed.emit(None)
    status = user.window.status.forwarding
    await wait_until(status.isVisible)
    assert status.text() == "3 waiting · 2 given up"
    dialog = await forwards_dialog(user)
    assert "Nothing listens there" in words(dialog)
    button(dialog, "Try again").click()
    await wait_until(lambda: workspace.forwards.deeds == [("try_again", "staging")])
    button(dialog, "Drop").click()
    await wait_until(lambda: not status.isVisible())
    await wait_until(lambda: "Nothing waits." in words(dialog))
    dialog.close()
    await user.settled()
