"""Stories of the list of rules, the gallery, the editor and the log, at the real window on the real engine."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QMessageBox

from garfio.core.endpoint import Endpoint
from garfio.core.rule import Action, Rule
from garfio.engine.workspace import Workspace
from garfio.ui.rules.dialog import RulesDialog
from garfio.ui.rules.editor_dialog import RuleEditor
from garfio.ui.rules.gallery_dialog import GalleryDialog
from garfio.ui.rules.log_dialog import LogDialog
from garfio.ui.rules.occasion import SILENT
from garfio.ui.rules.secret_names import NamedSecretDialog
from garfio.ui.rules.trial_dialog import TrialDialog
from tests.ui.conftest import Open
from tests.ui.drive import Drive, wait_until
from tests.ui.rules.conftest import Arrive, running

TAG = Rule("mark orders", "event:orders/*", (Action("tag", {"tags": ["order"]}),))


async def rules_dialog(user: Drive) -> RulesDialog:
    user.window.actions_.run("rules.manage")
    dialog = await user.dialog(RulesDialog)
    await wait_until(lambda: not dialog.is_busy)
    return dialog


async def test_the_first_rule_comes_from_the_gallery(engine: Workspace, open_window: Open) -> None:
    """Without rules the way leads to the gallery; what is missing is named; a trial renders the mail; then it is on."""
    user = await open_window(engine)
    rules = await rules_dialog(user)
    assert rules.first_gallery.isVisible()
    rules.first_gallery.click()
    gallery = await user.dialog(GalleryDialog)
    gallery.filter.setText("shopify")
    assert gallery.recipe.name == "shopify-order-confirmation"
    gallery.choose("shopify-order-confirmation")
    await wait_until(lambda: not gallery.is_busy)
    gallery.try_it.click()
    await wait_until(lambda: "Fill in “Shop’s name” first." in gallery.said())
    for name, text in {"shop": "Tea & Co", "from": "tea@example.com", "smtp_host": "127.0.0.1"}.items():
        gallery.form.lines[name].setText(text)
    gallery.try_it.click()
    await wait_until(gallery.trial.isVisible, 20)
    assert "It matches" in gallery.trial.summary.text()
    assert "To: " in gallery.trial.page.toPlainText()
    assert "Tea & Co: your order" in gallery.trial.page.toPlainText()
    gallery.arm.click()
    await wait_until(gallery.armed.isVisible)
    assert gallery.armed.endpoint.isVisible()
    assert not gallery.armed.send.isVisible()
    gallery.reject()
    await wait_until(lambda: rules.rows and not rules.is_busy)
    assert rules.rows[0].switch.isChecked()
    rules.rows[0].switch.click()
    await wait_until(lambda: "is off" in rules.said())
    assert [rule.enabled for rule in await engine.rules.all()] == [False]
    rules.reject()
    await user.settled()


async def test_from_the_empty_window_to_a_rule_that_is_on(engine: Workspace, open_window: Open) -> None:
    """The empty list leads to the gallery; for a provider that signs nothing the rule works at once, and the endpoint,
    which says where the address goes, is offered until there is one."""
    user = await open_window(engine)
    assert user.window.first_run.ready_rule.isVisible()
    user.window.first_run.ready_rule.click()
    gallery = await user.dialog(GalleryDialog)
    assert gallery.recipe.name == "mailchimp-thank-you"
    for name, text in {"from": "tea@example.com", "smtp_host": "127.0.0.1"}.items():
        gallery.form.lines[name].setText(text)
    gallery.form.secret_wanted.emit(gallery.form.lines["smtp_secret"])
    secret = await user.dialog(NamedSecretDialog)
    assert secret.name.text() == "smtp"
    secret.value.setText("pass")
    secret.accept()
    await wait_until(lambda: not gallery.is_busy)
    assert gallery.form.values()["smtp_secret"] == "smtp"
    for has_endpoint in (False, True):
        gallery.form.edited.emit()
        gallery.arm.click()
        await wait_until(lambda: not gallery.is_busy and gallery.armed.isVisible())
        assert gallery.armed.send.isVisible()
        assert gallery.armed.endpoint.isVisible() is not has_endpoint
        if not has_endpoint:
            await engine.endpoints.add(Endpoint("/mailchimp", "mailchimp"))
    gallery.reject()
    await user.settled()


async def test_a_rule_is_written_tried_and_kept(engine: Workspace, arrive: Arrive, open_window: Open) -> None:
    """From a webhook to a rule: its query is there, its values are offered, a trial renders, kept it is on."""
    await arrive()
    user = await open_window(engine)
    await user.choose(1)
    user.window.actions_.run("capture.use_in_rule")
    editor = await user.dialog(RuleEditor)
    await wait_until(lambda: not editor.is_busy)
    assert editor.query.text() == "provider:shopify event:orders/create is:valid"
    offered = [editor.values.list.item(row).text() for row in range(editor.values.list.count())]
    assert "body.email  nuria@example.com" in offered
    editor.actions_editor.add_action("notification")
    form = editor.actions_editor.form(0)
    form.entered.emit(form.editors["title"])
    await wait_until(lambda: not editor.is_busy)
    editor.values.chosen.emit("{{ body.name }}")
    assert form.editors["title"].value() == "{{ body.name }}"
    form.editors["title"].show_value("")
    editor.try_it.click()
    await wait_until(lambda: editor.said() == "Fill in “Title” of action 1, Desktop notification, first.")
    form.editors["title"].show_value("{{ body.name }}")
    editor.try_it.click()
    trial = await user.dialog(TrialDialog)
    await wait_until(lambda: not trial.is_busy, 20)
    assert "It matches." in trial.pane.summary.text()
    assert trial.pane.page.toPlainText() == "#1001"
    trial.reject()
    editor.arm.click()
    await wait_until(lambda: "name" in editor.said())
    editor.name.setText("orders")
    editor.arm.click()
    await user.settled()
    (rule,) = await engine.rules.all()
    assert (rule.name, rule.enabled, rule.actions[0].values) == ("orders", True, {"title": "{{ body.name }}"})


async def test_a_program_is_confirmed_openly(engine: Workspace, open_window: Open) -> None:
    """A rule that runs a program goes on only after a yes that shows the command."""
    await engine.rules.add(Rule("run", "", (Action("program", {"argv": [sys.executable, "-V"]}),)))
    user = await open_window(engine)
    rules = await rules_dialog(user)
    for yes in (False, True):
        rules.row("run").switch.click()
        box = await user.dialog(QMessageBox)
        assert f"{sys.executable} -V" in box.informativeText()
        (box.buttons()[0] if yes else box.escapeButton()).click()
        await wait_until(lambda: not rules.is_busy)
        assert [rule.enabled for rule in await engine.rules.all()] == [yes]
        assert rules.row("run").switch.isChecked() is yes
    rules.reject()
    await user.settled()


async def test_what_was_done_stands_beside_the_webhook(
    engine: Workspace, arrive: Arrive, open_window: Open
) -> None:
    """A run is a line of the detail's tab; what failed for good is tried again from the log."""
    bad = Rule("bad", "event:orders/*", (Action("http", {"url": "{{ body.missing }}"}),))
    await engine.rules.add(TAG)
    await engine.rules.add(bad)
    for name in (TAG.name, bad.name):
        await engine.rules.enable(name)
    async with running(engine) as runner:
        await runner.round()
        user = await open_window(engine)
        await arrive()
        runner.wake()
        await wait_until(lambda: user.rows() == [1])
        await user.choose(1)
        runs = user.window.inspector.runs.view
        await wait_until(lambda: runs.model.rowCount() == 2, 20)
        states = {runs.model.run(row).rule: runs.model.run(row).state for row in range(2)}
        await wait_until(lambda: "done" in {runs.model.run(row).state for row in range(2)}, 20)
    assert states["bad"] == "failed"
    user.window.actions_.run("rules.log")
    log = await user.dialog(LogDialog)
    await wait_until(lambda: not log.is_busy)
    assert log.view.model.rowCount() == 2
    log.state.setCurrentIndex(log.state.findData("failed"))
    log.state.activated.emit(1)
    await wait_until(lambda: log.view.model.rowCount() == 1)
    assert log.view.again.isVisible()
    assert "asks for body.missing" in log.view._facts.text()
    log.again.click()
    await wait_until(lambda: "1 queued again" in log.said())
    log.reject()
    rules = await rules_dialog(user)
    assert rules.row(TAG.name).switch.isChecked()
    rules.reject()
    await user.settled()


