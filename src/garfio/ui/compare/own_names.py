"""The user's own list of fields that are expected to differ: a chip that opens it, kept in the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.label import PlainLabel


class OwnNames(QPushButton):
    """Says how many there are, and opens the dialog."""

    changed = Signal()

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("kind", "chip")
        self.setToolTip(self.tr("Fields of your choice are expected to differ"))
        self.clicked.connect(lambda: tasks.spawn(self.edit(), name="compare.own_names"))
        self._show_count()

    @property
    def names(self) -> tuple[str, ...]:
        """Names of fields, or paths, with wildcards."""
        return names_of(self._workspace.settings.expected_names)

    async def edit(self) -> None:
        """Let the user change the list; it is kept for the next time."""
        before = self._workspace.settings.expected_names
        dialog = OwnNamesDialog(before, self.window())
        if await dialogs.finished(dialog) and dialog.text() != before:
            await self._workspace.change_settings(expected_names=dialog.text())
            self._show_count()
            self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_count()

    def _show_count(self) -> None:
        count = len(self.names)
        self.setText(self.tr("Own {count}…").format(count=count) if count else self.tr("Own…"))


class OwnNamesDialog(QDialog):
    """One name or path a line."""

    def __init__(self, names: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Expected to differ"))
        about = PlainLabel(
            self.tr(
                "One field a line, by its name or its whole path; * stands for anything."
                " What differs there is shown, but does not count."
            ),
            "muted",
            self,
        )
        about.setWordWrap(True)
        self.field = QPlainTextEdit(names, self)
        self.field.setProperty("role", "mono")
        self.field.setPlaceholderText("etag\ndata.object.metadata.*\n*_count")
        self.field.setAccessibleName(self.windowTitle())
        self.field.setTabChangesFocus(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(12)
        column.addWidget(about)
        column.addWidget(self.field, 1)
        column.addWidget(buttons)
        self.resize(440, 300)

    def text(self) -> str:
        """The list, without empty lines."""
        return "\n".join(names_of(self.field.toPlainText()))


def names_of(text: str) -> tuple[str, ...]:
    """The names of a list, each once; a path may be written with `body.` before it, as in a query."""
    lines = (line.strip().removeprefix("body.").removeprefix(".") for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))
