"""The saved views with their counts, kept up to date at a calm pace while something changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.engine.views import SavedView
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge

_PAUSE_MS = 1_000

FAILING, RETRIES, DRIFT = "is:failing", "is:retry", "is:drift"
BUILT_IN = (FAILING, RETRIES, DRIFT)
"""Queries of views that are always there and are counted like the saved ones."""


class ViewCounts(QObject):
    """Reads views and counts; a count that is not known yet is missing."""

    counted = Signal(object, object)
    """The saved views in order, and counts by query."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._reading = False
        self._again = False
        self._closed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self._disconnect = workspace.views.changed.connect(lambda _: self.read())
        bridge.arrived.connect(self.read)
        bridge.changed.connect(self._on_changed)
        bridge.removed.connect(self._on_changed)

    def close(self) -> None:
        """Stop listening to the workspace; what is being read is the last."""
        self._closed = True
        self._pause.stop()
        self._disconnect()

    def read(self) -> None:
        """Read again, now or when the pause after the last reading is over."""
        if self._closed:
            return
        if self._reading or self._pause.isActive():
            self._again = True
            return
        self._reading = True
        self._tasks.spawn(self._read(), name="views.read")

    def _on_changed(self) -> None:
        self._workspace.views.forget_counts()
        self.read()

    async def _read(self) -> None:
        try:
            views: list[SavedView] = await self._workspace.views.all()
            counts: dict[str, int] = {}
            self.counted.emit(views, counts)
            for query in dict.fromkeys((*BUILT_IN, *(view.query for view in views))):
                try:
                    counts[query] = await self._workspace.views.count(query)
                except AppError:  # a query that this version does not understand has no count
                    continue
            self.counted.emit(views, counts)
        finally:
            self._reading = False
            if not self._closed:
                self._pause.start()

    def _on_pause_over(self) -> None:
        if self._again:
            self._again = False
            self.read()
