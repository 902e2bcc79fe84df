"""Python source for values: bytes and text as literals that a reader recognises."""

from __future__ import annotations

from garfio.core.contentview.visible import invisible_spans
from garfio.core.export.fields import body_text

_WIDTH = 96


def body_literal(body: bytes) -> str:
    """An expression for the body: readable text encoded, else bytes in lines of fair length."""
    text = body_text(body)
    if text is None or (text.isascii() and not invisible_spans(text, limit=1)):
        return _in_lines(body)
    return f"{ascii(text) if invisible_spans(text, limit=1) else repr(text)}.encode()"


def _in_lines(body: bytes) -> str:
    if len(body) <= _WIDTH:
        return repr(body)
    pieces = [repr(body[at : at + _WIDTH]) for at in range(0, len(body), _WIDTH)]
    return "(\n    " + "\n    ".join(pieces) + "\n)"


def text_or_bytes(value: bytes) -> str:
    """A header's name or value: text where it is ASCII, bytes otherwise."""
    return repr(value.decode("ascii")) if value.isascii() else repr(value)
