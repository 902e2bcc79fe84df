"""Every byte is shown at its place, a slice at a time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.hex_view import HEX, SHOWN_BYTES, hex_line_count, hex_lines
from garfio.core.contentview.view import Meta


def test_layout() -> None:
    """Twenty bytes were shown; offset, pairs with a gap in the middle, and ASCII with dots."""
    assert hex_lines(bytes(range(60, 80)), 0, 9) == [
        "00000000  3c 3d 3e 3f 40 41 42 43  44 45 46 47 48 49 4a 4b  <=>?@ABCDEFGHIJK",
        "00000010  4c 4d 4e 4f                                       LMNO",
    ]
    assert hex_lines(b"\x00a\xff", 0, 1)[0].endswith("  .a.")


@given(st.binary(max_size=200), st.integers(0, 15), st.integers(0, 15))
def test_lines_give_the_bytes_back(body: bytes, first: int, count: int) -> None:
    """Any slice of lines was taken; the pairs are the bytes of that place."""
    lines = hex_lines(body, first, count)
    shown = b"".join(bytes.fromhex(line[10:59]) for line in lines)
    assert shown == body[first * 16 : (first + count) * 16]
    assert len(hex_lines(body, 0, 10**6)) == hex_line_count(body)


def test_cap_is_said() -> None:
    """A body over the cap was shown; its beginning is there with a note of both sizes."""
    view = HEX.render(bytes(SHOWN_BYTES + 1), Meta())
    assert view.notes[0].code == "hex.cut"
    assert view.notes[0].fields == {"shown": SHOWN_BYTES, "size": SHOWN_BYTES + 1}
    assert view.text.count("\n") == SHOWN_BYTES // 16 - 1
