"""One secret: pasted once, then never shown again; its label, mode and validity can be changed later."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from garfio.core.endpoint import MODES, SecretRecord, check_secret
from garfio.core.errors import AppError
from garfio.core.signature import Provider, Secret
from garfio.ui.endpoints.secret_text import mode_text, traits_text
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel
from garfio.ui.signature.secret_text import secret_name

_LINES = 3


class MomentField(QWidget):
    """A moment that may be left open."""

    def __init__(self, title: str, at_unix: float | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_set = QCheckBox(title, self)
        self.moment = QDateTimeEdit(self)
        self.moment.setCalendarPopup(True)
        self.moment.setAccessibleName(title)
        shown = QDateTime.currentDateTime() if at_unix is None else QDateTime.fromSecsSinceEpoch(int(at_unix))
        self.moment.setDateTime(shown)
        self.is_set.setChecked(at_unix is not None)
        self.moment.setEnabled(at_unix is not None)
        self.is_set.toggled.connect(self.moment.setEnabled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.is_set)
        row.addWidget(self.moment)
        row.addStretch(1)

    def value(self) -> float | None:
        """Unix seconds, or None when it is open."""
        if not self.is_set.isChecked():
            return None
        return float(self.moment.dateTime().toSecsSinceEpoch())


class SecretDialog(QDialog):
    """Adds a secret, or changes what is known of one."""

    def __init__(self, provider: Provider | None, record: SecretRecord | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._record = record
        self.setWindowTitle(self.tr("Change the secret") if record else self.tr("Add a secret"))
        self.value = QPlainTextEdit(self)
        self.value.setProperty("role", "mono")
        self.value.setTabChangesFocus(True)
        self.value.setFixedHeight(self.value.fontMetrics().lineSpacing() * _LINES + 16)
        name = secret_name(provider)
        self.value.setAccessibleName(name)
        if record is None:
            self.value.setPlaceholderText(self.tr("Paste the {name} here").format(name=name))
        else:
            kept = traits_text(record.length, record.prefix, record.fingerprint)
            self.value.setPlaceholderText(self.tr("kept: {secret}").format(secret=kept))
        self.label = QLineEdit(record.label if record else "", self)
        self.label.setPlaceholderText(self.tr("a name to tell it by, such as “CLI”"))
        self.mode = QComboBox(self)
        for mode in MODES:
            self.mode.addItem(mode_text(mode) or self.tr("not said"), mode)
        self.mode.setCurrentIndex(max(0, self.mode.findData(record.mode if record else "")))
        self.valid_from = MomentField(self.tr("Valid from"), record.valid_from if record else None, self)
        self.valid_until = MomentField(self.tr("Valid until"), record.valid_until if record else None, self)
        self._fault = PlainLabel("", "bad", self)
        self._fault.setWordWrap(True)
        self._arrange(name)

    @property
    def keeps_value(self) -> bool:
        """True when the secret itself stays as it was."""
        return self._record is not None and not self.value.toPlainText().strip()

    def secret(self) -> Secret:
        """The secret as entered, without blanks around it."""
        text = self.value.toPlainText().strip()
        return Secret(
            text,
            self.label.text().strip(),
            self.mode.currentData(),
            self.valid_from.value(),
            self.valid_until.value(),
        )

    def accept(self) -> None:
        secret = self.secret()
        try:
            check_secret(
                Secret("kept", "", secret.mode, secret.valid_from, secret.valid_until)
                if self.keeps_value
                else secret
            )
        except AppError as error:
            self._fault.setText(error_text(error))
            self._fault.show()
            return
        super().accept()

    def _arrange(self, name: str) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        title = name[:1].upper() + name[1:]
        for text, widget in (
            (title, self.value),
            (self.tr("Label"), self.label),
            (self.tr("Mode"), self.mode),
        ):
            label = PlainLabel(text)
            label.setBuddy(widget)
            if (
                widget is self.value
            ):  # its name may be long: it stands above, so that the others keep their room
                label.setWordWrap(True)
                form.addRow(label)
                form.addRow(widget)
            else:
                form.addRow(label, widget)
        form.addRow("", self.valid_from)
        form.addRow("", self.valid_until)
        hint = PlainLabel(
            self.tr("It goes to where secrets are kept, never into the database, a log or an export."),
            "muted",
        )
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(self._fault)
        column.addWidget(buttons)
        self.resize(480, self.sizeHint().height())
