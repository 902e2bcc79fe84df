"""The user's own words beside a webhook: a note and tags, in one row that is there when it is used."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget
from shiboken6 import isValid

from garfio.core.capture import CaptureId, CaptureSummary
from garfio.ui.label import PlainLabel


class Annotations(QFrame):
    """Two fields; what is written is kept when the field is left, or with Enter."""

    note_written = Signal(object, str)
    """A capture's id and its new note."""
    tags_written = Signal(object, object)
    """A capture's id and its new tags, a list."""
    left = Signal()
    """The user is done here, and where they came from is no longer there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id: CaptureId | None = None
        self._shown = ("", "")
        self._came_from: QWidget | None = None
        self.note = QLineEdit(self)
        self.note.setPlaceholderText(self.tr("Note"))
        self.note.setAccessibleName(self.tr("Note"))
        self.note.setMaxLength(10_000)
        self.tags = QLineEdit(self)
        self.tags.setPlaceholderText(self.tr("Tags, with blanks between"))
        self.tags.setAccessibleName(self.tr("Tags, with blanks between"))
        self.tags.setMaxLength(500)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 10)
        row.setSpacing(8)
        row.addWidget(PlainLabel("✎", "muted"))
        row.addWidget(self.note, 3)
        row.addWidget(PlainLabel("#", "muted"))
        row.addWidget(self.tags, 2)
        for field in (self.note, self.tags):
            field.editingFinished.connect(self._keep)
        self.hide()

    def show_summary(self, row: CaptureSummary) -> None:
        """Show what is written beside a capture; what is being typed stays."""
        shown = (row.note, row.tags.strip())
        if row.id == self._id and shown == self._shown:
            return
        if row.id != self._id:
            self._keep()
        self._id, self._shown = row.id, shown
        self.note.setText(shown[0])
        self.tags.setText(shown[1])
        self.setVisible(any(shown) or self.note.hasFocus() or self.tags.hasFocus())

    def edit(self) -> None:
        """Show the fields and go into the note; leaving them leads back."""
        came_from = self.window().focusWidget()
        if came_from not in (self.note, self.tags):
            self._came_from = came_from
        self.show()
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave()
        elif event.key() == Qt.Key.Key_Escape:
            self.note.setText(self._shown[0])
            self.tags.setText(self._shown[1])
            self._leave()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self._keep()
        came_from, self._came_from = self._came_from, None
        if came_from is not None and isValid(came_from) and came_from.isVisible():
            came_from.setFocus()
        else:
            self.left.emit()
        self.setVisible(any(self._shown))

    def _keep(self) -> None:
        if self._id is None:
            return
        note, tags = self.note.text().strip(), " ".join(dict.fromkeys(self.tags.text().split()))
        before, self._shown = self._shown, (note, tags)
        if note != before[0]:
            self.note_written.emit(self._id, note)
        if tags != before[1]:
            self.tags_written.emit(self._id, tags.split())
