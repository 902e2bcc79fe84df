"""The index is filled by a process of its own, and only when there is much to take in."""

from __future__ import annotations

import asyncio
import contextlib
from pathlib import Path

from filelock import FileLock
from tests.factories import make_arrival

from garfio.core.capture import CaptureId
from garfio.engine.indexer import SearchIndexing
from garfio.engine.searches import Searches
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.looks import VERDICT
from garfio.engine.store.search_index import backlog, index_path

COUNT = 800


def _fill(db: Path) -> None:
    open_database(db)
    connection = connect(db)
    insert_arrivals(connection, [make_arrival(b"body %d" % number) for number in range(COUNT)])
    connection.execute("UPDATE looks SET upto = ? WHERE kind = ?", (COUNT, VERDICT))
    connection.close()


async def test_it_is_filled_and_found_in(db: Path) -> None:
    """Much was there; it was taken in to the end, and a search used it."""
    _fill(db)
    searches = Searches(db)
    ended = asyncio.Event()
    parts: list[float] = []
    indexing = SearchIndexing(db, lambda: searches.read(backlog), worth=COUNT // 2)
    indexing.progressed.connect(lambda part: parts.append(part) or (part == 1 and ended.set()))  # type: ignore[func-returns-value]
    running = asyncio.get_running_loop().create_task(indexing.run(0.01))
    await asyncio.wait_for(ended.wait(), 60)
    assert (await searches.read(backlog)).captures == 0
    assert (await searches.scan("777")).ids == [CaptureId(778)]
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    await searches.close()
    assert parts == sorted(parts)


async def test_a_small_database_has_no_index(db: Path) -> None:
    """There was little; no process was begun."""
    _fill(db)
    searches = Searches(db)
    asked = asyncio.Event()

    async def read() -> object:
        found = await searches.read(backlog)
        if asked.is_set():
            again.set()
        asked.set()
        return found

    again = asyncio.Event()
    indexing = SearchIndexing(db, read, worth=COUNT * 2)  # type: ignore[arg-type]
    running = asyncio.get_running_loop().create_task(indexing.run(0.01))
    await asyncio.wait_for(again.wait(), 20)
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    await searches.close()
    assert not index_path(db).exists()


async def test_one_fills_and_the_other_tells_how_far(db: Path) -> None:
    """Another process holds the index; no second one is begun, its progress is told until it lets go."""
    _fill(db)
    searches = Searches(db)
    told, ended = asyncio.Event(), asyncio.Event()
    indexing = SearchIndexing(db, lambda: searches.read(backlog), worth=COUNT // 2)
    indexing.progressed.connect(lambda part: (ended if part == 1 else told).set())
    lock = FileLock(f"{index_path(db)}.lock", 0)
    with lock:
        running = asyncio.get_running_loop().create_task(indexing.run(0.01))
        await asyncio.wait_for(told.wait(), 60)
        assert not index_path(db).exists()
    await asyncio.wait_for(ended.wait(), 60)
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    await searches.close()
