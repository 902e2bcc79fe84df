"""The part of the workspace in memory that sends: targets, attempts, forwards, with answers that a test chooses."""

from __future__ import annotations

import asyncio
import dataclasses
import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from garfio.core.attempt import (
    Attempt,
    AttemptId,
    AttemptSummary,
    Failure,
    Peer,
    Response,
    Timings,
    unmet_expectations,
)
from garfio.core.capture import Capture, CaptureId
from garfio.core.edit import Edit, EditSummary
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.outgoing import NO_CHANGES, Changes, Outgoing, Signing
from garfio.core.resend import make_outgoing
from garfio.core.resign import with_signature
from garfio.core.sequence import Pace
from garfio.core.target import Target, checked_target
from garfio.engine.resend.run import Progress
from garfio.engine.resend.sent import Sent
from garfio.engine.signal import Signal
from garfio.engine.store.outbox import Forward, Queue

STARTED_US = 1_793_000_000_000_000
NOW_UNIX = 1_793_000_000.0


def answer(
    status: int = 200, body: bytes = b'{"ok":true}', content_type: str = "application/json"
) -> Response:
    """An answer of a target."""
    head = f"HTTP/1.1 {status} {'OK' if status == 200 else 'Odd'}\r\nContent-Type: {content_type}\r\n\r\n"
    return Response(head.encode(), body)


class MemoryRun:
    """A run that sends nothing; `gate`, when it is set, lets one send after the other through."""

    def __init__(self, total: int) -> None:
        self.progress_changed: Signal[Progress] = Signal()
        self.progress = Progress(total, started_at_us=STARTED_US)
        self.ids: list[AttemptId] = []
        self.errors: list[tuple[CaptureId, AppError]] = []
        self.trouble = None
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True

    def step(self, **changes: Any) -> None:
        self.progress = replace(self.progress, **changes)
        self.progress_changed.emit(self.progress)


class MemoryForwards:
    """Forwards without an outbox."""

    def __init__(self) -> None:
        self.changed: Signal[None] = Signal()
        self.rules: dict[str, Forward] = {}
        self.queue: list[Queue] = []
        self.deeds: list[tuple[str, str]] = []

    async def all(self) -> list[Forward]:
        return list(self.rules.values())

    async def queues(self) -> list[Queue]:
        return list(self.queue)

    async def set(self, forward: Forward, *, confirmed: bool = False) -> None:
        if "example.com" in forward.place and not confirmed:
            raise AppError(
                "resend.confirm", "Ask.", host="example.com", method="", count=0, url=forward.place
            )
        self.rules[forward.path] = forward
        self.changed.emit(None)

    async def remove(self, path: str) -> None:
        del self.rules[path]
        self.changed.emit(None)

    async def try_again(self, place: str) -> int:
        self.deeds.append(("try_again", place))
        return 1

    async def drop(self, place: str) -> int:
        self.deeds.append(("drop", place))
        self.queue = [queue for queue in self.queue if queue.place != place]
        self.changed.emit(None)
        return 1


class MemoryEdits:
    """Edits by name."""

    def __init__(self) -> None:
        self.changed: Signal[None] = Signal()
        self.kept: dict[str, Edit] = {}

    async def all(self) -> list[EditSummary]:
        await asyncio.sleep(0)
        return [EditSummary(edit.name, edit.capture, edit.saved_at_us) for edit in self.kept.values()]

    async def get(self, name: str) -> Edit:
        await asyncio.sleep(0)
        return self.kept[name]

    async def save(
        self, name: str, capture: CaptureId, request: Request, signature: str, *, replace: bool = False
    ) -> str:
        await asyncio.sleep(0)
        if name in self.kept and not replace:
            raise AppError("edit.exists", f"There is an edit named {name} already.", name=name)
        self.kept[name] = Edit(name, capture, request, signature)
        self.changed.emit(None)
        return name

    async def rename(self, old: str, new: str) -> str:
        self.kept[new] = dataclasses.replace(self.kept.pop(old), name=new)
        self.changed.emit(None)
        return new

    async def remove(self, name: str) -> None:
        del self.kept[name]
        self.changed.emit(None)


