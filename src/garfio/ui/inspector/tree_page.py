"""A JSON body as a tree: open and close parts of it, copy a value or its path, ask for captures that have it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTreeView, QVBoxLayout, QWidget

from garfio.core.contentview.json_outline import Outline
from garfio.core.contentview.json_tree import decode_string
from garfio.ui.code_view import clipboard
from garfio.ui.inspector.tree_model import TreeModel
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look

_KEY_WIDTH = 230
_OPENED_AT_ONCE = 60
"""Containers of the first levels are open from the start while that many rows are enough to show them."""


class TreePage(QFrame):
    """The tree, and what is said where there is none."""

    query_wanted = Signal(str)
    """The user asks for the captures that a query finds."""
    rule_wanted = Signal(str)
    """The user wants to begin a rule with this condition."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = TreeModel(look, self)
        self.view = _Tree(self.model, look, self)
        self._nothing = PlainLabel(self.tr("This body is not JSON, so there is no tree of it."), "muted")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        column.addWidget(self._nothing)
        self.view.query_wanted.connect(self.query_wanted)
        self.view.rule_wanted.connect(self.rule_wanted)
        look.changed.connect(self.view.viewport().update)
        self.show_outline(None)

    def show_outline(self, outline: Outline | None) -> None:
        """Show the nodes of a body; None, or an empty outline, for one that is not JSON."""
        self.model.set_outline(outline)
        there = outline is not None and len(outline) > 0
        self.view.setVisible(there)
        self._nothing.setVisible(not there)
        if outline is not None and there:
            self._open_first(outline)

    def show_node(self, node: int) -> None:
        """Open what is around a node, select it and bring it into sight."""
        index = self.model.index_of(node)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.view.setFocus()

    def _open_first(self, outline: Outline) -> None:
        rows = 0
        waiting = [self.model.index(0, 0)]
        while waiting:
            index = waiting.pop(0)
            rows += outline.counts[self.model.node(index)]
            if rows > _OPENED_AT_ONCE and index.parent().isValid():
                break
            self.view.expand(index)
            waiting += (
                self.model.index(row, 0, index)
                for row in range(min(_OPENED_AT_ONCE, self.model.rowCount(index)))
            )
        self.view.setCurrentIndex(self.model.index(0, 0))


class _Tree(QTreeView):
    query_wanted = Signal(str)
    rule_wanted = Signal(str)

    def __init__(self, model: TreeModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._nodes = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Tree of the body"))
        self.setUniformRowHeights(True)
        self.setIndentation(round(look.row_height * 0.6))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.header().setStretchLastSection(True)
        self.header().setHighlightSections(False)
        self.setColumnWidth(0, _KEY_WIDTH)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)

    def copy_value(self, index: QModelIndex) -> None:
        """A string's characters, anything else exactly as it was sent."""
        outline = self._nodes.outline
        if outline is not None and index.isValid():
            node = self._nodes.node(index)
            source = outline.source(node)
            clipboard.copy(decode_string(source) if outline.kind(node) == "string" else source)

    def menu(self, index: QModelIndex) -> QMenu:
        """What can be done with a node."""
        menu = QMenu(self)
        outline = self._nodes.outline
        if outline is None:
            return menu
        node = self._nodes.node(index)
        menu.addAction(self.tr("Copy value")).triggered.connect(lambda: self.copy_value(index))
        menu.addAction(self.tr("Copy as sent")).triggered.connect(
            lambda: clipboard.copy(outline.source(node))
        )
        path, pointer = outline.path(node).removeprefix("."), outline.pointer(node)
        menu.addAction(self.tr("Copy path")).triggered.connect(lambda: clipboard.copy(path))
        menu.addAction(self.tr("Copy JSON Pointer")).triggered.connect(lambda: clipboard.copy(pointer))
        if query := outline.query(node):
            menu.addSeparator()
            asks = menu.addAction(self.tr("Query this value"))
            asks.triggered.connect(lambda: self.query_wanted.emit(query))
            uses = menu.addAction(self.tr("Use in a rule…"))
            uses.triggered.connect(lambda: self.rule_wanted.emit(query))
        if outline.counts[node]:
            menu.addSeparator()
            menu.addAction(self.tr("Open all below")).triggered.connect(
                lambda: self.expandRecursively(index, 8)
            )
            menu.addAction(self.tr("Close all below")).triggered.connect(lambda: self._close_below(index))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_value(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _close_below(self, index: QModelIndex) -> None:
        for row in range(self._nodes.rowCount(index)):
            self.collapse(self._nodes.index(row, 0, index))
        self.collapse(index)

    def _on_menu_requested(self, point: QPoint) -> None:
        index = self.indexAt(point)
        if not index.isValid():
            index = self.currentIndex()
        if index.isValid():
            menu = self.menu(index)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.viewport().mapToGlobal(point))
