"""The caret and the selection, and where the keys take them. Knows rows, not pixels."""

from __future__ import annotations

import re

from garfio.ui.code_view.cells import joins
from garfio.ui.code_view.document import Document
from garfio.ui.code_view.rows import LONG_LINE, Row, Rows

# Words are looked for only so far: a line may be one word of many megabytes.
_REACH = 4096
_TOKEN = re.compile(r"\w+|[^\w\s]+")
_WORD = re.compile(r"\w+")


class Cursor:
    """A caret at `position` with a selection back to `anchor`, both offsets in the text."""

    def __init__(self, document: Document, rows: Rows) -> None:
        self.position = 0
        self.anchor = 0
        self._document = document
        self._rows = rows
        self._goal: int | None = None
        self._motions = {
            "left": self._left,
            "right": self._right,
            "word-left": self._word_left,
            "word-right": self._word_right,
            "row-start": lambda: self._row(self.position).start,
            "row-end": self._row_end,
            "top": lambda: 0,
            "bottom": lambda: len(self._document.text),
        }

    @property
    def selection(self) -> tuple[int, int]:
        """Start and end of the selected text; equal when nothing is selected."""
        return min(self.position, self.anchor), max(self.position, self.anchor)

    def place(self, position: int, *, select: bool = False) -> None:
        """Put the caret at an offset, cut to the text; `select` keeps the anchor."""
        self.position = max(0, min(position, len(self._document.text)))
        if not select:
            self.anchor = self.position
        self._goal = None

    def move(self, motion: str, *, select: bool = False) -> None:
        """Move by `left`, `right`, `word-left`, `word-right`, `row-start`, `row-end`, `top` or `bottom`."""
        start, end = self.selection
        if start != end and not select and motion in ("left", "right"):
            self.place(start if motion == "left" else end)
        else:
            self.place(self._motions[motion](), select=select)

    def move_rows(self, count: int, *, select: bool = False) -> None:
        """Move down by `count` rows, up for a negative count, keeping the column."""
        goal = self.column_of(self.position) if self._goal is None else self._goal
        if self._rows.wrapped:
            here = self._rows.row_at(self.position)
            row = self._rows.moved(here, count)
            if row == here:
                self.move("top" if count < 0 else "bottom", select=select)
            else:
                cell = self._rows.layout(row).index_at(goal)
                last = row.end if row.end == self._document.line_end(row.line) else row.end - 1
                self.place(min(row.start + cell, last), select=select)
        else:
            number = self._rows.number_of(self._document.line_at(self.position)) + count
            if number < 0 or number >= self._rows.line_count:
                self.move("top" if count < 0 else "bottom", select=select)
            else:
                self.place(self._offset_in_line(self._rows.line_of(number), goal), select=select)
        self._goal = goal

    def select_word(self, offset: int) -> None:
        """Select the word around `offset`, or the one character that is not part of any."""
        line = self._document.line_at(offset)
        low = max(self._document.line_start(line), offset - _REACH)
        high = min(self._document.line_end(line), offset + _REACH)
        near = self._document.text[low:high]
        for match in _WORD.finditer(near):
            if match.start() <= offset - low < match.end():
                self.anchor, self.position = low + match.start(), low + match.end()
                return
        self.anchor, self.position = offset, min(offset + 1, high)

    def select_line(self, offset: int) -> None:
        """Select the line around `offset` with its end mark."""
        line = self._document.line_at(offset)
        self.anchor = self._document.line_start(line)
        self.position = self._document.next_line_start(line)

    def column_of(self, offset: int) -> int:
        """The cell of `offset` in its row; in a very long unwrapped line, characters from its start."""
        row = self._row(offset)
        if row.end - row.start > LONG_LINE:
            return min(offset, row.end) - row.start
        return self._rows.layout(row).cell_of(offset - row.start)

    def _offset_in_line(self, line: int, column: int) -> int:
        start, end = self._document.line_start(line), self._document.line_end(line)
        if end - start > LONG_LINE:
            return min(start + column, end)
        return start + self._rows.layout(Row(line, start, end)).index_at(column)

    def _row(self, offset: int) -> Row:
        """The row of an offset; unwrapped the whole line, however long."""
        if self._rows.wrapped:
            return self._rows.row_at(offset)
        line = self._document.line_at(offset)
        return Row(line, self._document.line_start(line), self._document.line_end(line))

    def _row_end(self) -> int:
        row = self._row(self.position)
        soft = row.end < self._document.line_end(row.line)
        return row.end - 1 if soft else row.end

    def _left(self) -> int:
        text = self._document.text
        at = self.position - 1
        if at > 0 and text[at] == "\n" and text[at - 1] == "\r":
            return at - 1
        while at > 0 and joins(text, at):
            at -= 1
        return at

    def _right(self) -> int:
        text = self._document.text
        at = self.position + 1
        if text[self.position : self.position + 2] == "\r\n":
            return at + 1
        while at < len(text) and joins(text, at):
            at += 1
        return at

    def _word_right(self) -> int:
        end = min(self.position + _REACH, len(self._document.text))
        match = _TOKEN.search(self._document.text, self.position, end)
        return match.end() if match else end

    def _word_left(self) -> int:
        low = max(0, self.position - _REACH)
        starts = [match.start() for match in _TOKEN.finditer(self._document.text, low, self.position)]
        return starts[-1] if starts else low