class MemoryResends:
    """Targets and the ledger."""

    _captures: dict[CaptureId, Capture]

    def __init__(self) -> None:
        self.attempts_changed: Signal[frozenset[CaptureId]] = Signal()
        self.targets_changed: Signal[None] = Signal()
        self.forwards = MemoryForwards()
        self.edits = MemoryEdits()
        self.answers: Callable[[Outgoing], Response | Failure] = lambda _: answer()
        """What a target answers to a message."""
        self.gate: asyncio.Semaphore | None = None
        self.paces: list[Pace | None] = []
        self.sent: list[Outgoing] = []
        self.agreed: set[str] = set()
        self._targets: dict[str, Target] = {}
        self._last = ""
        self._attempts: dict[AttemptId, Attempt] = {}
        self._attempt_ids = itertools.count(1)
        self._runs: set[asyncio.Task[None]] = set()

    async def targets(self) -> list[Target]:
        return list(self._targets.values())

    async def last_target(self) -> str:
        return self._last

    async def add_target(self, target: Target) -> None:
        if not checked_target(target).name:
            raise AppError("target.name", "A target needs a name.")
        if target.name in self._targets:
            raise AppError("target.taken", "Taken.", name=target.name)
        self._targets[target.name] = target
        self.targets_changed.emit(None)

    async def change_target(self, name: str, target: Target) -> None:
        checked_target(target)
        self._targets = {
            (target.name if old == name else old): (target if old == name else kept)
            for old, kept in self._targets.items()
        }
        self.targets_changed.emit(None)

    async def remove_target(self, name: str) -> None:
        del self._targets[name]
        self.targets_changed.emit(None)

    async def test_target(self, target: Target, *, confirmed: bool = False) -> Sent:
        outgoing = make_outgoing(next(iter(self._captures.values())).request, checked_target(target))
        self._ask(outgoing, 1, confirmed)
        return Sent(self.answers(outgoing), Timings(total_us=7_000), Peer("127.0.0.1:3000"))

    async def preview_resend(
        self, capture: CaptureId, to: str | Target, changes: Changes = NO_CHANGES
    ) -> Outgoing:
        target = to if isinstance(to, Target) else self._place(to)
        outgoing = make_outgoing(self._captures[capture].request, target, changes, capture=capture)
        return with_signature(outgoing, changes.signing or Signing(), now_unix=NOW_UNIX)

    async def start_resend(
        self,
        ids: Sequence[CaptureId],
        to: str | Sequence[str],
        changes: Changes = NO_CHANGES,
        pace: Pace | None = None,
        *,
        confirmed: bool = False,
    ) -> MemoryRun:
        places = [to] if isinstance(to, str) else list(to)
        for place in places:
            self._ask(await self.preview_resend(ids[0], place, changes), len(ids), confirmed)
        if isinstance(to, str):
            self._last = to
        self.paces.append(pace)
        copies = pace.copies if pace else 1
        run = MemoryRun(len(ids) * len(places) * copies)
        cause = "sequence" if pace else "edit" if changes.is_edit else "resend"
        jobs = [(capture, place) for capture in ids for place in places for _ in range(copies)]
        task = asyncio.get_running_loop().create_task(self._execute(run, jobs, changes, cause, pace))
        self._runs.add(task)
        task.add_done_callback(self._runs.discard)
        return run

    async def attempts(self, capture: CaptureId) -> list[AttemptSummary]:
        await asyncio.sleep(0)
        return [one.summary for one in self._attempts.values() if one.summary.capture == capture]

    async def attempt(self, number: AttemptId) -> Attempt:
        await asyncio.sleep(0)
        if number not in self._attempts:
            raise AppError("attempt.missing", "Gone.")
        return self._attempts[number]

    async def _execute(
        self,
        run: MemoryRun,
        jobs: Iterable[tuple[CaptureId, str]],
        changes: Changes,
        cause: str,
        pace: Pace | None,
    ) -> None:
        await asyncio.sleep(0)
        for capture, place in jobs:
            if self.gate is not None and not run.cancelled:
                await self.gate.acquire()
            if run.cancelled:
                run.step(cancelled=True)
                break
            attempt = self.record(capture, place, changes, cause)
            run.ids.append(attempt.summary.id)
            passed = bool(attempt.summary.passed)
            run.step(
                finished=run.progress.finished + 1,
                passed=run.progress.passed + passed,
                failed=run.progress.failed + (not passed),
            )
            if not passed and pace and pace.stop_on_failure:
                run.step(stopped=True)
                break
        run.step(over=True)

    def record(
        self, capture: CaptureId, place: str, changes: Changes = NO_CHANGES, cause: str = "resend"
    ) -> Attempt:
        """Send to `answers` and keep the attempt."""
        target = self._place(place)
        outgoing = make_outgoing(self._captures[capture].request, target, changes, capture=capture)
        outgoing = with_signature(outgoing, changes.signing or Signing(), now_unix=NOW_UNIX)
        self.sent.append(outgoing)
        outcome = self.answers(outgoing)
        number = AttemptId(next(self._attempt_ids))
        timings = Timings(first_byte_us=9_000, total_us=12_000)
        unmet = unmet_expectations(target.expectations, outcome, timings.total_us)
        is_answer = isinstance(outcome, Response)
        summary = AttemptSummary(
            number,
            capture,
            target.name,
            outgoing.url,
            cause,
            STARTED_US + number * 1_000_000,
            timings.total_us,
            "response" if is_answer else "failure",
            outcome.status if isinstance(outcome, Response) else 0,
            None if isinstance(outcome, Response) else outcome,
            len(outcome.body) if isinstance(outcome, Response) else 0,
            "",
            not unmet,
        )
        peer = Peer("127.0.0.1:3000", unverified=not target.tls.verify)
        attempt = Attempt(summary, outgoing.request, outcome, timings, peer, unmet)
        self._attempts[number] = attempt
        self.attempts_changed.emit(frozenset((capture,)))
        return attempt

    def _place(self, place: str) -> Target:
        if "://" in place:
            return checked_target(Target(url=place))
        if place not in self._targets:
            raise AppError("target.missing", "No such target.", name=place)
        return self._targets[place]

    def _ask(self, outgoing: Outgoing, count: int, confirmed: bool) -> None:
        host = outgoing.address.host
        if outgoing.address.is_loopback or host in self.agreed:
            return
        if not confirmed:
            raise AppError(
                "resend.confirm",
                "Ask.",
                host=host,
                method=outgoing.request.method,
                count=count,
                url=outgoing.url,
            )
        self.agreed.add(host)
