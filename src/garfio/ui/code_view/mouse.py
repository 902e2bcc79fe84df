"""Selecting with the mouse: dragging, words by two clicks, lines by three. Offsets in, no pixels."""

from __future__ import annotations

from time import monotonic

from PySide6.QtGui import QGuiApplication

from garfio.ui.code_view.cursor import Cursor


class Mouse:
    """What the pressed button is doing to the selection."""

    def __init__(self) -> None:
        self.dragging = False
        self._double_clicked_at = float("-inf")
        self._double_clicked_offset = -1

    def press(self, cursor: Cursor, offset: int, *, select: bool) -> None:
        """The button goes down at `offset`; the third time on one place it takes the line."""
        interval_s = QGuiApplication.styleHints().mouseDoubleClickInterval() / 1000
        third = monotonic() - self._double_clicked_at <= interval_s
        if third and abs(offset - self._double_clicked_offset) <= 1:
            cursor.select_line(offset)
            return
        cursor.place(offset, select=select)
        self.dragging = True

    def double_click(self, cursor: Cursor, offset: int) -> None:
        """The second press on one place takes the word."""
        cursor.select_word(offset)
        self._double_clicked_at, self._double_clicked_offset = monotonic(), offset

    def release(self) -> None:
        """The button comes up."""
        self.dragging = False
