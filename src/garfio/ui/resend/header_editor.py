"""Header fields to edit, as a table and as text; both hold the same fields, in order, case and repeats.

A field that nobody touches keeps its bytes, also those that are not UTF-8; what is typed becomes UTF-8.
"""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from garfio.core.headers import Headers, decode_value
from garfio.ui.look import Look

_NAME_WIDTH = 190
TABLE, TEXT = "table", "text"
Index = QModelIndex | QPersistentModelIndex
Pair = tuple[str, str]


def pairs_of(headers: Headers) -> list[Pair]:
    """Fields as people read them."""
    return [(decode_value(name), decode_value(value)) for name, value in headers]


def headers_of(pairs: list[Pair], known: Headers) -> Headers:
    """Fields from text, those that read as in `known` with the bytes they have there; rows without a name and
    a value are left out."""
    bytes_of: dict[Pair, list[tuple[bytes, bytes]]] = {}
    for pair, field in zip(pairs_of(known), known, strict=True):
        bytes_of.setdefault(pair, []).append(field)
    found = []
    for name, value in pairs:
        same = bytes_of.get((name, value))
        if same:
            found.append(same.pop(0))
        elif name or value:
            found.append((name.encode("utf-8", "replace"), value.encode("utf-8", "replace")))
    return Headers(found)


def parse_lines(text: str) -> list[Pair]:
    """`Name: value` lines as pairs; a line without a colon is a name without a value."""
    pairs = []
    for line in text.split("\n"):
        if line.strip():
            name, _, value = line.partition(":")
            pairs.append((name.strip(), value.strip()))
    return pairs


class HeaderEditModel(QAbstractTableModel):
    """Fields that can be changed; an empty row at the end takes a new one."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs: list[Pair] = []
        self._mono = QFont(look.mono)
        self._look = look

    @property
    def pairs(self) -> list[Pair]:
        """The fields as they stand."""
        return list(self._pairs)

    def set_pairs(self, pairs: list[Pair]) -> None:
        """Show these fields."""
        self.beginResetModel()
        self._pairs = list(pairs)
        self.endResetModel()

    def remove(self, rows: list[int]) -> None:
        """Take fields away."""
        for row in sorted(set(rows), reverse=True):
            if row < len(self._pairs):
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._pairs[row]
                self.endRemoveRows()
        self.edited.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._pairs) + 1

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 2

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() > len(self._pairs):
            return None
        if role == Qt.ItemDataRole.FontRole:
            return self._mono
        is_new = index.row() == len(self._pairs)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._look.colour("faint" if is_new else "text" if index.column() else "key")
        if role == Qt.ItemDataRole.DisplayRole and is_new:
            return "" if index.column() else self.tr("New header…")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return "" if is_new else self._pairs[index.row()][index.column()]
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        text = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        row = index.row()
        if row == len(self._pairs):
            if not text:
                return False
            self.beginInsertRows(QModelIndex(), row, row)
            self._pairs.append((text, "") if index.column() == 0 else ("", text))
            self.endInsertRows()
        else:
            name, old = self._pairs[row]
            changed = (text, old) if index.column() == 0 else (name, text)
            if changed == self._pairs[row]:
                return True
            self._pairs[row] = changed
            self.dataChanged.emit(index, index)
        self.edited.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Value") if section else self.tr("Name")
        return None


class _Table(QTableView):
    def __init__(self, model: HeaderEditModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._headers = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Headers"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(look.row_height)
        header = self.horizontalHeader()
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        self.setColumnWidth(0, _NAME_WIDTH)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setShowGrid(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.state() != QAbstractItemView.State.EditingState:
            self._headers.remove([index.row() for index in self.selectionModel().selectedRows()])
            return
        super().keyPressEvent(event)


class HeaderEditor(QWidget):
    """Table or text, as the user likes."""

    edited = Signal()
    """The fields may be others now."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = Headers()
        self.model = HeaderEditModel(look, self)
        self.table = _Table(self.model, look, self)
        self.text = QPlainTextEdit(self)
        self.text.setProperty("role", "mono")
        self.text.setProperty("frame", "none")
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setAccessibleName(self.tr("Headers"))
        self._pages = QStackedWidget(self)
        self._chips = QButtonGroup(self)
        self._remove = QPushButton(self.tr("Remove"), self)
        self._remove.setProperty("kind", "chip")
        self._remove.setToolTip(self.tr("Remove the chosen headers (Del)"))
        self.mode = TABLE
        tools = QFrame(self)
        tools.setProperty("pane", "tools")
        row = QHBoxLayout(tools)
        row.setContentsMargins(10, 5, 10, 5)
        for name, title in ((TABLE, self.tr("Table")), (TEXT, self.tr("Text"))):
            chip = QPushButton(title, tools)
            chip.setProperty("kind", "chip")
            chip.setProperty("mode", name)
            chip.setCheckable(True)
            chip.setChecked(name == TABLE)
            self._chips.addButton(chip)
            row.addWidget(chip)
        row.addStretch(1)
        row.addWidget(self._remove)
        for page in (self.table, self.text):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(tools)
        column.addWidget(self._pages, 1)
        self._chips.buttonClicked.connect(lambda chip: self.set_mode(chip.property("mode")))
        self._remove.clicked.connect(self._on_remove_clicked)
        self.model.edited.connect(self.edited)
        self.text.textChanged.connect(self.edited)

    def set_headers(self, headers: Headers) -> None:
        """Begin with these fields."""
        self._known = headers
        self.model.set_pairs(pairs_of(headers))
        self._fill_text()

    def headers(self) -> Headers:
        """The fields as they stand now."""
        return headers_of(self._pairs(), self._known)

    def set_mode(self, mode: str) -> None:
        """Show the table or the text; what was edited goes along."""
        for chip in self._chips.buttons():
            chip.setChecked(chip.property("mode") == mode)
        if mode == self.mode:
            return
        pairs = self._pairs()
        self.mode = mode
        if mode == TEXT:
            self._fill_text()
        else:
            self.model.set_pairs(pairs)
        self._remove.setVisible(mode == TABLE)
        self._pages.setCurrentIndex(0 if mode == TABLE else 1)

    def _pairs(self) -> list[Pair]:
        if self.mode == TABLE:
            return self.model.pairs
        return parse_lines(self.text.document().toRawText().replace("\u2029", "\n"))

    def _fill_text(self) -> None:
        self.text.blockSignals(True)
        self.text.setPlainText("\n".join(f"{name}: {value}" for name, value in self.model.pairs))
        self.text.blockSignals(False)

    def _on_remove_clicked(self) -> None:
        self.model.remove([index.row() for index in self.table.selectionModel().selectedRows()])
