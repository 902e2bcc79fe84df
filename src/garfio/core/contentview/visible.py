"""Characters that cannot be seen, or that change how their neighbours are seen, found in a text.

The classes follow the Unicode properties Bidi_Control, Default_Ignorable_Code_Point, White_Space and
Noncharacter_Code_Point, the general categories Cc and Cs, and the Tags block (Unicode 15). Letters that look like
Latin ones are told where they stand among those: in a word, an address or a host name. A text in Cyrillic or Greek
is left alone.
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

# Letters that most fonts draw as Latin ones: those of Unicode's confusables (UTS 39) that stand alone for a basic
# Latin letter, of the scripts that are met in practice.
_LOOKALIKE = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03b1\u03b3\u03b9\u03bd\u03bf\u03c1\u03c3\u03c5\u03f2\u03f3\u03f9"
    "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u04ae\u04af\u04bb\u04c0\u04cf\u0501\u051a\u051b\u051c\u051d"
    "\u0555\u0570\u0578\u057c\u057d\u0581\u0585\u13a0\u13aa\u13ac\u13b3\u13bb\u13c3\u13d9\u13da\u13e2"
    "\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d6a3"
)
_LOOKALIKE_RE = re.compile(f"[{_LOOKALIKE}]+")
_PHRASE_RE = re.compile(r"[\w@.\-]+")
_WORD_RE = re.compile(r"[^\W_]+")
_LATIN_RE = re.compile("[A-Za-z]")

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


def lookalike_spans(text: str) -> list[tuple[int, int]]:
    """Where letters look like Latin ones and stand among Latin ones; start and end, in order. For a line or so."""
    if text.isascii():
        return []
    found: list[tuple[int, int]] = []
    for phrase in _PHRASE_RE.finditer(text):
        if phrase.group().isascii() or not _LATIN_RE.search(phrase.group()):
            continue
        for word in _WORD_RE.finditer(text, *phrase.span()):
            # A word of another script among Latin ones is suspect only when all of it looks Latin.
            if _LATIN_RE.search(word.group()) or _LOOKALIKE_RE.fullmatch(word.group()):
                found += (match.span() for match in _LOOKALIKE_RE.finditer(text, *word.span()))
    return found


def is_lookalike(char: str) -> bool:
    """Whether a letter can be taken for a Latin one."""
    return bool(_LOOKALIKE_RE.fullmatch(char))


def describe(char: str) -> str:
    """`U+202E RIGHT-TO-LEFT OVERRIDE`, or the number alone for a character without a name."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def reveal(text: str) -> str:
    """The text with each such character written as `⟨U+202E⟩`; for one line in a list or a title."""
    return _SPANS_RE.sub(lambda match: "".join(f"⟨U+{ord(char):04X}⟩" for char in match.group()), text)
