"""How characters fill the cells of a line: wide, combined, tabs, and codes for what cannot be seen.

Characters that are invisible, or that would change the look of their neighbours (controls, bidi marks,
zero-width and tag characters, lone surrogates), get a label in their place. Runs of scripts that join their
letters are kept whole, in the order of the text, so that a word is shaped but a line is never reordered.
Does not paint.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

TAB = 4

_SIMPLE = re.compile(r"[ -~]+")
_C0_NAMES = [
    "NUL",
    "SOH",
    "STX",
    "ETX",
    "EOT",
    "ENQ",
    "ACK",
    "BEL",
    "BS",
    "HT",
    "LF",
    "VT",
    "FF",
    "CR",
    "SO",
    "SI",
    "DLE",
    "DC1",
    "DC2",
    "DC3",
    "DC4",
    "NAK",
    "SYN",
    "ETB",
    "CAN",
    "EM",
    "SUB",
    "ESC",
    "FS",
    "GS",
    "RS",
    "US",
]
_NAMES = {
    "\u007f": "DEL",
    "\u0085": "NEL",
    "\u00a0": "NBSP",
    "\u00ad": "SHY",
    "\u200b": "ZWSP",
    "\u200c": "ZWNJ",
    "\u200d": "ZWJ",
    "\u200e": "LRM",
    "\u200f": "RLM",
    "\u2060": "WJ",
    "\ufeff": "BOM",
}
# Drawn as nothing or as a blank, though their category says letter, mark or symbol (Unicode's
# Default_Ignorable_Code_Point, and the braille blank).
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_HIDDEN_CATEGORIES = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"))
_EMOJI_STYLES = "\ufe0e\ufe0f"
_STYLED_CATEGORIES = frozenset(("So", "Sm", "Sk", "Po", "Nd"))
_JOINING = ((0x0590, 0x08FF), (0x0900, 0x109F), (0x1780, 0x18AF), (0xFB1D, 0xFDFF), (0xFE70, 0xFEFC))


class Piece(NamedTuple):
    """Characters that are drawn together."""

    start: int
    """Index of the first character in the text that was laid out."""
    text: str
    kind: str
    """`plain` (one cell each), `single` (a cluster), `shaped` (joined letters), `code` (a label), `tab`."""
    cell: int
    """The first cell."""
    cells: int
    label: str = ""
    """What is drawn in place of a `code`."""

    @property
    def end(self) -> int:
        """Index behind the last character."""
        return self.start + len(self.text)

    def cell_of(self, index: int) -> int:
        """The cell where character `index` of the text begins; those inside a cluster begin where it does."""
        inside = index - self.start
        if self.kind == "plain":
            return self.cell + inside
        return self.cell + (inside * self.cells // len(self.text) if self.kind == "shaped" else 0)


_START = attrgetter("start")
_CELL = attrgetter("cell")


class Layout:
    """The pieces of one line, left to right."""

    __slots__ = ("cells", "length", "pieces")

    def __init__(self, pieces: list[Piece], length: int) -> None:
        self.pieces = pieces
        self.length = length
        self.cells = pieces[-1].cell + pieces[-1].cells if pieces else 0

    def cell_of(self, index: int) -> int:
        """The cell where character `index` begins; the line's width for an index at or behind its end."""
        if index >= self.length:
            return self.cells
        return self.pieces[bisect_right(self.pieces, index, key=_START) - 1].cell_of(index)

    def index_at(self, cell: float) -> int:
        """The boundary between characters that is nearest to `cell`, which may be a fraction."""
        if not self.pieces or cell <= 0:
            return 0
        if cell >= self.cells:
            return self.length
        piece = self.pieces[bisect_right(self.pieces, cell, key=_CELL) - 1]
        inside = cell - piece.cell
        if piece.kind == "plain":
            return piece.start + round(inside)
        if piece.kind == "shaped":
            return piece.start + round(inside * len(piece.text) / piece.cells)
        return piece.start if inside * 2 < piece.cells else piece.end

    def fit(self, cells: int) -> int:
        """How many characters from the start fit into `cells`, at least the first piece's first cluster."""
        if self.cells <= cells:
            return self.length
        piece = self.pieces[bisect_right(self.pieces, cells, key=_CELL) - 1]
        if piece.kind == "plain":
            return max(1, piece.start + cells - piece.cell)
        if piece.start > 0:
            return piece.start
        return max(1, cells * len(piece.text) // piece.cells) if piece.kind == "shaped" else piece.end


def is_simple(text: str) -> bool:
    """Whether every character is printable ASCII: one cell each, nothing to explain."""
    return text.isascii() and text.isprintable()


def lay_out(text: str, cells: int = sys.maxsize) -> Layout:
    """Lay out one line, without its end mark, or as much of it as begins within `cells`.

    Takes time in proportion to its length: cut long lines before.
    """
    if is_simple(text):
        return Layout([Piece(0, text, "plain", 0, len(text))] if text else [], len(text))
    pieces: list[Piece] = []
    at = cell = 0
    while at < len(text) and cell <= cells:
        run = _simple_run(text, at)
        piece = Piece(at, run, "plain", cell, len(run)) if run else _piece(text, at, cell)
        if piece.kind == "plain" and pieces and pieces[-1].kind == "plain":
            last = pieces.pop()
            piece = Piece(last.start, last.text + piece.text, "plain", last.cell, last.cells + piece.cells)
        pieces.append(piece)
        at, cell = piece.end, piece.cell + piece.cells
    return Layout(pieces, at)


def label_of(character: str) -> str:
    """The label shown for an invisible or dangerous character; empty for one that is drawn as it is."""
    return _class_of(character)[1]


def joins(text: str, at: int) -> bool:
    """Whether the character at `at` is drawn together with the one before it."""
    if text[at] in _EMOJI_STYLES:
        return at > 0 and unicodedata.category(text[at - 1]) in _STYLED_CATEGORIES
    return _class_of(text[at])[0] == "mark"


def _simple_run(text: str, at: int) -> str:
    """Printable ASCII from `at` on, without a last character that something after it combines with."""
    match = _SIMPLE.match(text, at)
    if not match:
        return ""
    joined = match.end() < len(text) and joins(text, match.end())
    return match[0][:-1] if joined else match[0]


def _piece(text: str, at: int, cell: int) -> Piece:
    kind, label, width = _class_of(text[at])
    if kind == "tab":
        return Piece(at, "\t", kind, cell, TAB - cell % TAB)
    if kind == "code":
        return Piece(at, text[at], kind, cell, width, label)
    end = at + 1
    if kind == "shaped":
        while end < len(text) and _class_of(text[end])[0] in ("shaped", "mark"):
            width += _class_of(text[end])[2]
            end += 1
        return Piece(at, text[at:end], kind, cell, max(1, width))
    while end < len(text) and joins(text, end):
        width = 2 if text[end] == _EMOJI_STYLES[1] else width
        end += 1
    if end == at + 1 and kind == "plain":
        return Piece(at, text[at], "plain", cell, 1)
    return Piece(at, text[at:end], "single", cell, max(1, width))


@lru_cache(maxsize=4096)
def _class_of(character: str) -> tuple[str, str, int]:
    """Kind (as in Piece, and `mark` for what joins the character before it), label, cells."""
    if character == "\t":
        return "tab", "", 1
    label = _label(character)
    if label:
        # A label is drawn smaller than text: three characters in two cells, and a cell for its frame.
        return "code", label, (2 * len(label) + 2) // 3 + 1
    if unicodedata.category(character) in ("Mn", "Me"):
        return "mark", "", 0
    code = ord(character)
    if any(low <= code <= high for low, high in _JOINING):
        return "shaped", "", 1
    if unicodedata.east_asian_width(character) in "WF":
        return "single", "", 2
    return "plain", "", 1


def _label(character: str) -> str:
    code = ord(character)
    if character == " ":
        return ""
    if code < 0x20:
        return _C0_NAMES[code]
    if character in _NAMES:
        return _NAMES[character]
    if character == "\u3000":
        return ""
    hidden = (
        unicodedata.category(character) in _HIDDEN_CATEGORIES
        or character in _BLANKS
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
        or 0x180B <= code <= 0x180F
    )
    return f"U+{code:04X}" if hidden else ""
