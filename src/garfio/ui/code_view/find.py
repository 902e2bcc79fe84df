"""Finding in the open text: the search that runs, and the match where the user is."""

from __future__ import annotations

from dataclasses import dataclass

from garfio.ui.code_view.search import Search


@dataclass(frozen=True, slots=True)
class FindState:
    """What there is to say about a search."""

    count: int = 0
    """Matches found so far."""
    index: int = -1
    """The match that is selected, counted from 0; -1 when none is."""
    complete: bool = True
    """Whether the whole text has been searched."""
    truncated: bool = False
    """Whether there are more matches than are counted."""
    error: str = ""
    """Why nothing can be found: a sentence about a wrong expression, or `too slow`."""


class Find:
    """One question after another to one text. Matches are spans of offsets."""

    def __init__(self) -> None:
        self.search: Search | None = None
        self._index = -1
        self._wanted_from: int | None = None

    @property
    def state(self) -> FindState:
        """What is known now."""
        search = self.search
        if search is None:
            return FindState()
        return FindState(search.count, self._index, search.complete, search.truncated, search.error)

    def start(self, search: Search, offset: int) -> None:
        """Ask; the first match from `offset` on is wanted as soon as it is known."""
        self.search = search
        self._index = -1
        self._wanted_from = offset

    def clear(self) -> None:
        """Forget the question."""
        self.search = None
        self._index = -1
        self._wanted_from = None

    def advance(self, deadline: float) -> bool:
        """Search until `deadline` (of `time.perf_counter`, seconds). True while text is left."""
        return self.search is not None and self.search.advance(deadline)

    def arrived(self) -> tuple[int, int] | None:
        """The match that was waited for, once; from the start of the text when there is none behind."""
        if self.search is None or self._wanted_from is None:
            return None
        index = self.search.after(self._wanted_from)
        if index >= self.search.count:
            if not self.search.complete:
                return None
            index = 0
        self._wanted_from = None
        return self._go(index)

    def step(self, count: int, selection: tuple[int, int]) -> tuple[int, int] | None:
        """The match after the selection, or for -1 before it, around the ends; None when not known."""
        if self.search is None:
            return None
        start, end = selection
        if count > 0:
            index = self.search.after(max(end, start + 1) if end > start else start)
            if index >= self.search.count and not self.search.complete:
                self._wanted_from = end
                return None
        else:
            index = self.search.before(start)
        return self._go(index % self.search.count if self.search.count else 0)

    def _go(self, index: int) -> tuple[int, int] | None:
        if self.search is None or index >= self.search.count:
            return None
        self._index = index
        return self.search.match(index)
