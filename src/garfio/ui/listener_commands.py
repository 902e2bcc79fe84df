"""What the user can do with the listener."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication

from garfio.engine.workspace import Workspace


class ListenerCommands:
    """Start, stop, move and try the listener."""

    def __init__(self, workspace: Workspace, say: Callable[[str], None]) -> None:
        self._workspace = workspace
        self._say = say

    async def start(self) -> None:
        """Listen on the port of the settings."""
        await self._workspace.start_listener()

    async def take_free_port(self) -> None:
        """Listen on the next port that is free, and stay there."""
        port = await self._workspace.free_port(self._workspace.settings.port + 1)
        await self._workspace.start_listener(port)
        await self._workspace.change_settings(port=port)

    async def stop(self) -> None:
        """Close the port."""
        await self._workspace.stop_listener()

    def copy_url(self) -> None:
        """The listener's URL to the clipboard."""
        QGuiApplication.clipboard().setText(self._workspace.listener.url)
        self._say(QCoreApplication.translate("commands", "The URL is in the clipboard"))

    async def send_sample(self) -> None:
        """A real request to the listener."""
        await self._workspace.send_sample()
