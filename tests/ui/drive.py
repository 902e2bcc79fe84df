"""Verbs for tests of the window: what a user does, by action id and by what is on the screen."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QApplication, QDialog

from garfio.core.capture import CaptureId
from garfio.engine.tasks import Tasks
from garfio.ui.capture_table.column import Column
from garfio.ui.main_window import MainWindow


async def wait_until(condition: Callable[[], object], timeout_s: float = 30.0) -> None:
    """Let the loop turn until something is true; fails after the time is over."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + timeout_s
    while not condition():
        assert loop.time() < deadline, "Waited in vain"
        await asyncio.sleep(0.005)


class Drive:
    """A user at one window."""

    def __init__(self, window: MainWindow, tasks: Tasks) -> None:
        self.window = window
        self.tasks = tasks

    async def settled(self) -> None:
        """Everything that was started has ended and is on the screen."""
        await wait_until(lambda: not len(self.tasks) and self.window.is_settled())

    async def run(self, action_id: str) -> None:
        """Carry an action out and wait for its end."""
        self.window.actions_.run(action_id)
        await self.settled()

    async def choose(self, capture_id: int) -> None:
        """Choose a capture in the list and wait for its detail."""
        assert self.window.table.view.show_capture(CaptureId(capture_id))
        await self.settled()

    async def search(self, query: str) -> None:
        """Type a query and press Enter."""
        box = self.window.address.search
        box.setText(query)
        box.returnPressed.emit()
        await self.settled()

    def rows(self) -> list[int]:
        """The ids of the list from top to bottom."""
        model = self.window.table.model
        return [int(number) for number in model.ids_between(0, model.rowCount())]

    def cell(self, row: int, column: Column) -> str:
        """What a cell says."""
        return str(self.window.table.model.index(row, column).data())

    async def dialog(self, kind: type[QDialog] = QDialog) -> Any:
        """The dialog that is open."""

        def found() -> list[QDialog]:
            return [
                widget
                for widget in QApplication.topLevelWidgets()
                if isinstance(widget, kind) and widget.isVisible()
            ]

        await wait_until(found)
        return found()[0]
