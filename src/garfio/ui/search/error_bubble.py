"""What is wrong with a query, under the box, with the suggestion as a button. It floats over the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from garfio.core.errors import AppError
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel


class ErrorBubble(QFrame):
    """A sentence, and what was perhaps meant."""

    suggestion_taken = Signal(int, int, str)
    """Put a text in the place of the characters from a position on, so many of them."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("bar", "bad")
        self._words = PlainLabel("", "bad")
        self._words.setWordWrap(True)
        self.suggestion = QPushButton(self)
        self.suggestion.setProperty("kind", "chip")
        self.suggestion.clicked.connect(self._take)
        self._place = (0, 0, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.addWidget(self._words)
        column.addWidget(self.suggestion, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def text(self) -> str:
        """What is said; empty when nothing is."""
        return "" if self.isHidden() else self._words.text()

    def show_error(self, error: AppError | None) -> None:
        """Say why a query is not understood, and where; None takes that away."""
        self.setVisible(error is not None)
        if error is None:
            return
        position, length = error.fields.get("position"), error.fields.get("length", 1)
        suggestion = str(error.fields.get("suggestion") or "")
        text = error_text(error)
        if isinstance(position, int):
            text = self.tr("{text} (at character {position})").format(text=text, position=position + 1)
        self._words.setText(text)
        usable = isinstance(position, int) and isinstance(length, int) and suggestion.isprintable()
        self.suggestion.setVisible(bool(suggestion) and usable and " " not in suggestion)
        self.suggestion.setText(self.tr("Use {suggestion}").format(suggestion=suggestion))
        if isinstance(position, int) and isinstance(length, int):
            self._place = (position, length, suggestion)

    def _take(self) -> None:
        self.suggestion_taken.emit(*self._place)
