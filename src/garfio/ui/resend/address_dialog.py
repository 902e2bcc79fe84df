"""Another address to send to: a URL, and a name if it is to be kept as a target."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from garfio.core.errors import AppError
from garfio.core.target import Target, checked_target
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel
from garfio.ui.resend.button import make_primary
from garfio.ui.targets.watch import Places

_WIDTH = 460


class AddressDialog(QDialog):
    """Asks for a URL; stays open while it cannot be used."""

    def __init__(self, workspace: Workspace, tasks: Tasks, places: Places, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send to another address"))
        self._workspace = workspace
        self._tasks = tasks
        self.place = ""
        """Where to send: the URL, or the new target's name."""
        self.url = QLineEdit(self)
        self.url.setProperty("role", "mono")
        self.url.setPlaceholderText("http://localhost:3000/webhooks")
        self.url.setText(places.last if "://" in places.last else "")
        self.url.setMinimumWidth(_WIDTH)
        self.name = QLineEdit(self)
        self.name.setPlaceholderText(self.tr("optional: keeps it as a target"))
        self._error = PlainLabel("", "bad", self)
        self._error.setWordWrap(True)
        self._error.hide()
        hint = PlainLabel(
            self.tr("A URL without a path gets the webhook’s own path; one with a path replaces it."),
            "muted",
            self,
        )
        hint.setWordWrap(True)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        for title, field in ((self.tr("URL"), self.url), (self.tr("Name"), self.name)):
            label = PlainLabel(title)
            label.setBuddy(field)
            field.setAccessibleName(title)
            form.addRow(label, field)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, parent=self)
        send = buttons.addButton(self.tr("Send"), QDialogButtonBox.ButtonRole.AcceptRole)
        make_primary(send)
        buttons.accepted.connect(self._on_accepted)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(self._error)
        column.addWidget(buttons)
        self.url.setFocus()
        self.url.selectAll()

    def error_shown(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return "" if self._error.isHidden() else self._error.text()

    def _on_accepted(self) -> None:
        self._tasks.spawn(self._take(), name="resend.address")

    async def _take(self) -> None:
        target = Target(self.name.text().strip(), with_scheme(self.url.text()))
        try:
            checked_target(target)
            if target.name:
                await self._workspace.add_target(target)
        except AppError as error:
            self._error.setText(error_text(error))
            self._error.show()
            self.adjustSize()
            return
        self.place = target.label
        self.accept()


def with_scheme(text: str) -> str:
    """A URL as typed; `localhost:3000` and the like get the scheme that goes without saying."""
    text = text.strip()
    return text if "://" in text or not text else f"http://{text}"
