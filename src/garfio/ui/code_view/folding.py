"""What can be folded in a document and what is: single brackets, all of a level, everything open again."""

from __future__ import annotations

from garfio.ui.code_view.brackets import BracketFold, LevelFolds, enclosing_line, opens
from garfio.ui.code_view.document import Document
from garfio.ui.code_view.folds import MOST_FOLDS, Folds


class Folding:
    """The folds of one document; does nothing for one that is not laid out in brackets."""

    def __init__(self, document: Document, *, enabled: bool = False) -> None:
        self.folds = Folds()
        self.enabled = enabled
        self._document = document
        self._search: LevelFolds | BracketFold | None = None

    def marker(self, line: int) -> str:
        """`open` for a line that can be folded, `closed` for one that is, empty for any other."""
        if not self.enabled:
            return ""
        if self.folds.last_of(line) is not None:
            return "closed"
        return "open" if opens(self._document, line) else ""

    def label(self, line: int) -> str:
        """What stands for the hidden lines behind a folded one; empty for any other."""
        last = self.folds.last_of(line)
        if last is None:
            return ""
        return f"⋯ {self._document.line_text(last).strip(' ')[:2]}"

    def fold(self, line: int) -> None:
        """Fold what opens in `line`, or else what it is in, while `advance` is called."""
        if not self.enabled or not self._document.complete:
            return
        head: int | None = self.folds.head_of(line)
        if self.marker(line) != "open":
            head = enclosing_line(self._document, self.folds.head_of(line))
        self._search = BracketFold(self._document, head) if head is not None else None

    def unfold(self, line: int) -> bool:
        """Open the fold that a line is in; False when it is in none."""
        return self.folds.unfold(line)

    def unfold_all(self) -> None:
        """Open everything."""
        self._search = None
        self.folds.replace(())

    def fold_level(self, level: int) -> None:
        """Fold all that opens at a level, 0 being the outermost, while `advance` is called; the rest is open."""
        self.folds.replace(())
        self._search = LevelFolds(self._document, level) if self.enabled else None

    @property
    def is_searching(self) -> bool:
        """Whether something is to be folded whose end is not found yet."""
        return self._search is not None

    def advance(self, deadline: float) -> bool:
        """Go on until `deadline` (`perf_counter`, seconds); true when something was folded."""
        if self._search is None or not self._document.complete:
            return False
        if self._search.advance(deadline, MOST_FOLDS):
            return False
        if isinstance(self._search, LevelFolds):
            self.folds.replace(self._search.found)
        else:
            for first, last in self._search.found:
                self.folds.fold(first, last)
        self._search = None
        return True
