"""Something of the engine's as the window knows it, read again whenever it has changed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, Signal, SignalInstance

from garfio.engine.tasks import Tasks

Entry = TypeVar("Entry")


class Known(QObject, Generic[Entry]):
    """Reads all entries of a kind, and tells when they are others than before."""

    changed = Signal(object)
    """A tuple of the entries."""

    def __init__(
        self,
        read_all: Callable[[], Awaitable[Sequence[Entry]]],
        news: SignalInstance,
        tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:
        """`news` says that entries have changed."""
        super().__init__(parent)
        self._read_all = read_all
        self._tasks = tasks
        self.entries: tuple[Entry, ...] = ()
        news.connect(self.read)

    def read(self) -> None:
        """Read again."""
        self._tasks.spawn(self._read(), name="known.read")

    async def _read(self) -> None:
        found = tuple(await self._read_all())
        if found != self.entries:
            self.entries = found
            self.changed.emit(found)
