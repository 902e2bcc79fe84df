"""The chart with the button that says how far back it looks."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from garfio.ui.arrivals.chart import ArrivalsChart
from garfio.ui.arrivals.span import SPANS, Span
from garfio.ui.look import Look


class ArrivalsPane(QWidget):
    """In the status bar."""

    span_chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._span: Span = SPANS[0]
        self.chart = ArrivalsChart(look, self)
        self.chart.longer_wanted.connect(self._on_longer_wanted)
        self.button = QPushButton(self)
        self.button.setProperty("kind", "quiet")
        self.button.setToolTip(self.tr("How far back the chart looks; drag over its bars to list a stretch"))
        self._menu = QMenu(self.button)
        self._group = QActionGroup(self)
        for span in SPANS:
            action = self._menu.addAction(span.text)
            action.setCheckable(True)
            action.setData(span.name)
            action.triggered.connect(lambda _checked=False, span=span: self.show_span(span.name))
            self._group.addAction(action)
        self.button.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.chart)
        row.addWidget(self.button)
        self.show_span(SPANS[0].name)

    @property
    def span(self) -> Span:
        """How far back the chart looks."""
        return self._span

    def show_span(self, name: str) -> None:
        """Look so far back; another name than one of `SPANS` changes nothing."""
        self._span = next((span for span in SPANS if span.name == name), self._span)
        self.button.setText(self._span.text)
        for action in self._group.actions():
            action.setChecked(action.data() == self._span.name)
        self.span_chosen.emit(self._span)

    def _on_longer_wanted(self, step: int) -> None:
        at = SPANS.index(self._span) + step
        if 0 <= at < len(SPANS):
            self.show_span(SPANS[at].name)
