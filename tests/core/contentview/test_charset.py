"""Bytes become characters by evidence, and can always be had back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.charset import decode, python_name


@pytest.mark.parametrize(
    ("body", "charset", "text", "encoding", "codes"),
    [
        (b"abc", None, "abc", "utf-8", []),
        ("añ".encode(), None, "añ", "utf-8", []),
        ("añ".encode(), "us-ascii", "añ", "utf-8", ["text.charset_wrong"]),
        ("añ".encode("latin-1"), "iso-8859-1", "añ", "iso8859-1", []),
        ("añ".encode("latin-1"), None, "añ", "iso8859-1", ["text.not_utf8"]),
        ("añ".encode("latin-1"), "utf-8", "añ", "iso8859-1", ["text.charset_wrong", "text.not_utf8"]),
        ("€".encode("cp1252"), "windows-1252", "€", "cp1252", []),
        ("日本".encode("shift_jis"), "Shift_JIS", "日本", "shift_jis", []),
        (b"\xef\xbb\xbfx", None, "x", "utf-8", ["text.bom"]),
        ("hello".encode("utf-16"), None, "hello", "utf-16-le", ["text.bom"]),
        ("hello".encode("utf-16-be"), None, "hello", "utf-16-be", []),
        ("hello".encode("utf-16-le"), "utf-16", "hello", "utf-16-le", []),
        ("日本".encode("utf-16-be"), "utf-16", "日本", "utf-16-be", []),
        ("hello".encode("utf-32-le"), None, "hello", "utf-32-le", []),
        ("hello".encode("utf-32"), None, "hello", "utf-32-le", ["text.bom"]),
        (b"x", "rot13", "x", "utf-8", ["text.charset_unknown"]),
        (b"x", "idna", "x", "utf-8", ["text.charset_unknown"]),
        (b"x", "no\0such", "x", "utf-8", ["text.charset_unknown"]),
        (b"", "utf-8", "", "utf-8", []),
    ],
)
def test_evidence(body: bytes, charset: str | None, text: str, encoding: str, codes: list[str]) -> None:
    """A body came with or without a charset; the encoding that fits is used and named."""
    decoded = decode(body, charset)
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert [item.code for item in decoded.notes] == codes


def test_json_is_utf8_whatever_is_declared() -> None:
    """JSON declared as Latin-1 was UTF-8 and once really Latin-1; both are read right."""
    assert decode('"ñ"'.encode(), "iso-8859-1", json=True).text == '"ñ"'
    assert decode('"ñ"'.encode("latin-1"), "iso-8859-1", json=True).text == '"ñ"'


def test_cut_in_a_character() -> None:
    """A body was cut inside a character; the rest is still UTF-8."""
    cut = "ññ".encode()[:-1]
    assert decode(cut, cut=True).text == "ñ"
    assert decode(cut).encoding == "iso8859-1"


@given(st.binary(max_size=64), st.sampled_from([None, "utf-8", "utf-16", "utf-32", "latin-1", "cp1252"]))
def test_never_raises_and_loses_nothing(body: bytes, charset: str | None) -> None:
    """Arbitrary bytes were decoded; encoding the text again gives the bytes behind the mark."""
    decoded = decode(body, charset)
    assert body.endswith(decoded.text.encode(decoded.encoding))
    rest = body.removesuffix(decoded.text.encode(decoded.encoding))
    assert rest in (b"", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0\0\xfe\xff")


def test_names_that_are_not_for_text() -> None:
    """Codecs that interpret or transform are refused."""
    assert [python_name(name) for name in ("utf-7", "unicode_escape", "base64", "punycode", "utf8")] == [
        *[None] * 4,
        "utf-8",
    ]
