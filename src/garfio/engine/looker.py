"""Looking at captures after they were acknowledged: who sent them, which event, whether the signature holds, and what
their shape teaches.

In batches, one after another: new captures, then those that are checked again, then shapes. Runs in the listener's
process, or in the window's while no listener runs; what was found is written by this process's writer, in short
transactions, and only if nobody else was faster.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import apsw

from garfio.core.errors import AppError
from garfio.engine.keys import KeyFetcher, KeyRunner
from garfio.engine.plan import PlanSource
from garfio.engine.shape.learner import BATCH, Study
from garfio.engine.shape.learner import give_up as give_up_study
from garfio.engine.signal import Signal
from garfio.engine.store import endpoints, looks, shapes
from garfio.engine.store.looks import LOOKS, RECHECKS, Outcome, Span
from garfio.engine.store.reader import Reader
from garfio.engine.store.shapes import Lesson
from garfio.engine.store.writer import Group, StoreError, Writer
from garfio.engine.tasks import Tasks
from garfio.engine.verification import Plan
from garfio.engine.verifier import Verifier, VerifierError, give_up

_TICK_S = 0.5
"""How often changes of endpoints and secrets are looked for."""
_GATHER_S = 0.01
"""Least time between two looks, so that a flood makes them bigger, not more."""
_FLOOD = 1500
"""Captures a second from which on looking stands back: it runs behind, and catches up when the flood is over."""
_FLOOD_PAUSE_S = 0.2
"""Seconds between two looks while there is a flood."""
_STEADY = 20
"""Captures a second from which on several are looked at together: a commit for each would be in the way of
acknowledgements."""
_STEADY_PAUSE_S = 0.1
"""Seconds between two looks at a steady stream."""
_RETRY_S = 30.0
"""Seconds until secrets that could not be read are asked for again."""
_NEW = 64
_RECHECK = 500


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a new check of captures has come."""

    path: str
    """The endpoint's path; empty when all is done."""
    done: int
    """Out of `total`, counted in ids."""
    total: int


