"""Filling the search index behind everything else: a process of its own, with the lowest priority, for as long as there
is much to take in.

A few thousand captures are searched as quickly without, so a small database never has an index. A kill at any moment
costs what one short transaction held.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import os
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import apsw
import psutil
from filelock import FileLock, Timeout

from garfio.core.capture import CaptureId
from garfio.engine.signal import Signal
from garfio.engine.store.database import connect, connect_reading
from garfio.engine.store.reader import Reader
from garfio.engine.store.reading import newest_id
from garfio.engine.store.search_index import Backlog, Indexer, backlog, index_path

WORTH = 5_000
"""Captures from which on it is worth to begin."""
_ROUND_S = 5.0
_TELL_S = 0.5
_FLOOD = 100
"""Captures a second from which on the work rests."""
_LOOK_S, _REST_S = 0.1, 0.5
_NICE = 19


async def keep_indexed(path: Path) -> None:
    """See to the index of a database that no window shows, until cancelled."""
    reader = Reader(path, "store-index")
    try:
        await SearchIndexing(path, lambda: reader.run(backlog)).run()
    finally:
        await reader.close()


class SearchIndexing:
    """Sees to the index of one database; `run` goes on until it is cancelled. The listener has one and so has the
    window: who comes first fills, the other tells how far that has come."""

    def __init__(
        self, path: Path, read_backlog: Callable[[], Awaitable[Backlog]], worth: int = WORTH
    ) -> None:
        self.progressed: Signal[float] = Signal()
        """Which part of the captures is in the index, while it is filled; 1 ends that."""
        self._path = path
        self._read_backlog = read_backlog
        self._worth = worth
        self._process: BaseProcess | None = None

    async def run(self, interval_s: float = _ROUND_S) -> None:
        """Begin whenever there is much to take in."""
        try:
            while True:
                await asyncio.sleep(interval_s)
                with contextlib.suppress(apsw.Error, OSError):
                    if (await self._read_backlog()).captures >= self._worth:
                        await (self._follow() if await self._is_filled() else self._fill())
        finally:
            self._kill()

    async def _is_filled(self) -> bool:
        """True while another process fills it: the listener's, or the window's."""
        return await asyncio.to_thread(_is_taken, self._path)

    async def _follow(self) -> None:
        """Tell how far another process has come."""
        try:
            while await self._is_filled():
                self.progressed.emit((await self._read_backlog()).part)
                await asyncio.sleep(_TELL_S)
        finally:
            self.progressed.emit(1.0)

    async def _fill(self) -> None:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(
            target=fill, args=(theirs, str(self._path)), name="search-index", daemon=True
        )
        await asyncio.to_thread(self._process.start)
        theirs.close()
        try:
            while (part := await asyncio.to_thread(_received, ours)) is not None:
                self.progressed.emit(part)
        finally:
            self._kill()
            ours.close()
            self.progressed.emit(1.0)

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is not None and process.pid is not None:
            process.kill()  # whoever waits for its next word hears of it
            process.join()
            process.close()


def _lock(database: Path) -> FileLock:
    return FileLock(f"{index_path(database)}.lock", 0, mode=0o600)


def _is_taken(database: Path) -> bool:
    try:
        with _lock(database):
            return False
    except Timeout:
        return True


def _received(pipe: Connection) -> float | None:
    try:
        part: float = pipe.recv()
    except (EOFError, OSError):
        return None
    return part


def fill(pipe: Connection, path: str) -> None:
    """Take in everything, then end; `pipe` gets the part that is done, and ends the work when it closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(psutil.Error, OSError):
        if sys.platform == "win32":
            psutil.Process().nice(psutil.IDLE_PRIORITY_CLASS)
        else:
            psutil.Process().nice(_NICE)
    silence = os.open(os.devnull, os.O_RDWR)  # the window's own pipes must close when it dies
    for descriptor in {0, 1} - {pipe.fileno()}:
        os.dup2(silence, descriptor)
    database = Path(path)
    with (
        contextlib.suppress(Timeout, apsw.Error, OSError),
        _lock(database),
    ):
        reading, writing = connect_reading(database), connect(database, made=True)
        indexer = Indexer(database, reading, writing)
        told = 0.0
        rest = _Rest(lambda: newest_id(reading))
        while indexer.step():
            if time.monotonic() - told > _TELL_S:
                told = time.monotonic()
                pipe.send(backlog(reading).part)
            rest.take()
        indexer.close()


class _Rest:
    """Waits while captures pour in: what is not indexed yet is found all the same."""

    def __init__(self, newest: Callable[[], CaptureId]) -> None:
        self._newest = newest
        self._seen, self._at = newest(), time.monotonic()

    def take(self) -> None:
        while (passed := time.monotonic() - self._at) > _LOOK_S:
            newest = self._newest()
            pouring = newest - self._seen > _FLOOD * passed
            self._seen, self._at = newest, time.monotonic()
            if not pouring:
                return
            time.sleep(_REST_S)
