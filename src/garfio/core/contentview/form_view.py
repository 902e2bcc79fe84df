"""Form bodies: decoded names and values in their order, repeats kept; JSON inside a value is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from garfio.core.contentview.charset import decode
from garfio.core.contentview.json_view import lay_out
from garfio.core.contentview.table import Row, Table, is_long
from garfio.core.contentview.text_view import looks_like_text
from garfio.core.contentview.view import ContentView, Fact, Meta, Note, View, line_count, note

MAX_FIELDS = 10_000
_BAD_ESCAPE_RE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_FIELD = rb"[A-Za-z0-9_.%\[\]-]{1,100}="
_SNIFF_RE = re.compile(_FIELD + rb"[^&\s={}\"<>]*+&" + _FIELD + rb"[^\s{}\"<>]*+\s*+\Z")
_SNIFFED_TYPES = ("", "text/plain", "application/octet-stream")
_INDENT = "  "
_LONGEST_PLACE = 100


def form_fields(body: bytes) -> Iterator[tuple[bytes, bytes | None]]:
    """Decoded (name, value) in order, repeats kept; the value is None where there was no equals sign."""
    at = 0
    while at <= len(body):
        end = body.find(b"&", at)
        end = len(body) if end < 0 else end
        if end > at:
            name, mark, value = body[at:end].partition(b"=")
            yield _unquote(name), _unquote(value) if mark else None
        at = end + 1


def _unquote(raw: bytes) -> bytes:
    return unquote_to_bytes(raw.replace(b"+", b" "))


def _priority(body: bytes, meta: Meta) -> float:
    kind = meta.parsed_type
    if kind.is_form:
        return 0.9 if looks_like_text(body, meta) else 0.1
    return 0.6 if kind.media_type in _SNIFFED_TYPES and _SNIFF_RE.match(body) else 0.0


def _render(body: bytes, meta: Meta) -> View:
    charset = meta.parsed_type.charset
    rows: list[Row] = []
    notes: list[Note] = []
    count = 0
    for name, value in form_fields(body.rstrip(b"\r\n")):
        count += 1
        if count <= MAX_FIELDS:
            text = None if value is None else decode(value, charset).text
            rows.append(_row(decode(name, charset).text, text))
    names = {row.cells[0] for row in rows}
    if len(names) < len(rows):
        notes.append(note("form.repeated", count=len(rows) - len(names)))
    if count > MAX_FIELDS:
        notes.append(note("form.cut", shown=MAX_FIELDS, count=count))
    bad = len(_BAD_ESCAPE_RE.findall(body))
    if bad:
        notes.append(note("form.bad_escape", count=bad))
    if meta.cut:
        notes.append(note("view.cut"))
    text = "\n".join(_line(row) for row in rows)
    facts: dict[str, Fact] = {"fields": count, "lines": line_count(text)}
    return View(text, "form", tuple(notes), facts, Table(("name", "value"), tuple(rows)) if rows else None)


def _row(name: str, value: str | None) -> Row:
    shown, syntax = value or "", "text"
    if shown.lstrip().startswith(("{", "[")):
        layout = lay_out(shown)
        if layout.fault is None:
            shown, syntax = layout.text, "json"
    detail = shown if syntax == "json" or is_long(shown) else ""
    return Row((name, value), name[:_LONGEST_PLACE], detail, syntax)


def _line(row: Row) -> str:
    """A field as text: its value behind its name, or below it where it has several lines."""
    name, value = row.cells
    shown = row.detail or value or ""
    if "\n" in shown:
        shown = f"\n{_INDENT}" + shown.replace("\n", f"\n{_INDENT}")
    elif shown:
        shown = f" {shown}"
    return f"{name}" if value is None else f"{name} ={shown}"


FORM = ContentView("form", _priority, _render)
