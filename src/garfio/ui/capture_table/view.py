"""The list itself: paints the visible rows in one go, follows the newest, and says what it shows.

A QTableView for its selection, keys, scrolling and accessibility; only its painting is ours (see
`row_painter`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from garfio.core.capture import CaptureId
from garfio.ui.capture_table.header import CaptureHeader
from garfio.ui.capture_table.model import CaptureTableModel
from garfio.ui.capture_table.row_painter import RowPainter, RowState, no_row
from garfio.ui.look import Look

_MOST_DRAGGED = 500
"""Rows that can be pulled out at once; Qt lists each of their cells before it begins."""


class CaptureTableView(QTableView):
    """Rows of captures."""

    rows_shown = Signal(int, int)
    """The first and last row on the screen, told when they change or were painted without their summary."""
    current_shown = Signal(object)
    """The id of the current row, or None."""
    selection_changed = Signal(int)
    """How many rows are selected."""
    menu_requested = Signal(object)
    """The global position where a menu for the selected rows is wanted."""
    touched = Signal(bool)
    """True while the user holds a mouse button over the rows."""
    drag_wanted = Signal()
    """The user pulls the selected rows out of the list."""

    def __init__(self, model: CaptureTableModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._captures = model
        self._look = look
        self._painter = RowPainter(look)
        self._hovered = -1
        self._current_before: CaptureId | None = None
        self.header = CaptureHeader(look, self)
        self.setHorizontalHeader(self.header)
        self.setAccessibleName(self.tr("Webhooks"))
        self._set_manners()
        self.setModel(model)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        model.modelAboutToBeReset.connect(self._on_model_about_to_be_reset)
        model.modelReset.connect(self._on_model_reset)
        self.header.layout_changed.connect(self._on_layout_changed)
        self.horizontalScrollBar().valueChanged.connect(self._on_layout_changed)
        look.changed.connect(self._on_look_changed)
        self.header.restore(None)

    @property
    def current(self) -> CaptureId | None:
        """The current row's capture."""
        index = self.currentIndex()
        return self._captures.id_at(index.row()) if index.isValid() else None

    def at_top(self) -> bool:
        """True when the newest row is in sight."""
        return self.verticalScrollBar().value() == 0

    def selected_count(self) -> int:
        """How many rows are selected, without listing them."""
        return sum(part.height() for part in self.selectionModel().selection())

    def selected_ids(self) -> list[CaptureId]:
        """The selected captures, newest first."""
        parts = sorted((part.top(), part.bottom()) for part in self.selectionModel().selection())
        return [number for first, last in parts for number in self._captures.ids_between(first, last)]

    def show_capture(self, capture_id: CaptureId) -> bool:
        """Make a capture current, selected and visible; False when it is not in the list."""
        row = self._captures.row_of(capture_id)
        if row is None:
            return False
        self.setCurrentIndex(self._captures.index(row, 0))
        return True

    def enter(self, first: bool) -> None:
        """Take the focus; with `first`, on the first row where none is current."""
        self.setFocus()
        if first and not self.currentIndex().isValid() and self._captures.rowCount():
            self.setCurrentIndex(self._captures.index(0, 0))

    def carry(self, files: Sequence[Path]) -> None:
        """Let the user drop files that stand for the selected rows. Returns when they have; Qt's loop turns meanwhile,
        so this must not be called from a coroutine."""
        self._captures.carried = files
        super().startDrag(Qt.DropAction.CopyAction)
        self.touched.emit(False)  # the release went elsewhere

    def startDrag(self, _actions: Qt.DropAction) -> None:
        if self.selected_count() <= _MOST_DRAGGED:
            self.drag_wanted.emit()

    def menu_place(self) -> QPoint:
        """Where a menu for the current row opens that was asked for with a key."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())

    def forget_day(self) -> None:
        """Paint every time of day again: midnight has passed."""
        self._on_look_changed()

    def selectAll(self) -> None:
        last = self._captures.rowCount() - 1
        if last < 0:
            return
        rows = QItemSelection(
            self._captures.index(0, 0), self._captures.index(last, self._captures.columnCount() - 1)
        )
        self.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        clip = event.rect()
        painter.fillRect(clip, self._look.colour("surface"))
        count = self._captures.rowCount()
        height = self._look.row_height
        offset = self.verticalOffset()
        first, last = offset // height, min(count - 1, (offset + self.viewport().height() - 1) // height)
        current = self.currentIndex().row()
        selected = self._selected_between(first, last)
        ratio = self.devicePixelRatioF()
        missing = False
        for row in range(first, last + 1):
            y = row * height - offset
            if y + height <= clip.top() or y > clip.bottom():
                continue
            summary = self._captures.summary_at(row)
            if summary is None:
                missing = True
                no_row(painter, QRectF(0, y, self.viewport().width(), height), self._look)
                continue
            state = RowState(row in selected, row == current, row == self._hovered)
            painter.drawPixmap(0, y, self._painter.picture(summary, state, ratio))
        painter.end()
        if missing:
            self.rows_shown.emit(first, last)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.header.fill(self.viewport().width())
        self._on_layout_changed()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Qt would make the first row current, and what is current is opened and marked as read.
        QFrame.focusInEvent(self, event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit(True)
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.touched.emit(False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.currentIndex().isValid():
            place = event.globalPos()
            if event.reason() == QContextMenuEvent.Reason.Keyboard:
                place = self.menu_place()
            self.menu_requested.emit(place)

    def _set_manners(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(self._look.row_height)
        rows.setDefaultSectionSize(self._look.row_height)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(self._look.row_height)

    def _selected_between(self, first: int, last: int) -> set[int]:
        rows: set[int] = set()
        for part in self.selectionModel().selection():
            rows.update(range(max(first, part.top()), min(last, part.bottom()) + 1))
        return rows

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_shown.emit(self._captures.id_at(current.row()) if current.isValid() else None)

    def _on_selection_changed(self) -> None:
        self.viewport().update()
        self.selection_changed.emit(self.selected_count())

    def _on_model_about_to_be_reset(self) -> None:
        self._current_before = self.current

    def _on_model_reset(self) -> None:
        self._hovered = -1
        row = None if self._current_before is None else self._captures.row_of(self._current_before)
        if row is None:
            self.current_shown.emit(None)
            self.selection_changed.emit(0)
            return
        self.setAutoScroll(False)  # the capture stays open; the list stays at its top
        self.setCurrentIndex(self._captures.index(row, 0))
        self.setAutoScroll(True)

    def _on_layout_changed(self) -> None:
        slots = self.header.slots()
        width = max([self.viewport().width(), *(slot.x + slot.width for slot in slots)])
        self._painter.set_slots(slots, width)
        self.viewport().update(QRect(0, 0, width, self.viewport().height()))

    def _on_look_changed(self) -> None:
        self._painter.clear()
        self.viewport().update()
