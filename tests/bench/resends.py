"""Resends without a window: recorded ones against the bare exact sender, in turns, with 16 in parallel.

`python -m tests.bench.resends DATABASE URL COUNT ROUNDS` prints one JSON line: resends a second and seconds of
processor time for one, bare and recorded, each the median of the rounds.
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from tests.bench.load import message

from garfio.core.capture import Arrival, CaptureId
from garfio.core.http import Request
from garfio.core.resend import make_outgoing
from garfio.core.sequence import Pace
from garfio.core.target import Target
from garfio.engine.database import import_arrivals
from garfio.engine.resend.desk import ResendDesk
from garfio.engine.resend.sender import Sender
from garfio.engine.resend.session import open_desk

_PARALLEL = 16


async def _bare(url: str, requests: list[Request]) -> None:
    """Made into messages and sent; nothing is read, written or told."""
    sender, target = Sender(), Target(url=url)
    left = iter(requests)

    async def work() -> None:
        for request in left:
            await sender.send(make_outgoing(request, target), target)

    async with asyncio.TaskGroup() as group:
        for _ in range(_PARALLEL):
            group.create_task(work())


async def _recorded(desk: ResendDesk, url: str, ids: list[CaptureId]) -> None:
    run = await desk.start(ids, url, pace=Pace(parallel=_PARALLEL))
    await run.execute()
    assert run.progress.passed == len(ids), run.progress


async def _measured(work: Callable[[], Awaitable[None]], count: int) -> tuple[float, float]:
    began, used = time.perf_counter(), time.process_time()
    await work()
    return count / (time.perf_counter() - began), (time.process_time() - used) / count


async def _run(database: Path, url: str, count: int, rounds: int) -> None:
    requests = [Request.from_bytes(message("hooks.example.com", 80, 2048)) for _ in range(count)]
    ids = import_arrivals(
        database, [Arrival(request, 1, "", 200, size=len(request.body)) for request in requests]
    )
    bare, recorded = [], []
    async with open_desk(database) as desk:
        for _ in range(rounds):
            bare.append(await _measured(lambda: _bare(url, requests), count))
            recorded.append(await _measured(lambda: _recorded(desk, url, ids), count))
    figures = {
        "ratio": statistics.median(ours[0] / theirs[0] for theirs, ours in zip(bare, recorded, strict=True)),
        "work": statistics.median(ours[1] / theirs[1] for theirs, ours in zip(bare, recorded, strict=True)),
        "bare_per_second": statistics.median(rate for rate, _ in bare),
        "recorded_per_second": statistics.median(rate for rate, _ in recorded),
        "bare_cpu_us": statistics.median(used for _, used in bare) * 1e6,
        "recorded_cpu_us": statistics.median(used for _, used in recorded) * 1e6,
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    asyncio.run(_run(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
