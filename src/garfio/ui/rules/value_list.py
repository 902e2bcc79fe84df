"""What templates can insert, with the values that a chosen webhook gives: a double click puts one in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look

_WIDTH = 270


class ValueList(QFrame):
    """Expressions, one a row, with a field that narrows them."""

    chosen = Signal(str)
    """A template, `{{ … }}`."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedWidth(_WIDTH)
        self.source = ElidedLabel("", "faint", self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Narrow down"))
        self.filter.setAccessibleName(self.tr("Narrow down"))
        self.filter.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Values"))
        self.list.setFont(look.mono)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setUniformItemSizes(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 12, 12)
        column.setSpacing(6)
        column.addWidget(PlainLabel(self.tr("Values of a webhook"), "section"))
        column.addWidget(self.source)
        column.addWidget(self.filter)
        column.addWidget(self.list, 1)
        hint = PlainLabel(self.tr("A double click inserts one where the caret is."), "faint")
        hint.setWordWrap(True)
        column.addWidget(hint)
        self.filter.textChanged.connect(self._narrow)
        self.list.itemActivated.connect(self._choose)

    def show_values(self, source: str, values: Sequence[tuple[str, str]]) -> None:
        """Show expressions with their values; `source` says whose they are."""
        self.source.setText(source)
        self.list.clear()
        for expression, value in values:
            item = QListWidgetItem(f"{expression}  {value}" if value else expression)
            item.setData(Qt.ItemDataRole.UserRole, expression)
            item.setToolTip(f"{expression}\n{value}" if value else expression)
            self.list.addItem(item)
        self._narrow(self.filter.text())

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(not all(word in item.text().casefold() for word in words))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(f"{{{{ {item.data(Qt.ItemDataRole.UserRole)} }}}}")
