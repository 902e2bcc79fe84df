"""Painting of one row: its grounds, its text in syntax colours, and the labels of what cannot be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from garfio.ui.code_view.cells import Layout, Piece
from garfio.ui.code_view.rows import Row
from garfio.ui.code_view.source import Span
from garfio.ui.theme import Theme

_SAMPLE = "0" * 64
_TOO_WIDE = 0.5
_ADVANCES_KEPT = 4096


@dataclass(frozen=True)
class Metrics:
    """Sizes of a fixed font, in logical pixels."""

    font: QFont
    label_font: QFont
    cell: float
    """Advance of one character."""
    height: int
    """Of a row."""
    ascent: float
    """From the top of a row to its base line."""

    @classmethod
    def of(cls, font: QFont) -> Metrics:
        """Measure `font`, which has a pixel size."""
        label_font = QFont(font)
        label_font.setPixelSize(max(6, round(font.pixelSize() * 0.72)))
        measure = QFontMetricsF(font)
        height = ceil(max(measure.height() + 2, font.pixelSize() * 1.5))
        ascent = (height - measure.height()) / 2 + measure.ascent()
        return cls(font, label_font, measure.horizontalAdvance(_SAMPLE) / len(_SAMPLE), height, ascent)


class Ground(NamedTuple):
    """A colour behind the characters `start` to `end` (offsets in the text)."""

    start: int
    end: int
    colour: QColor


class RowPainter:
    """Paints rows of a document in one theme and font."""

    def __init__(self, theme: Theme, metrics: Metrics) -> None:
        self._theme = theme
        self._metrics = metrics
        self._measure = QFontMetricsF(metrics.font)
        self._advances: dict[str, float] = {}
        self._pens: dict[str, QPen] = {}
        self._warn = theme.colour("warn")
        self._label_ground = theme.mark_colour("changed")

    def draw(
        self,
        painter: QPainter,
        origin: QPointF,
        row: Row,
        layout: Layout,
        spans: Iterable[Span],
        grounds: Iterable[Ground],
        columns: int,
    ) -> None:
        """Draw `row` with the left edge of its first visible cell at `origin`, at most `columns` cells wide.

        The spans count from the row's first character; those outside of it are ignored.
        """
        left = origin.x() - row.shift * self._metrics.cell
        for ground in grounds:
            self._draw_ground(painter, left, origin.y(), row, layout, ground)
        base = origin.y() + self._metrics.ascent
        painter.setFont(self._metrics.font)
        parts = list(spans)
        for piece in layout.pieces:
            if piece.cell + piece.cells <= row.shift:
                continue
            if piece.cell >= row.shift + columns:
                break
            x = left + piece.cell * self._metrics.cell
            if piece.kind == "plain":
                first = max(0, row.shift - piece.cell)
                last = min(len(piece.text), row.shift + columns + 1 - piece.cell)
                self._draw_plain(painter, QPointF(x, base), piece, parts, first, last)
            elif piece.kind == "code":
                self._draw_label(
                    painter, QRectF(x, origin.y(), self._width(piece), self._metrics.height), piece.label
                )
            elif piece.kind != "tab":
                painter.setPen(self._pen(_token_at(parts, piece.start)))
                self._draw_squeezed(painter, QPointF(x, base), piece.text, self._width(piece))

    def _draw_ground(
        self, painter: QPainter, left: float, top: float, row: Row, layout: Layout, ground: Ground
    ) -> None:
        start, end = max(ground.start, row.start), min(ground.end, row.end)
        if start > row.end or ground.end < row.start:
            return
        first = layout.cell_of(start - row.start)
        last = layout.cell_of(end - row.start)
        cell = self._metrics.cell
        # A ground that goes on in the next row shows that the line's end belongs to it.
        beyond = cell / 2 if ground.end > row.end else 0.0
        width = (last - first) * cell + beyond
        if width > 0:
            painter.fillRect(QRectF(left + first * cell, top, width, self._metrics.height), ground.colour)

    def _draw_plain(
        self, painter: QPainter, at: QPointF, piece: Piece, spans: list[Span], first: int, last: int
    ) -> None:
        for start, end, token in _cut(spans, piece.start + first, piece.start + last):
            text = piece.text[start - piece.start : end - piece.start]
            if text.isspace():
                continue
            painter.setPen(self._pen(token))
            x = at.x() + (start - piece.start) * self._metrics.cell
            if text.isascii() or self._is_even(text):
                painter.drawText(QPointF(x, at.y()), text)
            else:
                for index, character in enumerate(text):
                    place = QPointF(x + index * self._metrics.cell, at.y())
                    self._draw_squeezed(painter, place, character, self._metrics.cell)

    def _draw_squeezed(self, painter: QPainter, at: QPointF, text: str, width: float) -> None:
        """Draw text of another font into its cells, narrower if it would reach beyond them."""
        natural = self._advances.get(text)
        if natural is None:
            natural = self._measure.horizontalAdvance(text)
            if len(self._advances) < _ADVANCES_KEPT:
                self._advances[text] = natural
        if natural <= width + _TOO_WIDE:
            painter.drawText(QPointF(at.x() + (width - natural) / 2, at.y()), text)
            return
        painter.save()
        painter.translate(at)
        painter.scale(width / natural, 1.0)
        painter.drawText(QPointF(0, 0), text)
        painter.restore()

    def _draw_label(self, painter: QPainter, cell: QRectF, label: str) -> None:
        box = cell.adjusted(1, 2.5, -1, -2.5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._warn, 1))
        painter.setBrush(self._label_ground)
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(self._metrics.label_font)
        painter.setPen(self._pen("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
        painter.restore()

    def draw_fold_mark(self, painter: QPainter, box: QRectF, *, closed: bool) -> None:
        """Draw a small arrow in the middle of `box`: to the right when closed, down when open."""
        size = self._metrics.height * 0.17
        centre = box.center()
        corners = ((-1, -1.2), (1, 0), (-1, 1.2)) if closed else ((-1.2, -1), (1.2, -1), (0, 1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent" if closed else "muted"))
        painter.drawPolygon([centre + QPointF(x * size, y * size) for x, y in corners])
        painter.restore()

    def draw_fold_label(self, painter: QPainter, box: QRectF, label: str) -> None:
        """Draw what stands for folded lines."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("hover"))
        painter.drawRoundedRect(box.adjusted(0, 2, 0, -2), 4, 4)
        painter.setFont(self._metrics.font)
        painter.setPen(self._theme.colour("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)
        painter.restore()

    def _is_even(self, text: str) -> bool:
        return abs(self._measure.horizontalAdvance(text) - len(text) * self._metrics.cell) < _TOO_WIDE

    def _width(self, piece: Piece) -> float:
        return piece.cells * self._metrics.cell

    def _pen(self, token: str) -> QPen:
        if token not in self._pens:
            self._pens[token] = QPen(self._theme.syntax_colour(token))
        return self._pens[token]


def _cut(spans: list[Span], start: int, end: int) -> Iterator[Span]:
    """The stretch `start` to `end` as (start, end, token), with the gaps between the spans as `text`."""
    at = start
    for begin, length, token in spans:
        stop = begin + length
        if stop <= at:
            continue
        if begin >= end:
            break
        if begin > at:
            yield at, begin, "text"
        yield max(begin, at), min(stop, end), token
        at = min(stop, end)
    if at < end:
        yield at, end, "text"


def _token_at(spans: list[Span], index: int) -> str:
    return next((token for start, length, token in spans if start <= index < start + length), "text")
