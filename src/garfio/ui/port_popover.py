"""The small field under the address for another port, with the next free one on offer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from garfio.core.errors import AppError
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel
from garfio.ui.number_field import NumberField

_HIGHEST = 65_535


class PortPopover(QFrame):
    """Asks for a port and stays open while the one asked for cannot be had."""

    chosen = Signal(int)
    free_wanted = Signal(int)
    """A free port is wanted, from this one on."""

    def __init__(self, port: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("pane", "popover")
        self.field = NumberField(1, _HIGHEST, port, self)
        self.field.setAccessibleName(self.tr("Port"))
        self._error = PlainLabel("", "bad", self)
        self._error.setWordWrap(True)
        self._error.hide()
        listen = QPushButton(self.tr("Listen here"), self)
        listen.setProperty("kind", "primary")
        free = QPushButton(self.tr("Next free one"), self)
        row = QHBoxLayout()
        for widget in (self.field, free, listen):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 12)
        column.addWidget(PlainLabel(self.tr("Port"), "section"))
        column.addLayout(row)
        column.addWidget(self._error)
        listen.clicked.connect(self._choose)
        self.field.lineEdit().returnPressed.connect(self._choose)
        free.clicked.connect(lambda: self.free_wanted.emit(self.field.value() + 1))

    def open_under(self, anchor: QWidget) -> None:
        """Show below a button, with the figure selected."""
        self.adjustSize()
        self.move(anchor.mapToGlobal(QPoint(0, anchor.height() + 4)))
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def show_error(self, error: AppError) -> None:
        """Say why the port cannot be had."""
        self._error.setText(error_text(error))
        self._error.show()
        self.adjustSize()

    def show_taken(self, port: int, now: int) -> None:
        """Say that a port cannot be had, so the listener stays where it is."""
        text = self.tr("Port {port} is taken or not allowed. Still listening on {now}.")
        self._error.setText(text.format(port=port, now=now))
        self._error.show()
        self.adjustSize()

    def show_port(self, port: int) -> None:
        """Put a port into the field."""
        self.field.setValue(port)
        self._error.hide()

    def _choose(self) -> None:
        self.chosen.emit(self.field.value())
