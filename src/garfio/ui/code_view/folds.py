"""Which lines are folded away, and how lines are numbered on the screen without them.

A fold hides the lines behind its first one, which stays. Folds never overlap: an outer one takes the inner ones
in. The arithmetic is a search in sorted arrays, so a hundred thousand folds cost no more than ten.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from operator import itemgetter, sub

MOST_FOLDS = 100_000
"""More are not made at once; a single one is rewritten in the time that all take."""


class Folds:
    """Folded stretches of lines, `first` to `last`, of which `first` is shown. Lines count from 0."""

    def __init__(self) -> None:
        self._firsts = array("I")
        self._lasts = array("I")
        self._shown_firsts = array("I")
        self._hidden = array("I", [0])

    def __len__(self) -> int:
        return len(self._firsts)

    @property
    def hidden(self) -> int:
        """How many lines are hidden."""
        return self._hidden[-1]

    def last_of(self, line: int) -> int | None:
        """The last line of the fold that begins with `line`; None when none does."""
        at = bisect_left(self._firsts, line)
        return self._lasts[at] if at < len(self._firsts) and self._firsts[at] == line else None

    def head_of(self, line: int) -> int:
        """The line that stands for `line` on the screen: the first of its fold if it is hidden, else itself."""
        at = bisect_right(self._firsts, line) - 1
        return self._firsts[at] if at >= 0 and line <= self._lasts[at] else line

    def below(self, line: int) -> int:
        """The next shown line after a shown one, whether there is one in the text or not."""
        last = self.last_of(line)
        return (line if last is None else last) + 1

    def shown(self, line: int) -> int:
        """The number on the screen, from 0, of a line or of what stands for it."""
        head = self.head_of(line)
        return head - self._hidden[bisect_left(self._firsts, head)]

    def line(self, shown: int) -> int:
        """The line that has a number on the screen."""
        return shown + self._hidden[bisect_left(self._shown_firsts, shown)]

    def fold(self, first: int, last: int) -> None:
        """Fold lines; the folds inside are taken in. Nothing happens inside another fold."""
        if last <= first or self.head_of(first) != first:
            return
        low, high = bisect_left(self._firsts, first), bisect_right(self._firsts, last)
        self._firsts[low:high] = array("I", [first])
        self._lasts[low:high] = array("I", [last])
        self._count()

    def unfold(self, line: int) -> bool:
        """Open the fold that `line` is in; False when it is in none."""
        at = bisect_right(self._firsts, line) - 1
        if at < 0 or line > self._lasts[at]:
            return False
        del self._firsts[at], self._lasts[at]
        self._count()
        return True

    def replace(self, folds: Iterable[tuple[int, int]]) -> None:
        """Other folds in place of all, sorted and apart."""
        pairs = list(folds)
        self._firsts = array("I", map(itemgetter(0), pairs))
        self._lasts = array("I", map(itemgetter(1), pairs))
        self._count()

    def _count(self) -> None:
        self._hidden = array("I", accumulate(map(sub, self._lasts, self._firsts), initial=0))
        self._shown_firsts = array("I", map(sub, self._firsts, self._hidden))
