"""What else belongs to a rule: its condition, duplicates, the limit on how often it acts, and values of its own."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from garfio.core.errors import AppError
from garfio.core.rule import DROP, WAIT, Rule
from garfio.ui.label import PlainLabel
from garfio.ui.number_field import NumberField


class OptionsForm(QFrame):
    """Two lines under the actions."""

    def __init__(self, rule: Rule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("pane", "footer")
        self.when = QLineEdit(rule.when, self)
        self.when.setProperty("role", "mono")
        self.when.setPlaceholderText(self.tr("always; or a condition such as body.available < 5"))
        self.vars = QLineEdit(json.dumps(dict(rule.vars), ensure_ascii=False) if rule.vars else "", self)
        self.vars.setProperty("role", "mono")
        self.vars.setPlaceholderText('{"limit": 5}')
        self.vars.setToolTip(self.tr("Values for the templates, as JSON: vars.limit"))
        self.once = QCheckBox(self.tr("A repeated delivery does nothing"), self)
        self.once.setChecked(rule.once_per_delivery)
        self.once.setToolTip(self.tr("Providers send again what they think was lost"))
        self.per_minute = NumberField(0, 100_000, rule.per_minute, self)
        self.per_minute.setSpecialValueText(self.tr("no limit"))
        self.per_minute.setMinimumWidth(100)
        self.over = QComboBox(self)
        self.over.addItem(self.tr("the rest waits"), WAIT)
        self.over.addItem(self.tr("the rest is left out"), DROP)
        self.over.setCurrentIndex(self.over.findData(rule.over_limit))
        self._limits = QWidget(self)
        self._arrange()
        self.per_minute.valueChanged.connect(lambda count: self.over.setEnabled(count > 0))
        self.over.setEnabled(rule.per_minute > 0)
        self.set_about_silence(rule.silent_minutes > 0)

    def set_about_silence(self, silent: bool) -> None:
        """Nothing is repeated or too much in a silence: offer no limits for it."""
        self._limits.setHidden(silent)

    def changed(self, rule: Rule) -> Rule:
        """The rule with what stands here. Raises AppError `rule.vars`."""
        text = self.vars.text().strip()
        try:
            values = json.loads(text) if text else {}
        except ValueError:
            values = None
        if not isinstance(values, dict):
            raise AppError("rule.vars", self.tr('The values are not written right. Write {"name": 5}.'))
        return replace(
            rule,
            when=self.when.text().strip(),
            vars=values,
            once_per_delivery=self.once.isChecked(),
            per_minute=self.per_minute.value(),
            over_limit=self.over.currentData(),
        )

    def state(self) -> tuple[object, ...]:
        """What would be lost."""
        fields = (self.when.text(), self.vars.text(), self.once.isChecked())
        return (*fields, self.per_minute.value(), self.over.currentData())

    def _arrange(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for column, (title, field) in enumerate(
            ((self.tr("Only if"), self.when), (self.tr("Values"), self.vars))
        ):
            label = PlainLabel(title)
            label.setBuddy(field)
            field.setAccessibleName(title)
            grid.addWidget(label, 0, 2 * column)
            grid.addWidget(field, 0, 2 * column + 1)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        limit = QHBoxLayout(self._limits)
        limit.setContentsMargins(0, 0, 0, 0)
        limit.setSpacing(8)
        limit.addWidget(self.once)
        limit.addSpacing(18)
        label = PlainLabel(self.tr("At most in a minute"))
        label.setBuddy(self.per_minute)
        self.per_minute.setAccessibleName(label.text())
        self.over.setAccessibleName(self.tr("What happens beyond the limit"))
        for widget in (label, self.per_minute, self.over):
            limit.addWidget(widget)
        limit.addStretch(1)
        grid.addWidget(self._limits, 1, 0, 1, 4)
