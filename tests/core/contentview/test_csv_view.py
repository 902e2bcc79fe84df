"""Tables are shown in columns with every cell whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.csv_view import MAX_ROWS
from garfio.core.contentview.registry import choose, show_as
from garfio.core.contentview.view import Meta

META = Meta("text/csv")


def test_columns_stand_under_each_other() -> None:
    """Quotes, line breaks and the delimiter in cells; each row is one line."""
    shown = choose(b'id;note\r\n1;"a;b"\r\n22;"x\r\ny ""z"""\r\n', META)
    assert shown.name == "csv"
    assert shown.view.text.split("\n") == ["id │ note", "───┼────────", "1  │ a;b", '22 │ x⏎y "z"']
    assert shown.view.notes == ()


def test_a_row_of_another_length_is_named() -> None:
    """The third row has a cell too many; it is shown, and said."""
    view = choose(b"a,b\n1,2\n1,2,3\n", META).view
    assert view.text.endswith("1 │ 2 │ 3")
    assert dict(view.notes[0].fields) == {"row": 3, "cells": 3, "columns": 2}


def test_very_many_rows_are_cut_and_a_huge_cell_is_refused() -> None:
    """A table beyond the limits came; what is shown is said, or the text is shown instead."""
    assert choose(b"a,b\n" * 30_000, META).view.text.count("\n") == MAX_ROWS
    shown = choose(b'"' + b"x" * 1_000_000 + b'"', META)
    assert (shown.name, shown.view.notes[0].code) == ("text", "csv.invalid")


def test_the_first_row_names_the_columns() -> None:
    """A short row and a long one: the cells are as they came, the columns are enough for all."""
    table = choose(b"id,note\n1\n2,x\ny,3\n", META).view.table
    assert table is not None
    assert (table.columns, table.titled) == (("id", "note"), True)
    assert [row.cells for row in table.rows] == [("1",), ("2", "x"), ("y", "3")]
    wide = choose(b"a\n1,2,3\n", META).view.table
    assert wide is not None
    assert wide.columns == ("a", "", "")


@given(st.binary(max_size=300))
def test_any_bytes_can_be_shown(sent: bytes) -> None:
    """Any bytes were taken for a table."""
    error = show_as("csv", sent, META).error
    assert error is None or error.code == "csv.invalid"
