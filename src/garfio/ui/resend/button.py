"""The one button of the detail: resend to the target used last, with its key beside the words."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

from garfio.ui.look import Look

_PAD, _GAP = 12, 9
_LEAST, _MOST = 84, 300
_HINT = 0.7
"""How strong the key stands beside the words."""


class ResendButton(QPushButton):
    """A primary button whose text gives way, and whose key does not."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "primary")
        self._look = look
        self._key = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, key: str) -> None:
        """Show these words and this key."""
        self._key = key
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = (
            metrics.horizontalAdvance(self.text())
            + metrics.horizontalAdvance(self._key)
            + _GAP
            + 2 * _PAD
            + 4
        )
        return QSize(min(_MOST, width), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(_LEAST, self.sizeHint().width()), super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink = self._look.colour("on_accent" if self.isEnabled() else "disabled")
        inside = self.rect().adjusted(_PAD, 0, -_PAD, 0)
        key_width = self.fontMetrics().horizontalAdvance(self._key)
        text = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, inside.width() - key_width - _GAP
        )
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self.font())
        painter.setPen(ink)
        painter.drawText(inside, int(middle), text)
        at = inside.x() + self.fontMetrics().horizontalAdvance(text) + _GAP
        ink.setAlphaF(_HINT)
        painter.setPen(ink)
        painter.drawText(QRect(at, inside.y(), key_width + 4, inside.height()), int(middle), self._key)
        painter.end()


def make_primary(button: QPushButton) -> None:
    """Make a button the one thing to do next, also one that a box of buttons has made."""
    button.setProperty("kind", "primary")
    button.setDefault(True)
    button.style().unpolish(button)
    button.style().polish(button)
