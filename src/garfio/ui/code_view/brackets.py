"""Where the brackets of a text that is laid out in lines open and close: what can be folded.

The text is one that content views lay out: an opening bracket ends its line, the closing one begins a line with
the same blanks, and what is between has more. So the closing line is found by a search for its beginning, which
takes a moment in megabytes; only where the depth is no longer shown by blanks are brackets counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from time import perf_counter

from garfio.ui.code_view.document import Document

_CLOSING = {"{": "}", "[": "]", "(": ")"}
_NOWHERE = -1
_STEP = 2
"""Blanks of a level."""
_COUNTED = 1 << 20
"""Characters within which brackets are counted."""
_SLICE = 1 << 18
_BRACKET_RE = re.compile(r"[{\[(](?=\r?\n)|\n *[}\])]")


def opens(document: Document, line: int) -> bool:
    """Whether a line ends with an opening bracket."""
    start, end = document.line_start(line), document.line_end(line)
    return end > start and document.text[end - 1] in _CLOSING


class BracketFold:
    """Finds the line that closes what opens at the end of one, in slices."""

    def __init__(self, document: Document, line: int) -> None:
        self.found: list[tuple[int, int]] = []
        """First and last line, once found."""
        self.complete = not opens(document, line)
        self._document = document
        self._line = line
        self._steps = _closing_steps(document.text, document.line_start(line), document.line_end(line))

    def advance(self, deadline: float, most: int) -> bool:  # noqa: ARG002 - as `LevelFolds`
        """Go on until `deadline` (`perf_counter`, seconds); true while some is left."""
        while not self.complete:
            close = next(self._steps, _NOWHERE)
            if close is not None:
                self.complete = True
                last = self._document.line_at(close) if close != _NOWHERE else self._line
                self.found = [(self._line, last)] if last > self._line else []
            if perf_counter() >= deadline:
                break
        return not self.complete


def enclosing_line(document: Document, line: int) -> int | None:
    """The nearest line above that opens what `line` is in; None at the outermost level."""
    indent = _indent(document.text, document.line_start(line))
    at = document.line_start(line)
    lowest = max(0, at - _COUNTED)
    while at > lowest:
        line -= 1
        at = document.line_start(line)
        if _indent(document.text, at) < indent and opens(document, line):
            return line
    return None


class LevelFolds:
    """Finds what opens at one level, from the top of the text, in slices."""

    def __init__(self, document: Document, level: int) -> None:
        self.found: list[tuple[int, int]] = []
        """First and last lines."""
        self.complete = False
        self._document = document
        blanks = " " * (_STEP * level)
        self._opening = re.compile(rf"(?:\A|\n){blanks}(?:[^ \n][^\n]*)?[{{\[(](?=\r?\n)")
        self._search = self._offsets()

    def advance(self, deadline: float, most: int) -> bool:
        """Go on until `deadline` (`perf_counter`, seconds); true while some is left."""
        while not self.complete:
            pair = next(self._search, (_NOWHERE, _NOWHERE))
            if pair == (_NOWHERE, _NOWHERE) or len(self.found) >= most:
                self.complete = True
            elif pair is not None:
                lines = self._document.line_at(pair[0]), self._document.line_at(pair[1])
                if lines[1] > lines[0]:
                    self.found.append(lines)
            if perf_counter() >= deadline:
                break
        return not self.complete

    def _offsets(self) -> Iterator[tuple[int, int] | None]:
        """Offsets of openings and their closings; None after a slice in which there is none."""
        text = self._document.text
        at = 0
        while at < len(text):
            stop = text.find("\n", min(at + _SLICE, len(text))) + 1 or len(text)
            match = self._opening.search(text, at, stop)
            if match is None:
                # The line feed before a line is part of its match.
                at = stop - 1 if stop < len(text) else stop
                yield None
                continue
            start = match.start() + match.group().startswith("\n")
            close: int | None = None
            for close in _closing_steps(text, start, match.end()):
                yield None if close is None else (start, close)
            at = match.end() if close is None else text.find("\n", close)
            if at < 0:
                return


def _closing_steps(text: str, start: int, end: int) -> Iterator[int | None]:
    """None for each slice in which the bracket that closes the one at the end of the line from `start` to `end` is
    not, then its offset; the offset never comes when there is none.
    """
    blanks = _indent(text, start)
    if _indent(text, text.find("\n", end) + 1) > blanks:
        closing = "\n" + " " * blanks + _CLOSING[text[end - 1]]
        at = end
        while at < len(text):
            found = text.find(closing, at, at + _SLICE + len(closing))
            yield found + 1 + blanks if found >= 0 else None
            at = len(text) if found >= 0 else at + _SLICE
        return
    depth = 0
    for match in _BRACKET_RE.finditer(text, end - 1, min(end + _COUNTED, len(text))):
        depth += 1 if match.group()[0] != "\n" else -1
        if not depth:
            yield match.end() - 1
            return


def _indent(text: str, start: int) -> int:
    end = start
    while end < len(text) and text[end] == " ":
        end += 1
    return end - start
