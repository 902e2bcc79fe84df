"""Tests of the list's model: rows, ids and summaries while both ends grow and rows go away."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from garfio.ui.capture_table.column import COLUMNS, Column
from garfio.ui.capture_table.model import CaptureTableModel, Role
from tests.ui.summaries import make_summaries, make_summary


def listed(model: CaptureTableModel) -> list[int]:
    return [model.id_at(row) for row in range(model.rowCount())]


def test_it_is_a_sound_model_while_it_changes(qtmodeltester: ModelTester) -> None:
    """Qt's own model check holds through every kind of change."""
    model = CaptureTableModel()
    qtmodeltester.check(model, force_py=True)
    model.reset(make_summaries(20, 11))
    model.append_older([10, 9, 8])
    model.prepend_newer([23, 22, 21], make_summaries(23, 21))
    model.remove([22, 15, 9])
    model.put([make_summary(20, unread=True)])
    qtmodeltester.check(model, force_py=True)


def test_both_ends_grow_newest_first() -> None:
    """Older ids follow at the end, newer ones come in at the top."""
    model = CaptureTableModel()
    model.reset(make_summaries(10, 9))
    model.append_older([8, 5])
    model.prepend_newer([12, 11], make_summaries(12, 11))
    model.prepend_newer([20], [])
    assert listed(model) == [20, 12, 11, 10, 9, 8, 5]
    assert model.ids_between(1, 4) == [12, 11, 10, 9]
    assert model.ids_between(0, 99) == listed(model)
    assert [model.row_of(number) for number in (20, 10, 5, 7, 99)] == [0, 3, 6, None, None]
    assert model.newest == 20


@given(
    older=st.sets(st.integers(1, 40), max_size=30),
    newer=st.sets(st.integers(41, 80), max_size=30),
    removed=st.sets(st.integers(1, 80), max_size=40),
)
def test_removing_leaves_exactly_the_others(older: set[int], newer: set[int], removed: set[int]) -> None:
    """Whatever is removed, the other ids stay in order and are found at their rows."""
    model = CaptureTableModel()
    model.reset([])
    model.append_older(sorted(older, reverse=True))
    model.prepend_newer(sorted(newer, reverse=True), [])
    model.remove(removed)
    left = sorted((older | newer) - removed, reverse=True)
    assert listed(model) == left
    assert [model.row_of(number) for number in left] == list(range(len(left)))


def test_many_gaps_are_removed_at_once() -> None:
    """Every second of a thousand rows goes in one reset."""
    model = CaptureTableModel()
    model.reset(make_summaries(1000, 1))
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    model.remove(range(2, 1001, 2))
    assert listed(model) == list(range(999, 0, -2))
    assert len(resets) == 1


def test_summaries_are_kept_only_as_far_as_somebody_looks() -> None:
    """After thousands of rows were put, the oldest put are forgotten and count as missing."""
    model = CaptureTableModel()
    model.reset([])
    model.append_older(range(6000, 0, -1))
    model.put(make_summaries(6000, 1))
    assert len(model.missing_between(0, 5999)) == 6000 - 4096
    assert model.summary_at(5999) is not None


CELLS: list[tuple[dict[str, object], Column, str]] = [
    ({}, Column.METHOD, "POST"),
    ({"target": b"/a?b=%zz"}, Column.PATH, "/a?b=%zz"),
    ({"target": b"/\xff"}, Column.PATH, "/\\xff"),
    ({"event_type": "orders/paid"}, Column.EVENT, "orders/paid"),
    ({"event_type": "orders/paid", "drift": 2}, Column.EVENT, "≠ orders/paid"),
    ({}, Column.EVENT, "—"),
    ({"verdict": "valid"}, Column.SIGNATURE, "✓ valid"),
    ({"verdict": "invalid"}, Column.SIGNATURE, "✕ invalid"),
    ({"verdict": "expired"}, Column.SIGNATURE, "◷ expired"),
    ({}, Column.TYPE, "application/json"),
    ({"content_type": ""}, Column.TYPE, "—"),
    ({}, Column.SIZE, "8.7 kB"),
    ({"size": 214}, Column.SIZE, "214 B"),
    ({"reply_status": 503}, Column.REPLY, "503"),
    ({"reply_status": 0}, Column.REPLY, "none"),
    ({}, Column.DURATION, "3 ms"),
    ({"reply_us": None}, Column.DURATION, "—"),
    ({"refusal": "tls"}, Column.PATH, "⊘ HTTPS sent to the HTTP port"),
    ({"refusal": "tls", "repeats": 12}, Column.PATH, "⊘ HTTPS sent to the HTTP port  ×13"),
    ({"refusal": "something_new"}, Column.PATH, "⊘ Refused: something_new"),
]


@pytest.mark.parametrize(("fields", "column", "text"), CELLS)
def test_cells_say(fields: dict[str, object], column: Column, text: str) -> None:
    """Each cell's text, for eyes and for a screen reader."""
    model = CaptureTableModel()
    model.reset([make_summary(1, **fields)])
    index = model.index(0, column)
    assert index.data() == text
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == text


def test_values_are_the_engines_own() -> None:
    """The value role gives what the engine gave, not a text."""
    model = CaptureTableModel()
    model.reset([make_summary(1)])
    assert model.index(0, Column.SIZE).data(Role.VALUE) == 8_712
    assert model.index(0, Column.TIME).data(Role.VALUE) == 1_793_000_000_000_001
    assert model.index(0, Column.PATH).data(Role.ID) == 1
    titles = [model.headerData(column, Qt.Orientation.Horizontal) for column in COLUMNS]
    assert titles[:3] == ["Time", "Method", "Path"]


def test_data_does_not_use_up_none() -> None:
    """Two thousand answers of None leave the count of its references where it was (PySide6 6.12 did not)."""
    model = CaptureTableModel()
    model.reset(make_summaries(2, 1))
    read: Callable[[], object] = lambda: model.index(0, 0).data(Qt.ItemDataRole.DecorationRole)  # noqa: E731
    read()
    before = sys.getrefcount(None)
    for _ in range(2000):
        read()
    assert abs(sys.getrefcount(None) - before) < 200
