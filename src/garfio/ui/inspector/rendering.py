"""Bytes to shown text, as plain functions that can run in another process: no Qt here."""

from __future__ import annotations

from garfio.core.contentview.hex_view import hex_line_count, hex_lines
from garfio.core.contentview.registry import Shown, choose, show_as
from garfio.core.contentview.text_view import looks_like_text
from garfio.core.contentview.view import Meta, View
from garfio.core.http import Request

PRETTY, RAW, HEX = "pretty", "raw", "hex"
INLINE_BYTES = 12 * 1024
"""Smaller bodies are rendered at once: under 10 ms, less than the way to another process costs the eye."""
FIRST_BYTES = 1024 * 1024
"""What is read and rendered of a larger body until all of it is asked for."""


def render_body(mode: str, body: bytes, meta: Meta) -> Shown:
    """The body in one of the three modes. Never raises.

    Raw is the body as sent: still compressed if it came so, and as hexadecimal when it is not text.
    """
    if mode == PRETTY:
        return choose(body, meta)
    as_sent = meta.decoded()
    if mode == RAW and (not body or looks_like_text(body, as_sent)):
        return show_as("text", body, as_sent)
    return Shown("hex", _hex(body))


def render_message(mode: str, head: bytes, body: bytes, framing: bytes | None) -> Shown:
    """The whole message as text, or as hexadecimal. Bytes that are not text keep their place as lone
    surrogates.
    """
    content = Request(head, body, framing).to_bytes()
    if mode == HEX:
        return Shown("hex", _hex(content))
    text = content.decode("utf-8", "surrogateescape")
    return Shown("text", View(text, "http", (), {"lines": text.count("\n") + 1, "bytes": len(content)}))


def _hex(body: bytes) -> View:
    count = hex_line_count(body)
    return View("\n".join(hex_lines(body, 0, count)), "hex", (), {"lines": count, "bytes": len(body)})
