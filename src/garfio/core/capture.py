"""One request as it arrived, and its summary for lists.

Immutable: what was on the wire never changes. What is derived from it (provider, event type, verdict) is
found when the listener looks at it after the acknowledgement and lives in the summary; notes and read marks
live beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, NewType

from garfio.core.http import Request

COLORS = ("red", "orange", "green", "blue", "purple")
"""Colours that a capture can be marked with."""

CaptureId = NewType("CaptureId", int)


class Arrival(NamedTuple):
    """What is known of a request at the moment it is stored."""

    request: Request
    """The message; of a refused one the head holds the first raw bytes."""
    received_at_us: int
    """Wall clock at the first byte of the head, microseconds since 1970-01-01 UTC."""
    peer: str
    """Address and port of the sender, `127.0.0.1:40312` or `[::1]:40312`; empty for an imported capture."""
    reply_status: int
    """The status that we answer with once it is stored; 0 when nothing was answered."""
    complete: bool = True
    """False when the sender broke off inside the body: what came is kept, and was never acknowledged."""
    source: str = "listener"
    """`listener`, or `import` for a capture read from a file."""
    refusal: str = ""
    """Why it was refused, a code of `core.wire.REFUSALS`; empty for a capture proper."""
    content_type: str = ""
    """The Content-Type header's value as text."""
    body_key: int | None = None
    """Names the body's parts in the store when it was streamed there; None when the body is in `request`."""
    size: int = 0
    """Body bytes as on the wire."""
    handshake: bool = False
    """True for a provider's endpoint check that was answered for the user."""
    relayed: str = ""
    """The place whose answer the sender gets, so that it is not forwarded there once more; empty for none."""


@dataclass(frozen=True, slots=True)
class CaptureSummary:
    """One row of the list; holds no body."""

    id: CaptureId
    received_at_us: int
    """Wall clock, microseconds since 1970-01-01 UTC."""
    method: str
    target: bytes
    """Raw path and query."""
    http_version: str
    peer: str
    content_type: str
    """The Content-Type header's value as text; empty when there is none."""
    size: int
    """Body bytes as on the wire."""
    reply_status: int
    """What we answered; 0 when nothing."""
    reply_us: int | None
    """Microseconds from the last byte of the request to the answer's; None when not known (yet)."""
    endpoint: str
    """The endpoint's path, or empty when none is defined for it."""
    provider: str
    event_type: str
    delivery_id: str
    verdict: str
    """Words of `core.signature`; empty while nobody has looked."""
    complete: bool
    """False when the sender broke off inside the body, or was cut off."""
    source: str
    refusal: str
    """Why the message was refused, a code of `core.wire.REFUSALS`; empty for a capture proper."""
    repeats: int
    """How many more refused messages of the same kind are folded into this row."""
    unread: bool
    pinned: bool
    note: str = ""
    """What the user wrote beside it."""
    tags: str = ""
    """The user's tags, each between blanks; empty when there are none."""
    handshake: bool = False
    """True for a provider's endpoint check that was answered for the user."""
    drift: int = 0
    """In how many ways its body differed from the known shape of its event type when it came."""
    color: str = ""
    """The user's mark, one of `COLORS`; empty for none."""
    schema: str = ""
    """What the JSON Schema of its endpoint says: `holds`, `fails`, or `unchecked` for a body that is no document;
    empty where there is none."""

    @property
    def path(self) -> str:
        """Raw path and query as text, for showing."""
        return self.target.decode("utf-8", "backslashreplace")


@dataclass(frozen=True, slots=True)
class Capture:
    """A stored request, whole."""

    summary: CaptureSummary
    request: Request

    @property
    def id(self) -> CaptureId:
        """The row id: arrival order, never reused."""
        return self.summary.id


def stand_in(path: str) -> Capture:
    """A request without a body and with the id 0: what templates see where nothing has arrived yet."""
    target = (path.removesuffix("*") or "/").encode("utf-8", "replace")
    request = Request(b"POST " + target + b" HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n", b"")
    summary = CaptureSummary(
        id=CaptureId(0),
        received_at_us=0,
        method="POST",
        target=target,
        http_version="HTTP/1.1",
        peer="",
        content_type="",
        size=0,
        reply_status=0,
        reply_us=None,
        endpoint=path,
        provider="",
        event_type="",
        delivery_id="",
        verdict="",
        complete=True,
        source="listener",
        refusal="",
        repeats=0,
        unread=False,
        pinned=False,
    )
    return Capture(summary, request)
