"""One window for each workspace: a second start raises the first window instead.

The first one listens on a local socket named after the database; the system removes the socket's owner, not
its file, so a name that nobody answers on is taken over.
"""

from __future__ import annotations

import getpass
import hashlib
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE_MS = 1000


class Instance(QObject):
    """The claim on one workspace's window."""

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        who = f"{getpass.getuser()}\n{database.resolve()}"
        self._name = f"garfio-{hashlib.sha256(who.encode()).hexdigest()[:24]}"
        self._server: QLocalServer | None = None

    def raise_first(self) -> bool:
        """Ask the window that is already open on the workspace to come to the front; False when there is
        none."""
        asking = QLocalSocket()
        asking.connectToServer(self._name)
        if not asking.waitForConnected(_PATIENCE_MS):
            return False
        asking.disconnectFromServer()
        return True

    def listen(self, on_raised: Callable[[], object]) -> None:
        """Call `on_raised` whenever another start asks for the window."""
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        QLocalServer.removeServer(self._name)
        server.listen(self._name)

        def on_server_connected() -> None:
            while (caller := server.nextPendingConnection()) is not None:
                caller.disconnected.connect(caller.deleteLater)
                on_raised()

        server.newConnection.connect(on_server_connected)
        self._server = server

    def close(self) -> None:
        """Give the claim up."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
