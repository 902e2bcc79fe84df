"""The work that a dialog has begun: what fails is said there, and what still runs ends with it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.ui.error_text import error_text

_PAUSE_S = 0.2
"""Between two readings while changes go on."""
Deed = Callable[[], Coroutine[Any, Any, object]]


class Work:
    """Coroutines of one dialog; `say` is given the sentence and its role."""

    def __init__(self, tasks: Tasks, name: str, say: Callable[[str, str], object]) -> None:
        self._tasks = tasks
        self._name = name
        self._say = say
        self._refreshing = False
        self._stale = False
        self._running: set[asyncio.Task[None]] = set()

    @property
    def is_busy(self) -> bool:
        """True while something has not ended."""
        return bool(self._running)

    def begin(self, deed: Deed) -> None:
        """Let it go on in the background."""
        task = self._tasks.spawn(self._report(deed), name=self._name)
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    def refresh(self, deed: Deed) -> None:
        """Read anew because something has changed; however often that is told, only one reading goes on, and one more
        follows it."""
        if self._refreshing:
            self._stale = True
            return
        self._refreshing = True
        self.begin(lambda: self._refresh(deed))

    def stop(self) -> None:
        """Break off what runs; the dialog closes."""
        for task in self._running:
            task.cancel()

    async def _refresh(self, deed: Deed) -> None:
        try:
            self._stale = True
            while self._stale:
                self._stale = False
                await deed()
                if self._stale:
                    await asyncio.sleep(_PAUSE_S)
        finally:
            self._refreshing = False

    async def _report(self, deed: Deed) -> None:
        try:
            await deed()
        except AppError as error:
            self._say(error_text(error), "bad")
