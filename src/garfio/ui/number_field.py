"""A field for a whole number, with room between its frame and its figures."""

from __future__ import annotations

from PySide6.QtWidgets import QSpinBox, QWidget

_MARGIN = 6


class NumberField(QSpinBox):
    """A spin box; the style sheet's padding does not reach its text, so it is set here."""

    def __init__(self, low: int, high: int, value: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lineEdit().setTextMargins(_MARGIN, 0, 0, 0)
        self.setRange(low, high)
        self.setValue(value)
