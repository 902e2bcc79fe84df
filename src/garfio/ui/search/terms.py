"""Where the terms of a query stand, so that they can be shown as such; no meaning is read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from garfio.core.query.field import find_field

_TERM_RE = re.compile(
    r"""(?P<start>^|[\s(])(?P<minus>-?)(?P<field>[A-Za-z_]+)(?P<inner>[.\[][^\s:=<>~!()]*)?"""
    r"""(?P<operator>!=|>=|<=|:[<>]=?|[:=<>~])(?P<value>"(?:[^"\\]|\\.)*"|[^\s"()]+)"""
)
_WORD_RE = re.compile(r"(?:^|(?<=[\s(]))(?:AND|OR|NOT)(?=[\s()]|$)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the query text."""

    start: int
    length: int
    kind: str
    """`term`, `keyword` or `error`."""


def pieces(text: str) -> list[Piece]:
    """Complete terms with a field, and keywords, in order."""
    found = [
        Piece(match.end("start"), match.end() - match.end("start"), "term")
        for match in _TERM_RE.finditer(text)
        if find_field(match["field"])
    ]
    inside = {at for piece in found for at in range(piece.start, piece.start + piece.length)}
    found += (
        Piece(match.start(), len(match[0]), "keyword")
        for match in _WORD_RE.finditer(text)
        if match.start() not in inside
    )
    return sorted(found, key=lambda piece: piece.start)
