"""Settings as a form: what can be set, in groups, with what each value means.

Returns what was changed; applying it is the workspace's work.
"""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from garfio.engine.settings import Settings
from garfio.ui.label import PlainLabel
from garfio.ui.number_field import NumberField

_LANGUAGES = {"en": "English", "es": "Español"}


class SettingsDialog(QDialog):
    """Port, limits, retention, notifications, appearance."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._settings = settings
        self._fields: dict[str, QWidget] = {}
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(8)
        self._add_listener(form)
        self._add_retention(form)
        self._add_desktop(form)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(buttons)

    def field(self, name: str) -> QWidget:
        """The widget of a setting."""
        return self._fields[name]

    def changes(self) -> dict[str, object]:
        """The settings whose value is now another one."""
        before = asdict(self._settings)
        values = {name: _value(widget) for name, widget in self._fields.items()}
        return {name: value for name, value in values.items() if value != before[name]}

    def _add_listener(self, form: QFormLayout) -> None:
        self._section(form, self.tr("Listener"))
        self._number(form, "port", self.tr("Port"), 1, 65_535)
        host = QLineEdit(self._settings.host, self)
        host.setPlaceholderText(self.tr("this computer only"))
        host.setToolTip(self.tr("Another address opens the port to other computers, for example 0.0.0.0"))
        self._row(form, "host", self.tr("Address"), host)
        self._number(form, "body_limit_mib", self.tr("Largest body"), 1, 4096, " MiB")
        self._number(form, "max_connections", self.tr("Connections at once"), 8, 10_000)

    def _add_retention(self, form: QFormLayout) -> None:
        self._section(form, self.tr("Keep"))
        everything = self.tr("everything")
        self._number(form, "keep_newest", self.tr("The newest"), 0, 100_000_000, "", everything)
        self._number(form, "keep_days", self.tr("Days"), 0, 36_500, "", everything)
        self._number(form, "keep_mib", self.tr("Database size"), 0, 1_000_000, " MiB", everything)
        self._hint(form, self.tr("Older webhooks are deleted for good. Pinned ones stay."))

    def _add_desktop(self, form: QFormLayout) -> None:
        self._section(form, self.tr("Desktop"))
        themes = {"system": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        self._choice(form, "theme", self.tr("Appearance"), themes)
        languages = {"system": self.tr("As the system"), **_LANGUAGES}
        self._choice(form, "language", self.tr("Language"), languages)
        self._hint(form, self.tr("Another language is used from the next start on."))
        self._check(form, "tray", self.tr("Keep an icon in the system tray"))
        self._check(form, "notify", self.tr("Notify of webhooks while the window is hidden"))

    def _section(self, form: QFormLayout, title: str) -> None:
        label = PlainLabel(title, "section", self)
        label.setContentsMargins(0, 10, 0, 2)
        form.addRow(label)

    def _hint(self, form: QFormLayout, text: str) -> None:
        label = PlainLabel(text, "muted", self)
        form.addRow("", label)

    def _row(self, form: QFormLayout, name: str, title: str, widget: QWidget) -> None:
        label = PlainLabel(title)
        label.setBuddy(widget)
        widget.setAccessibleName(title)
        widget.setMinimumWidth(200)
        form.addRow(label, widget)
        self._fields[name] = widget

    def _number(
        self, form: QFormLayout, name: str, title: str, low: int, high: int, suffix: str = "", zero: str = ""
    ) -> None:
        field = NumberField(low, high, getattr(self._settings, name), self)
        field.setGroupSeparatorShown(name != "port")
        field.setSuffix(suffix)
        field.setSpecialValueText(zero)
        self._row(form, name, title, field)

    def _choice(self, form: QFormLayout, name: str, title: str, choices: dict[str, str]) -> None:
        field = QComboBox(self)
        for value, text in choices.items():
            field.addItem(text, value)
        field.setCurrentIndex(field.findData(getattr(self._settings, name)))
        self._row(form, name, title, field)

    def _check(self, form: QFormLayout, name: str, title: str) -> None:
        field = QCheckBox(title, self)
        field.setChecked(getattr(self._settings, name))
        form.addRow("", field)
        self._fields[name] = field


def _value(widget: QWidget) -> object:
    if isinstance(widget, QSpinBox):
        return widget.value()
    if isinstance(widget, QCheckBox):
        return widget.isChecked()
    if isinstance(widget, QComboBox):
        return widget.currentData()
    assert isinstance(widget, QLineEdit)
    return widget.text().strip()
