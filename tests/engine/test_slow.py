"""Slow pure work away from the loop."""

from __future__ import annotations

import asyncio
import os
import threading

import pytest

from garfio.core.errors import AppError
from garfio.engine.slow import SlowWork


def _where(_text: bytes) -> tuple[int, str]:
    return os.getpid(), threading.current_thread().name


def _fail(_text: bytes) -> None:
    raise ValueError("too much")


def _die(_text: bytes) -> None:
    os._exit(1)


async def test_small_work_is_done_on_a_thread_and_large_work_in_a_process() -> None:
    """The loop's thread does neither; errors come through, and a process that dies is replaced once."""
    work = SlowWork()
    try:
        pid, thread = await work.run(_where, b"x")
        assert pid == os.getpid()
        assert thread != threading.current_thread().name
        large = b"x" * 100_000
        pid, _thread = await work.run(_where, large)
        assert pid != os.getpid()
        for data in (b"x", large):
            with pytest.raises(ValueError, match="too much"):
                await work.run(_fail, data)
        os.kill(pid, 9)
        again, _thread = await asyncio.wait_for(work.run(_where, large), 20)
        assert again not in (pid, os.getpid())
    finally:
        work.close()


async def test_work_that_kills_its_process_twice_is_an_error_that_says_so() -> None:
    """What was asked for ends with an AppError, and the next work is done by a fresh process."""
    work = SlowWork()
    try:
        with pytest.raises(AppError) as raised:
            await asyncio.wait_for(work.run_apart(_die, b""), 60)
        assert raised.value.code == "slow.ended"
        pid, _thread = await asyncio.wait_for(work.run_apart(_where, b""), 60)
        assert pid != os.getpid()
    finally:
        work.close()
