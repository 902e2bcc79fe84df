"""The find bar under a text: what is searched, how many matches, and where one is."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QWidget

from garfio.ui.code_view.find import FindState
from garfio.ui.code_view.view import CodeView
from garfio.ui.figures import count_text
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look

_LONGEST_SEED = 200


class FindBar(QFrame):
    """Finds in one code view; hidden until it is asked for."""

    closed = Signal()
    """The user has closed the bar."""

    def __init__(self, view: CodeView, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "tools")
        self._view = view
        self._look = look
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in this text"))
        self.field.setAccessibleName(self.tr("Find in this text"))
        self._state = PlainLabel("", "muted", self)
        self._case = self._toggle("Aa", self.tr("Match case"))
        self._regex = self._toggle(".*", self.tr("Regular expression"))
        self._previous = self._button("chevron-up", self.tr("Previous match (Shift+Enter)"))
        self._next = self._button("chevron-down", self.tr("Next match (Enter)"))
        self._close = self._button("close", self.tr("Close (Esc)"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self._state)
        for button in (self._case, self._regex, self._previous, self._next, self._close):
            row.addWidget(button)
        self.field.textChanged.connect(self._search)
        self._case.toggled.connect(self._search)
        self._regex.toggled.connect(self._search)
        self._previous.clicked.connect(view.find_previous)
        self._next.clicked.connect(view.find_next)
        self._close.clicked.connect(self.close_bar)
        view.find_changed.connect(self._on_find_changed)
        view.find_requested.connect(self.open_bar)
        look.changed.connect(self._draw_icons)
        self._draw_icons()
        self.hide()

    def open_bar(self) -> None:
        """Show the bar with the selected text in it."""
        seed = self._view.selected_text()
        if seed and len(seed) <= _LONGEST_SEED and "\n" not in seed:
            self.field.setText(seed)
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._search()

    def close_bar(self) -> None:
        """Hide the bar and end the search."""
        self.hide()
        self._view.clear_find()
        self._view.setFocus()
        self.closed.emit()

    def refresh(self) -> None:
        """Search again: the text has changed."""
        if not self.isHidden():
            self._search()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.close_bar()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._view.find_previous if shift else self._view.find_next)()
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        text = self.field.text()
        if text:
            self._view.find(text, case=self._case.isChecked(), regex=self._regex.isChecked())
        else:
            self._view.clear_find()

    def _on_find_changed(self, state: FindState) -> None:
        bad = bool(state.error)
        self._state.set_role("bad" if bad else "muted")
        if bad:
            self._state.setText(self.tr("Not a regular expression"))
        elif not self.field.text():
            self._state.setText("")
        elif state.count:
            more = "+" if state.truncated or not state.complete else ""
            self._state.setText(f"{count_text(state.index + 1)}/{count_text(state.count)}{more}")
        else:
            self._state.setText(self.tr("No match") if state.complete else "…")

    def _toggle(self, text: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(True)
        self._describe(button, tip)
        return button

    def _button(self, icon: str, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("meaning", icon)
        self._describe(button, tip)
        return button

    def _describe(self, button: QToolButton, tip: str) -> None:
        button.setProperty("kind", "quiet")
        button.setToolTip(tip)
        button.setAccessibleName(tip)

    def _draw_icons(self) -> None:
        for button in (self._previous, self._next, self._close):
            button.setIcon(self._look.icon(button.property("meaning")))
