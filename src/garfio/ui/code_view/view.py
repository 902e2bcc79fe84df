"""A read-only view of text of any size, that paints only what is on the screen.

The text is shown as it is: what cannot be seen gets a label, and copying gives the original characters. Indexing,
searching and colouring go on in slices of a few milliseconds between the turns of the event loop. Does not decode,
format or edit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import perf_counter

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from garfio.ui.code_view import clipboard
from garfio.ui.code_view.actions import ViewActions
from garfio.ui.code_view.cursor import Cursor
from garfio.ui.code_view.document import Document
from garfio.ui.code_view.find import Find, FindState
from garfio.ui.code_view.keys import command_for
from garfio.ui.code_view.mouse import Mouse
from garfio.ui.code_view.page import PADDING, Grounds, Page
from garfio.ui.code_view.painter import Metrics, RowPainter
from garfio.ui.code_view.rows import Rows
from garfio.ui.code_view.scroll import Scroll
from garfio.ui.code_view.search import Search
from garfio.ui.code_view.source import Mark, SpansSource
from garfio.ui.theme import Theme, mono_font

_TURN_S = 0.006
_LEAST_DIGITS = 3
_LEAST_PX, _MOST_PX = 7, 48
_WHEEL_STEP = 120
_ROWS_PER_STEP = 3
_DRAG_SCROLL_MS = 40
_PRIMARY_SELECTION_LIMIT = 1 << 20
_SPOKEN_LIMIT = 500


class CodeView(QAbstractScrollArea):
    """Text with line numbers, colours, selection and find."""

    indexed = Signal()
    """The whole text has been indexed: `line_count` is final."""
    find_changed = Signal(object)
    """A FindState: more matches are known, or another one is selected."""
    find_requested = Signal()
    """The user asks for the find bar."""
    position_changed = Signal(int, int)
    """The caret's line and column, in characters, counted from 0."""
    wrap_changed = Signal(bool)
    zoom_changed = Signal(int)
    """The font's size in pixels."""
    limited_changed = Signal(bool)
    """Whether something on the screen is too large to be coloured."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._font_px = mono_font().pixelSize()
        self._wrap = False
        self._limited = False
        self._find = Find()
        self._mouse = Mouse()
        self._marks: dict[int, list[Mark]] = {}
        self._source: SpansSource | None = None
        self._wheel = 0
        self._bars_stale = False
        self._find_news = False
        self._work = QTimer(self)
        self._work.setInterval(0)
        self._work.timeout.connect(self._on_work)
        self._drag_timer = QTimer(self)
        self._drag_timer.setInterval(_DRAG_SCROLL_MS)
        self._drag_timer.timeout.connect(self._on_drag_timer)
        self.shown_actions = ViewActions(self)
        self._commands: dict[str, Callable[[], None]] = {
            "copy": self.copy,
            "select-all": self.select_all,
            "zoom-in": lambda: self.zoom(1),
            "zoom-out": lambda: self.zoom(-1),
            "zoom-reset": self.reset_zoom,
        }
        self._connect_actions()
        self._take(Document())
        self._measure()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.setAccessibleName(self.tr("Text"))

    @property
    def text(self) -> str:
        """The whole text."""
        return self._document.text

    @property
    def line_count(self) -> int:
        """Lines found so far; final once `indexed` has been sent."""
        return self._document.line_count

    @property
    def is_limited(self) -> bool:
        """Whether something that was shown is too large to be coloured, and is plain."""
        return self._limited

    @property
    def is_wrapped(self) -> bool:
        return self._wrap

    @property
    def selection(self) -> tuple[int, int]:
        """Start and end offset of the selected text; equal when nothing is selected."""
        return self._cursor.selection

    @property
    def find_state(self) -> FindState:
        return self._find.state

    def set_document(self, text: str, spans_source: SpansSource | None = None) -> None:
        """Show `text` from its start, in the colours that `spans_source` gives; marks and the search are forgotten."""
        self._source = spans_source
        self._marks = {}
        self._find.clear()
        self._take(Document(text))
        self._set_limited(False)
        pending = self._document.advance(perf_counter() + _TURN_S)
        self._fit()
        self.verticalScrollBar().setValue(0)
        self.horizontalScrollBar().setValue(0)
        if pending:
            self._work.start()
        else:
            self.indexed.emit()

    def set_marks(self, marks: Iterable[Mark | tuple[int, int, int, str]]) -> None:
        """Give stretches of lines a ground of their own: (line, start, length, kind), in characters."""
        self._marks = {}
        for mark in marks:
            self._marks.setdefault(mark[0], []).append(Mark(*mark))
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._row_painter = RowPainter(theme, self._metrics)
        self.viewport().update()

    def set_wrap(self, wrap: bool) -> None:
        """Break long lines at the window's edge, on the screen only."""
        if wrap != self._wrap:
            self._wrap = wrap
            self.shown_actions.wrap.setChecked(wrap)
            self._fit()
            self.wrap_changed.emit(wrap)

    def zoom(self, steps: int) -> None:
        """Make the text larger by `steps` pixels, smaller for a negative number."""
        self._set_font_px(self._font_px + steps)

    def reset_zoom(self) -> None:
        """Back to the size of the fixed font."""
        self._set_font_px(mono_font().pixelSize())

    def find(self, text: str, case: bool = False, regex: bool = False) -> FindState:
        """Search for `text` and select the first match from the selection on, once it is found.

        Returns what is known after a few milliseconds; `find_changed` tells the rest. Empty text ends the search.
        """
        if not text:
            self.clear_find()
            return self.find_state
        self._find.start(Search(self.text, text, case=case, regex=regex), self.selection[0])
        self._find_news = True
        self._advance_find(perf_counter() + _TURN_S)
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
        """Copy the selected characters as they are; a lone surrogate, which no clipboard can hold, as U+FFFD."""
        if self.selection[0] != self.selection[1]:
            clipboard.copy(self.selected_text())

    def go_to(self, line: int, column: int = 0) -> None:
        """Put the caret into a line found so far, both counted from 0, and bring it into sight."""
        line = max(0, min(line, self.line_count - 1))
        start, end = self._document.line_start(line), self._document.line_end(line)
        at = min(start + column, end)
        self.select(at, at)

    @Slot()
    def _on_work(self) -> None:
        deadline = perf_counter() + _TURN_S
        pending = self._advance_index(deadline)
        pending = self._advance_find(deadline) or pending
        pending = self._advance_source(deadline) or pending
        if not pending:
            self._work.stop()

    @Slot()
    def _on_drag_timer(self) -> None:
        at = self.viewport().mapFromGlobal(self.cursor().pos())
        self._drag_to(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        page = self._page()
        first, last = page.rows[0].line, page.rows[-1].line
        spans = [[]] * (last - first + 1)
        if self._source is not None:
            spans = self._source.spans(self._document, first, last)
            self._set_limited(self._source.limited)
        self._bars_stale = self._scroll.widen(page.widest()) or self._bars_stale
        if self._bars_stale or (self._source is not None and self._source.pending):
            self._work.start()
        grounds = Grounds(self._document, self._theme, self._marks, self._find.search, self.selection)
        with QPainter(self.viewport()) as painter:
            page.draw(
                painter,
                self.viewport().rect(),
                self._theme,
                self._row_painter,
                spans,
                grounds,
                self._cursor,
                focused=self.hasFocus(),
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

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
        self.shown_actions.copy.setEnabled(end > start)
        menu = self.shown_actions.menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def _take(self, document: Document) -> None:
        self._document = document
        self._rows = Rows(document)
        self._cursor = Cursor(document, self._rows)
        self._scroll = Scroll(document, self._rows, self.verticalScrollBar(), self.horizontalScrollBar())

    def _connect_actions(self) -> None:
        actions = self.shown_actions
        actions.copy.triggered.connect(self.copy)
        actions.select_all.triggered.connect(self.select_all)
        actions.find.triggered.connect(self.find_requested)
        actions.wrap.toggled.connect(self.set_wrap)

    def _measure(self) -> None:
        font = mono_font()
        font.setPixelSize(self._font_px)
        self._metrics = Metrics.of(font)
        self._row_painter = RowPainter(self._theme, self._metrics)

    def _set_font_px(self, font_px: int) -> None:
        font_px = max(_LEAST_PX, min(font_px, _MOST_PX))
        if font_px != self._font_px:
            self._font_px = font_px
            self._measure()
            self._fit()
            self.zoom_changed.emit(font_px)

    def _fit(self) -> None:
        """Take in the window's new size, or the text's."""
        digits = max(_LEAST_DIGITS, len(str(self._document.line_count)))
        self._text_left = round(digits * self._metrics.cell) + 2 * PADDING
        columns = int((self.viewport().width() - self._text_left) / self._metrics.cell)
        self._page_rows = max(1, self.viewport().height() // self._metrics.height)
        self._scroll.resize(columns, self._page_rows, wrap=self._wrap)
        self.viewport().update()

    def _page(self) -> Page:
        return Page(
            self._document,
            self._rows,
            self._scroll.visible(),
            self._metrics,
            self._text_left,
            self._scroll.columns,
        )

    def _advance_index(self, deadline: float) -> bool:
        if self._document.complete:
            if self._bars_stale:
                self._bars_stale = False
                self._scroll.update_bars()
            return False
        pending = self._document.advance(deadline)
        self._fit()
        if not pending:
            self.indexed.emit()
        return pending

    def _advance_find(self, deadline: float) -> bool:
        if self._find.search is None or (self._find.search.complete and not self._find_news):
            return False
        pending = self._find.advance(deadline)
        self._find_news = pending
        self._show_match(self._find.arrived())
        return pending

    def _advance_source(self, deadline: float) -> bool:
        if self._source is None or not self._source.pending:
            return False
        self._source.advance(deadline)
        self.viewport().update()
        return self._source.pending

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

    def _set_limited(self, limited: bool) -> None:
        if limited != self._limited:
            self._limited = limited
            self.limited_changed.emit(limited)
