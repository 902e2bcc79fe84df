"""Slow pure work away from the loop."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from pathlib import Path

import pytest

from garfio.core.errors import AppError
from garfio.engine.slow import SlowWork
from garfio.engine.tasks import Tasks


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


def _twice(text: str) -> str:
    return text * 2


def _wait(place: Path) -> str:
    (place / "begun").touch()
    while not (place / "go").exists():
        time.sleep(0.01)
    return "a" * 3_000_000


async def test_large_values_go_through_files_of_which_none_is_left(tmp_path: Path) -> None:
    """What goes there and comes back is equal; the result of work that nobody waits for any more is removed too."""
    work = SlowWork()
    try:
        text = "añ€\U0001f600\udc80" * 300_000
        assert await work.run(_twice, text) == text * 2
        folder = work.folder
        assert folder is not None
        assert not list(folder.iterdir())
        waiting = Tasks().spawn(work.run_apart(_wait, tmp_path), name="waiting")
        while not (tmp_path / "begun").exists():
            await asyncio.sleep(0.01)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        (tmp_path / "go").touch()
        assert await work.run(_twice, text) == text * 2  # so the work before it has ended
        assert not list(folder.iterdir())
    finally:
        work.close()
    assert not folder.exists()


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
