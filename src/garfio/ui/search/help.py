"""The page that explains the query language: ways to write, then every field with an example to click."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from garfio.core.query.field import FIELDS
from garfio.ui.label import PlainLabel
from garfio.ui.search.field_text import MANNERS, field_example, field_text, manner_text

_WIDTH, _HEIGHT = 620, 560


class QueryHelp(QFrame):
    """A popover; a click on an example puts it into the search box."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("pane", "popover")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Help for queries"))
        page = QWidget(self)
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(14, 10, 14, 12)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(1, 1)
        self._heading(self.tr("Ways to write"))
        for example, text in MANNERS:
            self._row(example, manner_text(text))
        self._heading(self.tr("Fields"))
        for field in FIELDS:
            self._row(field_example(field.name), field_text(field.name))
        area = QScrollArea(self)
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.addWidget(area)
        self.resize(_WIDTH, _HEIGHT)

    def open_under(self, anchor: QWidget) -> None:
        """Show below a widget, their right edges aligned."""
        corner = anchor.mapToGlobal(QPoint(anchor.width() - _WIDTH, anchor.height() + 4))
        self.move(corner)
        self.show()

    def _heading(self, text: str) -> None:
        row = self._grid.rowCount()
        label = PlainLabel(text, "section")
        label.setContentsMargins(0, 8 if row > 1 else 0, 0, 2)
        self._grid.addWidget(label, row, 0, 1, 2)

    def _row(self, example: str, text: str) -> None:
        row = self._grid.rowCount()
        button = QPushButton(example, self)
        button.setProperty("kind", "example")
        button.clicked.connect(lambda: self._choose(example))
        self._grid.addWidget(button, row, 0, Qt.AlignmentFlag.AlignLeft)
        told = PlainLabel(text, "muted")
        told.setWordWrap(True)
        self._grid.addWidget(told, row, 1)

    def _choose(self, example: str) -> None:
        self.close()
        self.chosen.emit(example)
