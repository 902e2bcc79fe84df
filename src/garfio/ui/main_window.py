"""The main window: makes the panes, says where they stand, and connects what one tells to what another shows.

Arranges only. Logic added here belongs in a pane, in a room of commands or in the engine.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Counts, ListenerState, Workspace
from garfio.ui.action_set import ActionSet, StateWatch
from garfio.ui.address_bar import AddressBar
from garfio.ui.arrangement import Arrangement
from garfio.ui.arrivals.span import range_query
from garfio.ui.bridge import Bridge
from garfio.ui.capture_commands import CaptureCommands
from garfio.ui.capture_table.pane import CaptureTablePane
from garfio.ui.commands import Commands
from garfio.ui.copy_commands import CopyCommands
from garfio.ui.endpoints.room import EndpointRoom
from garfio.ui.export.commands import ExportCommands
from garfio.ui.export.drags import RowDrags
from garfio.ui.export.drops import FileDrops
from garfio.ui.first_run import FirstRun
from garfio.ui.inspector.pane import Inspector
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.listener_commands import ListenerCommands
from garfio.ui.look import Look
from garfio.ui.menus import ROW_MENU
from garfio.ui.messages import MessageBars
from garfio.ui.news import News
from garfio.ui.palette import Palette
from garfio.ui.replies.room import ReplyRoom
from garfio.ui.resend.room import ResendRoom
from garfio.ui.rules.room import RuleRoom
from garfio.ui.search.room import SearchRoom
from garfio.ui.selection import Selection
from garfio.ui.shape.room import ShapeRoom
from garfio.ui.sidebar.pane import Sidebar
from garfio.ui.status_bar import StatusLine
from garfio.ui.tallies import Tallies
from garfio.ui.tray import Tray
from garfio.ui.window_commands import WindowCommands
from garfio.ui.window_state import WindowState

_SIZE = QSize(1440, 880)
_LEAST = QSize(560, 400)


class MainWindow(QMainWindow):
    """Everything in one window."""

    quit_requested = Signal()
    """The user wants to end the program, or closed the window."""
    visibility_changed = Signal(bool)
    """Whether the window is in sight: a tray icon tells of arrivals while it is not."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        look: Look,
        run_slow: RunSlow,
        state: WindowState,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._state = state
        self._look = look
        self.setWindowTitle("Garfio")
        self.setWindowIcon(look.icons.program())
        self.bridge = Bridge(workspace, self)
        self.selection = Selection(self)
        self.watch = StateWatch(self)
        self.bars = MessageBars(look, self)
        self.news = News(self.bars, self.watch, self)
        self.address = AddressBar(look, self)
        self.sidebar = Sidebar(look, self)
        self.status = StatusLine(look, self)
        self.first_run = FirstRun(look, self)
        self.table = CaptureTablePane(
            workspace, self.bridge, tasks, self.selection, look, self.first_run, self
        )
        self.inspector = Inspector(
            workspace, self.bridge, tasks, self.selection, self.watch, run_slow, look, self
        )
        self.arrangement = Arrangement(self.sidebar, self.table, self.inspector, self)
        self.tallies = Tallies(workspace, self.bridge, tasks, self)
        self.searches = SearchRoom(self, workspace, self.bridge, tasks, self.address.search)
        self.files = ExportCommands(
            self, workspace, tasks, self.selection, self.table.listed_ids, run_slow, look, self.status.say
        )
        self.drops, self.drags = FileDrops(self), RowDrags(self.table.view, workspace, tasks)
        self.sending = ResendRoom(self, workspace, self.bridge, tasks, look)
        self.rules = RuleRoom(self, workspace, tasks, look, self.table, self.inspector)
        self.shapes = ShapeRoom(self, workspace, tasks, run_slow, look, self.inspector, self.status.say)
        self.replying = ReplyRoom(self, workspace, self.bridge, tasks, look)
        self.endpoints = EndpointRoom(self, workspace, self.bridge, tasks, look)
        self.actions_ = ActionSet(self, self._commands(tasks, run_slow), self.watch, tasks, look)
        self.tray = Tray(workspace.settings, self.bridge, self.actions_, look, parent=self)
        self._arrange()
        self._connect()
        self._restore()

    def load(self) -> None:
        """Read the first page and the counts."""
        self.table.search("")
        self.tallies.read()
        self.searches.read()
        self.sending.read()
        self.endpoints.read()
        self.replying.read()

    def is_settled(self) -> bool:
        """True when everything in sight has been read and rendered."""
        read = self.table.feed.is_settled and self.inspector.is_settled and self.tallies.has_read
        return read and self.sending.is_settled and not self.bridge.is_pending

    def show_again(self) -> None:
        """Bring the window back from the tray or from behind others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def shut_down(self) -> None:
        """Remember the window and stop listening to the workspace; call before it is deleted."""
        self._save()
        self.sending.close()
        self.drags.close()
        self.bridge.close()
        self.searches.close()
        self.tallies.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._save()
        event.accept()
        if not self.tray.keeps_running:
            self.quit_requested.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.visibility_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.visibility_changed.emit(False)

    def _commands(self, tasks: Tasks, run_slow: RunSlow) -> Commands:
        workspace, selection, table = self._workspace, self.selection, self.table
        return Commands(
            listener=ListenerCommands(workspace, self.status.say),
            captures=CaptureCommands(
                self,
                workspace,
                selection,
                table.summary,
                table.listed_ids,
                self.news.show_deleted,
                self._look,
                table.view.menu_place,
            ),
            copy=CopyCommands(
                self, workspace, selection, self.status.say, self._state, self.inspector.title.open_copy
            ),
            resend=self.sending.resend_commands(
                selection, self.bars, run_slow, self.status.say, self._show_detail, self.inspector.title
            ),
            targets=self.sending.target_commands(self.sidebar),
            rules=self.rules.commands,
            endpoints=self.endpoints.commands(self.sidebar, self.inspector),
            replies=self.replying.commands(self.sidebar, lambda: self.inspector.capture),
            shapes=self.shapes.commands,
            export=self.files,
            window=WindowCommands(
                self,
                workspace,
                tasks,
                self.address,
                table,
                self.inspector,
                self.arrangement,
                self.sidebar.choose_grouping,
                lambda: Palette(self.actions_, self._look, self).show(),
                self.quit_requested.emit,
            ),
            views=self.searches.commands,
        )

    def _arrange(self) -> None:
        self.setMinimumSize(_LEAST)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.address, self.bars, self.endpoints.recheck, self.sending.runs):
            column.addWidget(widget)
        column.addWidget(self.arrangement, 1)
        column.addWidget(self.status)
        self.setCentralWidget(centre)
        self.setTabOrder(self.sidebar.places, self.table.view)
        self.table.view.setFocus()
        for pane in (self.address, self.first_run, self.inspector, self.news):
            pane.set_actions(self.actions_)

    def _connect(self) -> None:
        bridge, watch, feed = self.bridge, self.watch, self.table.feed
        bridge.listener_changed.connect(self._on_listener_changed)
        bridge.trouble_changed.connect(self.news.show_trouble)
        bridge.secrets_trouble_changed.connect(self.news.show_secrets_trouble)
        bridge.settings_changed.connect(lambda settings: self._look.set_mode(settings.theme))
        self.tallies.counted.connect(self._on_counted)
        self.drops.dropped.connect(
            lambda files: self.actions_.start("import.files", self.files.take_in(files))
        )
        self.tallies.charted.connect(self.status.arrivals.chart.show_bars)
        self.status.arrivals.span_chosen.connect(self.tallies.set_span)
        self.status.arrivals.chart.range_chosen.connect(
            lambda since, until: self._on_query_chosen(range_query(feed.query, since, until))
        )
        bridge.indexing_progressed.connect(self.status.show_indexing)
        self.address.search.query_edited.connect(self.table.search)
        self.address.search.typed.connect(self.table.feed.stop_scan)
        self.address.search.left_down.connect(self.table.view.enter)
        for signal in (self.sidebar.query_chosen, self.inspector.query_wanted, self.rules.query_wanted):
            signal.connect(self._on_query_chosen)
        feed.query_applied.connect(self._on_query_applied)
        feed.query_failed.connect(self.address.search.show_error)
        self.table.rows_changed.connect(lambda rows: watch.set(rows=rows))
        self.table.position_changed.connect(lambda top, paused: watch.set(at_top=top, paused=paused))
        self.table.menu_requested.connect(self._on_row_menu_requested)
        self.selection.selected_changed.connect(lambda count: watch.set(selected=count))
        self.arrangement.visibility_changed.connect(
            lambda sidebar, detail: watch.set(sidebar=sidebar, detail=detail)
        )
        self.sending.connect_panes(self.actions_, watch, self.sidebar, self.status, self.inspector.title)
        self.rules.connect_panes(self.actions_, bridge, self.bars, self.tray.icon)
        self.replying.connect_panes(self.actions_, self.sidebar, self.address)
        self.shapes.connect_panes(self.actions_, bridge)
        self.searches.connect_panes(self.actions_, self.sidebar)
        self.endpoints.connect_panes(self.actions_, self.sidebar, self.inspector)
        self.tray.window_wanted.connect(self.show_again)
        self.visibility_changed.connect(self.tray.set_window_shown)
        self._on_listener_changed(self._workspace.listener)
        if self._workspace.trouble:
            self.news.show_trouble(self._workspace.trouble)
        if self._workspace.set_aside:
            self.news.show_set_aside(str(self._workspace.set_aside))

    def _restore(self) -> None:
        geometry = self._state.blob("geometry")
        if not geometry or not self.restoreGeometry(geometry):
            self.resize(_SIZE)
        self.table.restore_state(self._state.blob("columns"))
        self.address.search.history = self._state.texts("searches")
        self.sidebar.set_collapsed(self._state.texts("closed"))
        self.sidebar.grouping.choose("".join(self._state.texts("group")))
        self.status.arrivals.show_span("".join(self._state.texts("chart")))
        self.arrangement.restore(self._state)

    def _save(self) -> None:
        self._state.save("geometry", self.saveGeometry())
        self._state.save("columns", self.table.save_state())
        self._state.save("searches", self.address.search.history)
        self._state.save("closed", sorted(self.sidebar.collapsed))
        self._state.save("group", self.sidebar.grouping.kind)
        self._state.save("chart", self.status.arrivals.span.name)
        self.arrangement.save(self._state)
        self._state.sync()

    def _show_detail(self, tab: str) -> None:
        self.arrangement.show_detail()
        if tab:
            self.inspector.show_tab(tab)

    def _on_listener_changed(self, listener: ListenerState) -> None:
        for pane in (self.address, self.first_run, self.status):
            pane.set_listener(listener)
        self.news.show_listener(listener)
        self.watch.set(phase=listener.phase, url=listener.url)

    def _on_counted(self, counts: Counts) -> None:
        self.sidebar.set_counts(counts)
        self.status.set_counts(counts)
        self.watch.set(unread_count=counts.unread)

    def _on_query_chosen(self, query: str) -> None:
        self.address.search.show_query(query)
        self.table.search(query)

    def _on_query_applied(self, query: str) -> None:
        self.address.search.show_error(None)
        self.sidebar.show_query(query)

    def _on_row_menu_requested(self, place: QPoint) -> None:
        menu = self.actions_.fill(QMenu(self), ROW_MENU)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
