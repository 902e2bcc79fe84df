"""The detail's tabs; one may end in a coloured sign, such as the verdict of the Signature tab."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from garfio.ui.look import Look

_RIGHT = 8
"""Margin and padding at the right of a tab's text, as the style sheet has them."""
_ROOM = "\u2003\u2009"
"""Blanks that keep the sign's place in the text."""


class Tabs(QTabBar):
    """A tab bar that paints signs."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._signs: dict[int, tuple[str, str]] = {}

    def set_sign(self, index: int, text: str, sign: str, ink: str) -> None:
        """Let a tab say `text` and end in `sign` in the colour `ink`; without a sign it is the text alone."""
        self._signs[index] = (sign, ink)
        self.setTabText(index, f"{text}{_ROOM}" if sign else text)
        self.update()

    def sign(self, index: int) -> str:
        """The sign of a tab; empty when it has none."""
        return self._signs.get(index, ("", ""))[0]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        for index, (sign, ink) in self._signs.items():
            if not sign or not self.isTabVisible(index):
                continue
            rect = self.tabRect(index).adjusted(0, 0, -_RIGHT, 0)
            painter.setFont(self.font())
            painter.setPen(self._look.colour(ink if self.isTabEnabled(index) else "disabled"))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), sign)
        painter.end()