class Looker:
    """Looks at one database's captures. `run` goes on until it is cancelled; `round` is one step of it."""

    def __init__(
        self, path: Path, writer: Writer, source: PlanSource, fetcher: KeyFetcher | None = None
    ) -> None:
        self.looked: Signal[Sequence[int]] = Signal()
        """What was found of these captures has changed."""
        self.progressed: Signal[Progress] = Signal()
        self.plan_changed: Signal[Plan] = Signal()
        self.trouble_changed: Signal[AppError | None] = Signal()
        """Secrets cannot be read, or can be again."""
        self._writer = writer
        self._source = source
        self._reader = Reader(path, "store-looker")
        self._verifier = Verifier(path)
        self._keys = KeyRunner(writer, fetcher or KeyFetcher())
        self._fetching = Tasks()
        self._fetch_task: asyncio.Task[bool] | None = None
        self._wake = asyncio.Event()
        self._version: object = None
        self._looked_for_changes_at = float("-inf")
        self._read_at = float("-inf")
        self._careful = 0
        """Captures that are still looked at one by one, because one of them has ended the process."""
        self._checking = False
        self._newest = 0
        self._newest_at = float("-inf")
        self._rate = 0.0
        """Captures a second that come in at present."""
        self._behind = False
        """True while more waits than one look takes."""

    @property
    def plan(self) -> Plan:
        """What captures are checked against at present."""
        return self._source.plan

    def wake(self, _capture: object = None) -> None:
        """A capture has been stored."""
        self._wake.set()

    def lend(self, values: dict[str, str]) -> None:
        """Use the secrets that another process keeps in memory alone, by id."""
        self._source.memory.replace(values)
        self._version = None
        self._read_at = float("-inf")
        self._wake.set()

    async def close(self) -> None:
        """End the process and the thread; a key that is being fetched is given up."""
        await self._fetching.close()
        await self._verifier.close()
        await self._reader.close()

    async def run(self) -> None:
        """Look at what is new, then at what has to be checked again."""
        await self._verifier.prepare()
        while True:
            self._wake.clear()
            try:
                more = await self.round()
            except (apsw.Error, StoreError):
                more = False  # the writer says what is wrong; the next round tries again
            await asyncio.sleep(self._pause_s)
            if more:
                continue
            try:
                async with asyncio.timeout(_TICK_S):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def round(self) -> bool:
        """One batch; True when there is more to do."""
        await self._read_plan()
        after, newest, rechecks, learned = await self._reader.run(_state)
        self._measure(newest)
        if newest > after:
            self._behind = newest - after > _NEW
            await self._step(Span(after, limit=_NEW))
            if not self._behind and after - learned >= BATCH:
                await self._learn()  # a steady stream leaves no moment in which nothing is new
            return True
        if not rechecks:
            if self._checking:
                self._checking = False
                self.progressed.emit(Progress("", 1, 1))
            self._fetch()
            return learned < after and await self._learn()
        first = rechecks[0]
        self._checking = True
        self.progressed.emit(Progress(first.path, max(0, first.total - first.below + 1), first.total))
        await self._step(Span(scope=first.path, below=first.below, limit=_RECHECK))
        return True

    async def settle(self) -> bool:
        """Wait for the key that is being fetched; True when one came and captures are to be checked with it."""
        task, self._fetch_task = self._fetch_task, None
        return task is not None and await task

    # --- inside

    def _fetch(self) -> None:
        """Fetch the next key that is wanted, beside the rounds: the answer may take its time."""
        if not self._fetching and self._keys.is_due:
            self._fetch_task = self._fetching.spawn(self._fetch_one(), "keys")

    async def _fetch_one(self) -> bool:
        kept = await self._keys.round(self.plan.consents, self.plan.keys)
        self._version = None
        self._looked_for_changes_at = float("-inf")
        self._wake.set()
        return kept

    @property
    def _pause_s(self) -> float:
        """Seconds until the next look."""
        if self._rate > _FLOOD:
            return _FLOOD_PAUSE_S
        return _STEADY_PAUSE_S if self._rate > _STEADY and not self._behind else _GATHER_S

    def _measure(self, newest: int) -> None:
        """How fast captures come in, over a tenth of a second at least."""
        now = asyncio.get_running_loop().time()
        if now - self._newest_at < 0.1:
            return
        self._rate = (newest - self._newest) / (now - self._newest_at)
        self._newest, self._newest_at = newest, now

    async def _step(self, span: Span) -> None:
        """Look at a span and write what was found."""
        outcome = await self._look(span)
        if outcome is None:
            return
        self._keys.want(outcome.keys)
        group = LOOKS if span.scope is None else RECHECKS
        if not await self._write(group, outcome):
            self._version = None  # endpoints or secrets have changed, or another process has looked
        elif outcome.found:
            self.looked.emit([number for number, _found in outcome.found])

    async def _learn(self) -> bool:
        """Learn from the next captures; False when it could not be written."""
        try:
            lesson = await self._verifier.study(self.plan, Study())
        except VerifierError:
            lesson = await self._reader.run(give_up_study)
        if not await self._write(shapes.LESSONS, lesson):
            return False  # shapes have been forgotten, or another process has learned
        if lesson.drifts:
            self.looked.emit([number for number, _changes in lesson.drifts])
        return True

    async def _look(self, span: Span) -> Outcome | None:
        """The outcome; None when the process has ended, after which captures are looked at one by one and the one
        that ends it again is passed over."""
        single = self._careful > 0
        if single:
            self._careful -= 1
            span = replace(span, limit=1)
        try:
            return await self._verifier.look(self.plan, span)
        except VerifierError:
            if single:
                return give_up(span, await self._reader.run(_first, span), self.plan.revision)
            self._careful = _RECHECK
            return None

    async def _write(self, group: Group, outcome: Outcome | Lesson) -> bool:
        future: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

        def done(result: bool, failure: object) -> None:
            if not future.done():
                future.set_result(bool(result) and failure is None)

        self._writer.submit(group, outcome, done)
        return await future

    async def _read_plan(self) -> None:
        """Take over what others have changed of endpoints and secrets."""
        now = asyncio.get_running_loop().time()
        trouble = self._source.trouble
        again = trouble is not None and now - self._read_at > _RETRY_S
        if self._version is not None and now - self._looked_for_changes_at < _TICK_S:
            return
        self._looked_for_changes_at = now
        version = await self._reader.run(_data_version)
        if version == self._version and not again:
            return
        self._version = version
        rows = await self._reader.run(endpoints.read_rows)
        if rows == self._source.rows and self._read_at > 0 and not again:
            return
        self._read_at = now
        if rows.consents != self._source.rows.consents or _tries(rows) < _tries(self._source.rows):
            self._keys.forget_tries()
        for path in await self._source.update(rows):
            await self._writer.run(partial(looks.request_recheck, path=path))
            self._version = None
        if (self._source.trouble is None) != (trouble is None):
            self.trouble_changed.emit(self._source.trouble)
        self.plan_changed.emit(self.plan)


def _tries(rows: endpoints.Rows) -> int:
    return sum(bool(key.trouble) for key in rows.keys)


def _data_version(connection: apsw.Connection) -> object:
    return connection.execute("PRAGMA data_version").fetchone()


def _state(connection: apsw.Connection) -> tuple[int, int, list[looks.Recheck], int]:
    """How far was looked, the newest capture, what has to be checked again, and how far was learned."""
    learned, looked = shapes.position(connection)
    return looked, looks.passed(connection, Span()), looks.rechecks(connection), learned


def _first(connection: apsw.Connection, span: Span) -> int:
    """The capture that a span begins with."""
    return next((row.id for row in looks.material(connection, replace(span, limit=1))), span.after)
