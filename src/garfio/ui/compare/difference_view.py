"""Rows of a difference as a text with grounds: signs at the line's beginning, so that colour is not alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.ui.code_view.document import Document
from garfio.ui.code_view.source import Mark, Span
from garfio.ui.code_view.view import CodeView
from garfio.ui.compare.difference import Row

_SIGNS = {"equal": "  ", "removed": "- ", "added": "+ ", "expected": "~ ", "moved": "⇅ "}
_SECTIONS = {
    "line": QT_TRANSLATE_NOOP("difference", "First line"),
    "headers": QT_TRANSLATE_NOOP("difference", "Headers"),
    "body": QT_TRANSLATE_NOOP("difference", "Body"),
}
_NOTES = {
    "same": QT_TRANSLATE_NOOP("difference", "no difference"),
    "empty": QT_TRANSLATE_NOOP("difference", "empty on both sides"),
    "order": QT_TRANSLATE_NOOP("difference", "the fields come in another order"),
    "written": QT_TRANSLATE_NOOP("difference", "the same values, written in another way"),
    "skipped": QT_TRANSLATE_NOOP("difference", "… lines without a difference …"),
    "more": QT_TRANSLATE_NOOP("difference", "… there are more differences than are listed"),
}


def show_rows(view: CodeView, rows: Sequence[Row]) -> None:
    """Put a difference into a view."""
    lines, marks = [], []
    tokens: dict[int, str] = {}
    for row in rows:
        if row.kind == "section":
            if lines:
                lines.append("")
            tokens[len(lines)] = "key"
            lines.append(QCoreApplication.translate("difference", _SECTIONS[row.text]))
        elif row.kind == "note":
            tokens[len(lines)] = "comment"
            lines.append(f"  {QCoreApplication.translate('difference', _NOTES[row.text])}")
        else:
            if row.kind in ("expected", "moved"):
                tokens[len(lines)] = "comment" if row.kind == "expected" else "keyword"
            text = _SIGNS[row.kind] + row.text
            if row.kind in ("removed", "added"):
                marks.append(Mark(len(lines), 0, len(text), row.kind))
            lines.append(text)
    view.set_document("\n".join(lines), _Tokens(tokens))
    view.set_marks(marks)


class _Tokens:
    """One colour for a whole line."""

    limited = False
    pending = False

    def __init__(self, tokens: dict[int, str]) -> None:
        self._tokens = tokens

    def spans(self, document: Document, first: int, last: int) -> list[list[Span]]:
        return [
            [(0, document.line_end(line) - document.line_start(line), self._tokens[line])]
            if line in self._tokens
            else []
            for line in range(first, last + 1)
        ]

    def advance(self, deadline: float) -> None:
        """There is never anything left to do."""
