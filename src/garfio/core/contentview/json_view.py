"""JSON laid out for reading: the tokens exactly as sent, only the blanks between them are ours.

What is not JSON is laid out up to the fault; the rest follows as it is, and a note says where and why.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from garfio.core.contentview.charset import decode
from garfio.core.contentview.indent import line_breaks
from garfio.core.contentview.json_tokens import CLOSE, KEY, OPEN, Fault, JsonScan
from garfio.core.contentview.view import (
    ContentView,
    Fact,
    Meta,
    Note,
    View,
    line_and_column,
    line_count,
    note,
)

_SCALAR_RE = re.compile(rb'(?:"[^"]*+"|-?[0-9][0-9.eE+-]*+|true|false|null)\s*+\Z')
_SNIFFED_RE = re.compile(rb'\s*+(?:\{\s*+["}]|\[\s*+(?:[\[{"\]0-9-]|true|false|null))')
_BLANKS = b" \t\r\n"
_COLON = ": "
_FALLBACK_TYPES = ("", "text/plain", "application/octet-stream", "application/x-www-form-urlencoded")


@dataclass(frozen=True, slots=True)
class Layout:
    """A JSON text laid out, and what was found on the way."""

    text: str
    fault: Fault | None
    depth: int
    """The deepest nesting, 0 for a single value; an empty array or object adds none."""
    shown_line: int
    """The line of `text` at which the verbatim rest begins; 0 when there is no fault."""
    indent_levels: int
    """Levels beyond this are not indented any further."""


def lay_out(text: str) -> Layout:
    """Break a JSON text into lines, two blanks for a level. Never raises; linear in time."""
    breaks = line_breaks(sum(text.count(mark) for mark in ",[]{}"))
    levels = len(breaks) - 1
    scan = JsonScan(text)
    out: list[str] = []
    add = out.append
    depth = 0
    new_line = breaks[0]
    pending = ""
    for kind, start, end, comma in scan:
        if kind == KEY:
            add(pending)
            add(text[start:end])
            pending = _COLON
            continue
        if kind == CLOSE:
            depth -= 1
            new_line = breaks[min(depth, levels)]
            add(new_line)
        else:
            add(pending)
        token = text[start:end]
        add(token if token[0] not in "[{" or kind == OPEN else token[0] + token[-1])
        if kind == OPEN:
            depth += 1
            new_line = breaks[min(depth, levels)]
            pending = new_line
        elif comma:
            add(",")
            pending = new_line
        else:
            pending = ""
    fault = scan.fault
    shown_line = 0
    if fault:
        rest = text[scan.end :]
        if pending and (rest or pending == _COLON):
            rest = pending + rest.lstrip(" \t\r\n")
        shown_line = line_count("".join(out)) + rest[: len(rest) - len(rest.lstrip(" \t\r\n"))].count("\n")
        out.append(rest)
    return Layout("".join(out), fault, scan.max_depth, shown_line, levels)


def fault_note(
    text: str, fault: Fault, *, cut: bool = False, shown_line: int = 0, code: str = "json.invalid"
) -> Note:
    """The note for a fault: line, column and character offset in the body, and the line shown; `code` says what
    is shown.
    """
    if cut and fault.reason == "end":
        return note("view.cut")
    line, column = line_and_column(text, fault.offset)
    return note(
        code,
        line=line,
        column=column,
        offset=fault.offset,
        reason=fault.reason,
        shown_line=shown_line,
    )


def _priority(body: bytes, meta: Meta) -> float:
    kind = meta.parsed_type
    if kind.is_json:
        return 1.0 if _plausible(body) else 0.1
    if kind.media_type in _FALLBACK_TYPES and _SNIFFED_RE.match(body) and _is_closed(body, meta):
        return 0.95
    return 0.0


def _plausible(body: bytes) -> bool:
    if b"\0" in body[:4]:
        return decode(body[:64], json=True, cut=True).text.lstrip().startswith(("{", "["))
    start = body.removeprefix(codecs.BOM_UTF8).lstrip(_BLANKS)
    return start.startswith((b"{", b"[")) or bool(_SCALAR_RE.match(start))


def _is_closed(body: bytes, meta: Meta) -> bool:
    return meta.cut or body[-64:].rstrip(_BLANKS).endswith((b"}", b"]"))


def _render(body: bytes, meta: Meta) -> View:
    decoded = decode(body, meta.parsed_type.charset, json=True, cut=meta.cut)
    layout = lay_out(decoded.text)
    notes = list(decoded.notes)
    if layout.fault:
        notes.append(fault_note(decoded.text, layout.fault, cut=meta.cut, shown_line=layout.shown_line))
    if layout.depth > layout.indent_levels:
        notes.append(note("json.indent_capped", levels=layout.indent_levels, depth=layout.depth))
    lines = line_count(layout.text)
    facts: dict[str, Fact] = {"encoding": decoded.encoding, "lines": lines, "depth": layout.depth}
    return View(layout.text, "json", tuple(notes), facts)


JSON = ContentView("json", _priority, _render)
