"""What binary formats without a schema have in common: a cursor over the bytes, lines for the values, limits.

Own readers, not the formats' libraries: those make objects of tags and of the lengths that a sender claims, keep
one of two equal keys, and do not say at which byte they stopped.
"""

from __future__ import annotations

import json
from collections.abc import Callable

from garfio.core.contentview.view import Fact, Meta, Note, View, note

MAX_DEPTH = 100
MAX_VALUES = 100_000
_SHOWN_BYTES = 4096


class BrokenError(Exception):
    """The bytes cannot be read on; `reason` is end, reserved, depth or many."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


class Cursor:
    """Reads forward; what was read is in `lines`."""

    def __init__(self, body: bytes) -> None:
        self.body = body
        self.at = 0
        self.lines: list[str] = []
        self._values = 0

    def take(self, size: int) -> bytes:
        """The next bytes. Raises BrokenError when there are fewer."""
        if size > len(self.body) - self.at:
            raise BrokenError("end", self.at)
        self.at += size
        return self.body[self.at - size : self.at]

    def number(self, size: int, *, signed: bool = False) -> int:
        """The next bytes as a big-endian number."""
        return int.from_bytes(self.take(size), "big", signed=signed)

    def begin(self, depth: int) -> None:
        """A value begins. Raises BrokenError beyond the limits."""
        self._values += 1
        if depth > MAX_DEPTH:
            raise BrokenError("depth", self.at)
        if self._values > MAX_VALUES:
            raise BrokenError("many", self.at)

    def write(self, depth: int, text: str) -> None:
        """One more line."""
        self.lines.append("  " * depth + text)

    def key(self, read: Callable[[int, str], None], depth: int) -> str:
        """A map's key, which may be any value, on one line."""
        lines, self.lines = self.lines, []
        try:
            read(depth, "")
            return " ".join(line.strip() for line in self.lines) + ": "
        finally:
            self.lines = lines


def text_value(content: bytes) -> str:
    """A text in quotes; what is not UTF-8 as bytes."""
    try:
        return json.dumps(content.decode("utf-8"), ensure_ascii=False)
    except UnicodeDecodeError:
        return bytes_value(content)


def bytes_value(content: bytes) -> str:
    """Bytes in hexadecimal; of very many the first, and how many there are."""
    more = f"… ({len(content)} B)" if len(content) > _SHOWN_BYTES else ""
    return f"h'{content[:_SHOWN_BYTES].hex()}{more}'"


def view_of(body: bytes, meta: Meta, read: Callable[[Cursor], None]) -> View:
    """What `read` makes of the body, up to where it breaks."""
    cursor = Cursor(body)
    notes: list[Note] = []
    try:
        while cursor.at < len(body):
            read(cursor)
    except BrokenError as broken:
        if meta.cut and broken.reason == "end":
            notes.append(note("view.cut"))
        else:
            notes.append(note("binary.broken", offset=broken.offset, reason=broken.reason))
    facts: dict[str, Fact] = {"lines": len(cursor.lines)}
    return View("\n".join(cursor.lines), "json", tuple(notes), facts)
