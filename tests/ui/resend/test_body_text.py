"""Tests of bodies as text to edit: only what comes back to the byte is text."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.view import Meta
from garfio.ui.resend.body_text import LIMIT, body_bytes, body_text, json_fault, unpacked

JSON = Meta("application/json")


@given(st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace")))
def test_text_comes_back(body: bytes) -> None:
    """Whatever is shown as text is the same bytes again."""
    shown = body_text(body, JSON)
    if not shown.reason:
        assert body_bytes(shown.text, shown.newline) == body


@pytest.mark.parametrize(
    ("body", "meta", "reason"),
    [
        (b'{"a":1}', JSON, ""),
        (b"a\r\nb\r\n", JSON, ""),
        (b"a\r\nb\n", JSON, "binary"),
        (b"a\rb", JSON, "binary"),
        (b"\xff\xfe", JSON, "binary"),
        ("a\u2028b".encode(), JSON, "binary"),
        (b"a\0b", JSON, "binary"),
        (b"x" * (LIMIT + 1), JSON, "large"),
        (gzip.compress(b"{}", mtime=0), Meta("application/json", "gzip"), "coded"),
    ],
)
def test_what_is_text(body: bytes, meta: Meta, reason: str) -> None:
    """Mixed line ends, characters that an editor changes, bytes and compressed bodies are no text."""
    assert body_text(body, meta).reason == reason


def test_line_ends_are_kept() -> None:
    """The editor shows LF; CR LF comes back, also in what is typed."""
    shown = body_text(b"a\r\nb", JSON)
    assert shown.text == "a\nb"
    assert body_bytes("a\nb\nc", shown.newline) == b"a\r\nb\r\nc"


def test_unpacking() -> None:
    """A whole gzip body is undone; a broken one is not."""
    packed = gzip.compress(b'{"a":1}', mtime=0)
    meta = Meta("application/json", "gzip")
    assert unpacked(packed, meta) == b'{"a":1}'
    assert unpacked(packed[:-6], meta) is None


@pytest.mark.parametrize(
    ("text", "place"), [('{"a":1}', None), ('{"a":1\n"b":2}', (2, 1)), ("{", (1, 2)), ("nul", (1, 1))]
)
def test_json_faults_have_a_place(text: str, place: tuple[int, int] | None) -> None:
    """Where JSON stops being JSON is known by line and column."""
    fault = json_fault(text)
    assert (fault and (fault.fields["line"], fault.fields["column"])) == place
