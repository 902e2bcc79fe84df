"""MessagePack as lines of values; extension types stay numbers and bytes, nothing is made of them."""

from __future__ import annotations

import struct

from garfio.core.contentview.binary_tree import BrokenError, Cursor, bytes_value, text_value, view_of
from garfio.core.contentview.view import ContentView, Meta, View

_TYPES = ("application/msgpack", "application/x-msgpack", "application/vnd.msgpack")
_CONSTANTS = {0xC0: "null", 0xC2: "false", 0xC3: "true"}
_LENGTHS = {0xC4: 1, 0xC5: 2, 0xC6: 4, 0xC7: 1, 0xC8: 2, 0xC9: 4, 0xD9: 1, 0xDA: 2, 0xDB: 4}


def _value(cursor: Cursor, depth: int, before: str) -> None:
    cursor.begin(depth)
    start = cursor.at
    mark = cursor.number(1)
    if 0x80 <= mark < 0xA0 or 0xDC <= mark <= 0xDF:
        is_map = mark < 0x90 or mark >= 0xDE
        size = mark & 0x0F if mark < 0xA0 else cursor.number(4 if mark & 1 else 2)
        cursor.write(depth, before + ("{" if is_map else "["))
        for _ in range(size):
            name = cursor.key(lambda at, text: _value(cursor, at, text), depth + 1) if is_map else ""
            _value(cursor, depth + 1, name)
        cursor.write(depth, "}" if is_map else "]")
    else:
        cursor.write(depth, before + _scalar(cursor, mark, start))


def _scalar(cursor: Cursor, mark: int, start: int) -> str:
    if mark < 0x80 or mark >= 0xE0:
        return str(mark if mark < 0x80 else mark - 0x100)
    if mark in _CONSTANTS:
        return _CONSTANTS[mark]
    if mark < 0xC0:
        return text_value(cursor.take(mark & 0x1F))
    if mark in (0xCA, 0xCB):
        content = cursor.take(4 if mark == 0xCA else 8)
        return repr(struct.unpack(">f" if mark == 0xCA else ">d", content)[0])
    if 0xCC <= mark <= 0xD3:
        return str(cursor.number(1 << (mark & 3), signed=mark >= 0xD0))
    if mark == 0xC1:
        raise BrokenError("reserved", start)
    size = cursor.number(_LENGTHS[mark]) if mark in _LENGTHS else 1 << (mark - 0xD4)
    if mark >= 0xD9:
        return text_value(cursor.take(size))
    if mark <= 0xC6:
        return bytes_value(cursor.take(size))
    return f"ext({cursor.number(1, signed=True)}, {bytes_value(cursor.take(size))})"


def _priority(body: bytes, meta: Meta) -> float:
    return 1.0 if body and meta.parsed_type.media_type in _TYPES else 0.0


def _render(body: bytes, meta: Meta) -> View:
    return view_of(body, meta, lambda cursor: _value(cursor, 0, ""))


MSGPACK = ContentView("msgpack", _priority, _render)
