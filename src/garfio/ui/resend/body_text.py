"""A body as text that an editor can change, and back to the bytes: no Qt here.

Only what can be turned back exactly becomes text; everything else stays bytes, with the reason.
"""

from __future__ import annotations

from dataclasses import dataclass

from garfio.core.contentview.coding import decode_coding
from garfio.core.contentview.json_tokens import JsonScan
from garfio.core.contentview.json_view import fault_note, lay_out
from garfio.core.contentview.view import Meta, Note

LIMIT = 512 * 1024
"""Bytes of a body that is edited as text."""
_UNSAFE = "\x00\u2028\u2029\ufdd0\ufdd1"
"""Characters that a text editor takes for something else."""


@dataclass(frozen=True, slots=True)
class BodyText:
    """What an editor shows."""

    text: str = ""
    newline: str = "\n"
    """The line end of the body, which the editor shows as LF."""
    reason: str = ""
    """Why it is no text to edit: `large`, `coded`, `binary`; empty when it is."""


def body_text(body: bytes, meta: Meta) -> BodyText:
    """The body as text, or why not. Never raises."""
    if len(body) > LIMIT:
        return BodyText(reason="large")
    if meta.content_encoding.strip().lower() not in ("", "identity"):
        return BodyText(reason="coded")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return BodyText(reason="binary")
    plain = text.replace("\r\n", "\n")
    newline = "\r\n" if plain != text else "\n"
    if any(mark in text for mark in _UNSAFE) or plain.replace("\n", newline) != text or "\r" in plain:
        return BodyText(reason="binary")
    return BodyText(plain, newline)


def body_bytes(text: str, newline: str) -> bytes:
    """The bytes of an edited text."""
    return text.replace("\n", newline).encode("utf-8", "surrogatepass")


def unpacked(body: bytes, meta: Meta) -> bytes | None:
    """The body without its content coding; None when it cannot be undone whole."""
    plain, _, notes = decode_coding(body, meta)
    return plain if {note.code for note in notes} <= {"coding.decoded"} else None


def json_fault(text: str) -> Note | None:
    """Where a text stops being JSON and why; None when it is JSON."""
    scan = JsonScan(text)
    for _ in scan:
        pass
    return fault_note(text, scan.fault) if scan.fault else None


def laid_out(text: str) -> str:
    """A JSON text with a line for each value."""
    return lay_out(text).text
