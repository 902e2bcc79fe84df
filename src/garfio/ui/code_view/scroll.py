"""Which rows the window shows, and the scroll bars that say so.

Unwrapped, the vertical bar counts lines that are not folded away, the horizontal one cells. Wrapped, the
vertical bar counts characters: the rows of a large text are never counted, and the wheel and the keys walk from
row to row.
"""

from __future__ import annotations

from PySide6.QtWidgets import QScrollBar

from garfio.ui.code_view.document import Document
from garfio.ui.code_view.rows import Row, Rows

_MARGIN_COLUMNS = 2


class Scroll:
    """The position of the window over the rows of a document."""

    def __init__(self, document: Document, rows: Rows, vertical: QScrollBar, horizontal: QScrollBar) -> None:
        self._document = document
        self._rows = rows
        self._vertical = vertical
        self._horizontal = horizontal
        self._columns = 1
        self._height = 1
        self._widest = 0

    @property
    def columns(self) -> int:
        """Cells beside each other in the window."""
        return self._columns

    def resize(self, columns: int, height: int, *, wrap: bool) -> None:
        """The window shows `columns` cells and `height` whole rows; the first character stays where it is."""
        top = self.top_offset()
        self._columns, self._height = max(1, columns), max(1, height)
        self._rows.set_columns(self._columns if wrap else 0)
        self.show_top(top)
        if wrap:
            self._horizontal.setValue(0)

    def show_top(self, offset: int) -> None:
        """Take in other bounds, and show the row that holds `offset` at the top."""
        self.update_bars()
        number = self._rows.number_of(self._document.line_at(offset))
        self._vertical.setValue(offset if self._rows.wrapped else number)

    def update_bars(self) -> None:
        """Set the ranges of the bars after the window, the text or its index has changed."""
        if self._rows.wrapped:
            last = self._rows.moved(self._rows.row_at(len(self._document.text)), 1 - self._height)
            self._vertical.setRange(0, last.start)
            characters = len(self._document.text) // self._document.line_count
            self._vertical.setPageStep(self._height * max(1, min(self._columns, characters)))
            self._vertical.setSingleStep(self._columns)
            self._horizontal.setRange(0, 0)
            return
        self._vertical.setRange(0, max(0, self._rows.line_count - self._height))
        self._vertical.setPageStep(self._height)
        self._vertical.setSingleStep(1)
        widest = max(self._document.longest, self._widest) + _MARGIN_COLUMNS
        self._horizontal.setRange(0, max(0, widest - self._columns))
        self._horizontal.setPageStep(self._columns)
        self._horizontal.setSingleStep(_MARGIN_COLUMNS)

    def widen(self, cells: int) -> bool:
        """Note a row of `cells`, wider than its characters let expect; true when the bars must be updated."""
        if self._rows.wrapped or cells <= max(self._widest, self._document.longest):
            return False
        self._widest = cells
        return True

    def top_offset(self) -> int:
        """Offset of the first character in the window's first row."""
        value = self._vertical.value()
        if self._rows.wrapped:
            return self._rows.row_at(value).start
        return self._document.line_start(self._rows.line_of(value))

    def visible(self) -> list[Row]:
        """The rows in the window, with one that may be cut at its bottom."""
        if self._rows.wrapped:
            return list(self._rows.from_row(self._rows.row_at(self._vertical.value()), self._height + 1))
        first = self._vertical.value()
        last = min(first + self._height + 1, self._rows.line_count)
        shift = self._horizontal.value()
        return [
            self._rows.line_row(self._rows.line_of(number), shift, self._columns)
            for number in range(first, last)
        ]

    def scroll_rows(self, count: int) -> None:
        """Scroll down by `count` rows, up for a negative count."""
        if self._rows.wrapped:
            row = self._rows.moved(self._rows.row_at(self._vertical.value()), count)
            self._vertical.setValue(row.start)
        else:
            self._vertical.setValue(self._vertical.value() + count)

    def reveal(self, offset: int, column: int, *, centred: bool = False) -> None:
        """Scroll as little as shows `offset` in `column`; `centred` puts it a third down if it was hidden."""
        if self._rows.wrapped:
            self._reveal_row(self._rows.row_at(offset), centred)
            return
        line = self._rows.number_of(self._document.line_at(offset))
        top = self._vertical.value()
        if not top <= line < top + self._height:
            above = self._height // 3 if centred else (0 if line < top else self._height - 1)
            self._vertical.setValue(line - above)
        left = self._horizontal.value()
        if not left <= column < left + self._columns - 1:
            margin = self._columns // 3 if centred else _MARGIN_COLUMNS
            self._horizontal.setValue(
                column - margin if column < left else column - self._columns + margin + 1
            )

    def _reveal_row(self, row: Row, centred: bool) -> None:
        rows = self.visible()[: self._height]
        if rows[0].start <= row.start <= rows[-1].start:
            return
        above = self._height // 3 if centred else (0 if row.start < rows[0].start else self._height - 1)
        self._vertical.setValue(self._rows.moved(row, -above).start)
