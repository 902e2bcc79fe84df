"""Looking in the background: what arrives, what has to be checked again, what ends the process."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.engine.running import until
from tests.engine.signed import SECRET, arrival, stripe_request

from garfio.core.capture import CaptureSummary
from garfio.core.endpoint import Endpoint, record_of
from garfio.core.shape import DELIVERIES
from garfio.core.signature import Secret
from garfio.engine import looker as looker_module
from garfio.engine.looker import Looker, Progress
from garfio.engine.plan import PlanSource
from garfio.engine.shape.learner import BATCH, Learner, Study
from garfio.engine.store import endpoints, looks, reading, shapes
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect_reading, open_database
from garfio.engine.store.looks import Outcome, Span
from garfio.engine.store.shapes import Lesson
from garfio.engine.store.writer import Writer
from garfio.engine.tasks import Tasks
from garfio.engine.verification import Plan
from garfio.engine.verifier import VerifierError, look

RECORD = record_of(Secret(SECRET), "1", "/stripe", 0)


@dataclass
class InProcess:
    """A verifier without a process, that dies of some captures."""

    path: Path
    deadly: set[int] = field(default_factory=set)
    spans: list[Span] = field(default_factory=list)

    async def prepare(self) -> None: ...

    async def look(self, plan: Plan, span: Span) -> Outcome:
        self.spans.append(span)
        connection = connect_reading(self.path)
        try:
            outcome = look(connection, plan, span)
            if self.deadly & {row.id for row in looks.material(connection, span)}:
                raise VerifierError("dead")
        finally:
            connection.close()
        return outcome

    async def study(self, _plan: Plan, order: Study) -> Lesson:
        if self.deadly:
            raise VerifierError("dead")
        connection = connect_reading(self.path)
        try:
            return Learner(connection).study(order)
        finally:
            connection.close()

    async def close(self) -> None: ...


class Setting:
    """A looker on a database, and what it told."""

    def __init__(self, path: Path, writer: Writer, looker: Looker, source: PlanSource) -> None:
        self.path = path
        self.writer = writer
        self.looker = looker
        self.source = source
        self.looked: list[int] = []
        self.progress: list[Progress] = []
        self.verifier = InProcess(path)
        looker._verifier = self.verifier  # type: ignore[assignment]
        looker.looked.connect(self.looked.extend)
        looker.progressed.connect(self.progress.append)

    async def store(self, *requests: Any) -> list[int]:
        arrivals = [arrival(request) for request in requests]
        return await self.writer.run(lambda db: insert_arrivals(db, arrivals))

    async def add_secret(self, value: str = SECRET) -> None:
        self.source.memory.put("1", value)
        await self.writer.run(partial(endpoints.put_secret, record=RECORD))

    async def catch_up(self) -> None:
        self.looker._version = None  # as if the time for it had come
        while await self.looker.round():
            pass

    def rows(self) -> list[CaptureSummary]:
        connection = connect_reading(self.path)
        try:
            return reading.page(connection, oldest_first=True, limit=None)
        finally:
            connection.close()

    def verdicts(self) -> list[str]:
        return [row.verdict for row in self.rows()]


@contextlib.asynccontextmanager
async def setting(path: Path) -> AsyncIterator[Setting]:
    open_database(path)
    writer = Writer(path, asyncio.get_running_loop())
    source = PlanSource(path, {"GARFIO_SECRET_STORE": "memory"})
    looker = Looker(path, writer, source)
    found = Setting(path, writer, looker, source)
    try:
        yield found
    finally:
        await looker.close()
        await writer.close()


async def test_what_is_stored_gets_a_verdict(db: Path) -> None:
    """Whatever was there before too; who listens is told once."""
    async with setting(db) as now:
        await now.store(stripe_request(), stripe_request("whsec_other"))
        await now.add_secret()
        await now.catch_up()
        assert now.verdicts() == ["valid", "invalid"]
        assert now.looked == [1, 2]
        await now.store(stripe_request())
        await now.catch_up()
        assert now.looked == [1, 2, 3]
        assert await now.looker.round() is False


async def test_shapes_are_learned_when_all_have_a_verdict(db: Path) -> None:
    """Behind the verdicts; who listens is told of what drifts, and of nothing else."""
    async with setting(db) as now:
        bodies = [b'{"id": "evt_%d", "type": "a.b", "n": 1}' % number for number in range(DELIVERIES)]
        await now.store(*[stripe_request(body=body) for body in bodies])
        await now.catch_up()
        assert (await now.writer.run(shapes.known))[0].deliveries == DELIVERIES
        now.looked.clear()
        await now.store(stripe_request(body=b'{"id": "evt_x", "type": "a.b", "n": "1"}'))
        await now.catch_up()
        assert now.looked == [DELIVERIES + 1] * 2
        assert [row.drift for row in now.rows()] == [0] * DELIVERIES + [1]
        assert await now.looker.round() is False


async def test_a_stream_that_never_pauses_teaches_too(db: Path) -> None:
    """Seen to fail with shapes learned only in rounds that find nothing new."""
    async with setting(db) as found:
        for _ in range(BATCH + 1):
            await found.store(stripe_request())
            await found.looker.round()
        assert _learned(found.path) >= BATCH


@pytest.mark.parametrize(("a_second", "pause_s"), [(5, 0.01), (100, 0.1), (5000, 0.2)])
async def test_the_faster_captures_come_the_more_are_looked_at_together(
    db: Path, a_second: int, pause_s: float
) -> None:
    """One alone has its verdict at once; a commit for each of many would be in the way of acknowledgements."""
    async with setting(db) as found:
        await found.store(*[stripe_request()] * a_second)
        found.looker._newest_at = asyncio.get_running_loop().time() - 1
        await found.looker.round()
        found.looker._behind = False
        assert found.looker._pause_s == pause_s
        found.looker._behind = True
        assert found.looker._pause_s == (pause_s if a_second > 1500 else 0.01)


def _learned(path: Path) -> int:
    connection = connect_reading(path)
    try:
        return shapes.position(connection)[0]
    finally:
        connection.close()


async def test_a_process_that_dies_of_a_shape_is_not_asked_again(db: Path) -> None:
    """The captures that it died of are passed over."""
    async with setting(db) as now:
        await now.store(stripe_request())
        now.verifier.deadly.add(99)
        await now.catch_up()
        assert await now.writer.run(shapes.position) == (1, 1)
        assert await now.writer.run(shapes.known) == []


async def test_a_new_secret_checks_again_from_the_newest(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With progress, and only what differs is told."""
    monkeypatch.setattr(looker_module, "_RECHECK", 2)
    async with setting(db) as now:
        await now.store(*[stripe_request()] * 3, stripe_request(path="/other"))
        await now.catch_up()
        assert set(now.verdicts()) == {"no_secret"}
        now.looked.clear()
        await now.add_secret()
        await now.catch_up()
        assert now.verdicts() == ["valid"] * 3 + ["no_secret"]
        assert now.looked == [3, 2, 1]
        assert [progress.path for progress in now.progress] == ["/stripe", "/stripe", ""]
        assert [progress.done for progress in now.progress[:2]] == [0, 3]
        await now.writer.run(partial(endpoints.remove_secret, wanted="1"))
        await now.catch_up()
        assert set(now.verdicts()) == {"no_secret"}


