"""When a rule acts: each time a webhook matches, or once when none has for so many minutes."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from garfio.core.rule import LONGEST_SILENCE, Rule
from garfio.core.silence import plain_minutes
from garfio.ui.label import PlainLabel
from garfio.ui.number_field import NumberField

ARRIVES, SILENT = 0, 1
_USUAL_MINUTES = 60


class OccasionField(QWidget):
    """A choice, and the minutes for a silence."""

    changed = Signal()

    def __init__(self, silent_minutes: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given = silent_minutes
        self.choice = QComboBox(self)
        self.choice.addItem(self.tr("each time one arrives"), ARRIVES)
        self.choice.addItem(self.tr("once when none has arrived for"), SILENT)
        self.choice.setCurrentIndex(SILENT if silent_minutes else ARRIVES)
        self.choice.setAccessibleName(self.tr("When the rule acts"))
        shown = max(1, round(silent_minutes or _USUAL_MINUTES))
        self.minutes = NumberField(1, LONGEST_SILENCE, shown, self)
        self.minutes.setMinimumWidth(90)
        self.minutes.setAccessibleName(self.tr("Minutes of silence"))
        self._shown = shown
        self._unit = PlainLabel(self.tr("minutes of listening"), "muted", self)
        self._unit.setToolTip(
            self.tr("Only time in which Garfio listens counts. The rule acts again after the next match.")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (self.choice, self.minutes, self._unit):
            row.addWidget(widget)
        row.addStretch(1)
        self.choice.activated.connect(lambda _at: self._on_edited())
        self.minutes.valueChanged.connect(lambda _minutes: self.changed.emit())
        self._show()

    @property
    def silent_minutes(self) -> float:
        """The minutes; 0 for a rule that acts on what arrives. A fraction that a file gave stays as it is."""
        if self.choice.currentIndex() == ARRIVES:
            return 0
        minutes = self.minutes.value()
        return self._given if self._given and minutes == self._shown else minutes

    def _on_edited(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        silent = self.choice.currentIndex() == SILENT
        self.minutes.setVisible(silent)
        self._unit.setVisible(silent)


def occasion_text(rule: Rule) -> str:
    """`60 min without path:/stripe`, or the query alone."""
    translate = QCoreApplication.translate
    query = rule.query or translate("rule", "every webhook")
    if not rule.silent_minutes:
        return query
    if not rule.query:
        query = translate("rule", "any webhook")
    return translate("rule", "{minutes} min without {query}").format(
        minutes=f"{plain_minutes(rule.silent_minutes):n}", query=query
    )
