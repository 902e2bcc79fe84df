"""The bar that asks for a line to go to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from garfio.ui.code_view.view import CodeView
from garfio.ui.figures import count_text
from garfio.ui.label import PlainLabel


class LineBar(QFrame):
    """Goes to a line of one code view while its number is typed; Enter or Esc closes it."""

    def __init__(self, view: CodeView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "tools")
        self._view = view
        self.field = QLineEdit(self)
        self.field.setMaximumWidth(120)
        self.field.setAccessibleName(self.tr("Line number"))
        self._numbers = QIntValidator(1, 2_000_000_000, self)
        self.field.setValidator(self._numbers)
        self._of = PlainLabel("", "muted", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.addWidget(PlainLabel(self.tr("Go to line"), "muted", self))
        row.addWidget(self.field)
        row.addWidget(self._of, 1)
        self.field.textEdited.connect(self._go)
        view.indexed.connect(self._count)
        self.hide()

    def open_bar(self) -> None:
        """Show the bar, empty."""
        self._count()
        self.field.clear()
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.hide()
            self._view.setFocus()
        else:
            super().keyPressEvent(event)

    def _go(self, text: str) -> None:
        if text.isdigit() and int(text):
            self._view.go_to(int(text) - 1)

    def _count(self) -> None:
        self._of.setText(self.tr("of {count}").format(count=count_text(self._view.line_count)))
