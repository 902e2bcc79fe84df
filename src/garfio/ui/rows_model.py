"""A table over a list of values, one a row: titles, texts, inks and tips by column.

What they are is a subclass's to say.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QWidget

from garfio.ui.look import Look

Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel):
    """Rows that are all in memory; for the user's role it gives the value itself."""

    mono: tuple[int, ...] = ()
    """Columns in the font of code."""
    right: tuple[int, ...] = ()
    """Columns whose texts end at the right."""

    def __init__(self, titles: Sequence[str], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._titles = tuple(titles)
        self._look = look
        self._rows: list[Any] = []

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        raise NotImplementedError

    def ink(self, row: int, column: int) -> str:  # noqa: ARG002 - a subclass's to say
        """The colour of a cell, by its name in the theme."""
        return "text"

    def tip(self, row: int) -> str:  # noqa: ARG002 - a subclass's to say
        """What is told of a row when the pointer rests on it."""
        return ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._titles)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.UserRole:
            return self._rows[row]
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.tip(row) or None
        if role == Qt.ItemDataRole.FontRole and column in self.mono:
            return QFont(self._look.mono)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in self.right:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.colour(self.ink(row, column))
        return None
