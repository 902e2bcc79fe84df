"""What differs from the capture, or from the attempt before: read and compared when it is looked at."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from garfio.core.attempt import Attempt, AttemptSummary, Response
from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.code_view.view import CodeView
from garfio.ui.error_text import error_text
from garfio.ui.inspector.rendering import INLINE_BYTES
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.resend.difference import Message, compare
from garfio.ui.resend.difference_view import show_rows

CAPTURE, BEFORE = "capture", "before"


class DifferencePane(QWidget):
    """Two chips and a difference."""

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
        self._attempt: Attempt | None = None
        self._before: AttemptSummary | None = None
        self._stale = False
        self._ticket = 0
        self._busy = False
        self.mode = CAPTURE
        self._chips = QButtonGroup(self)
        self._words = PlainLabel("", "muted", self)
        self._words.setContentsMargins(16, 8, 14, 8)
        self._words.setWordWrap(True)
        self.view = CodeView(look.theme, self)
        tools = QFrame(self)
        tools.setProperty("pane", "tools")
        row = QHBoxLayout(tools)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(8)
        titles = {CAPTURE: self.tr("Request and capture"), BEFORE: self.tr("Answer and the one before")}
        for name, text in titles.items():
            chip = QPushButton(text, tools)
            chip.setProperty("kind", "chip")
            chip.setProperty("mode", name)
            chip.setCheckable(True)
            chip.setChecked(name == self.mode)
            self._chips.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        self._chips.buttonClicked.connect(lambda chip: self.set_mode(chip.property("mode")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (tools, self._words):
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        look.changed.connect(self._on_look_changed)

    @property
    def is_busy(self) -> bool:
        """True while messages are being read or compared."""
        return self._busy

    def show_attempt(self, attempt: Attempt, before: AttemptSummary | None) -> None:
        """Show what differs of this attempt."""
        self._attempt, self._before, self._stale = attempt, before, True
        self._compare_if_seen()

    def set_mode(self, mode: str) -> None:
        """Compare with the capture, or with the attempt before."""
        for chip in self._chips.buttons():
            chip.setChecked(chip.property("mode") == mode)
        self.mode = mode
        self._stale = True
        self._compare_if_seen()

    def words(self) -> str:
        """What is said in place of a difference, or about it."""
        return "" if self._words.isHidden() else self._words.text()

    def _on_look_changed(self) -> None:
        self.view.set_theme(self._look.theme)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._compare_if_seen()

    def _compare_if_seen(self) -> None:
        if self._stale and self.isVisible() and self._attempt is not None:
            self._stale = False
            self._ticket += 1
            self._busy = True
            self._tasks.spawn(self._compare(self._attempt, self._ticket), name="attempt.difference")

    async def _compare(self, attempt: Attempt, ticket: int) -> None:
        try:
            pair = await self._sides(attempt)
        except AppError as error:
            self._say(error_text(error), ticket)
            return
        if isinstance(pair, str):
            self._say(pair, ticket)
            return
        left, right = pair
        if len(left.body) + len(right.body) <= 2 * INLINE_BYTES:
            rows = compare(left, right)
        else:
            rows = await self._run_slow(compare, left, right)
        if ticket == self._ticket:
            self._busy = False
            self._words.hide()
            self.view.show()
            show_rows(self.view, rows)

    async def _sides(self, attempt: Attempt) -> tuple[Message, Message] | str:
        """The two messages, or words why there are none."""
        if self.mode == CAPTURE:
            if not attempt.summary.capture:
                return self.tr("This was not sent from a webhook.")
            capture = await self._workspace.capture(attempt.summary.capture)
            left = Message(capture.request.head, capture.request.body)
            return left, Message(attempt.request.head, attempt.request.body)
        if self._before is None:
            return self.tr("There was no attempt before at this target.")
        before = (await self._workspace.attempt(self._before.id)).outcome
        now = attempt.outcome
        if not isinstance(before, Response) or not isinstance(now, Response):
            return self.tr("Only answers can be compared, and one of the two attempts has none.")
        return Message(before.head, before.body), Message(now.head, now.body)

    def _say(self, text: str, ticket: int) -> None:
        if ticket == self._ticket:
            self._busy = False
            self._words.setText(text)
            self._words.show()
            self.view.hide()
