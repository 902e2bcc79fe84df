"""Lines of the log as a table: what was done for which webhook, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from garfio.engine.store.run_log import RunRecord
from garfio.ui.capture_table.row_text import now_us
from garfio.ui.figures import row_time_text
from garfio.ui.look import Look
from garfio.ui.rows_model import RowsModel
from garfio.ui.rules.run_text import result_text, state_ink, state_text, what_text

TIME, CAPTURE, RULE, ACTION, STATE, RESULT = range(6)


class RunsModel(RowsModel):
    """Runs, the newest first."""

    mono = (TIME, CAPTURE)
    _rows: list[RunRecord]

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        titles = (
            self.tr("Time"),
            self.tr("Webhook"),
            self.tr("Rule"),
            self.tr("Action"),
            self.tr("State"),
            self.tr("What"),
        )
        super().__init__(titles, look, parent)

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

    def ink(self, row: int, column: int) -> str:
        return {TIME: "muted", CAPTURE: "muted", STATE: state_ink(self._rows[row])}.get(column, "text")

    def tip(self, row: int) -> str:
        line = self._rows[row]
        return f"{line.summary}\n{result_text(line)}".strip()

    def text(self, row: int, column: int) -> str:
        line = self._rows[row]
        texts = {
            TIME: lambda: row_time_text(line.queued_at_us, now_us()),
            CAPTURE: lambda: f"#{line.capture}" if line.capture else self.tr("silence"),
            RULE: lambda: line.rule,
            ACTION: lambda: what_text(line) if line.item is None else f"{what_text(line)} {line.item + 1}",
            STATE: lambda: state_text(line),
            RESULT: lambda: (
                (line.summary if line.state == "done" else result_text(line)) or result_text(line)
            ),
        }
        return " ".join(texts[column]().split())
