"""What the detail says while no capture is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from garfio.ui.label import PlainLabel


class NoCapture(QWidget):
    """Nothing is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for label in (
            PlainLabel(self.tr("No webhook chosen"), "muted"),
            PlainLabel(self.tr("Choose one in the list to see what was sent."), "faint"),
        ):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
