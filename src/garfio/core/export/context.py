"""What an export knows besides the request, and the table entry that describes a format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from garfio.core.capture import CaptureSummary
from garfio.core.http import Request

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Context:
    """Where a request goes, and what is known of the capture that it belongs to."""

    base_url: str
    """Scheme and authority that the exported request is for, `http://127.0.0.1:8800`; no path."""
    id: int = 0
    received_at_us: int = 0
    """Wall clock, microseconds since 1970-01-01 UTC."""
    peer: str = ""
    endpoint: str = ""
    provider: str = ""
    event_type: str = ""
    delivery_id: str = ""
    verdict: str = ""
    reply_status: int = 0
    """0 when nothing was answered."""
    reply_us: int | None = None
    """Microseconds; None when not known."""

    @classmethod
    def of_summary(cls, summary: CaptureSummary, base_url: str) -> Context:
        """The context of a stored capture."""
        return cls(
            base_url=base_url.rstrip("/"),
            id=int(summary.id),
            received_at_us=summary.received_at_us,
            peer=summary.peer,
            endpoint=summary.endpoint,
            provider=summary.provider,
            event_type=summary.event_type,
            delivery_id=summary.delivery_id,
            verdict=summary.verdict,
            reply_status=summary.reply_status,
            reply_us=summary.reply_us,
        )

    @property
    def received_at(self) -> str:
        """ISO 8601 in UTC with microseconds; empty when not known."""
        if not self.received_at_us:
            return ""
        moment = _EPOCH + timedelta(microseconds=self.received_at_us)
        return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table. A document of many captures is opening, entries with separators, closing."""

    name: str
    suffix: str
    """The usual file name extension, with its dot."""
    export: Callable[[Request, Context], str | bytes]
    """One request in this form; pure, and raises nothing for any request."""
    opening: str = ""
    separator: str = "\n"
    closing: str = ""
    single: bool = False
    """True when several requests in one file would not be this form any more."""
    notes: tuple[str, ...] = ()
    """Codes of what the user should be told whenever this format is used."""


def origin_target(request: Request) -> bytes:
    """The target in origin form, raw: an absolute target loses scheme and authority, others stay."""
    target = request.target
    if not target.startswith(b"/"):
        scheme, mark, rest = target.partition(b"://")
        if mark and scheme.isalpha():
            at = min((at for at in (rest.find(b"/"), rest.find(b"?")) if at >= 0), default=len(rest))
            target = rest[at:] if rest[at : at + 1] == b"/" else b"/" + rest[at:]
    return target


def request_url(request: Request, context: Context) -> str:
    """The URL as text, percent escapes as sent; bytes that no URL may hold are escaped (RFC 3986, 2.1)."""
    target = origin_target(request)
    path = "".join(
        chr(byte) if 0x21 <= byte <= 0x7E and byte not in b'"<>\\^`{|}#' else f"%{byte:02X}"
        for byte in target
    )
    return context.base_url + (path if path.startswith("/") else "/")
