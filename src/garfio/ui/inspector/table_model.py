"""The rows of a content view's table: forms, parts of a multipart body, comma-separated values."""

from __future__ import annotations

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from garfio.core.contentview.table import Row, Table
from garfio.core.contentview.visible import reveal
from garfio.ui.figures import size_text
from garfio.ui.inspector.note_text import view_name
from garfio.ui.look import Look

_SHOWN_CHARACTERS = 400
_TIP_CHARACTERS = 1_000
_NOTHING = "—"
_BREAKS = str.maketrans({"\n": "⏎", "\r": "", "\t": "⇥"})
_TITLES = {
    "name": QT_TRANSLATE_NOOP("table", "Name"),
    "value": QT_TRANSLATE_NOOP("table", "Value"),
    "number": QT_TRANSLATE_NOOP("table", "No."),
    "file": QT_TRANSLATE_NOOP("table", "File name"),
    "type": QT_TRANSLATE_NOOP("table", "Type"),
    "size": QT_TRANSLATE_NOOP("table", "Size"),
    "view": QT_TRANSLATE_NOOP("table", "Shown as"),
}
Index = QModelIndex | QPersistentModelIndex


class TableModel(QAbstractTableModel):
    """Cells on one line each; what is longer is told by the tip and by the text below the table."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._font = QFont(look.mono)
        self._table: Table | None = None

    @property
    def table(self) -> Table | None:
        """What is shown."""
        return self._table

    def set_table(self, table: Table | None) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def row(self, number: int) -> Row:
        """A row by its number from the top."""
        assert self._table is not None
        return self._table.rows[number]

    def cell(self, index: Index) -> str | None:
        """The text of a cell as it came; None where there is nothing."""
        cells = self.row(index.row()).cells
        return cells[index.column()] if index.column() < len(cells) else None

    def title(self, column: int) -> str:
        """A column's title."""
        assert self._table is not None
        title = self._table.columns[column]
        if self._table.titled:
            return _one_line(title)
        return QCoreApplication.translate("table", _TITLES.get(title, title))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._table is None else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._table is None else len(self._table.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._table is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.FontRole:
            return self._font
        if role == Qt.ItemDataRole.TextAlignmentRole and self._code(index.column()) in ("number", "size"):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        text = self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(text, self._code(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return text[:_TIP_CHARACTERS] if text and _needs_tip(text) else None
        if role == Qt.ItemDataRole.ForegroundRole:
            code = self._code(index.column())
            if text is None or code == "number":
                return self._look.colour("muted")
            return self._look.colour("key") if code == "name" else None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and self._table is not None:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.title(section)
            if role == Qt.ItemDataRole.TextAlignmentRole and self._code(section) in ("number", "size"):
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _code(self, column: int) -> str:
        """A column's code; empty where the titles are the sender's."""
        assert self._table is not None
        return "" if self._table.titled else self._table.columns[column]

    def _shown(self, text: str | None, code: str) -> str:
        if text is None:
            return _NOTHING
        if code == "size":
            return size_text(int(text))
        return view_name(text) if code == "view" else _one_line(text)


def _one_line(text: str) -> str:
    shown = reveal(text[:_SHOWN_CHARACTERS].translate(_BREAKS))
    return f"{shown}…" if len(text) > _SHOWN_CHARACTERS else shown


def _needs_tip(text: str) -> bool:
    """A tip that begins like markup would be taken for it."""
    return len(text) > 40 and "<" not in text[:_TIP_CHARACTERS] and text.isprintable()
