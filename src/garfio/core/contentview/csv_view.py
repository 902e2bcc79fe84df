"""Comma-separated values as a table: columns under each other, every cell whole."""

from __future__ import annotations

import csv
import io
from itertools import islice

from garfio.core.contentview.charset import decode
from garfio.core.contentview.table import Row, Table
from garfio.core.contentview.text_view import looks_like_text
from garfio.core.contentview.view import ContentView, Fact, Meta, Note, View, ViewError, note

MAX_ROWS = 10_000
MAX_COLUMNS = 500
"""A wider table is shown as text."""
_WIDEST = 40
"""Blanks end here; a longer cell pushes the rest of its row to the right."""
_TYPES = {"text/csv": ",", "application/csv": ",", "text/tab-separated-values": "\t"}
_MARKS = ",;\t|"


def _priority(body: bytes, meta: Meta) -> float:
    declared = meta.parsed_type.media_type in _TYPES
    return 0.9 if declared and body and looks_like_text(body, meta) else 0.0


def _render(body: bytes, meta: Meta) -> View:
    decoded = decode(body, meta.parsed_type.charset, cut=meta.cut)
    first = decoded.text.partition("\n")[0]
    mark = max(_MARKS, key=first.count)
    reader = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=mark)
    try:
        rows = list(islice(reader, MAX_ROWS + 1))
    except csv.Error as error:
        raise ViewError("csv.invalid", line=reader.line_num, reason=str(error)) from error
    notes: list[Note] = [*decoded.notes]
    if len(rows) > MAX_ROWS:
        notes.append(note("csv.cut", shown=MAX_ROWS))
    columns = len(rows[0]) if rows else 0
    uneven = next((number for number, row in enumerate(rows, 1) if row and len(row) != columns), 0)
    if uneven:
        notes.append(note("csv.uneven", row=uneven, cells=len(rows[uneven - 1]), columns=columns))
    lines = _lines([[_cell(cell) for cell in row] for row in rows[:MAX_ROWS]])
    facts: dict[str, Fact] = {"encoding": decoded.encoding, "lines": len(lines)}
    widest = max((len(row) for row in rows[:MAX_ROWS]), default=0)
    table = None
    if len(rows) > 1 and widest <= MAX_COLUMNS:
        titles = (*rows[0], *[""] * (widest - columns))
        table = Table(titles, tuple(Row(tuple(row)) for row in rows[1:MAX_ROWS]), titled=True)
    return View("\n".join(lines), "text", tuple(notes), facts, table)


def _cell(text: str) -> str:
    """A cell on one line."""
    return text.replace("\r\n", "⏎").replace("\n", "⏎").replace("\r", "⏎").replace("\t", "⇥")


def _lines(rows: list[list[str]]) -> list[str]:
    widths: list[int] = []
    for row in rows:
        widths += [0] * (len(row) - len(widths))
        for at, cell in enumerate(row):
            widths[at] = max(widths[at], min(len(cell), _WIDEST))
    lines = [
        " │ ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False)).rstrip()
        for row in rows
    ]
    if len(lines) > 1:
        lines.insert(1, "─┼─".join("─" * width for width in widths[:_WIDEST]))
    return lines


CSV = ContentView("csv", _priority, _render)
