"""The view's actions, for its context menu and for whoever shows them elsewhere.

They carry no shortcuts: the view answers its keys itself while it has the focus.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget


class ViewActions:
    """Copy, select all, find, wrap lines."""

    def __init__(self, parent: QObject) -> None:
        translate = QCoreApplication.translate
        self.copy = QAction(translate("CodeView", "Copy"), parent)
        self.select_all = QAction(translate("CodeView", "Select All"), parent)
        self.find = QAction(translate("CodeView", "Find…"), parent)
        self.wrap = QAction(translate("CodeView", "Wrap Lines"), parent)
        self.wrap.setCheckable(True)

    def menu(self, parent: QWidget) -> QMenu:
        """A menu with all of them."""
        menu = QMenu(parent)
        menu.addActions([self.copy, self.select_all])
        menu.addSeparator()
        menu.addActions([self.find, self.wrap])
        return menu
