"""CBOR (RFC 8949) in the manner of its diagnostic notation: tags stay numbers, nothing is made of them."""

from __future__ import annotations

import struct

from garfio.core.contentview.binary_tree import BrokenError, Cursor, bytes_value, text_value, view_of
from garfio.core.contentview.view import ContentView, Meta, View

_TYPES = ("application/cbor", "application/cbor-seq")
_FLOATS = {25: ">e", 26: ">f", 27: ">d"}
_SIMPLE = {20: "false", 21: "true", 22: "null", 23: "undefined"}
_BRACKETS = {4: ("[", "]"), 5: ("{", "}")}
_INDEFINITE = 31
_BREAK = b"\xff"


class _Reader:
    def __init__(self, cursor: Cursor) -> None:
        self._cursor = cursor

    def value(self, depth: int, before: str) -> None:
        cursor = self._cursor
        cursor.begin(depth)
        start = cursor.at
        kind, info = divmod(cursor.number(1), 32)
        if kind == 7:
            cursor.write(depth, before + self._simple(info, start))
            return
        size = None if info == _INDEFINITE else self._argument(info, start)
        if size is None and kind in (0, 1, 6):
            raise BrokenError("reserved", start)
        if kind == 6:
            cursor.write(depth, f"{before}{size}(")
            self.value(depth + 1, "")
            cursor.write(depth, ")")
        elif kind in (4, 5) or size is None:
            self._container(depth, before, kind, size)
        elif kind in (2, 3):
            content = cursor.take(size)
            cursor.write(depth, before + (text_value(content) if kind == 3 else bytes_value(content)))
        else:
            cursor.write(depth, f"{before}{-1 - size if kind else size}")

    def _container(self, depth: int, before: str, kind: int, size: int | None) -> None:
        """An array, a map, or a string in pieces."""
        cursor = self._cursor
        opens, closes = _BRACKETS.get(kind, ("(", ")"))
        cursor.write(depth, before + opens)
        left = size
        while left is None or left > 0:
            if left is None and cursor.body.startswith(_BREAK, cursor.at):
                cursor.at += 1
                break
            name = cursor.key(self.value, depth + 1) if kind == 5 else ""
            self.value(depth + 1, name)
            left = None if left is None else left - 1
        cursor.write(depth, closes)

    def _argument(self, info: int, start: int) -> int:
        if info < 24:
            return info
        if info > 27:
            raise BrokenError("reserved", start)
        return self._cursor.number(1 << (info - 24))

    def _simple(self, info: int, start: int) -> str:
        if info in _FLOATS:
            content = self._cursor.take(struct.calcsize(_FLOATS[info]))
            return repr(struct.unpack(_FLOATS[info], content)[0])
        if info > 24:
            raise BrokenError("reserved", start)
        number = self._cursor.number(1) if info == 24 else info
        return _SIMPLE.get(number, f"simple({number})")


def _priority(body: bytes, meta: Meta) -> float:
    kind = meta.parsed_type.media_type
    return 1.0 if body and (kind in _TYPES or kind.endswith("+cbor")) else 0.0


def _render(body: bytes, meta: Meta) -> View:
    return view_of(body, meta, lambda cursor: _Reader(cursor).value(0, ""))


CBOR = ContentView("cbor", _priority, _render)
