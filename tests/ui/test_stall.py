"""Tests of the stall log: a line for each long stretch of work, with its cause, and none for an idle loop."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

from garfio.ui.stall import StallLog
from tests.ui.drive import wait_until


def busy_for(seconds: float) -> None:
    """Keep the thread busy: the name is what the log must give."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


async def test_a_busy_loop_leaves_a_line_with_its_cause(tmp_path: Path) -> None:
    """80 ms of work in one go are one line with at least as many milliseconds and the function's name."""
    path = tmp_path / "stalls.log"
    log = StallLog(path)
    log.start()
    await asyncio.sleep(0.02)
    busy_for(0.08)
    await wait_until(lambda: "busy_for" in path.read_text())
    log.stop()
    line = next(text for text in path.read_text().splitlines() if "busy_for" in text)
    _moment, milliseconds, unit, _cause = line.split(" ", 3)
    assert unit == "ms"
    assert float(milliseconds) >= 75


async def test_short_work_leaves_none_of_its_name(tmp_path: Path) -> None:
    """5 ms of work are no stall."""
    path = tmp_path / "stalls.log"
    log = StallLog(path)
    log.start()
    for _ in range(10):
        busy_for(0.005)
        await asyncio.sleep(0.004)
    log.stop()
    assert "busy_for" not in path.read_text()
