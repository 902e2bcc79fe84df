"""Opening: damage at the door, and what failures are called."""

from __future__ import annotations

import concurrent.futures
import random
import shutil
from pathlib import Path

import apsw
import pytest
from tests.factories import make_arrival

from garfio.core.errors import AppError
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, connect_reading, open_database, trouble_of
from garfio.engine.store.files import ListenerLock


def _filled(db: Path, rows: int = 300) -> bytes:
    """A database with captures, and its bytes."""
    open_database(db)
    connection = connect(db)
    with connection:
        insert_arrivals(connection, [make_arrival(b"%d" % n * 200) for n in range(rows)])
    connection.close()
    return db.read_bytes()


DAMAGE = {
    "no byte": lambda raw: b"",
    "one byte": lambda raw: raw[:1],
    "text": lambda raw: b"Dear diary,\n" * 1000,
    "half": lambda raw: raw[: len(raw) // 2 // 8192 * 8192],
    "no header": lambda raw: bytes(100) + raw[100:],
    "a random page": lambda raw: raw[:8192] + random.Random(1).randbytes(8192) + raw[16384:],
    "a random page in the middle": lambda raw: (
        raw[: 8192 * 20] + random.Random(2).randbytes(8192) + raw[8192 * 21 :]
    ),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_file_is_set_aside(db: Path, kind: str) -> None:
    """The damaged file is kept byte for byte under a name that is told, and a new one works.

    Seen to fail with files under 100 bytes opened as new databases.
    """
    damaged = DAMAGE[kind](_filled(db))
    db.write_bytes(damaged)
    kept = open_database(db)
    assert kept is not None
    assert kept.read_bytes() == damaged
    assert kept.name.startswith("garfio.db.damaged-")
    connection = connect(db)
    with connection:
        assert insert_arrivals(connection, [make_arrival()]) == [1]
    connection.close()
    db.write_bytes(damaged)
    again = open_database(db)
    assert again not in (None, kept)
    assert kept.read_bytes() == damaged, "a second one does not replace the first"


def test_a_reader_leaves_a_damaged_file_alone(db: Path) -> None:
    """A command that only reads says that it is damaged, and changes nothing."""
    db.write_bytes(b"text")
    with pytest.raises(AppError) as caught:
        open_database(db, repair=False)
    assert caught.value.code == "store.damaged"
    assert db.read_bytes() == b"text"


def test_a_damaged_file_in_use_is_left_alone(db: Path) -> None:
    """While a listener holds the database, nobody renames it."""
    db.write_bytes(b"text")
    lock = ListenerLock(db)
    lock.acquire()
    try:
        with pytest.raises(AppError) as caught:
            open_database(db)
        assert caught.value.code == "store.damaged"
        assert db.read_bytes() == b"text"
    finally:
        lock.release()


def test_a_log_without_its_database_is_set_aside(db: Path) -> None:
    """A left-over write-ahead log is kept, and not read into the new database."""
    Path(f"{db}-wal").write_bytes(b"left over")
    open_database(db)
    assert not Path(f"{db}-wal").exists()
    assert [each.read_bytes() for each in db.parent.glob("*.damaged-*-wal")] == [b"left over"]


def test_many_open_a_new_database_at_once(db: Path) -> None:
    """Eight that open a workspace which is not there yet all get the same one, and nothing is set aside.

    Seen to fail: one took the other's empty file for a damaged one.
    """
    for number in range(6):
        path = db.with_name(f"{number}.db")
        with concurrent.futures.ThreadPoolExecutor(8) as pool:
            assert list(pool.map(open_database, [path] * 8)) == [None] * 8
        assert not list(db.parent.glob("*damaged*"))


def test_a_recovered_log_counts(db: Path) -> None:
    """Rows that were only in the write-ahead log when the process died are there."""
    open_database(db)
    connection = connect(db)
    with connection:
        insert_arrivals(connection, [make_arrival()])
    crashed = db.with_name("crashed.db")
    for suffix in ("", "-wal"):
        shutil.copy(f"{db}{suffix}", f"{crashed}{suffix}")
    connection.close()
    assert open_database(crashed) is None
    again = connect_reading(crashed)
    assert again.execute("SELECT count(*) FROM captures").fetchone() == (1,)
    again.close()


def test_a_reading_connection_cannot_write(db: Path) -> None:
    """The connection of lists and commands refuses to change anything."""
    open_database(db)
    connection = connect_reading(db)
    with pytest.raises(apsw.ReadOnlyError):
        connection.execute("DELETE FROM captures")
    connection.close()


TROUBLES = [
    (apsw.FullError(), "disk_full"),
    (apsw.BusyError(), "busy"),
    (apsw.LockedError(), "busy"),
    (apsw.ReadOnlyError(), "read_only"),
    (apsw.CantOpenError(), "missing"),
    (apsw.CorruptError(), "damaged"),
    (apsw.NotADBError(), "damaged"),
    (apsw.IOError(), "io"),
    (apsw.SQLError(), "io"),
]


@pytest.mark.parametrize(("error", "code"), TROUBLES, ids=[type(error).__name__ for error, _code in TROUBLES])
def test_failures_have_a_name(tmp_path: Path, error: apsw.Error, code: str) -> None:
    """Each failure has its code, a sentence and the free space where it can be known."""
    trouble = trouble_of(error, tmp_path / "x.db")
    assert trouble.code == code
    assert trouble.message.endswith(".")
    assert trouble.free_bytes
    assert trouble_of(error, tmp_path / "gone" / "x.db").free_bytes is None
