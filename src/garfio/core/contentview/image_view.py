"""An image's format and dimensions, read from its first bytes; nothing is decoded.

Layouts: PNG (W3C PNG, 11.2.2), GIF89a (17, 18), JPEG (ITU-T T.81, B.2.2), WebP (RFC 9649).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from garfio.core.contentview.hex_view import hex_lines
from garfio.core.contentview.view import ContentView, Fact, Meta, View, ViewError

_HEX_LINES = 16
_START_OF_FRAME = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
_MAX_SEGMENTS = 500


@dataclass(frozen=True, slots=True)
class ImageSize:
    """Format and dimensions in pixels; both are 0 when the header does not reach that far."""

    format: str
    width: int
    height: int


def image_size(body: bytes) -> ImageSize | None:
    """What the header says, or None for bytes that are none of the four formats. Never raises."""
    for mark, name, read in _FORMATS:
        if body.startswith(mark) and (name != "webp" or body[8:12] == b"WEBP"):
            try:
                return ImageSize(name, *read(body))
            except (struct.error, IndexError):
                return ImageSize(name, 0, 0)
    return None


def _png(body: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from(">II", body, 16)
    return width, height


def _gif(body: bytes) -> tuple[int, int]:
    width, height = struct.unpack_from("<HH", body, 6)
    return width, height


def _jpeg(body: bytes) -> tuple[int, int]:
    at = 2
    for _ in range(_MAX_SEGMENTS):
        while body[at] == 0xFF and body[at + 1] == 0xFF:
            at += 1
        if body[at] != 0xFF:
            break
        marker = body[at + 1]
        if marker in _START_OF_FRAME:
            height, width = struct.unpack_from(">HH", body, at + 5)
            return width, height
        at += 2 if marker in _WITHOUT_LENGTH else 2 + struct.unpack_from(">H", body, at + 2)[0]
    return 0, 0


def _webp(body: bytes) -> tuple[int, int]:
    kind = body[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", body, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", body, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        width, height = (int.from_bytes(body[at : at + 3], "little") for at in (24, 27))
        return (width + 1, height + 1) if len(body) >= 30 else (0, 0)
    return 0, 0


_FORMATS = (
    (b"\x89PNG\r\n\x1a\n", "png", _png),
    (b"GIF87a", "gif", _gif),
    (b"GIF89a", "gif", _gif),
    (b"\xff\xd8\xff", "jpeg", _jpeg),
    (b"RIFF", "webp", _webp),
)


def _priority(body: bytes, meta: Meta) -> float:  # noqa: ARG001 - the table's signature
    return 0.9 if image_size(body[:16]) else 0.0


def _render(body: bytes, meta: Meta) -> View:  # noqa: ARG001 - the table's signature
    size = image_size(body)
    if size is None:
        raise ViewError("image.unknown")
    title = f"{size.format.upper()} {size.width} × {size.height}"
    facts: dict[str, Fact] = {
        "format": size.format,
        "width": size.width,
        "height": size.height,
        "bytes": len(body),
    }
    return View("\n".join((title, "", *hex_lines(body, 0, _HEX_LINES))), "hex", (), facts)


IMAGE = ContentView("image", _priority, _render)
