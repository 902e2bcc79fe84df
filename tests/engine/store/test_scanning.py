"""A long search comes in slices: everything is found once, in order, and another search ends it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import apsw
import pytest
from tests.factories import make_arrival

from garfio.core.capture import CaptureId
from garfio.core.query import QueryError
from garfio.engine.store import reading, scanning
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, connect_reading, open_database


@pytest.fixture
def rows(db: Path) -> apsw.Connection:
    """Sixty captures, every tenth with a word of its own."""
    open_database(db)
    writing = connect(db)
    bodies = [
        b"",
        *(b'{"word":"%s"}' % (b"rare" if number % 10 == 0 else b"usual") for number in range(2, 61)),
    ]
    insert_arrivals(writing, [make_arrival(body, b"/shop?x=1") for body in bodies])
    writing.close()
    connection = connect_reading(db)
    reading.prepare_reading(connection)
    return connection


def test_slices_find_everything_once(rows: apsw.Connection) -> None:
    """A rare word was searched in the smallest slices; each of its captures came once, the newest first."""
    found: list[CaptureId] = []
    part = scanning.scan(rows, lambda: False, "rare", None, 4, 0)
    slices = 1
    while not part.is_last:
        found += part.ids
        assert part.part == (61 - part.before) / 60
        part = scanning.scan(rows, lambda: False, "rare", replace(part, span=4), budget_s=0)
        slices += 1
    found += part.ids
    assert found == [60, 50, 40, 30, 20, 10]
    assert slices == 15


def test_a_search_that_is_over_stops(rows: apsw.Connection) -> None:
    """Another search had begun; the slice ends where it started and can be taken up again."""
    part = scanning.scan(rows, lambda: True, "rare")
    assert (part.ids, part.before, part.is_last) == ([], 61, False)


def test_counting(rows: apsw.Connection) -> None:
    """Matches between two ids were counted; the lower one is left out, the upper one is not."""
    assert scanning.count(rows, lambda: False, "rare", CaptureId(0), CaptureId(60)) == 6
    assert scanning.count(rows, lambda: False, "rare", CaptureId(30), CaptureId(59)) == 2
    with pytest.raises(QueryError):
        scanning.count(rows, lambda: False, "nofield:x", CaptureId(0), CaptureId(60))


def test_what_occurs(rows: apsw.Connection) -> None:
    """Values for completion were asked for; columns, header names and body paths are among them."""
    found = scanning.occurring(rows)
    assert found["path"] == ["/shop"]
    assert found["method"] == ["POST"]
    assert found["type"] == ["application/json"]
    assert "content-length" in found["header"]
    assert found["body"] == [".word"]


def test_the_previous_of_the_same_kind(rows: apsw.Connection, db: Path) -> None:
    """Captures of another path came between; the previous one of the same path is found."""
    writing = connect(db)
    insert_arrivals(writing, [make_arrival(target=b"/other"), make_arrival(target=b"/shop?y=2")])
    writing.close()
    assert reading.previous_like(rows, CaptureId(62)) == 60
    assert reading.previous_like(rows, CaptureId(61)) is None
