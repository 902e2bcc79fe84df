"""Any text as it was sent, with the encoding named; HTML too is shown as it is."""

from __future__ import annotations

import re

from garfio.core.contentview.charset import Decoded, decode
from garfio.core.contentview.view import ContentView, Fact, Meta, View, line_count

_SAMPLE = 4096
_CONTROL_RE = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_C1_RE = re.compile("[\x80-\x9f]")
_HTML_RE = re.compile(
    rb"\s*+(?:<!--.{0,512}?-->\s*+)?<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE | re.DOTALL
)

# Media type to the highlighter's name, for text that is not laid out anew.
_SYNTAX = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "text/javascript": "javascript",
    "application/javascript": "javascript",
    "application/ecmascript": "javascript",
    "text/css": "css",
    "text/csv": "text",
}


def looks_like_text(body: bytes, meta: Meta) -> bool:
    """Whether the beginning of a body reads as text: no zero characters, hardly any control characters."""
    sample = body[:_SAMPLE]
    decoded = decode(sample, meta.parsed_type.charset, cut=meta.cut or len(sample) < len(body))
    text = decoded.text
    limit = len(text) // 50
    if "\0" in text or len(_CONTROL_RE.findall(text)) > limit:
        return False
    if not decoded.is_guess:
        return True
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    return len(_C1_RE.findall(text)) <= limit and high * 2 <= len(sample)


def text_facts(decoded: Decoded) -> dict[str, Fact]:
    """Encoding, number of lines and how they end: lf, crlf, cr, mixed, or nothing for a single line."""
    text = decoded.text
    crlf = text.count("\r\n")
    kinds = {"crlf": crlf, "lf": text.count("\n") - crlf, "cr": text.count("\r") - crlf}
    found = [name for name, count in kinds.items() if count]
    facts: dict[str, Fact] = {"encoding": decoded.encoding, "lines": line_count(text)}
    if found:
        facts["line_ends"] = found[0] if len(found) == 1 else "mixed"
    return facts


def _text_priority(body: bytes, meta: Meta) -> float:
    return 0.5 if looks_like_text(body, meta) else 0.05


def _render_text(body: bytes, meta: Meta) -> View:
    decoded = decode(body, meta.parsed_type.charset, cut=meta.cut)
    syntax = _SYNTAX.get(meta.parsed_type.media_type, "text")
    return View(decoded.text, syntax, decoded.notes, text_facts(decoded))


def _html_priority(body: bytes, meta: Meta) -> float:
    if not looks_like_text(body, meta):
        return 0.0
    if _SYNTAX.get(meta.parsed_type.media_type) == "html":
        return 1.0
    return 0.7 if _HTML_RE.match(body[:_SAMPLE]) else 0.0


def _render_html(body: bytes, meta: Meta) -> View:
    decoded = decode(body, meta.parsed_type.charset, cut=meta.cut)
    return View(decoded.text, "html", decoded.notes, text_facts(decoded))


TEXT = ContentView("text", _text_priority, _render_text)
HTML = ContentView("html", _html_priority, _render_html)
