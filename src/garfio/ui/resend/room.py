"""What of the window sends, put together: targets, forwards, the bars of what is under way, and their commands.

Made once by the main window, which only says where the bars stand.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.action_set import ActionSet, StateWatch
from garfio.ui.bridge import Bridge
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.inspector.title import Title
from garfio.ui.look import Look
from garfio.ui.messages import MessageBars
from garfio.ui.resend.commands import ResendCommands
from garfio.ui.resend.run_bar import RunBars
from garfio.ui.selection import Selection
from garfio.ui.sidebar.pane import Sidebar
from garfio.ui.status_bar import StatusLine
from garfio.ui.targets.commands import TargetCommands
from garfio.ui.targets.forwards_watch import ForwardsWatch
from garfio.ui.targets.watch import TargetsWatch


class ResendRoom(QObject):
    """Targets, forwards and sends of one window."""

    def __init__(
        self, window: QWidget, workspace: Workspace, bridge: Bridge, tasks: Tasks, look: Look
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._look = look
        self.targets = TargetsWatch(workspace, bridge, tasks, self)
        self.forwards = ForwardsWatch(workspace, bridge, tasks, self)
        self.runs = RunBars(window)

    @property
    def is_settled(self) -> bool:
        """True when nothing that is in sight waits to be read."""
        return self.forwards.is_settled

    def read(self) -> None:
        """Read targets and forwards."""
        self.targets.read()
        self.forwards.read()

    def close(self) -> None:
        """Stop listening to the workspace."""
        self.forwards.close()

    def resend_commands(
        self,
        selection: Selection,
        bars: MessageBars,
        run_slow: RunSlow,
        say: Callable[[str], None],
        show_tab: Callable[[str], object],
        title: Title,
    ) -> ResendCommands:
        """The commands of sending; `show_tab` opens a tab of the detail, `title` has the menu of targets."""

        def open_menu() -> None:
            show_tab("")
            title.open_targets()

        return ResendCommands(
            self._window,
            self._workspace,
            self._tasks,
            selection,
            self.targets,
            self.runs,
            bars,
            self._look,
            run_slow,
            say,
            lambda: show_tab("attempts"),
            open_menu,
        )

    def target_commands(self, sidebar: Sidebar) -> TargetCommands:
        """The commands of targets and forwarding."""
        return TargetCommands(
            self._window,
            self._workspace,
            self._tasks,
            self.targets,
            self.forwards,
            self._look,
            sidebar.paths,
            sidebar.path,
        )

    def connect_panes(
        self, actions: ActionSet, watch: StateWatch, sidebar: Sidebar, status: StatusLine, title: Title
    ) -> None:
        """Show targets and queues in the panes, and carry out what is chosen there."""
        commands = actions.commands
        for show_places in (sidebar.set_targets, title.set_places):
            self.targets.changed.connect(show_places)
        for show_queues in (sidebar.set_forwarding, status.set_forwarding):
            self.forwards.changed.connect(show_queues)
        title.target_chosen.connect(
            lambda place: actions.start("capture.resend_to", commands.resend.send_to(place))
        )
        sidebar.target_chosen.connect(
            lambda name: actions.start("targets.manage", commands.targets.manage(name))
        )
        for signal in (sidebar.forward_wanted, status.forwarding.clicked):
            signal.connect(lambda *_: actions.run("forwards.manage"))
        self.runs.running_changed.connect(lambda count: watch.set(sending=count))
