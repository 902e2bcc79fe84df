"""The view's actions, for its context menu and for whoever shows them elsewhere.

They carry no shortcuts: the view answers its keys itself while it has the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from garfio.ui.code_view.folded_area import FoldedArea

_LEVELS = 6


class ViewActions:
    """Copy, select all, find, fold, wrap lines."""

    def __init__(self, parent: QObject) -> None:
        translate = QCoreApplication.translate
        self._parent = parent
        self.copy = QAction(translate("CodeView", "Copy"), parent)
        self.select_all = QAction(translate("CodeView", "Select All"), parent)
        self.find = QAction(translate("CodeView", "Find…"), parent)
        self.wrap = QAction(translate("CodeView", "Wrap Lines"), parent)
        self.wrap.setCheckable(True)
        self.fold = QAction(_keyed(translate("CodeView", "Fold"), "Alt+−"), parent)
        self.unfold = QAction(_keyed(translate("CodeView", "Unfold"), "Alt++"), parent)
        self.fold_all = QAction(_keyed(translate("CodeView", "Fold All"), "Alt+Shift+−"), parent)
        self.unfold_all = QAction(_keyed(translate("CodeView", "Unfold All"), "Alt+Shift++"), parent)
        self.levels = [QAction(str(level), parent) for level in range(1, _LEVELS + 1)]
        self._foldable = False

    def connect_folds(self, area: FoldedArea) -> None:
        """Let the actions fold the text of `area`."""
        self.fold.triggered.connect(area.fold)
        self.unfold.triggered.connect(area.unfold)
        self.fold_all.triggered.connect(area.fold_all)
        self.unfold_all.triggered.connect(area.unfold_all)
        for level, action in enumerate(self.levels, 1):
            action.triggered.connect(lambda _=False, level=level: area.fold_to_level(level))

    def set_foldable(self, foldable: bool) -> None:
        """Whether the menu has the actions that fold."""
        self._foldable = foldable

    def menu(self, parent: QWidget) -> QMenu:
        """A menu with all of them that the text is for."""
        menu = QMenu(parent)
        menu.addActions([self.copy, self.select_all])
        menu.addSeparator()
        if self._foldable:
            menu.addActions([self.fold, self.unfold, self.fold_all, self.unfold_all])
            to_level = menu.addMenu(QCoreApplication.translate("CodeView", "Fold to Level"))
            to_level.addActions(self.levels)
            menu.addSeparator()
        menu.addActions([self.find, self.wrap])
        return menu


def _keyed(text: str, key: str) -> str:
    """A menu's text with the key that the view answers itself."""
    return f"{text}\t{key}"
