"""The writing connection: commits, failures, and what comes after them."""

from __future__ import annotations

import asyncio
import threading
import time
from pathlib import Path
from typing import Any

import apsw
import pytest
from tests.engine.running import Running, running
from tests.factories import make_arrival, make_message

from garfio.engine.store import captures, database, reading
from garfio.engine.store import writer as writer_module
from garfio.engine.store.captures import ARRIVALS, REPLIES
from garfio.engine.store.database import Trouble, connect, connect_reading, open_database
from garfio.engine.store.keeper import Keeper
from garfio.engine.store.writer import Group, StoreError, Writer


def _stored(db: Path) -> int:
    connection = connect_reading(db)
    try:
        row = connection.execute("SELECT count(*) FROM captures").fetchone()
        return int(str(row[0])) if row else -1
    finally:
        connection.close()


async def _submit(writer: Writer, group: Group, item: Any) -> Any:
    future: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    writer.submit(group, item, lambda result, failure: future.set_result(failure or result))
    return await future


async def test_a_row_is_durable_when_its_receiver_is_told(db: Path, writer: Writer) -> None:
    """Another connection sees the row before `done` returns.

    Seen to fail with `done` called before the commit.
    """
    seen = []
    for number in range(3):
        done = asyncio.Event()
        writer.submit(ARRIVALS, make_arrival(), lambda _id, _why: (seen.append(_stored(db)), done.set()))  # noqa: B023
        await done.wait()
        assert seen[-1] == number + 1


async def test_what_waits_is_committed_together(db: Path, writer: Writer) -> None:
    """1000 rows handed over at once take a few commits, keep their order, and get growing ids."""
    commits = []
    await writer.run(lambda _db: None)
    assert writer._connection is not None
    writer._connection.set_commit_hook(lambda: bool(commits.append(1)))
    ids = await asyncio.gather(*(_submit(writer, ARRIVALS, make_arrival(b"%d" % n)) for n in range(1000)))
    assert ids == list(range(1, 1001))
    assert len(commits) < 10
    connection = connect_reading(db)
    assert [reading.capture(connection, n).request.body for n in ids[::100]] == [
        b"%d" % n for n in range(0, 1000, 100)
    ]
    connection.close()


async def test_full_durability_is_on(writer: Writer) -> None:
    """The writing connection waits for the disk at each commit, and overwrites what it deletes.

    Seen to fail with `synchronous = OFF` and NORMAL.
    """

    def pragmas(connection: apsw.Connection) -> list[Any]:
        names = ("synchronous", "journal_mode", "wal_autocheckpoint", "secure_delete", "auto_vacuum")
        return [connection.pragma(name) for name in names]

    assert await writer.run(pragmas) == [2, "wal", 0, 1, 2]


def test_the_library_has_no_wal_reset_bug() -> None:
    """The SQLite in use is one in which two connections may checkpoint."""
    assert tuple(map(int, apsw.sqlite_lib_version().split("."))) >= (3, 51, 3)


async def test_jobs_fail_alone(db: Path, writer: Writer) -> None:
    """A job that raises is undone, and what was committed with it is stored."""

    def bad(connection: apsw.Connection) -> None:
        connection.execute("DELETE FROM captures")
        raise ValueError("a bug of the job")

    row = _submit(writer, ARRIVALS, make_arrival())
    outcomes = await asyncio.gather(row, writer.run(bad), writer.run(lambda _db: 7), return_exceptions=True)
    assert outcomes[0] == 1
    assert isinstance(outcomes[1], ValueError)
    assert outcomes[2] == 7
    assert _stored(db) == 1


@pytest.mark.expect_log("A write failed for a reason")
@pytest.mark.parametrize("light", [True, False])
async def test_a_bug_in_a_group_stops_nobody_else(db: Path, writer: Writer, light: bool) -> None:
    """Items that cannot be bound fail with the error, and the next write works.

    Seen to fail: the writer never wrote again, and senders waited for ever.
    """
    await _submit(writer, ARRIVALS, make_arrival())
    broken = Group(lambda _db, _items: {}["a bug"], light=light)
    assert isinstance(await asyncio.wait_for(_submit(writer, broken, 1), 5), KeyError)
    assert await asyncio.wait_for(_submit(writer, ARRIVALS, make_arrival()), 5) == 2


