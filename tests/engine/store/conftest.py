"""A database with a writer on it, for tests of the store without sockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import apsw
import pytest

from garfio.engine.store.database import connect, open_database
from garfio.engine.store.reading import prepare_reading
from garfio.engine.store.writer import Writer


@pytest.fixture
async def writer(db: Path) -> AsyncIterator[Writer]:
    """A writer on a new database."""
    open_database(db)
    writer = Writer(db, asyncio.get_running_loop())
    yield writer
    await writer.close()


@pytest.fixture
def connection(db: Path) -> Iterator[apsw.Connection]:
    """A connection to a new database that can write and search."""
    open_database(db)
    connection = connect(db)
    prepare_reading(connection)
    yield connection
    connection.close()
