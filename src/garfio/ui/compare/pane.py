"""The Compare tab: the open capture against the one before of the same kind, or against another selected one.

Read and compared when it is looked at; large bodies in another process.
"""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.capture_table.row_text import now_us
from garfio.ui.code_view.view import CodeView
from garfio.ui.compare.comparison import BYTES, CHANGES, LINES, Comparison, Expected, compare_captures
from garfio.ui.compare.own_names import OwnNames
from garfio.ui.error_text import error_text
from garfio.ui.figures import row_time_text
from garfio.ui.inspector.find_bar import FindBar
from garfio.ui.inspector.rendering import INLINE_BYTES
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.resend.difference_view import show_rows

_MOST_BYTES = 8 * 1024 * 1024
"""So much of each body is read for a comparison."""


class ComparePane(QWidget):
    """Chips for the way of comparing, toggles for what is expected, a summary, and the difference."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        run_slow: RunSlow,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._run_slow = run_slow
        self._look = look
        self._row: CaptureSummary | None = None
        self._other: CaptureId | None = None
        self._stale = False
        self._ticket = 0
        self._busy = False
        self.mode = CHANGES
        self.view = CodeView(look.theme, self)
        self.find_bar = FindBar(self.view, look, self)
        self.summary = ElidedLabel("", "muted", self)
        self._words = PlainLabel("", "muted", self)
        self._words.setContentsMargins(16, 12, 14, 8)
        self._words.setWordWrap(True)
        self._modes = QButtonGroup(self)
        self._toggles: dict[str, QPushButton] = {}
        self.own_names = OwnNames(workspace, tasks, self)
        self.own_names.changed.connect(self._refresh)
        self._arrange()
        look.changed.connect(self._on_look_changed)

    @property
    def is_busy(self) -> bool:
        """True while captures are being read or compared."""
        return self._busy

    def show_capture(self, row: CaptureSummary) -> None:
        """Compare this capture from now on, with the one before of its kind."""
        if self._row is None or row.id != self._row.id:
            self._other = None
            self._row = row
            self._refresh()

    def compare_with(self, other: CaptureId | None) -> None:
        """Compare with a certain capture; None stands for the one before of the same kind."""
        self._other = other
        self._refresh()

    def set_mode(self, mode: str) -> None:
        """Compare in another way."""
        for chip in self._modes.buttons():
            chip.setChecked(chip.property("mode") == mode)
        self.mode = mode
        self._refresh()

    def toggle(self, name: str, on: bool) -> None:
        """Take differences of a kind (`times`, `ids` or `headers`) as expected, or not."""
        self._toggles[name].setChecked(on)

    def find(self) -> None:
        """Open the find bar."""
        self.find_bar.open_bar()

    def words(self) -> str:
        """What is said in place of a difference; empty while there is one."""
        return "" if self._words.isHidden() else self._words.text()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._compare_if_seen()

    def _arrange(self) -> None:
        tools = QFrame(self)
        tools.setProperty("pane", "tools")
        row = QHBoxLayout()
        row.setSpacing(8)
        titles = {CHANGES: self.tr("Changes"), LINES: self.tr("Lines"), BYTES: self.tr("Bytes")}
        for name, text in titles.items():
            chip = self._chip(text, tools)
            chip.setProperty("mode", name)
            chip.setChecked(name == self.mode)
            self._modes.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(PlainLabel(self.tr("Expected:"), "muted", tools))
        expected = {"times": self.tr("Times"), "ids": self.tr("Ids"), "headers": self.tr("Headers")}
        for name, text in expected.items():
            chip = self._toggles[name] = self._chip(text, tools)
            chip.setChecked(True)
            chip.toggled.connect(self._refresh)
            row.addWidget(chip)
        row.addWidget(self.own_names)
        self._toggles["times"].setToolTip(self.tr("Timestamps are expected to differ"))
        self._toggles["ids"].setToolTip(self.tr("Identifiers are expected to differ"))
        self._toggles["headers"].setToolTip(
            self.tr("Dates, lengths, signatures and ids in headers are expected to differ")
        )
        self._modes.buttonClicked.connect(lambda chip: self.set_mode(chip.property("mode")))
        inside = QVBoxLayout(tools)
        inside.setContentsMargins(14, 6, 10, 6)
        inside.setSpacing(6)
        inside.addLayout(row)
        inside.addWidget(self.summary)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (tools, self.find_bar, self._words):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addStretch(0)

    def _chip(self, text: str, parent: QWidget) -> QPushButton:
        chip = QPushButton(text, parent)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        return chip

    def _on_look_changed(self) -> None:
        self.view.set_theme(self._look.theme)

    def _refresh(self) -> None:
        self._stale = True
        self._compare_if_seen()

    def _compare_if_seen(self) -> None:
        if self._stale and self.isVisible() and self._row is not None:
            self._stale = False
            self._ticket += 1
            self._busy = True
            self._tasks.spawn(self._compare(self._row, self._ticket), name="detail.compare")

    async def _compare(self, row: CaptureSummary, ticket: int) -> None:
        try:
            pair = await self._pair(row)
        except AppError as error:
            self._say(error_text(error), ticket)
            return
        if pair is None:
            self._say(
                self.tr(
                    "There is no earlier webhook of this path and event to compare with. Select two to compare them."
                ),
                ticket,
            )
            return
        left, right = (capture.request for capture in pair)
        arguments = (self.mode, left.head, left.body, right.head, right.body, self._expected())
        if len(left.body) + len(right.body) <= INLINE_BYTES:
            found = compare_captures(*arguments)
        else:
            found = await self._run_slow(compare_captures, *arguments)
        if ticket == self._ticket:
            self._show(pair, found)

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

    def _show(self, pair: tuple[Capture, Capture], found: Comparison) -> None:
        self._busy = False
        self._words.hide()
        self.view.show()
        show_rows(self.view, found.rows)
        self.find_bar.refresh()
        old, new = (
            f"#{capture.id} {row_time_text(capture.summary.received_at_us, now_us())}" for capture in pair
        )
        differences = self.tr("%n difference(s)", "", found.differences)
        parts = [f"− {old}   + {new}", differences]
        if found.expected:
            parts.append(self.tr("%n expected", "", found.expected))
        if any(len(capture.request.body) < capture.summary.size for capture in pair):
            parts.append(self.tr("only the beginning is compared"))
        self.summary.setText(" · ".join(parts))

    def _say(self, text: str, ticket: int) -> None:
        if ticket == self._ticket:
            self._busy = False
            self.summary.setText("")
            self._words.setText(text)
            self._words.show()
            self.view.hide()
