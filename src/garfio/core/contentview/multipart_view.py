"""Multipart bodies (RFC 2046, 5.1): each part with its headers, its size and its content.

The parts are found in the bytes by their boundary alone and are never decoded for that. How much is shown of
each part, and of how many parts, is limited and said.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from garfio.core.contentview.table import Row, Table
from garfio.core.contentview.view import ContentView, Fact, Meta, Note, View, ViewError, line_count, note
from garfio.core.headers import Headers
from garfio.core.http import parse_fields

MAX_PARTS = 1000
"""Parts shown."""
PART_BYTES = 64 * 1024
"""Bytes shown of one part."""
MAX_DEPTH = 3
_COLUMNS = ("number", "name", "file", "type", "size", "view")
_LONGEST_PLACE = 60
_TEXT_BUDGET = 4_000_000
_HEAD_END_RE = re.compile(rb"\r?\n\r?\n")
_SNIFF_RE = re.compile(rb"\s*+--([!-~]{4,70}) *+\r?\n[A-Za-z-]++:")
_PARAMETER_RE = re.compile(rb';\s*+(name|filename)="((?:[^"\\]|\\.)*+)"', re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One part by its place in the body; nothing is copied until it is asked for."""

    head: bytes
    start: int
    """Offset of the part's content in the multipart body."""
    end: int

    @property
    def headers(self) -> Headers:
        """The part's header fields."""
        return parse_fields(self.head)

    @property
    def size(self) -> int:
        """Bytes of content."""
        return self.end - self.start

    def parameter(self, name: str) -> bytes | None:
        """`name` or `filename` of the Content-Disposition, raw; None when absent."""
        value = self.headers.get("content-disposition") or b""
        found = [raw for key, raw in _PARAMETER_RE.findall(value) if key.lower() == name.encode()]
        return found[0] if found else None

    def words(self, name: str) -> str:
        """A parameter as text; empty when absent."""
        return (self.parameter(name) or b"").decode("utf-8", "replace")

    def place(self, number: int) -> str:
        """What the part is called as an inner body; `number` counts from 1."""
        return f"{number} {self.words('name') or self.words('filename')}"[:_LONGEST_PLACE].strip()


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    closed: bool


def multipart_parts(body: bytes, boundary: bytes, limit: int = MAX_PARTS) -> list[Part]:
    """The first `limit` parts, in order; without a closing boundary the last one reaches to the end."""
    parts: list[Part] = []
    for piece in _pieces(body, boundary):
        if len(parts) >= limit:
            break
        head_at = piece.start
        # A part may have no header line at all: then its content begins after the empty line at once.
        if body.startswith((b"\r\n", b"\n"), head_at):
            head_end = content_at = head_at + (2 if body.startswith(b"\r\n", head_at) else 1)
        else:
            match = _HEAD_END_RE.search(body, head_at, piece.end)
            head_end, content_at = (match.start(), match.end()) if match else (piece.end, piece.end)
        parts.append(Part(body[head_at:head_end], min(content_at, piece.end), piece.end))
    return parts


def _pieces(body: bytes, boundary: bytes) -> Iterator[_Piece]:
    delimiter = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*+(?:\r?\n|\Z|(?<=--))")
    previous: int | None = None
    for match in delimiter.finditer(body):
        if previous is not None:
            yield _Piece(previous, max(previous, match.start()), closed=True)
        if match.group(1):
            return
        previous = match.end()
    if previous is not None:
        yield _Piece(previous, len(body), closed=False)


def find_boundary(body: bytes, meta: Meta) -> bytes | None:
    """The declared boundary, or the one that the first line looks like; None when there is none."""
    boundary = meta.parsed_type.boundary
    if boundary:
        return boundary.encode("utf-8", "surrogateescape")
    match = _SNIFF_RE.match(body[:512])
    return match.group(1) if match else None


def _priority(body: bytes, meta: Meta) -> float:
    if meta.depth >= MAX_DEPTH:
        return 0.0
    boundary = find_boundary(body, meta)
    declared = meta.parsed_type.media_type.startswith("multipart/")
    if boundary is None or b"--" + boundary not in body[:65_536]:
        return 0.0
    return 1.0 if declared else 0.8


def multipart_view(show_part: Callable[[bytes, Meta], tuple[str, View]]) -> ContentView:
    """The table's entry; `show_part` gives the name of the view that fits a part, and the view."""

    def render(body: bytes, meta: Meta) -> View:
        boundary = find_boundary(body, meta)
        if boundary is None:
            raise ViewError("multipart.no_boundary")
        count = sum(1 for _ in _pieces(body, boundary))
        mark = f"--{boundary.decode('utf-8', 'backslashreplace')}"
        shown: list[str] = []
        rows: list[Row] = []
        cut = used = 0
        for number, part in enumerate(multipart_parts(body, boundary), 1):
            label = f"{mark}  ({number}/{count}, {part.size} B"
            name, text, syntax = "", "", "text"
            if used < _TEXT_BUDGET:
                content = body[part.start : min(part.end, part.start + PART_BYTES)]
                name, view = show_part(content, _part_meta(part, meta))
                text, syntax = view.text, view.syntax
                label += f", {name}"
            cut += part.size > PART_BYTES or used >= _TEXT_BUDGET
            head = part.head.decode("utf-8", "backslashreplace")
            shown.append(f"{label})\n{head}\n\n{text}")
            rows.append(_row(number, part, name, text, syntax))
            used += len(shown[-1])
        text = "\n".join((*shown, f"{mark}--"))
        facts: dict[str, Fact] = {"parts": count, "lines": line_count(text)}
        notes = tuple(_notes(body, boundary, count, cut, meta))
        return View(text, "text", notes, facts, Table(_COLUMNS, tuple(rows)) if rows else None)

    return ContentView("multipart", _priority, render)


def _row(number: int, part: Part, name: str, text: str, syntax: str) -> Row:
    content_type = part.headers.text("content-type")
    file_name = None if part.parameter("filename") is None else part.words("filename")
    field = None if part.parameter("name") is None else part.words("name")
    cells = (str(number), field, file_name, content_type, str(part.size), name or None)
    return Row(cells, part.place(number), text, syntax)


def _part_meta(part: Part, meta: Meta) -> Meta:
    content_type = part.headers.text("content-type") or ""
    return Meta(content_type, cut=part.size > PART_BYTES, depth=meta.depth + 1)


def _notes(body: bytes, boundary: bytes, count: int, cut: int, meta: Meta) -> Iterator[Note]:
    if count == 0:
        yield note("multipart.no_parts")
    if count > MAX_PARTS:
        yield note("multipart.more_parts", shown=MAX_PARTS, count=count)
    if cut:
        yield note("multipart.parts_cut", count=cut, shown_bytes=PART_BYTES)
    closing = b"--" + boundary + b"--"
    if closing not in body:
        yield note("view.cut") if meta.cut else note("multipart.unfinished")
