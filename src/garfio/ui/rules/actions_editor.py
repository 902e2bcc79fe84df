"""The actions of a rule in their order: added from a menu, moved, removed; the form of the chosen one beside them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from garfio.core.action import ACTIONS
from garfio.core.errors import AppError
from garfio.core.rule import Action
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.rules.action_form import ActionForm
from garfio.ui.rules.kind_text import field_title, kind_icon, kind_tip, kind_title

_LIST_WIDTH = 230


class ActionsEditor(QFrame):
    """Edits the actions of one rule."""

    edited = Signal()
    entered = Signal(object)
    """The FieldEditor that takes what is chosen among the values."""
    secret_wanted = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._secrets: Sequence[str] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Actions"))
        self.list.setIconSize(QSize(16, 16))
        self.add = QPushButton(self.tr("Add an action"), self)
        self.add.setAutoDefault(False)
        self.add.setMenu(self._menu())
        self.up, self.down, self.remove = (
            self._tool(icon, name)
            for icon, name in (
                ("chevron-up", self.tr("Earlier")),
                ("chevron-down", self.tr("Later")),
                ("trash", self.tr("Remove this action")),
            )
        )
        self.pages = QStackedWidget(self)
        self._arrange()
        self.list.currentRowChanged.connect(self._show)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.remove.clicked.connect(self._remove)
        self._show(-1)

    def show_actions(self, actions: Sequence[Action]) -> None:
        """Edit these."""
        while self.list.count():
            self._take(0)
        for action in actions:
            self._append(action)
        self.list.setCurrentRow(0 if actions else -1)
        self._show(self.list.currentRow())

    def actions(self) -> tuple[Action, ...]:
        """As they stand. Raises AppError `rule.field`."""
        return tuple(self.form(row).action() for row in range(self.list.count()))

    def whole_actions(self) -> tuple[Action, ...]:
        """The same, chosen and named where a field has to be filled in first. Raises AppError `rule.empty` too."""
        for row in range(self.list.count()):
            form = self.form(row)
            values = form.action().values
            for field in form.kind.fields:
                if field.required and not values.get(field.name):
                    self.list.setCurrentRow(row)
                    form.editors[field.name].inner.setFocus()
                    text = self.tr("Fill in “{field}” of action {number}, {action}, first.")
                    title, kind = field_title(form.kind.name, field.name), kind_title(form.kind.name)
                    raise AppError("rule.empty", text.format(field=title, number=row + 1, action=kind))
        return self.actions()

    def form(self, row: int) -> ActionForm:
        """The form of an action."""
        area = self.pages.widget(row + 1)
        assert isinstance(area, QScrollArea)
        form = area.widget()
        assert isinstance(form, ActionForm)
        return form

    def add_action(self, kind: str) -> None:
        """Add an empty action at the end, and choose it."""
        self._append(Action(kind))
        self.list.setCurrentRow(self.list.count() - 1)
        editors = self.form(self.list.count() - 1).editors
        next(iter(editors.values())).inner.setFocus()
        self.edited.emit()

    def set_secrets(self, names: Sequence[str]) -> None:
        """The names of the secrets that are kept."""
        self._secrets = names
        for row in range(self.list.count()):
            self.form(row).set_secrets(names)

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        for kind in ACTIONS:
            entry = menu.addAction(self._look.icon(kind_icon(kind)), kind_title(kind))
            entry.setToolTip(kind_tip(kind))
            entry.triggered.connect(lambda _=False, kind=kind: self.add_action(kind))
        return menu

    def _tool(self, icon: str, name: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setIcon(self._look.icon(icon))
        button.setToolTip(name)
        button.setAccessibleName(name)
        return button

    def _arrange(self) -> None:
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.addStretch(1)
        for button in (self.up, self.down, self.remove):
            tools.addWidget(button)
        left = QWidget(self)
        left.setFixedWidth(_LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 10, 10, 12)
        column.setSpacing(8)
        column.addWidget(PlainLabel(self.tr("Then do, in this order"), "section"))
        column.addWidget(self.list, 1)
        column.addWidget(self.add)
        column.addLayout(tools)
        none = PlainLabel(
            self.tr("Nothing is done yet. Add an action: a mail, a request, a message, a notification …"),
            "muted",
        )
        none.setWordWrap(True)
        none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        none.setContentsMargins(40, 0, 40, 0)
        self.pages.addWidget(none)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self.pages, 1)

    def _append(self, action: Action) -> None:
        form = ActionForm(action, self._secrets)
        form.edited.connect(self.edited)
        form.entered.connect(self.entered)
        form.secret_wanted.connect(self.secret_wanted)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(form)
        self.pages.addWidget(area)
        self.list.addItem(QListWidgetItem(self._look.icon(kind_icon(action.kind)), kind_title(action.kind)))

    def _take(self, row: int) -> None:
        self.list.takeItem(row)
        area = self.pages.widget(row + 1)
        self.pages.removeWidget(area)
        area.deleteLater()

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self._take(row)
            self._show(self.list.currentRow())
            self.edited.emit()

    def _move(self, step: int) -> None:
        row = self.list.currentRow()
        to = row + step
        if row < 0 or not 0 <= to < self.list.count():
            return
        area = self.pages.widget(row + 1)
        self.pages.removeWidget(area)
        self.pages.insertWidget(to + 1, area)
        self.list.insertItem(to, self.list.takeItem(row))
        self.list.setCurrentRow(to)
        self._show(to)
        self.edited.emit()

    def _show(self, row: int) -> None:
        self.pages.setCurrentIndex(row + 1)
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)
        self.remove.setEnabled(row >= 0)
