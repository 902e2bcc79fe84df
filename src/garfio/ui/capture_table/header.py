"""The list's header: titles in quiet capitals, columns that can be moved, sized and chosen.

Paints by itself for two reasons: the look, and that Qt's own painting asks every row of the model whether the
column is selected, which takes 8 s for a million selected rows.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QActionGroup, QFontMetrics, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from garfio.ui.capture_table.column import COLUMNS, Column, column_title
from garfio.ui.capture_table.row_painter import GUTTER, Slot
from garfio.ui.look import Look
from garfio.ui.wording import verdict_texts

_PAD = 8
_MIN_WIDTH = 44
_GIVING_WAY = {Column.PATH: 76, Column.TYPE: 56, Column.EVENT: 88, Column.REPLY: 56, Column.SIZE: 70}
"""Columns that may become narrower so that the rest stays in sight, in this order, with their least width."""


class CaptureHeader(QHeaderView):
    """Column titles."""

    layout_changed = Signal()
    """Columns were moved, sized, shown or hidden."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._squeezed: dict[Column, int] = {}
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(_MIN_WIDTH)
        self.setStretchLastSection(False)
        self.setFixedHeight(look.row_height)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu_requested)
        self.sectionResized.connect(self.layout_changed)
        self.sectionMoved.connect(self.layout_changed)
        look.changed.connect(self.viewport().update)

    def restore(self, state: QByteArray | None) -> None:
        """Widths, order and choice as they were remembered, or as they begin."""
        if state and self.restoreState(state) and not all(map(self.isSectionHidden, COLUMNS)):
            self.setSectionsMovable(True)
            self.layout_changed.emit()
            return
        scale = self._look.row_height / 30
        # As they are painted: a fraction of a pixel less cuts the word.
        titles = QFontMetricsF(self._look.small_font(bold=True))
        exact = QFontMetricsF(self._look.font)
        words = math.ceil(max(map(exact.horizontalAdvance, verdict_texts()))) + 2 * _PAD
        self._squeezed.clear()
        for column, spec in COLUMNS.items():
            self.moveSection(self.visualIndex(column), column)
            title = math.ceil(titles.horizontalAdvance(column_title(column).upper())) + 2 * _PAD
            least = words if column is Column.SIGNATURE else 0
            self.resizeSection(column, max(round(spec.width * scale), title, least))
            self.setSectionHidden(column, not spec.shown)
        self.fill(self.viewport().width())
        self.layout_changed.emit()

    def slots(self) -> list[Slot]:
        """The visible columns from left to right, in viewport coordinates."""
        order = [self.logicalIndex(at) for at in range(self.count())]
        return [
            Slot(Column(at), self.sectionViewportPosition(at), self.sectionSize(at))
            for at in order
            if not self.isSectionHidden(at)
        ]

    def column_menu(self, parent: QWidget) -> QMenu:
        """A menu that shows and hides columns; the last visible one stays."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        group = QActionGroup(menu)
        group.setExclusive(False)
        shown = [column for column in COLUMNS if not self.isSectionHidden(column)]
        for column in COLUMNS:
            action = menu.addAction(column_title(column))
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.setEnabled(shown != [column])
            action.setData(int(column))
            group.addAction(action)
        group.triggered.connect(lambda action: self.show_column(Column(action.data()), action.isChecked()))
        menu.addSeparator()
        menu.addAction(self.tr("Reset columns")).triggered.connect(lambda: self.restore(None))
        return menu

    def show_column(self, column: Column, shown: bool) -> None:
        """Show or hide a column."""
        self.setSectionHidden(column, not shown)
        if shown and self.sectionSize(column) < _MIN_WIDTH:
            self.resizeSection(column, COLUMNS[column].width)
        self.fill(self.viewport().width())
        self.layout_changed.emit()

    def fill(self, width: int) -> None:
        """Let the path take what the other columns leave of `width`; when it is too little, some give way in
        turn.
        """
        for column, full in tuple(self._squeezed.items()):
            self.resizeSection(column, full)
        self._squeezed.clear()
        for column, least in _GIVING_WAY.items():
            if self.isSectionHidden(column):
                continue
            size = self.sectionSize(column)
            wanted = max(least, size + width - self.length())
            if column is Column.PATH:
                self.resizeSection(column, wanted)
            elif wanted < size:
                self._squeezed[column] = size
                self.resizeSection(column, wanted)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), self._look.colour("surface"))
        line = QRect(0, self.height() - 1, self.viewport().width(), 1)
        painter.fillRect(line, self._look.colour("line"))
        font = self._look.small_font(bold=True)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self._look.colour("muted"))
        for at, slot in enumerate(self.slots()):
            left = GUTTER if at == 0 else _PAD
            rect = QRect(slot.x + left, 0, slot.width - left - _PAD, self.height() - 1)
            title = metrics.elidedText(
                column_title(slot.column).upper(), Qt.TextElideMode.ElideRight, rect.width()
            )
            side = Qt.AlignmentFlag.AlignRight if COLUMNS[slot.column].right else Qt.AlignmentFlag.AlignLeft
            painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, title)
        painter.end()

    def _on_menu_requested(self, point: QPoint) -> None:
        self.column_menu(self).popup(self.mapToGlobal(point))
