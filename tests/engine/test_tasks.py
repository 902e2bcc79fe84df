"""Background work: named, reported, cancelled."""

from __future__ import annotations

import asyncio

import pytest

from garfio.engine.tasks import Tasks


async def test_results_and_names() -> None:
    """A task can be awaited and bears its name; when it is done it is forgotten."""
    tasks = Tasks()

    async def work() -> int:
        return 7

    task = tasks.spawn(work(), "work")
    assert task.get_name() == "work"
    assert await task == 7
    await asyncio.sleep(0)
    assert len(tasks) == 0


@pytest.mark.expect_log("Task broken failed")
async def test_an_exception_is_reported() -> None:
    """A task that nobody awaits does not fail in silence."""
    seen: list[BaseException] = []
    tasks = Tasks(seen.append)

    async def broken() -> None:
        raise ValueError("a bug")

    await asyncio.gather(tasks.spawn(broken(), "broken"), return_exceptions=True)
    await asyncio.sleep(0)
    assert [str(error) for error in seen] == ["a bug"]


async def test_close_cancels_and_waits() -> None:
    """After closing nothing runs, and what was cancelled has cleaned up; a cancellation is no error."""
    tasks = Tasks()
    cleaned: list[int] = []

    async def work() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            cleaned.append(1)

    tasks.spawn(work(), "one")
    tasks.spawn(work(), "two")
    await asyncio.sleep(0)
    await tasks.close()
    assert cleaned == [1, 1]
    assert len(tasks) == 0


def test_what_is_started_between_two_runs_of_the_loop_begins_with_the_next() -> None:
    """A timer of Qt's may end when the loop does not run. Seen to fail: the coroutine was never awaited."""
    tasks = Tasks()
    seen: list[int] = []

    async def work(number: int) -> None:
        seen.append(number)

    async def first() -> None:
        await tasks.spawn(work(1), "first")

    with asyncio.Runner() as runner:
        runner.run(first())
        tasks.spawn(work(2), "second")
        assert seen == [1]
        runner.run(asyncio.sleep(0.01))
    assert seen == [1, 2]
    with pytest.raises(RuntimeError):
        tasks.spawn(work(3), "after the end")
