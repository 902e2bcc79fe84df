"""All rules: switched on and off, tried, edited, removed; without any, the way to the gallery."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from garfio.core.capture import CaptureId
from garfio.core.rule import Rule
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.rules.consent import switch_on
from garfio.ui.rules.editor_dialog import RuleEditor
from garfio.ui.rules.gallery_dialog import GalleryDialog, free_name
from garfio.ui.rules.log_dialog import LogDialog
from garfio.ui.rules.rule_row import RuleRow, RuleState
from garfio.ui.rules.trial_dialog import TrialDialog
from garfio.ui.rules.work import Work


class RulesDialog(QDialog):
    """The list of rules."""

    def __init__(self, workspace: Workspace, tasks: Tasks, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Rules"))
        self._workspace = workspace
        self._tasks = tasks
        self._look = look
        self._work = Work(tasks, "rules.dialog", self._say)
        self._states: list[RuleState] | None = None
        self.rows: list[RuleRow] = []
        self._list = QVBoxLayout()
        self._stack = QStackedWidget(self)
        self._said = PlainLabel("", "muted", self)
        self._said.setWordWrap(True)
        self.gallery = QPushButton(self.tr("From the gallery…"), self)
        self.new = QPushButton(self.tr("New rule…"), self)
        self.log = QPushButton(self.tr("What rules did…"), self)
        self.first_gallery = QPushButton(self.tr("Choose from the gallery…"), self)
        self.first_new = QPushButton(self.tr("Write a rule…"), self)
        self._arrange()
        for button, deed in (
            (self.gallery, self._open_gallery),
            (self.first_gallery, self._open_gallery),
            (self.new, self._create),
            (self.first_new, self._create),
            (self.log, self._show_log),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, deed=deed: self._work.begin(deed))
        self._disconnects = (
            workspace.rules.changed.connect(lambda _none: self._work.refresh(self._read)),
            workspace.rules.ran.connect(lambda _captures: self._work.refresh(self._read)),
        )
        self._work.begin(self._read)

    @property
    def is_busy(self) -> bool:
        """True while something is read or changed."""
        return self._work.is_busy

    def said(self) -> str:
        """What is said about the last deed."""
        return self._said.text()

    def row(self, name: str) -> RuleRow:
        """The row of a rule."""
        return next(row for row in self.rows if row.name == name)

    def done(self, result: int) -> None:
        for disconnect in self._disconnects:
            disconnect()
        self._work.stop()
        super().done(result)

    def _arrange(self) -> None:
        holder = QWidget(self)
        inside = QVBoxLayout(holder)
        inside.setContentsMargins(14, 12, 14, 12)
        self._list.setSpacing(8)
        inside.addLayout(self._list)
        inside.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(holder)
        self._stack.addWidget(QWidget(self))
        self._stack.addWidget(self._empty())
        self._stack.addWidget(area)
        footer = QFrame(self)
        footer.setProperty("pane", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        for button in (self.log, self.gallery, self.new, close):
            row.addWidget(button)
        self.gallery.setProperty("kind", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(footer)
        self.resize(860, 520)

    def _empty(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(80, 40, 80, 40)
        column.setSpacing(10)
        column.addStretch(1)
        title = PlainLabel(self.tr("When this arrives, do that"), "title")
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words = PlainLabel(
            self.tr(
                "An order comes in, and the customer gets a mail. A workflow fails, and you hear of it. A rule is a"
                " query and what happens when a webhook matches it. Garfio does it after it has answered the sender,"
                " again until it works, also without a window."
            ),
            "muted",
        )
        words.setWordWrap(True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(8)
        self.first_gallery.setProperty("kind", "primary")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.first_gallery)
        buttons.addWidget(self.first_new)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addStretch(2)
        return page

    async def _read(self) -> None:
        desk = self._workspace.rules
        states = []
        for rule in await desk.all():
            last = await desk.log(rule.name, limit=1)
            failed = await desk.log(rule.name, state="failed", limit=1000)
            states.append(RuleState(rule, last[0] if last else None, len(failed)))
        if states != self._states:
            self._states = states
            self._show(states)

    def _show(self, states: list[RuleState]) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(state) for state in states]
        for row in self.rows:
            self._list.addWidget(row)
        self._stack.setCurrentIndex(2 if states else 1)
        if not states:
            self.first_gallery.setFocus()
        for button in (self.gallery, self.new):
            button.setVisible(bool(states))

    def _row(self, state: RuleState) -> RuleRow:
        row, rule = RuleRow(state, self._look, self), state.rule
        row.switched.connect(lambda on: self._work.begin(lambda: self._switch(rule.name, on)))
        for signal, deed in (
            (row.edit_wanted, lambda: self._edit(rule, is_new=False)),
            (row.try_wanted, lambda: self._try(rule)),
            (row.log_wanted, lambda: self._show_log(rule.name)),
            (row.copy_wanted, lambda: self._copy(rule)),
            (row.remove_wanted, lambda: self._remove(rule.name)),
        ):
            signal.connect(lambda deed=deed: self._work.begin(deed))
        return row

    async def _switch(self, name: str, on: bool) -> None:
        if not on:
            await self._workspace.rules.disable(name)
            self._say(self.tr("{name} is off.").format(name=name))
        elif await switch_on(self._workspace, name, self):
            self._say(self.tr("✓ {name} is on, for what arrives from now on.").format(name=name), "good")
        else:
            self.row(name).switch.setChecked(False)

    async def _open_gallery(self) -> None:
        await open_gallery(self._workspace, self._tasks, self._look, self)

    async def _create(self) -> None:
        await self._edit(Rule(""), is_new=True)

    async def _edit(self, rule: Rule, *, is_new: bool) -> None:
        await dialogs.finished(
            RuleEditor(self._workspace, self._tasks, self._look, rule, self, is_new=is_new)
        )

    async def _copy(self, rule: Rule) -> None:
        name = free_name(rule.name, {state.rule.name for state in self._states or ()})
        await self._edit(replace(rule, name=name, enabled=False, confirmed=False), is_new=True)

    async def _try(self, rule: Rule) -> None:
        await dialogs.finished(TrialDialog(self._workspace, self._tasks, self._look, rule, self))

    async def _show_log(self, name: str = "") -> None:
        await dialogs.finished(LogDialog(self._workspace, self._tasks, self._look, self, name))

    async def _remove(self, name: str) -> None:
        sure = await dialogs.confirm(
            self,
            self.tr("Remove the rule {name}?").format(name=name),
            self.tr("What it still has to do is given up. What it did stays in the log."),
            self.tr("Remove"),
            dangerous=True,
        )
        if sure:
            await self._workspace.rules.remove(name)
            self._say(self.tr("{name} removed").format(name=name))

    def _say(self, text: str, role: str = "muted") -> None:
        self._said.set_role(role)
        self._said.setText(text)


async def open_gallery(
    workspace: Workspace, tasks: Tasks, look: Look, parent: QWidget, provider: str = ""
) -> None:
    """Open the gallery, and the editor when the user wants to change a filled-in recipe first."""
    gallery = GalleryDialog(workspace, tasks, look, parent, provider)
    await dialogs.finished(gallery)
    if gallery.rule_to_edit is not None:
        taken = {rule.name for rule in await workspace.rules.all()}
        rule = replace(gallery.rule_to_edit, name=free_name(gallery.rule_to_edit.name, taken))
        await open_editor(workspace, tasks, look, parent, rule)


async def open_editor(
    workspace: Workspace,
    tasks: Tasks,
    look: Look,
    parent: QWidget,
    rule: Rule,
    capture: CaptureId | None = None,
) -> None:
    """Open the editor on a rule that is not kept yet."""
    await dialogs.finished(RuleEditor(workspace, tasks, look, rule, parent, is_new=True, capture=capture))
