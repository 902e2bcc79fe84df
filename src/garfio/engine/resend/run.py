"""Many sends in order and in time: prepared a little ahead, recorded before they leave, bounded, cancellable.

As many workers as may send at once take one after the other from what is prepared; `ledger` writes rows ahead and
outcomes behind. The run ends when all of them are durable.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from garfio.core.attempt import AttemptId, unmet_expectations
from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.outgoing import Outgoing
from garfio.core.target import Target
from garfio.engine.resend.ledger import Ledger
from garfio.engine.resend.sender import Sender
from garfio.engine.resend.sent import Course, Sent
from garfio.engine.signal import Signal
from garfio.engine.store import attempts
from garfio.engine.store.attempts import NewAttempt, Result
from garfio.engine.store.database import Trouble
from garfio.engine.store.writer import Writer

_AHEAD = 64
"""Sends that are prepared and recorded ahead at most."""
_AHEAD_BYTES = 8 * 1024 * 1024
_AHEAD_US = 300_000
"""A send that is due later than this is not prepared yet."""


@dataclass(frozen=True, slots=True)
class Job:
    """One send that is wanted."""

    capture: CaptureId
    """0 for a sample."""
    target: Target
    at_us: int = 0
    """Microseconds after the start of the run."""
    size: int = 0
    """Bytes of the body, about."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A job whose message is made."""

    job: Job
    outgoing: Outgoing
    own_body: bool
    """True when body and framing are not the capture's."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run has come."""

    total: int
    finished: int = 0
    """Sends whose outcome is recorded."""
    passed: int = 0
    failed: int = 0
    """Answers that were not as expected, and failures."""
    skipped: int = 0
    """Captures that could not be made into a message; see `Run.errors`."""
    started_at_us: int = 0
    over: bool = False
    cancelled: bool = False
    stopped: bool = False
    """An answer was not as expected, and the run was to end with that."""

    @property
    def per_second(self) -> float:
        """Recorded outcomes a second since the start."""
        elapsed = time.time() - self.started_at_us / 1e6
        return self.finished / elapsed if elapsed > 0 else 0.0

    @property
    def left_s(self) -> float | None:
        """Seconds that are left at this speed; None when it cannot be told yet."""
        rate = self.per_second
        return (self.total - self.finished - self.skipped) / rate if rate else None


Prepare = Callable[[Sequence[Job]], Awaitable[list[Prepared | AppError]]]


