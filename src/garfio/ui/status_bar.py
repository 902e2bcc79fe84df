"""The bottom bar: arrivals of the last ten minutes as bars, counts, and what lasts (a wide-open port)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from garfio.engine.workspace import Counts, ListenerState
from garfio.ui.figures import count_text, size_text
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.tallies import BARS
from garfio.ui.targets.forwards_watch import Forwarding

_BRIEF_MS = 4_000
_ROOMY = 860
"""Width in which everything has room."""
_BAR, _GAP, _HEIGHT = 5, 2, 26


class ArrivalsChart(QWidget):
    """One bar for each ten seconds, the newest at the right."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bars: Sequence[int] = ()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def set_bars(self, bars: Sequence[int]) -> None:
        """Show these arrivals, oldest first."""
        self._bars = bars
        arrivals = sum(bars)
        self.setAccessibleName(self.tr("%n arrival(s) in the last 10 minutes", "", arrivals))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(BARS * (_BAR + _GAP), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(20 * (_BAR + _GAP), _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        shown = self._bars[-(self.width() // (_BAR + _GAP)) :]
        highest = max([1, *shown])
        ink, ground = self._look.colour("accent"), self._look.colour("line")
        for at, count in enumerate(shown):
            height = max(3.0, _HEIGHT * count / highest) if count else 1.0
            bar = QRectF(at * (_BAR + _GAP), _HEIGHT - height, _BAR, height)
            painter.fillRect(bar, ink if count else ground)
        painter.end()


class StatusLine(QFrame):
    """Chart, words and counts in one line."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "footer")
        self.chart = ArrivalsChart(look, self)
        self._span = PlainLabel(self.tr("last 10 min"), "muted")
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
        row.addWidget(self.chart)
        row.addWidget(self._span)
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
        for label in (self._span, self._size):
            label.setVisible(roomy)

    def _counted(self, text: str, count: int) -> str:
        return text.replace(str(count), count_text(count), 1)
