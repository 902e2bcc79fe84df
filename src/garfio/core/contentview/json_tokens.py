"""A JSON scanner that checks the grammar of RFC 8259 and keeps every token as it was written.

No recursion and no conversion: numbers keep their digits, strings their escapes, objects their duplicates.
Each step is one regular expression over a whole token with what follows it, so that a megabyte takes a
fraction of a second. Quantifiers are possessive: hostile input cannot make them backtrack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

KEY, VALUE, OPEN, CLOSE = range(4)

_WS = r"[ \t\n\r]*+"
_CHARS = r'[^"\\\x00-\x1f]*+'
_STRING = rf'"{_CHARS}(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{{4}}){_CHARS})*+"'
_NUMBER = r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?+(?:[eE][+-]?[0-9]++)?+"
_EMPTY = rf"\[{_WS}\]|\{{{_WS}\}}"
_COMMA = rf"(?:{_WS},)?"

_VALUE_RE = re.compile(rf"{_WS}(?:({_STRING}|{_NUMBER}|true|false|null|{_EMPTY}){_COMMA}|([\[{{]))")
_KEY_RE = re.compile(rf"{_WS}({_STRING}){_WS}:")
_CLOSE_RE = {"[": re.compile(rf"{_WS}(\]){_COMMA}"), "{": re.compile(rf"{_WS}(\}}){_COMMA}")}
_WS_RE = re.compile(_WS)
_STRING_RE = re.compile(_STRING)
_STRING_START_RE = re.compile(rf'"{_CHARS}(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{{4}}){_CHARS})*+')
_WORD_RE = re.compile(r"[^\s,:\]}\[{\"]{1,40}")


class Token(NamedTuple):
    """One token: its kind, its place in the text, and whether a comma follows (and was read)."""

    kind: int
    start: int
    end: int
    comma: bool


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the text stops being JSON, and why."""

    offset: int
    """Characters from the beginning of the text."""
    reason: str
    """value, key, colon, comma, string, escape, control, number, word, end (cut short), or extra."""


class JsonScan:
    """Iterates over the tokens of a text; afterwards `fault` is None, or says where and why it stopped."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.fault: Fault | None = None
        self.end = 0
        """Characters that were read as tokens."""
        self.max_depth = 0

    def __iter__(self) -> Iterator[Token]:
        text, stack, at, max_depth = self._text, list[str](), 0, 0
        want_value, want_key = True, False
        while True:
            if want_key:
                match = _KEY_RE.match(text, at)
                if match is None:
                    break
                at = match.end()
                yield Token(KEY, match.start(1), match.end(1), False)
                want_key, want_value = False, True
            if want_value:
                match = _VALUE_RE.match(text, at)
                if match is None:
                    break
                at = match.end()
                start = match.start(2)
                if start >= 0:
                    bracket = text[start]
                    stack.append(bracket)
                    max_depth = max(max_depth, len(stack))
                    yield Token(OPEN, start, at, False)
                    want_key = bracket == "{"
                    want_value = not want_key
                    continue
                kind = VALUE
            else:
                match = _CLOSE_RE[stack[-1]].match(text, at)
                if match is None:
                    break
                at = match.end()
                stack.pop()
                kind = CLOSE
            if not stack:
                at = match.end(1)
                yield Token(kind, match.start(1), at, False)
                want_value = False
                break
            comma = match.end() != match.end(1)
            yield Token(kind, match.start(1), match.end(1), comma)
            want_key = comma and stack[-1] == "{"
            want_value = comma and not want_key
        self.end, self.max_depth = at, max_depth
        self.fault = _fault(text, at, want_key, want_value, bool(stack))


def _fault(text: str, at: int, want_key: bool, want_value: bool, inside: bool) -> Fault | None:
    match = _WS_RE.match(text, at)
    at = match.end() if match else at
    if at >= len(text):
        return Fault(at, "end") if want_key or want_value or inside else None
    if not (want_key or want_value):
        return Fault(at, "comma" if inside else "extra")
    if text[at] == '"':
        return _string_fault(text, at)
    if want_key:
        return Fault(at, "key")
    word = _WORD_RE.match(text, at)
    if word is None:
        return Fault(at, "value")
    return Fault(at, "number" if text[at] in "-+.0123456789" else "word")


def _string_fault(text: str, at: int) -> Fault:
    whole = _STRING_RE.match(text, at)
    if whole:
        match = _WS_RE.match(text, whole.end())
        at = match.end() if match else whole.end()
        return Fault(at, "colon" if at < len(text) else "end")
    begun = _STRING_START_RE.match(text, at)
    at = begun.end() if begun else at
    if at >= len(text):
        return Fault(at, "end")
    return Fault(at, "escape" if text[at] == "\\" else "control")
