"""Image dimensions come from header bytes, whatever follows."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.image_view import IMAGE, ImageSize, image_size
from garfio.core.contentview.registry import choose, show_as
from garfio.core.contentview.view import Meta

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 640, 480)
JPEG = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xff\xc0\x00\x11\x08" + struct.pack(">HH", 20, 30)


@pytest.mark.parametrize(
    ("body", "size"),
    [
        (PNG, ImageSize("png", 640, 480)),
        (PNG[:18], ImageSize("png", 0, 0)),
        (b"GIF89a" + struct.pack("<HH", 3, 4), ImageSize("gif", 3, 4)),
        (JPEG, ImageSize("jpeg", 30, 20)),
        (JPEG[:12], ImageSize("jpeg", 0, 0)),
        (b"RIFF....WEBPVP8 " + bytes(10) + struct.pack("<HH", 100, 50), ImageSize("webp", 100, 50)),
        (
            b"RIFF....WEBPVP8L" + bytes(4) + b"\x2f" + struct.pack("<I", 9 | 19 << 14),
            ImageSize("webp", 10, 20),
        ),
        (b"RIFF....WEBPVP8X" + bytes(8) + b"\x09\0\0\x13\0\0", ImageSize("webp", 10, 20)),
        (b"RIFF....WAVEfmt ", None),
        (b"", None),
    ],
)
def test_headers(body: bytes, size: ImageSize | None) -> None:
    """Header bytes of a format were given; format and dimensions are read."""
    assert image_size(body) == size


def test_view() -> None:
    """A PNG came as octets; it is recognised, named, and its beginning shown."""
    shown = choose(PNG, Meta("application/octet-stream"))
    assert shown.name == "image"
    assert shown.view.facts == {"format": "png", "width": 640, "height": 480, "bytes": len(PNG)}
    assert shown.view.text.startswith("PNG 640 × 480\n\n00000000  89 50 4e 47")
    failed = show_as("image", b"text", Meta("image/png"))
    assert failed.error is not None
    assert failed.error.code == "image.unknown"


@given(st.sampled_from([PNG, JPEG[:2], b"\xff\xd8\xff", b"RIFF....WEBPVP8X"]), st.binary(max_size=64))
def test_hostile_headers(start: bytes, rest: bytes) -> None:
    """Arbitrary bytes follow a signature; nothing raises."""
    body = start + rest
    if image_size(body):
        IMAGE.render(body, Meta())
