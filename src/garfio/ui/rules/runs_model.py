"""Lines of the log as a table: what was done for which webhook, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from garfio.engine.store.run_log import RunRecord
from garfio.ui.capture_table.row_text import now_us
from garfio.ui.figures import row_time_text
from garfio.ui.look import Look
from garfio.ui.rules.run_text import result_text, state_ink, state_text, what_text

Index = QModelIndex | QPersistentModelIndex
TIME, CAPTURE, RULE, ACTION, STATE, RESULT = range(6)


class RunsModel(QAbstractTableModel):
    """Runs, the newest first."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[RunRecord] = []

    def set_runs(self, runs: Sequence[RunRecord]) -> None:
        """Show these; the same lines are changed in their places."""
        same = [row.id for row in runs] == [row.id for row in self._rows]
        if same:
            self._rows = list(runs)
            if runs:
                self.dataChanged.emit(self.index(0, 0), self.index(len(runs) - 1, RESULT))
            return
        self.beginResetModel()
        self._rows = list(runs)
        self.endResetModel()

    def run(self, row: int) -> RunRecord:
        """The line of a row."""
        return self._rows[row]

    def row_of(self, run: int) -> int:
        """The row of a line, or -1."""
        return next((at for at, row in enumerate(self._rows) if row.id == run), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            titles = (
                self.tr("Time"),
                self.tr("Webhook"),
                self.tr("Rule"),
                self.tr("Action"),
                self.tr("State"),
                self.tr("What"),
            )
            return titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, column)
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.summary}\n{result_text(row)}".strip() or None
        if role == Qt.ItemDataRole.FontRole and column in (TIME, CAPTURE):
            return QFont(self._look.mono)
        if role == Qt.ItemDataRole.ForegroundRole:
            ink = {TIME: "muted", CAPTURE: "muted", STATE: state_ink(row)}.get(column, "text")
            return self._look.colour(ink)
        return None

    def _text(self, row: RunRecord, column: int) -> str:
        texts = {
            TIME: lambda: row_time_text(row.queued_at_us, now_us()),
            CAPTURE: lambda: f"#{row.capture}" if row.capture else self.tr("silence"),
            RULE: lambda: row.rule,
            ACTION: lambda: what_text(row) if row.item is None else f"{what_text(row)} {row.item + 1}",
            STATE: lambda: state_text(row),
            RESULT: lambda: (row.summary if row.state == "done" else result_text(row)) or result_text(row),
        }
        return " ".join(texts[column]().split())
