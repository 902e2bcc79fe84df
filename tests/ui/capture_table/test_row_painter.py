"""What is left of a text that does not fit its cell."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from garfio.ui.capture_table.column import Column
from garfio.ui.capture_table.row_painter import _closed, _elision
from tests.ui.summaries import make_summaries


def test_what_tells_events_apart_is_kept() -> None:
    """Stripe's event types begin alike, so the middle goes; a sentence keeps its beginning."""
    [row] = make_summaries(1, 1)
    assert _elision(row, Column.EVENT) == Qt.TextElideMode.ElideMiddle
    assert _elision(row, Column.PATH) == Qt.TextElideMode.ElideMiddle
    assert _elision(row, Column.NOTE) == Qt.TextElideMode.ElideRight
    assert _elision(replace(row, refusal="request_line"), Column.PATH) == Qt.TextElideMode.ElideRight


def test_the_ellipsis_stands_alone() -> None:
    """Qt cut an event type between its dots: they would read like a longer ellipsis."""
    assert _closed("account.….created") == "account…created"
    assert _closed("invoice.pay…") == "invoice.pay…"
    assert _closed("a..b") == "a..b"
