"""A listener's rules on one silence, killed with their process: `python -m tests.engine.rules.dying DB ROWS COUNT`.

The kill comes when COUNT transactions have been made durable, that of the alert's decision being the first.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.engine.rules.world import World, make_rule, world

from garfio.core.rule import Action, Rule
from garfio.engine.store import silences

STEP_S = 20


class Clock:
    """Nanoseconds, as somebody says."""

    def __init__(self) -> None:
        self.ns = 5_000_000_000

    def __call__(self) -> int:
        return self.ns


def alert_rule(rows: Path) -> Rule:
    """Writes a row into a file when nothing came for two minutes."""
    row = {"file": str(rows), "row": {"minutes": "{{ silence.minutes }}"}}
    return make_rule(Action("append", row), query="path:/quiet", silent_minutes=2)


def kill_after(it: World, count: int) -> None:
    """End this process with SIGKILL once so many transactions are on the disk, from the decision on."""
    run, left = it.writer.run, -1

    async def counted(job: Callable[..., Any]) -> Any:
        nonlocal left
        if getattr(job, "func", None) is silences.fire:
            left = count
        result = await run(job)
        left -= left > 0
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return result

    it.writer.run = counted  # type: ignore[method-assign]


async def main(db: Path, rows: Path, count: int) -> None:
    """Listen in vain until the kill."""
    clock = Clock()
    async with world(db, clock) as it:
        kill_after(it, count)
        await it.desk.add(alert_rule(rows))
        await it.runner.round()
        for _ in range(120 // STEP_S):
            clock.ns += STEP_S * 10**9
            await it.runner.round()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])))