@pytest.mark.expect_log("its receiver failed")
async def test_a_receiver_that_fails_stops_nobody_else(writer: Writer) -> None:
    """One receiver's bug does not keep the others from their outcome."""
    writer.submit(ARRIVALS, make_arrival(), lambda _id, _why: {}["a bug"])
    assert await _submit(writer, ARRIVALS, make_arrival()) == 2


async def test_what_is_written_idly_is_written(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer times are stored without a commit of their own asked for."""
    monkeypatch.setattr(writer_module, "_IDLE_S", 0.01)
    await _submit(writer, ARRIVALS, make_arrival())
    writer.submit_idly(REPLIES, (1, 0, 1234))
    await asyncio.sleep(0.03)
    found = await writer.run(lambda db: db.execute("SELECT reply_status, reply_us FROM captures").fetchone())
    assert found == (0, 1234)


async def test_close_writes_what_waits(db: Path) -> None:
    """Nothing that was submitted is dropped by closing."""
    open_database(db)
    writer = Writer(db, asyncio.get_running_loop())
    for _ in range(50):
        writer.submit(ARRIVALS, make_arrival(), lambda _id, _why: None)
    writer.submit_idly(REPLIES, (1, 299, 5))
    await writer.close()
    assert _stored(db) == 50
    assert not writer._thread.is_alive()


# --- trouble


class _Lock:
    """Another program that holds the write lock."""

    def __init__(self, path: Path) -> None:
        self._connection = apsw.Connection(str(path))
        self._connection.set_busy_timeout(5000)
        self._connection.execute("BEGIN IMMEDIATE")

    def release(self) -> None:
        self._connection.execute("ROLLBACK")
        self._connection.close()


def _troubles(listener: Running) -> list[str | None]:
    seen: list[str | None] = []
    listener.writer.trouble_changed.connect(lambda trouble: seen.append(trouble.code if trouble else None))
    return seen


@pytest.mark.usefixtures("short_limits")
async def test_a_locked_database(db: Path) -> None:
    """Locked for longer than the limit: 503 with Retry-After after the limit, and service again when it is free."""
    async with running(db) as listener:
        troubles = _troubles(listener)
        assert (await listener.ask(make_message(b"1"))).status == 200
        await listener.settled()
        lock = _Lock(db)
        start = time.monotonic()
        answer = await listener.ask(make_message(b"2"))
        assert answer.status == 503
        assert b"\r\nRetry-After: 10\r\n" in answer.head
        assert time.monotonic() - start > 0.15
        lock.release()
        assert (await listener.ask(make_message(b"3"))).status == 200
        assert [listener.capture(row.id).request.body for row in listener.rows()] == [b"1", b"3"]
        assert troubles == ["busy", None]


async def test_a_short_lock_is_waited_for(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock of a moment costs a moment, also after the listener was idle for longer than its limit.

    Seen to fail: the wait was counted from the last commit, so an idle listener gave up after 50 ms.
    """
    for module in (database, writer_module):
        monkeypatch.setattr(module, "BUSY_LIMIT_S", 0.4)
    async with running(db) as listener:
        assert (await listener.ask(make_message(b"1"))).status == 200
        await asyncio.sleep(0.45)
        lock = _Lock(db)
        asyncio.get_running_loop().call_later(0.2, lock.release)
        assert (await listener.ask(make_message(b"2"))).status == 200


async def test_a_full_disk(db: Path) -> None:
    """No space: 503, the trouble lasts while nothing can be written, and capture resumes by itself.

    Seen to fail: housekeeping that had nothing to write reported the end of the trouble each second.
    """
    async with running(db) as listener:
        troubles = _troubles(listener)
        keeper = Keeper(db, listener.writer)
        assert (await listener.ask(make_message(b"1"))).status == 200
        limit = "PRAGMA max_page_count = {}"
        pages = await listener.writer.run(lambda db: db.pragma("page_count"))
        await listener.writer.run_outside(lambda db: db.execute(limit.format(pages)))
        big = make_message(b"x" * 200_000)
        assert [(await listener.ask(big)).status for _ in range(2)] == [503, 503]
        for _ in range(3):
            await listener.writer.run(lambda _db: None)
        assert troubles == ["disk_full"]
        assert listener.writer.trouble is not None
        assert listener.writer.trouble.free_bytes
        await listener.writer.run_outside(lambda db: db.execute(limit.format(2**30)))
        await keeper.round()
        assert troubles == ["disk_full", None]
        assert (await listener.ask(big)).status == 200
        assert len(listener.rows()) == 2
        assert listener.scalar("PRAGMA integrity_check") == "ok"
        await keeper.close()


async def test_a_read_only_database(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read-only: 503 with that reason, and service again when it can be written."""

    def read_only(path: Path, **options: Any) -> apsw.Connection:
        connection = connect(path, **options)
        connection.execute("PRAGMA query_only = ON")
        return connection

    async with running(db) as listener:
        troubles = _troubles(listener)
        monkeypatch.setattr(writer_module, "connect", read_only)
        assert (await listener.ask(make_message(b"1"))).status == 503
        monkeypatch.setattr(writer_module, "connect", connect)
        assert (await listener.ask(make_message(b"2"))).status == 200
        assert troubles == ["read_only", None]
        assert len(listener.rows()) == 1


async def test_a_failed_fsync_is_not_trusted(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After an I/O error the sender gets 503 and the connection is opened anew."""
    async with running(db) as listener:
        assert (await listener.ask(make_message(b"1"))).status == 200
        await listener.settled()
        real, first = listener.writer._connection, threading.Event()

        class Failing:
            def __getattr__(self, name: str) -> Any:
                return getattr(real, name)

            def execute(self, sql: str, *parameters: Any) -> Any:
                if sql == "COMMIT" and not first.is_set():
                    first.set()
                    raise apsw.IOError("disk I/O error")
                assert real is not None
                return real.execute(sql, *parameters)

        listener.writer._connection = Failing()  # type: ignore[assignment]
        assert (await listener.ask(make_message(b"2"))).status == 503
        assert (await listener.ask(make_message(b"3"))).status == 200
        assert listener.writer._connection is not real
        assert [listener.capture(row.id).request.body for row in listener.rows()] == [b"1", b"3"]


@pytest.mark.parametrize("instead", ["nothing", "another program's file", "a copy"])
async def test_the_file_goes_away(db: Path, instead: str) -> None:
    """A database that is deleted or replaced while captures arrive: 503 instead of rows that are lost.

    Seen to fail: SQLite went on committing into the deleted file, and senders got 200.
    """
    async with running(db) as listener:
        troubles = _troubles(listener)
        assert (await listener.ask(make_message(b"1"))).status == 200
        await listener.settled()
        kept = db.with_name("kept.db")
        for suffix in ("", "-wal", "-shm"):
            Path(f"{db}{suffix}").rename(f"{kept}{suffix}")
        if instead == "another program's file":
            other = apsw.Connection(str(db))
            other.execute("CREATE TABLE theirs(x)")
            other.close()
        elif instead == "a copy":
            open_database(db)
        assert (await listener.ask(make_message(b"2"))).status == 503
        if instead == "a copy":
            assert (await listener.ask(make_message(b"3"))).status == 200
            assert _stored(db) == 1
            return
        assert (await listener.ask(make_message(b"3"))).status == 503
        assert troubles == ["missing"]
        db.unlink(missing_ok=True)
        for suffix in ("-shm", "-wal", ""):
            Path(f"{kept}{suffix}").rename(f"{db}{suffix}")
        assert (await listener.ask(make_message(b"4"))).status == 200
        assert [listener.capture(row.id).request.body for row in listener.rows()] == [b"1", b"4"]


async def test_errors_name_their_trouble(writer: Writer) -> None:
    """`run` raises StoreError with the trouble."""
    real = writer_module.connect
    try:
        writer_module.connect = lambda _path, **_options: (_ for _ in ()).throw(apsw.CantOpenError())  # type: ignore[assignment]
        with pytest.raises(StoreError) as caught:
            await writer.run(lambda _db: None)
    finally:
        writer_module.connect = real
    assert isinstance(caught.value.trouble, Trouble)
    assert caught.value.trouble.code == "missing"


async def test_large_groups_are_split(db: Path, writer: Writer) -> None:
    """More rows than one statement holds are all written."""
    count = captures._ROWS_A_STATEMENT * 3 + 1
    await asyncio.gather(*(_submit(writer, ARRIVALS, make_arrival()) for _ in range(count)))
    assert _stored(db) == count
