"""Several targets side by side: what each answered to the same webhooks, and where the answers differ.

The upper table has a row for each webhook and a column for each target; below stand the answers to the chosen
webhook, with the lines marked that differ from the first one's.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from garfio.core.attempt import AttemptSummary
from garfio.core.capture import CaptureId
from garfio.engine.resend.run import Progress, Run
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.figures import count_text, duration_text
from garfio.ui.footer import Footer
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.resend.answer_column import AnswerColumn
from garfio.ui.resend.outcome_text import result_ink, result_text
from garfio.ui.table_manners import set_manners
from garfio.ui.targets.watch import place_label

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 200
_TICK_MS = 150


class GridModel(QAbstractTableModel):
    """A webhook a row, a target a column; the first column names the webhook."""

    def __init__(
        self, ids: Sequence[CaptureId], places: Sequence[str], look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._ids = list(ids)
        self._places = list(places)
        self._names: dict[CaptureId, str] = {}
        self._cells: dict[tuple[CaptureId, str], AttemptSummary] = {}

    def set_name(self, capture: CaptureId, name: str) -> None:
        """What a webhook is called."""
        self._names[capture] = name
        self._tell(capture)

    def set_attempts(self, capture: CaptureId, attempts: Sequence[AttemptSummary]) -> None:
        """The attempts of this run for one webhook."""
        for place, attempt in zip(self._places, _by_place(attempts, self._places), strict=True):
            if attempt is not None:
                self._cells[capture, place] = attempt
        self._tell(capture)

    def row(self, row: int) -> list[AttemptSummary | None]:
        """The attempts of a row, in the order of the targets."""
        return [self._cells.get((self._ids[row], place)) for place in self._places]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._places) + 1

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return place_label(self._places[section - 1]) if section else self.tr("Webhook")
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        capture = self._ids[index.row()]
        if index.column() == 0:
            return self._names.get(capture, str(capture)) if role == Qt.ItemDataRole.DisplayRole else None
        attempt = self._cells.get((capture, self._places[index.column() - 1]))
        if attempt is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.DisplayRole:
            shape = "" if attempt.passed is None else "✓ " if attempt.passed else "✕ "
            took = "" if attempt.duration_us is None else f" · {duration_text(attempt.duration_us)}"
            return f"{shape}{result_text(attempt)}{took}"
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.colour(result_ink(attempt))
        return None

    def _tell(self, capture: CaptureId) -> None:
        row = self._ids.index(capture)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._places)))


class GridDialog(QDialog):
    """Follows a run to its end; does not block the window behind it."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        run: Run,
        ids: Sequence[CaptureId],
        places: Sequence[str],
        look: Look,
        run_slow: RunSlow,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Answers side by side"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._tasks = tasks
        self._run = run
        self._ids = list(dict.fromkeys(ids))[:MOST_ROWS]
        self._places = list(places)
        self._reading = False
        self._again = False
        self._gone = False
        self.model = GridModel(self._ids, self._places, look, self)
        self.table = QTableView(self)
        self.columns = [AnswerColumn(workspace, tasks, run_slow, look, self) for _ in self._places]
        self._words = PlainLabel("", "muted", self)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.setSingleShot(True)
        self._arrange(look, len(dict.fromkeys(ids)))
        self._tick.timeout.connect(self._read)
        self._disconnect = run.progress_changed.connect(self._on_progress_changed)
        self._cancel.clicked.connect(run.cancel)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.table.selectRow(0)
        self._read()

    @property
    def is_busy(self) -> bool:
        """True while answers are awaited or being shown."""
        waiting = not self._run.progress.over or self._reading or self._tick.isActive()
        return waiting or any(column.is_busy for column in self.columns)

    def words(self) -> str:
        """What is said about all of it."""
        return self._words.text()

    def done(self, result: int) -> None:
        self._gone = True
        self._tick.stop()
        self._disconnect()
        for column in self.columns:
            column.clear()
        super().done(result)

    def _arrange(self, look: Look, count: int) -> None:
        table = self.table
        table.setModel(self.model)
        set_manners(table, look, self.tr("Results"), {})
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        answers = QSplitter(Qt.Orientation.Horizontal, self)
        answers.setHandleWidth(1)
        answers.setChildrenCollapsible(False)
        for place, column in zip(self._places, self.columns, strict=True):
            column.set_title(place_label(place))
            answers.addWidget(column)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(table)
        parts.addWidget(answers)
        rows = min(len(self._ids), 8) + 1
        parts.setSizes([rows * look.row_height + 4, 600])
        parts.setStretchFactor(1, 1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        more = []
        if count > MOST_ROWS:
            more.append(PlainLabel(self.tr("The first {most} are shown.").format(most=MOST_ROWS), "muted"))
        footer = Footer(self._words, (*more, self._cancel, close), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(parts, 1)
        layout.addWidget(footer)
        self.resize(max(760, 380 * len(self._places)), 640)

    def _on_progress_changed(self, _progress: Progress) -> None:
        if not self._tick.isActive():
            self._tick.start()

    def _read(self) -> None:
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._tasks.spawn(self._read_attempts(), name="grid.read")

    async def _read_attempts(self) -> None:
        mine = set(self._run.ids)
        rows = await self._workspace.summaries(self._ids)
        found = {
            row.id: [one for one in await self._workspace.attempts(row.id) if one.id in mine] for row in rows
        }
        self._reading = False
        if self._gone:
            return
        for row in rows:
            self.model.set_name(row.id, row.event_type or f"{row.method} {row.path}")
            self.model.set_attempts(row.id, found[row.id])
        self._show_words(self._run.progress)
        self._show_row()
        if self._again:
            self._again = False
            self._read()

    def _show_words(self, progress: Progress) -> None:
        self._cancel.setVisible(not progress.over)
        text = self.tr("{passed} of {total} answered as expected")
        self._words.setText(text.format(passed=count_text(progress.passed), total=count_text(progress.total)))

    def _show_row(self) -> None:
        at = self.table.currentIndex().row()
        if at < 0:
            return
        attempts = self.model.row(at)
        first = attempts[0]
        for number, (column, attempt) in enumerate(zip(self.columns, attempts, strict=True)):
            column.show_attempt(attempt, first if number else None)


def _by_place(attempts: Sequence[AttemptSummary], places: Sequence[str]) -> list[AttemptSummary | None]:
    """The attempt for each place: by the target's name, or by the URL that it begins with."""
    left = list(attempts)
    found: list[AttemptSummary | None] = []
    for place in places:
        fits = next(
            (one for one in left if one.target == place or (not one.target and _leads_to(one.url, place))),
            None,
        )
        if fits is not None:
            left.remove(fits)
        found.append(fits)
    return found


def _leads_to(url: str, place: str) -> bool:
    return "://" in place and url.casefold().startswith(place.partition("?")[0].rstrip("/").casefold())
