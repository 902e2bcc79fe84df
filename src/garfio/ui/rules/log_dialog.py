"""What rules did: every run with its result, those that were given up with “Try again”."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from garfio.core.capture import CaptureId
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.rules.deed_text import deed_text
from garfio.ui.rules.runs_view import RunsView
from garfio.ui.rules.work import Work

_PAGE = 200


class LogDialog(QDialog):
    """The log of all rules, or of one."""

    def __init__(
        self, workspace: Workspace, tasks: Tasks, look: Look, parent: QWidget, rule: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What rules did"))
        self._workspace = workspace
        self._work = Work(tasks, "rules.log", self._say)
        self._wanted = rule
        self._count = _PAGE
        self.wanted_capture: CaptureId | None = None
        """The webhook that the user wants to see."""
        self.rule = QComboBox(self)
        self.state = QComboBox(self)
        self.view = RunsView(look, self)
        self.older = QPushButton(self.tr("Older ones"), self)
        self.again = QPushButton(self.tr("Try all that was given up again"), self)
        self._said = PlainLabel("", "muted", self)
        self._stack = QStackedWidget(self)
        self._arrange()
        self._connect()
        self._work.begin(self._read_rules)

    @property
    def is_busy(self) -> bool:
        """True while the log is read."""
        return self._work.is_busy

    def said(self) -> str:
        """What is said about the last deed."""
        return self._said.text()

    def done(self, result: int) -> None:
        self._disconnect()
        self._work.stop()
        super().done(result)

    def _connect(self) -> None:
        self.rule.activated.connect(lambda _at: self._work.begin(self._read))
        self.state.activated.connect(lambda _at: self._work.begin(self._read))
        self.older.clicked.connect(self._on_older_clicked)
        self.again.clicked.connect(lambda: self._work.begin(self._try_all))
        self.view.again_wanted.connect(lambda run: self._work.begin(lambda: self._try_one(run)))
        self.view.chosen.connect(lambda run: self._work.begin(lambda: self._show_deed(run)))
        self.view.capture_wanted.connect(self._on_capture_wanted)
        self._disconnect = self._workspace.rules.ran.connect(lambda _ids: self._work.refresh(self._read))

    def _arrange(self) -> None:
        for text, state in (
            (self.tr("everything"), ""),
            (self.tr("given up"), "failed"),
            (self.tr("waiting"), "waiting"),
            (self.tr("done"), "done"),
            (self.tr("left out"), "skipped"),
        ):
            self.state.addItem(text, state)
        top = QFrame(self)
        top.setProperty("pane", "header")
        row = QHBoxLayout(top)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        for title, field in ((self.tr("Rule"), self.rule), (self.tr("Show"), self.state)):
            label = PlainLabel(title)
            label.setBuddy(field)
            field.setAccessibleName(title)
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            row.addWidget(label)
            row.addWidget(field)
        row.addStretch(1)
        row.addWidget(self.older)
        none = PlainLabel(
            self.tr("Nothing yet. What a rule does for a webhook is a line here, with what came of it."),
            "muted",
        )
        none.setWordWrap(True)
        none.setContentsMargins(60, 40, 60, 40)
        none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack.addWidget(none)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self._stack, 1)
        column.addWidget(self._footer())
        self.resize(940, 620)

    def _footer(self) -> QFrame:
        footer = QFrame(self)
        footer.setProperty("pane", "footer")
        below = QHBoxLayout(footer)
        below.setContentsMargins(14, 10, 14, 10)
        below.setSpacing(8)
        below.addWidget(self._said, 1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        for button in (self.older, self.again, close):
            button.setAutoDefault(False)
        below.addWidget(self.again)
        below.addWidget(close)
        return footer

    async def _read_rules(self) -> None:
        names = [rule.name for rule in await self._workspace.rules.all()]
        if self._wanted and self._wanted not in names:
            names.append(self._wanted)
        self.rule.addItem(self.tr("all rules"), "")
        for name in names:
            self.rule.addItem(name, name)
        self.rule.setCurrentIndex(max(0, self.rule.findData(self._wanted)))
        await self._read()

    async def _read(self) -> None:
        rule, state = self.rule.currentData() or None, self.state.currentData()
        found = await self._workspace.rules.log(rule, state=state, limit=self._count)
        self.view.show_runs(found)
        self._stack.setCurrentIndex(1 if found else 0)
        self.older.setVisible(len(found) >= self._count)
        failed = await self._workspace.rules.log(rule, state="failed", limit=1)
        self.again.setVisible(bool(failed))

    async def _show_deed(self, run: int) -> None:
        found = await self._workspace.rules.deed(run)
        self.view.show_page(run, deed_text(found) if found else "")

    async def _try_all(self) -> None:
        await self._queued(await self._workspace.rules.try_again(self.rule.currentData() or None))

    async def _try_one(self, run: int) -> None:
        await self._queued(await self._workspace.rules.try_again(run=run))

    async def _queued(self, count: int) -> None:
        self._say(QCoreApplication.translate("run", "%n queued again", "", count))
        await self._read()

    def _on_older_clicked(self) -> None:
        self._count += _PAGE
        self._work.begin(self._read)

    def _on_capture_wanted(self, capture: int) -> None:
        self.wanted_capture = CaptureId(capture)
        self.accept()

    def _say(self, text: str, role: str = "muted") -> None:
        self._said.set_role(role)
        self._said.setText(text)
