"""Tests of the bars that follow sends."""

from __future__ import annotations

import asyncio

import pytest
from pytestqt.qtbot import QtBot

from garfio.ui.resend.run_bar import RunBars, rough_time
from tests.ui.drive import wait_until
from tests.ui.memory_resends import MemoryRun


async def test_a_long_run_gets_a_bar(qtbot: QtBot) -> None:
    """It appears after a while, says how far it is, and leaves with the end."""
    bars = RunBars()
    qtbot.addWidget(bars)
    run = MemoryRun(2000)
    following = asyncio.get_running_loop().create_task(bars.follow(run, "Sending"))
    await asyncio.sleep(0)
    assert bars.isHidden()
    run.step(finished=1234, passed=1230, failed=4, skipped=1)
    await wait_until(lambda: not bars.isHidden())
    assert bars.bars()[0].words().startswith("1\u202f235 of 2\u202f000 · 4 failed · 1 skipped")
    bars.cancel_all()
    assert run.cancelled
    run.step(over=True)
    assert (await following).over
    assert bars.isHidden()
    assert not bars.bars()


async def test_a_short_run_shows_none(qtbot: QtBot) -> None:
    """What is over at once does not flash."""
    bars = RunBars()
    qtbot.addWidget(bars)
    run = MemoryRun(1)
    run.step(over=True)
    counts: list[int] = []
    bars.running_changed.connect(counts.append)
    await bars.follow(run, "Sending")
    assert counts == [1, 0]
    assert bars.isHidden()


@pytest.mark.parametrize(("seconds", "text"), [(0.2, "1 s"), (42.3, "42 s"), (90, "2 min"), (7200, "2 h")])
def test_rough_times(seconds: float, text: str) -> None:
    """What is left is said in the unit that fits."""
    assert rough_time(seconds) == text
