"""Searches in one window, put together: saved views with their counts, groups, the values that occur, the commands.

Made once by the main window.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.action_set import ActionSet
from garfio.ui.bridge import Bridge
from garfio.ui.search.box import SearchBox
from garfio.ui.search.commands import ViewCommands
from garfio.ui.search.values import OccurringValues
from garfio.ui.search.view_counts import ViewCounts
from garfio.ui.sidebar.pane import Sidebar


class SearchRoom(QObject):
    """Views and counts of one window."""

    def __init__(
        self, window: QWidget, workspace: Workspace, bridge: Bridge, tasks: Tasks, box: SearchBox
    ) -> None:
        super().__init__(window)
        self.commands = ViewCommands(window, workspace, box)
        self.counts = ViewCounts(workspace, bridge, tasks, self)
        self.values = OccurringValues(workspace, tasks, box, self)

    def read(self) -> None:
        """Read the views and their counts."""
        self.counts.read()

    def close(self) -> None:
        """Stop listening to the workspace."""
        self.counts.close()

    def connect_panes(self, actions: ActionSet, sidebar: Sidebar) -> None:
        """Show views, groups and rules in the sidebar, and carry out what is chosen there."""
        self.counts.counted.connect(sidebar.set_views)
        self.counts.grouped.connect(sidebar.set_groups)
        self.counts.ruled.connect(sidebar.set_rules)
        sidebar.grouping.changed.connect(self.counts.set_group)
        sidebar.change_wanted.connect(lambda view: actions.start("view.change", self.commands.change(view)))
        sidebar.remove_wanted.connect(lambda view: actions.start("view.remove", self.commands.remove(view)))
