"""Opening the database: the pragmas that every connection has, damage found at the door, failures put in
words."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import apsw

from garfio.core.errors import AppError
from garfio.engine.store import files
from garfio.engine.store.schema import APPLICATION_ID, migrate, require_ours

BUSY_LIMIT_S = 5.0
"""Seconds to wait for another program that has the database locked."""
_MAKING_S = 5.0
"""Seconds to wait for another process that is making the same database."""
_CHECK_AT_ONCE_BYTES = 64 * 1024 * 1024
"""A file up to this size is checked whole when it is opened; a larger one would delay the start."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why captures cannot be stored at the moment."""

    code: str
    """`disk_full`, `busy`, `read_only`, `missing`, `damaged` or `io`."""
    message: str
    """The same in English."""
    free_bytes: int | None
    """Free space on the database's disk; None when unknown."""


def open_database(path: Path, *, repair: bool = True) -> Path | None:
    """Make the database ready for use; gives the new name of a damaged file that was set aside, or None.

    Raises AppError for what needs a person: rights, another program's file, a newer schema, a damaged file
    in use, and, without `repair`, any damaged file.
    """
    kept = None
    if not path.exists():
        _make(path)
    else:
        files.prepare(path)
        if _is_damaged(path, thoroughly=repair):
            kept = _set_aside(path, repair=repair)
    with _explained(path), contextlib.closing(_connect_plainly(path)) as connection:
        require_ours(connection)
    with _explained(path), contextlib.closing(connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL").fetchall()
        migrate(connection)
    return kept


def connect(path: Path, *, made: bool = False) -> apsw.Connection:
    """A connection that can write. Checkpoints are the keeper's work, never a commit's.

    With `made` the file must be a database of ours already; CantOpenError when another one is there.
    """
    connection = _connect_plainly(path)
    if made and connection.pragma("application_id") != APPLICATION_ID:
        connection.close()
        raise apsw.CantOpenError("another file is in the database's place")
    connection.execute(
        "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;"
        "PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864; PRAGMA recursive_triggers = OFF"
    ).fetchall()  # a statement that gives a row holds up those after it until the row is fetched
    return connection


def _connect_plainly(path: Path) -> apsw.Connection:
    """A connection that changes nothing by being opened."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.set_busy_timeout(int(BUSY_LIMIT_S * 1000))
    return connection


def connect_reading(path: Path) -> apsw.Connection:
    """A connection that only reads."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    connection.set_busy_timeout(int(BUSY_LIMIT_S * 1000))
    connection.execute("PRAGMA query_only = ON; PRAGMA temp_store = MEMORY").fetchall()
    return connection


def trouble_of(error: BaseException, path: Path) -> Trouble:
    """What a failed read or write means, in words."""
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:
        free = None
    for kind, code, message in _TROUBLES:
        if isinstance(error, kind):
            return Trouble(code, message, free)
    return Trouble("io", "The disk reported an error.", free)


_TROUBLES: tuple[tuple[type[BaseException], str, str], ...] = (
    (apsw.FullError, "disk_full", "The disk is full."),
    (apsw.BusyError, "busy", "Another program has kept the database locked for more than 5 seconds."),
    (apsw.LockedError, "busy", "Another program has kept the database locked for more than 5 seconds."),
    (
        apsw.ReadOnlyError,
        "read_only",
        "The database cannot be written to: the file or its folder is read-only.",
    ),
    (apsw.CantOpenError, "missing", "The database file cannot be opened: it or its folder has gone."),
    (apsw.CorruptError, "damaged", "The database file is damaged."),
    (apsw.NotADBError, "damaged", "The database file is damaged."),
)


def _make(path: Path) -> None:
    """Make a new database beside its place and put it there whole: nobody ever finds half of one."""
    files.prepare_folder(path)
    lock = files.ListenerLock(path)
    lock.acquire(_MAKING_S)
    try:
        if not path.exists():
            _make_locked(path)
    finally:
        lock.release()


def _make_locked(path: Path) -> None:
    fresh = path.with_name(f"{path.name}.new")
    try:
        files.prepare(fresh, named=path)
        with _explained(path), contextlib.closing(connect(fresh)) as connection:
            # Only here: setting auto_vacuum later takes the write lock, which others would have to wait for.
            connection.execute("PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL").fetchall()
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            migrate(connection)
        files.put_in_place(fresh, path)
    finally:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{fresh}{suffix}").unlink(missing_ok=True)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    """A failure to open in words."""
    try:
        yield
    except apsw.Error as error:
        trouble = trouble_of(error, path)
        raise AppError(
            f"store.{trouble.code}",
            f"The database {path} cannot be opened: {trouble.message}",
            hint="Name another file with --db, or free what is in the way.",
            path=path,
        ) from error


def _is_damaged(path: Path, *, thoroughly: bool) -> bool:
    return files.looks_damaged(path) or (thoroughly and not _is_whole(path))


def _is_whole(path: Path) -> bool:
    """False when SQLite finds damage: in the whole file if it is small, otherwise in what it reads first."""
    connection = None
    try:
        connection = _connect_plainly(path)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()
        if path.stat().st_size > _CHECK_AT_ONCE_BYTES:
            return True
        return connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
    except (apsw.CorruptError, apsw.NotADBError):
        return False
    except apsw.Error:
        return True  # locked or unreadable is not damage; opening says what it is
    finally:
        if connection is not None:
            connection.close()


def _set_aside(path: Path, *, repair: bool) -> Path | None:
    """Set a damaged database aside and make a new one; None when another process has just done so."""
    damaged = AppError(
        "store.damaged",
        f"The database {path} is damaged.",
        hint="Stop the listener that uses it, if there is one, and start `garfio` or `garfio listen`: "
        "the damaged file is kept under another name.",
        path=path,
    )
    if not repair:
        raise damaged
    lock = files.ListenerLock(path)
    try:
        lock.acquire()
    except AppError as error:
        raise damaged from error
    try:
        kept = files.set_aside(path) if path.exists() and _is_damaged(path, thoroughly=True) else None
        if not path.exists():
            _make_locked(path)
    finally:
        lock.release()
    return kept
