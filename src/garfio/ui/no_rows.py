"""What the list says when a search finds nothing, or has found nothing yet."""

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
        self.title = PlainLabel("", "title")
        self._text = PlainLabel("", "muted")
        for label in (self.title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        self.tell(searching=False, stopped=False)

    def tell(self, *, searching: bool, stopped: bool) -> None:
        """Say that nothing matches; or that nothing was found so far, by a search that goes on or was stopped."""
        if searching:
            title, text = self.tr("Nothing found yet"), self.tr("The search goes on.")
        elif stopped:
            title = self.tr("Nothing found so far")
            text = self.tr("The search was stopped before it had looked at every webhook.")
        else:
            title = self.tr("No webhook matches")
            text = self.tr("What arrives and matches will appear here.")
        self.title.setText(title)
        self._text.setText(text)
