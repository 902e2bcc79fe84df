"""A changed request that a person keeps under a name, to send it again. The capture that it began as never changes."""

from __future__ import annotations

from dataclasses import dataclass

from garfio.core.capture import CaptureId
from garfio.core.headers import Headers
from garfio.core.http import Request


@dataclass(frozen=True, slots=True)
class EditSummary:
    """What a list of edits shows."""

    name: str
    capture: CaptureId
    """The capture that it was made of; that one may be gone."""
    saved_at_us: int


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit whole."""

    name: str
    capture: CaptureId
    request: Request
    """As it would be sent, but for Host, connection and framing."""
    signature: str = "keep"
    """`keep`, `resign` or `remove`. A secret is never part of an edit."""
    saved_at_us: int = 0


def edited_request(method: str, target: bytes, headers: Headers, body: bytes) -> Request:
    """The request of these parts, its head in wire form."""
    fields = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
    return Request(
        method.encode("latin-1", "replace") + b" " + target + b" HTTP/1.1\r\n" + fields + b"\r\n", body
    )
