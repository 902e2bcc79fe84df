"""Bytes to shown text, as plain functions that can run in another process: no Qt here."""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from dataclasses import dataclass, replace

from garfio.core.contentview import registry
from garfio.core.contentview.charset import decode
from garfio.core.contentview.coding import decode_coding
from garfio.core.contentview.hex_view import hex_line_count, hex_lines
from garfio.core.contentview.json_outline import Outline, pack
from garfio.core.contentview.json_tree import json_tree
from garfio.core.contentview.json_view import fault_note
from garfio.core.contentview.text_view import looks_like_text
from garfio.core.contentview.view import Meta, Note, Shown, View, note
from garfio.core.http import Request

PRETTY, TREE, RAW, HEX = "pretty", "tree", "raw", "hex"
AS = "as:"
"""A mode that begins so is followed by the name of a content view that the user has chosen."""
INLINE_BYTES = 12 * 1024
"""Smaller bodies are rendered at once: under 10 ms, less than the way to another process costs the eye."""
BEGINNING_BYTES = 4 * 1024
"""What is rendered at once of a larger body: a screen or two, until the rest is there."""
FIRST_BYTES = 1024 * 1024
"""What is read and rendered of a larger body until all of it is asked for."""
OPENED_BYTES = 16 * 1024 * 1024
"""A body with something wrapped in it is read whole for that up to here."""
_HEX_BYTES = 4 * 1024 * 1024
"""Hexadecimal takes five characters a byte: the text of more would stall the window while it is handed over."""
_BINARY_TEXT_BYTES = 64 * 1024
"""Bytes that are no text are slow to hand over as text, and nobody reads on."""


@dataclass(frozen=True, slots=True)
class ShownTree:
    """A body's nodes for the tree; None when it is not JSON."""

    outline: Outline | None
    notes: tuple[Note, ...] = ()


def render_body(mode: str, body: bytes, meta: Meta) -> Shown | ShownTree:
    """The body in one of the modes. Never raises.

    Raw is the body as sent: still compressed if it came so, and as hexadecimal when it is not text.
    """
    if mode == TREE:
        return _tree(body, meta)
    if mode.startswith(AS):
        return registry.show_as(mode.removeprefix(AS), body, meta)
    if mode == PRETTY:
        shown = registry.choose(body, meta)
        if shown.name != "hex" or meta.content_encoding:
            return shown
        hexed = _hex(body)
        kept = tuple(entry for entry in shown.view.notes if entry.code != "hex.cut")
        return replace(shown, view=replace(hexed, notes=(*kept, *hexed.notes)))
    as_sent = meta.decoded()
    if mode == RAW and (not body or looks_like_text(body, as_sent)):
        return registry.show_as("text", body, as_sent)
    return Shown("hex", _hex(body))


def render_message(mode: str, head: bytes, body: bytes, framing: bytes | None) -> Shown:
    """The whole message as text, or as hexadecimal. Bytes that are not text keep their place as lone surrogates."""
    content = Request(head, body, framing).to_bytes()
    if mode == HEX:
        return Shown("hex", _hex(content))
    size = len(content)
    notes: tuple[Note, ...] = ()
    if size > len(head) + _BINARY_TEXT_BYTES and not _is_utf8(content[: len(head) + _BINARY_TEXT_BYTES]):
        content = content[: len(head) + _BINARY_TEXT_BYTES]
        notes = (note("hex.cut", shown=len(content), size=size),)
    text = content.decode("utf-8", "surrogateescape")
    return Shown("text", View(text, "http", notes, {"lines": text.count("\n") + 1, "bytes": size}))


def as_sent(parts: Iterable[object], reason: Note) -> Shown:
    """What is shown where a view could not be prepared: the bytes among `parts`, and why. Quick, and uses no view:
    text as it is, or hexadecimal, of the beginning.
    """
    content = b"".join(part for part in parts if isinstance(part, bytes))
    size = len(content)
    content = content[: FIRST_BYTES if _is_utf8(content[:FIRST_BYTES]) else _BINARY_TEXT_BYTES]
    notes = (reason, note("hex.cut", shown=len(content), size=size)) if len(content) < size else (reason,)
    if not _is_utf8(content):
        return Shown("hex", replace(_hex(content), notes=notes))
    text = content.decode("utf-8", "surrogateescape")
    return Shown("text", View(text, "none", notes, {"lines": text.count("\n") + 1, "bytes": size}))


def _tree(body: bytes, meta: Meta) -> ShownTree:
    body, meta, notes = decode_coding(body, meta)
    decoded = decode(body, meta.parsed_type.charset, json=True, cut=meta.cut)
    if not decoded.text.lstrip(" \t\r\n").startswith(("{", "[")):
        return ShownTree(None, notes)
    tree = json_tree(decoded.text)
    outline = pack(tree)
    if tree.fault:
        notes = (*notes, fault_note(decoded.text, tree.fault, cut=meta.cut, code="tree.invalid"))
    if outline.cut:
        notes = (*notes, note("tree.cut", count=len(outline)))
    return ShownTree(outline, notes)


def _is_utf8(beginning: bytes) -> bool:
    """Whether bytes that may end inside a character are UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(beginning)
    except UnicodeDecodeError:
        return False
    return True


def _hex(body: bytes) -> View:
    shown = body[:_HEX_BYTES]
    count = hex_line_count(shown)
    cut = len(shown) < len(body)
    notes = (note("hex.cut", shown=len(shown), size=len(body)),) if cut else ()
    return View("\n".join(hex_lines(shown, 0, count)), "hex", notes, {"lines": count, "bytes": len(body)})
