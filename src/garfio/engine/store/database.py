"""Opening the database: the pragmas that every connection has, damage found at the door, failures put in words."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import apsw

from garfio.core.errors import AppError
from garfio.engine.store import files
from garfio.engine.store.schema import migrate

BUSY_LIMIT_S = 5.0
"""Seconds to wait for another program that has the database locked."""
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


def open_database(path: Path) -> Path | None:
    """Make the database ready for use; gives the new name of a damaged file that was set aside, or None.

    Raises AppError for what needs a person: rights, another program's file, a newer schema, a damaged file in use.
    """
    existed = path.exists()
    files.prepare(path)
    kept = None
    if existed and (files.looks_damaged(path) or not _is_whole(path)):
        kept = _set_aside(path)
        files.prepare(path)
    connection = connect(path)
    try:
        migrate(connection)
    except apsw.Error as error:
        trouble = trouble_of(error, path)
        raise AppError(
            f"store.{trouble.code}",
            f"The database {path} cannot be opened: {trouble.message}",
            hint="Name another file with --db, or free what is in the way.",
            path=path,
        ) from error
    finally:
        connection.close()
    return kept


def connect(path: Path) -> apsw.Connection:
    """A connection that can write. Checkpoints are the keeper's work, never a commit's."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.set_busy_timeout(int(BUSY_LIMIT_S * 1000))
    connection.execute(
        "PRAGMA page_size = 8192; PRAGMA auto_vacuum = INCREMENTAL; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "PRAGMA wal_autocheckpoint = 0; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
        "PRAGMA journal_size_limit = 67108864; PRAGMA recursive_triggers = OFF"
    )
    return connection


def connect_reading(path: Path) -> apsw.Connection:
    """A connection that only reads."""
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
    connection.set_busy_timeout(int(BUSY_LIMIT_S * 1000))
    connection.execute("PRAGMA query_only = ON; PRAGMA temp_store = MEMORY")
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


def _is_whole(path: Path) -> bool:
    """False when SQLite finds damage: in the whole file if it is small, otherwise in what it reads first."""
    connection = None
    try:
        connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        connection.set_busy_timeout(int(BUSY_LIMIT_S * 1000))
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


def _set_aside(path: Path) -> Path:
    lock = files.ListenerLock(path)
    try:
        lock.acquire()
    except AppError as error:
        raise AppError(
            "store.damaged",
            f"The database {path} is damaged, and a listener is using it.",
            hint="Stop that listener; at its next start the damaged file is set aside.",
            path=path,
        ) from error
    try:
        return files.set_aside(path)
    finally:
        lock.release()
