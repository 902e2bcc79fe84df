"""Pages by row id, whole captures, counts; a database of any length costs the same."""

from __future__ import annotations

import apsw
import pytest
from tests.factories import make_arrival, make_refused

from garfio.core.capture import CaptureId
from garfio.core.query import QueryError
from garfio.engine.store import reading
from garfio.engine.store.captures import insert_arrivals


@pytest.fixture
def filled(connection: apsw.Connection) -> apsw.Connection:
    """Ten captures on two paths."""
    insert_arrivals(
        connection,
        [make_arrival(b"%d" % n, b"/%d?n=%d" % (n % 2, n), received_at_us=n * 1000) for n in range(1, 11)],
    )
    return connection


def _ids(rows: list[object]) -> list[int]:
    return [row.id for row in rows]  # type: ignore[attr-defined]


PAGES = [
    ({}, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]),
    ({"limit": 3}, [10, 9, 8]),
    ({"before": 8, "limit": 3}, [7, 6, 5]),
    ({"after": 7}, [10, 9, 8]),
    ({"after": 2, "before": 5}, [4, 3]),
    ({"oldest_first": True, "limit": 2}, [1, 2]),
    ({"before": 1}, []),
    ({"limit": 0}, []),
]


@pytest.mark.parametrize(("options", "expected"), PAGES)
def test_pages(filled: apsw.Connection, options: dict[str, int], expected: list[int]) -> None:
    """Rows between two ids, from either end."""
    assert _ids(reading.page(filled, **options)) == expected  # type: ignore[arg-type]


def test_queries_narrow_pages(filled: apsw.Connection) -> None:
    """A query and the bounds hold together; a query that cannot be read is an error with a position."""
    assert _ids(reading.page(filled, "path:/1", before=CaptureId(8), limit=2)) == [7, 5]
    assert reading.ids(filled, "path:/1", limit=2) == [9, 7]
    with pytest.raises(QueryError):
        reading.page(filled, "(")


def test_a_page_reads_only_its_own_rows(connection: apsw.Connection) -> None:
    """Neither the newest page nor one in the middle looks at the other rows.

    Seen to fail with an ORDER BY on the time of arrival, and with a count in the page.
    """
    steps = []
    for count in (300, 3000):
        insert_arrivals(connection, [make_arrival()] * count)
        for before in (None, CaptureId(reading.newest_id(connection) // 2)):
            taken = []
            connection.set_progress_handler(lambda taken=taken: bool(taken.append(1)), 100)  # type: ignore[misc]
            assert len(reading.page(connection, before=before, limit=50)) == 50
            reading.counts(connection)
            connection.set_progress_handler(None)
            steps.append(len(taken))
    assert max(steps) <= min(steps) + 5


def test_counts(filled: apsw.Connection) -> None:
    """Totals and busiest paths; refused messages apart."""
    insert_arrivals(filled, [make_refused(), make_arrival(target=b"/0")])
    counts = reading.counts(filled)
    assert (counts.captured, counts.unread, counts.refused) == (12, 12, 1)
    assert counts.per_path == (("/0", 6), ("/1", 5))


def test_arrivals_over_time(filled: apsw.Connection) -> None:
    """Captures a bucket from a time on."""
    filled.execute("UPDATE captures SET verdict = 'invalid' WHERE id = 7")
    insert_arrivals(filled, [make_refused(received_at_us=11_000)])
    assert reading.first_since(filled, 6000) == 5
    assert reading.timeline(filled, 5, None, 2000, 0) == [(3, 2, 1, 0), (4, 2, 0, 0), (5, 2, 0, 1)]
    assert reading.timeline(filled, 5, 8, 2000, 1000) == [(2, 1, 0, 0), (3, 2, 1, 0)]
    assert reading.timeline(filled, 99, None, 1000, 0) == []


def test_a_search_gives_way(filled: apsw.Connection) -> None:
    """A search that is no longer wanted ends without a result; one that is wanted is not touched."""
    found = reading.searching(filled, lambda: False, lambda db: reading.page(db, "path:/1"))
    assert len(found) == 5
    insert_arrivals(filled, [make_arrival(b"x" * 200)] * 5000)
    assert reading.searching(filled, lambda: True, lambda db: reading.page(db, "body:zzzz")) == []


def test_an_empty_database(connection: apsw.Connection) -> None:
    """Nothing is there, and nothing fails."""
    assert reading.page(connection) == []
    assert reading.ids(connection) == []
    assert reading.newest_id(connection) == 0
    assert reading.counts(connection) == reading.Counts(0, 0, 0, ())
    assert reading.timeline(connection, 0, None, 1, 0) == []
    assert reading.summaries(connection, []) == []


@pytest.mark.parametrize("limit", [None, 0, 10])
def test_an_empty_body_is_no_bytes(connection: apsw.Connection, limit: int | None) -> None:
    """A capture without a body was read, whole and cut; its body is empty bytes."""
    insert_arrivals(connection, [make_arrival(b"")])
    assert reading.capture(connection, CaptureId(1), limit).request.body == b""
