"""The file on disk: rights, names, and the listener's lock."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from garfio.core.errors import AppError
from garfio.engine.store import files
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.files import ListenerLock, database_bytes, file_identity

posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX rights")


def _mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


@posix
def test_only_the_owner_can_read(tmp_path: Path) -> None:
    """Under umask 0: folder 0700, and database, log, lock and note 0600.

    Seen to fail with the file made by SQLite itself.
    """
    old = os.umask(0)
    try:
        db = tmp_path / "new" / "deeper" / "garfio.db"
        open_database(db)
        connection = connect(db)
        connection.execute("INSERT INTO settings VALUES('a', '1')")
        lock = ListenerLock(db)
        lock.acquire()
        lock.describe(url="http://x")
        found = {each.name: _mode(each) for each in db.parent.iterdir()}
        lock.release()
        connection.close()
    finally:
        os.umask(old)
    assert _mode(db.parent) == 0o700
    assert set(found) >= {
        "garfio.db",
        "garfio.db-wal",
        "garfio.db-shm",
        "garfio.db.lock",
        "garfio.db.listener.json",
    }
    assert set(found.values()) == {0o600}


@posix
def test_a_readable_file_is_tightened(db: Path) -> None:
    """A database that others could read is theirs no more after it was opened."""
    open_database(db)
    db.chmod(0o644)
    open_database(db)
    assert _mode(db) == 0o600


def test_places_that_cannot_hold_a_database(tmp_path: Path) -> None:
    """A folder, and a path below a file, are errors in words that name the path as it was given."""
    (tmp_path / "file").write_text("x")
    for path in (tmp_path, tmp_path / "file" / "below.db"):
        with pytest.raises(AppError) as caught:
            open_database(path)
        assert caught.value.code == "store.folder"
        assert str(path) in str(caught.value)
        assert ".new-" not in str(caught.value)


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() != 0, reason="needs root to make another user's link"
)
def test_another_users_link_is_not_followed(tmp_path: Path) -> None:
    """A link that somebody else has laid at the database's place is refused."""
    (tmp_path / "target").write_bytes(b"precious")
    link = tmp_path / "garfio.db"
    link.symlink_to("target")
    os.lchown(link, 65534, 65534)
    with pytest.raises(AppError) as caught:
        open_database(link)
    assert caught.value.code == "store.foreign"
    assert (tmp_path / "target").read_bytes() == b"precious"


def test_a_second_listener_is_refused_with_the_first_ones_url(db: Path) -> None:
    """Who has the database is said with URL and process; after its end it is free.

    Seen to fail with the lock not taken.
    """
    first, second = ListenerLock(db), ListenerLock(db)
    first.acquire()
    first.describe(url="http://127.0.0.1:8800")
    with pytest.raises(AppError, match=rf"http://127\.0\.0\.1:8800 \(process {os.getpid()}\)") as caught:
        second.acquire()
    assert caught.value.code == "listener.running"
    first.release()
    second.acquire()
    assert second.holder() == {}
    second.release()
    second.release()


def test_a_note_that_cannot_be_read_is_no_obstacle(db: Path) -> None:
    """A broken note beside the lock leaves the sentence without its facts."""
    first = ListenerLock(db)
    first.acquire()
    for text in ("{", "[1]", "\udcff"):
        Path(f"{db}.listener.json").write_bytes(text.encode("utf-8", "surrogateescape"))
        with pytest.raises(AppError, match=r"Another listener already uses this database\."):
            ListenerLock(db).acquire()
    first.release()


def test_a_stale_lock_does_not_block(db: Path) -> None:
    """A holder that was killed holds nothing."""
    script = (
        "import os, sys; from pathlib import Path; from garfio.engine.store.files import ListenerLock\n"
        "lock = ListenerLock(Path(sys.argv[1])); lock.acquire(); lock.describe(url='http://dead'); os._exit(9)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", script, str(db)], env=environment, check=False)
    assert done.returncode == 9
    lock = ListenerLock(db)
    lock.acquire()
    lock.release()


def test_names_for_what_is_set_aside(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two in the same second get two names, and companions go along."""
    monkeypatch.setattr("time.strftime", lambda _format: "20260101-000000")
    names = []
    for number in range(3):
        db.write_text(str(number))
        Path(f"{db}-wal").write_text(f"wal {number}")
        kept = files.set_aside(db)
        names.append(kept.name)
        assert kept.read_text() == str(number)
        assert Path(f"{kept}-wal").read_text() == f"wal {number}"
    assert len(set(names)) == 3
    assert not db.exists()


def test_sizes_and_identities(db: Path) -> None:
    """The log counts; a file that took another's name is another file."""
    assert (database_bytes(db), file_identity(db)) == (0, None)
    db.write_bytes(b"12345")
    Path(f"{db}-wal").write_bytes(b"123")
    assert database_bytes(db) == 8
    before = file_identity(db)
    other = db.with_name("other")
    other.write_bytes(b"")
    other.replace(db)
    assert file_identity(db) not in (None, before)
