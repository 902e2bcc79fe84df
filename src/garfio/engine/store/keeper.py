"""Housekeeping of the database beside the captures: checkpoints, retention, purging, giving space back.

All of it in steps of a few milliseconds between which captures are written. Only the process that holds the listener's
lock keeps house, or the window while no listener runs.
"""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import apsw

from garfio.engine.settings import Settings
from garfio.engine.store import annotations
from garfio.engine.store.database import connect
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import StoreFailed, Writer

_CHECKPOINT_PAGES = 1000
"""Pages in the write-ahead log from which on it is worth a checkpoint."""
_FREE_PAGES = 1000
"""Free pages that stay in the file for new captures; what is beyond goes back to the disk."""
_DAY_US = 86_400_000_000
_MIB = 1024 * 1024


class Keeper:
    """Keeps one database in shape; `run` goes on until it is cancelled."""

    def __init__(self, path: Path, writer: Writer) -> None:
        self.settings = Settings()
        self._path = path
        self._writer = writer
        self._reader = Reader(path, "store-keeper")

    async def run(self, interval_s: float = 1.0) -> None:
        """Look after the database every `interval_s` seconds, and after its log more often."""
        due = 0.0
        while True:
            await asyncio.sleep(interval_s / 10)
            try:
                await self.checkpoint()
                if time.monotonic() >= due:
                    due = time.monotonic() + interval_s
                    await self.step()
            except (apsw.Error, StoreFailed):
                continue  # the writer reports what is wrong with the database; the next round tries again

    async def step(self) -> None:
        """One round: purge, retention, space."""
        while await self._writer.run(lambda db: annotations.purge_some(db, time.time_ns() // 1000)):
            await asyncio.sleep(0)
        while await self._retain():
            await asyncio.sleep(0)
        while await self._writer.run(_give_space_back):
            await asyncio.sleep(0)

    async def checkpoint(self, *, empty: bool = False) -> None:
        """Move the write-ahead log into the database while captures are written; `empty` also cuts the log to nothing.

        The first pass runs beside the writer and does nearly all; the second, between two transactions, the rest, after
        which the next transaction begins the log anew instead of making it longer.
        """
        if empty:
            await self._writer.run_outside(lambda db: _checkpoint(db, "TRUNCATE"))
        elif self._writer.log_pages > _CHECKPOINT_PAGES:
            await asyncio.get_running_loop().run_in_executor(None, _checkpoint_beside, self._path)
            await self._writer.run_outside(lambda db: _checkpoint(db, "PASSIVE"))

    async def close(self) -> None:
        """End its thread."""
        await self._reader.close()

    async def _retain(self) -> bool:
        """Delete one batch that the retention settings give up; True when there may be more."""
        settings = self.settings
        if settings.keep_newest:
            bound = await self._reader.run(_id_of_rank, settings.keep_newest)
            if bound and await self._writer.run(lambda db: _delete_below(db, bound + 1)):
                return True
        if settings.keep_days:
            now = min(time.time_ns() // 1000, await self._reader.run(_newest_time) + _DAY_US)
            since = now - settings.keep_days * _DAY_US
            if await self._writer.run(lambda db: _delete_older(db, since)):
                return True
        if settings.keep_mib:
            used = await self._reader.run(_used_bytes)
            if used > settings.keep_mib * _MIB:
                return await self._writer.run(lambda db: _delete_below(db, 2**62))
        return False


def _delete_below(connection: apsw.Connection, bound: int) -> bool:
    return _delete(connection, "id < ?", bound)


def _delete_older(connection: apsw.Connection, since_us: int) -> bool:
    """Delete from the oldest row on while rows are older than `since_us`; a row out of order waits for its turn."""
    oldest = connection.execute(
        "SELECT received_at_us FROM captures WHERE NOT pinned ORDER BY id LIMIT 1"
    ).fetchone()
    if oldest is None or int(str(oldest[0])) >= since_us:
        return False
    return _delete(connection, "received_at_us < ?", since_us)


def _delete(connection: apsw.Connection, condition: str, bound: int) -> bool:
    """Delete one batch of unpinned captures among the oldest; True when some went."""
    connection.execute(
        f"DELETE FROM captures WHERE id IN (SELECT id FROM (SELECT id, received_at_us FROM captures WHERE NOT pinned"
        f" ORDER BY id LIMIT {annotations.BATCH}) WHERE {condition})",
        (bound,),
    )
    return connection.changes() > 0


def _give_space_back(connection: apsw.Connection) -> bool:
    """Return up to 200 free pages to the file system once there are many; True when there are more."""
    row = connection.execute("PRAGMA freelist_count").fetchone()
    if not row or int(str(row[0])) < _FREE_PAGES:
        return False
    connection.execute("PRAGMA incremental_vacuum(200)").fetchall()
    return True


def _id_of_rank(connection: apsw.Connection, rank: int) -> int:
    """The highest id beyond the newest `rank` unpinned captures; 0 when there are no more than that."""
    row = connection.execute(
        "SELECT id FROM captures WHERE NOT pinned ORDER BY id DESC LIMIT 1 OFFSET ?", (rank,)
    ).fetchone()
    return int(row[0]) if row else 0


def _newest_time(connection: apsw.Connection) -> int:
    row = connection.execute("SELECT received_at_us FROM captures ORDER BY id DESC LIMIT 1").fetchone()
    return int(row[0]) if row else 0


def _used_bytes(connection: apsw.Connection) -> int:
    """Bytes of the database's pages in use."""
    numbers = [connection.pragma(name) for name in ("page_count", "freelist_count", "page_size")]
    pages, free, size = (int(str(number)) for number in numbers)
    return (pages - free) * size


def _checkpoint_beside(path: Path) -> None:
    connection = connect(path)
    try:
        _checkpoint(connection, "PASSIVE")
    finally:
        connection.close()


def _checkpoint(connection: apsw.Connection, mode: str) -> None:
    connection.set_busy_timeout(500)
    connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchall()
