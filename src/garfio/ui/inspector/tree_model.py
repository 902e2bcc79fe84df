"""The nodes of a JSON outline for a tree view. Children are handed out in portions, so that an array of a
hundred thousand items opens at once.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from garfio.core.contentview.json_outline import Outline
from garfio.core.contentview.visible import reveal
from garfio.ui.figures import count_text
from garfio.ui.look import Look

PORTION = 500
_SHOWN_CHARACTERS = 400
_INKS = {"string": "string", "number": "number", "boolean": "keyword", "null": "keyword"}
Index = QModelIndex | QPersistentModelIndex


class TreeModel(QAbstractItemModel):
    """Keys and values; a node's number is its internal id."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._font = QFont(look.mono)
        self._outline: Outline | None = None
        self._given: dict[int, int] = {}

    @property
    def outline(self) -> Outline | None:
        """What is shown."""
        return self._outline

    def set_outline(self, outline: Outline | None) -> None:
        """Show other nodes."""
        self.beginResetModel()
        self._outline = outline
        self._given = {}
        self.endResetModel()

    def node(self, index: Index) -> int:
        """The node of an index."""
        return int(index.internalId())

    def index_of(self, node: int) -> QModelIndex:
        """The index of a node, after what is around it has been handed out as far as that."""
        if self._outline is None:
            return QModelIndex()
        above = self._outline.parents[node]
        if above < 0:
            return self.index(0, 0)
        parent, row = self.index_of(above), self._outline.positions[node]
        while row >= self.rowCount(parent) and self.canFetchMore(parent):
            self.fetchMore(parent)
        return self.index(row, 0, parent)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if self._outline is None or not self.hasIndex(row, column, parent):
            return QModelIndex()
        node = self._outline.child(self.node(parent), row) if parent.isValid() else 0
        return self.createIndex(row, column, node)

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        if self._outline is None or not index.isValid():
            return QModelIndex()
        above = self._outline.parents[self.node(index)]
        if above < 0:
            return QModelIndex()
        row = self._outline.positions[above] if self._outline.parents[above] >= 0 else 0
        return self.createIndex(row, 0, above)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if self._outline is None or not len(self._outline) or parent.column() > 0:
            return 0
        if not parent.isValid():
            return 1
        node = self.node(parent)
        return self._given.get(node, min(PORTION, self._outline.counts[node]))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: ARG002, B008 - Qt's signature
        return 2

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        if self._outline is None or not parent.isValid():
            return self._outline is not None and len(self._outline) > 0
        return parent.column() == 0 and self._outline.counts[self.node(parent)] > 0

    def canFetchMore(self, parent: Index) -> bool:
        if self._outline is None or not parent.isValid():
            return False
        return self.rowCount(parent) < self._outline.counts[self.node(parent)]

    def fetchMore(self, parent: Index) -> None:
        if self._outline is None or not parent.isValid():
            return
        node, first = self.node(parent), self.rowCount(parent)
        last = min(first + PORTION, self._outline.counts[node])
        if last > first:
            self.beginInsertRows(parent, first, last - 1)
            self._given[node] = last
            self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        outline = self._outline
        if outline is None or not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._value_text(node) if index.column() else self._key_text(node)
        if role == Qt.ItemDataRole.FontRole:
            return self._font
        if role == Qt.ItemDataRole.ForegroundRole:
            if not index.column():
                return self._look.colour("muted" if outline.key_starts[node] < 0 else "key")
            return self._look.colour(_INKS.get(outline.kind(node), "muted"))
        if role == Qt.ItemDataRole.ToolTipRole:
            return outline.path(node).removeprefix(".") or None
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Value") if section else self.tr("Key")
        return None

    def _key_text(self, node: int) -> str:
        assert self._outline is not None
        if self._outline.parents[node] < 0:
            return "$"
        if self._outline.key_starts[node] < 0:
            return str(self._outline.positions[node])
        return reveal(self._outline.key(node)[:_SHOWN_CHARACTERS])

    def _value_text(self, node: int) -> str:
        assert self._outline is not None
        kind = self._outline.kind(node)
        if kind in ("object", "array"):
            count = count_text(self._outline.counts[node])
            return f"{{{count}}}" if kind == "object" else f"[{count}]"
        source = self._outline.source(node, _SHOWN_CHARACTERS + 1)
        cut = len(source) > _SHOWN_CHARACTERS
        return reveal(source[:_SHOWN_CHARACTERS]) + ("…" if cut else "")
