"""Characters that hide or reorder text are found at their place; ordinary text is left alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.visible import (
    KINDS,
    Span,
    describe,
    invisible_spans,
    is_lookalike,
    lookalike_spans,
    reveal,
)


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("plain ñ 日本 🎉\t\r\n", []),
        ("a\u202eb", [Span(1, 2, "bidi")]),
        ("\u2066x\u2069", [Span(0, 1, "bidi"), Span(2, 3, "bidi")]),
        ("pass\u200bword\ufeff", [Span(4, 5, "zero_width"), Span(9, 10, "zero_width")]),
        ("\u200d\u200c", [Span(0, 2, "joiner")]),
        ("❤\ufe0f", [Span(1, 2, "variation")]),
        ("hi\U000e0068\U000e0069", [Span(2, 4, "tag")]),
        ("\x00\x1b[31m\x9b", [Span(0, 2, "control"), Span(6, 7, "control")]),
        ("a\rb\r\n", [Span(1, 2, "control")]),
        ("a\u2028b\u00a0", [Span(1, 2, "separator"), Span(3, 4, "blank")]),
        ("\ud800", [Span(0, 1, "surrogate")]),
        ("\ufffe\U0010ffff\ufdd0", [Span(0, 3, "noncharacter")]),
    ],
)
def test_spans(text: str, spans: list[Span]) -> None:
    """A text was searched; runs are found with their kind."""
    assert invisible_spans(text) == spans


def test_every_format_and_control_character_is_covered() -> None:
    """All code points were tried; those of category Cc, Cf and Cs are found, save signs that show."""
    visible_signs = (
        {
            char
            for char in map(chr, range(0x110000))
            if unicodedata.category(char) == "Cf"
            and ("ARABIC" in unicodedata.name(char, "") or "SYRIAC" in unicodedata.name(char, ""))
            and "LETTER MARK" not in unicodedata.name(char)
        }
        | set("\U000110bd\U000110cd")
        | {chr(code) for code in range(0x13430, 0x13440)}
    )
    missed = [
        describe(char)
        for char in map(chr, range(0x110000))
        if unicodedata.category(char) in ("Cc", "Cf", "Cs")
        and char not in "\t\n"
        and char not in visible_signs
        and not invisible_spans(char)
    ]
    assert missed == []


def test_part_and_limit() -> None:
    """A part of a text was searched with a limit; offsets are those of the whole text."""
    text = "\u200b." * 10
    assert invisible_spans(text, 2, 5) == [Span(2, 3, "zero_width"), Span(4, 5, "zero_width")]
    assert len(invisible_spans(text, limit=3)) == 3


def test_for_people() -> None:
    """A title with an override was revealed; the character is named."""
    assert reveal("a\u202eb") == "a⟨U+202E⟩b"
    assert describe("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert describe("\x00") == "U+0000"
    assert len(KINDS) == 10


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://раураl.com/login", ["раура"]),
        ("info@gооgle.com", ["оо"]),
        ("аdmin", ["а"]),
        ("Αpple", ["Α"]),
        ("раура.com", ["раура"]),
        ("ｐaypal", ["ｐ"]),
        ("Привет мир, hello", []),
        ("user@почта.рф", []),
        ("5 μm", []),
        ("naïve café ñandú", []),
        ("私のhovercraft", []),
        ("оооо", []),
        ("plain", []),
    ],
)
def test_letters_that_pass_for_latin_are_found(text: str, found: list[str]) -> None:
    """Words and addresses with letters of another script among Latin ones; whole texts of another are left alone."""
    assert [text[start:end] for start, end in lookalike_spans(text)] == found


@given(st.text(max_size=60))
def test_spans_are_in_order_and_inside(text: str) -> None:
    """Any text: the spans are letters that look Latin, one behind the other."""
    at = 0
    for start, end in lookalike_spans(text):
        assert at <= start < end <= len(text)
        assert all(is_lookalike(char) for char in text[start:end])
        at = end