async def test_a_change_in_between_is_not_lost(db: Path) -> None:
    """What was being looked at when a secret was added is looked at again with it."""
    async with setting(db) as now:
        await now.store(stripe_request())
        await now.looker._read_plan()
        honest = now.verifier.look

        async def slow(plan: Plan, span: Span) -> Outcome:
            outcome = await honest(plan, span)
            if len(now.verifier.spans) == 1:
                await now.add_secret()
            return outcome

        now.verifier.look = slow  # type: ignore[method-assign]
        await now.catch_up()
        assert now.verdicts() == ["valid"]
        assert len(now.verifier.spans) == 2


async def test_two_programs_do_not_look_twice(db: Path) -> None:
    """The second finds that the first was faster."""
    async with setting(db) as first, setting(db) as second:
        await first.store(stripe_request())
        await first.looker._read_plan()
        honest = second.verifier.look

        async def slower(plan: Plan, span: Span) -> Outcome:
            outcome = await honest(plan, span)
            await first.catch_up()
            return outcome

        second.verifier.look = slower  # type: ignore[method-assign]
        await second.catch_up()
        assert (first.looked, second.looked) == ([1], [])


async def test_one_that_ends_the_process_is_passed_over(db: Path) -> None:
    """The others get their verdicts."""
    async with setting(db) as now:
        await now.add_secret()
        await now.store(*[stripe_request()] * 4)
        now.verifier.deadly = {3}
        await now.catch_up()
        assert now.verdicts() == ["valid", "valid", "unverifiable", "valid"]


async def test_lent_secrets_are_used(db: Path) -> None:
    """Those that another process keeps in memory, also for what came before them."""
    async with setting(db) as now:
        await now.store(stripe_request())
        await now.writer.run(partial(endpoints.put_secret, record=RECORD))
        await now.catch_up()
        assert now.verdicts() == ["no_secret"]
        now.looker.lend({"1": SECRET})
        while await now.looker.round() or now.looker._version is None:
            pass
        await now.catch_up()
        assert now.verdicts() == ["valid"]


async def test_it_runs_by_itself(db: Path) -> None:
    """Woken by a capture; the plan is told to who answers endpoint checks."""
    async with setting(db) as now:
        plans: list[Plan] = []
        now.looker.plan_changed.connect(plans.append)
        tasks = Tasks()
        tasks.spawn(now.looker.run(), "looker")
        await until(lambda: plans)
        await now.writer.run(partial(endpoints.add_endpoint, added=Endpoint("/stripe", "stripe")))
        await now.store(stripe_request())
        now.looker.wake()
        await until(lambda: now.verdicts() == ["no_secret"])
        await until(lambda: plans[-1].endpoints)
        await tasks.close()
