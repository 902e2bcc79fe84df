"""The outbox: looking and queueing in one transaction, bounds, and what a kill leaves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from tests.engine.resend.conftest import captured

from garfio.core.http import Request
from garfio.engine.store import attempts, outbox
from garfio.engine.store.attempts import NewAttempt
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.outbox import Forward, Settlement

TOKEN = b"0123"
ALL = Forward("", "http://h")
GONE = "999999999:1.00"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[apsw.Connection]:
    path = tmp_path / "garfio.db"
    open_database(path)
    connection = connect(path)
    yield connection
    connection.close()


def queued(db: apsw.Connection, place: str = "http://h") -> list[int]:
    return [item.capture for item in outbox.waiting(db, place, 1000)]


def look(db: apsw.Connection, *rules: Forward) -> tuple[int, bool]:
    with db:
        return outbox.look(db, rules or (ALL,), TOKEN)


def test_each_capture_is_queued_once(db: apsw.Connection) -> None:
    """Looking twice queues nothing twice; what was there before looking began is left alone."""
    insert_arrivals(db, [captured(), captured()])
    outbox.begin_looking(db)
    insert_arrivals(db, [captured(), captured()])
    assert look(db) == (2, False)
    assert look(db) == (0, False)
    outbox.begin_looking(db)
    insert_arrivals(db, [captured()])
    assert look(db) == (1, False)
    assert queued(db) == [3, 4, 5]


def test_looking_that_was_broken_off_goes_on(db: apsw.Connection) -> None:
    """Captures that were acknowledged before a kill are queued by the next process."""
    outbox.begin_looking(db)
    insert_arrivals(db, [captured()])
    db.execute("BEGIN")
    assert outbox.look(db, (ALL,), TOKEN) == (1, False)
    db.execute("ROLLBACK")
    assert queued(db) == []
    outbox.begin_looking(db)
    assert look(db) == (1, False)


def test_looking_that_was_stopped_begins_anew(db: apsw.Connection) -> None:
    outbox.begin_looking(db)
    outbox.stop_looking(db)
    insert_arrivals(db, [captured()])
    outbox.begin_looking(db)
    assert look(db) == (0, False)


def test_what_is_not_forwarded(db: apsw.Connection) -> None:
    """Refused, broken off, imported, deleted: never."""
    outbox.begin_looking(db)
    insert_arrivals(
        db,
        [
            captured(refusal="not_http"),
            captured(complete=False),
            captured(source="import"),
            captured(),
            captured(),
        ],
    )
    db.execute("UPDATE captures SET deletion = 1 WHERE id = 4")
    look(db)
    assert queued(db) == [5]


@pytest.mark.parametrize(
    ("rule", "taken"),
    [("", [1, 2, 3, 4]), ("/stripe", [2, 3]), ("/stripe/", [2, 3]), ("/stripe/a", [3]), ("/", [1, 2, 3, 4])],
)
def test_paths(db: apsw.Connection, rule: str, taken: list[int]) -> None:
    outbox.begin_looking(db)
    insert_arrivals(db, [captured(path=path) for path in ("/", "/stripe", "/stripe/a", "/stripes")])
    look(db, Forward(rule, "http://h"))
    assert queued(db) == taken


def test_one_place_gets_a_capture_once(db: apsw.Connection) -> None:
    outbox.begin_looking(db)
    insert_arrivals(db, [captured(path="/a")])
    assert look(db, ALL, Forward("/a", "http://h"), Forward("/a", "other")) == (2, False)
    assert queued(db) == queued(db, "other") == [1]


def test_many_are_looked_at_in_batches(db: apsw.Connection) -> None:
    outbox.begin_looking(db)
    insert_arrivals(db, [captured() for _ in range(450)])
    assert [look(db) for _ in range(4)] == [(200, True), (200, True), (50, False), (0, False)]


def test_a_loop_is_stopped(db: apsw.Connection) -> None:
    """What we forwarded ourselves, and what comes back to us through a tunnel, is not forwarded again; what
    another workspace forwarded is."""
    outbox.begin_looking(db)
    head = b"POST / HTTP/1.1\r\nHost: a\r\nx-garfio-FORWARDED: %s\r\n\r\n"
    for token in (TOKEN, b"other"):
        insert_arrivals(db, [captured()._replace(request=Request(head % token))])
    look(db)
    assert queued(db) == [2]
    (queue,) = outbox.queues(db)
    assert (queue.waiting, queue.failed) == (1, 1)


def test_the_queue_is_bounded(db: apsw.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit is said, and the newest of that is kept."""
    monkeypatch.setattr(outbox, "QUEUE_LIMIT", 3)
    monkeypatch.setattr(outbox, "FAILED_LIMIT", 2)
    outbox.begin_looking(db)
    insert_arrivals(db, [captured() for _ in range(8)])
    look(db)
    assert queued(db) == [1, 2, 3]
    rows = db.execute("SELECT capture, error FROM outbox WHERE state = 'failed' ORDER BY id").fetchall()
    assert rows == [(7, "queue_full"), (8, "queue_full")]


