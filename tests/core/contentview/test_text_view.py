"""Text is shown as sent, told apart from binary data, with its measures named."""

from __future__ import annotations

import pytest

from garfio.core.contentview.registry import choose
from garfio.core.contentview.text_view import TEXT, looks_like_text
from garfio.core.contentview.view import Meta


@pytest.mark.parametrize(
    ("body", "content_type", "is_text"),
    [
        (b"", "", True),
        (b"hello\n", "", True),
        ("ñandú".encode("latin-1"), "", True),
        ("日本語".encode("shift_jis"), "text/plain; charset=shift_jis", True),
        ("hello".encode("utf-16"), "", True),
        (b"\x1b[31mred\x1b[0m", "", True),
        (b"a\0b", "text/plain", False),
        (bytes(range(1, 256)), "text/plain", False),
        (b"\x1f\x8b\x08\x00" + bytes(range(200, 256)), "", False),
    ],
)
def test_text_or_not(body: bytes, content_type: str, is_text: bool) -> None:
    """Bytes came; whether they read as text is found."""
    assert looks_like_text(body, Meta(content_type)) is is_text


@pytest.mark.parametrize(
    ("body", "facts"),
    [
        (b"one", {"encoding": "utf-8", "lines": 1}),
        (b"a\r\nb\r\n", {"encoding": "utf-8", "lines": 3, "line_ends": "crlf"}),
        (b"a\nb", {"encoding": "utf-8", "lines": 2, "line_ends": "lf"}),
        (b"a\r\nb\nc\r", {"encoding": "utf-8", "lines": 3, "line_ends": "mixed"}),
    ],
)
def test_facts(body: bytes, facts: dict[str, object]) -> None:
    """A text was sent; encoding, lines and line ends are measured, and no character changes."""
    view = TEXT.render(body, Meta())
    assert view.facts == facts
    assert view.text.encode() == body


@pytest.mark.parametrize(
    ("content_type", "syntax"),
    [
        ("text/javascript", "javascript"),
        ("application/yaml", "yaml"),
        ("text/css", "css"),
        ("text/plain", "text"),
    ],
)
def test_syntax_follows_the_type(content_type: str, syntax: str) -> None:
    """Code was sent; the highlighter is told which."""
    assert choose(b"a: 1", Meta(content_type)).view.syntax == syntax
