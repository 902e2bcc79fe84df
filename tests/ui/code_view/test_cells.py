"""Characters take their cells, and nothing invisible stays invisible."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.ui.code_view.cells import label_of, lay_out


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", 0),
        ("plain", 5),
        ("Núria", 5),
        ("e\u0301", 1),
        ("ae\u0301b", 3),
        ("漢字", 4),
        ("\ta", 5),
        ("ab\tc", 5),
        ("привет", 6),
        ("שלום", 4),
        ("❤\ufe0f", 2),
        ("1\ufe0f\u20e3", 2),
        ("\u0301", 1),
    ],
)
def test_widths(text: str, cells: int) -> None:
    assert lay_out(text).cells == cells


@pytest.mark.parametrize(
    ("character", "label"),
    [
        ("\x00", "NUL"),
        ("\x1b", "ESC"),
        ("\r", "CR"),
        ("\x7f", "DEL"),
        ("\x85", "NEL"),
        ("\x9f", "U+009F"),
        ("\u00a0", "NBSP"),
        ("\u200b", "ZWSP"),
        ("\u202e", "U+202E"),
        ("\u2066", "U+2066"),
        ("\u2028", "U+2028"),
        ("\ufeff", "BOM"),
        ("\u3164", "U+3164"),
        ("\ud800", "U+D800"),
        ("\ufe00", "U+FE00"),
        ("\U000e0041", "U+E0041"),
        ("\U000e0101", "U+E0101"),
        ("a", ""),
        (" ", ""),
        ("\t", ""),
        ("\u3000", ""),
        ("漢", ""),
        ("😀", ""),
        ("\u0301", ""),
    ],
)
def test_labels(character: str, label: str) -> None:
    assert label_of(character) == label


def test_a_variation_selector_may_only_style_a_symbol() -> None:
    kinds = [piece.kind for piece in lay_out("a\ufe0f❤\ufe0f").pieces]
    assert kinds == ["plain", "code", "single"]


def test_nothing_that_is_a_format_or_control_character_is_drawn_as_nothing() -> None:
    categories = {"Cc", "Cf", "Cs", "Zl", "Zp"}
    hidden = [chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in categories]
    assert [ascii(character) for character in hidden if not label_of(character)] == ["'\\t'"]


@given(st.text(max_size=40))
def test_pieces_are_the_text_and_cells_go_up(text: str) -> None:
    layout = lay_out(text)
    assert "".join(piece.text for piece in layout.pieces) == text
    cells = [layout.cell_of(index) for index in range(len(text) + 1)]
    assert cells == sorted(cells)
    assert cells[-1] == layout.cells
    assert all(piece.cells > 0 for piece in layout.pieces)


@given(st.text(max_size=40))
def test_a_place_between_pieces_is_found_again(text: str) -> None:
    layout = lay_out(text)
    for piece in layout.pieces:
        assert layout.index_at(layout.cell_of(piece.start)) == piece.start
    assert layout.index_at(layout.cells) == len(text)
    assert layout.index_at(-5) == 0


@given(st.text(min_size=1, max_size=40), st.integers(1, 30))
def test_what_fits_is_not_wider_unless_it_is_one_cluster(text: str, cells: int) -> None:
    layout = lay_out(text)
    count = layout.fit(cells)
    assert 1 <= count <= len(text)
    assert layout.cell_of(count) <= cells or count <= layout.pieces[0].end


def test_a_layout_may_stop_early() -> None:
    layout = lay_out("漢" * 1000, 10)
    assert layout.length < 10
    assert layout.fit(10) == 5
