"""Many sends in order and in time: prepared a little ahead, recorded before they leave, bounded, cancellable.

Rows are written ahead in small groups, so that a commit is paid for several; what was prepared and then not
sent is taken back. Outcomes are written behind, and the run ends when all of them are durable.
"""

from __future__ import annotations

import asyncio
import time
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter

from garfio.core.attempt import AttemptId, unmet_expectations
from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.outgoing import Outgoing
from garfio.core.target import Target
from garfio.engine.resend.sender import Sender
from garfio.engine.resend.sent import Course, Sent
from garfio.engine.signal import Signal
from garfio.engine.store import attempts
from garfio.engine.store.attempts import NewAttempt, Result
from garfio.engine.store.database import Trouble
from garfio.engine.store.writer import StoreError, Writer

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
    """Sends jobs. `progress_changed` fires with each recorded outcome, and once more at the end."""

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
        on_recorded: Callable[[CaptureId], object] = lambda _: None,
    ) -> None:
        self.progress_changed: Signal[Progress] = Signal()
        self.progress = Progress(len(jobs))
        self.ids: list[AttemptId] = []
        """Attempts that were begun, in order."""
        self.errors: list[tuple[CaptureId, AppError]] = []
        """Captures that were skipped, with the reason."""
        self.trouble: Trouble | None = None
        """Why something could not be recorded; nothing was sent from then on."""
        self._jobs = deque(jobs)
        self._prepare = prepare
        self._sender = sender
        self._writer = writer
        self._cause = cause
        self._parallel = parallel
        self._stop_on_failure = stop_on_failure
        self._on_recorded = on_recorded
        self._stopping = asyncio.Event()
        self._waiting: set[AttemptId] = set()
        """Recorded, and not sent yet."""
        self._open = 0
        """Writes that are not durable yet."""
        self._durable = asyncio.Event()
        self._sends: set[asyncio.Task[None]] = set()
        self._began = 0.0
        self._process = attempts.this_process()

    def cancel(self) -> None:
        """Break off what is under way, which is recorded as cancelled, and send no more."""
        if not self.progress.over:
            self.progress = replace(self.progress, cancelled=True)
            self._stopping.set()
            for task in self._sends:
                task.cancel()

    async def execute(self) -> None:
        """Send all of it; returns when every outcome is recorded, or `trouble` says why it cannot be."""
        self._began = time.monotonic()
        self.progress = replace(self.progress, started_at_us=time.time_ns() // 1000)
        room = asyncio.Semaphore(self._parallel)
        try:
            async with asyncio.TaskGroup() as group:
                batch = await self._batch()
                while batch is not None:
                    # The next ones are prepared and recorded while these are sent.
                    following = group.create_task(self._batch())
                    for attempt, prepared in batch:
                        await self._until(prepared.job.at_us)
                        await room.acquire()
                        if self._stopping.is_set():
                            break
                        task = group.create_task(self._send(attempt, prepared))
                        self._sends.add(task)
                        task.add_done_callback(self._sends.discard)
                        task.add_done_callback(lambda _: room.release())
                    batch = await following
        finally:
            while self._open:
                await self._durable.wait()
            await self._withdraw()
            self.progress = replace(self.progress, over=True)
            self.progress_changed.emit(self.progress)

    # --- inside
    # --------------------------------------------------------------------------------------------------

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
        return await self._begin([entry for entry in made if isinstance(entry, Prepared)])

    async def _begin(self, prepared: list[Prepared]) -> list[tuple[AttemptId, Prepared]] | None:
        """Record what is about to be sent. What is recorded and not sent, however this ends, is in
        `_waiting`."""
        begun: list[tuple[AttemptId, Prepared]] = []
        ready = asyncio.Event()

        def recorded(entry: Prepared, attempt: AttemptId, failure: Trouble | BaseException | None) -> None:
            if failure is None:
                self.ids.append(attempt)
                self._waiting.add(attempt)
                begun.append((attempt, entry))
            self._settled(failure)
            if len(begun) == len(prepared) or failure is not None:
                ready.set()

        for entry in prepared:
            row = new_attempt(entry, self._cause, self._process)
            group = attempts.LARGE_BEGINS if row.is_large else attempts.BEGINS
            self._open += 1
            self._durable.clear()
            self._writer.submit(group, row, partial(recorded, entry))
        if prepared:
            await ready.wait()
        return None if self.trouble else sorted(begun, key=itemgetter(0))

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
        self._waiting.discard(attempt)
        started_at_us, course = time.time_ns() // 1000, Course()
        target = prepared.job.target
        try:
            sent = await self._sender.send(prepared.outgoing, target, course)
        except asyncio.CancelledError:
            self._record(attempt, prepared, started_at_us, course.cancelled)
            raise
        self._record(attempt, prepared, started_at_us, sent)

    def _record(self, attempt: AttemptId, prepared: Prepared, started_at_us: int, sent: Sent) -> None:
        unmet = unmet_expectations(prepared.job.target.expectations, sent.outcome, sent.timings.total_us)
        rest = (unmet, sent.hops, sent.stopped, sent.request)
        result = Result(attempt, started_at_us, sent.outcome, sent.timings, sent.peer, *rest)
        if unmet and self._stop_on_failure:
            self.progress = replace(self.progress, stopped=True)
            self._stopping.set()
        self._open += 1
        self._durable.clear()

        def recorded(_result: object, failure: Trouble | BaseException | None) -> None:
            if failure is None:
                self._count(result)
                self._on_recorded(prepared.job.capture)
            self._settled(failure)

        group = attempts.LARGE_RESULTS if result.is_large else attempts.RESULTS
        self._writer.submit(group, result, recorded)

    def _settled(self, failure: Trouble | BaseException | None) -> None:
        """One more write is durable, or cannot be."""
        self._open -= 1
        if isinstance(failure, Trouble):
            self.trouble = failure
            self._stopping.set()
        if not self._open:
            self._durable.set()

    def _count(self, result: Result) -> None:
        now = self.progress
        failed = bool(result.unmet)
        self.progress = replace(
            now, finished=now.finished + 1, passed=now.passed + (not failed), failed=now.failed + failed
        )
        self.progress_changed.emit(self.progress)

    async def _withdraw(self) -> None:
        """Take back what was recorded and not sent."""
        gone, self._waiting = self._waiting, set()
        if not gone:
            return
        self.ids = [attempt for attempt in self.ids if attempt not in gone]
        try:
            await self._writer.run(partial(attempts.withdraw, ids=sorted(gone)))
        except StoreError as error:
            self.trouble = error.trouble


def new_attempt(prepared: Prepared, cause: str, process: str) -> NewAttempt:
    """The row that is written before `prepared` is sent."""
    job, outgoing = prepared.job, prepared.outgoing
    return NewAttempt(
        job.capture, job.target.name, outgoing.url, cause, outgoing.request, prepared.own_body, process
    )
