"""A read-only view of text of any size, that paints only what is on the screen.

The text is shown as it is: what cannot be seen gets a label, and copying gives the original characters.
Indexing, searching and colouring go on in slices of a few milliseconds between the turns of the event loop.
Does not decode, format or edit.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from garfio.ui.code_view import clipboard
from garfio.ui.code_view.actions import ViewActions
from garfio.ui.code_view.area import TURN_S
from garfio.ui.code_view.find import Find, FindState
from garfio.ui.code_view.folded_area import FoldedArea
from garfio.ui.code_view.keys import command_for
from garfio.ui.code_view.mouse import Mouse
from garfio.ui.code_view.search import Search
from garfio.ui.code_view.source import SpansSource
from garfio.ui.theme import Theme

_WHEEL_STEP = 120
_ROWS_PER_STEP = 3
_DRAG_SCROLL_MS = 40
_PRIMARY_SELECTION_LIMIT = 1 << 20
_SPOKEN_LIMIT = 500


class CodeView(FoldedArea):
    """Text with line numbers, colours, selection and find."""

    find_changed = Signal(object)
    """A FindState: more matches are known, or another one is selected."""
    find_requested = Signal()
    """The user asks for the find bar."""
    position_changed = Signal(int, int)
    """The caret's line and column, in characters, counted from 0."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._find = Find()
        self._find_news = False
        self._mouse = Mouse()
        self._wheel = 0
        self._drag_timer = QTimer(self)
        self._drag_timer.setInterval(_DRAG_SCROLL_MS)
        self._drag_timer.timeout.connect(self._on_drag_timer)
        self._actions = ViewActions(self)
        self._commands: dict[str, Callable[[], None]] = {
            "copy": self.copy,
            "select-all": self.select_all,
            "zoom-in": lambda: self.zoom(1),
            "zoom-out": lambda: self.zoom(-1),
            "zoom-reset": self.reset_zoom,
            "fold": self.fold,
            "unfold": self.unfold,
            "fold-all": self.fold_all,
            "unfold-all": self.unfold_all,
        }
        self._actions.copy.triggered.connect(self.copy)
        self._actions.select_all.triggered.connect(self.select_all)
        self._actions.connect_folds(self)
        self._actions.find.triggered.connect(self.find_requested)
        self._actions.wrap.toggled.connect(self.set_wrap)
        self.wrap_changed.connect(self._actions.wrap.setChecked)
        self.setAccessibleName(self.tr("Text"))

    @property
    def shown_actions(self) -> ViewActions:
        """The actions of the context menu."""
        return self._actions

    @property
    def selection(self) -> tuple[int, int]:
        """Start and end offset of the selected text; equal when nothing is selected."""
        return self._cursor.selection

    @property
    def find_state(self) -> FindState:
        return self._find.state

    def set_document(
        self, text: str, spans_source: SpansSource | None = None, *, foldable: bool = False
    ) -> None:
        """Show `text` from its start in the colours that `spans_source`, made for it, gives.

        Marks, selection, folds and search are forgotten.
        """
        self._find.clear()
        super().set_document(text, spans_source, foldable=foldable)

    def find(self, text: str, case: bool = False, regex: bool = False) -> FindState:
        """Search for `text` and select the first match from the selection on, once it is found.

        Returns what is known after a few milliseconds; `find_changed` tells the rest. Empty text ends it.
        """
        if not text:
            self.clear_find()
            return self.find_state
        self._find.start(Search(self.text, text, case=case, regex=regex), self.selection[0])
        self._find_news = True
        self._advance_find(perf_counter() + TURN_S)
        self._work.start()
        return self.find_state

    def find_next(self) -> None:
        """Select the next match, around the end of the text."""
        self._step_find(1)

    def find_previous(self) -> None:
        """Select the match before, around the start of the text."""
        self._step_find(-1)

    def clear_find(self) -> None:
        """Forget the search; the selection stays."""
        self._find.clear()
        self.viewport().update()
        self.find_changed.emit(self.find_state)

    def select(self, start: int, end: int) -> None:
        """Select the characters `start` to `end` (offsets) and bring them into sight."""
        self._cursor.place(start)
        self._cursor.place(end, select=True)
        self._show_offset(start)
        self._show_offset(end)
        self._scroll.reveal(end, self._cursor.column_of(end), centred=True)
        self._scroll.reveal(start, self._cursor.column_of(start), centred=True)
        self._moved()

    def select_all(self) -> None:
        """Select the whole text; the window stays where it is."""
        self._cursor.place(len(self.text))
        self._cursor.anchor = 0
        self._moved()

    def selected_text(self) -> str:
        """The selected characters, exactly."""
        start, end = self.selection
        return self.text[start:end]

    def copy(self) -> None:
        """Copy the selected characters; a lone surrogate, which no clipboard can hold, as U+FFFD."""
        if self.selection[0] != self.selection[1]:
            clipboard.copy(self.selected_text())

    def go_to(self, line: int, column: int = 0) -> None:
        """Put the caret into a line found so far, both counted from 0, and bring it into sight."""
        line = max(0, min(line, self.line_count - 1))
        start, end = self._document.line_start(line), self._document.line_end(line)
        at = min(start + column, end)
        self.select(at, at)

    @Slot()
    def _on_drag_timer(self) -> None:
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        self._drag_to(at)

    def event(self, event: QEvent) -> bool:
        # The keys of the view come before a shortcut of the window, while the view has the focus.
        if event.type() is QEvent.Type.ShortcutOverride and command_for(event) is not None:  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        found = command_for(event)
        if found is None:
            super().keyPressEvent(event)
            return
        command, select = found
        if command in self._commands:
            self._commands[command]()
            return
        rows = {"row-down": 1, "row-up": -1, "page-down": self._page_rows, "page-up": -self._page_rows}
        if command in rows:
            self._cursor.move_rows(rows[command], select=select)
        else:
            self._cursor.move(command, select=select)
        self._show_offset(self._cursor.position)
        self._scroll.reveal(self._cursor.position, self._cursor.column_of(self._cursor.position))
        self._moved()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom((steps > 0) - (steps < 0))
            event.accept()
        elif self._wrap:
            self._wheel += steps * _ROWS_PER_STEP
            rows = int(self._wheel / _WHEEL_STEP)
            self._wheel -= rows * _WHEEL_STEP
            self._scroll.scroll_rows(-rows)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            folded = self._fold_at(event.position().toPoint())
            if folded is not None:
                self.toggle_fold(folded)
                return
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._mouse.press(self._cursor, self._page().offset_at(event.position().toPoint()), select=shift)
            self._moved()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._mouse.double_click(self._cursor, self._page().offset_at(event.position().toPoint()))
            self._moved()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._mouse.dragging:
            at = event.position().toPoint()
            self._drag_to(at)
            if not self.viewport().rect().contains(at):
                self._drag_timer.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._mouse.release()
            self._drag_timer.stop()
            start, end = self.selection
            if 0 < end - start <= _PRIMARY_SELECTION_LIMIT:
                clipboard.offer_selection(self.selected_text())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        start, end = self.selection
        self._actions.copy.setEnabled(end > start)
        self._actions.set_foldable(self.can_fold)
        menu = self._actions.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _search(self) -> Search | None:
        return self._find.search

    def _advance(self, deadline: float) -> bool:
        pending = super()._advance(deadline)
        return self._advance_find(deadline) or pending

    def _advance_find(self, deadline: float) -> bool:
        search = self._find.search
        if search is None or (search.complete and not self._find_news):
            return False
        # A match can only be shown in a line that is known.
        if not self._document.complete:
            return True
        known = search.count
        pending = self._find.advance(deadline)
        self._find_news = pending
        match = self._find.arrived()
        if match is not None or search.count > known or not pending:
            self._show_match(match)
        return pending

    def _step_find(self, count: int) -> None:
        self._show_match(self._find.step(count, self.selection))

    def _show_match(self, match: tuple[int, int] | None) -> None:
        if match is not None:
            self.select(*match)
        self.viewport().update()
        self.find_changed.emit(self.find_state)

    def _drag_to(self, at: QPoint) -> None:
        self._scroll.scroll_rows((at.y() >= self.viewport().height()) - (at.y() < 0))
        self._cursor.place(self._page().offset_at(at), select=True)
        self._scroll.reveal(self._cursor.position, self._cursor.column_of(self._cursor.position))
        self._moved()

    def _moved(self) -> None:
        """The caret or the selection is another one."""
        line = self._document.line_at(self._cursor.position)
        column = self._cursor.position - self._document.line_start(line)
        self.position_changed.emit(line, column)
        self.viewport().update()
        if QAccessible.isActive() and self.hasFocus():
            spoken = self._document.text[self._document.line_start(line) : self._document.line_end(line)]
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken[:_SPOKEN_LIMIT]))