def claimed(db: apsw.Connection, sender: str = GONE) -> tuple[outbox.Item, int]:
    outbox.begin_looking(db)
    insert_arrivals(db, [captured()])
    look(db)
    (item,) = outbox.waiting(db, "http://h", 1)
    attempt = NewAttempt(
        item.capture, "", "http://h/hook", "forward", captured().request, own_body=False, sender=sender
    )
    found = outbox.claim(db, item, attempt)
    assert found is not None
    assert outbox.claim(db, item, attempt) is None
    return item, found


def test_a_kill_while_sending_sends_again(db: apsw.Connection) -> None:
    """The attempt is unknown, and the row waits again: at least once."""
    claimed(db)
    assert queued(db) == []
    assert outbox.recover(db) == [1]
    assert queued(db) == [1]
    (row,) = attempts.of_capture(db, 1)  # type: ignore[arg-type]
    assert row.state == "unknown"
    assert outbox.recover(db) == []


def test_a_living_sender_is_left_alone(db: apsw.Connection) -> None:
    claimed(db, attempts.this_process())
    assert outbox.recover(db) == []
    assert queued(db) == []


def test_giving_up_and_trying_again(db: apsw.Connection) -> None:
    item, _ = claimed(db)
    outbox.settle(db, [Settlement(item, "failed", 8, error="status.500")])
    assert queued(db) == []
    assert [(queue.failed, queue.waiting) for queue in outbox.queues(db)] == [(1, 0)]
    assert outbox.try_again(db, "http://h") == 1
    assert queued(db) == [1]
    assert outbox.drop(db, "http://h") == 1
    assert outbox.queues(db) == []


def test_done_rows_go(db: apsw.Connection) -> None:
    item, _ = claimed(db)
    outbox.settle(db, [Settlement(item, "done", 1)])
    assert outbox.queues(db) == []


def test_a_deleted_capture_leaves_the_queue(db: apsw.Connection) -> None:
    outbox.begin_looking(db)
    insert_arrivals(db, [captured(), captured()])
    look(db)
    db.execute("DELETE FROM captures WHERE id = 1")
    assert queued(db) == [2]


def test_the_token_stays(db: apsw.Connection) -> None:
    assert outbox.token(db) == outbox.token(db)
    assert len(outbox.token(db)) == 16


def test_a_database_of_the_first_schema_is_migrated(tmp_path: Path) -> None:
    """Captures from before stay, and nothing of them is forwarded."""
    from garfio.engine.store import schema

    path = tmp_path / "old.db"
    first, shipped = schema.MIGRATIONS[:1], schema.MIGRATIONS
    schema.MIGRATIONS = first  # type: ignore[misc]
    try:
        open_database(path)
    finally:
        schema.MIGRATIONS = shipped  # type: ignore[misc]
    connection = connect(path)
    connection.execute(
        "INSERT INTO captures(id, received_at_us, method, target, path, http_version, peer, content_type, size,"
        " reply_status) VALUES(1, 0, 'POST', x'2f', '/', 'HTTP/1.1', '', '', 0, 200)"
    )
    connection.close()
    open_database(path)
    connection = connect(path)
    outbox.begin_looking(connection)
    assert look(connection) == (0, False)
    assert connection.execute("SELECT count(*) FROM captures").fetchone() == (1,)
    connection.close()
