"""Values inside a body as they were written: JSON with the text of its numbers, forms, multipart.

A signature over single values needs their text (`10.00`, not 10.0), so numbers stay text. Nothing here
raises.
"""

from __future__ import annotations

import json
import re
from urllib.parse import unquote_to_bytes

from garfio.core.http import ContentType, parse_fields

LIMIT = 32 << 20
"""The largest body that is read as a document."""
_MOST_FIELDS = 10_000
_STEP = re.compile(r"([^.\[\]]+)|\[(\d*)\]")


class Number(str):
    """A JSON number as its text."""

    __slots__ = ()


class Absent:
    """The value of a path that leads nowhere."""


ABSENT = Absent()


def read_json(data: bytes) -> object:
    """A JSON document, numbers as `Number`; ABSENT when it is none."""
    if len(data) > LIMIT:
        return ABSENT
    try:
        return json.loads(
            data.decode("utf-8-sig"), parse_float=Number, parse_int=Number, parse_constant=Number
        )
    except (ValueError, RecursionError):
        return ABSENT


def steps(path: str) -> list[str | int]:
    """`a.b[0].c` to its steps; `[]` means the first element."""
    return [key or int(index or 0) for key, index in _STEP.findall(path)]


def follow(document: object, path: str) -> object:
    """The value at a path, ABSENT when there is none. A string that holds JSON is entered like an object."""
    for step in steps(path):
        if isinstance(document, str) and document.lstrip()[:1] in ("{", "["):
            document = read_json(document.encode("utf-8", "surrogatepass"))
        document = _member(document, step)
    return document


def _member(container: object, step: str | int) -> object:
    if isinstance(container, dict):
        return container.get(step, ABSENT)
    if isinstance(container, list) and isinstance(step, int) and step < len(container):
        return container[step]
    return ABSENT


def scalar(value: object) -> str | None:
    """A value as the text it was written as; an object or array as compact JSON; None when absent."""
    if isinstance(value, Absent) or value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str) else compact(value)


def compact(value: object, *, sort: bool = False) -> str:
    """JSON without blanks, non-ASCII raw, numbers as they were written; keys sorted at every depth if
    asked."""
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict):
        items = sorted(value.items()) if sort else value.items()
        return "{" + ",".join(f"{_quoted(key)}:{compact(inner, sort=sort)}" for key, inner in items) + "}"
    if isinstance(value, list):
        return "[" + ",".join(compact(inner, sort=sort) for inner in value) + "]"
    return _quoted(value)


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read_pairs(data: bytes) -> list[tuple[bytes, bytes]]:
    """Form or query text to decoded pairs, in order."""
    pairs: list[tuple[bytes, bytes]] = []
    for item in data.split(b"&", _MOST_FIELDS)[:_MOST_FIELDS]:
        if item:
            name, _, value = item.partition(b"=")
            pairs.append((_unescaped(name), _unescaped(value)))
    return pairs


def _unescaped(data: bytes) -> bytes:
    return unquote_to_bytes(data.replace(b"+", b" "))


def read_form(data: bytes, content_type: ContentType) -> list[tuple[bytes, bytes]]:
    """The fields of a form body, urlencoded or multipart, files left out."""
    if len(data) > LIMIT:
        return []
    if content_type.media_type == "multipart/form-data" and content_type.boundary:
        return _read_multipart(data, content_type.boundary.encode("latin-1", "replace"))
    return read_pairs(data) if content_type.is_form else []


def _read_multipart(data: bytes, boundary: bytes) -> list[tuple[bytes, bytes]]:
    pairs: list[tuple[bytes, bytes]] = []
    for section in (b"\r\n" + data).split(b"\r\n--" + boundary, _MOST_FIELDS)[1:_MOST_FIELDS]:
        head, mark, content = section.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        if not mark:
            continue
        disposition = parse_fields(head).get("content-disposition") or b""
        name = re.search(rb'[;\s]name="([^"]*)"', disposition)
        if name and b"filename" not in disposition:
            pairs.append((name.group(1), content))
    return pairs
