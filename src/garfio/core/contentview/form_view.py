"""Form bodies: a decoded `name = value` a line; JSON inside a value is laid out below its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

from garfio.core.contentview.charset import decode
from garfio.core.contentview.json_view import lay_out
from garfio.core.contentview.text_view import looks_like_text
from garfio.core.contentview.view import ContentView, Fact, Meta, Note, View, line_count, note

MAX_FIELDS = 10_000
_BAD_ESCAPE_RE = re.compile(rb"%(?![0-9A-Fa-f]{2})")
_FIELD = rb"[A-Za-z0-9_.%\[\]-]{1,100}="
_SNIFF_RE = re.compile(_FIELD + rb"[^&\s={}\"<>]*+&" + _FIELD + rb"[^\s{}\"<>]*+\s*+\Z")
_SNIFFED_TYPES = ("", "text/plain", "application/octet-stream")
_INDENT = "  "


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
    shown: list[str] = []
    notes: list[Note] = []
    count = 0
    for name, value in form_fields(body.rstrip(b"\r\n")):
        count += 1
        if count <= MAX_FIELDS:
            label = decode(name, charset).text
            shown.append(label if value is None else f"{label} ={_shown_value(decode(value, charset).text)}")
    if count > MAX_FIELDS:
        notes.append(note("form.cut", shown=MAX_FIELDS, count=count))
    bad = len(_BAD_ESCAPE_RE.findall(body))
    if bad:
        notes.append(note("form.bad_escape", count=bad))
    if meta.cut:
        notes.append(note("view.cut"))
    text = "\n".join(shown)
    facts: dict[str, Fact] = {"fields": count, "lines": line_count(text)}
    return View(text, "form", tuple(notes), facts)


def _shown_value(value: str) -> str:
    if value.lstrip().startswith(("{", "[")):
        layout = lay_out(value)
        if layout.fault is None:
            value = layout.text
    if "\n" in value:
        return f"\n{_INDENT}" + value.replace("\n", f"\n{_INDENT}")
    return f" {value}" if value else ""


FORM = ContentView("form", _priority, _render)
