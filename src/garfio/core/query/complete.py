"""Completions where the user types: fields, then the values that a field knows or that occur."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from garfio.core.query.field import FIELDS, Kind, find_field
from garfio.core.query.lexer import MOST_CHARACTERS, is_plain

_MOST = 50
_KEYWORDS = ("AND", "OR", "NOT")
_TERM = re.compile(
    r"""(?:^|[\s(])-?(?P<field>[A-Za-z_]+)(?P<operator>!=|>=|<=|:[<>]=?|[:=<>])(?P<value>"[^"]*|[^\s"()]*)\Z"""
)
_WORD = re.compile(r"(?:^|[\s(])-?(?P<word>[A-Za-z_]+)\Z")
_INNER = re.compile(
    r"(?:^|[\s(])-?(?:has:)?(?P<field>header|body)(?P<inner>[.\[][^\s:=<>~!]*)\Z", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Completion:
    """A text to put in place of the query's characters from `start` to `end`."""

    text: str
    start: int
    end: int
    field: str = ""
    """The field that it belongs to; empty for a keyword."""


def completions(
    text: str, position: int, occurring: Mapping[str, Sequence[str]] | None = None
) -> list[Completion]:
    """What could be meant at a position of the text.

    `occurring` gives values by field name, best first; for `header` they are
    names, for `body` paths (`.order.items[0]`).
    """
    before = text[:position]
    if len(before) > MOST_CHARACTERS:
        return []
    for pattern, complete in ((_INNER, _inner), (_TERM, _values)):
        found = pattern.search(before)
        if found and not _in_quotes(before[: found.start("field")]):
            return complete(found, position, occurring or {})
    if _in_quotes(before):
        return []
    if found := _WORD.search(before):
        return _names(found["word"], found.start("word"), position)
    if before == "" or before[-1] in " (-":
        return [Completion(f"{field.name}:", position, position, field.name) for field in FIELDS]
    return []


def _in_quotes(before: str) -> bool:
    return before.replace("\\\\", "").replace('\\"', "").count('"') % 2 == 1


def _inner(found: re.Match[str], end: int, occurring: Mapping[str, Sequence[str]]) -> list[Completion]:
    field, typed = found["field"].lower(), found["inner"].lower()
    names = occurring.get(field, ())
    known = [f".{name}" for name in names] if field == "header" else names
    return [
        Completion(name, found.start("inner"), end, field)
        for name in known
        if name.lower().startswith(typed) and name.lower() != typed
    ][:_MOST]


def _names(word: str, start: int, end: int) -> list[Completion]:
    low = word.lower()
    named = [field for field in FIELDS if any(name.startswith(low) for name in (field.name, *field.aliases))]
    named.sort(key=lambda field: not field.name.startswith(low))
    found = [Completion(f"{field.name}:", start, end, field.name) for field in named]
    return found + [Completion(word_, start, end) for word_ in _KEYWORDS if word_.startswith(word)]


def _values(found: re.Match[str], end: int, occurring: Mapping[str, Sequence[str]]) -> list[Completion]:
    field = find_field(found["field"])
    if field is None or (
        found["operator"] not in field.operators and found["operator"][1:] not in field.operators
    ):
        return []
    typed = found["value"].lstrip('"').lower()
    known = dict.fromkeys([*occurring.get(field.name, ()), *field.values])
    starting = [value for value in known if value.lower().startswith(typed)]
    inside = [value for value in known if typed and typed in value.lower() and value not in starting]
    start = found.start("value")
    kind_is_header = field.kind is Kind.HEADER
    return [
        Completion(value if kind_is_header or _reads_plain(value) else _quoted(value), start, end, field.name)
        for value in (starting + inside)[:_MOST]
        if value.lower() != typed
    ]


def _reads_plain(value: str) -> bool:
    return is_plain(value) and "*" not in value


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
