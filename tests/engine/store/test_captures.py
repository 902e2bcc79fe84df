"""Rows, long bodies in parts, and what is known only after the answer."""

from __future__ import annotations

import apsw
import pytest
from tests.factories import make_arrival, make_chunked, make_head, make_refused

from garfio.core.capture import CaptureId
from garfio.core.http import Request
from garfio.engine.store import reading
from garfio.engine.store.captures import (
    drop_parts,
    insert_arrivals,
    insert_parts,
    next_id,
    record_repeats,
    record_replies,
    sweep_orphans,
)


def test_everything_of_an_arrival_comes_back(connection: apsw.Connection) -> None:
    """A capture read from the store is the one that was put in."""
    request = Request.from_bytes(make_chunked([b"a\x00\xff", b"b"], [(b"X-T", b"1")], target=b"/p\xff?q=%zz"))
    arrival = make_arrival(
        request=request, size=4, received_at_us=7, peer="[::1]:5", reply_status=202, complete=False,
        source="import", content_type="a/b",
    )  # fmt: skip
    assert insert_arrivals(connection, [arrival]) == [1]
    found = reading.capture(connection, CaptureId(1))
    assert found.request == request
    row = found.summary
    assert (row.id, row.method, row.target, row.http_version) == (1, "POST", b"/p\xff?q=%zz", "HTTP/1.1")
    assert (row.received_at_us, row.peer, row.reply_status, row.size) == (7, "[::1]:5", 202, 4)
    assert (row.complete, row.source, row.content_type, row.refusal) == (False, "import", "a/b", "")
    assert (row.unread, row.pinned, row.repeats, row.reply_us) == (True, False, 0, None)


def test_a_refused_message_is_a_row_without_facts(connection: apsw.Connection) -> None:
    """Its bytes are kept as they came, and nothing is read into them."""
    insert_arrivals(connection, [make_refused("tls", b"\x16\x03POST / HTTP/1.1")])
    found = reading.capture(connection, CaptureId(1))
    assert (found.summary.method, found.summary.target, found.summary.refusal) == ("", b"", "tls")
    assert found.summary.size == len(found.request.head)
    assert found.request.head == b"\x16\x03POST / HTTP/1.1"


def test_ids_are_never_given_twice(connection: apsw.Connection) -> None:
    """After the newest rows were deleted the next one still gets a new id.

    Seen to fail with SQLite choosing the id.
    """
    assert insert_arrivals(connection, [make_arrival()] * 3) == [1, 2, 3]
    connection.execute("DELETE FROM captures WHERE id > 1")
    assert next_id(connection) == 4
    assert insert_arrivals(connection, [make_arrival()]) == [4]
    assert reading.newest_id(connection) == 4


def test_ids_are_arrival_order_whatever_the_clock(connection: apsw.Connection) -> None:
    """Clocks that go back change no order."""
    insert_arrivals(connection, [make_arrival(received_at_us=at) for at in (5, 1, 2**53, -7, 3)])
    assert [row.received_at_us for row in reading.page(connection)] == [3, -7, 2**53, 1, 5]


def test_long_bodies(connection: apsw.Connection) -> None:
    """Parts are put together in order; a limit cuts them."""
    insert_parts(connection, [(9, 1, b"world"), (9, 0, b"hello "), (8, 0, b"other")])
    insert_arrivals(connection, [make_arrival(request=Request(make_head()), body_key=9, size=11)])
    assert reading.capture(connection, CaptureId(1)).request.body == b"hello world"
    for limit, body in ((0, b""), (3, b"hel"), (8, b"hello wo"), (99, b"hello world")):
        assert reading.capture(connection, CaptureId(1), limit).request.body == body


@pytest.mark.parametrize("limit", [0, 1, 5, 99])
def test_short_bodies_can_be_cut(connection: apsw.Connection, limit: int) -> None:
    """A limit holds for a body in one piece too."""
    insert_arrivals(connection, [make_arrival(b"12345")])
    assert reading.capture(connection, CaptureId(1), limit).request.body == b"12345"[:limit]


def test_orphans_are_swept(connection: apsw.Connection) -> None:
    """Parts without a capture go, the others stay; a deleted capture takes its parts along."""
    insert_parts(connection, [(9, 0, b"a"), (9, 1, b"b"), (8, 0, b"orphan"), (7, 0, b"dropped")])
    insert_arrivals(connection, [make_arrival(request=Request(make_head()), body_key=9, size=2)])
    drop_parts(connection, [7])
    assert sweep_orphans(connection) == 1
    assert reading.capture(connection, CaptureId(1)).request.body == b"ab"
    connection.execute("DELETE FROM captures")
    assert connection.execute(
        "SELECT (SELECT count(*) FROM body_parts), (SELECT count(*) FROM messages)"
    ).fetchone() == (
        0,
        0,
    )


def test_answers_and_repeats(connection: apsw.Connection) -> None:
    """What is noted later is in the row; a row that is gone is no error."""
    insert_arrivals(connection, [make_arrival(), make_refused()])
    record_replies(connection, [(1, 0, 55), (99, 200, 1)])
    record_repeats(connection, [(2, 3), (2, 4), (99, 1)])
    newest, oldest = reading.page(connection)
    assert (oldest.reply_status, oldest.reply_us) == (0, 55)
    assert newest.repeats == 7
