"""A request without its secrets, for everything that leaves this machine.

What is not secret stays byte for byte: header order and case, the rest of the body. A changed body gets its
length in Content-Length or its chunk framing; the signature of the request does not fit any more.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from garfio.core.contentview.view import Meta
from garfio.core.http import Request, chunk_size
from garfio.core.redaction.body import redact_body, redact_form
from garfio.core.redaction.rules import DEFAULT_RULES, REDACTED, Rules
from garfio.core.redaction.text import redact_values

# A header line with the lines folded into it.
_FIELD_RE = re.compile(rb"[^\n]*\n(?:[ \t][^\n]*(?:\n|\Z))*+|[^\n]+\Z")
_SCHEME_RE = re.compile(rb"(?:Basic|Bearer|Digest|Token|Negotiate|Hawk|AWS4-HMAC-SHA256)(?= )", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Redaction:
    """A request without secrets, and what was taken out."""

    request: Request
    counts: Mapping[str, int] = field(default_factory=dict)
    """How many values were replaced, by place: `target`, `header`, `body`, `trailer`."""

    @property
    def count(self) -> int:
        """How many values were replaced in all."""
        return sum(self.counts.values())


def redact(request: Request, rules: Rules = DEFAULT_RULES) -> Redaction:
    """A copy of the request with `[redacted]` in the place of each secret. Never raises for checked rules."""
    counts: Counter[str] = Counter()
    body = redact_body(request.body, Meta.of_request(request), rules)
    counts["body"] = body.count
    line, _, rest = request.head.partition(b"\n")
    line, counts["target"] = _redact_target(line, rules)
    fields, counts["header"] = _redact_fields(rest, rules)
    framing = request.framing
    if body.count:
        fields = _with_length(fields, len(body.body), drop_coding=body.unpacked)
        if framing is not None:
            framing = _new_framing(framing, len(body.body))
    if framing is not None:
        sizes, trailer = _split_trailer(framing)
        trailer, counts["trailer"] = _redact_fields(trailer, rules)
        framing = sizes + trailer
    head = line + b"\n" + fields if b"\n" in request.head else line
    return Redaction(
        Request(head, body.body, framing), {place: count for place, count in counts.items() if count}
    )


def _redact_target(line: bytes, rules: Rules) -> tuple[bytes, int]:
    """The request line with the query's parameters by name, and the whole by shape."""
    method, blank, rest = line.partition(b" ")
    target, last_blank, version = rest.rpartition(b" ")
    path, mark, query = target.partition(b"?")
    query, count = redact_form(query, rules)
    text, more = redact_values((path + mark + query).decode("latin-1"), rules)
    return method + blank + text.encode("latin-1") + last_blank + version, count + more


def _redact_fields(block: bytes, rules: Rules) -> tuple[bytes, int]:
    """Header lines: values by name, with their folded lines, others by shape."""
    fields: list[bytes] = []
    total = 0
    for line in _FIELD_RE.findall(block):
        name, _, value = line.partition(b":")
        if value.strip() and rules.hides_header(name.decode("latin-1").strip()):
            changed, count = name + b":" + _hidden_value(value), 1
        else:
            text, count = redact_values(line.decode("latin-1"), rules)
            changed = text.encode("latin-1")
        fields.append(changed)
        total += count
    return b"".join(fields), total


def _hidden_value(value: bytes) -> bytes:
    """The placeholder with the value's blanks and line end; a known authentication scheme stays."""
    content = value.strip()
    start = value[: len(value) - len(value.lstrip(b" \t"))]
    end = value[len(value.rstrip(b"\r\n")) :]
    scheme = _SCHEME_RE.match(content)
    return start + (scheme.group() + b" " if scheme else b"") + REDACTED.encode() + end


def _with_length(fields: bytes, length: int, *, drop_coding: bool) -> bytes:
    lines: list[bytes] = []
    for line in _FIELD_RE.findall(fields):
        name, mark, value = line.partition(b":")
        known = name.strip().lower() if mark else b""
        if known == b"content-length":
            digits = value.strip()
            line = name + mark + value.replace(digits, b"%d" % length, 1) if digits else line
        elif known == b"content-encoding" and drop_coding:
            continue
        lines.append(line)
    return b"".join(lines)


def _split_trailer(framing: bytes) -> tuple[bytes, bytes]:
    """Chunk-size lines, the last one of size 0, and the trailer section."""
    at = 0
    while (end := framing.find(b"\n", at)) >= 0:
        size = chunk_size(framing[at:end])
        at = end + 1
        if not size:
            break
    return framing[:at], framing[at:]


def _new_framing(framing: bytes, length: int) -> bytes:
    """One chunk for the whole body, with the trailer as it was."""
    first = b"%x\r\n" % length if length else b""
    return first + b"0\r\n" + _split_trailer(framing)[1]