async def test_a_notification_without_a_tray_is_a_bar(
    engine: Workspace, arrive: Arrive, open_window: Open
) -> None:
    """What a rule has to say is shown in the window, and leads to its webhook."""
    from garfio.engine.action.tools import Notice

    number = await arrive()
    user = await open_window(engine)
    engine.rules.noticed.emit(Notice(number, "r", "Low stock: 3 <b>left</b>", "Item 5", sound=True))
    message = user.window.bars.message("notice")
    assert message is not None
    assert (message.headline, message.text) == ("Low stock: 3 <b>left</b>", "Item 5")
    message.run()
    await wait_until(lambda: user.window.inspector.tab == "rules")
    await user.settled()
    assert user.window.inspector.capture.id == number
    user.window.bars.clear()


async def test_a_rule_about_silence(engine: Workspace, arrive: Arrive, open_window: Open) -> None:
    """In the editor it is a choice with minutes; its values are those of a silence; a trial says when it would have
    acted; the list and the log name the silence."""
    await arrive()
    user = await open_window(engine)
    rules = await rules_dialog(user)
    rules.first_new.click()
    editor = await user.dialog(RuleEditor)
    await wait_until(lambda: not editor.is_busy)
    assert editor.options.once.isVisible()
    editor.name.setText("quiet shop")
    editor.query.setText("provider:shopify")
    editor.occasion.choice.setCurrentIndex(SILENT)
    editor.occasion.choice.activated.emit(SILENT)
    editor.occasion.minutes.setValue(90)
    await wait_until(lambda: not editor.is_busy)
    assert not editor.options.once.isVisible()
    assert editor.values.list.item(0).text() == "silence.minutes  90"
    editor.actions_editor.add_action("tag")
    editor.actions_editor.form(0).editors["tags"].show_value(["x"])
    editor.try_it.click()
    await wait_until(lambda: "no webhook to tag" in editor.said())
    editor.actions_editor._remove()
    editor.actions_editor.add_action("notification")
    editor.actions_editor.form(0).editors["title"].show_value("{{ silence.minutes }} min of nothing")
    editor.try_it.click()
    trial = await user.dialog(TrialDialog)
    await wait_until(lambda: not trial.is_busy, 20)
    assert "Looked at: 1. It would have acted once, the last time: " in trial.pane.summary.text()
    assert trial.pane.list.item(0).text() == "90 min without provider:shopify"
    assert trial.pane.page.toPlainText() == "90 min of nothing"
    trial.reject()
    editor.occasion.minutes.setValue(1)
    editor.arm.click()
    await wait_until(lambda: [row.name for row in rules.rows] == ["quiet shop"] and not rules.is_busy)
    assert (await engine.rules.get("quiet shop")).silent_minutes == 1
    await engine._writer.run(lambda db: db.execute("UPDATE silences SET listened_us = 60000000").fetchall())
    async with running(engine):
        await wait_until(lambda: user.window.bars.message("notice") is not None, 60)
    message = user.window.bars.message("notice")
    assert message is not None
    assert (message.headline, message.action) == ("1 min of nothing", "")
    user.window.bars.clear()
    rules.log.click()
    log = await user.dialog(LogDialog)
    await wait_until(lambda: log.view.model.rowCount() == 1 and not log.is_busy)
    assert log.view.model.index(0, 1).data() == "silence"
    assert not log.view.capture.isEnabled()
    log.reject()
    rules.reject()
    await user.settled()
