"""The replies on purpose as the window knows them, read again whenever they have changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from garfio.core.scripted_reply import Script
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge


class RepliesWatch(QObject):
    """Reads the replies."""

    changed = Signal(object)
    """A tuple of Script."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self.scripts: tuple[Script, ...] = ()
        bridge.replies_changed.connect(self.read)

    def read(self) -> None:
        """Read again."""
        self._tasks.spawn(self._read(), name="replies.read")

    async def _read(self) -> None:
        found = tuple(await self._workspace.replies.all())
        if found != self.scripts:
            self.scripts = found
            self.changed.emit(found)
