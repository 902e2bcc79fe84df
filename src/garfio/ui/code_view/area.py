"""The window over a text: size, scrolling, wrapping, zoom, painting, and the turns in which it is indexed.

Knows where the caret is, not how it moves: keys, mouse and find are the view's.
"""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from garfio.ui.code_view.cursor import Cursor
from garfio.ui.code_view.document import Document
from garfio.ui.code_view.folding import Folding
from garfio.ui.code_view.page import LEAST_DIGITS, PADDING, Grounds, Page
from garfio.ui.code_view.painter import Metrics, RowPainter
from garfio.ui.code_view.rows import Rows
from garfio.ui.code_view.scroll import Scroll
from garfio.ui.code_view.search import Search
from garfio.ui.code_view.source import Mark, Span, SpansSource
from garfio.ui.code_view.tip import tip_at
from garfio.ui.theme import Theme, mono_font

TURN_S = 0.005
"""How long one turn of the event loop may work on a text."""
_LEAST_PX, _MOST_PX = 7, 48


class TextArea(QAbstractScrollArea):
    """Text with line numbers and colours, of which only the visible rows exist on the screen."""

    indexed = Signal()
    """The whole text has been indexed: `line_count` is final."""
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
        self._bars_stale = False
        self._marks: dict[int, list[Mark]] = {}
        self._source: SpansSource | None = None
        self._foldable = False
        self._work = QTimer(self)
        self._work.setInterval(0)
        self._work.timeout.connect(self._on_work)
        self._take(Document())
        self._measure()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    @property
    def text(self) -> str:
        """The whole text."""
        return self._document.text

    @property
    def line_count(self) -> int:
        """Lines found so far; final once `indexed` has been sent."""
        return self._document.line_count

    @property
    def is_indexed(self) -> bool:
        """Whether `line_count` is final."""
        return self._document.complete

    @property
    def is_limited(self) -> bool:
        """Whether something on the screen is too large to be coloured, and is plain."""
        return self._limited

    @property
    def is_wrapped(self) -> bool:
        return self._wrap

    @property
    def font_px(self) -> int:
        """The font's size in pixels."""
        return self._font_px

    def set_document(self, text: str, spans_source: SpansSource | None = None) -> None:
        """Show `text` from its start in the colours that `spans_source` gives; marks are forgotten."""
        self._source = spans_source
        self._marks = {}
        self._take(Document(text))
        self._set_limited(False)
        pending = self._document.advance(perf_counter() + TURN_S)
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

    @property
    def marks(self) -> list[Mark]:
        """The stretches that have a ground of their own, from top to bottom."""
        return [mark for line in sorted(self._marks) for mark in self._marks[line]]

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._row_painter = RowPainter(theme, self._metrics)
        self.viewport().update()

    def set_wrap(self, wrap: bool) -> None:
        """Break long lines at the window's edge, on the screen only."""
        if wrap != self._wrap:
            self._wrap = wrap
            self._fit()
            self.wrap_changed.emit(wrap)

    def zoom(self, steps: int) -> None:
        """Make the text larger by `steps` pixels, smaller for a negative number."""
        self._set_font_px(self._font_px + steps)

    def reset_zoom(self) -> None:
        """Back to the size of the fixed font."""
        self._set_font_px(mono_font().pixelSize())

    @Slot()
    def _on_work(self) -> None:
        if not self._advance(perf_counter() + TURN_S):
            self._work.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - what is drawn depends on the rows alone
        page = self._page()
        spans: dict[int, list[Span]] = {}
        if self._source is not None:
            limited = False
            for first, last in page.line_runs():
                spans.update(enumerate(self._source.spans(self._document, first, last), first))
                limited = limited or self._source.limited
            self._set_limited(limited)
        self._bars_stale = self._scroll.widen(page.widest()) or self._bars_stale
        if self._bars_stale or (self._source is not None and self._source.pending):
            self._work.start()
        grounds = Grounds(self._document, self._theme, self._marks, self._search(), self._cursor.selection)
        with QPainter(self.viewport()) as painter:
            page.draw(painter, self._row_painter, spans, grounds, self._cursor, focused=self.hasFocus())
            page.draw_folds(painter, self._row_painter, self._folding)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = tip_at(self._document, self._page().character_at(event.pos()))
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: ARG002 - the window is asked for its size
        self._fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.viewport().update()
        super().focusOutEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - every row is painted anew
        self.viewport().update()

    def _search(self) -> Search | None:
        """The search whose matches are to be marked."""
        return None

    def _advance(self, deadline: float) -> bool:
        """Go on with what is not finished until `deadline`; true while some is left."""
        pending = self._advance_index(deadline)
        if self._source is not None and self._source.pending:
            self._source.advance(deadline)
            self.viewport().update()
            pending = pending or self._source.pending
        return pending

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

    def _take(self, document: Document) -> None:
        self._document = document
        self._folding = Folding(document, enabled=self._foldable)
        self._rows = Rows(document, self._folding.folds)
        self._cursor = Cursor(document, self._rows)
        self._scroll = Scroll(document, self._rows, self.verticalScrollBar(), self.horizontalScrollBar())

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
        digits = max(LEAST_DIGITS, len(str(self._document.line_count)))
        self._text_left = round(digits * self._metrics.cell) + 2 * PADDING
        self._text_left += self._metrics.height // 2 if self._folding.enabled else 0
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
            self.viewport().rect(),
            self._text_left,
            self._scroll.columns,
        )

    def _set_limited(self, limited: bool) -> None:
        if limited != self._limited:
            self._limited = limited
            self.limited_changed.emit(limited)
