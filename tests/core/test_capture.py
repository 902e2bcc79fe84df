"""A capture and its row in the list."""

from __future__ import annotations

import dataclasses

import pytest
from tests.factories import make_message

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.http import Request

SUMMARY = CaptureSummary(
    CaptureId(7), 1, "POST", b"/a\xff", "HTTP/1.1", "", "", 0, 200, None, "", "", "", "", "", True, "listener",
    "", 0, True, False,
)  # fmt: skip


def test_a_path_of_any_bytes_can_be_shown() -> None:
    """Bytes that are no text are shown as escapes."""
    assert SUMMARY.path == "/a\\xff"


def test_a_capture_cannot_be_changed() -> None:
    """What was on the wire stays as it was."""
    capture = Capture(SUMMARY, Request(make_message()))
    assert capture.id == 7
    with pytest.raises(dataclasses.FrozenInstanceError):
        capture.summary = SUMMARY  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        SUMMARY.size = 1  # type: ignore[misc]
