"""The editor of a rule: when this arrives (a query), do that (actions in order), tried before it is switched on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.query import QueryError
from garfio.core.rule import Rule, checked_rule
from garfio.core.sample.sample import Sample
from garfio.core.silence import Silence
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.rules.actions_editor import ActionsEditor
from garfio.ui.rules.consent import switch_on
from garfio.ui.rules.field_editor import FieldEditor, SecretEditor
from garfio.ui.rules.occasion import OccasionField
from garfio.ui.rules.options_form import OptionsForm
from garfio.ui.rules.query_field import QueryField
from garfio.ui.rules.secret_names import ask_for_secret, secret_names
from garfio.ui.rules.trial_dialog import TrialDialog, samples_for
from garfio.ui.rules.value_list import ValueList
from garfio.ui.rules.work import Work


class RuleEditor(QDialog):
    """Edits one rule; it is kept with a button."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        look: Look,
        rule: Rule,
        parent: QWidget,
        *,
        is_new: bool,
        capture: CaptureId | None = None,
    ) -> None:
        """`capture` is the one whose values are offered; None takes the newest that matches."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("New rule") if is_new else self.tr("Rule {name}").format(name=rule.name))
        self._workspace = workspace
        self._tasks = tasks
        self._look = look
        self._rule = rule
        self._known = "" if is_new else rule.name
        self._capture = capture
        self._work = Work(tasks, "rules.edit", self._say)
        self._last: FieldEditor | None = None
        self.name = QLineEdit(rule.name, self)
        self.query = QueryField(workspace, tasks, look, self)
        self.query.show_query(rule.query)
        self.occasion = OccasionField(rule.silent_minutes, self)
        self.actions_editor = ActionsEditor(look, self)
        self.actions_editor.show_actions(rule.actions)
        self.options = OptionsForm(rule, self)
        self.values = ValueList(look, self)
        self._said = PlainLabel("", "bad", self)
        self._said.setWordWrap(True)
        self.try_it = QPushButton(self.tr("Try it…"), self)
        self.keep = QPushButton(self.tr("Keep"), self)
        self.arm = QPushButton(self.tr("Keep and switch on"), self)
        self._arrange()
        self._connect()
        self._before = self._state()
        self._work.begin(self._read)

    @property
    def is_busy(self) -> bool:
        """True while something is read or kept."""
        return self._work.is_busy

    def said(self) -> str:
        """What is said about the last deed."""
        return self._said.text()

    def rule(self, name: str = "") -> Rule:
        """The rule as it stands, or under another name. Raises AppError `rule.…` or `query.…`."""
        changed = self.options.changed(self._rule)
        name, query = name or self.name.text().strip(), self.query.query
        actions = self.actions_editor.whole_actions()
        silent = self.occasion.silent_minutes
        return checked_rule(replace(changed, name=name, query=query, actions=actions, silent_minutes=silent))

    def done(self, result: int) -> None:
        self._work.stop()
        super().done(result)

    def reject(self) -> None:
        if self._state() == self._before:
            super().reject()
        else:
            self._work.begin(self._leave)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def _connect(self) -> None:
        self.actions_editor.entered.connect(self._on_entered)
        self.actions_editor.secret_wanted.connect(
            lambda editor: self._work.begin(lambda: self._enter_secret(editor))
        )
        self.actions_editor.list.currentRowChanged.connect(lambda _row: self._work.refresh(self._read_values))
        self.values.chosen.connect(self._insert)
        self.query.query_edited.connect(lambda _query: self._work.refresh(self._read_values))
        self.occasion.changed.connect(self._on_occasion_changed)
        self.try_it.clicked.connect(lambda: self._work.begin(self._try))
        self.keep.clicked.connect(lambda: self._work.begin(lambda: self._keep(on=False)))
        self.arm.clicked.connect(lambda: self._work.begin(lambda: self._keep(on=True)))

    def _arrange(self) -> None:
        top = QFrame(self)
        top.setProperty("pane", "header")
        grid = QGridLayout(top)
        grid.setContentsMargins(14, 12, 14, 12)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for row, (title, field) in enumerate(
            (
                (self.tr("Name"), self.name),
                (self.tr("Webhooks"), self.query),
                (self.tr("It acts"), self.occasion),
            )
        ):
            label = PlainLabel(title)
            label.setBuddy(self.occasion.choice if field is self.occasion else field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.name.setPlaceholderText(self.tr("such as: low stock"))
        self.name.setAccessibleName(self.tr("Name"))
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.actions_editor, 1)
        middle.addWidget(self.values)
        footer = QFrame(self)
        footer.setProperty("pane", "footer")
        row_ = QHBoxLayout(footer)
        row_.setContentsMargins(14, 10, 14, 10)
        row_.setSpacing(8)
        row_.addWidget(self._said, 1)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        for button in (self.try_it, cancel, self.keep, self.arm):
            button.setAutoDefault(False)
            row_.addWidget(button)
        self.arm.setProperty("kind", "primary")
        self.arm.setVisible(not self._rule.enabled)
        if self._rule.enabled:
            self.keep.setProperty("kind", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(middle, 1)
        column.addWidget(self.options)
        column.addWidget(footer)
        self.resize(1080, 740)
        (self.query if self.name.text() else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    async def _read(self) -> None:
        self.actions_editor.set_secrets(await secret_names(self._workspace))
        await self._read_values()

    async def _read_values(self) -> None:
        """Offer the values of the chosen webhook, else of the newest that matches, else of a sample."""
        source: CaptureId | Sample | Silence | None = self._capture
        silent_minutes = self.occasion.silent_minutes
        if source is None or silent_minutes:
            try:
                newest = await self._workspace.ids(self.query.query, limit=1)
            except QueryError:
                return  # said under the query
            source = next(iter(newest), None)
            if silent_minutes:
                rows = await self._workspace.summaries(newest)
                last = (int(rows[0].id), rows[0].received_at_us) if rows else (0, 0)
                source = Silence(silent_minutes, *last)
        if source is None:
            source = samples_for(self.query.query)[0]
            text = self.tr("Sample: {event}").format(event=source.event or source.name)
        elif isinstance(source, Silence):
            text = self.tr("A silence")
        else:
            text = self.tr("Number {number}").format(number=source)
        each = self._last_each()
        try:
            self.values.show_values(text, await self._workspace.rules.insertable(source, each))
        except AppError:
            self.values.show_values(self.tr("The webhook is gone."), ())

    def _last_each(self) -> str:
        row = self.actions_editor.list.currentRow()
        return str(self.actions_editor.form(row).editors["each"].value()) if row >= 0 else ""

    async def _enter_secret(self, editor: SecretEditor) -> None:
        name = await ask_for_secret(self._workspace, str(editor.value() or ""), self)
        if name:
            self.actions_editor.set_secrets(await secret_names(self._workspace))
            editor.show_value(name)
            self._say("")

    async def _try(self) -> None:
        rule = self.rule(self.name.text().strip() or self.tr("new rule"))
        self._say("")
        await dialogs.finished(TrialDialog(self._workspace, self._tasks, self._look, rule, self))

    async def _keep(self, *, on: bool) -> None:
        rule = self.rule()
        if self._known:
            await self._workspace.rules.change(self._known, rule)
        else:
            await self._workspace.rules.add(replace(rule, enabled=False))
        self._known, self._rule, self._before = rule.name, rule, self._state()
        if (on or rule.enabled) and not await switch_on(self._workspace, rule.name, self):
            self._say(self.tr("Kept, and switched off: what it runs is not confirmed."), "warn")
            return
        self.accept()

    async def _leave(self) -> None:
        sure = await dialogs.confirm(
            self,
            self.tr("Leave without keeping the changes?"),
            self.tr("What you have changed in this rule would be lost."),
            self.tr("Leave"),
            dangerous=True,
        )
        if sure:
            super().reject()

    def _on_entered(self, editor: FieldEditor) -> None:
        self._last = editor
        self._work.refresh(self._read_values)

    def _on_occasion_changed(self) -> None:
        self.options.set_about_silence(self.occasion.silent_minutes > 0)
        self._work.refresh(self._read_values)

    def _insert(self, template: str) -> None:
        if self._last is None:
            self._say(self.tr("Click into a text of an action first."), "warn")
            return
        self._last.insert(template)
        self._last.inner.setFocus()

    def _state(self) -> tuple[object, ...]:
        try:
            actions: object = self.actions_editor.actions()
        except AppError as error:
            actions = error.message
        silent = self.occasion.silent_minutes
        return self.name.text(), self.query.query, silent, actions, self.options.state()

    def _say(self, text: str, role: str = "muted") -> None:
        self._said.set_role(role)
        self._said.setText(text)
