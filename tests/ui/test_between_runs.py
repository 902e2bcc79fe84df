"""What falls due between two runs of the loop, when Qt alone calls it."""

from __future__ import annotations

import asyncio

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from garfio.engine.tasks import Tasks
from tests.ui.conftest import pytest_asyncio_loop_factories


def test_a_task_goes_on_between_two_runs(qapp: QApplication, qtbot: QtBot) -> None:
    """A pause ends while no run of the loop is under way: the task finds its loop all the same."""
    turns: list[int] = []
    tasks = Tasks()

    async def turn() -> None:
        while True:
            await asyncio.sleep(0.001)
            turns.append(1)

    async def begin() -> None:
        tasks.spawn(turn(), "turn")

    loop = pytest_asyncio_loop_factories()["qt"]()
    loop.run_until_complete(begin())
    qtbot.waitUntil(lambda: len(turns) > 3)
    loop.run_until_complete(tasks.close())
    loop.close()
