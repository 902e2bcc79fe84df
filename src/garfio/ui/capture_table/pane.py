"""The list with what belongs to it: pill, help while it is empty, and when it follows or holds still."""

from __future__ import annotations

import time

from PySide6.QtCore import QByteArray, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from garfio.core.capture import CaptureId, CaptureSummary
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge
from garfio.ui.capture_table.feed import CaptureFeed
from garfio.ui.capture_table.model import CaptureTableModel
from garfio.ui.capture_table.pill import NewsPill
from garfio.ui.capture_table.progress import SearchProgress
from garfio.ui.capture_table.view import CaptureTableView
from garfio.ui.look import Look
from garfio.ui.no_rows import NoRows
from garfio.ui.selection import Selection

_DAY_CHECK_MS = 30_000


class CaptureTablePane(QWidget):
    """Search results as a list that can be watched, walked through and held."""

    rows_changed = Signal(int)
    """How many rows the list has."""
    position_changed = Signal(bool, bool)
    """Whether the newest row is in sight, and whether the list is paused."""
    menu_requested = Signal(object)

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        tasks: Tasks,
        selection: Selection,
        look: Look,
        first_run: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._paused = False
        self._touched = False
        self._day = time.localtime().tm_yday
        self.model = CaptureTableModel(self)
        self.feed = CaptureFeed(workspace, bridge, tasks, self.model, self)
        self.view = CaptureTableView(self.model, look, self)
        self._first_run = first_run
        self._no_rows = NoRows(self)
        self._stack = QStackedWidget(self)
        self._stack.setProperty("pane", "surface")
        for page in (self.view, self._first_run, self._no_rows):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self.progress = SearchProgress(self)
        column.addWidget(self.progress)
        self.pill = NewsPill(self.view)
        self.pill.set_top(look.row_height)
        self._midnight = QTimer(self)
        self._midnight.timeout.connect(self._on_midnight_checked)
        self._midnight.start(_DAY_CHECK_MS)
        self._connect()

    @property
    def paused(self) -> bool:
        """True while the user holds the list."""
        return self._paused

    def search(self, query: str) -> None:
        """Show the rows of a query."""
        self.feed.load(query)

    def set_paused(self, paused: bool) -> None:
        """Hold the list, or let news in."""
        self._paused = paused
        self._hold()

    def go_newest(self) -> None:
        """Let news in, and follow them from the top."""
        self._paused = False
        self.view.verticalScrollBar().setValue(0)
        self._hold()

    def listed_ids(self) -> list[CaptureId] | None:
        """Every capture of the list; None when that is every capture there is."""
        if not self.feed.query:
            return None
        return self.model.ids_between(0, self.model.rowCount())

    def summary(self, capture_id: CaptureId) -> CaptureSummary | None:
        """A capture's summary where it is at hand."""
        return self.model.summary(capture_id)

    def save_state(self) -> QByteArray:
        """The columns' choice, order and widths."""
        return self.view.header.saveState()

    def restore_state(self, state: QByteArray | None) -> None:
        """The columns as they were."""
        self.view.header.restore(state)

    def _connect(self) -> None:
        view, feed = self.view, self.feed
        view.current_shown.connect(self._selection.set_current)
        view.selection_changed.connect(lambda n: self._selection.set_selected(n, view.selected_ids))
        view.rows_shown.connect(feed.look_at)
        view.menu_requested.connect(self.menu_requested)
        view.touched.connect(self._on_touched)
        view.verticalScrollBar().valueChanged.connect(self._hold)
        feed.pending_changed.connect(self._on_pending_changed)
        feed.extent_changed.connect(self._on_extent_changed)
        feed.scanned.connect(self.progress.show_progress)
        self.progress.stop_wanted.connect(feed.stop_scan)
        self.pill.clicked.connect(self.go_newest)

    def _on_touched(self, touched: bool) -> None:
        self._touched = touched
        self._hold()

    def _hold(self) -> None:
        at_top = self.view.at_top()
        self.feed.set_held(self._paused or self._touched or not at_top)
        self.position_changed.emit(at_top, self._paused)

    def _on_pending_changed(self, count: int) -> None:
        self.pill.show_news(count, paused=self._paused)

    def _on_extent_changed(self) -> None:
        rows = self.model.rowCount()
        page: QWidget = self.view
        if not rows and self.feed.loaded:
            page = self._no_rows if self.feed.query else self._first_run
            self._no_rows.tell(searching=not self.feed.complete, stopped=self.feed.stopped)
        if self._stack.currentWidget() is not page:
            focused = self._stack.currentWidget().hasFocus()
            self._stack.setCurrentWidget(page)
            if focused:
                page.setFocus()
        self.rows_changed.emit(rows)

    def _on_midnight_checked(self) -> None:
        day = time.localtime().tm_yday
        if day != self._day:
            self._day = day
            self.view.forget_day()
