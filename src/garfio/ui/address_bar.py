"""The top bar: is it listening, where, and what is searched for.

The light follows the listener's own request to itself, not a hope; it has a shape and a word beside its
colour.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from garfio.engine.workspace import ListenerState
from garfio.ui.action_set import ActionSet
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.replies.mark import OnPurposeMark
from garfio.ui.search.box import SearchBox

_LIGHT = 20


class AddressBar(QFrame):
    """State, URL, search box and menu."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "header")
        self._look = look
        self._listener: ListenerState | None = None
        self._actions: ActionSet | None = None
        self._help: QAction | None = None
        self._light = QLabel(self)
        self._word = PlainLabel("", "", self)
        self.url = PlainLabel("", "mono", self)
        self.url.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._copy = self._button("quiet")
        self._port = self._button("quiet")
        self._switch = self._button("quiet")
        self._menu = self._button("quiet")
        self.on_purpose = OnPurposeMark(look, self)
        self.search = SearchBox(look, parent or self)
        self._arrange()
        look.changed.connect(self._draw)

    def set_actions(self, actions: ActionSet) -> None:
        """Give the buttons their actions and the ☰ its menu."""
        self._actions = actions
        for button, action_id in ((self._copy, "listener.copy_url"), (self._port, "listener.change_port")):
            action = actions[action_id]
            button.setToolTip(f"{action.text().rstrip('…')} ({action.shortcut().toString()})")
            button.setAccessibleName(action.text())
            button.clicked.connect(action.trigger)
        self._switch.clicked.connect(self._on_switch_clicked)
        self._menu.setMenu(actions.main_menu(self._menu))
        self._menu.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.setAccessibleName(self.tr("Menu"))
        self._help = self.search.addAction(
            self._look.icon("question"), QLineEdit.ActionPosition.TrailingPosition
        )
        self._help.setToolTip(actions["search.help"].toolTip())
        self._help.triggered.connect(actions["search.help"].trigger)
        hint = self.tr("Search")
        self.search.setPlaceholderText(f"{hint}   {actions['search.focus'].shortcut().toString()}")
        self._draw()

    def set_listener(self, listener: ListenerState) -> None:
        """Show the listener's state."""
        self._listener = listener
        self.url.setText(listener.url or self.url.text())
        self.url.setVisible(bool(self.url.text()))
        self._draw()

    def focus_search(self) -> None:
        """Into the search box, with everything selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def port_anchor(self) -> QWidget:
        """Where the port popover belongs."""
        return self._port

    def _arrange(self) -> None:
        field = QFrame(self)
        field.setProperty("role", "field")
        inside = QHBoxLayout(field)
        inside.setContentsMargins(10, 0, 2, 0)
        inside.setSpacing(2)
        inside.addWidget(self.url)
        inside.addSpacing(4)
        for button in (self._copy, self._port, self._switch):
            inside.addWidget(button)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._light)
        row.addWidget(self._word)
        row.addSpacing(4)
        row.addWidget(field)
        row.addWidget(self.on_purpose)
        row.addStretch(1)
        row.addWidget(self.search, 3)
        row.addWidget(self._menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(row)

    def _button(self, kind: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", kind)
        button.setIconSize(QSize(16, 16))
        return button

    def _draw(self) -> None:
        self._copy.setIcon(self._look.icon("copy"))
        self._port.setIcon(self._look.icon("edit"))
        self._menu.setIcon(self._look.icon("menu", "text"))
        if self._help is not None:
            self._help.setIcon(self._look.icon("question"))
        if self._listener is None:
            return
        word, shape, ink = self._words(self._listener)
        self._word.setText(word)
        self._light.setPixmap(self._look.icons.pixmap(shape, _LIGHT, ink, self.devicePixelRatioF()))
        self._light.setAccessibleName(word)
        running = self._listener.phase in ("starting", "listening")
        self._switch.setIcon(self._look.icon("stop" if running else "play"))
        if self._actions is not None:
            action = self._actions["listener.stop" if running else "listener.start"]
            self._switch.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
            self._switch.setAccessibleName(action.text())

    def _words(self, listener: ListenerState) -> tuple[str, str, str]:
        if listener.phase == "listening" and listener.healthy:
            return self.tr("Listening"), "dot", "good"
        if listener.phase == "listening":
            return self.tr("Not answering"), "warning", "warn"
        if listener.phase == "starting":
            return self.tr("Starting…"), "clock", "muted"
        if listener.phase == "failed":
            return self.tr("Not listening"), "error", "bad"
        return self.tr("Stopped"), "stop", "muted"

    def _on_switch_clicked(self) -> None:
        running = self._listener is not None and self._listener.phase in ("starting", "listening")
        if self._actions is not None:
            self._actions["listener.stop" if running else "listener.start"].trigger()
