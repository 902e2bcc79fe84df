"""What becomes of the signature: kept, made anew with the target's secret, or left out; and what to know of it.

A secret that is entered is used while the dialog is open and kept nowhere; without one the target's own is used.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from garfio.core.outgoing import Signing
from garfio.core.signature import Provider
from garfio.ui.label import PlainLabel
from garfio.ui.signature.secret_text import secret_name

KEEP, RESIGN, REMOVE = "keep", "resign", "remove"


class SignatureChoice(QWidget):
    """Three choices and a field."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._provider: Provider | None = None
        self._group = QButtonGroup(self)
        titles = {
            KEEP: self.tr("Keep the signature"),
            RESIGN: self.tr("Sign anew"),
            REMOVE: self.tr("Leave it out"),
        }
        self._buttons: dict[str, QRadioButton] = {}
        row = QHBoxLayout()
        row.setSpacing(16)
        for mode, title in titles.items():
            button = QRadioButton(title, self)
            self._group.addButton(button)
            self._buttons[mode] = button
            row.addWidget(button)
        row.addStretch(1)
        self._buttons[KEEP].setChecked(True)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._warning = PlainLabel("", "warn", self)
        self._warning.setWordWrap(True)
        self._warning.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.setSpacing(6)
        for part in (row, self.secret, self._warning):
            (column.addLayout if isinstance(part, QHBoxLayout) else column.addWidget)(part)
        self._group.buttonToggled.connect(self._on_toggled)
        self.secret.textChanged.connect(self.edited)
        self._on_toggled()

    @property
    def mode(self) -> str:
        """`keep`, `resign` or `remove`."""
        return next(mode for mode, button in self._buttons.items() if button.isChecked())

    def set_mode(self, mode: str) -> None:
        """Choose."""
        self._buttons[mode].setChecked(True)

    def signing(self) -> Signing | None:
        """What was chosen, as the engine takes it; None while the provider is not known."""
        if self._provider is None:
            return None
        return Signing(self.mode, self._provider.id, self.secret.text().strip())

    def set_provider(self, provider: Provider | None) -> None:
        """Say whose signature it is; without a provider that is known there is nothing to choose."""
        self._provider = provider
        self.setVisible(provider is not None)
        if provider is None:
            return
        hint = self.tr("{provider}: {secret}; empty for the one that is kept for the target")
        text = hint.format(provider=provider.name, secret=secret_name(provider))
        self.secret.setPlaceholderText(text)
        self.secret.setAccessibleName(text)

    def set_warnings(self, codes: tuple[str, ...]) -> None:
        """Warn before a signature is sent that will be refused; `codes` are those of `core.outgoing`."""
        texts = {
            "broken_signature": self.tr(
                "⚠ The signature covers what was changed: a target that checks it will refuse this."
            ),
            "stale_signature": self.tr(
                "⚠ The signature’s time is long past: a target that checks it will refuse this."
            ),
        }
        text = "\n".join(texts[code] for code in codes if code in texts)
        self._warning.setText(text)
        self._warning.setVisible(bool(text))

    def warning(self) -> str:
        """What is warned of; empty when nothing is."""
        return "" if self._warning.isHidden() else self._warning.text()

    def _on_toggled(self) -> None:
        self.secret.setVisible(self._buttons[RESIGN].isChecked())
        self.edited.emit()
