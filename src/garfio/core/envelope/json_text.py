"""Places in a JSON text: the members of an object, the items of an array, the strings anywhere.

Gives slices of the text, so that an inner body is made of the characters that were sent. Without recursion.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from garfio.core.contentview.json_tokens import CLOSE, KEY, OPEN, VALUE, JsonScan
from garfio.core.contentview.json_tree import decode_string

_BEGINNING_RE = re.compile(rb"[ \t\r\n]*+[{\[\"]")
_LONGEST = 16 << 20
"""Characters of a text that are read in search of something inside."""


def json_text(body: bytes) -> str | None:
    """The body's characters when it can be JSON in UTF-8 and is not too long; None otherwise."""
    content = body.removeprefix(codecs.BOM_UTF8)
    if len(body) > _LONGEST or not _BEGINNING_RE.match(content):
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def members(text: str | None) -> dict[str, str]:
    """The values of an object by key, exactly as sent; empty for anything else. Of repeated keys the last."""
    found: dict[str, str] = {}
    key = ""
    start = depth = 0
    text = text or ""
    scan = JsonScan(text)
    for kind, at, end, _comma in scan:
        if not depth and (kind != OPEN or text[at] != "{"):
            return {}
        if kind == CLOSE:
            depth -= 1
        if depth == 1:
            if kind == KEY:
                key = decode_string(text[at:end])
            elif kind == OPEN:
                start = at
            else:
                found[key] = text[start if kind == CLOSE else at : end]
        if kind == OPEN:
            depth += 1
    return {} if scan.fault else found


def items(text: str | None, limit: int) -> list[str]:
    """The first items of an array, exactly as sent; empty for anything else."""
    found: list[str] = []
    start = depth = 0
    text = text or ""
    scan = JsonScan(text)
    for kind, at, end, _comma in scan:
        if not depth and (kind != OPEN or text[at] != "["):
            return []
        if kind == CLOSE:
            depth -= 1
        if depth == 1:
            if kind == OPEN:
                start = at
            elif len(found) < limit:
                found.append(text[start if kind == CLOSE else at : end])
        if kind == OPEN:
            depth += 1
    return [] if scan.fault else found


def string(token: str | None) -> str | None:
    """The characters of a string's token; None for any other value."""
    return decode_string(token) if token and token[0] == '"' else None


def to_bytes(text: str) -> bytes:
    """The characters as UTF-8; a lone surrogate keeps its three bytes."""
    return text.encode("utf-8", "surrogatepass")


def strings(text: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Path and token of every string value, in the text's order."""
    path: list[str | int] = []
    for kind, at, end, _comma in JsonScan(text):
        if kind == KEY:
            path[-1] = decode_string(text[at:end])
            continue
        if kind == CLOSE:
            path.pop()
            continue
        if path and isinstance(path[-1], int):
            path[-1] += 1
        if kind == OPEN:
            path.append("" if text[at] == "{" else -1)
        elif kind == VALUE and text[at] == '"':
            yield tuple(path), text[at:end]
