"""A text and the index of its lines, built in slices so that a large one never holds up the window.

Lines end at LF; a CR before it belongs to the line's end. Positions are offsets in code points from the
text's start. The text is never changed or copied, whatever the view draws in its place.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate, islice
from time import perf_counter

_SLICE = 1 << 16


class Document:
    """The text of a view. Lines that the index has not reached yet do not exist for `line_count`."""

    def __init__(self, text: str = "") -> None:
        self.text = text
        self.longest = 0
        """Code points of the longest line found so far."""
        self._starts = array("I", [0])
        self._read = 0
        self._open_stop = (-1, 0)
        """The last line's start, and where it was found to end: 50 MB are looked through once, not each time."""

    @property
    def complete(self) -> bool:
        """Whether the index covers the whole text."""
        return self._read >= len(self.text)

    @property
    def line_count(self) -> int:
        """Lines found so far; a text that ends in LF has an empty last line."""
        return len(self._starts)

    def advance(self, deadline: float) -> bool:
        """Index a slice, and more until `deadline` (`perf_counter`, seconds). True while some is left."""
        while not self.complete:
            self._read_slice()
            if perf_counter() >= deadline:
                break
        return not self.complete

    def line_at(self, offset: int) -> int:
        """The line that holds `offset`, counted from 0; the last one found for an offset beyond the index."""
        return bisect_right(self._starts, offset) - 1

    def line_start(self, line: int) -> int:
        """Offset of the line's first character."""
        return self._starts[line]

    def line_end(self, line: int) -> int:
        """Offset behind the line's last character, before its CR LF or LF."""
        end = self._line_stop(line)
        if end > self._starts[line] and end < len(self.text) and self.text[end - 1] == "\r":
            return end - 1
        return end

    def next_line_start(self, line: int) -> int:
        """Offset behind the line's end mark; the text's length for the last line."""
        return min(self._line_stop(line) + 1, len(self.text))

    def line_text(self, line: int) -> str:
        """The line without its end mark."""
        return self.text[self._starts[line] : self.line_end(line)]

    def _line_stop(self, line: int) -> int:
        if line + 1 < len(self._starts):
            return self._starts[line + 1] - 1
        start = self._starts[line]
        if self._open_stop[0] != start:
            end = self.text.find("\n", max(self._read, start))
            self._open_stop = (start, len(self.text) if end < 0 else end)
        return self._open_stop[1]

    def _read_slice(self) -> None:
        start = self._starts[-1]
        parts = self.text[self._read : self._read + _SLICE].split("\n")
        lengths = [len(part) for part in parts]
        lengths[0] += self._read - start
        self.longest = max(self.longest, *lengths)
        self._starts.extend(islice(accumulate([n + 1 for n in lengths[:-1]], initial=start), 1, None))
        self._read = min(self._read + _SLICE, len(self.text))
