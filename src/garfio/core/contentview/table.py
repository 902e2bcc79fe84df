"""Rows and columns that a view found in a body, for a window that shows them as a table."""

from __future__ import annotations

from dataclasses import dataclass

_SHORT = 80


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    cells: tuple[str | None, ...]
    """Its texts as they came; None where there is nothing, which is another thing than an empty text."""
    place: str = ""
    """The place that an inner body has which is this row; empty when there can be none."""
    detail: str = ""
    """All of it, laid out, when that says more than the cells."""
    syntax: str = "text"
    """The syntax of `detail`."""


@dataclass(frozen=True, slots=True)
class Table:
    """What is shown in columns."""

    columns: tuple[str, ...]
    """Codes of the columns: name, value, number, file, type, size, view; with `titled`, what the sender calls them."""
    rows: tuple[Row, ...]
    titled: bool = False
    """True when the columns' titles came with the body."""


def is_long(text: str) -> bool:
    """Whether a cell is too small for a text."""
    return len(text) > _SHORT or "\n" in text
