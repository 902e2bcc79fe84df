"""What the user can do with the window itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.address_bar import AddressBar
from garfio.ui.arrangement import Arrangement
from garfio.ui.capture_table.pane import CaptureTablePane
from garfio.ui.inspector.pane import Inspector
from garfio.ui.palette import KeyMap
from garfio.ui.port_popover import PortPopover
from garfio.ui.settings import dialog as settings_dialog

_ADDRESS = {"host", "port"}
"""Settings that the listener takes up only when it is started again."""


class WindowCommands:
    """Moves about in the window and opens what belongs to it."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tasks: Tasks,
        address: AddressBar,
        table: CaptureTablePane,
        inspector: Inspector,
        arrangement: Arrangement,
        choose_grouping: Callable[[], object],
        open_palette: Callable[[], object],
        quit_program: Callable[[], object],
    ) -> None:
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._address = address
        self._table = table
        self._inspector = inspector
        self._arrangement = arrangement
        self._popover: PortPopover | None = None
        self.choose_grouping = choose_grouping
        self.open_palette = open_palette
        self.quit = quit_program
        self.toggle_sidebar = arrangement.toggle_sidebar
        self.toggle_detail = arrangement.toggle_detail
        self.go_newest = table.go_newest

    def change_port(self) -> None:
        """Open the field for another port under the address."""
        if self._popover is not None:
            self._popover.deleteLater()
        port = self._workspace.listener.port or self._workspace.settings.port
        popover = self._popover = PortPopover(port, self._window)
        popover.chosen.connect(
            lambda port: self._tasks.spawn(self._move_to(port, popover), name="listener.move")
        )
        popover.free_wanted.connect(
            lambda start: self._tasks.spawn(self._offer_free(start, popover), name="listener.free_port")
        )
        popover.open_under(self._address.port_anchor())

    def toggle_pause(self) -> None:
        """Hold the list, or let news in again."""
        self._table.set_paused(not self._table.paused)

    def search_or_find(self) -> None:
        """Into the search box, or into the find bar when the detail has the focus."""
        focus = self._window.focusWidget()
        if focus is not None and self._inspector.isAncestorOf(focus) and self._inspector.capture:
            self._inspector.find()
        else:
            self._address.focus_search()

    def find(self) -> None:
        """Open the find bar of the open tab."""
        self._inspector.find()

    def go_to_line(self) -> None:
        """Ask for a line of the open text."""
        self._inspector.go_to_line()

    def show_tab(self, name: str) -> None:
        """Show the detail with a tab open."""
        self._arrangement.show_detail()
        self._inspector.show_tab(name)

    def compare(self) -> None:
        """Compare the selected two, or the open one with the one before of its kind."""
        self._arrangement.show_detail()
        self._inspector.compare_selected()

    def edit_note(self) -> None:
        """Into the note of the open webhook."""
        self._arrangement.show_detail()
        self._inspector.annotations.edit()

    def choose_columns(self) -> None:
        """Open the menu of columns under the list's header."""
        header = self._table.view.header
        header.column_menu(header).popup(header.mapToGlobal(QPoint(30, header.height())))

    async def show_keys(self) -> None:
        """Show the key of every action."""
        await dialogs.finished(KeyMap(self._window))

    async def open_settings(self) -> None:
        """Ask for settings and apply what was changed."""
        dialog = settings_dialog.SettingsDialog(self._workspace.settings, self._window)
        if await dialogs.finished(dialog):
            changes = dialog.changes()
            if changes:
                await self._workspace.change_settings(**changes)
            if _ADDRESS & set(changes) and self._workspace.listener.phase == "listening":
                await self._workspace.start_listener()

    async def _move_to(self, port: int, popover: PortPopover) -> None:
        now = self._workspace.listener
        if now.phase == "listening" and port != now.port and await self._workspace.free_port(port) != port:
            popover.show_taken(port, now.port)  # what works is not given up for what cannot
            return
        try:
            await self._workspace.start_listener(port)
        except AppError as error:
            popover.show_error(error)
        else:
            popover.close()
            await self._workspace.change_settings(port=port)

    async def _offer_free(self, start: int, popover: PortPopover) -> None:
        popover.show_port(await self._workspace.free_port(start))
