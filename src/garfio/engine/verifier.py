"""Looking at captures in a process of its own, with a low priority: no acknowledgement waits for a verdict, nor for
what is learned of shapes.

On a thread, checking would compete with the listener's loop for the interpreter at every step. The process reads
the captures itself; secrets reach it through a pipe, and it ends when that pipe closes, however the listener ended.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
from dataclasses import replace
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import apsw
import psutil

from garfio.engine.shape.learner import Learner, Study
from garfio.engine.shape.schemas import schema_verdict
from garfio.engine.store import looks
from garfio.engine.store.database import connect_reading
from garfio.engine.store.looks import Found, Outcome, Span
from garfio.engine.store.shapes import Lesson
from garfio.engine.verification import VERIFY_LIMIT, Plan, findings, judge, open_case

_BATCH_BYTES = 4 << 20
"""Bytes of bodies after which a batch ends early."""
_BATCH_S = 0.25
"""Seconds after which a batch ends early."""
_PATIENCE_S = 60.0
"""Seconds for one batch; a process that takes longer is ended."""
_NICE = 10


class VerifierError(Exception):
    """The process died, or took too long."""


def look(connection: apsw.Connection, plan: Plan, span: Span) -> Outcome:
    """Look at the captures of a span: what they say of themselves, and whether their signatures hold."""
    connection.execute("BEGIN")  # rows and the end of the span are of one moment
    try:
        return _look(connection, plan, span)
    finally:
        connection.execute("COMMIT")


def _look(connection: apsw.Connection, plan: Plan, span: Span) -> Outcome:
    found: list[tuple[int, Found]] = []
    wanted: set[tuple[str, str]] = set()
    seen = count = last = 0
    until = time.monotonic() + _BATCH_S
    for row in looks.material(connection, span):
        count, last = count + 1, row.id
        request = looks.request_of(connection, row, VERIFY_LIMIT)
        at_unix, size = row.received_at_us / 1e6, row.size
        case = open_case(request, plan, at_unix, complete=row.complete, handshake=row.handshake, size=size)
        now = findings(case, judge(case, size))
        if now.endpoint and not row.handshake:
            now = replace(now, schema=schema_verdict(connection, now.endpoint, now.event_type, request))
        if case.key is not None and case.key.state in ("wanted", "failed") and case.provider is not None:
            wanted.add((case.provider.id, case.key.location.url))
        if span.scope is None or _differs(row.before, now):
            found.append((row.id, now))
        seen += size
        if seen > _BATCH_BYTES or time.monotonic() > until:
            return Outcome(span, last, tuple(found), True, plan.revision, frozenset(wanted))
    if count < span.limit:
        last = looks.passed(connection, span)
    more = count == span.limit if span.scope is None else last > 1
    return Outcome(span, last, tuple(found), more, plan.revision, frozenset(wanted))


def give_up(span: Span, capture: int, revision: int) -> Outcome:
    """The outcome for a capture whose look killed the process or never ended."""
    found = Found(verdict="unverifiable")
    return Outcome(span, capture, ((capture, found),), True, revision)


def _differs(before: Found, now: Found) -> bool:
    """True when a new check has found something else; a retry may also be one for an earlier capture."""
    names = ("endpoint", "provider", "event_type", "delivery_id", "verdict", "schema")
    return any(getattr(before, name) != getattr(now, name) for name in names)


def serve(pipe: Connection, path: str) -> None:
    """Answer spans with outcomes until the pipe closes; a plan in between is used from then on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the listener, which ends us
    with contextlib.suppress(psutil.Error, OSError):
        if sys.platform == "win32":
            psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        else:
            psutil.Process().nice(_NICE)
    # The listener's own pipes must close when it dies, not when we notice.
    silence = os.open(os.devnull, os.O_RDWR)
    for descriptor in {0, 1} - {pipe.fileno()}:
        os.dup2(silence, descriptor)
    connection = connect_reading(Path(path))
    plan, learner = Plan(), Learner(connection)
    with contextlib.suppress(EOFError, OSError):
        while True:
            job: object = pipe.recv()
            if isinstance(job, Plan):
                plan = job
            elif isinstance(job, Span | Study):
                pipe.send(_answer(connection, learner, plan, job))


def _answer(
    connection: apsw.Connection, learner: Learner, plan: Plan, job: Span | Study
) -> Outcome | Lesson | str:
    try:
        return learner.study(job) if isinstance(job, Study) else look(connection, plan, job)
    except apsw.Error as error:
        return type(error).__name__


class Verifier:
    """The process, as its owner sees it; started when it is first needed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._plan: Plan | None = None
        self._asking = threading.Lock()
        self._ended = False

    @property
    def pid(self) -> int | None:
        """Its process id; None while there is none."""
        return self._process.pid if self._process else None

    async def prepare(self) -> None:
        """Start it, so that the first capture need not wait for that."""
        await asyncio.to_thread(self._start)

    async def look(self, plan: Plan, span: Span) -> Outcome:
        """The outcome of a span. Raises VerifierError, and apsw.Error when the database could not be read."""
        answer = await asyncio.to_thread(self._ask, plan, span)
        if isinstance(answer, Outcome):
            return answer
        raise apsw.Error(answer)

    async def study(self, plan: Plan, order: Study) -> Lesson:
        """What the next captures teach of shapes. Raises as `look` does."""
        answer = await asyncio.to_thread(self._ask, plan, order)
        if isinstance(answer, Lesson):
            return answer
        raise apsw.Error(answer)

    async def close(self) -> None:
        """End it; what it was doing is abandoned."""
        self._ended = True
        process = self._process
        if process is not None and process.pid is not None:  # one that is just being started is ended below
            process.kill()  # a thread that waits for its answer hears of it
        await asyncio.to_thread(self._end)

    def _ask(self, plan: Plan, job: Span | Study) -> Outcome | Lesson | str:
        with self._asking:
            if self._ended:
                raise VerifierError("It has been closed.")
            try:
                return self._exchange(plan, job)
            except (EOFError, OSError) as error:
                self._stop()
                raise VerifierError(type(error).__name__) from error

    def _start(self) -> None:
        with self._asking:
            if self._pipe is None and not self._ended:
                self._begin()

    def _exchange(self, plan: Plan, job: Span | Study) -> Outcome | Lesson | str:
        if self._pipe is None:
            self._begin()
        assert self._pipe is not None
        if plan is not self._plan:
            self._pipe.send(plan)
            self._plan = plan
        self._pipe.send(job)
        if not self._pipe.poll(_PATIENCE_S):
            raise TimeoutError
        answer: Outcome | Lesson | str = self._pipe.recv()
        return answer

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, str(self._path)), name="verifier", daemon=True
        )
        self._process.start()
        theirs.close()

    def _end(self) -> None:
        with self._asking:
            self._stop()

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = self._plan = None
