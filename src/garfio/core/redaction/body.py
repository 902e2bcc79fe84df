"""Secrets replaced in a body: forms and multipart by field, text by `redaction.text`, bytes by shape.

A compressed body is unpacked, and stays so when something was replaced. One that cannot be unpacked whole
might hide anything and is replaced altogether.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote_plus, unquote_plus

from garfio.core.contentview.charset import Decoded, decode
from garfio.core.contentview.coding import decode_coding
from garfio.core.contentview.multipart_view import find_boundary, multipart_parts
from garfio.core.contentview.text_view import looks_like_text
from garfio.core.contentview.view import Meta
from garfio.core.redaction.rules import REDACTED, Rules
from garfio.core.redaction.text import redact_text, redact_values

_MAX_DEPTH = 4
_ALL_PARTS = 1_000_000


@dataclass(frozen=True, slots=True)
class RedactedBody:
    """A body without its secrets."""

    body: bytes
    count: int
    unpacked: bool = False
    """True when the body is not compressed any more, so that its Content-Encoding is wrong."""


def redact_body(body: bytes, meta: Meta, rules: Rules) -> RedactedBody:
    """The body with its secrets replaced; the same bytes when there were none."""
    plain, plain_meta, notes = decode_coding(body, meta)
    failed = [item for item in notes if item.code != "coding.decoded"]
    if failed:
        return RedactedBody(REDACTED.encode(), 1, unpacked=True)
    changed, count = _redact(plain, plain_meta, rules)
    if not count:
        return RedactedBody(body, 0)
    return RedactedBody(changed, count, unpacked=bool(notes))


def _redact(body: bytes, meta: Meta, rules: Rules) -> tuple[bytes, int]:
    kind = meta.parsed_type
    boundary = find_boundary(body, meta) if meta.depth < _MAX_DEPTH else None
    if boundary and b"--" + boundary in body:
        return _redact_multipart(body, boundary, meta, rules)
    if kind.is_form and not body.lstrip().startswith((b"{", b"[")):
        return redact_form(body, rules)
    if not looks_like_text(body, meta):
        # Latin-1 maps every byte and back, so that bytes between secrets stay.
        text, count = redact_values(body.decode("latin-1"), rules)
        return (text.encode("latin-1"), count) if count else (body, 0)
    decoded = decode(body, kind.charset, json=kind.is_json)
    text, count = redact_text(decoded.text, rules)
    return (_encode(text, body, decoded), count) if count else (body, 0)


def _encode(text: str, body: bytes, decoded: Decoded) -> bytes:
    """Back to the body's encoding with its byte order mark."""
    mark = body[: len(body) - len(decoded.text.encode(decoded.encoding))] if _marked(decoded) else b""
    return mark + text.encode(decoded.encoding)


def _marked(decoded: Decoded) -> bool:
    return any(item.code == "text.bom" for item in decoded.notes)


def redact_form(raw: bytes, rules: Rules) -> tuple[bytes, int]:
    """Form fields or a query, raw: values by name and by shape, JSON in a value too."""
    fields: list[bytes] = []
    total = 0
    for field in raw.split(b"&"):
        name, mark, value = field.partition(b"=")
        count = 0
        if mark and value and rules.hides_key(_plain(name)):
            value, count = REDACTED.encode(), 1
        elif field:
            changed, count = redact_text(_plain(value if mark else name), rules)
            if count and mark:
                value = quote_plus(changed, safe="[]", errors="surrogateescape").encode()
            elif count:
                name = quote_plus(changed, safe="[]", errors="surrogateescape").encode()
        total += count
        fields.append(name + mark + value if count else field)
    return b"&".join(fields), total


def _plain(raw: bytes) -> str:
    return unquote_plus(raw.decode("utf-8", "surrogateescape"), errors="surrogateescape")


def _redact_multipart(body: bytes, boundary: bytes, meta: Meta, rules: Rules) -> tuple[bytes, int]:
    pieces: list[bytes] = []
    at = total = 0
    for part in multipart_parts(body, boundary, _ALL_PARTS):
        name = (part.parameter("name") or b"").decode("utf-8", "replace")
        content = body[part.start : part.end]
        if content and rules.hides_key(name):
            changed, count = REDACTED.encode(), 1
        else:
            inner = replace(meta, content_type=part.headers.text("content-type") or "", depth=meta.depth + 1)
            changed, count = _redact(content, inner, rules)
        if count:
            pieces += (body[at : part.start], changed)
            at = part.end
            total += count
    return b"".join((*pieces, body[at:])), total
