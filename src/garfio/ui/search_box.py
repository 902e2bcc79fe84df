"""The field for queries: runs them after a pause in typing, and says under itself what is wrong with one.

What is wrong floats over the window, so that nothing below moves while somebody types.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from garfio.core.errors import AppError
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel

_PAUSE_MS = 250
"""A query is run when typing pauses for so long."""
_LEAST, _MOST = 160, 440


class SearchBox(QLineEdit):
    """One line for a query."""

    query_edited = Signal(str)
    """A query to run: after a pause in typing, or at once with Enter or Esc."""
    left_down = Signal()
    """The user wants to go on in the list."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "search")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        self.setAccessibleName(self.tr("Search webhooks"))
        self._window = window
        self._error = QFrame(window)
        self._error.setProperty("bar", "bad")
        self._words = PlainLabel("", "bad")
        self._words.setWordWrap(True)
        column = QVBoxLayout(self._error)
        column.setContentsMargins(12, 6, 12, 6)
        column.addWidget(self._words)
        self._error.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._run)
        self.textEdited.connect(self._on_text_edited)
        self.returnPressed.connect(self._run)

    def show_query(self, query: str) -> None:
        """Put a query into the box without running it."""
        if self.text().strip() != query:
            self.setText(query)
        self._pause.stop()
        self.show_error(None)

    def show_error(self, error: AppError | None) -> None:
        """Say under the box why a query is not understood, and where; None takes that away."""
        self._error.setVisible(error is not None)
        self.setProperty("state", "bad" if error else "")
        self.style().unpolish(self)
        self.style().polish(self)
        if error is not None:
            text = error_text(error)
            position = error.fields.get("position")
            if isinstance(position, int):
                text = self.tr("{text} (at character {position})").format(text=text, position=position + 1)
            self._words.setText(text)
            self._place()

    def error_shown(self) -> str:
        """What is said under the box; empty when nothing is."""
        return "" if self._error.isHidden() else self._words.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._run()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        corner = self.mapTo(self._window, QPoint(0, self.height() + 6))
        self._error.setFixedWidth(self.width())
        self._error.adjustSize()
        self._error.move(corner)
        self._error.raise_()

    def _on_text_edited(self) -> None:
        self._pause.start()

    def _run(self) -> None:
        self._pause.stop()
        self.query_edited.emit(self.text().strip())
