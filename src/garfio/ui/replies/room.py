"""Replies on purpose in one window, put together: what they are, their commands, and the mark that they leave.

Made once by the main window.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from garfio.core.capture import Capture
from garfio.core.scripted_reply import Script
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.action_set import ActionSet
from garfio.ui.address_bar import AddressBar
from garfio.ui.bridge import Bridge
from garfio.ui.known import Known
from garfio.ui.look import Look
from garfio.ui.replies.commands import ReplyCommands
from garfio.ui.sidebar.pane import Sidebar


class ReplyRoom(QObject):
    """Replies of one window."""

    def __init__(
        self, window: QWidget, workspace: Workspace, bridge: Bridge, tasks: Tasks, look: Look
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._look = look
        self.watch: Known[Script] = Known(workspace.replies.all, bridge.replies_changed, tasks, self)

    def read(self) -> None:
        """Read what is answered on purpose."""
        self.watch.read()

    def commands(self, sidebar: Sidebar, current: Callable[[], Capture | None]) -> ReplyCommands:
        """The commands of replies; `current` is the capture that is open."""

        def paths() -> Sequence[str]:
            return sidebar.paths()

        def path() -> str:
            capture = current()
            return sidebar.path() or (capture.request.path if capture else "")

        return ReplyCommands(self._window, self._workspace, self._tasks, self.watch, self._look, paths, path)

    def connect_panes(self, actions: ActionSet, sidebar: Sidebar, address: AddressBar) -> None:
        """Mark the paths that answer on purpose, and open what is chosen there."""
        edit = actions.commands.replies.edit
        for show in (sidebar.set_replies, address.on_purpose.show_scripts):
            self.watch.changed.connect(show)
        address.on_purpose.clicked.connect(lambda: actions.run("reply.edit"))
        sidebar.reply_wanted.connect(lambda path: actions.start("reply.edit", edit(path)))
