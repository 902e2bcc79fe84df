"""XML laid out from its tokens, never parsed: entities are not expanded, nothing is read from anywhere.

Tags, text, comments, CDATA and the document type stay as sent; only blanks between two tags are ours. What is
not well formed is laid out up to that place; the rest follows verbatim, with a note.
"""

from __future__ import annotations

import re

from garfio.core.contentview.charset import Decoded, decode
from garfio.core.contentview.indent import line_breaks
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

_NAME = r"[^\s<>/!?=\"'&]++"
_TOKEN_RE = re.compile(
    rf"""
      (?P<text>   [^<]++ )
    | (?P<end>    </{_NAME}\s*+> )
    | (?P<tag>    <{_NAME}(?:[^<>"']++|"[^"]*+"|'[^']*+')*+> )
    | (?P<other>  <!--.*?--> | <!\[CDATA\[.*?\]\]> | <\?.*?\?> )
    | (?P<type>   <!DOCTYPE[^\[>"']*+(?:"[^"]*+"[^\[>"']*+|'[^']*+'[^\[>"']*+)*+
                  (?:\[(?:<!--.*?-->|<\?.*?\?>|<(?!!--|\?)|[^\]"'<]|"[^"]*+"|'[^']*+')*+\]\s*+)?> )
    """,
    re.VERBOSE | re.DOTALL,
)
# How far back an end tag looks for its start when they do not match.
_SEARCHED = 100
_BLANKS = " \t\r\n"
_TAG_NAME_RE = re.compile(rf"</?({_NAME})")
_ENCODING_RE = re.compile(rb"""<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z0-9._-]+)""")
_SNIFF_RE = re.compile(rb"(?:\xef\xbb\xbf)?\s*+<(?:[A-Za-z_][\w.:-]*+[\s/>]|!--)")
_DECLARATION_RE = re.compile(rb"(?:\xef\xbb\xbf)?\s*+<\?xml\s")
_SNIFFED_TYPES = ("", "text/plain", "application/octet-stream", "application/x-www-form-urlencoded")


def lay_out_xml(text: str) -> tuple[str, tuple[Note, ...]]:
    """The text in lines, two blanks for a level, with what was found on the way. Never raises."""
    breaks = line_breaks(text.count("<"))
    last = len(breaks) - 1
    out: list[str] = []
    tags = _OpenTags()
    mismatch: int | None = None
    at = 0
    blank = previous = ""
    while match := _TOKEN_RE.match(text, at):
        kind, token = match.lastgroup or "", match.group()
        at = match.end()
        if kind == "text" and not token.strip(_BLANKS):
            blank = token
            continue
        if kind == "end" and not tags.close(token) and mismatch is None:
            mismatch = match.start()
        if "text" in (kind, previous) or (previous == "start" and kind == "end"):
            out.append(blank)
        elif out:
            out.append(breaks[min(tags.depth, last)])
        out.append(token)
        blank, previous = "", kind
        if kind == "tag" and not token.endswith("/>"):
            tags.open(token)
            previous = "start"
    notes: list[Note] = []
    if mismatch is not None:
        notes.append(_placed(text, mismatch, "xml.mismatch"))
    if at < len(text):
        notes.append(_placed(text, at, "xml.invalid"))
        out.append(blank + text[at:])
    elif tags.depth:
        notes.append(note("xml.unclosed", count=tags.depth))
    if tags.deepest > last:
        notes.append(note("xml.indent_capped", levels=last, depth=tags.deepest))
    return "".join(out), tuple(notes)


class _OpenTags:
    """The names of the elements that are open."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self.deepest = 0

    @property
    def depth(self) -> int:
        return len(self._names)

    def open(self, token: str) -> None:
        self._names.append(_tag_name(token))
        self.deepest = max(self.deepest, len(self._names))

    def close(self, token: str) -> bool:
        """Close the element that an end tag names and those inside it; False when it was not the last one."""
        name = _tag_name(token)
        if self._names and self._names[-1] == name:
            self._names.pop()
            return True
        for back, candidate in enumerate(reversed(self._names[-_SEARCHED:]), 1):
            if candidate == name:
                del self._names[-back:]
                break
        return False


def _tag_name(token: str) -> str:
    match = _TAG_NAME_RE.match(token)
    return match.group(1) if match else ""


def _placed(text: str, offset: int, code: str) -> Note:
    line, column = line_and_column(text, offset)
    return note(code, line=line, column=column, offset=offset)


def decode_xml(body: bytes, meta: Meta) -> Decoded:
    """The body as text: by the declared charset, else by the XML declaration, else by its bytes."""
    charset = meta.parsed_type.charset
    if charset is None:
        match = _ENCODING_RE.match(body[:256].lstrip(b" \t\r\n"))
        charset = match.group(1).decode("ascii") if match else None
    return decode(body, charset, cut=meta.cut)


def _priority(body: bytes, meta: Meta) -> float:
    kind = meta.parsed_type.media_type
    start = body[:1024]
    marked = bool(_SNIFF_RE.match(start) or _DECLARATION_RE.match(start)) or (
        b"\0" in start[:4] and b"<" in start[:4]
    )
    if kind != "application/xhtml+xml" and kind.endswith(("/xml", "+xml")):
        return 1.0 if marked else 0.1
    if _DECLARATION_RE.match(start):
        return 0.9 if kind in _SNIFFED_TYPES else 0.4
    closed = meta.cut or body[-64:].rstrip().endswith(b">")
    return 0.6 if marked and closed and kind in _SNIFFED_TYPES else 0.0


def _render(body: bytes, meta: Meta) -> View:
    decoded = decode_xml(body, meta)
    text, found = lay_out_xml(decoded.text)
    notes = [*decoded.notes]
    if "<!ENTITY" in decoded.text:
        notes.append(note("xml.entities_kept"))
    if meta.cut:
        notes.append(note("view.cut"))
        found = tuple(item for item in found if item.code not in ("xml.unclosed", "xml.invalid"))
    facts: dict[str, Fact] = {"encoding": decoded.encoding, "lines": line_count(text)}
    return View(text, "xml", (*notes, *found), facts)


XML = ContentView("xml", _priority, _render)
