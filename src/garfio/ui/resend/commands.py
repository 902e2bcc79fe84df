"""What the user can do to send captures again: to the last target, to a chosen one, edited, to several, in order.

Says at the end what came of it: one send in the status line or, when it failed, in a bar with the reason; many
in a bar with the counts.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.outgoing import NO_CHANGES, Changes
from garfio.core.sequence import Pace
from garfio.engine.resend.run import Progress, Run
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.figures import count_text
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.look import Look
from garfio.ui.messages import BRIEF_MS, Message, MessageBars
from garfio.ui.resend import (
    address_dialog,
    edit_dialog,
    grid_dialog,
    order_dialog,
    sample_dialog,
    several_dialog,
    wrong_dialog,
)
from garfio.ui.resend.consent import agrees_to_many, with_consent
from garfio.ui.resend.outcome_text import headline, remarks
from garfio.ui.resend.run_bar import RunBars
from garfio.ui.selection import Selection
from garfio.ui.targets.watch import TargetsWatch, place_label
from garfio.ui.wording import trouble_headline

_KEY = "resent"


class ResendCommands:
    """Sends the selected captures."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tasks: Tasks,
        selection: Selection,
        targets: TargetsWatch,
        runs: RunBars,
        bars: MessageBars,
        look: Look,
        run_slow: RunSlow,
        say: Callable[[str], None],
        show_attempts: Callable[[], object],
        open_menu: Callable[[], object],
    ) -> None:
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._selection = selection
        self._targets = targets
        self._runs = runs
        self._bars = bars
        self._look = look
        self._run_slow = run_slow
        self._say = say
        self._show_attempts = show_attempts
        self._open_menu = open_menu
        self.cancel = runs.cancel_all

    async def resend(self) -> None:
        """To the target used last; without one, ask for an address."""
        place = self._targets.places.last
        if place:
            await self.send_to(place)
        else:
            await self.resend_other()

    async def send_to(self, place: str) -> None:
        """To a target's name or a URL."""
        ids = self._chosen()
        if await agrees_to_many(self._window, len(ids), place_label(place)):
            await self._send(ids, (place,))

    async def resend_other(self) -> None:
        """To an address that is asked for, and kept as a target if the user names it."""
        ids = self._chosen()
        dialog = address_dialog.AddressDialog(
            self._workspace, self._tasks, self._targets.places, self._window
        )
        if await dialogs.finished(dialog) and dialog.place:
            await self._send(ids, (dialog.place,))

    def choose_target(self) -> None:
        """Open the menu of targets."""
        self._open_menu()

    async def edit(self, saved: str = "") -> None:
        """Open the current capture for editing, or an edit of it that was saved; what is sent is a copy."""
        current = self._selection.current
        if current is None:
            return
        capture = await self._workspace.capture(current)
        dialog = edit_dialog.EditDialog(
            self._workspace,
            self._tasks,
            capture,
            self._targets,
            self._look,
            self._run_slow,
            self._window,
        )
        if saved:
            dialog.edits.open(saved)
        dialog.show()

    async def resend_several(self) -> None:
        """To several targets at once, with the answers side by side."""
        ids = self._chosen()
        dialog = several_dialog.SeveralDialog(self._targets.places, len(ids), self._window)
        if not await dialogs.finished(dialog) or not dialog.places:
            return
        places = dialog.places
        if not await agrees_to_many(
            self._window, len(ids) * len(places), ", ".join(map(place_label, places))
        ):
            return
        run = await self._start(ids, places, NO_CHANGES, None)
        if run is not None:
            grid = grid_dialog.GridDialog(
                self._workspace, self._tasks, run, ids, places, self._look, self._run_slow, self._window
            )
            grid.show()
            await self._runs.follow(run, self._title(len(ids), places))

    async def resend_order(self) -> None:
        """In the order in which they arrived, with their pauses or at a pace."""
        ids = self._chosen()
        dialog = order_dialog.OrderDialog(self._targets.places, len(ids), self._window)
        if await dialogs.finished(dialog):
            await self._send(ids, (dialog.place,), NO_CHANGES, dialog.pace())

    async def send_wrong(self) -> None:
        """The current capture with every fault, to see what the target refuses."""
        current = self._selection.current
        if current is None:
            return
        capture = await self._workspace.capture(current)
        places = self._targets.places
        await dialogs.finished(
            wrong_dialog.WrongDialog(self._workspace, self._tasks, capture, places, self._look, self._window)
        )
        self._targets.read()

    async def choose_sample(self) -> None:
        """An example event of a provider, to our own listener or to a target."""
        places = self._targets.places
        await dialogs.finished(sample_dialog.SampleDialog(self._workspace, self._tasks, places, self._window))

    async def _send(
        self,
        ids: Sequence[CaptureId],
        places: Sequence[str],
        changes: Changes = NO_CHANGES,
        pace: Pace | None = None,
    ) -> None:
        run = await self._start(ids, places, changes, pace)
        if run is not None:
            self._bars.remove(_KEY)
            progress = await self._runs.follow(run, self._title(run.progress.total // len(places), places))
            await self._report(run, progress, places)

    async def _start(
        self, ids: Sequence[CaptureId], places: Sequence[str], changes: Changes, pace: Pace | None
    ) -> Run | None:
        to = places[0] if len(places) == 1 else places
        run = await with_consent(
            self._window,
            lambda confirmed: self._workspace.start_resend(ids, to, changes, pace, confirmed=confirmed),
        )
        self._targets.read()
        return run

    async def _report(self, run: Run, progress: Progress, places: Sequence[str]) -> None:
        if run.trouble is not None:
            raise AppError(f"store.{run.trouble.code}", trouble_headline(run.trouble))
        if progress.total == 1:
            if run.errors:
                raise run.errors[0][1]
            await self._report_one(run)
        else:
            self._report_many(progress, places)

    async def _report_one(self, run: Run) -> None:
        if not run.ids:
            self._say(QCoreApplication.translate("resend", "Cancelled; nothing was sent"))
            return
        attempt = await self._workspace.attempt(run.ids[0])
        if attempt.summary.passed:
            self._say(f"✓ {headline(attempt)}")
            return
        message = Message(
            "bad",
            headline(attempt),
            " ".join(remarks(attempt)),
            QCoreApplication.translate("resend", "Show the attempt"),
            self._show_attempts,
            lasts_ms=2 * BRIEF_MS,
        )
        self._bars.show_message(_KEY, message)

    def _report_many(self, progress: Progress, places: Sequence[str]) -> None:
        translate = QCoreApplication.translate
        target = ", ".join(map(place_label, places))
        said = translate("resend", "{count} of {total} sent to {target}").format(
            count=count_text(progress.finished), total=count_text(progress.total), target=target
        )
        parts = [translate("resend", "%n answered as expected", "", progress.passed)]
        if progress.failed:
            parts.append(translate("resend", "%n failed", "", progress.failed))
        if progress.skipped:
            parts.append(translate("resend", "%n could not be sent", "", progress.skipped))
        if progress.cancelled:
            parts.append(translate("resend", "cancelled"))
        elif progress.stopped and (left := progress.total - progress.finished - progress.skipped):
            parts.append(translate("resend", "stopped at the first failure, %n not sent", "", left))
        good = progress.passed == progress.total
        kind = "good" if good else "warn"
        lasts = BRIEF_MS if good else 0
        self._bars.show_message(_KEY, Message(kind, said, " · ".join(parts), lasts_ms=lasts))

    def _title(self, count: int, places: Sequence[str]) -> str:
        text = QCoreApplication.translate("resend", "Sending %n webhook(s) to {target}", "", count)
        return text.replace("{target}", ", ".join(map(place_label, places)))

    def _chosen(self) -> list[CaptureId]:
        """The selected captures, oldest first, or the current one. Raises AppError when there is none."""
        ids = self._selection.ids()[::-1]
        if not ids and self._selection.current is not None:
            ids = [self._selection.current]
        if not ids:
            raise AppError("capture.missing", QCoreApplication.translate("resend", "No webhook is chosen."))
        return ids
