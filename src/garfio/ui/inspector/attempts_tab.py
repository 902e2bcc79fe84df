"""Where was it sent, and what came of it: the ledger of attempts, newest first, and one of them whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from garfio.core.attempt import AttemptId, AttemptSummary, verdicts
from garfio.core.capture import CaptureId
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge
from garfio.ui.capture_table.row_text import now_us
from garfio.ui.figures import duration_text, row_time_text
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.resend.answer_pane import AnswerPane
from garfio.ui.resend.edit_strip import EditStrip
from garfio.ui.resend.outcome_text import (
    cause_text,
    place_text,
    result_ink,
    result_text,
    verdict_ink,
    verdict_text,
)
from garfio.ui.rows_model import RowsModel
from garfio.ui.table_manners import set_manners

TIME, TARGET, RESULT, TOOK, VERDICT = range(5)
_WIDTHS = {TIME: 82, RESULT: 100, TOOK: 74, VERDICT: 142}


class AttemptsModel(RowsModel):
    """Attempts of one capture, newest first."""

    mono = (TIME,)
    right = (TOOK,)
    _rows: list[AttemptSummary]

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        titles = (
            self.tr("Time"),
            self.tr("Target"),
            self.tr("Result"),
            self.tr("Took"),
            self.tr("Verdict"),
        )
        super().__init__(titles, look, parent)
        self._verdicts: list[str] = []

    def set_attempts(self, attempts: Sequence[AttemptSummary]) -> None:
        """Show these, which come oldest first; rows that stay keep their place."""
        rows, found = list(attempts)[::-1], verdicts(attempts)[::-1]
        added = len(rows) - len(self._rows)
        known = [row.id for row in self._rows]
        if added < 0 or [row.id for row in rows[added:]] != known:
            self.beginResetModel()
            self._rows, self._verdicts = rows, found
            self.endResetModel()
            return
        if added:
            self.beginInsertRows(QModelIndex(), 0, added - 1)
            self._rows, self._verdicts = rows, found
            self.endInsertRows()
        else:
            self._rows, self._verdicts = rows, found
        if known:
            self.dataChanged.emit(self.index(added, 0), self.index(len(rows) - 1, VERDICT))

    def attempt(self, row: int) -> AttemptSummary:
        """The attempt of a row."""
        return self._rows[row]

    def verdict(self, row: int) -> str:
        """Its verdict, as a code."""
        return self._verdicts[row]

    def before(self, row: int) -> AttemptSummary | None:
        """The attempt before it at the same target that is over."""
        wanted = self._rows[row]
        older = self._rows[row + 1 :]
        place = wanted.target or wanted.url
        return next(
            (one for one in older if (one.target or one.url) == place and one.state != "pending"), None
        )

    def row_of(self, attempt: AttemptId) -> int:
        """The row of an attempt, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.id == attempt), -1)

    def ink(self, row: int, column: int) -> str:
        inks = {
            TIME: "muted",
            RESULT: result_ink(self._rows[row]),
            TOOK: "muted",
            VERDICT: verdict_ink(self._verdicts[row]),
        }
        return inks.get(column, "text")

    def tip(self, row: int) -> str:
        attempt = self._rows[row]
        return f"{attempt.url} ({cause_text(attempt.cause)})"

    def text(self, row: int, column: int) -> str:
        attempt = self._rows[row]
        if column == TIME:
            return row_time_text(attempt.started_at_us, now_us())
        if column == TARGET:
            return place_text(attempt)
        if column == RESULT:
            return result_text(attempt)
        if column == TOOK:
            return "" if attempt.duration_us is None else duration_text(attempt.duration_us)
        return verdict_text(self._verdicts[row])


class AttemptsTab(QWidget):
    """The list, and below it the attempt that is chosen."""

    count_changed = Signal(int)
    """How many attempts the capture has."""

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        tasks: Tasks,
        run_slow: RunSlow,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._capture: CaptureId | None = None
        self._shown: AttemptSummary | None = None
        self._reading = 0
        self.model = AttemptsModel(look, self)
        self.table = QTableView(self)
        self.edits = EditStrip(workspace, bridge, tasks, self)
        self.answer = AnswerPane(workspace, tasks, run_slow, look, self)
        self._stack = QStackedWidget(self)
        self._set_manners(look)
        self._arrange()
        bridge.attempts_changed.connect(self._on_attempts_changed)
        look.changed.connect(self.table.viewport().update)

    @property
    def is_busy(self) -> bool:
        """True while attempts are being read or shown."""
        return bool(self._reading) or self.answer.is_busy or self.edits.is_busy

    @property
    def count(self) -> int:
        """How many attempts are listed."""
        return self.model.rowCount()

    def show_capture(self, capture: CaptureId) -> None:
        """List the attempts of a capture; the newest is chosen."""
        if capture != self._capture:
            self._capture = capture
            self._shown = None
            self.model.set_attempts([])
            self._show_count()
        self._read(capture)
        self.edits.show_capture(capture)

    def choose(self, row: int) -> None:
        """Choose an attempt."""
        self.table.setCurrentIndex(self.model.index(row, 0))

    def find(self) -> None:
        """Find in the attempt that is shown."""
        self.answer.find()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_chosen()

    def _set_manners(self, look: Look) -> None:
        table = self.table
        table.setModel(self.model)
        set_manners(table, look, self.tr("Attempts"), _WIDTHS)
        header = table.horizontalHeader()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(TARGET, QHeaderView.ResizeMode.Stretch)
        table.setMinimumHeight(look.row_height * 3)
        table.selectionModel().currentRowChanged.connect(self._show_chosen)

    def _arrange(self) -> None:
        none = QWidget(self)
        words = QVBoxLayout(none)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for label in (
            PlainLabel(self.tr("Not sent anywhere yet"), "muted"),
            PlainLabel(self.tr("Every resend is kept here, with its answer."), "faint"),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(label)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(self.answer)
        parts.setStretchFactor(0, 0)
        parts.setStretchFactor(1, 1)
        parts.setSizes([170, 420])
        self._stack.addWidget(none)
        self._stack.addWidget(parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.edits)
        column.addWidget(self._stack, 1)

    def _on_attempts_changed(self, captures: frozenset[CaptureId]) -> None:
        if self._capture in captures and self._capture is not None:
            self._read(self._capture)

    def _read(self, capture: CaptureId) -> None:
        self._reading += 1
        self._tasks.spawn(self._read_attempts(capture), name="attempts.read")

    async def _read_attempts(self, capture: CaptureId) -> None:
        try:
            attempts = await self._workspace.attempts(capture)
        finally:
            self._reading -= 1
        if capture != self._capture:
            return
        follow = self.table.currentIndex().row() <= 0
        self.model.set_attempts(attempts)
        self._show_count()
        if follow and attempts:
            self.table.selectRow(0)
            self.table.scrollToTop()
        self._show_chosen()

    def _show_count(self) -> None:
        self._stack.setCurrentIndex(1 if self.model.rowCount() else 0)
        self.count_changed.emit(self.model.rowCount())

    def _show_chosen(self) -> None:
        """Show the chosen attempt once somebody looks, and again when its outcome has come."""
        at = self.table.currentIndex().row()
        if not self.isVisible() or at < 0 or at >= self.model.rowCount():
            return
        chosen = self.model.attempt(at)
        if chosen != self._shown:
            self._shown = chosen
            self.answer.show_attempt(chosen, self.model.before(at), self.model.verdict(at))
