"""The database file on disk: who may read it, what is done with a damaged one, and who listens on it.

Bodies hold secrets, so the file is 0600 and its folder 0700 whatever the umask; SQLite gives `-wal` and
`-shm` the file's own mode.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from garfio.core.errors import AppError

SQLITE_MAGIC = b"SQLite format 3\x00"
_COMPANIONS = ("-wal", "-shm", "-journal")


def prepare_folder(path: Path) -> None:
    """Make the folder of `path`, for its owner only, where there is none. Raises AppError `store.folder`."""
    with _explained(path):
        if not path.parent.exists():
            path.parent.mkdir(parents=True, mode=0o700)
            path.parent.chmod(0o700)
        Path(f"{path}.lock").touch(0o600)


def prepare(path: Path, *, named: Path | None = None) -> None:
    """Make an empty private file where there is none, and tighten a file that others can read.

    Raises AppError `store.folder` or `store.foreign` when the place cannot be used; its text has the path `named`.
    """
    named = named or path
    if path.is_dir():
        raise AppError("store.folder", f"{named} is a folder.", hint="Name a file with --db.", path=named)
    with _explained(named):
        if path.is_symlink() and hasattr(os, "getuid") and path.lstat().st_uid != os.getuid():
            raise AppError(
                "store.foreign",
                f"{named} is a link that belongs to another user.",
                hint="Name another file with --db.",
                path=named,
            )
        if not path.exists():
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        elif sys.platform != "win32" and stat.S_IMODE(path.stat().st_mode) & 0o077:
            path.chmod(0o600)


@contextlib.contextmanager
def _explained(path: Path) -> Iterator[None]:
    try:
        yield
    except Timeout:
        raise
    except OSError as error:
        raise AppError(
            "store.folder",
            f"The database {path} cannot be made or changed: {error.strerror}.",
            hint="Check the folder's rights, or name another file with --db.",
            path=path,
        ) from error


def looks_damaged(path: Path) -> bool:
    """True when an existing file cannot be one of ours by its first bytes: empty, too short, or not
    SQLite."""
    with path.open("rb") as file:
        return file.read(100)[:16] != SQLITE_MAGIC


def set_aside(path: Path) -> Path:
    """Rename a damaged database and its companions; gives the new name. Nothing is overwritten or deleted."""
    kept = _free_name(path)
    path.rename(kept)
    _set_companions_aside(path, kept)
    return kept


def _free_name(path: Path) -> Path:
    """A name for what is set aside that nothing has yet."""
    base = path.with_name(f"{path.name}.damaged-{time.strftime('%Y%m%d-%H%M%S')}")
    kept, number = base, 1
    while any(Path(f"{kept}{suffix}").exists() for suffix in ("", *_COMPANIONS)):
        number += 1
        kept = base.with_name(f"{base.name}-{number}")
    return kept


def _set_companions_aside(path: Path, kept: Path) -> None:
    for suffix in _COMPANIONS:
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{suffix}").rename(f"{kept}{suffix}")


def file_identity(path: Path) -> tuple[int, int] | None:
    """What tells one file from another that took its name; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def put_in_place(fresh: Path, path: Path) -> None:
    """Give a finished new database its name; the caller holds the lock, and nothing has that name.

    A write-ahead log that lies there without its database is set aside: it would be read into the new one.
    """
    _set_companions_aside(path, _free_name(path))
    fresh.rename(path)


def database_bytes(path: Path) -> int:
    """Bytes on disk of the database with its write-ahead log and its search index."""
    total = 0
    for suffix in ("", "-wal", "-search", "-search-wal"):
        with contextlib.suppress(OSError):
            total += Path(f"{path}{suffix}").stat().st_size
    return total


class ListenerLock:
    """Held by the one listener of a database. The system frees it when the process ends, however it ends."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._note = Path(f"{path}.listener.json")
        self._lock = FileLock(f"{path}.lock", mode=0o600)

    def acquire(self, patience_s: float = 0.25) -> None:
        """Take it, or raise AppError `listener.running` with what is known of the one that holds it.

        The patience is for a process that makes or repairs the database, which holds the lock for a moment.
        """
        try:
            with _explained(self._path):
                self._lock.acquire(timeout=patience_s, poll_interval=0.02)
        except Timeout:
            holder = self.holder()
            where = f" at {holder['url']}" if "url" in holder else ""
            who = f" (process {holder['pid']})" if "pid" in holder else ""
            raise AppError(
                "listener.running",
                f"Another listener already uses this database{where}{who}.",
                hint="Stop it first, or name another database with --db.",
                **holder,
            ) from None

    def describe(self, **facts: Any) -> None:
        """Leave a note for others about who listens where."""
        descriptor = os.open(self._note, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"pid": os.getpid(), **facts}, file)

    def holder(self) -> dict[str, Any]:
        """What the holder wrote about itself; empty when unknown."""
        try:
            found = json.loads(self._note.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def release(self) -> None:
        """Give it up."""
        if self._lock.is_locked:
            self._note.unlink(missing_ok=True)
            self._lock.release()
