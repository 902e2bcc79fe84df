"""Sending on purpose is tested on the engine: a real workspace on the disk, and real servers on loopback."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from tests.ui.conftest import Open
from tests.ui.drive import Drive
from tests.ui.memory_workspace import MemoryWorkspace


@pytest_asyncio.fixture
async def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Workspace]:
    """A workspace that keeps its secrets in memory."""
    monkeypatch.setenv("GARFIO_SECRET_STORE", "memory")
    workspace = Workspace(tmp_path / "garfio.db", Tasks())
    await workspace.open()
    yield workspace
    await workspace.close()


@pytest_asyncio.fixture
async def user_at_first_run(workspace: MemoryWorkspace, open_window: Open) -> Drive:
    """Nothing has arrived yet."""
    return await open_window(workspace)
