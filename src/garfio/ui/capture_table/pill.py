"""The "12 new" button that floats over the list's top edge while rows are held back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from garfio.ui.figures import count_text

_HEIGHT = 24
"""Twice the corner's radius: Qt draws square corners on anything lower."""


class NewsPill(QPushButton):
    """Offers the rows that wait; hides while there are none."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._top = 0
        self.setProperty("kind", "pill")
        self.setFixedHeight(_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        over.installEventFilter(self)
        self.hide()

    def set_top(self, top: int) -> None:
        """The distance of its centre line from the top of what it floats over."""
        self._top = top
        self._place()

    def show_news(self, count: int, *, paused: bool) -> None:
        """Say how many rows wait."""
        if not count:
            self.hide()
            return
        text = self.tr("%n new", "", count).replace(str(count), count_text(count), 1)
        self.setText(f"❙❙ {text}" if paused else f"↑ {text}")
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        self.move(QPoint((self._over.width() - self.width()) // 2, self._top - self.height() // 2))
