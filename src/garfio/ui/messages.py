"""Message bars over a pane: what happened, in words, with the one thing to do about it.

Each has a key; a new message of a key takes the old one's place. Some stay until their cause has gone, some
leave by themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from garfio.ui.label import PlainLabel
from garfio.ui.look import Look

SHAPES = {"bad": "✕", "warn": "⚠", "good": "✓", "info": "ℹ"}
"""The sign of each kind: a colour never speaks alone."""
BRIEF_MS = 6_000
"""Long enough to read two lines."""


@dataclass(frozen=True, slots=True)
class Message:
    """One bar."""

    kind: str
    """bad, warn, good or info."""
    headline: str
    text: str = ""
    action: str = ""
    """What the button says; without it there is none."""
    run: Callable[[], object] | None = None
    lasts_ms: int = 0
    """Milliseconds until it leaves by itself; 0 stays."""
    closable: bool = True


class MessageBar(QFrame):
    """A message with its shape, words, button and close button."""

    closed = Signal()

    def __init__(self, message: Message, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = message
        self.setProperty("bar", message.kind)
        self.setAccessibleName(f"{message.headline} {message.text}".strip())
        words = QVBoxLayout()
        words.setSpacing(2)
        headline = PlainLabel(f"{SHAPES[message.kind]} {message.headline}", "headline")
        headline.setWordWrap(True)
        words.addWidget(headline)
        if message.text:
            text = PlainLabel(message.text)
            text.setWordWrap(True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 8)
        row.addLayout(words, 1)
        if message.action:
            button = QPushButton(message.action)
            button.clicked.connect(self._on_action_clicked)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        if message.closable:
            close = QToolButton()
            close.setProperty("kind", "quiet")
            close.setIcon(look.icon("close"))
            close.setAccessibleName(self.tr("Close this message"))
            close.clicked.connect(self.closed)
            row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)

    def _on_action_clicked(self) -> None:
        if self.message.run:
            self.message.run()
        self.closed.emit()


class MessageBars(QWidget):
    """A stack of message bars; takes no room while there is none."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bars: dict[str, MessageBar] = {}
        self._timers: dict[str, QTimer] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 8, 12, 8)
        self._column.setSpacing(8)
        self.hide()

    def show_message(self, key: str, message: Message) -> None:
        """Show a message under a key, in place of the earlier one of that key."""
        self.remove(key)
        bar = MessageBar(message, self._look, self)
        bar.closed.connect(lambda: self.remove(key))
        self._bars[key] = bar
        self._column.addWidget(bar)
        self.show()
        if message.lasts_ms:
            timer = QTimer(self)
            timer.setSingleShot(True)
            timer.timeout.connect(lambda: self.remove(key))
            timer.start(message.lasts_ms)
            self._timers[key] = timer

    def remove(self, key: str) -> None:
        """Take a message away; nothing happens when there is none of that key."""
        if timer := self._timers.pop(key, None):
            timer.stop()
            timer.deleteLater()
        if bar := self._bars.pop(key, None):
            bar.hide()
            self._column.removeWidget(bar)
            bar.deleteLater()
        self.setVisible(bool(self._bars))

    def message(self, key: str) -> Message | None:
        """The message shown under a key."""
        bar = self._bars.get(key)
        return bar.message if bar else None

    def clear(self) -> None:
        """Take all messages away."""
        for key in list(self._bars):
            self.remove(key)
