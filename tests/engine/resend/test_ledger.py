"""What one run writes: in groups, nothing lost, what was not sent taken back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.engine.resend.conftest import until

from garfio.core.attempt import AttemptId, Peer, Response, Timings
from garfio.core.http import Request
from garfio.engine.resend.ledger import Ledger
from garfio.engine.store import attempts
from garfio.engine.store.attempts import NewAttempt, Result
from garfio.engine.store.database import connect_reading, open_database
from garfio.engine.store.writer import Writer

_OK = Response(b"HTTP/1.1 200 OK\r\n\r\n")


@pytest.fixture
async def writer(tmp_path: Path) -> AsyncIterator[Writer]:
    open_database(tmp_path / "garfio.db")
    writer = Writer(tmp_path / "garfio.db", asyncio.get_running_loop())
    yield writer
    await writer.close()


def row(body: bytes = b"") -> NewAttempt:
    request = Request(b"POST / HTTP/1.1\r\n\r\n", body)
    return NewAttempt(1, "", "http://h/", "resend", request, bool(body), attempts.this_process())


def result(attempt: AttemptId | None) -> Result:
    assert attempt is not None
    return Result(attempt, 1, _OK, Timings(), Peer(), ())


def states(folder: Path) -> list[str]:
    connection = connect_reading(folder / "garfio.db")
    found = [str(state) for (state,) in connection.execute("SELECT state FROM attempts ORDER BY id")]
    connection.close()
    return found


async def test_outcomes_are_gathered(writer: Writer, tmp_path: Path) -> None:
    """Outcomes that come while others are under way share a commit; one that is the last is written at once."""
    told: list[list[AttemptId]] = []
    ledger = Ledger(writer, lambda results: told.append([one.id for one in results]), lambda: None)
    ids = await ledger.begin([row() for _ in range(5)])
    assert states(tmp_path) == ["pending"] * 5
    for attempt in ids:
        assert attempt is not None
        ledger.sent(attempt)
    for attempt in ids[:3]:
        ledger.finish(result(attempt), at_once=False)
    ledger.finish(result(ids[3]), at_once=True)
    await until(lambda: told)
    assert told == [ids[:4]]
    ledger.finish(result(ids[4]), at_once=False)
    await until(lambda: len(told) == 2)  # nothing else comes, and it is written all the same
    await ledger.close()
    assert states(tmp_path) == ["response"] * 5
    assert ledger.ids == ids


async def test_what_was_not_sent_is_taken_back(writer: Writer, tmp_path: Path) -> None:
    """At the end: outcomes that were gathered are written, rows that were not sent are gone."""
    ledger = Ledger(writer, lambda _: None, lambda: None)
    ids = await ledger.begin([row(), row(), row()])
    assert ids[1] is not None
    ledger.sent(ids[1])
    ledger.finish(result(ids[1]), at_once=False)
    await ledger.close()
    assert states(tmp_path) == ["response"]
    assert ledger.ids == [ids[1]]


async def test_large_and_small_ones_keep_their_places(writer: Writer) -> None:
    """Rows of two kinds are written by two statements, and each still gets its own id."""
    ledger = Ledger(writer, lambda _: None, lambda: None)
    rows = [row(), row(b"x" * 100_000), row(), row(b"y" * 100_000)]
    ids = await ledger.begin(rows)
    sizes = await writer.run(
        lambda db: dict(db.execute("SELECT id, coalesce(length(request_body), 0) FROM attempts").fetchall())
    )
    assert [sizes[one] for one in ids] == [len(one.request.body) for one in rows]
    await ledger.close()
