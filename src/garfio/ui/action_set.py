"""The action table as living QActions: made once, switched by the state, run as tasks when they take time."""

from __future__ import annotations

from collections.abc import Coroutine, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.ui.action_spec import ActionSpec, UiState
from garfio.ui.actions import ACTIONS
from garfio.ui.look import Look
from garfio.ui.menus import MAIN_MENU, SEPARATOR, Entry, Submenu

if TYPE_CHECKING:  # the rooms hold panes that show actions
    from garfio.ui.commands import Commands


class StateWatch(QObject):
    """The one `UiState`; whoever knows a part of it says so here."""

    changed = Signal(object)
    """The new UiState."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = UiState()

    def set(self, **fields: Any) -> None:
        """Change fields; told only when something is different."""
        state = replace(self.state, **fields)
        if state != self.state:
            self.state = state
            self.changed.emit(state)


class ActionSet(QObject):
    """QActions by id."""

    failed = Signal(object)
    """The AppError of an action that the user can do something about."""
    ran = Signal(str)
    """The id of an action that was started."""

    def __init__(
        self, window: QWidget, commands: Commands, watch: StateWatch, tasks: Tasks, look: Look
    ) -> None:
        super().__init__(window)
        self.commands = commands
        self._tasks = tasks
        self._look = look
        self._actions = {spec.id: self._make(spec, window) for spec in ACTIONS.values()}
        watch.changed.connect(self._on_state_changed)
        look.changed.connect(self._draw_icons)
        self._draw_icons()
        self._on_state_changed(watch.state)

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def run(self, action_id: str) -> None:
        """Carry an action out if it can be used now."""
        if self._actions[action_id].isEnabled():
            self._run(ACTIONS[action_id])

    def start(self, action_id: str, work: Coroutine[Any, Any, object]) -> None:
        """Let work of an action's kind go on in the background; what fails is told as for the action."""
        self._tasks.spawn(self._report(work), name=f"action.{action_id}")

    def fill(self, menu: QMenu, entries: Iterable[Entry]) -> QMenu:
        """Add actions to a menu."""
        for entry in entries:
            if isinstance(entry, Submenu):
                title = QCoreApplication.translate("actions", entry.title)
                if entry.action:
                    title += f"\t{self._actions[entry.action].shortcut().toString()}"
                self.fill(menu.addMenu(title), entry.entries)
            elif entry == SEPARATOR:
                menu.addSeparator()
            else:
                menu.addAction(self._actions[entry])
        return menu

    def main_menu(self, parent: QWidget) -> QMenu:
        """The ☰ menu."""
        menu = QMenu(parent)
        for title, ids in MAIN_MENU.items():
            if title:
                text = QCoreApplication.translate("actions", title)
                self.fill(menu.addMenu(text), ids)
            else:
                menu.addSeparator()
                self.fill(menu, ids)
        return menu

    def _make(self, spec: ActionSpec, window: QWidget) -> QAction:
        action = QAction(spec.title, window)
        action.setObjectName(spec.id)
        action.setToolTip(spec.help)
        action.setStatusTip(spec.help)
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        action.setCheckable(spec.checked_when is not None)
        action.triggered.connect(lambda: self._run(spec))
        window.addAction(action)
        return action

    def _run(self, spec: ActionSpec) -> None:
        self.ran.emit(spec.id)
        work = spec.run(self.commands)
        if work is not None:
            self.start(spec.id, work)

    async def _report(self, work: Any) -> None:
        try:
            await work
        except AppError as error:
            self.failed.emit(error)

    def _on_state_changed(self, state: UiState) -> None:
        for spec in ACTIONS.values():
            action = self._actions[spec.id]
            action.setEnabled(spec.enabled_when(state))
            if spec.checked_when is not None:
                action.setChecked(spec.checked_when(state))

    def _draw_icons(self) -> None:
        for spec in ACTIONS.values():
            if spec.icon:
                self._actions[spec.id].setIcon(self._look.icon(spec.icon))
