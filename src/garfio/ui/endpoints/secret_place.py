"""Where secrets are kept when the system has no keychain: the user chooses openly, nothing falls back by itself."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout, QWidget

from garfio.ui.label import PlainLabel

NEEDS_PLACE = ("secrets.no-keychain", "secrets.keychain")
"""Codes of errors that a choice can mend."""


class SecretPlaceDialog(QDialog):
    """Memory or a private file."""

    def __init__(self, why: str, file: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Where shall secrets be kept?"))
        self.memory = QRadioButton(self.tr("In memory only"), self)
        self.file = QRadioButton(self.tr("In a file that only you can read"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(6)
        texts = (
            (self.memory, self.tr("Until Garfio ends. Enter them again after the next start.")),
            (
                self.file,
                self.tr(
                    "Unencrypted, with the rights 0600: {file}. Whoever is you, or can read your"
                    " disk, has them."
                ).format(file=file),
            ),
        )
        reason = PlainLabel(why)
        reason.setWordWrap(True)
        column.addWidget(reason)
        column.addSpacing(6)
        for button, text in texts:
            column.addWidget(button)
            said = PlainLabel(text, "muted")
            said.setWordWrap(True)
            said.setContentsMargins(24, 0, 0, 4)
            column.addWidget(said)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(False)
        for button in (self.memory, self.file):
            button.toggled.connect(lambda: ok.setEnabled(True))
        column.addSpacing(6)
        column.addWidget(buttons)
        self.setMinimumWidth(460)

    def store(self) -> str:
        """The chosen place as the setting has it."""
        return "memory" if self.memory.isChecked() else "file"
