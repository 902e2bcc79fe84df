"""A reading connection on its own thread."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path

import apsw
import pytest
from tests.factories import make_arrival

from garfio.engine.store import reading
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.reader import Reader


async def test_reading_happens_elsewhere(db: Path) -> None:
    """The loop's thread does not read; errors come through; later rows are seen."""
    open_database(db)
    reader = Reader(db)
    assert await reader.run(lambda _db: threading.current_thread()) is not threading.current_thread()
    connection = connect(db)
    with connection:
        insert_arrivals(connection, [make_arrival()])
    connection.close()
    assert len(await reader.run(reading.page)) == 1
    with pytest.raises(ZeroDivisionError):
        await reader.run(lambda _db: 1 / 0)
    await reader.close()


async def test_a_new_connection_after_damage(db: Path) -> None:
    """After an I/O error the next read opens the file anew."""
    open_database(db)
    reader = Reader(db)
    first = await reader.run(lambda connection: connection)

    def fail(_connection: apsw.Connection) -> None:
        raise apsw.IOError

    with pytest.raises(apsw.IOError):
        await reader.run(fail)
    assert await reader.run(lambda connection: connection) is not first
    await reader.close()


async def test_closing_drops_what_waits(db: Path) -> None:
    """Closing ends the thread even while more is asked for."""
    open_database(db)
    reader = Reader(db)
    loop = asyncio.get_running_loop()
    asked = [loop.create_task(reader.run(reading.newest_id)) for _ in range(5)]
    await reader.close()
    await asyncio.gather(*asked, return_exceptions=True)
