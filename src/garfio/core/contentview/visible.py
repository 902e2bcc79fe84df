"""Characters that cannot be seen, or that change how their neighbours are seen, found in a text.

The classes follow the Unicode properties Bidi_Control, Default_Ignorable_Code_Point, White_Space and
Noncharacter_Code_Point, the general categories Cc and Cs, and the Tags block (Unicode 15). What looks like
another letter is not covered.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

# Order matters: the first class that fits names the character.
_CLASSES = {
    "bidi": "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069",
    "tag": "\U000e0000-\U000e007f",
    "joiner": "\u200c\u200d",
    "variation": "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef",
    "zero_width": "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u3164"
    "\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0080-\U000e00ff\U000e01f0-\U000e0fff",
    "control": "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f",
    "separator": "\u2028\u2029",
    "blank": "\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000",
    "surrogate": "\ud800-\udfff",
    "noncharacter": "\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17)),
}
KINDS = tuple(_CLASSES)
"""bidi, tag, joiner, variation, zero_width, control, separator, blank, surrogate, noncharacter."""

# A carriage return is a control character only where it does not belong to a line end.
_BARE_CR = "\r(?!\n)"
_SPANS_RE = re.compile(
    "|".join(
        f"(?P<{kind}>(?:[{chars}]{f'|{_BARE_CR}' if kind == 'control' else ''})+)"
        for kind, chars in _CLASSES.items()
    )
)


@dataclass(frozen=True, slots=True)
class Span:
    """A run of such characters of one kind, by character offsets."""

    start: int
    end: int
    kind: str


def invisible_spans(text: str, start: int = 0, end: int | None = None, *, limit: int = 10_000) -> list[Span]:
    """The runs between two offsets, in order, at most `limit` of them."""
    spans: list[Span] = []
    for match in _SPANS_RE.finditer(text, start, len(text) if end is None else end):
        if len(spans) >= limit:
            break
        spans.append(Span(match.start(), match.end(), match.lastgroup or ""))
    return spans


def describe(char: str) -> str:
    """`U+202E RIGHT-TO-LEFT OVERRIDE`, or the number alone for a character without a name."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def reveal(text: str) -> str:
    """The text with each such character written as `⟨U+202E⟩`; for one line in a list or a title."""
    return _SPANS_RE.sub(lambda match: "".join(f"⟨U+{ord(char):04X}⟩" for char in match.group()), text)
