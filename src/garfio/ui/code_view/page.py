"""What the window shows now: rows with grounds, line numbers and caret, and which character is where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from garfio.core.contentview.visible import lookalike_spans
from garfio.ui.code_view.cursor import Cursor
from garfio.ui.code_view.document import Document
from garfio.ui.code_view.folding import Folding
from garfio.ui.code_view.painter import Ground, Metrics, RowPainter
from garfio.ui.code_view.rows import Row, Rows
from garfio.ui.code_view.search import Search
from garfio.ui.code_view.source import Mark, Span
from garfio.ui.theme import Theme

PADDING = 10
LEAST_DIGITS = 3
_CARET_PX = 1.5


@dataclass(frozen=True)
class Page:
    """The rows in the window, top to bottom, and where the text begins."""

    document: Document
    layouts: Rows
    rows: list[Row]
    metrics: Metrics
    size: QRect
    text_left: float
    """Right of the line numbers, in pixels."""
    columns: int

    @property
    def numbers_right(self) -> float:
        """The right edge of the line numbers; between them and the text are the marks of folds."""
        digits = max(LEAST_DIGITS, len(str(self.document.line_count)))
        return PADDING + round(digits * self.metrics.cell)

    def offset_at(self, point: QPoint) -> int:
        """The boundary between characters nearest to `point`, which may be outside of the rows."""
        index = max(0, min(point.y() // self.metrics.height, len(self.rows) - 1))
        row = self.rows[index]
        cell = (point.x() - self.text_left) / self.metrics.cell + row.shift
        return row.start + self.layouts.layout(row).index_at(cell)

    def character_at(self, point: QPoint) -> int:
        """The offset of the character under `point`; -1 where there is none."""
        index = point.y() // self.metrics.height
        cell = (point.x() - self.text_left) / self.metrics.cell
        if not 0 <= index < len(self.rows) or cell < 0:
            return -1
        row = self.rows[index]
        layout = self.layouts.layout(row)
        cell += row.shift
        if cell >= layout.cells:
            return -1
        nearest = layout.index_at(cell)
        return row.start + nearest - (nearest > 0 and layout.cell_of(nearest) > cell)

    def widest(self) -> int:
        """Cells of the widest row."""
        return max(self.layouts.layout(row).cells for row in self.rows)

    def draw(
        self,
        painter: QPainter,
        row_painter: RowPainter,
        spans: Mapping[int, list[Span]],
        grounds: Grounds,
        cursor: Cursor,
        *,
        focused: bool,
    ) -> None:
        """Draw everything but folds; `spans` by line."""
        theme = grounds.theme
        painter.fillRect(self.size, theme.colour("surface"))
        painter.setFont(self.metrics.font)
        caret_line = self.document.line_at(cursor.position) if focused else -1
        for index, row in enumerate(self.rows):
            self._draw_number(
                painter, theme, row, index * self.metrics.height, current=row.line == caret_line
            )
        # Half a stroke of room, so that the caret before the first character is not cut.
        painter.setClipRect(QRectF(self.text_left - 1, 0, self.size.width(), self.size.height()))
        for index, row in enumerate(self.rows):
            origin = QPointF(self.text_left, index * self.metrics.height)
            layout = self.layouts.layout(row)
            inside = _within(spans.get(row.line, []), row.start - self.document.line_start(row.line))
            row_painter.draw(painter, origin, row, layout, inside, grounds.of(row), self.columns)
            if row.line == caret_line and self._holds(row, cursor.position):
                x = origin.x() + (layout.cell_of(cursor.position - row.start) - row.shift) * self.metrics.cell
                caret = QRectF(x - _CARET_PX / 2, origin.y(), _CARET_PX, self.metrics.height)
                painter.fillRect(caret, theme.colour("accent"))

    def line_runs(self) -> list[tuple[int, int]]:
        """First and last lines of the stretches in the window that nothing is folded away from."""
        runs: list[tuple[int, int]] = []
        for row in self.rows:
            if runs and row.line <= runs[-1][1] + 1:
                runs[-1] = (runs[-1][0], row.line)
            else:
                runs.append((row.line, row.line))
        return runs

    def draw_folds(self, painter: QPainter, row_painter: RowPainter, folding: Folding) -> None:
        """Draw a mark in the gutter for what folds, and a label for what is folded."""
        if not folding.enabled:
            return
        painter.setClipping(False)
        for index, row in enumerate(self.rows):
            marker = folding.marker(row.line) if self._begins(row) else ""
            if marker:
                row_painter.draw_fold_mark(painter, self._mark_box(index), closed=marker == "closed")
        painter.setClipRect(QRectF(self.text_left - 1, 0, self.size.width(), self.size.height()))
        for index, row in enumerate(self.rows):
            if label := self._fold_label(row, folding):
                row_painter.draw_fold_label(painter, self._label_box(index, row, label), label)

    def fold_at(self, point: QPoint, folding: Folding) -> int | None:
        """The line whose fold mark or label is at a point."""
        index = point.y() // self.metrics.height
        if not folding.enabled or not 0 <= index < len(self.rows):
            return None
        row = self.rows[index]
        if self._begins(row) and folding.marker(row.line) and self._mark_box(index).contains(point):
            return row.line
        label = self._fold_label(row, folding)
        return row.line if label and self._label_box(index, row, label).contains(point) else None

    def _begins(self, row: Row) -> bool:
        """Whether a row is the first of its line."""
        return not self.layouts.wrapped or row.start == self.document.line_start(row.line)

    def _fold_label(self, row: Row, folding: Folding) -> str:
        return folding.label(row.line) if row.end == self.document.line_end(row.line) else ""

    def _mark_box(self, index: int) -> QRectF:
        top, height = index * self.metrics.height, self.metrics.height
        return QRectF(self.numbers_right, top, self.text_left - self.numbers_right, height)

    def _label_box(self, index: int, row: Row, label: str) -> QRectF:
        cell = self.metrics.cell
        left = self.text_left + (self.layouts.layout(row).cells - row.shift + 0.5) * cell
        return QRectF(left, index * self.metrics.height, (len(label) + 1) * cell, self.metrics.height)

    def _draw_number(self, painter: QPainter, theme: Theme, row: Row, top: int, *, current: bool) -> None:
        if current:
            painter.fillRect(0, top, self.size.width(), self.metrics.height, theme.colour("hover"))
        if row.start == self.document.line_start(row.line) or not self.layouts.wrapped:
            painter.setPen(theme.colour("muted" if current else "faint"))
            box = QRectF(0, top, self.numbers_right, self.metrics.height)
            painter.drawText(box, _NUMBER_ALIGNMENT, str(row.line + 1))

    def _holds(self, row: Row, offset: int) -> bool:
        """Whether the caret at `offset` stands in this row: at a soft break it stands in the next one."""
        return row.start <= offset and (offset < row.end or row.end == self.document.line_end(row.line))


@dataclass(frozen=True)
class Grounds:
    """Letters that pass for others, marks, matches and selection of a document, as the grounds of its rows."""

    document: Document
    theme: Theme
    marks: dict[int, list[Mark]]
    search: Search | None
    current: tuple[int, int]
    """The selection."""

    def of(self, row: Row) -> list[Ground]:
        """In the order in which they are painted."""
        at = self.document.line_start(row.line)
        suspect = self.theme.mark_colour("changed")
        found = [
            Ground(row.start + start, row.start + end, suspect)
            for start, end in lookalike_spans(self.document.text[row.start : row.end])
        ]
        found += [
            Ground(at + mark.start, at + mark.start + mark.length, self.theme.mark_colour(mark.kind))
            for mark in self.marks.get(row.line, ())
        ]
        matched = False
        if self.search is not None:
            for start, end in self.search.within(row.start, row.end + 1):
                matched = matched or (start, end) == self.current
                kind = "current" if (start, end) == self.current else "match"
                found.append(Ground(start, end, self.theme.mark_colour(kind)))
        start, end = self.current
        if start < end and not matched and start <= row.end and end >= row.start:
            found.append(Ground(start, end, self.theme.colour("selected_text")))
        return found


_NUMBER_ALIGNMENT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def _within(spans: list[Span], start: int) -> list[Span]:
    """Spans of a line as they count from its character `start`."""
    if start == 0:
        return spans
    return [
        (max(0, begin - start), length - max(0, start - begin), token)
        for begin, length, token in spans
        if begin + length > start
    ]
