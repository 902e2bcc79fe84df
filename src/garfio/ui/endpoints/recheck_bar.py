"""How far the new check of earlier captures has come, after an endpoint or a secret was changed."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QWidget

from garfio.engine.looker import Progress
from garfio.ui.label import ElidedLabel

_STEPS = 1000
_LEAST_MS = 400
"""A check that is over before this time is not worth a bar."""


class RecheckBar(QFrame):
    """Shown while captures are checked again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("bar", "info")
        self._text = ElidedLabel("", "headline", self)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, _STEPS)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(220)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_LEAST_MS)
        self._patience.timeout.connect(self.show)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self._text, 1)
        row.addWidget(self.progress)
        self.hide()

    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_progress(self, progress: Progress) -> None:
        """Say how far it has come; gone when all is done."""
        if not progress.path:
            self._patience.stop()
            self.hide()
            return
        share = progress.done / progress.total if progress.total else 1.0
        self._text.setText(self.tr("Checking again what came to {path}").format(path=progress.path))
        self.progress.setValue(round(share * _STEPS))
        self.progress.setAccessibleName(self._text.text())
        if not self.isVisible() and not self._patience.isActive():
            self._patience.start()
