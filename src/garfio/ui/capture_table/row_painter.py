"""Paints one row of the list, whole, from its summary.

Qt's own way asks the model some thirty times for each row; a viewport of thirty rows then costs 27 ms and
more. Here one call paints a row from values that are at hand, and what it painted is kept as a picture until
something in it changes, so a viewport whose rows moved down by one costs a copy of each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPixmap

from garfio.core.capture import CaptureSummary
from garfio.ui.capture_table.column import COLUMNS, Column
from garfio.ui.capture_table.row_text import NOTHING, cell_text
from garfio.ui.color_mark import color_ink
from garfio.ui.look import Look

GUTTER = 30
"""Pixels at the left of the first column, for the unread dot and the bar of the current row."""
_PAD = 8
_KEPT_ROWS = 160
_MONO_COLUMNS = frozenset({Column.TIME, Column.PATH})
_SPANNED = frozenset({Column.EVENT, Column.SIGNATURE, Column.TYPE})
_DOTS_RE = re.compile(r"\.*…\.*")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a visible column is."""

    column: Column
    x: int
    width: int


@dataclass(frozen=True, slots=True)
class RowState:
    """How a row looks beside what it says."""

    selected: bool = False
    current: bool = False
    hovered: bool = False


class RowPainter:
    """Paints rows in the colours of the theme; forget everything with `clear` when theme, columns or day
    change.
    """

    def __init__(self, look: Look) -> None:
        self._look = look
        self._pictures: dict[tuple[CaptureSummary, RowState], QPixmap] = {}
        self._slots: Sequence[Slot] = ()
        self._width = 0
        self._read_look()

    def set_slots(self, slots: Sequence[Slot], width: int) -> None:
        """Say where the columns are, in visual order, and how wide a row is."""
        self._slots, self._width = slots, width
        self._pictures.clear()

    def clear(self) -> None:
        """Forget what was painted, and read the theme again."""
        self._read_look()
        self._pictures.clear()

    def picture(self, row: CaptureSummary, state: RowState, ratio: float) -> QPixmap:
        """The row as a picture for a screen with `ratio` physical pixels a logical one."""
        key = (row, state)
        picture = self._pictures.get(key)
        if picture is None or picture.devicePixelRatio() != ratio:
            picture = QPixmap(round(self._width * ratio), round(self._look.row_height * ratio))
            picture.setDevicePixelRatio(ratio)
            painter = QPainter(picture)
            self._paint(painter, row, state)
            painter.end()
            while len(self._pictures) >= _KEPT_ROWS:
                del self._pictures[next(iter(self._pictures))]
            self._pictures[key] = picture
        return picture

    def _read_look(self) -> None:
        theme = self._look.theme
        self._inks = {
            name: theme.colour(name) for name in ("text", "muted", "faint", "accent", "bad", "warn")
        }
        self._surface, self._line = theme.colour("surface"), theme.colour("line")
        self._selection, self._hover = theme.colour("selection"), theme.colour("hover")
        self._plain = QFont(self._look.font)
        self._bold = QFont(self._plain)
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._method = self._look.small_font(bold=True)
        self._mono = QFont(self._look.mono)
        self._metrics = {
            id(font): QFontMetricsF(font) for font in (self._plain, self._bold, self._method, self._mono)
        }

    def _paint(self, painter: QPainter, row: CaptureSummary, state: RowState) -> None:
        height = self._look.row_height
        ground = self._selection if state.selected else self._hover if state.hovered else self._surface
        painter.fillRect(0, 0, self._width, height - 1, ground)
        painter.fillRect(0, height - 1, self._width, 1, self._line)
        if state.current:
            painter.fillRect(0, 0, 3, height - 1, self._inks["accent"])
        if row.color:
            painter.fillRect(QRectF(5, 4, 4, height - 9), self._look.colour(color_ink(row.color)))
        if row.unread:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._inks["accent"])
            painter.drawEllipse(QPointF(17, (height - 1) / 2), 3.5, 3.5)
        skipped = 0
        for at, slot in enumerate(self._slots):
            if at < skipped:
                continue
            width = slot.width
            if row.refusal and slot.column is Column.PATH:
                skipped = at + 1
                while skipped < len(self._slots) and self._slots[skipped].column in _SPANNED:
                    width += self._slots[skipped].width
                    skipped += 1
            self._paint_cell(painter, row, slot, width)

    def _paint_cell(self, painter: QPainter, row: CaptureSummary, slot: Slot, width: int) -> None:
        text = cell_text(row, slot.column)
        if not text:
            return
        font, ink = self._style(row, slot.column, text)
        metrics = self._metrics[id(font)]
        left = slot.x + (GUTTER if slot is self._slots[0] else _PAD)
        room = slot.x + width - _PAD - left
        advance = metrics.horizontalAdvance(text)
        if advance > room and slot.column is Column.TYPE:
            text = text.rpartition("/")[2]
            advance = metrics.horizontalAdvance(text)
        if advance > room:
            text = _closed(metrics.elidedText(text, _elision(row, slot.column), room))
            advance = metrics.horizontalAdvance(text)
        if COLUMNS[slot.column].right:
            left += room - advance
        baseline = (self._look.row_height - 1 + metrics.ascent() - metrics.descent()) / 2
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QPointF(left, round(baseline)), text)

    def _style(self, row: CaptureSummary, column: Column, text: str) -> tuple[QFont, QColor]:
        if text == NOTHING:
            return self._plain, self._inks["faint"]
        if column is Column.METHOD:
            return self._method, self._look.theme.method_colour(row.method)
        if column is Column.PATH and row.refusal:
            return self._bold if row.unread else self._plain, self._inks["warn"]
        if column is Column.EVENT:
            return self._bold if row.unread else self._plain, self._inks["text"]
        if column is Column.SIGNATURE:
            return self._plain, self._look.theme.verdict_colour(row.verdict)
        if column is Column.REPLY and (row.reply_status >= 400 or not row.reply_status):
            return self._plain, self._inks["bad"]
        if column in _MONO_COLUMNS:
            return self._mono, self._inks["muted" if column is Column.TIME else "text"]
        return self._plain, self._inks["muted"]


def _elision(row: CaptureSummary, column: Column) -> Qt.TextElideMode:
    """Paths and event types of one provider begin alike: what tells them apart is at their end."""
    alike = column in {Column.PATH, Column.EVENT} and not row.refusal
    return Qt.TextElideMode.ElideMiddle if alike else Qt.TextElideMode.ElideRight


def _closed(text: str) -> str:
    """An elided text without the dots beside its ellipsis, with which that would look like a row of them."""
    return _DOTS_RE.sub("…", text)


def no_row(painter: QPainter, rect: QRectF, look: Look) -> None:
    """A row whose summary is still being read: its line, and a quiet bar where its text will be."""
    painter.fillRect(rect, look.colour("surface"))
    painter.fillRect(QRectF(rect.x(), rect.bottom() - 1, rect.width(), 1), look.colour("line"))
    painter.fillRect(QRectF(rect.x() + GUTTER, rect.center().y() - 3, 64, 6), look.colour("chip"))
