"""What the mouse over a character tells: its number and name, where it cannot be seen or passes for another."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from garfio.core.contentview.visible import describe, lookalike_spans
from garfio.ui.code_view.cells import label_of
from garfio.ui.code_view.document import Document

_REACH = 128
"""Characters around the place that decide whether a letter is suspect."""


def tip_at(document: Document, offset: int) -> str:
    """The tip for the character at `offset`; empty for one that is what it looks like."""
    if not 0 <= offset < len(document.text):
        return ""
    char = document.text[offset]
    if char not in "\t\n" and label_of(char):
        return describe(char)
    start = max(0, offset - _REACH)
    near = document.text[start : offset + _REACH]
    if any(first <= offset - start < last for first, last in lookalike_spans(near)):
        text = QCoreApplication.translate("CodeView", "Looks like a Latin letter, but is {character}")
        return text.format(character=describe(char))
    return ""
