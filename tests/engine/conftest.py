"""What the tests of the engine share."""

from __future__ import annotations

from pathlib import Path

import pytest

from garfio.engine.listener import connection, server
from garfio.engine.store import database, writer


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
