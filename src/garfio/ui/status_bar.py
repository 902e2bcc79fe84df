"""The bottom bar: arrivals as bars, counts, and what lasts (a wide-open port)."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from garfio.engine.workspace import Counts, ListenerState
from garfio.ui.arrivals.pane import ArrivalsPane
from garfio.ui.figures import count_text, size_text
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.targets.forwards_watch import Forwarding

_BRIEF_MS = 4_000
_ROOMY = 860
"""Width in which everything has room."""


class StatusLine(QFrame):
    """Chart, words and counts in one line."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "footer")
        self.arrivals = ArrivalsPane(look, self)
        self._said = ElidedLabel("", "muted")
        self.forwarding = QPushButton(self)
        self.forwarding.setProperty("kind", "quiet")
        self.forwarding.hide()
        self.forwarding.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._indexing = PlainLabel("", "muted")
        self._indexing.hide()
        self._exposed = PlainLabel("", "warn")
        self._counts = PlainLabel("", "muted")
        self._refused = PlainLabel("", "warn")
        self._size = PlainLabel("", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.setSpacing(14)
        row.addWidget(self.arrivals)
        row.addWidget(self._said, 1)
        row.addWidget(self.forwarding)
        for label in (self._indexing, self._exposed, self._counts, self._refused, self._size):
            row.addWidget(label)
        self._brief = QTimer(self)
        self._brief.setSingleShot(True)
        self._brief.timeout.connect(lambda: self._said.setText(""))

    def say(self, text: str) -> None:
        """Say something that needs no answer; it leaves by itself."""
        self._said.setText(text)
        self._brief.start(_BRIEF_MS)

    def set_counts(self, counts: Counts) -> None:
        """Show what the database holds."""
        words = [self._counted(self.tr("%n captured", "", counts.captured), counts.captured)]
        if counts.unread:
            words.append(self._counted(self.tr("%n unread", "", counts.unread), counts.unread))
        self._counts.setText(" · ".join(words))
        refused = self._counted(self.tr("%n refused", "", counts.refused), counts.refused)
        self._refused.setText(f"⊘ {refused}")
        self._refused.setVisible(counts.refused > 0)
        self._size.setText(self.tr("database {size}").format(size=size_text(counts.database_bytes)))

    def show_indexing(self, part: float) -> None:
        """Say how much of the captures the search index holds; 1 ends that."""
        self._indexing.setVisible(part < 1)
        self._indexing.setText(self.tr("search index {percent} %").format(percent=int(part * 100)))
        self._indexing.setToolTip(
            self.tr("Searches look through everything all the same; they become faster when it is complete.")
        )

    def set_forwarding(self, forwarding: Forwarding) -> None:
        """Show what is forwarded, what waits and what was given up."""
        text = forwarding.text
        self.forwarding.setText(text)
        self.forwarding.setAccessibleName(text)
        self.forwarding.setVisible(bool(text))

    def set_listener(self, listener: ListenerState) -> None:
        """Warn as long as other computers can reach the port."""
        self._exposed.setText(self.tr("⚠ Open to the network"))
        self._exposed.setToolTip(
            self.tr(
                "The listener accepts connections from other computers. Change the address in the settings."
            )
        )
        self._exposed.setVisible(listener.exposed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = event.size().width() >= _ROOMY
        for label in (self.arrivals.button, self._size):
            label.setVisible(roomy)

    def _counted(self, text: str, count: int) -> str:
        return text.replace(str(count), count_text(count), 1)
