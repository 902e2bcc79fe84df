"""Endpoints in one window, put together: what they are, their commands, and how far a new check of their captures is.

Made once by the main window, which only says where the bar stands.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from garfio.core.endpoint import Endpoint
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.action_set import ActionSet
from garfio.ui.bridge import Bridge
from garfio.ui.endpoints.commands import EndpointCommands
from garfio.ui.endpoints.recheck_bar import RecheckBar
from garfio.ui.inspector.pane import Inspector
from garfio.ui.known import Known
from garfio.ui.look import Look
from garfio.ui.sidebar.pane import Sidebar


class EndpointRoom(QObject):
    """Endpoints of one window."""

    def __init__(
        self, window: QWidget, workspace: Workspace, bridge: Bridge, tasks: Tasks, look: Look
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._look = look
        self.watch: Known[Endpoint] = Known(workspace.endpoints.all, bridge.endpoints_changed, tasks, self)
        self.recheck = RecheckBar(window)
        bridge.recheck_progressed.connect(self.recheck.show_progress)

    def read(self) -> None:
        """Read the endpoints."""
        self.watch.read()

    def commands(self, sidebar: Sidebar, inspector: Inspector) -> EndpointCommands:
        """The commands of endpoints."""
        return EndpointCommands(
            self._window,
            self._workspace,
            self._tasks,
            self._look,
            lambda: inspector.capture,
            lambda: inspector.examiner.examination,
            sidebar.path,
        )

    def connect_panes(self, actions: ActionSet, sidebar: Sidebar, inspector: Inspector) -> None:
        """Show the endpoints in the sidebar, and carry out what is chosen there and in the Signature tab."""
        commands = actions.commands.endpoints
        self.watch.changed.connect(sidebar.set_endpoints)
        sidebar.endpoint_wanted.connect(lambda path: actions.start("endpoint.current", commands.edit(path)))
        sidebar.endpoint_unwanted.connect(
            lambda path: actions.start("endpoint.current", commands.remove(path))
        )
        signature = inspector.signature
        for signal, action in (
            (signature.endpoint_wanted, "endpoint.current"),
            (signature.handler_wanted, "signature.handler"),
            (signature.snippets_wanted, "signature.snippets"),
            (signature.key_wanted, "signature.key"),
        ):
            signal.connect(lambda action=action: actions.run(action))
