"""What the list says when a search finds nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from garfio.ui.label import PlainLabel


class NoRows(QWidget):
    """Nothing matches the query."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = PlainLabel(self.tr("No webhook matches"), "title")
        text = PlainLabel(self.tr("What arrives and matches will appear here."), "muted")
        for label in (title, text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
