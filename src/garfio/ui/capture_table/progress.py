"""How far a long search has come, under the list, with a button that ends it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from garfio.ui.figures import count_text
from garfio.ui.label import ElidedLabel

_STEPS = 1000


class SearchProgress(QFrame):
    """Shown while a search looks at one capture after another."""

    stop_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "footer")
        self._words = ElidedLabel("", "muted", self)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(120)
        self._bar.setAccessibleName(self.tr("Progress of the search"))
        stop = QPushButton(self.tr("Stop"), self)
        stop.setProperty("kind", "chip")
        stop.clicked.connect(self.stop_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 10, 5)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addWidget(self._bar)
        row.addWidget(stop)
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self._words.text()

    def show_progress(self, part: float, found: int) -> None:
        """A part from 0 to 1 has been looked through, so many were found; 1 ends it."""
        self.setVisible(part < 1)
        self._bar.setValue(round(part * _STEPS))
        text = self.tr("Searching… %n found", "", found)
        self._words.setText(text.replace(str(found), count_text(found), 1))
