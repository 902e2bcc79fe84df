"""What a cell of the list says, as plain text: for painting, for accessibility and for tests alike."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from garfio.core.capture import CaptureSummary
from garfio.ui.capture_table.column import Column
from garfio.ui.figures import count_text, duration_text, row_time_text, size_text
from garfio.ui.refusal_text import refusal_text
from garfio.ui.wording import verdict_shape, verdict_word

NOTHING = "—"


def now_us() -> int:
    """Wall clock, microseconds since 1970-01-01 UTC."""
    return time.time_ns() // 1000


def _path(row: CaptureSummary) -> str:
    if not row.refusal:
        return row.path
    reason = f"⊘ {refusal_text(row.refusal)}"
    return f"{reason}  ×{count_text(row.repeats + 1)}" if row.repeats else reason


def _signature(row: CaptureSummary) -> str:
    return f"{verdict_shape(row.verdict)} {verdict_word(row.verdict)}" if row.verdict else ""


def _media_type(row: CaptureSummary) -> str:
    return row.content_type.partition(";")[0].strip() or NOTHING


def _note(row: CaptureSummary) -> str:
    tags = " ".join(f"#{tag}" for tag in row.tags.split())
    return f"{tags}  {row.note}" if tags and row.note else tags or row.note


def _no_reply() -> str:
    return QCoreApplication.translate("cells", "none")


_TEXTS: dict[Column, Callable[[CaptureSummary], str]] = {
    Column.TIME: lambda row: row_time_text(row.received_at_us, now_us()),
    Column.METHOD: lambda row: row.method,
    Column.PATH: _path,
    Column.EVENT: lambda row: f"{'≠ ' if row.drift else ''}{row.event_type or NOTHING}",
    Column.SIGNATURE: _signature,
    Column.TYPE: _media_type,
    Column.SIZE: lambda row: size_text(row.size),
    Column.REPLY: lambda row: str(row.reply_status) if row.reply_status else _no_reply(),
    Column.DURATION: lambda row: NOTHING if row.reply_us is None else duration_text(row.reply_us),
    Column.NOTE: _note,
}

_VALUES: dict[Column, Callable[[CaptureSummary], object]] = {
    Column.TIME: lambda row: row.received_at_us,
    Column.METHOD: lambda row: row.method,
    Column.PATH: lambda row: row.target,
    Column.EVENT: lambda row: row.event_type,
    Column.SIGNATURE: lambda row: row.verdict,
    Column.TYPE: lambda row: row.content_type,
    Column.SIZE: lambda row: row.size,
    Column.REPLY: lambda row: row.reply_status,
    Column.DURATION: lambda row: row.reply_us,
    Column.NOTE: lambda row: row.note,
}


def cell_text(row: CaptureSummary, column: Column) -> str:
    """The cell's text in the user's language."""
    return _TEXTS[column](row)


def cell_value(row: CaptureSummary, column: Column) -> object:
    """The cell's value as the engine gave it."""
    return _VALUES[column](row)
