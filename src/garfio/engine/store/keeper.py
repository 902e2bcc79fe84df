"""Housekeeping of the database beside the captures: checkpoints, retention, purging, giving space back.

All of it in steps of a few milliseconds between which captures are written. Only the process that holds the
listener's lock keeps house, or the window while no listener runs.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from pathlib import Path

import apsw

from garfio.engine.settings import Settings
from garfio.engine.store import marks
from garfio.engine.store.database import connect
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import StoreError, Writer

_CHECKPOINT_PAGES = 1000
"""Pages in the write-ahead log from which on it is worth a checkpoint."""
_FREE_PAGES = 1000
"""Free pages that stay in the file for new captures; what is beyond goes back to the disk."""
_NOT_THE_NEWEST = "NOT pinned AND id < (SELECT max(id) FROM captures)"
_DAY_US = 86_400_000_000
_MIB = 1024 * 1024


class Keeper:
    """Keeps one database in shape; `run` goes on until it is cancelled."""

    def __init__(self, path: Path, writer: Writer) -> None:
        self.settings = Settings()
        self._path = path
        self._writer = writer
        self._reader = Reader(path, "store-keeper")
        self._clock = _SteadyClock()
        self._erasing = False
        """True while the write-ahead log may still hold what has been deleted."""

    async def run(self, interval_s: float = 1.0) -> None:
        """Look after the database every `interval_s` seconds, and after its log more often."""
        due = 0.0
        while True:
            await asyncio.sleep(interval_s / 10)
            with contextlib.suppress(
                apsw.Error, StoreError
            ):  # the writer reports what is wrong with the database
                await self.checkpoint()
            if time.monotonic() >= due:
                due = time.monotonic() + interval_s
                await self.round()

    async def round(self) -> None:
        """Purge, apply retention and give space back, once; a database in trouble is left for the next
        round."""
        try:
            await self._clean()
        except (apsw.Error, StoreError):
            return

    async def _clean(self) -> None:
        if self._writer.trouble:
            await self._writer.run(_probe)
        while await self._writer.run(lambda db: marks.purge_some(db, time.time_ns() // 1000)):
            self._erasing = True
            await asyncio.sleep(0)
        while await self._retain():
            self._erasing = True
            await asyncio.sleep(0)
        if self._erasing:
            self._erasing = not await self.checkpoint(empty=True)
        while await self._writer.run(_give_space_back):
            await asyncio.sleep(0)

    async def checkpoint(self, *, empty: bool = False) -> bool:
        """Move a long write-ahead log into the database while captures are written; `empty` moves any log, and
        cuts it to nothing. Gives False when a reader was in the way.

        The first pass runs beside the writer and does nearly all; the second, between two transactions, the
        rest, after which the next transaction begins the log anew instead of making it longer.
        """
        if not empty and self._writer.log_pages <= _CHECKPOINT_PAGES:
            return True
        await asyncio.get_running_loop().run_in_executor(None, _checkpoint_beside, self._path)
        mode = "TRUNCATE" if empty else "PASSIVE"
        done = await self._writer.run_outside(lambda db: _checkpoint(db, mode))
        self._writer.log_pages = 0
        return done

    async def close(self) -> None:
        """End its thread."""
        await self._reader.close()

    async def _retain(self) -> bool:
        """Delete one batch that the retention settings give up; True when there may be more."""
        settings = self.settings
        if settings.keep_newest:
            bound = await self._reader.run(_id_of_rank, settings.keep_newest)
            if bound and await self._writer.run(
                lambda db: marks.delete_some(db, "NOT pinned AND id <= ?", (bound,))
            ):
                return True
        if settings.keep_days:
            now = min(self._clock.now_us(), await self._reader.run(_newest_time) + _DAY_US)
            since = now - settings.keep_days * _DAY_US
            if await self._writer.run(lambda db: _delete_older(db, since)):
                return True
        if settings.keep_mib:
            excess = await self._reader.run(_used_bytes) - settings.keep_mib * _MIB
            if excess > 0:
                return await self._writer.run(
                    lambda db: marks.delete_some(db, _NOT_THE_NEWEST, limit_bytes=excess)
                )
        return False


class _SteadyClock:
    """Wall clock at the start plus time that has really passed: setting the clock does not make captures old.

    Where the system has no clock that counts time asleep, captures become old later.
    """

    def __init__(self) -> None:
        self._start_us = time.time_ns() // 1000 - self._passed_us()

    def now_us(self) -> int:
        """Microseconds since 1970; never ahead of the wall clock."""
        return min(time.time_ns() // 1000, self._start_us + self._passed_us())

    @staticmethod
    def _passed_us() -> int:
        clock = getattr(time, "CLOCK_BOOTTIME", None)
        return (time.monotonic_ns() if clock is None else time.clock_gettime_ns(clock)) // 1000


def _delete_older(connection: apsw.Connection, since_us: int) -> bool:
    """Delete from the oldest row on while rows are older than `since_us`; a row out of order waits for its
    turn."""
    oldest = connection.execute(
        "SELECT received_at_us FROM captures WHERE NOT pinned ORDER BY id LIMIT 1"
    ).fetchone()
    if oldest is None or int(str(oldest[0])) >= since_us:
        return False
    oldest_ids = f"SELECT id FROM captures WHERE NOT pinned ORDER BY id LIMIT {marks.BATCH}"
    condition = f"id IN ({oldest_ids}) AND received_at_us < ?"
    return marks.delete_some(connection, condition, (since_us,))


def _give_space_back(connection: apsw.Connection) -> bool:
    """Return up to 200 free pages to the file system once there are many; True when some went."""
    before = _number(connection, "freelist_count")
    if before < _FREE_PAGES:
        return False
    connection.execute("PRAGMA incremental_vacuum(200)").fetchall()
    return _number(connection, "freelist_count") < before


def _number(connection: apsw.Connection, pragma: str) -> int:
    return int(str(connection.pragma(pragma)))


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
    pages, free, size = (_number(connection, name) for name in ("page_count", "freelist_count", "page_size"))
    return (pages - free) * size


def _checkpoint_beside(path: Path) -> None:
    connection = connect(path)
    try:
        _checkpoint(connection, "PASSIVE")
    finally:
        connection.close()


def _checkpoint(connection: apsw.Connection, mode: str) -> bool:
    """Run a checkpoint that waits for readers only a moment; False when one of them kept it from being complete."""
    connection.set_busy_timeout(50)
    row = connection.execute(f"PRAGMA wal_checkpoint({mode})").fetchone()
    return row is not None and row[0] == 0


def _probe(connection: apsw.Connection) -> None:
    """Write and take back as much as an ordinary capture needs, to find out whether a trouble is over."""
    connection.execute("INSERT INTO body_parts VALUES(-1, 0, zeroblob(65536))")
    connection.execute("DELETE FROM body_parts WHERE body_key = -1")
