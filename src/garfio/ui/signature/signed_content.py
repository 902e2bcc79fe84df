"""The signed content for the eye: its text with the named parts marked, and the same as hexadecimal.

Bytes that are no text keep their place as lone surrogates, which the code view labels, as it does everything else
that cannot be seen. Pure; only the names of the parts are for people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.contentview.hex_view import WIDTH, hex_line_count, hex_lines
from garfio.core.signature import Part
from garfio.ui.code_view.source import Mark

SHOWN_BYTES = 64 * 1024
"""Of a longer content its beginning and its end are shown; both are what one looks at."""
_TAIL_BYTES = 4 * 1024
KINDS = ("part1", "part2", "part3", "part4")
LITERAL = "literal"
_GAP = b"\n[\xe2\x80\xa6]\n"

_NAMES: dict[str, str] = {
    "body": QT_TRANSLATE_NOOP("part", "body"),
    "unpacked": QT_TRANSLATE_NOOP("part", "body, unpacked"),
    "timestamp": QT_TRANSLATE_NOOP("part", "timestamp"),
    "id": QT_TRANSLATE_NOOP("part", "message id"),
    "method": QT_TRANSLATE_NOOP("part", "method"),
    "target": QT_TRANSLATE_NOOP("part", "path and query"),
    "url": QT_TRANSLATE_NOOP("part", "URL"),
    "url-target": QT_TRANSLATE_NOOP("part", "path and query of the URL"),
    "path": QT_TRANSLATE_NOOP("part", "path"),
    "query": QT_TRANSLATE_NOOP("part", "query"),
    "secret": QT_TRANSLATE_NOOP("part", "secret"),
    "sorted-form": QT_TRANSLATE_NOOP("part", "form fields, sorted"),
    "form-text": QT_TRANSLATE_NOOP("part", "form fields"),
    "header": QT_TRANSLATE_NOOP("part", "header of the token"),
    "payload": QT_TRANSLATE_NOOP("part", "payload of the token"),
}
_KINDS_OF_REFERENCE: dict[str, str] = {
    "header": QT_TRANSLATE_NOOP("part", "header {name}"),
    "json": QT_TRANSLATE_NOOP("part", "JSON value {name}"),
    "form": QT_TRANSLATE_NOOP("part", "form field {name}"),
    "query": QT_TRANSLATE_NOOP("part", "query parameter {name}"),
    "field": QT_TRANSLATE_NOOP("part", "part {name} of the signature’s value"),
    "claim": QT_TRANSLATE_NOOP("part", "claim {name}"),
    "secret": QT_TRANSLATE_NOOP("part", "part {name} of the secret"),
    "url": QT_TRANSLATE_NOOP("part", "in the URL"),
}


@dataclass(frozen=True, slots=True)
class Legend:
    """A named part and the ground that marks it."""

    name: str
    kind: str
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A text for the code view with its marks."""

    text: str
    marks: tuple[Mark, ...]
    cut: bool = False
    """True when the middle of the longest part was left out."""


def reference_text(reference: str) -> str:
    """Where a value is, such as `header Stripe-Signature`."""
    kind, colon, name = reference.partition(":")
    pattern = _KINDS_OF_REFERENCE.get(kind) if colon else None
    if pattern:
        return QCoreApplication.translate("part", pattern).format(name=name)
    known = _NAMES.get(reference)
    return QCoreApplication.translate("part", known) if known else reference


def legend(parts: Sequence[Part]) -> list[Legend]:
    """The named parts in order, with the kinds of their marks."""
    kinds = _kinds(parts)
    return [
        Legend(reference_text(part.name), kind, len(part.data))
        for part, kind in zip(parts, kinds, strict=True)
        if kind != LITERAL
    ]


def as_text(parts: Sequence[Part]) -> Shown:
    """The content as text."""
    text = ""
    marks: list[Mark] = []
    line = column = 0
    pieces, cut = _shortened(parts)
    for data, kind in zip(pieces, _kinds(parts), strict=True):
        piece = data.decode("utf-8", "surrogateescape")
        text += piece
        for number, row in enumerate(piece.split("\n")):
            if number:
                line, column = line + 1, 0
            length = len(row.removesuffix("\r")) if number < piece.count("\n") else len(row)
            if length:
                marks.append(Mark(line, column, length, kind))
            column += len(row)
    return Shown(text, tuple(marks), cut)


def as_hex(parts: Sequence[Part]) -> Shown:
    """The content as offsets, hexadecimal pairs and ASCII."""
    content = b"".join(part.data for part in parts)[:SHOWN_BYTES]
    lines = hex_lines(content, 0, hex_line_count(content))
    marks: list[Mark] = []
    at = 0
    for part, kind in zip(parts, _kinds(parts), strict=True):
        marks += _hex_marks(at, min(at + len(part.data), len(content)), kind)
        at += len(part.data)
    return Shown("\n".join(lines), tuple(marks), at > len(content))


def _hex_marks(start: int, end: int, kind: str) -> Iterator[Mark]:
    while start < end:
        line, first = divmod(start, WIDTH)
        last = min(end - line * WIDTH, WIDTH) - 1
        left, right = _hex_column(first), _hex_column(last) + 2
        yield Mark(line, left, right - left, kind)
        yield Mark(line, 10 + 3 * WIDTH + 2 + first, last - first + 1, kind)
        start = (line + 1) * WIDTH


def _hex_column(index: int) -> int:
    """The column of a byte's pair: eight digits of offset, two blanks, and one blank more in the middle."""
    return 10 + 3 * index + (index >= WIDTH // 2)


def _shortened(parts: Sequence[Part]) -> tuple[list[bytes], bool]:
    """The parts' bytes; the middle of one that is very long is left out."""
    pieces = [part.data for part in parts]
    cut = False
    for at, data in enumerate(pieces):
        if len(data) > SHOWN_BYTES:
            pieces[at] = data[: SHOWN_BYTES - _TAIL_BYTES] + _GAP + data[-_TAIL_BYTES:]
            cut = True
    return pieces, cut


def _kinds(parts: Sequence[Part]) -> list[str]:
    kinds: list[str] = []
    named = 0
    for part in parts:
        if part.name == "literal":
            kinds.append(LITERAL)
        else:
            kinds.append(KINDS[named % len(KINDS)])
            named += 1
    return kinds


def end_text(content: bytes) -> str:
    """What a content ends with, where that cannot be seen; empty for an ordinary end."""
    translate = QCoreApplication.translate
    for end, name in ((b"\r\n", "CR LF"), (b"\n", "LF"), (b"\r", "CR"), (b" ", ""), (b"\t", "TAB")):
        if content.endswith(end):
            return translate("part", "ends with {what}").format(what=name or translate("part", "a blank"))
    return ""
