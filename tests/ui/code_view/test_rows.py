"""Wrapped rows cover the text, in both directions, without walking it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.ui.code_view.document import Document
from garfio.ui.code_view.rows import LONG_LINE, Rows


def rows_of(text: str, columns: int) -> tuple[Document, Rows]:
    document = Document(text)
    while document.advance(0):
        pass
    rows = Rows(document)
    rows.set_columns(columns)
    return document, rows


TEXTS = st.text(alphabet="ab 漢\t\n\u202ee\u0301", max_size=80)


@given(TEXTS, st.integers(1, 12))
def test_rows_follow_each_other_and_cover_every_line(text: str, columns: int) -> None:
    document, rows = rows_of(text, columns)
    found = list(rows.from_row(rows.row_at(0), 500))
    for line in range(document.line_count):
        parts = [row for row in found if row.line == line]
        assert parts[0].start == document.line_start(line)
        assert parts[-1].end == document.line_end(line)
        assert [row.end for row in parts[:-1]] == [row.start for row in parts[1:]]
    back = [found[-1]]
    while (row := rows.previous(back[-1])) is not None:
        back.append(row)
    assert back[::-1] == found


@given(TEXTS, st.integers(8, 12))
def test_rows_are_as_wide_as_the_window_allows(text: str, columns: int) -> None:
    _, rows = rows_of(text, columns)
    assert max(rows.layout(row).cells for row in rows.from_row(rows.row_at(0), 500)) <= columns


@pytest.mark.parametrize("text", ["x" * 3_000_000, "漢" * 3_000_000], ids=["ascii", "wide"])
def test_one_huge_line_is_entered_anywhere(text: str) -> None:
    _, rows = rows_of(text, 80)
    row = rows.row_at(2_000_000)
    assert row.start <= 2_000_000 < row.end
    assert rows.next(row).start == row.end
    assert rows.previous(row).end == row.start
    last = rows.row_at(len(text))
    assert last.end == len(text)
    assert rows.next(last) is None


def test_moving_stops_at_the_ends() -> None:
    _, rows = rows_of("abc\ndef", 2)
    first = rows.row_at(0)
    assert rows.moved(first, -3) == first
    assert rows.moved(first, 2).start == 4
    assert rows.moved(first, 99).end == 7


def test_an_unwrapped_line_is_cut_to_the_window_only_when_it_is_very_long() -> None:
    _, rows = rows_of("short\n" + "y" * (LONG_LINE + 10), 0)
    assert rows.line_row(0, 3, 20) == (0, 0, 5, 3)
    assert rows.line_row(1, 100, 20) == (1, 106, 127, 0)
    assert rows.line_row(1, 10**6, 20) == (1, 6 + LONG_LINE + 10, 6 + LONG_LINE + 10, 0)
