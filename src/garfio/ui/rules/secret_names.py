"""Secrets of actions by name: which there are, and entering another one."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from garfio.core.signature import Secret
from garfio.engine.rules.secret import OWNER_PREFIX, owner_of
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.endpoints.secret_keeping import keep_only_secret
from garfio.ui.label import PlainLabel

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,62}")


class NamedSecretDialog(QDialog):
    """A name and the secret itself, which is not shown again."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("New secret"))
        self.name = QLineEdit(name, self)
        self.name.setPlaceholderText(self.tr("such as smtp"))
        self.value = QLineEdit(self)
        self.value.setEchoMode(QLineEdit.EchoMode.Password)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Secret"), self.value)
        hint = PlainLabel(
            self.tr(
                "A password, a token, or a URL that only you may know. It goes to where secrets are kept; rules, logs"
                " and exports have its name alone. Letters, digits, - and _ make a name."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(self._buttons)
        for field in (self.name, self.value):
            field.textChanged.connect(self._check)
        (self.value if name else self.name).setFocus()
        self.resize(460, self.sizeHint().height())
        self._check()

    def _check(self) -> None:
        ready = bool(_NAME.fullmatch(self.name.text().strip()) and self.value.text().strip())
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(ready)


async def secret_names(workspace: Workspace) -> list[str]:
    """The names that are kept."""
    records = await workspace.endpoints.secrets()
    owners = {record.owner for record in records if record.owner.startswith(OWNER_PREFIX)}
    return sorted(owner.removeprefix(OWNER_PREFIX) for owner in owners)


async def ask_for_secret(workspace: Workspace, name: str, parent: QWidget) -> str:
    """Let the user enter one, and keep it; gives its name, empty when dismissed. Raises AppError `secrets.…`."""
    dialog = NamedSecretDialog(name, parent)
    if not await dialogs.finished(dialog):
        return ""
    name = dialog.name.text().strip()
    await keep_only_secret(workspace, owner_of(name), Secret(dialog.value.text().strip()), parent)
    return name
