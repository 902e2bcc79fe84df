"""The header fields that an exported request carries: as sent, but those that the sender makes."""

from __future__ import annotations

import re

from garfio.core.headers import decode_value
from garfio.core.http import Request

# Made anew by whatever sends the request: where it goes, and how its body is framed.
_MADE_BY_SENDER = frozenset([b"host", b"content-length", b"transfer-encoding", b"expect", b"trailer"])
_TOKEN_RE = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_BREAKING_RE = re.compile(rb"[\r\n\0]")


def kept_fields(request: Request) -> list[tuple[bytes, bytes]]:
    """The fields to send again, raw, but for names that are no tokens and values with a line end."""
    return [
        (name, value)
        for name, value in request.headers
        if name.lower() not in _MADE_BY_SENDER
        and _TOKEN_RE.fullmatch(name)
        and not _BREAKING_RE.search(value)
    ]


def kept_text_fields(request: Request) -> list[tuple[str, str]]:
    """The same as text, for forms that cannot hold bytes."""
    return [(name.decode("ascii"), decode_value(value)) for name, value in kept_fields(request)]


def by_name(fields: list[tuple[bytes, bytes]]) -> list[tuple[bytes, list[bytes]]]:
    """Fields of one name, in any case, put together under the first one's spelling; for mappings of headers."""
    found: dict[bytes, tuple[bytes, list[bytes]]] = {}
    for name, value in fields:
        found.setdefault(name.lower(), (name, []))[1].append(value)
    return list(found.values())


def is_utf8(value: bytes) -> bool:
    """Whether a client that writes header values as UTF-8 sends these bytes."""
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def has_field(fields: list[tuple[bytes, bytes]], name: bytes) -> bool:
    """Whether a field of that name, given in lower case, is among them."""
    return any(key.lower() == name for key, _ in fields)


def sends_body(request: Request) -> bool:
    """Whether the request has a body, be it an empty one that its headers state."""
    return bool(request.body) or "content-length" in request.headers or request.framing is not None


def body_text(body: bytes) -> str | None:
    """The body where a form of text holds it exactly: as UTF-8 without NUL; otherwise None."""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return None
    return None if "\0" in text else text
