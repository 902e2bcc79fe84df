"""Arrivals as bars, failing signatures and refused messages at their foot. Dragging over bars chooses that stretch.

With the keyboard: the arrow keys go from bar to bar, with Shift they widen the stretch, Enter chooses it, Escape lets
go; up and down change how far back the chart looks.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from garfio.engine.arrivals import Bar
from garfio.ui.arrivals.span import SPANS, Span
from garfio.ui.figures import clock_text, count_text, day_text
from garfio.ui.look import Look

_WIDTH, _HEIGHT, _GAP = 420, 26, 2
_LEAST_WIDTH = 140
_LEAST_BAR = 3.0


class ArrivalsChart(QWidget):
    """The newest bar is at the right."""

    range_chosen = Signal(object, object)
    """From a time until before another, microseconds since 1970."""
    longer_wanted = Signal(int)
    """1 to look farther back, -1 for less."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._span: Span = SPANS[0]
        self._since_us = 0
        self._bars: Sequence[Bar] = ()
        self._from: int | None = None
        self._to = 0
        self._dragging = False
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setMouseTracking(True)
        look.changed.connect(self.update)

    def show_bars(self, span: Span, since_us: int, bars: Sequence[Bar]) -> None:
        """Show what arrived, oldest first."""
        if span != self._span:
            self._from = None
        elif self._from is not None and not self._dragging:
            moved = (since_us - self._since_us) // (span.bar_s * 1_000_000)  # the chosen stretch slides along
            self._from, self._to = self._from - moved, self._to - moved
            if min(self._from, self._to) < 0:
                self._from = None
        self._span, self._since_us, self._bars = span, since_us, bars
        self._say()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_WIDTH, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        highest = max([1, *(bar.arrived for bar in self._bars)])
        inks = [self._look.colour(name) for name in ("bad", "warn", "accent")]
        ground = self._look.colour("line")
        if self._from is not None:
            first, last = self._chosen()
            left, right = self._edge(first), self._edge(last + 1)
            painter.fillRect(QRectF(left, 0, right - left, self.height()), self._look.colour("selection"))
        for at, bar in enumerate(self._bars):
            left, width = self._edge(at), max(1.0, self._edge(1) - _GAP)
            if not bar.arrived:
                painter.fillRect(QRectF(left, self.height() - 1, width, 1), ground)
                continue
            bottom = float(self.height())
            whole = max(_LEAST_BAR, self.height() * bar.arrived / highest)
            for count, ink in zip((bar.failing, bar.refused), inks, strict=False):
                height = max(_LEAST_BAR, whole * count / bar.arrived) if count else 0.0
                painter.fillRect(QRectF(left, bottom - height, width, height), ink)
                bottom -= height
            painter.fillRect(
                QRectF(left, self.height() - whole, width, bottom - self.height() + whole), inks[2]
            )
        if self.hasFocus():
            painter.setPen(self._look.colour("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._bars:
            self._dragging = True
            self._from = self._to = self._bar_at(event.position().x())
            self._say()
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._to = self._bar_at(event.position().x())
            self._say()
            self.update()
            QToolTip.showText(event.globalPosition().toPoint(), self.chosen_text(), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = False
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and self._bars:
            self._go(
                1 if key == Qt.Key.Key_Right else -1,
                bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier),
            )
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.longer_wanted.emit(1 if key == Qt.Key.Key_Up else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._from is not None:
            self._choose()
        elif key == Qt.Key.Key_Escape and self._from is not None:
            self._dragging, self._from = False, None
            self._say()
            self.update()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._bars:
            at = self._bar_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self._text(at, at), self)
            return True
        return super().event(event)

    def chosen_text(self) -> str:
        """The chosen stretch in words; of everything while none is chosen."""
        if not self._bars:
            return ""
        return self._text(*self._chosen()) if self._from is not None else self._text(0, len(self._bars) - 1)

    def _text(self, first: int, last: int) -> str:
        """`today 10:30:00 – 10:40:00: 12 arrivals, 2 failing`."""
        begin, end = self._time(first), self._time(last + 1)
        day, until = day_text(begin, end), f"{day_text(end - 1, end)} {clock_text(end)}"
        if day == day_text(end - 1, end):
            until = clock_text(end)
        bars = self._bars[first : last + 1]
        arrived, failing = sum(bar.arrived for bar in bars), sum(bar.failing for bar in bars)
        words = self.tr("%n arrival(s)", "", arrived).replace(str(arrived), count_text(arrived), 1)
        if failing:
            words += ", " + self.tr("%n failing", "", failing).replace(str(failing), count_text(failing), 1)
        return f"{day} {clock_text(begin)} – {until}: {words}"

    def _go(self, step: int, widen: bool) -> None:
        if self._from is None:
            self._from = self._to = len(self._bars) - 1
        else:
            self._to = min(max(0, self._to + step), len(self._bars) - 1)
            if not widen:
                self._from = self._to
        self._say()
        self.update()
        QToolTip.showText(self.mapToGlobal(self.rect().topLeft()), self.chosen_text(), self)

    def _choose(self) -> None:
        first, last = self._chosen()
        self.range_chosen.emit(self._time(first), self._time(last + 1))

    def _chosen(self) -> tuple[int, int]:
        first, last = sorted((self._from or 0, self._to))
        return first, min(last, len(self._bars) - 1)

    def _time(self, bar: int) -> int:
        return self._since_us + bar * self._span.bar_s * 1_000_000

    def _edge(self, bar: int) -> float:
        return bar * self.width() / max(1, len(self._bars))

    def _bar_at(self, x: float) -> int:
        return min(max(0, int(x * len(self._bars) / max(1, self.width()))), len(self._bars) - 1)

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Arrivals, {span}").format(span=self._span.text))
        self.setAccessibleDescription(self.chosen_text())
