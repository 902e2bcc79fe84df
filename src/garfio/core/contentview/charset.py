"""Body bytes to characters: which encoding, and on what evidence. Never raises and never drops a byte.

A byte order mark wins, then the charset that the Content-Type declares, then UTF-32 and UTF-16 by their zero
bytes, then UTF-8; Latin-1, which maps every byte, is the last resort. JSON is UTF-8 whatever a charset
parameter says (RFC 8259, section 8.1), so there UTF-8 goes first.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from garfio.core.contentview.view import Note, note

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SINGLE_BYTE = [f"iso8859-{part}" for part in range(1, 17) if part != 12] + [
    f"cp{page}" for page in (437, 850, 852, 855, 858, 862, 866, 874, *range(1250, 1259))
]
# Python's other text codecs (idna, punycode, utf-7, unicode_escape) interpret, are slow on hostile input, or
# both.
_ALLOWED = frozenset(
    [
        "ascii",
        "utf-8",
        "utf-16",
        "utf-16-le",
        "utf-16-be",
        "utf-32",
        "utf-32-le",
        "utf-32-be",
        *_SINGLE_BYTE,
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "tis-620"),
        *(
            "shift_jis",
            "cp932",
            "euc_jp",
            "iso2022_jp",
            "gb2312",
            "gbk",
            "gb18030",
            "big5",
            "cp949",
            "euc_kr",
        ),
    ]
)
_SAMPLE = 1024


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, and how they came about."""

    text: str
    encoding: str
    """The Python name of the encoding used."""
    notes: tuple[Note, ...] = ()

    @property
    def is_guess(self) -> bool:
        """True when nothing fitted and the bytes are shown as Latin-1."""
        return any(item.code == "text.not_utf8" for item in self.notes)


def decode(body: bytes, charset: str | None = None, *, json: bool = False, cut: bool = False) -> Decoded:
    """The body as text. `charset` is the declared one; `cut` allows an unfinished character at the end."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            text = _try(body[len(mark) :], encoding, cut)
            if text is not None:
                return Decoded(text, encoding, (note("text.bom", encoding=encoding),))
    notes: list[Note] = []
    if charset:
        known = python_name(charset)
        if known is None:
            notes.append(note("text.charset_unknown", charset=charset[:64]))
        else:
            order = ("utf-8", known) if json else (known,)
            for encoding in order:
                encoding = _with_byte_order(body, encoding)
                text = _try(body, encoding, cut)
                if text is not None and not (json and "\0" in text):
                    return Decoded(text, encoding)
            notes.append(note("text.charset_wrong", charset=charset[:64]))
    wide = _wide_encoding(body)
    for encoding in (wide, "utf-8") if wide else ("utf-8",):
        text = _try(body, encoding, cut)
        if text is not None:
            return Decoded(text, encoding, tuple(notes))
    offset = _first_bad_byte(body)
    return Decoded(body.decode("latin-1"), "iso8859-1", (*notes, note("text.not_utf8", offset=offset)))


def python_name(charset: str) -> str | None:
    """The codec name for a declared charset, or None for one that is unknown or not meant for text."""
    try:
        name = codecs.lookup(charset.strip()).name
    except (LookupError, ValueError):
        return None
    return name if name in _ALLOWED else None


def _try(body: bytes, encoding: str, cut: bool) -> str | None:
    try:
        return codecs.getincrementaldecoder(encoding)().decode(body, final=not cut)
    except UnicodeError:
        return None


def _with_byte_order(body: bytes, encoding: str) -> str:
    """UTF-16 and UTF-32 without a mark: the order that zero bytes show, else big endian (RFC 2781, 4.3)."""
    if encoding not in ("utf-16", "utf-32"):
        return encoding
    wide = _wide_encoding(body)
    return wide if wide and wide.startswith(encoding) else f"{encoding}-be"


def _wide_encoding(body: bytes) -> str | None:
    """UTF-16 or UTF-32 by where the zero bytes stand in text that is mostly of the first 256 characters."""
    sample = body[: min(_SAMPLE, len(body) // 4 * 4)] or body[:2]
    if b"\0" not in sample:
        return None
    zeros = [sample[at::4].count(0) / max(1, len(sample[at::4])) for at in range(4)]
    if len(sample) >= 4:
        if min(zeros[1:]) > 0.7 and zeros[0] < 0.1:
            return "utf-32-le"
        if min(zeros[:3]) > 0.7 and zeros[3] < 0.1:
            return "utf-32-be"
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / max(1, len(sample[1::2]))
    if odd > 0.7 and even < 0.05:
        return "utf-16-le"
    if even > 0.7 and odd < 0.05:
        return "utf-16-be"
    return None


def _first_bad_byte(body: bytes) -> int:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0
