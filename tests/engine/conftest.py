"""What the tests of the engine share."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from tests.engine.test_renderer import make_capture

from garfio.core.capture import Capture
from garfio.engine.action.tools import Notice, Tools
from garfio.engine.listener import connection, server
from garfio.engine.resend.sender import Sender
from garfio.engine.store import database, writer
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import Writer

SECRETS = {"pass": "p4ss", "url": "", "bad": "not a url"}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """Where a new database can be."""
    return tmp_path / "garfio.db"


@pytest.fixture
def short_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """All deadlines a hundredth of what they are, so that a test can wait for them."""
    for name in ("HEAD_LIMIT_S", "BODY_IDLE_S", "KEEP_ALIVE_S"):
        monkeypatch.setattr(connection, name, getattr(connection, name) / 100)
    monkeypatch.setattr(connection, "_LINGER_S", 0.5)
    monkeypatch.setattr(server, "_SWEEP_S", 0.02)
    for module in (database, writer):
        monkeypatch.setattr(module, "BUSY_LIMIT_S", 0.2)


@pytest_asyncio.fixture
async def tools(db: Path) -> AsyncIterator[Tools]:
    """What a deed is done with, on a workspace of the test's own."""
    database.open_database(db)
    writer, reader = Writer(db, asyncio.get_running_loop()), Reader(db)

    async def notify(_notice: Notice) -> None: ...

    async def load() -> Capture:
        return make_capture(b"[1, 2]")

    yield Tools(5, 7, "r", Sender(), "f" * 16, SECRETS.get, writer, reader, db, notify, load)
    await writer.close()
    await reader.close()
