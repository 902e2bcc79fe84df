"""Rows for tests of the list."""

from __future__ import annotations

from typing import Any

from garfio.core.capture import CaptureId, CaptureSummary


def make_summary(number: int, **fields: Any) -> CaptureSummary:
    """A plain POST with this id."""
    row: dict[str, Any] = {
        "id": CaptureId(number),
        "received_at_us": 1_793_000_000_000_000 + number,
        "method": "POST",
        "target": b"/stripe",
        "http_version": "HTTP/1.1",
        "peer": "127.0.0.1:40312",
        "content_type": "application/json; charset=utf-8",
        "size": 8_712,
        "reply_status": 200,
        "reply_us": 3_100,
        "endpoint": "/stripe",
        "provider": "",
        "event_type": "",
        "delivery_id": "",
        "verdict": "",
        "refusal": "",
        "repeats": 0,
        "complete": True,
        "source": "listener",
        "unread": False,
        "pinned": False,
    }
    return CaptureSummary(**(row | fields))


def make_summaries(newest: int, oldest: int) -> list[CaptureSummary]:
    """Rows from `newest` down to `oldest`, both included."""
    return [make_summary(number) for number in range(newest, oldest - 1, -1)]
