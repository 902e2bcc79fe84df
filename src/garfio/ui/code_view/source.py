"""Where syntax spans come from, as the view sees it."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from garfio.ui.code_view.document import Document

Span = tuple[int, int, str]
"""Start in the line, length (both in characters), and a token name that `Theme.syntax_colour` knows."""


class Mark(NamedTuple):
    """A stretch of a line that has a ground of its own: a difference, a signed part, a masked secret."""

    line: int
    """Counted from 0."""
    start: int
    """In characters from the line's start."""
    length: int
    kind: str
    """A kind of `Theme.mark_colour`."""


class SpansSource(Protocol):
    """Gives the spans of the lines that are on the screen; made for one document."""

    @property
    def limited(self) -> bool:
        """Whether something that was asked for is too large to be coloured, and stays plain."""
        ...

    @property
    def pending(self) -> bool:
        """Whether spans that were asked for are not known yet: `advance` finds them."""
        ...

    def spans(self, document: Document, first: int, last: int) -> list[list[Span]]:
        """The spans of the lines `first` to `last`, in order, without overlaps; empty where not known yet."""
        ...

    def advance(self, deadline: float) -> None:
        """Work on what was asked for until `deadline` (of `time.perf_counter`, seconds)."""
        ...
