"""What differs of an attempt from the capture, or from the attempt before."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from garfio.core.attempt import Attempt, AttemptSummary, Response
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.compare.difference import Message, compare
from garfio.ui.compare.page import DifferencePage, Shown
from garfio.ui.inspector.rendering import INLINE_BYTES
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.look import Look

CAPTURE, BEFORE = "capture", "before"


class DifferencePane(DifferencePage):
    """Two chips and a difference."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        run_slow: RunSlow,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        modes = {
            CAPTURE: self.tr("Request and capture"),
            BEFORE: self.tr("Answer and the one before"),
        }
        super().__init__(modes, tasks, look, parent)
        self._workspace = workspace
        self._run_slow = run_slow
        self._attempt: Attempt | None = None
        self._before: AttemptSummary | None = None

    def show_attempt(self, attempt: Attempt, before: AttemptSummary | None) -> None:
        """Show what differs of this attempt."""
        self._attempt, self._before = attempt, before
        self.refresh()

    async def difference(self) -> Shown | str | None:
        if self._attempt is None:
            return None
        pair = await self._sides(self._attempt, self._before)
        if isinstance(pair, str):
            return pair
        left, right = pair
        if len(left.body) + len(right.body) <= 2 * INLINE_BYTES:
            return Shown(compare(left, right))
        return Shown(await self._run_slow(compare, left, right))

    async def _sides(self, attempt: Attempt, before: AttemptSummary | None) -> tuple[Message, Message] | str:
        """The two messages, or words why there are none."""
        if self.mode == CAPTURE:
            if not attempt.summary.capture:
                return self.tr("This was not sent from a webhook.")
            capture = await self._workspace.capture(attempt.summary.capture)
            left = Message(capture.request.head, capture.request.body)
            return left, Message(attempt.request.head, attempt.request.body)
        if before is None:
            return self.tr("There was no attempt before at this target.")
        then = (await self._workspace.attempt(before.id)).outcome
        now = attempt.outcome
        if not isinstance(then, Response) or not isinstance(now, Response):
            return self.tr("Only answers can be compared, and one of the two attempts has none.")
        return Message(then.head, then.body), Message(now.head, now.body)
