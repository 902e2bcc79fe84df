"""Finding text in a document, in slices, so that a large text never holds up the window.

Plain text goes through `re`, which scans without copying. A regular expression goes through PCRE, because
that gives up on a pattern that would take exponential time; `re` would hang. An expression sees windows of
64 Ki characters: a match that is longer than the overlap of two windows can be missed at their border.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from time import perf_counter

from PySide6.QtCore import QRegularExpression

_SLICE = 1 << 16
_OVERLAP = 1 << 10
MOST_MATCHES = 1_000_000
"""Where counting ends, to bound the memory."""
_SURROGATES = re.compile("[\ud800-\udfff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Search:
    """The matches of one question in one text, found by `advance` from the start of the text on."""

    def __init__(self, text: str, needle: str, *, case: bool = False, regex: bool = False) -> None:
        self.error = ""
        """Why nothing can be found: PCRE's sentence about a wrong expression, or `too slow`."""
        self.truncated = False
        """Whether there are more matches than MOST_MATCHES."""
        self._text = text
        self._at = 0
        self._overlap = _OVERLAP if regex else max(0, len(needle) - 1)
        self._starts = array("Q")
        self._lengths = array("Q")
        self._done = not needle
        self._plain: re.Pattern[str] | None = None
        if regex:
            self._expression = _expression(needle, case)
            if not self._expression.isValid():
                self._stop(self._expression.errorString())
        else:
            self._plain = re.compile(re.escape(needle), re.NOFLAG if case else re.IGNORECASE)

    @property
    def complete(self) -> bool:
        """Whether the whole text has been searched, or nothing more will be."""
        return self._done

    @property
    def count(self) -> int:
        """Matches found so far."""
        return len(self._starts)

    def match(self, index: int) -> tuple[int, int]:
        """Start and end of a match, as offsets in the text."""
        return self._starts[index], self._starts[index] + self._lengths[index]

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The matches found so far that touch `start` to `end`, in order."""
        first = max(0, bisect_left(self._starts, start) - 1)
        for index in range(first, bisect_left(self._starts, end)):
            if self._starts[index] + self._lengths[index] > start:
                yield self.match(index)

    def after(self, offset: int) -> int:
        """Index of the first match that starts at `offset` or later; `count` when none is known."""
        return bisect_left(self._starts, offset)

    def before(self, offset: int) -> int:
        """Index of the last match that starts before `offset`; -1 when none is known."""
        return bisect_left(self._starts, offset) - 1

    def index_of(self, start: int, end: int) -> int:
        """Index of the match at exactly `start` to `end`, or -1."""
        index = bisect_right(self._starts, start) - 1
        return index if index >= 0 and self.match(index) == (start, end) else -1

    def advance(self, deadline: float) -> bool:
        """Search a slice, and more until `deadline` (`perf_counter`, seconds). True while text is left."""
        while not self._done:
            self._search_slice()
            if perf_counter() >= deadline:
                break
        return not self._done

    def _search_slice(self) -> None:
        stop = self._slice_end()
        reach = min(stop + self._overlap, len(self._text))
        matches = self._plain_matches(reach) if self._plain else self._expression_matches(reach)
        last = self._at
        for start, end in matches:
            if start >= stop and stop < len(self._text):
                break
            self._starts.append(start)
            self._lengths.append(end - start)
            last = end
            if len(self._starts) >= MOST_MATCHES:
                self.truncated = True
                self._stop()
                return
        if self._done:
            return
        self._at = max(stop, last)
        if self._at >= len(self._text):
            self._stop()

    def _slice_end(self) -> int:
        """Where the next slice ends: behind a line if there is one, so that `^` means what it says."""
        stop = min(self._at + _SLICE, len(self._text))
        return stop if stop == len(self._text) else self._text.rfind("\n", self._at, stop) + 1 or stop

    def _plain_matches(self, reach: int) -> Iterator[tuple[int, int]]:
        assert self._plain is not None
        return (match.span() for match in self._plain.finditer(self._text, self._at, reach))

    def _expression_matches(self, reach: int) -> Iterator[tuple[int, int]]:
        # Qt refuses a string with a lone surrogate; any other character keeps the positions.
        window = _SURROGATES.sub("\ufffd", self._text[self._at : reach])
        astral = [match.start() for match in _ASTRAL.finditer(window)]
        # In UTF-16 each of them takes two units: the n-th begins n units later than its index.
        units = [index + number for number, index in enumerate(astral)]
        found = self._expression.globalMatch(window)
        while found.hasNext():
            match = found.next()
            start, end = match.capturedStart(), match.capturedEnd()
            if end > start:
                yield (
                    self._at + start - bisect_left(units, start),
                    self._at + end - bisect_left(units, end),
                )
        if not found.isValid():
            self._stop("too slow")

    def _stop(self, error: str = "") -> None:
        self.error = error
        self._done = True


def _expression(needle: str, case: bool) -> QRegularExpression:
    options = QRegularExpression.PatternOption.MultilineOption
    options |= QRegularExpression.PatternOption.UseUnicodePropertiesOption
    if not case:
        options |= QRegularExpression.PatternOption.CaseInsensitiveOption
    return QRegularExpression(_SURROGATES.sub("\ufffd", needle), options)
