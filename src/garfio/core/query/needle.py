"""Finding a piece of text in any case, in text and in payload bytes.

In a payload a character may also be written as JSON escapes it (`\\/`, `\\u00e9`), so each of its spellings
counts. The needle has no repeats, so one scan's cost is bounded by the text's length times the needle's.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True)
class Needle:
    """A piece of text to find, in any case. Never empty."""

    text: str

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        return re.compile("".join(_any_of(map(re.escape, sorted(_cases(char)))) for char in self.text))

    @cached_property
    def _lower(self) -> str:
        return self.text.lower()

    @cached_property
    def _payload(self) -> re.Pattern[bytes]:
        return re.compile("".join(_any_of(_spellings(char)) for char in self.text).encode("latin-1"))

    @cached_property
    def _anchor(self) -> bytes:
        """The longest run of characters that have one spelling, in lower case; every match contains it."""
        runs = "".join(char if _has_one_spelling(char) else "\n" for char in self._lower).split("\n")
        return max(runs, key=len).encode()

    @cached_property
    def _is_simple(self) -> bool:
        return len(self._anchor) == len(self.text)

    def find(self, value: str, start: int = 0) -> int:
        """Where the first occurrence from `start` ends, or -1."""
        if self.text.isascii() and value.isascii():
            at = value.lower().find(self._lower, start)
            return -1 if at < 0 else at + len(self.text)
        found = self._plain.search(value, start)
        return -1 if found is None else found.end()

    def find_in_payload(self, lower: bytes, raw: bytes, start: int = 0) -> int:
        """The same in UTF-8 bytes; `lower` is `raw.lower()`, made once for many needles."""
        at = lower.find(self._anchor, start)
        if at < 0 or self._is_simple:
            return -1 if at < 0 else at + len(self.text)
        found = self._payload.search(raw, start)
        return -1 if found is None else found.end()


def _has_one_spelling(char: str) -> bool:
    return char.isascii() and char.isprintable() and char not in '"\\/'


def _cases(char: str) -> set[str]:
    """The character, upper and lower, where that is one character."""
    return {form for form in (char, char.lower(), char.upper()) if len(form) == 1}


def _spellings(char: str) -> list[str]:
    """Regex pieces for every spelling in a UTF-8 payload, each byte as one Latin-1 character."""
    forms: list[str] = []
    for form in sorted(_cases(char)):
        forms.append(re.escape(form.encode("utf-8", "surrogatepass").decode("latin-1")))
        escaped = json.dumps(form)[1:-1]
        if form == "/":
            escaped = "\\/"
        if escaped != form:
            forms.append(_hex_in_any_case(escaped))
    return forms


def _hex_in_any_case(escaped: str) -> str:
    """A JSON escape as a regex piece; the four digits after `\\u` may be in either case."""
    if not escaped.startswith("\\u"):
        return re.escape(escaped)
    return "".join(rf"\\u(?i:{digits})" for digits in escaped.split("\\u")[1:])


def _any_of(forms: Iterable[str]) -> str:
    choices = list(dict.fromkeys(forms))
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"
