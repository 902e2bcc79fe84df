"""The field for queries: runs them after a pause in typing, completes them, and says under itself what is
wrong with one.

What is said and offered floats over the window, so that nothing below moves while somebody types. Terms look
like chips, a mistake is underlined where it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from garfio.core.errors import AppError
from garfio.core.query.complete import completions
from garfio.ui.look import Look
from garfio.ui.search.error_bubble import ErrorBubble
from garfio.ui.search.field_text import field_text
from garfio.ui.search.popup import Offer, OfferList
from garfio.ui.search.terms import Piece, pieces

_PAUSE_MS = 250
"""A query is run when typing pauses for so long."""
_LEAST, _MOST = 160, 440
_POPUP_LEAST = 380
_MOST_OFFERS = 40
_KEPT_QUERIES = 50


class SearchBox(QLineEdit):
    """One line for a query."""

    query_edited = Signal(str)
    """A query to run: after a pause in typing, or at once with Enter or Esc."""
    typed = Signal()
    """The text is another one; what runs for the old one is not wanted any more."""
    left_down = Signal(bool)
    """The user wants to go on in the list."""
    values_wanted = Signal()
    """The values that occur should be read: somebody begins to type."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "search")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        self.setAccessibleName(self.tr("Search webhooks"))
        self._look = look
        self._window = window
        self._occurring: Mapping[str, Sequence[str]] = {}
        self._wrong: Piece | None = None
        self._is_unfinished = False
        self.history: list[str] = []
        """Queries that were run with Enter, the newest first."""
        self.bubble = ErrorBubble(window)
        self.bubble.suggestion_taken.connect(self._on_suggestion_taken)
        self.offers = OfferList(look, window)
        self.offers.taken.connect(self._take)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._run)
        self.textEdited.connect(self._on_text_edited)
        self.textChanged.connect(self._draw_pieces)
        self.returnPressed.connect(self._on_return_pressed)
        look.changed.connect(self._draw_pieces)

    def show_query(self, query: str) -> None:
        """Put a query into the box without running it."""
        if self.text().strip() != query:
            self.setText(query)
        self._pause.stop()
        self.offers.hide()
        self.show_error(None)

    def try_query(self, query: str) -> None:
        """Put a query into the box as if it had been typed."""
        self.setText(query)
        self.setFocus()
        self._on_text_edited()

    def set_occurring(self, values: Mapping[str, Sequence[str]]) -> None:
        """Values to complete with, by field."""
        self._occurring = values
        if not self.offers.isHidden():
            self._offer()

    def show_error(self, error: AppError | None) -> None:
        """Say under the box why a query is not understood, and underline where; None takes that away. A value that is
        missing while values are offered is none yet: it is said when the box is left, or with Enter."""
        self._is_unfinished = error is not None and error.code == "query.missing" and self._is_typing()
        if self._is_unfinished:
            error = None
        self.bubble.show_error(error)
        self.setProperty("state", "bad" if error else "")
        self.style().unpolish(self)
        self.style().polish(self)
        position = error.fields.get("position") if error else None
        length = error.fields.get("length", 1) if error else 1
        self._wrong = None
        if isinstance(position, int) and isinstance(length, int):
            indent = len(self.text()) - len(self.text().lstrip())
            self._wrong = Piece(position + indent, length, "error")
        self._draw_pieces()
        self._place()

    def error_shown(self) -> str:
        """What is said under the box; empty when nothing is."""
        return self.bubble.text

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, offered = event.key(), bool(self.offers.offers())
        if key == Qt.Key.Key_Escape and offered:
            self.offers.hide()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self._run()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and offered:
            self.offers.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._offer()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Escape):
            self.left_down.emit(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def event(self, event) -> bool:  # type: ignore[no-untyped-def]
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab and self.offers.offers():
            if event.type() == QKeyEvent.Type.KeyPress:
                self._take(self.offers.current or self.offers.offers()[0])
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.values_wanted.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.offers.hide()
        if self._is_unfinished:
            self._run()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _offer(self) -> None:
        """Show what could be meant at the caret; earlier queries when nothing is typed."""
        text, at = self.text(), self.cursorPosition()
        found = [
            Offer(
                entry.text,
                field_text(entry.field) if entry.text.endswith(":") and entry.field else "",
                text[: entry.start] + entry.text + text[entry.end :],
                entry.start + len(entry.text),
            )
            for entry in completions(text, at, self._occurring)[:_MOST_OFFERS]
        ]
        if not text.strip():
            earlier = self.tr("earlier")
            found = [Offer(query, earlier, query, len(query)) for query in self.history] + found
        self.offers.show_offers(found, max(_POPUP_LEAST, self.width()))
        self._place()

    def _take(self, offer: Offer) -> None:
        self.setText(offer.query)
        self.setCursorPosition(offer.cursor)
        self.offers.hide()
        self._on_text_edited()

    def _place(self) -> None:
        corner = self.mapTo(self._window, QPoint(0, self.height() + 6))
        self.bubble.setFixedWidth(self.width())
        self.bubble.adjustSize()
        self.bubble.move(corner)
        self.bubble.raise_()
        below = corner + QPoint(0, 0 if self.bubble.isHidden() else self.bubble.height() + 4)
        right = self._window.width() - self.offers.width() - 8
        self.offers.move(max(8, min(below.x(), right)), below.y())
        self.offers.raise_()

    def _draw_pieces(self) -> None:
        """Give the characters their looks; a line edit takes them only as an input method would give them."""
        if self._wrong and self._wrong.start > len(self.text()):
            self._wrong = None
        found = [*pieces(self.text()), *([self._wrong] if self._wrong else [])]
        attributes = [
            QInputMethodEvent.Attribute(
                QInputMethodEvent.AttributeType.TextFormat,
                piece.start - self.cursorPosition(),
                max(1, piece.length),
                self._format(piece.kind),
            )
            for piece in found
        ]
        QCoreApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def _format(self, kind: str) -> QTextCharFormat:
        look = QTextCharFormat()
        if kind == "error":
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
            look.setUnderlineColor(self._look.colour("bad"))
            look.setForeground(self._look.colour("bad"))
        elif kind == "keyword":
            look.setForeground(self._look.colour("keyword"))
        else:
            look.setBackground(self._look.colour("soft"))
            look.setForeground(self._look.colour("accent"))
        return look

    def _on_text_edited(self) -> None:
        self._wrong = None
        self.typed.emit()
        self._pause.start()
        self._offer()

    def _on_suggestion_taken(self, start: int, length: int, text: str) -> None:
        query = self.text().strip()
        if query[start + length : start + length + 1] in tuple(":=<>!~"):
            text = text.removesuffix(":")
        self.setText(query[:start] + text + query[start + length :])
        self.setCursorPosition(start + len(text))
        self.setFocus()
        self._run()

    def _on_return_pressed(self) -> None:
        current = self.offers.current
        if current is not None:
            self._take(current)
            return
        self.offers.hide()
        query = self.text().strip()
        if query:
            self.history = [query, *(entry for entry in self.history if entry != query)][:_KEPT_QUERIES]
        self._run()

    def _run(self) -> None:
        self._pause.stop()
        if not self.hasFocus() or not self._is_typing():
            self.offers.hide()
        self.query_edited.emit(self.text().strip())

    def _is_typing(self) -> bool:
        """Whether the list of offers may stay open although the query is run."""
        return not self.offers.isHidden() and self.offers.current is None and bool(self.text())
