"""Which fields came with it: a table in wire order and case, filtered, copied one by one or all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from garfio.core.headers import Headers, decode_value
from garfio.ui.look import Look

_NAME_WIDTH = 190
_SHOWN_CHARACTERS = 2_000
"""A longer value ends with an ellipsis in the table; copying gives all of it."""
Index = QModelIndex | QPersistentModelIndex


class HeadersModel(QAbstractTableModel):
    """Fields that match the filter, in wire order."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[tuple[str, str]] = []
        self._shown: list[tuple[str, str]] = []
        self._needle = ""
        self._mono = QFont(look.mono)
        self._look = look

    def set_headers(self, headers: Headers) -> None:
        """Show these fields."""
        self._pairs = [(decode_value(name), decode_value(value)) for name, value in headers]
        self._apply()

    def set_filter(self, needle: str) -> None:
        """Show fields whose name or value contains a text, in any case."""
        self._needle = needle.casefold()
        self._apply()

    def field(self, row: int) -> tuple[str, str]:
        """Name and value of a row."""
        return self._shown[row]

    def as_text(self, rows: Sequence[int] | None = None) -> str:
        """Lines `Name: value` of some rows, or of all that are shown."""
        chosen = self._shown if rows is None else [self._shown[row] for row in rows]
        return "\n".join(f"{name}: {value}" for name, value in chosen)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        text = self._shown[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            one_line = text.replace("\n", "↵").replace("\r", "")
            return one_line if len(one_line) <= _SHOWN_CHARACTERS else one_line[:_SHOWN_CHARACTERS] + "…"
        if role == Qt.ItemDataRole.UserRole:
            return text
        if role == Qt.ItemDataRole.FontRole:
            return self._mono
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return self._look.colour("key")
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Value") if section else self.tr("Name")
        return None

    def _apply(self) -> None:
        self.beginResetModel()
        needle = self._needle
        self._shown = [
            pair for pair in self._pairs if not needle or any(needle in text.casefold() for text in pair)
        ]
        self.endResetModel()


class HeadersTable(QTableView):
    """Two columns that can be copied."""

    def __init__(self, model: HeadersModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headers = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Headers"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.row_height)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.horizontalHeader().setHighlightSections(False)
        self.setColumnWidth(0, _NAME_WIDTH)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)

    def selected_rows(self) -> list[int]:
        """The selected rows from top to bottom."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.selected_rows():
            QGuiApplication.clipboard().setText(self._headers.as_text(self.selected_rows()))
            return
        super().keyPressEvent(event)

    def _on_menu_requested(self, point: QPoint) -> None:
        rows = self.selected_rows()
        if not rows:
            return
        name, value = self._headers.field(rows[0])
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, copied in (
            (self.tr("Copy value"), value),
            (self.tr("Copy name"), name),
            (self.tr("Copy line"), self._headers.as_text(rows)),
        ):
            menu.addAction(text).triggered.connect(
                lambda _=False, copied=copied: QGuiApplication.clipboard().setText(copied)
            )
        menu.popup(self.viewport().mapToGlobal(point))


class HeadersTab(QWidget):
    """Filter box, table, copy all."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = HeadersModel(look, self)
        self.table = HeadersTable(self.model, look, self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter headers"))
        self.filter.setAccessibleName(self.tr("Filter headers"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self.model.set_filter)
        self.copy_all = QPushButton(self.tr("Copy all"), self)
        self.copy_all.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.model.as_text()))
        tools = QFrame(self)
        tools.setProperty("pane", "tools")
        row = QHBoxLayout(tools)
        row.setContentsMargins(14, 6, 14, 6)
        row.addWidget(self.filter, 1)
        row.addWidget(self.copy_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(self.table, 1)

    def show_headers(self, headers: Headers) -> None:
        """Show the fields of a message; the filter stays."""
        self.model.set_headers(headers)

    def find(self) -> None:
        """Into the filter box."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()
