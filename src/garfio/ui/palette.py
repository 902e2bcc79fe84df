"""Ctrl+K: every action by name, and `?`: the key of every action."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from garfio.ui.action_set import ActionSet
from garfio.ui.action_spec import ActionSpec
from garfio.ui.actions import ACTIONS
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look

_WIDTH, _HEIGHT = 520, 420


class Palette(QDialog):
    """A field, and the actions that can be used now whose name or tip holds every typed word."""

    def __init__(self, actions: ActionSet, look: Look, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._actions = actions
        self.setAccessibleName(self.tr("Find an action"))
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("What do you want to do?"))
        self.found = QListWidget(self)
        self.found.setAccessibleName(self.tr("Actions"))
        self.found.setIconSize(QSize(16, 16))
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame = QFrame(self)
        frame.setProperty("pane", "popover")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(8, 8, 8, 8)
        inside.addWidget(self.field)
        inside.addWidget(self.found)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(frame)
        self.field.textChanged.connect(self._fill)
        self.field.returnPressed.connect(self._choose)
        self.field.installEventFilter(self)
        self.found.itemActivated.connect(self._choose)
        self.found.itemClicked.connect(self._choose)
        self._look = look
        self._fill("")
        self.resize(_WIDTH, _HEIGHT)
        self.move(
            parent.mapToGlobal(parent.rect().topLeft()).x() + (parent.width() - _WIDTH) // 2, self._top()
        )
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                row = self.found.currentRow() + step
                self.found.setCurrentRow(max(0, min(row, self.found.count() - 1)))
                return True
        return super().eventFilter(watched, event)

    def _top(self) -> int:
        parent = self.parentWidget()
        return parent.mapToGlobal(parent.rect().topLeft()).y() + parent.height() // 8

    def _fill(self, text: str) -> None:
        words = text.casefold().split()
        self.found.clear()
        usable = [spec for spec in ACTIONS.values() if self._actions[spec.id].isEnabled()]
        named = [spec for spec in usable if all(word in spec.title.casefold() for word in words)]
        told = [
            spec
            for spec in usable
            if spec not in named and all(word in f"{spec.title} {spec.help}".casefold() for word in words)
        ]
        for spec in (*named, *told):
            if spec.id != "palette.open":
                self._add(spec)
        self.found.setCurrentRow(0)

    def _add(self, spec: ActionSpec) -> None:
        action = self._actions[spec.id]
        item = QListWidgetItem(action.icon(), spec.title.rstrip("…"))
        item.setData(Qt.ItemDataRole.UserRole, spec.id)
        self.found.addItem(item)
        self.found.setItemWidget(item, _key_label(action.shortcut().toString(), self.found))

    def _choose(self) -> None:
        item = self.found.currentItem()
        self.close()
        self.deleteLater()
        if item is not None:
            self._actions.run(item.data(Qt.ItemDataRole.UserRole))


class KeyMap(QDialog):
    """The table of keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        specs = [spec for spec in ACTIONS.values() if spec.shortcut]
        table = QTableWidget(len(specs), 2, self)
        table.setObjectName("keys")
        table.setHorizontalHeaderLabels([self.tr("Key"), self.tr("What it does")])
        table.verticalHeader().hide()
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.setColumnWidth(0, 150)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        for row, spec in enumerate(specs):
            table.setItem(row, 0, QTableWidgetItem(spec.shortcut))
            table.setItem(row, 1, QTableWidgetItem(f"{spec.title.rstrip('…')} – {spec.help}"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(table)
        self.resize(640, 560)


def _key_label(key: str, parent: QWidget) -> QWidget:
    holder = QWidget(parent)
    holder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 10, 0)
    row.addStretch(1)
    row.addWidget(PlainLabel(key, "faint"))
    return holder
