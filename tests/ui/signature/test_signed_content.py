"""Tests of the signed content for the eye: the text is the bytes, and the marks are where the parts are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.signature import Part
from garfio.ui.signature.signed_content import SHOWN_BYTES, as_hex, as_text, end_text, legend

PARTS = (Part("timestamp", b"17"), Part("literal", b"."), Part("body", b'{"a":\r\n1}\n'))


@given(st.lists(st.tuples(st.sampled_from(("literal", "body", "id")), st.binary(max_size=50)), max_size=4))
def test_the_text_is_the_bytes(pairs: list[tuple[str, bytes]]) -> None:
    """Nothing is lost on the way to the screen, and no mark goes over the end of its line."""
    parts = [Part(name, data) for name, data in pairs]
    shown = as_text(parts)
    joined = b"".join(
        data.decode("utf-8", "surrogateescape").encode("utf-8", "surrogateescape") for _, data in pairs
    )
    assert shown.text.encode("utf-8", "surrogateescape") == joined
    lines = shown.text.split("\n")
    for mark in shown.marks:
        assert mark.start + mark.length <= len(lines[mark.line])


def test_marks_of_text() -> None:
    """Each part is marked on its own lines."""
    found = [(mark.line, mark.start, mark.length, mark.kind) for mark in as_text(PARTS).marks]
    assert found == [(0, 0, 2, "part1"), (0, 2, 1, "literal"), (0, 3, 5, "part2"), (1, 0, 2, "part2")]


def test_marks_of_hex() -> None:
    """The pairs and the characters of a part are marked, over the gap in the middle too."""
    shown = as_hex((Part("id", b"0123456"), Part("body", b"abcdefghijkl")))
    lines = shown.text.split("\n")
    said = [(mark.kind, lines[mark.line][mark.start : mark.start + mark.length]) for mark in shown.marks]
    assert said == [
        ("part1", "30 31 32 33 34 35 36"),
        ("part1", "0123456"),
        ("part2", "61  62 63 64 65 66 67 68 69"),
        ("part2", "abcdefghi"),
        ("part2", "6a 6b 6c"),
        ("part2", "jkl"),
    ]


def test_a_long_body_keeps_its_ends() -> None:
    """Of a long part the middle is left out; beginning and end are there."""
    shown = as_text((Part("body", b"<" + b"x" * SHOWN_BYTES * 3 + b">"),))
    assert shown.cut
    assert shown.text[0] + shown.text[-1] == "<>"
    assert len(shown.text) < SHOWN_BYTES + 100


def test_the_legend_names_the_parts() -> None:
    """Literals have no name; references say where the value is."""
    parts = (*PARTS, Part("header:X-Id", b"1"))
    assert [(entry.name, entry.size) for entry in legend(parts)] == [
        ("timestamp", 2),
        ("body", 10),
        ("header X-Id", 1),
    ]


@pytest.mark.parametrize(
    ("data", "text"), [(b"a\r\n", "ends with CR LF"), (b"a\n", "ends with LF"), (b"a", "")]
)
def test_an_end_that_cannot_be_seen_is_said(data: bytes, text: str) -> None:
    """Line breaks and blanks at the end are named."""
    assert end_text(data) == text
