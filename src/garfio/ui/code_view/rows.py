"""The rows on the screen: lines, or parts of lines when they are wrapped.

Nothing here walks the whole text: a wrapped row is found from the start of its line, and a very long line
is cut into blocks of a fixed number of characters first, each beginning a row of its own. Unwrapped, a very
long line is laid out from the first visible character on; only shorter ones keep their columns aligned when
scrolled sideways.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from garfio.ui.code_view.cells import Layout, is_simple, lay_out
from garfio.ui.code_view.document import Document
from garfio.ui.code_view.folds import Folds

LONG_LINE = 8192
_CACHED = 512
_BLOCK = 2048
# Combining marks take no cell: a row may hold that many more characters than cells.
_SLACK = 16


class Row(NamedTuple):
    """The characters `start` to `end` of `line`, drawn `shift` cells to the left of the text's edge."""

    line: int
    start: int
    end: int
    shift: int = 0


class Rows:
    """Rows of a document at a width, and their layouts. What is folded away has no rows."""

    def __init__(self, document: Document, folds: Folds | None = None) -> None:
        self._document = document
        self._folds = Folds() if folds is None else folds
        self._layouts: dict[tuple[int, int], Layout] = {}
        self._breaks: dict[int, list[int]] = {}
        self._columns = 0

    @property
    def wrapped(self) -> bool:
        return self._columns > 0

    @property
    def line_count(self) -> int:
        """Lines that are not folded away."""
        return self._document.line_count - self._folds.hidden

    def number_of(self, line: int) -> int:
        """The number of a line, from 0, among those that are not folded away."""
        return self._folds.shown(line)

    def line_of(self, number: int) -> int:
        """The line that has a number among those that are not folded away."""
        return self._folds.line(max(0, min(number, self.line_count - 1)))

    def set_columns(self, columns: int) -> None:
        """Wrap after so many cells; 0 does not wrap."""
        if columns != self._columns:
            self._columns = columns
            self._breaks.clear()

    def layout(self, row: Row) -> Layout:
        """The row's cells."""
        key = (row.start, row.end)
        found = self._layouts.get(key)
        if found is None:
            if len(self._layouts) >= _CACHED:
                self._layouts.clear()
            found = self._layouts[key] = lay_out(self._document.text[row.start : row.end])
        return found

    def line_row(self, line: int, scroll: int, columns: int) -> Row:
        """The visible part of an unwrapped line, scrolled by `scroll` cells in a window of `columns`."""
        start, end = self._document.line_start(line), self._document.line_end(line)
        if end - start <= LONG_LINE:
            return Row(line, start, end, scroll)
        first = min(start + scroll, end)
        return Row(line, first, min(first + columns + 1, end))

    def row_at(self, offset: int) -> Row:
        """The wrapped row that holds `offset`; at a soft break that is the later one. For what is folded away
        the last row of the line that stands for it.
        """
        line = self._document.line_at(offset)
        head = self._folds.head_of(line)
        if head != line:
            line, offset = head, self._document.line_end(head)
        start, end = self._block(line, offset)
        breaks = self._break(start, end)
        at = bisect_right(breaks, min(offset, end)) - 1
        return Row(line, breaks[at], breaks[at + 1] if at + 1 < len(breaks) else end)

    def next(self, row: Row) -> Row | None:
        """The row below, or None at the end of what is indexed."""
        if row.end < self._document.line_end(row.line):
            return self.row_at(row.end)
        line = self._folds.below(row.line)
        if line < self._document.line_count:
            return self.row_at(self._document.line_start(line))
        return None

    def previous(self, row: Row) -> Row | None:
        """The row above, or None at the top."""
        if row.start > self._document.line_start(row.line):
            return self.row_at(row.start - 1)
        if row.line > 0:
            return self.row_at(self._document.line_end(row.line - 1))
        return None

    def moved(self, row: Row, count: int) -> Row:
        """The row `count` rows below, or above for a negative count; stops at the ends of the text."""
        step = self.next if count > 0 else self.previous
        for _ in range(abs(count)):
            neighbour = step(row)
            if neighbour is None:
                break
            row = neighbour
        return row

    def from_row(self, row: Row, count: int) -> Iterator[Row]:
        """At most `count` rows from `row` on."""
        here: Row | None = row
        for _ in range(count):
            if here is None:
                return
            yield here
            here = self.next(here)

    def _block(self, line: int, offset: int) -> tuple[int, int]:
        start, end = self._document.line_start(line), self._document.line_end(line)
        size = max(1, _BLOCK // self._columns) * self._columns
        if end - start <= size:
            return start, end
        last = (end - start - 1) // size
        block = min((min(offset, end) - start) // size, last)
        return start + block * size, min(start + (block + 1) * size, end)

    def _break(self, start: int, end: int) -> list[int]:
        """Offsets at which the rows of a block begin."""
        found = self._breaks.get(start)
        if found is None:
            if len(self._breaks) >= _CACHED:
                self._breaks.clear()
            found = self._breaks[start] = self._find_breaks(start, end)
        return found

    def _find_breaks(self, start: int, end: int) -> list[int]:
        text = self._document.text[start:end]
        if is_simple(text):
            return list(range(start, max(end, start + 1), self._columns))
        breaks = [start]
        at = 0
        while True:
            part = text[at : at + self._columns + _SLACK]
            at += lay_out(part, self._columns).fit(self._columns)
            if at >= len(text):
                return breaks
            breaks.append(start + at)
