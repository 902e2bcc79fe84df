"""The list's columns: their order, title, width, and whether they are shown at first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


class Column(IntEnum):
    """Logical column numbers; they are stored in the remembered header state, so new ones go at the end."""

    TIME = 0
    METHOD = 1
    PATH = 2
    EVENT = 3
    SIGNATURE = 4
    TYPE = 5
    SIZE = 6
    REPLY = 7
    DURATION = 8
    NOTE = 9


@dataclass(frozen=True, slots=True)
class ColumnSpec:
    """How a column begins."""

    title: str
    width: int
    """Logical pixels at the base font size."""
    shown: bool
    right: bool = False
    """Figures are aligned to the right."""


COLUMNS: dict[Column, ColumnSpec] = {
    Column.TIME: ColumnSpec(QT_TRANSLATE_NOOP("columns", "Time"), 104, shown=True),
    Column.METHOD: ColumnSpec(QT_TRANSLATE_NOOP("columns", "Method"), 72, shown=True),
    Column.PATH: ColumnSpec(QT_TRANSLATE_NOOP("columns", "Path"), 130, shown=True),
    Column.EVENT: ColumnSpec(QT_TRANSLATE_NOOP("columns", "Event"), 150, shown=True),
    Column.SIGNATURE: ColumnSpec(QT_TRANSLATE_NOOP("columns", "Signature"), 104, shown=True),
    Column.TYPE: ColumnSpec(QT_TRANSLATE_NOOP("columns", "Type"), 130, shown=False),
    Column.SIZE: ColumnSpec(QT_TRANSLATE_NOOP("columns", "Size"), 76, shown=True, right=True),
    Column.REPLY: ColumnSpec(QT_TRANSLATE_NOOP("columns", "Reply"), 64, shown=True, right=True),
    Column.DURATION: ColumnSpec(QT_TRANSLATE_NOOP("columns", "Duration"), 84, shown=False, right=True),
    Column.NOTE: ColumnSpec(QT_TRANSLATE_NOOP("columns", "Note"), 160, shown=False),
}


def column_title(column: Column) -> str:
    """The column's heading in the user's language."""
    return QCoreApplication.translate("columns", COLUMNS[column].title)
