"""The endpoints as the window knows them, read again whenever they have changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from garfio.core.endpoint import Endpoint
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge


class EndpointsWatch(QObject):
    """Reads the endpoints."""

    changed = Signal(object)
    """A tuple of Endpoint."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self.endpoints: tuple[Endpoint, ...] = ()
        bridge.endpoints_changed.connect(self.read)

    def read(self) -> None:
        """Read again."""
        self._tasks.spawn(self._read(), name="endpoints.read")

    async def _read(self) -> None:
        found = tuple(await self._workspace.endpoints.all())
        if found != self.endpoints:
            self.endpoints = found
            self.changed.emit(found)
