"""A JSON text as a tree whose every value knows its place in the text.

Nothing is converted: a number stays the digits that were sent, repeated keys are kept, and nesting of any
depth is read, for the reader has no recursion. Equal values have equal fingerprints, so comparing skips what
did not change.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from garfio.core.query.payload import Step

MOST_VALUES = 500_000
"""A document with more values is compared as text: reading takes some 5 µs a value."""
_ESCAPE = r'\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})'
_TOKEN = re.compile(
    r"[ \t\n\r]*(?:([{}\[\],:])"
    rf'|("[^"\\\x00-\x1f]*(?:{_ESCAPE}[^"\\\x00-\x1f]*)*")'
    r"|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"
    r"|(true|false|null))"
)
_BLANKS = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Value:
    """A JSON value where it stands."""

    source: str
    start: int
    end: int
    kind: str
    """`object`, `array`, `string`, `number`, `boolean` or `null`."""
    fingerprint: int
    """Equal for equal values; order of keys and escapes of strings do not count, a number's digits do."""
    members: tuple[tuple[Step, Value], ...] = ()
    """The keys and values of an object, the indices and items of an array, in order."""

    @property
    def text(self) -> str:
        """The value exactly as it was sent."""
        return self.source[self.start : self.end]

    @property
    def is_scalar(self) -> bool:
        """True for what holds no other value."""
        return self.kind not in ("object", "array")

    @property
    def string(self) -> str:
        """The meaning of a string; the text of any other value."""
        return _meaning(self.text) if self.kind == "string" else self.text


def read_document(body: bytes | str) -> Value | None:
    """The tree of a JSON body, or None when it is not one or has too many values. Never raises."""
    source = body if isinstance(body, str) else body.decode("utf-8", "surrogateescape")
    try:
        return _Reader(source).read()
    except ValueError:
        return None


def _meaning(text: str) -> str:
    return str(json.loads(text)) if "\\" in text else text[1:-1]


class _Open:
    """A container whose end has not come yet."""

    __slots__ = ("key", "keys", "members", "start")

    def __init__(self, start: int, is_object: bool) -> None:
        self.start = start
        self.members: list[tuple[Step, Value]] = []
        self.keys: set[str] | None = set() if is_object else None
        self.key = ""

    def add(self, value: Value) -> None:
        if self.keys is None:
            self.members.append((len(self.members), value))
            return
        key, number = self.key, 1
        while key in self.keys:
            number += 1
            key = f"{self.key} #{number}"
        self.keys.add(key)
        self.members.append((key, value))


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 1 if source.startswith("\ufeff") else 0
        self._open: list[_Open] = []
        self._count = 0

    def read(self) -> Value:
        while True:
            value = self._value()
            while value is not None and self._open:
                self._open[-1].add(value)
                value = self._after_member()
            if value is not None:
                if _BLANKS.fullmatch(self._source, self._at) is None:
                    raise ValueError("more than one value")
                return value

    def _token(self) -> tuple[int, int, str]:
        """Start, group and text of the next token."""
        found = _TOKEN.match(self._source, self._at)
        if found is None or found.lastindex is None:
            raise ValueError("not JSON")
        self._at = found.end()
        return found.start(found.lastindex), found.lastindex, found[found.lastindex]

    def _value(self) -> Value | None:
        """A scalar or an empty container; None when one was opened and its first value follows."""
        self._count += 1
        if self._count > MOST_VALUES:
            raise ValueError("too many values")
        start, group, text = self._token()
        if group == 1:
            if text not in "{[":
                raise ValueError("a value is missing")
            self._open.append(_Open(start, text == "{"))
            closing = _BLANKS.match(self._source, self._at)
            assert closing is not None
            if self._source[closing.end() : closing.end() + 1] == ("}" if text == "{" else "]"):
                self._at = closing.end() + 1
                return self._close()
            if text == "{":
                self._read_key()
            return None
        kind = {2: "string", 4: "null" if text == "null" else "boolean"}.get(group, "number")
        meaning = _meaning(text) if group == 2 else text
        return Value(self._source, start, self._at, kind, hash((kind, meaning)))

    def _read_key(self) -> None:
        _, group, text = self._token()
        if group != 2 or self._token()[2] != ":":
            raise ValueError("a key is missing")
        self._open[-1].key = _meaning(text)

    def _after_member(self) -> Value | None:
        """None when another member follows, the container when it ends here."""
        is_object = self._open[-1].keys is not None
        text = self._token()[2]
        if text == ",":
            if is_object:
                self._read_key()
            return None
        if text != ("}" if is_object else "]"):
            raise ValueError("a comma is missing")
        return self._close()

    def _close(self) -> Value:
        container = self._open.pop()
        members = tuple(container.members)
        if container.keys is None:
            kind, content = "array", hash(tuple(value.fingerprint for _, value in members))
        else:
            kind, content = "object", hash(frozenset((key, value.fingerprint) for key, value in members))
        return Value(self._source, container.start, self._at, kind, hash((kind, content)), members)
