"""Bytes as offset, sixteen hexadecimal pairs and ASCII, all at once or some lines at a time."""

from __future__ import annotations

from garfio.core.contentview.view import ContentView, Meta, View, note

WIDTH = 16
SHOWN_BYTES = 64 * 1024
"""How much the whole view lays out; a lazy widget asks `hex_lines` for the rest."""
_PRINTABLE = bytes(byte if 0x20 <= byte < 0x7F else 0x2E for byte in range(256))
_HALF = 3 * WIDTH // 2 - 1


def hex_line_count(body: bytes) -> int:
    """How many lines the whole body takes."""
    return -(-len(body) // WIDTH)


def hex_lines(body: bytes, first: int, count: int) -> list[str]:
    """`count` lines from line `first` on, counted from 0; fewer at the end. Other lines cost nothing."""
    digits = 8 if len(body) <= 0x1_0000_0000 else 12
    lines: list[str] = []
    for line in range(max(0, first), min(first + count, hex_line_count(body))):
        chunk = body[line * WIDTH : (line + 1) * WIDTH]
        pairs = chunk.hex(" ")
        shown = f"{pairs[:_HALF]}  {pairs[_HALF + 1 :]}"
        text = chunk.translate(_PRINTABLE).decode("ascii")
        lines.append(f"{line * WIDTH:0{digits}x}  {shown:<{3 * WIDTH}}  {text}")
    return lines


def _priority(body: bytes, meta: Meta) -> float:  # noqa: ARG001 - the table's signature
    return 0.2 if body else 0.01


def _render(body: bytes, meta: Meta) -> View:  # noqa: ARG001 - the table's signature
    lines = hex_lines(body, 0, SHOWN_BYTES // WIDTH)
    cut = len(body) > SHOWN_BYTES
    notes = (note("hex.cut", shown=SHOWN_BYTES, size=len(body)),) if cut else ()
    return View("\n".join(lines), "hex", notes, {"lines": len(lines), "bytes": len(body)})


HEX = ContentView("hex", _priority, _render)
