"""Fields for numbers, with room between their frame and their figures."""

from __future__ import annotations

from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

_MARGIN = 6


class NumberField(QSpinBox):
    """A spin box; the style sheet's padding does not reach its text, so it is set here."""

    def __init__(self, low: int, high: int, value: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
        self.setRange(low, high)
        self.setValue(value)


class DecimalField(QDoubleSpinBox):
    """The same for a number with one digit after the point."""

    def __init__(self, low: float, high: float, value: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
        self.setDecimals(1)
        self.setRange(low, high)
        self.setValue(value)
