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


@given(st.binary(max_size=300))
def test_any_bytes_can_be_shown(sent: bytes) -> None:
    """Any bytes were taken for a table."""
    error = show_as("csv", sent, META).error
    assert error is None or error.code == "csv.invalid"