class Run:
    """Sends jobs. `progress_changed` fires when outcomes have been recorded, and once more at the end."""

    def __init__(
        self,
        jobs: Sequence[Job],
        prepare: Prepare,
        sender: Sender,
        writer: Writer,
        *,
        cause: str,
        parallel: int = 1,
        stop_on_failure: bool = False,
        on_recorded: Callable[[frozenset[CaptureId]], object] = lambda _: None,
    ) -> None:
        self.progress_changed: Signal[Progress] = Signal()
        self.progress = Progress(len(jobs))
        self.errors: list[tuple[CaptureId, AppError]] = []
        """Captures that were skipped, with the reason."""
        self._jobs = deque(jobs)
        self._prepare = prepare
        self._sender = sender
        self._ledger = Ledger(writer, self._on_finished, self._stop)
        self._cause = cause
        self._parallel = min(parallel, max(1, len(jobs)))
        self._stop_on_failure = stop_on_failure
        self._on_recorded = on_recorded
        self._stopping = asyncio.Event()
        self._ready: asyncio.Queue[tuple[AttemptId, Prepared] | None] = asyncio.Queue()
        """Recorded, and not sent yet; None tells a worker that no more comes."""
        self._hungry = asyncio.Event()
        """Little is ready, or the run is to end."""
        self._workers: list[asyncio.Task[None]] = []
        self._answered: dict[AttemptId, CaptureId] = {}
        """What was answered, and is not durable yet."""
        self._sending = 0
        """How many are on their way."""
        self._began = 0.0
        self._process = attempts.this_process()

    @property
    def ids(self) -> list[AttemptId]:
        """Attempts that were begun, in order."""
        return self._ledger.ids

    @property
    def trouble(self) -> Trouble | None:
        """Why something could not be recorded; nothing was sent from then on."""
        return self._ledger.trouble

    def cancel(self) -> None:
        """Break off what is under way, which is recorded as cancelled, and send no more."""
        if not self.progress.over:
            self.progress = replace(self.progress, cancelled=True)
            self._stop()
            for worker in self._workers:
                worker.cancel()

    async def execute(self) -> None:
        """Send all of it; returns when every outcome is recorded, or `trouble` says why it cannot be."""
        self._began = time.monotonic()
        self.progress = replace(self.progress, started_at_us=time.time_ns() // 1000)
        try:
            async with asyncio.TaskGroup() as group:
                self._workers = [group.create_task(self._work()) for _ in range(self._parallel)]
                await self._feed()
        finally:
            await self._ledger.close()
            self.progress = replace(self.progress, over=True)
            self.progress_changed.emit(self.progress)

    # --- inside
    # --------------------------------------------------------------------------------------------------

    async def _feed(self) -> None:
        """Keep a little more ready than is being sent."""
        while (batch := await self._batch()) is not None:
            for entry in batch:
                self._ready.put_nowait(entry)
            if self._ready.qsize() > _AHEAD // 2 and not self._stopping.is_set():
                self._hungry.clear()
                await self._hungry.wait()
        for _ in self._workers:
            self._ready.put_nowait(None)

    async def _work(self) -> None:
        """Send what is ready, one after the other."""
        while (entry := await self._ready.get()) is not None:
            if self._ready.qsize() <= _AHEAD // 2:
                self._hungry.set()
            attempt, prepared = entry
            await self._until(prepared.job.at_us)
            if self._stopping.is_set():
                return
            try:
                await self._send(attempt, prepared)
            except asyncio.CancelledError:
                # One send that ended so, without anybody wanting it, is recorded; the others go on.
                task = asyncio.current_task()
                if task is None or task.cancelling():
                    raise

    def _stop(self) -> None:
        """Send no more; what is under way comes to its end."""
        self._stopping.set()
        self._hungry.set()

    async def _batch(self) -> list[tuple[AttemptId, Prepared]] | None:
        """The next sends, prepared and recorded; None when there are no more, or the run is to end."""
        if not self._jobs or self._stopping.is_set():
            return None
        await self._until(self._jobs[0].at_us)
        jobs = self._next_jobs()
        made = await self._prepare(jobs)
        skipped = [
            (job.capture, entry) for job, entry in zip(jobs, made, strict=True) if isinstance(entry, AppError)
        ]
        if skipped:
            self.errors += skipped
            self.progress = replace(self.progress, skipped=self.progress.skipped + len(skipped))
            self.progress_changed.emit(self.progress)
        if self._stopping.is_set():
            return None
        entries = [entry for entry in made if isinstance(entry, Prepared)]
        ids = await self._ledger.begin([new_attempt(entry, self._cause, self._process) for entry in entries])
        return [(one, entry) for one, entry in zip(ids, entries, strict=True) if one is not None]

    def _next_jobs(self) -> list[Job]:
        """The jobs that are due soon, as many as fit."""
        horizon = int((time.monotonic() - self._began) * 1e6) + _AHEAD_US
        jobs = [self._jobs.popleft()]
        size = jobs[0].size
        while self._jobs and len(jobs) < _AHEAD and self._jobs[0].at_us <= horizon:
            size += self._jobs[0].size
            if size > _AHEAD_BYTES:
                break
            jobs.append(self._jobs.popleft())
        return jobs

    async def _until(self, at_us: int) -> None:
        """Wait for the moment, or for the end of the run."""
        left = self._began + at_us / 1e6 - time.monotonic()
        if left > 0:
            try:
                async with asyncio.timeout(left):
                    await self._stopping.wait()
            except TimeoutError:
                return

    async def _send(self, attempt: AttemptId, prepared: Prepared) -> None:
        self._ledger.sent(attempt)
        self._sending += 1
        started_at_us, course = time.time_ns() // 1000, Course()
        target = prepared.job.target
        try:
            sent = await self._sender.send(prepared.outgoing, target, course)
        except asyncio.CancelledError:
            self._record(attempt, prepared, started_at_us, course.cancelled)
            raise
        self._record(attempt, prepared, started_at_us, sent)

    def _record(self, attempt: AttemptId, prepared: Prepared, started_at_us: int, sent: Sent) -> None:
        self._sending -= 1
        unmet = unmet_expectations(prepared.job.target.expectations, sent.outcome, sent.timings.total_us)
        rest = (unmet, sent.hops, sent.stopped, sent.request)
        result = Result(attempt, started_at_us, sent.outcome, sent.timings, sent.peer, *rest)
        if unmet and self._stop_on_failure:
            self.progress = replace(self.progress, stopped=True)
            self._stop()
        self._answered[attempt] = prepared.job.capture
        self._ledger.finish(result, at_once=not self._sending)

    def _on_finished(self, results: list[Result]) -> None:
        """Outcomes are durable."""
        failed = sum(bool(result.unmet) for result in results)
        now = self.progress
        self.progress = replace(
            now,
            finished=now.finished + len(results),
            passed=now.passed + len(results) - failed,
            failed=now.failed + failed,
        )
        self.progress_changed.emit(self.progress)
        self._on_recorded(frozenset(self._answered.pop(result.id) for result in results))


def new_attempt(prepared: Prepared, cause: str, process: str) -> NewAttempt:
    """The row that is written before `prepared` is sent."""
    job, outgoing = prepared.job, prepared.outgoing
    return NewAttempt(
        job.capture, job.target.name, outgoing.url, cause, outgoing.request, prepared.own_body, process
    )
