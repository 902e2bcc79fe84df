"""The log as a pane: the table of runs, and under it the chosen one whole, with what was sent and “Try again”."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from garfio.engine.store.run_log import RunRecord
from garfio.ui.figures import duration_text
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.rules.run_text import result_text, state_ink, state_text, tries_text, what_text
from garfio.ui.rules.runs_model import ACTION, CAPTURE, RULE, STATE, TIME, RunsModel
from garfio.ui.table_manners import set_manners

_NARROW = {TIME: 84, RULE: 116, ACTION: 104, STATE: 124}
_WIDTHS = {TIME: 92, CAPTURE: 96, RULE: 150, ACTION: 196, STATE: 120}


class RunsView(QWidget):
    """Shows lines of the log; reading them and what they sent is the owner's."""

    chosen = Signal(int)
    """The id of the line that is chosen: what it sent is to be shown."""
    again_wanted = Signal(int)
    capture_wanted = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None, *, of_one: bool = False) -> None:
        """`of_one` leaves out the column of the webhook: there is one alone."""
        super().__init__(parent)
        self._shown = 0
        self.model = RunsModel(look, self)
        self.table = QTableView(self)
        self._headline = ElidedLabel("", "headline", self)
        self._facts = PlainLabel("", "muted", self)
        self._facts.setWordWrap(True)
        self._facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.page = QPlainTextEdit(self)
        self.page.setReadOnly(True)
        self.page.setProperty("role", "mono")
        self.page.setProperty("frame", "none")
        self.page.setAccessibleName(self.tr("What was sent"))
        self.again = QPushButton(self.tr("Try again"), self)
        self.capture = QPushButton(self.tr("Show the webhook"), self)
        self.capture.setVisible(not of_one)
        self._set_manners(look, of_one)
        self._arrange()
        self.again.clicked.connect(lambda: self.again_wanted.emit(self._shown))
        self.capture.clicked.connect(self._on_capture_clicked)
        look.changed.connect(self.table.viewport().update)
        self._show_chosen()

    @property
    def current(self) -> RunRecord | None:
        """The line that is chosen."""
        row = self.table.currentIndex().row()
        return self.model.run(row) if 0 <= row < self.model.rowCount() else None

    def show_runs(self, runs: Sequence[RunRecord]) -> None:
        """Show these, the newest first; the chosen one stays chosen."""
        kept = self.current
        self.model.set_runs(runs)
        row = self.model.row_of(kept.id) if kept else 0
        if self.model.rowCount():
            self.table.selectRow(max(0, row))
        self._show_chosen()

    def show_page(self, run: int, text: str) -> None:
        """Show what a line has sent, if it is still the chosen one."""
        if self.current is not None and self.current.id == run:
            self.page.setPlainText(text)

    def _set_manners(self, look: Look, of_one: bool) -> None:
        table = self.table
        table.setModel(self.model)
        widths = _WIDTHS | (_NARROW if of_one else {})
        set_manners(table, look, self.tr("What rules did"), widths)
        table.setColumnHidden(CAPTURE, of_one)
        table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table.setMinimumHeight(look.row_height * 3)
        table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())

    def _arrange(self) -> None:
        detail = QFrame(self)
        detail.setProperty("pane", "surface")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._headline)
        words.addWidget(self._facts)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 12, 6)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (self.capture, self.again):
            button.setAutoDefault(False)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.page, 1)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(detail)
        parts.setSizes([220, 260])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(parts)

    def _show_chosen(self) -> None:
        run = self.current
        self.again.setVisible(run is not None and run.state == "failed" and run.error != "loop")
        self.capture.setEnabled(run is not None and run.capture > 0)
        if run is None:
            self._shown = 0
            for label in (self._headline, self._facts):
                label.setText("")
            self.page.setPlainText("")
            return
        self._headline.set_role(
            f"strong-{state_ink(run)}" if state_ink(run) in ("good", "bad") else "headline"
        )
        self._headline.setText(f"{state_text(run)}  {what_text(run)}: {run.summary}".rstrip(": "))
        took = duration_text(run.duration_us) if run.duration_us is not None else ""
        facts = " · ".join(text for text in (run.rule, tries_text(run), took) if text)
        self._facts.setText(f"{facts}\n{result_text(run)}".strip())
        if run.id != self._shown:
            self.page.setPlainText("")
            self._shown = run.id
            self.chosen.emit(run.id)

    def _on_capture_clicked(self) -> None:
        if self.current is not None:
            self.capture_wanted.emit(self.current.capture)
