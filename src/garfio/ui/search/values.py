"""Keeps the search box supplied with values that occur; they are read when somebody begins to search."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject

from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.search.box import SearchBox

_FRESH_MS = 5_000


class OccurringValues(QObject):
    """Reads at most once in a while."""

    def __init__(
        self, workspace: Workspace, tasks: Tasks, box: SearchBox, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._box = box
        self._since = QElapsedTimer()
        box.values_wanted.connect(self._on_values_wanted)

    def _on_values_wanted(self) -> None:
        if not self._since.isValid() or self._since.elapsed() > _FRESH_MS:
            self._since.start()
            self._tasks.spawn(self._read(), name="search.values")

    async def _read(self) -> None:
        self._box.set_occurring(await self._workspace.searches.occurring())
