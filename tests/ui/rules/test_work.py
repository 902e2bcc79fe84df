"""The work of a dialog: errors are said, readings are coalesced, closing breaks off."""

from __future__ import annotations

import asyncio

from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.ui.rules.work import Work
from tests.ui.drive import wait_until


async def test_many_changes_are_few_readings() -> None:
    """While one reading goes on, any number of changes ask for one more."""
    tasks, gate, readings = Tasks(), asyncio.Event(), []
    work = Work(tasks, "test", lambda *_said: None)

    async def read() -> None:
        readings.append(len(readings))
        await gate.wait()

    for _ in range(50):
        work.refresh(read)
    await wait_until(lambda: readings)
    for _ in range(50):
        work.refresh(read)
    gate.set()
    await wait_until(lambda: not work.is_busy)
    assert len(readings) == 2
    work.refresh(read)
    await wait_until(lambda: not work.is_busy)
    assert len(readings) == 3
    await tasks.close()


async def test_an_error_is_said() -> None:
    """What a person can act on is said where it happened; what still runs ends with the dialog."""
    tasks, said = Tasks(), []
    work = Work(tasks, "test", lambda text, role: said.append((text, role)))

    async def fail() -> None:
        raise AppError("some.code", "It cannot be done.", hint="Do another thing.")

    work.begin(fail)
    await wait_until(lambda: not work.is_busy)
    assert said == [("It cannot be done. Do another thing.", "bad")]
    work.begin(asyncio.Event().wait)
    work.stop()
    await wait_until(lambda: not work.is_busy)
    await tasks.close()
