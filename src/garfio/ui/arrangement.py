"""How the three panes stand: beside each other, and in a narrow window the detail below the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from garfio.ui.window_state import WindowState

NARROW = 1000
"""Logical pixels of width below which the detail goes under the list."""
_SIDEBAR, _LIST, _DETAIL = 180, 690, 570
_ABOVE, _BELOW = 400, 600
"""Shares of list and detail in a narrow window: what the detail has above its text needs room first."""
_DETAIL_HEIGHT = 340
"""Title, buttons, chips, tabs and tools, and some lines below them; with less they lie over each other."""


class Arrangement(QWidget):
    """Sidebar, list and detail with two movable edges."""

    visibility_changed = Signal(bool, bool)
    """Whether sidebar and detail are shown."""

    def __init__(
        self, sidebar: QWidget, table: QWidget, detail: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._sidebar, self._detail = sidebar, detail
        self._sizes: dict[Qt.Orientation, object] = {}
        self._inner = self._splitter(table, detail)
        self._outer = self._splitter(sidebar, self._inner)
        sidebar.setMinimumWidth(130)
        table.setMinimumSize(220, 120)
        detail.setMinimumSize(260, _DETAIL_HEIGHT)
        self._outer.setStretchFactor(0, 0)
        self._outer.setStretchFactor(1, 1)
        self._inner.setStretchFactor(0, 1)
        self._inner.setStretchFactor(1, 1)
        self._outer.setSizes([_SIDEBAR, _LIST + _DETAIL])
        self._inner.setSizes([_LIST, _DETAIL])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._outer)

    @property
    def is_narrow(self) -> bool:
        """True while the detail stands below the list."""
        return self._inner.orientation() == Qt.Orientation.Vertical

    def toggle_sidebar(self) -> None:
        """Show or hide the sidebar."""
        self._show(self._sidebar, self._sidebar.isHidden())

    def toggle_detail(self) -> None:
        """Show or hide the detail."""
        self._show(self._detail, self._detail.isHidden())

    def show_detail(self) -> None:
        """Show the detail."""
        self._show(self._detail, True)

    def save(self, state: WindowState) -> None:
        """Remember sizes and what is shown."""
        state.save("outer", self._outer.saveState())
        state.save("inner_below" if self.is_narrow else "inner_beside", self._inner.saveState())
        state.save("sidebar", not self._sidebar.isHidden())
        state.save("detail", not self._detail.isHidden())

    def restore(self, state: WindowState) -> None:
        """As it was remembered."""
        if outer := state.blob("outer"):
            self._outer.restoreState(outer)
        for orientation, key in (
            (Qt.Orientation.Horizontal, "inner_beside"),
            (Qt.Orientation.Vertical, "inner_below"),
        ):
            if inner := state.blob(key):
                self._sizes[orientation] = inner
        if inner := self._sizes.get(self._inner.orientation()):
            self._inner.restoreState(inner)
        self._sidebar.setVisible(state.flag("sidebar", True))
        self._detail.setVisible(state.flag("detail", True))
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = event.size().width() < NARROW
        if narrow != self.is_narrow:
            self._sizes[self._inner.orientation()] = self._inner.saveState()
            orientation = Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal
            self._inner.setOrientation(orientation)
            if inner := self._sizes.get(orientation):
                self._inner.restoreState(inner)
            else:
                self._inner.setSizes([_ABOVE, _BELOW] if narrow else [_LIST, _DETAIL])
        super().resizeEvent(event)

    def _splitter(self, *panes: QWidget) -> QSplitter:
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.setChildrenCollapsible(False)
        for pane in panes:
            splitter.addWidget(pane)
        return splitter

    def _show(self, pane: QWidget, shown: bool) -> None:
        pane.setVisible(shown)
        self._tell()

    def _tell(self) -> None:
        self.visibility_changed.emit(not self._sidebar.isHidden(), not self._detail.isHidden())
