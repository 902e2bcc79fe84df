"""The Compare tab: the open capture against the one before of the same kind, or against another selected one.

Read and compared when it is looked at; large bodies in another process.
"""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.capture_table.row_text import now_us
from garfio.ui.compare.comparison import BYTES, CHANGES, LINES, Comparison, Expected, compare_captures
from garfio.ui.compare.own_names import OwnNames
from garfio.ui.compare.page import DifferencePage, Shown
from garfio.ui.figures import row_time_text
from garfio.ui.inspector.find_bar import FindBar
from garfio.ui.inspector.rendering import INLINE_BYTES
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look

_MOST_BYTES = 8 * 1024 * 1024
"""So much of each body is read for a comparison."""


class ComparePane(DifferencePage):
    """Chips for the way of comparing, toggles for what is expected, a summary, and the difference."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        run_slow: RunSlow,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        modes = {CHANGES: self.tr("Changes"), LINES: self.tr("Lines"), BYTES: self.tr("Bytes")}
        super().__init__(modes, tasks, look, parent)
        self._workspace = workspace
        self._run_slow = run_slow
        self._row: CaptureSummary | None = None
        self._other: CaptureId | None = None
        self.find_bar = FindBar(self.view, look, self)
        self.summary = ElidedLabel("", "muted", self)
        self._toggles: dict[str, QPushButton] = {}
        self.own_names = OwnNames(workspace, tasks, self)
        self.own_names.changed.connect(self.refresh)
        self._add_toggles()
        self.tools.layout().addWidget(self.summary)
        self.layout().insertWidget(1, self.find_bar)

    def show_capture(self, row: CaptureSummary) -> None:
        """Compare this capture from now on, with the one before of its kind."""
        if self._row is None or row.id != self._row.id:
            self._other = None
            self._row = row
            self.refresh()

    def compare_with(self, other: CaptureId | None) -> None:
        """Compare with a certain capture; None stands for the one before of the same kind."""
        self._other = other
        self.refresh()

    def toggle(self, name: str, on: bool) -> None:
        """Take differences of a kind (`times`, `ids` or `headers`) as expected, or not."""
        self._toggles[name].setChecked(on)

    def find(self) -> None:
        """Open the find bar."""
        self.find_bar.open_bar()

    async def difference(self) -> Shown | str | None:
        if self._row is None:
            return None
        pair = await self._pair(self._row)
        if pair is None:
            return self.tr(
                "There is no earlier webhook of this path and event to compare with. Select two to compare them."
            )
        left, right = (capture.request for capture in pair)
        arguments = (self.mode, left.head, left.body, right.head, right.body, self._expected())
        if len(left.body) + len(right.body) <= INLINE_BYTES:
            found = compare_captures(*arguments)
        else:
            found = await self._run_slow(compare_captures, *arguments)
        return Shown(found.rows, self._summary(pair, found))

    def tell(self, found: Shown | None) -> None:
        self.summary.setText(found.summary if found else "")
        if found:
            self.find_bar.refresh()

    def _add_toggles(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(PlainLabel(self.tr("Expected:"), "muted", self.tools))
        expected = {"times": self.tr("Times"), "ids": self.tr("Ids"), "headers": self.tr("Headers")}
        for name, text in expected.items():
            chip = self._toggles[name] = self.chip(text)
            chip.setChecked(True)
            chip.toggled.connect(self.refresh)
            row.addWidget(chip)
        row.addWidget(self.own_names)
        row.addStretch(1)
        self.choices.addLayout(row, 1)
        self._toggles["times"].setToolTip(self.tr("Timestamps are expected to differ"))
        self._toggles["ids"].setToolTip(self.tr("Identifiers are expected to differ"))
        self._toggles["headers"].setToolTip(
            self.tr("Dates, lengths, signatures and ids in headers are expected to differ")
        )

    async def _pair(self, row: CaptureSummary) -> tuple[Capture, Capture] | None:
        """The two captures, the older one first."""
        other = self._other or await self._workspace.searches.previous(row)
        if other is None:
            return None
        first, second = sorted((other, row.id))
        return (
            await self._workspace.capture(first, _MOST_BYTES),
            await self._workspace.capture(second, _MOST_BYTES),
        )

    def _expected(self) -> Expected:
        toggles = {name: chip.isChecked() for name, chip in self._toggles.items()}
        return Expected(**toggles, names=self.own_names.names)

    def _summary(self, pair: tuple[Capture, Capture], found: Comparison) -> str:
        old, new = (
            f"#{capture.id} {row_time_text(capture.summary.received_at_us, now_us())}" for capture in pair
        )
        parts = [f"− {old}   + {new}", self.tr("%n difference(s)", "", found.differences)]
        if found.expected:
            parts.append(self.tr("%n expected", "", found.expected))
        if any(len(capture.request.body) < capture.summary.size for capture in pair):
            parts.append(self.tr("only the beginning is compared"))
        return " · ".join(parts)
