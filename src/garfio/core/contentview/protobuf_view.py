"""Protocol Buffers without their schema: field numbers, and values as far as the wire format tells them.

What a field means is in a schema that nobody sent. A number is shown as it stands, with its other readings in
brackets; bytes are text where they read as text, fields where they divide into fields without a rest, and
hexadecimal otherwise.
"""

from __future__ import annotations

import struct
from typing import NamedTuple

from garfio.core.contentview.binary_tree import (
    MAX_DEPTH,
    BrokenError,
    Cursor,
    bytes_value,
    text_value,
    view_of,
)
from garfio.core.contentview.view import ContentView, Meta, View

_TYPES = (
    "application/protobuf",
    "application/x-protobuf",
    "application/vnd.google.protobuf",
    "application/x-google-protobuf",
)
_UNTYPED = ("", "application/octet-stream", "binary/octet-stream")
_VARINT, _EIGHT, _BYTES, _START, _END, _FOUR = range(6)
_LONGEST_VARINT = 10
_MAX_FIELD = (1 << 29) - 1
_SNIFFED_BYTES = 64 * 1024
_TEXT_SAMPLE = 4096
_CONTROLS = frozenset(range(0x20)) - frozenset(b"\t\n\r") | {0x7F}


class _Field(NamedTuple):
    """One field by its place in the body."""

    number: int
    wire: int
    start: int
    """Where its value begins; that of bytes is behind their length."""
    end: int
    value: int
    """A varint's number; the length of bytes."""


def _varint(body: bytes, at: int, stop: int) -> tuple[int, int]:
    """A number and the place behind it. Raises BrokenError."""
    value = shift = 0
    for place in range(at, min(at + _LONGEST_VARINT, stop)):
        byte = body[place]
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value & ((1 << 64) - 1), place + 1
        shift += 7
    raise BrokenError("end" if stop - at < _LONGEST_VARINT else "reserved", at)


def _field(body: bytes, at: int, stop: int) -> _Field:
    """The field that begins at `at`. Raises BrokenError where there is none."""
    tag, start = _varint(body, at, stop)
    number, wire = tag >> 3, tag & 7
    if not 0 < number <= _MAX_FIELD or wire > _FOUR:
        raise BrokenError("reserved", at)
    value, end = 0, start
    if wire == _VARINT:
        value, end = _varint(body, start, stop)
    elif wire == _BYTES:
        value, start = _varint(body, start, stop)
        end = start + value
    elif wire in (_EIGHT, _FOUR):
        end = start + (8 if wire == _EIGHT else 4)
    if end > stop:
        raise BrokenError("end", at)
    return _Field(number, wire, start, end, value)


def _divides(body: bytes, at: int, stop: int) -> bool:
    """Whether bytes are fields without a rest; the fields' own content is not looked into."""
    groups: list[int] = []
    try:
        while at < stop:
            field = _field(body, at, stop)
            if field.wire == _START:
                groups.append(field.number)
            elif field.wire == _END and (not groups or groups.pop() != field.number):
                return False
            at = field.end
    except BrokenError:
        return False
    return not groups


def _reads_as_text(content: bytes) -> bool:
    if not _CONTROLS.isdisjoint(content[:_TEXT_SAMPLE]) or not _CONTROLS.isdisjoint(content):
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


class _Reader:
    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor
        self._groups: list[int] = []

    def field(self) -> None:
        """The field at the cursor, with all that is inside."""
        self._field(len(self._cursor.body), 0)

    def _field(self, stop: int, depth: int) -> None:
        cursor = self._cursor
        depth += len(self._groups)
        cursor.begin(depth)
        start = cursor.at
        found = _field(cursor.body, start, stop)
        if found.wire == _START:
            cursor.write(depth, f"{found.number}: group {{")
            self._groups.append(found.number)
        elif found.wire == _END:
            if not self._groups or self._groups[-1] != found.number:
                raise BrokenError("reserved", start)
            self._groups.pop()
            cursor.write(depth - 1, "}")
        elif found.wire == _BYTES:
            self._bytes(found, depth)
        else:
            cursor.write(depth, f"{found.number}: {_number(cursor.body, found)}")
        cursor.at = found.end

    def _bytes(self, found: _Field, depth: int) -> None:
        cursor = self._cursor
        content = cursor.body[found.start : found.end]
        # The tags of the first fields are control characters, those of later ones letters.
        nested = bool(content) and depth < MAX_DEPTH and _divides(cursor.body, found.start, found.end)
        if nested and not _reads_as_text(content):
            cursor.write(depth, f"{found.number}: {{")
            cursor.at = found.start
            groups, self._groups = self._groups, []
            while cursor.at < found.end:
                self._field(found.end, depth + 1)
            self._groups = groups
            cursor.write(depth, "}")
        else:
            text = text_value(content) if _reads_as_text(content) else bytes_value(content)
            cursor.write(depth, f"{found.number}: {text}")


def _number(body: bytes, found: _Field) -> str:
    if found.wire == _VARINT:
        negative = f"  ({found.value - (1 << 64)})" if found.value >> 63 else ""
        return f"{found.value}{negative}"
    content = body[found.start : found.end]
    real = struct.unpack("<f" if found.wire == _FOUR else "<d", content)[0]
    return f"{int.from_bytes(content, 'little')}  ({real!r})"


def _priority(body: bytes, meta: Meta) -> float:
    kind = meta.parsed_type.media_type
    if body and (kind in _TYPES or kind.endswith("+protobuf")):
        return 1.0
    # Anything short may divide into fields: without a type it is only offered, behind the hexadecimal view.
    sniffed = kind in _UNTYPED and 0 < len(body) <= _SNIFFED_BYTES and not _reads_as_text(body)
    return 0.1 if sniffed and _divides(body, 0, len(body)) else 0.0


def _render(body: bytes, meta: Meta) -> View:
    def read(cursor: Cursor) -> None:
        reader = _Reader(cursor)
        while cursor.at < len(body):
            reader.field()

    return view_of(body, meta, read)


PROTOBUF = ContentView("protobuf", _priority, _render)
