"""One JSON text a line (NDJSON, JSON Lines): each on its own, so that one bad line spoils only itself."""

from __future__ import annotations

import re

from garfio.core.contentview.charset import decode
from garfio.core.contentview.json_tokens import JsonScan
from garfio.core.contentview.json_view import fault_note, lay_out
from garfio.core.contentview.view import ContentView, Fact, Meta, Note, View, line_count, note

_TYPES = frozenset(
    [
        "application/x-ndjson",
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines",
        "application/jsonlines",
        "application/json-seq",
        "application/x-json-stream",
    ]
)
_SNIFFED_TYPES = ("", "text/plain", "application/octet-stream", "application/json")
_SNIFF_RE = re.compile(rb"\s*+[{\[]")
_SNIFF_BYTES = 16_384
_MAX_FAULTS = 20


def _priority(body: bytes, meta: Meta) -> float:
    kind = meta.parsed_type.media_type
    if kind in _TYPES:
        return 1.0
    if kind not in _SNIFFED_TYPES or not _SNIFF_RE.match(body[:64]):
        return 0.0
    lines = [line for line in body[:_SNIFF_BYTES].split(b"\n")[:3] if line.strip()]
    whole = lines[:-1] if len(body) > _SNIFF_BYTES else lines
    if len(whole) < 2 or not all(_is_value(line) for line in whole[:2]):
        return 0.0
    # A whole JSON text that happens to have line breaks has no value that ends with its line.
    return 1.0


def _is_value(line: bytes) -> bool:
    scan = JsonScan(decode(line, json=True).text)
    return sum(1 for _ in scan) > 1 and scan.fault is None


def _render(body: bytes, meta: Meta) -> View:
    decoded = decode(body, meta.parsed_type.charset, json=True, cut=meta.cut)
    notes: list[Note] = list(decoded.notes)
    shown: list[str] = []
    texts = faults = at = line_shown = 0
    for number, line in enumerate(decoded.text.split("\n"), 1):
        content = line.strip(" \t\r\x1e")
        if content:
            texts += 1
            layout = lay_out(content)
            if layout.fault:
                faults += 1
                if faults <= _MAX_FAULTS:
                    last = meta.cut and at + len(line) >= len(decoded.text)
                    found = fault_note(
                        content, layout.fault, cut=last, shown_line=line_shown + layout.shown_line
                    )
                    notes.append(_in_line(found, number, at))
            shown.append(layout.text)
            line_shown += line_count(layout.text)
        at += len(line) + 1
    if faults > _MAX_FAULTS:
        notes.append(note("json.more_faults", count=faults - _MAX_FAULTS))
    text = "\n".join(shown)
    facts: dict[str, Fact] = {"encoding": decoded.encoding, "lines": line_count(text), "texts": texts}
    return View(text, "json", tuple(notes), facts)


def _in_line(found: Note, line: int, offset: int) -> Note:
    if found.code != "json.invalid":
        return found
    return Note(found.code, {**found.fields, "line": line, "offset": offset + int(found.fields["offset"])})


JSON_LINES = ContentView("json-lines", _priority, _render)
