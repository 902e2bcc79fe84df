"""Where the keys take the caret."""

import pytest

from garfio.ui.code_view.cursor import Cursor
from garfio.ui.code_view.document import Document
from garfio.ui.code_view.rows import LONG_LINE, Rows


def cursor_in(text: str, columns: int = 0) -> Cursor:
    document = Document(text)
    while document.advance(0):
        pass
    rows = Rows(document)
    rows.set_columns(columns)
    return Cursor(document, rows)


@pytest.mark.parametrize(
    ("text", "at", "motion", "to"),
    [
        ("ab", 0, "right", 1),
        ("ab", 2, "right", 2),
        ("ab", 0, "left", 0),
        ("a\r\nb", 1, "right", 3),
        ("a\r\nb", 3, "left", 1),
        ("e\u0301x", 0, "right", 2),
        ("e\u0301x", 2, "left", 0),
        ("a\u200bb", 1, "right", 2),
        ("one two", 0, "word-right", 3),
        ("one two", 3, "word-right", 7),
        ("one two", 7, "word-left", 4),
        ("one two", 4, "word-left", 0),
        ("one\ntwo", 5, "row-start", 4),
        ("one\r\ntwo", 1, "row-end", 3),
        ("one\ntwo", 1, "bottom", 7),
        ("one\ntwo", 5, "top", 0),
    ],
)
def test_motions(text: str, at: int, motion: str, to: int) -> None:
    cursor = cursor_in(text)
    cursor.place(at)
    cursor.move(motion)
    assert cursor.selection == (to, to)


def test_shift_extends_and_an_arrow_collapses_to_its_side() -> None:
    cursor = cursor_in("abcdef")
    cursor.place(2)
    cursor.move("right", select=True)
    cursor.move("right", select=True)
    assert cursor.selection == (2, 4)
    cursor.move("left")
    assert cursor.selection == (2, 2)


def test_going_down_keeps_the_column_over_a_short_line() -> None:
    cursor = cursor_in("abcdef\nx\nabcdef")
    cursor.place(5)
    cursor.move_rows(1)
    assert cursor.position == 8
    cursor.move_rows(1)
    assert cursor.position == 14
    cursor.move_rows(1)
    assert cursor.position == 15


def test_columns_are_cells_not_characters() -> None:
    cursor = cursor_in("漢漢x\nabcdef")
    cursor.place(2)
    cursor.move_rows(1)
    assert cursor.position == 8


def test_wrapped_rows_are_walked_one_by_one() -> None:
    cursor = cursor_in("abcdefghij\nk", columns=4)
    cursor.place(1)
    cursor.move_rows(1)
    assert cursor.position == 5
    cursor.move("row-end")
    assert cursor.position == 7
    cursor.move_rows(-9)
    assert cursor.position == 3
    cursor.move_rows(-1)
    assert cursor.position == 0


def test_a_very_long_line_is_entered_by_its_characters() -> None:
    cursor = cursor_in("x" * (LONG_LINE + 500) + "\n" + "y" * (LONG_LINE + 500))
    cursor.place(8000)
    cursor.move_rows(1)
    assert cursor.position == LONG_LINE + 501 + 8000


@pytest.mark.parametrize(
    ("at", "word"), [(0, "key_1"), (4, "key_1"), (5, ":"), (7, "Núria"), (12, ""), (99, "")]
)
def test_words(at: int, word: str) -> None:
    text = "key_1: Núria"
    cursor = cursor_in(text)
    cursor.select_word(min(at, len(text)))
    start, end = cursor.selection
    assert text[start:end] == word


def test_a_line_is_selected_with_its_end() -> None:
    cursor = cursor_in("one\r\ntwo")
    cursor.select_line(1)
    assert cursor.selection == (0, 5)
    cursor.select_line(6)
    assert cursor.selection == (5, 8)
