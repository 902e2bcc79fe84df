"""The window over a text with parts of it folded away: the gutter's marks, and what is done to folds.

The caret is never hidden: where it is taken to is opened.
"""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QPoint, Signal

from garfio.ui.code_view.area import TURN_S, TextArea
from garfio.ui.code_view.source import SpansSource

MOST_LEVELS = 9


class FoldedArea(TextArea):
    """Text of which brackets fold."""

    folded = Signal()
    """Something was folded or opened."""

    @property
    def can_fold(self) -> bool:
        """Whether the text is laid out in brackets that fold."""
        return self._folding.enabled

    def set_document(
        self, text: str, spans_source: SpansSource | None = None, *, foldable: bool = False
    ) -> None:
        """Show `text` from its start; `foldable` says that it is laid out in brackets, as JSON is."""
        self._foldable = foldable
        super().set_document(text, spans_source)

    def fold(self) -> None:
        """Fold what opens in the caret's line, or else what the line is in."""
        self._fold_line(self._caret_line())

    def unfold(self) -> None:
        """Open what is folded in the caret's line."""
        self._change(lambda: self._folding.unfold(self._caret_line()))

    def unfold_all(self) -> None:
        """Open everything."""
        self._change(self._folding.unfold_all)

    def fold_to_level(self, level: int) -> None:
        """Fold what opens at a level, 0 being the outermost, and open the rest."""
        if self.can_fold:
            self._change(lambda: self._folding.fold_level(level))
            self._search_folds()

    def fold_all(self) -> None:
        """Fold what is in the outermost bracket; of several outermost ones, as in JSON Lines, each."""
        only_one = self._document.complete and self._document.text[:1] in ("{", "[", "(")
        if only_one:
            last = self._document.line_text(self._document.line_count - 1)
            only_one = self._document.text.count("\n" + last[:1], 0, 1 << 20) <= 1
        self.fold_to_level(1 if only_one else 0)

    def toggle_fold(self, line: int) -> None:
        """Fold or open the bracket of a line."""
        marker = self._folding.marker(line)
        if marker == "closed":
            self._change(lambda: self._folding.unfold(line))
        elif marker == "open":
            self._fold_line(line)

    def _fold_at(self, point: QPoint) -> int | None:
        """The line whose fold mark or label is at a point of the window."""
        return self._page().fold_at(point, self._folding)

    def _show_offset(self, offset: int) -> None:
        """Open what hides a place."""
        line = self._document.line_at(offset)
        if self._folding.folds.head_of(line) != line:
            self._change(lambda: self._folding.unfold(line), follow=False)

    def _advance(self, deadline: float) -> bool:
        pending = super()._advance(deadline)
        if self._folding.is_searching:
            self._advance_folds(deadline)
        return pending or self._folding.is_searching

    def _advance_folds(self, deadline: float) -> None:
        top = self._scroll.top_offset()
        if self._folding.advance(deadline):
            self._take_folds(top)

    def _fold_line(self, line: int) -> None:
        self._folding.fold(line)
        self._search_folds()

    def _search_folds(self) -> None:
        """Begin to look for what is to be folded; most is found at once."""
        self._advance_folds(perf_counter() + TURN_S)
        if self._folding.is_searching:
            self._work.start()

    def _change(self, change: Callable[[], object], *, follow: bool = True) -> None:
        top = self._scroll.top_offset()
        change()
        self._take_folds(top, follow=follow)

    def _take_folds(self, top: int, *, follow: bool = True) -> None:
        """Show the rows that are left, with the same line at the top; a hidden caret goes to what stands for it."""
        line = self._document.line_at(self._cursor.position)
        head = self._folding.folds.head_of(line)
        if follow and head != line:
            self._cursor.place(self._document.line_end(head))
        self._scroll.show_top(top)
        self.viewport().update()
        self.folded.emit()

    def _caret_line(self) -> int:
        return self._document.line_at(self._cursor.position)
