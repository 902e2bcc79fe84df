"""Rules in the window are tested on the engine: a real workspace on the disk, without a listener unless a test starts
one."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from garfio.engine.rules.runner import RuleRunner
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from tests.factories import make_arrival

ORDER = {"email": "nuria@example.com", "name": "#1001", "total_price": "39.80", "line_items": [{"sku": "A1"}]}
Arrive = Callable[..., Awaitable[int]]


@pytest_asyncio.fixture
async def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Workspace]:
    """A workspace that keeps its secrets in memory."""
    monkeypatch.setenv("GARFIO_SECRET_STORE", "memory")
    workspace = Workspace(tmp_path / "garfio.db", Tasks())
    await workspace.open()
    yield workspace
    await workspace.close()


@pytest.fixture
def arrive(engine: Workspace) -> Arrive:
    """Puts an order into the workspace, as if it had been verified; gives its number."""

    async def put(body: dict[str, Any] | None = None, event: str = "orders/create") -> int:
        data = json.dumps(ORDER if body is None else body).encode()
        write = engine._writer.run
        arrival = make_arrival(data, content_type="application/json")
        (number,) = await write(partial(insert_arrivals, arrivals=[arrival]))
        await write(
            lambda db: db.execute(
                "UPDATE captures SET provider = 'shopify', event_type = ?, verdict = 'valid' WHERE id = ?",
                (event, number),
            ).fetchall()
        )
        await write(
            lambda db: db.execute("UPDATE looks SET upto = ? WHERE kind = 'verdict'", (number,)).fetchall()
        )
        engine.arrived.emit(number)
        return int(number)

    return put


def make_runner(engine: Workspace) -> RuleRunner:
    """What does rules' deeds in the listener's process; notifications go to the window."""

    async def notify(notice: Any) -> None:
        engine.rules.noticed.emit(notice)

    return RuleRunner(
        engine.path,
        engine._writer,
        secret=lambda _name: None,
        notify=notify,
        told=lambda captures: engine.rules.ran.emit(frozenset(captures)),
    )


@asynccontextmanager
async def running(engine: Workspace) -> AsyncIterator[RuleRunner]:
    """A runner at work. It is begun inside the test: between a fixture and its test no loop runs, and Qt's events go
    on."""
    made = make_runner(engine)
    await made.open()
    tasks = Tasks()
    tasks.spawn(made.run(), "runner")
    try:
        yield made
    finally:
        await tasks.close()
