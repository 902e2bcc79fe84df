"""Rules in the window, put together: their commands, and the notifications that they show.

Made once by the main window.
"""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from garfio.core.capture import CaptureId
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.action_set import ActionSet
from garfio.ui.bridge import Bridge
from garfio.ui.capture_table.pane import CaptureTablePane
from garfio.ui.inspector.pane import Inspector
from garfio.ui.look import Look
from garfio.ui.messages import MessageBars
from garfio.ui.rules.commands import RuleCommands
from garfio.ui.rules.notices import Notices

_TURN_S = 0.02


class RuleRoom(QObject):
    """Rules of one window."""

    query_wanted = Signal(str)
    """The list is to show what a query finds."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tasks: Tasks,
        look: Look,
        table: CaptureTablePane,
        inspector: Inspector,
    ) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._table = table
        self._inspector = inspector
        self.commands = RuleCommands(
            window, workspace, tasks, look, lambda: inspector.capture, self.show_capture
        )

    def connect_panes(
        self, actions: ActionSet, bridge: Bridge, bars: MessageBars, icon: QSystemTrayIcon
    ) -> None:
        """Show notifications, and carry out what is chosen in the tree of a body."""
        self.notices = Notices(bridge, bars, icon, self)
        self.notices.capture_wanted.connect(self.show_capture)
        self._inspector.body.tree.rule_wanted.connect(
            lambda query: actions.start("capture.use_in_rule", self.commands.use(query))
        )

    def show_capture(self, capture: CaptureId) -> None:
        """Open a webhook with what was done for it."""
        self._tasks.spawn(self._show(capture), name="rules.show_capture")

    async def _show(self, capture: CaptureId) -> None:
        if not self._table.view.show_capture(capture):
            self.query_wanted.emit(f"id:{capture}")
            await asyncio.sleep(0)
            while not self._table.feed.is_settled:
                await asyncio.sleep(_TURN_S)
            self._table.view.show_capture(capture)
        self._inspector.show_tab("rules")
