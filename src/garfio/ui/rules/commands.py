"""What the user can do with rules: manage them, choose a ready one, read the log, make one from a webhook."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from garfio.core.capture import Capture, CaptureId
from garfio.core.query.writer import write_value
from garfio.core.rule import Rule
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.look import Look
from garfio.ui.rules import dialog as rules_dialog
from garfio.ui.rules import log_dialog


class RuleCommands:
    """Opens the dialogs of rules."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tasks: Tasks,
        look: Look,
        current: Callable[[], Capture | None],
        show_capture: Callable[[CaptureId], object],
    ) -> None:
        """`current` is the capture that is open, `show_capture` opens one."""
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._look = look
        self._current = current
        self._show_capture = show_capture

    async def manage(self) -> None:
        """Open the list of rules."""
        await dialogs.finished(
            rules_dialog.RulesDialog(self._workspace, self._tasks, self._look, self._window)
        )

    async def choose_ready(self) -> None:
        """Open the gallery, at the provider of the capture that is open."""
        capture = self._current()
        provider = capture.summary.provider if capture else ""
        await rules_dialog.open_gallery(self._workspace, self._tasks, self._look, self._window, provider)

    async def show_log(self) -> None:
        """Open the log of all rules."""
        dialog = log_dialog.LogDialog(self._workspace, self._tasks, self._look, self._window)
        await dialogs.finished(dialog)
        if dialog.wanted_capture is not None:
            self._show_capture(dialog.wanted_capture)

    async def use(self, condition: str = "") -> None:
        """Begin a rule for webhooks like the one that is open, with a further condition such as a value of its
        body."""
        capture = self._current()
        if capture is None:
            return
        rule = Rule("", query=query_like(capture, condition))
        await rules_dialog.open_editor(
            self._workspace, self._tasks, self._look, self._window, rule, capture.id
        )


def query_like(capture: Capture, condition: str = "") -> str:
    """The query for webhooks of the same provider, event and validity, or of the same path where nobody is
    known."""
    row = capture.summary
    terms = []
    if row.provider:
        terms.append(f"provider:{write_value(row.provider)}")
        if row.event_type:
            terms.append(f"event:{write_value(row.event_type)}")
    else:
        terms.append(f"path:{write_value(capture.request.path)}")
    if row.verdict == "valid":
        terms.append("is:valid")
    if condition:
        terms.append(condition)
    return " ".join(terms)
