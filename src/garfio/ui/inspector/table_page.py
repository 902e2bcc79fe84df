"""A body as a table: forms, parts, comma-separated values; below it all of the chosen row, where a cell is too small.

What is inside a row can be opened and saved where the body's way in knows it.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHeaderView, QMenu, QSplitter, QTableView, QVBoxLayout, QWidget

from garfio.core.contentview.table import Table
from garfio.ui.code_view import clipboard
from garfio.ui.code_view.view import CodeView
from garfio.ui.highlighter import spans_source
from garfio.ui.inspector.table_model import TableModel
from garfio.ui.look import Look
from garfio.ui.table_manners import set_manners

_WIDTHS = {"name": 150, "number": 48, "file": 130, "type": 150, "size": 84, "view": 110}
_SENT_WIDTHS = (64, 240)
"""Least and most of a column whose title the sender gave."""
_MEASURED_ROWS = 30
_AROUND = 32


class TablePage(QFrame):
    """The table and the text of its chosen row."""

    open_wanted = Signal(str)
    """The user goes to the inner body at this place."""
    copy_wanted = Signal(str)
    """The user wants the inner body at this place in the clipboard."""
    save_wanted = Signal(str)
    """The user wants the inner body at this place in a file."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._inside: Mapping[str, int] = {}
        self.model = TableModel(look, self)
        self.view = _Table(self.model, self)
        self.detail = CodeView(look.theme, self)
        self.detail.set_wrap(True)
        self.detail.setAccessibleName(self.tr("The chosen row"))
        set_manners(self.view, look, self.tr("Table of the body"), {})
        self._halves = QSplitter(Qt.Orientation.Vertical, self)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.view)
        self._halves.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._halves)
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.view.doubleClicked.connect(self._open)
        self.view.opened.connect(self._open)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu_requested)
        look.changed.connect(self._on_look_changed)

    def show_table(self, table: Table | None) -> None:
        """Show rows, the first one chosen."""
        self.model.set_table(table)
        self.detail.set_document("")
        self.detail.setVisible(table is not None and any(row.detail for row in table.rows))
        if table is None:
            return
        self.view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for at in range(len(table.columns)):
            self.view.setColumnWidth(at, self._width(table, at))
        self.view.setCurrentIndex(self.model.index(0, 0))
        self._share()

    def set_inside(self, places: Mapping[str, int]) -> None:
        """The places at which there is a body that can be opened."""
        self._inside = places

    def menu(self, index: QModelIndex) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        row, cell = self.model.row(index.row()), self.model.cell(index)
        if row.place in self._inside:
            for text, wanted in (
                (self.tr("Open this part"), self.open_wanted),
                (self.tr("Copy this part as it was sent"), self.copy_wanted),
                (self.tr("Save this part to a file…"), self.save_wanted),
            ):
                menu.addAction(text).triggered.connect(
                    lambda _=False, wanted=wanted, place=row.place: wanted.emit(place)
                )
            menu.addSeparator()
        title = self.model.title(index.column()).replace("&", "&&")
        copies = menu.addAction(self.tr("Copy {column}").format(column=title) if title else self.tr("Copy"))
        copies.setEnabled(bool(cell))
        copies.triggered.connect(lambda: clipboard.copy(cell or ""))
        line = "\t".join(text or "" for text in row.cells)
        menu.addAction(self.tr("Copy row")).triggered.connect(lambda: clipboard.copy(line))
        return menu

    def _width(self, table: Table, column: int) -> int:
        """A usual width, but room for the title; what the sender calls a column is as wide as its first rows."""
        unit = self._look.row_height / 30
        title = self.view.horizontalHeader().sectionSizeHint(column)
        least, most = (round(width * unit) for width in _SENT_WIDTHS)
        if not table.titled:
            return max(title, round(_WIDTHS.get(table.columns[column], most) * unit))
        shown = (row.cells[column] or "" for row in table.rows[:_MEASURED_ROWS] if column < len(row.cells))
        cell = QFontMetrics(self._look.mono).horizontalAdvance("0")
        return max(
            least, min(most, max(title, cell * max(map(len, shown), default=0) + round(_AROUND * unit)))
        )

    def _share(self) -> None:
        """Give the table the height of its rows and the text the rest, but at least a half."""
        height = self._halves.height()
        wanted = self.view.horizontalHeader().height() + (self.model.rowCount() + 1) * self._look.row_height
        table = min(wanted, height // 2)
        self._halves.setSizes([table, height - table])

    def _open(self, index: QModelIndex) -> None:
        if index.isValid() and (place := self.model.row(index.row()).place) in self._inside:
            self.open_wanted.emit(place)

    def _on_row_changed(self, current: QModelIndex) -> None:
        if current.isValid() and not self.detail.isHidden():
            row = self.model.row(current.row())
            text = row.detail or _whole(row.cells)
            self.detail.set_document(text, spans_source(row.syntax), foldable=row.syntax == "json")

    def _on_menu_requested(self, point: QPoint) -> None:
        index = self.view.indexAt(point)
        if not index.isValid():
            index = self.view.currentIndex()
        if index.isValid():
            menu = self.menu(index)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(point))

    def _on_look_changed(self) -> None:
        self.detail.set_theme(self._look.theme)
        self.view.viewport().update()


class _Table(QTableView):
    opened = Signal(QModelIndex)
    """Enter was pressed on a row."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.matches(QKeySequence.StandardKey.Copy) and index.isValid():
            clipboard.copy(self._rows.cell(index) or "")
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.opened.emit(index)
        else:
            super().keyPressEvent(event)


def _whole(cells: tuple[str | None, ...]) -> str:
    return cells[-1] or "" if cells else ""
