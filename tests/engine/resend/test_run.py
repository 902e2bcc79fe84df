"""Many sends: order, how many at once, timing, cancelling, stopping, and a disk that is full."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path
from typing import Any

import pytest
from tests.engine.resend.conftest import Store, bodies, captured, until
from tests.engine.resend.peers import Answer, Server, answering, doing, read_request, serving

from garfio.core.capture import CaptureId
from garfio.core.sequence import Pace
from garfio.engine.resend.desk import ResendDesk
from garfio.engine.resend.run import Progress, Run
from garfio.engine.store.database import Trouble
from garfio.engine.store.writer import StoreError

BODIES = [b"%03d" % number for number in range(100)]


async def test_order_is_kept(store: Store, desk: ResendDesk) -> None:
    """One hundred captures, one after another, in the order that was given."""
    ids = store(*(captured(body) for body in BODIES))
    async with serving() as server:
        rows = await desk.resend(ids[::-1], server.url)
    assert bodies(server.seen) == BODIES[::-1]
    assert [row.capture for row in rows] == ids[::-1]
    assert {row.state for row in rows} == {"response"}


def counting(most: list[int]) -> Any:
    def of(server: Server) -> Answer:
        now = 0

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal now
            server.seen.append(await read_request(reader))
            now += 1
            most.append(now)
            await asyncio.sleep(0.005)
            now -= 1
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

        return answer

    return of


@pytest.mark.parametrize("parallel", [1, 4])
async def test_so_many_at_once(store: Store, desk: ResendDesk, parallel: int) -> None:
    ids = store(*(captured(body) for body in BODIES[:30]))
    most: list[int] = []
    progress: list[Progress] = []
    async with serving(counting(most)) as server:
        run = await desk.start(ids, server.url, pace=Pace(parallel=parallel))
        run.progress_changed.connect(progress.append)
        await run.execute()
    assert max(most) == parallel
    assert sorted(bodies(server.seen)) == BODIES[:30]
    assert (run.progress.finished, run.progress.passed, run.progress.over) == (30, 30, True)
    counts = [one.finished for one in progress]
    assert counts == sorted(counts)
    assert run.progress.per_second > 0
    assert {row.cause for row in await desk.summaries(run.ids)} == {"sequence"}


async def test_gaps_are_kept(store: Store, desk: ResendDesk) -> None:
    times = [1_000_000, 1_100_000, 1_100_000, 1_300_000]
    ids = store(*(captured(b"x", received_at_us=at) for at in times))
    at: list[float] = []

    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        at.append(time.monotonic())
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")

    async with serving(doing(script)) as server:
        run = await desk.start(ids, server.url, pace=Pace(speed=2.0))
        begun, begun_us = time.monotonic(), time.time_ns() // 1000
        await run.execute()
    assert at[1] - begun >= 0.05
    assert at[3] - begun >= 0.15
    started = [row.started_at_us for row in await desk.summaries(run.ids)]
    assert started[3] - begun_us >= 150_000


async def test_stop_on_the_first_failure(store: Store, desk: ResendDesk) -> None:
    """What comes after a failure is not sent, and leaves no trace in the ledger."""
    ids = store(*(captured(body) for body in BODIES[:10]))
    good, bad = (b"HTTP/1.1 %d X\r\nContent-Length: 0\r\n\r\n" % status for status in (200, 500))
    async with serving(answering(good, good, bad, good)) as server:
        run = await desk.start(ids, server.url, pace=Pace(stop_on_failure=True))
        await run.execute()
    assert bodies(server.seen) == BODIES[:3]
    assert (run.progress.passed, run.progress.failed, run.progress.finished) == (2, 1, 3)
    assert run.progress.stopped
    assert not run.progress.cancelled
    assert len(run.ids) == 3
    assert await desk.attempts(ids[5]) == []


async def test_cancelling(store: Store, desk: ResendDesk) -> None:
    """What is under way is recorded as cancelled, what waits is not sent, at once."""
    ids = store(*(captured(body) for body in BODIES[:20]))

    async def script(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        server.seen.append(await read_request(reader))
        await reader.read()

    async with serving(doing(script)) as server:
        run = await desk.start(ids, server.url, pace=Pace(parallel=3))
        task = asyncio.get_running_loop().create_task(run.execute())
        await until(lambda: len(server.seen) == 3)
        run.cancel()
        async with asyncio.timeout(2):
            await task
    rows = await desk.summaries(run.ids)
    assert [(row.state, row.failure and row.failure.kind) for row in rows] == [("failure", "cancelled")] * 3
    assert run.progress.cancelled
    assert [row.id for capture in ids for row in await desk.attempts(capture)] == run.ids


async def test_a_run_that_is_abandoned_is_recorded(store: Store, desk: ResendDesk) -> None:
    """The program closes in the middle: what was under way is cancelled, nothing stays pending."""
    ids = store(*(captured(body) for body in BODIES[:5]))

    async def script(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        server.seen.append(await read_request(reader))
        await reader.read()

    async with serving(doing(script)) as server:
        run = await desk.start(ids, server.url)
        task = asyncio.get_running_loop().create_task(run.execute())
        await until(lambda: server.seen)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    states = [row.state for capture in ids for row in await desk.attempts(capture)]
    assert states == ["failure"]


async def test_a_capture_that_is_gone_is_skipped(store: Store, desk: ResendDesk) -> None:
    ids = store(captured(b"a"), captured(b"b"), captured(refusal="not_http"))
    async with serving() as server:
        run = await desk.start([ids[0], CaptureId(77), ids[1], ids[2]], server.url)
        await run.execute()
    assert bodies(server.seen) == [b"a", b"b"]
    assert [(capture, error.code) for capture, error in run.errors] == [
        (77, "capture.missing"),
        (ids[2], "resend.refused"),
    ]


class FullDisk:
    """A writer that cannot write any more after so many items."""

    def __init__(self, writer: Any, good: int) -> None:
        self._writer, self._left = writer, good

    async def run(self, _job: Any) -> Any:
        raise StoreError(_FULL)

    def submit(self, group: Any, item: object, done: Any) -> None:
        self._left -= 1
        if self._left < 0:
            done(None, _FULL)
        else:
            self._writer.submit(group, item, done)


_FULL = Trouble("disk_full", "The disk is full.", 0)


@pytest.mark.parametrize(("good", "sent"), [(0, 0), (5, 1)])
async def test_nothing_is_sent_that_cannot_be_recorded(
    store: Store, desk: ResendDesk, good: int, sent: int, database: Path
) -> None:
    ids = store(*(captured(body) for body in BODIES[:5]))
    async with serving() as server:
        run: Run = await desk.start(ids, server.url)
        run._ledger._writer = FullDisk(run._ledger._writer, good)  # type: ignore[assignment]
        await run.execute()
    assert run.trouble is not None
    assert run.trouble.code == "disk_full"
    assert len(server.seen) == sent
