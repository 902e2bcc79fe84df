"""What a query sees of a message: header values, the body's text, and values inside a JSON or form body.

The body is read as the sender meant it: unpacked when it is gzip or deflate, decoded by its charset.
Everything is limited, so that one hostile message costs a bounded time: what lies beyond a limit is not
found. Nothing here raises.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cached_property
from urllib.parse import parse_qsl, unquote_to_bytes

from garfio.core.headers import Headers, decode_value
from garfio.core.http import ContentType, parse_content_type, parse_fields
from garfio.core.query.value import read_decimal

BODY_LIMIT = 64 << 20
"""Body bytes that are searched for text."""
UNPACKED_LIMIT = 16 << 20
"""Bytes that a compressed body is unpacked to, and what a body that is not UTF-8 is recoded from."""
DOCUMENT_LIMIT = 8 << 20
"""The largest body that is read as JSON or as a form."""
_MOST_FIELDS = 10_000
_MOST_VALUES = 10_000

Step = str | int | None
"""A key, an index, or None for any element."""


class _Absent:
    """The document of a body that is neither JSON nor a form."""


_ABSENT = _Absent()


@dataclass(frozen=True)
class Message:
    """Head and body as stored, and what is read from them, each once."""

    head: bytes
    body: bytes

    @cached_property
    def headers(self) -> Headers:
        """The header fields."""
        return parse_fields(self.head.partition(b"\n")[2])

    @cached_property
    def target(self) -> str:
        """The request target as text."""
        line = self.head.partition(b"\n")[0].rstrip(b"\r")
        return decode_value(line.partition(b" ")[2].rpartition(b" ")[0])

    @cached_property
    def header_values(self) -> tuple[str, ...]:
        """All header values as text."""
        return tuple(decode_value(value) for _, value in self.headers)

    @cached_property
    def lower_head(self) -> bytes:
        """The head with A to Z in lower case, to see quickly what it cannot contain."""
        return self.head.lower()

    @cached_property
    def has_folded_lines(self) -> bool:
        """True when a header value goes on in the next line: a search in the raw head could miss it."""
        return b"\n " in self.head or b"\n\t" in self.head

    def _header(self, name: str) -> str | None:
        """What `headers.text(name)` says, without reading all the fields."""
        at = self.lower_head.find(b"\n" + name.encode())
        if at < 0:
            return None
        after = at + 1 + len(name)
        if self.has_folded_lines or self.head[after : after + 1] != b":":
            return self.headers.text(name)
        line = self.head[after + 1 :].partition(b"\n")[0]
        return decode_value(line.removesuffix(b"\r").strip(b" \t"))

    @cached_property
    def _content_type(self) -> ContentType:
        return parse_content_type(self._header("content-type"))

    @cached_property
    def payload(self) -> bytes:
        """The body unpacked and in UTF-8; bytes that are not text stay as they are."""
        body = _unpacked(self.body[:BODY_LIMIT], (self._header("content-encoding") or "").strip().lower())
        charset = self._content_type.charset
        if body.startswith((b"\xff\xfe", b"\xfe\xff")):
            charset = "utf-16"
        if charset in (None, "utf-8", "utf8", "us-ascii"):
            return body
        try:
            return body[:UNPACKED_LIMIT].decode(charset or "utf-8", "replace").encode("utf-8", "replace")
        except (LookupError, ValueError):
            return body

    @cached_property
    def lower_payload(self) -> bytes:
        """The payload with A to Z in lower case."""
        return self.payload.lower()

    @cached_property
    def form_text(self) -> bytes:
        """A form body with its escapes undone, in UTF-8; empty for every other type."""
        if not self._content_type.is_form or len(self.payload) > DOCUMENT_LIMIT:
            return b""
        return unquote_to_bytes(self.payload.replace(b"+", b" "))

    @cached_property
    def text(self) -> str:
        """The payload as text, for regular expressions."""
        return self.payload[:UNPACKED_LIMIT].decode("utf-8", "replace")

    @cached_property
    def document(self) -> object:
        """The body as a JSON value; a form is an object whose repeated fields are arrays."""
        if self._content_type.is_form:
            return _read_form(self.payload)
        return _read_json(self.payload)

    def values(self, steps: tuple[Step, ...]) -> Iterator[object]:
        """The values at a path of the document. A string that holds JSON is entered like an object."""
        if not self._may_contain(steps):
            return
        found: list[object] = [self.document]
        for step in steps:
            found = [inner for value in found for inner in _inside(value, step)][:_MOST_VALUES]
        yield from (value for value in found if value is not _ABSENT)

    def _may_contain(self, steps: tuple[Step, ...]) -> bool:
        """False when the last key cannot be in the payload; spares most bodies their parsing."""
        key = next((step for step in reversed(steps) if isinstance(step, str)), "")
        payload = self.payload
        return key.encode("utf-8", "replace") in payload or b"\\" in payload or self._content_type.is_form


def value_text(value: object) -> str | None:
    """A scalar as JSON writes it, a string as it is; None for an object or an array."""
    if isinstance(value, str):
        return value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | Decimal) else None


def value_number(value: object) -> Decimal | None:
    """A number, or the number that a string holds (`"199.00"`): many senders write amounts so."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, Decimal):
        return value
    return read_decimal(value) if isinstance(value, str) else None


def _unpacked(body: bytes, coding: str) -> bytes:
    """A gzip or deflate body unpacked up to the limit, also when its end is missing; others as they are."""
    if coding not in ("gzip", "x-gzip", "deflate"):
        return body
    for window in (47, -15) if coding == "deflate" else (47,):
        try:
            return zlib.decompressobj(window).decompress(body, UNPACKED_LIMIT)
        except zlib.error:
            continue
    return body


def _number(text: str) -> object:
    number = read_decimal(text)
    return text if number is None else number


def _read_json(data: bytes) -> object:
    if len(data) > DOCUMENT_LIMIT:
        return _ABSENT
    try:
        text = data.decode("utf-8-sig")
        try:
            return json.loads(text, parse_float=Decimal, parse_constant=str)
        except (json.JSONDecodeError, RecursionError):
            return _ABSENT
        except (ValueError, InvalidOperation):  # a number beyond what int or Decimal reads
            return json.loads(text, parse_int=_number, parse_float=_number, parse_constant=str)
    except (ValueError, RecursionError):
        return _ABSENT


def _read_form(data: bytes) -> object:
    if len(data) > DOCUMENT_LIMIT:
        return _ABSENT
    try:
        pairs = parse_qsl(
            data.decode("utf-8", "replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=_MOST_FIELDS,
        )
    except ValueError:
        return _ABSENT
    fields: dict[str, object] = {}
    for name, value in pairs:
        known = fields.get(name)
        if known is None:
            fields[name] = value
        else:
            fields[name] = [*known, value] if isinstance(known, list) else [known, value]
    return fields


def _inside(value: object, step: Step) -> list[object]:
    if isinstance(value, str) and value.lstrip()[:1] in ("{", "["):
        value = _read_json(value.encode("utf-8", "surrogatepass"))
    if isinstance(value, dict):
        if step is None:
            return list(value.values())
        return [value[step]] if step in value else []
    if isinstance(value, list):
        if step is None:
            return value
        return [value[step]] if isinstance(step, int) and step < len(value) else []
    return []
