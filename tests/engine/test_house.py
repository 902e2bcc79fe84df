"""A workspace with and without its listener: whoever is there looks at captures, and the window hears of it."""

from __future__ import annotations

import http.client
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from tests.engine.running import until
from tests.engine.signed import SECRET, stripe_request

import garfio
from garfio.core.capture import CaptureId
from garfio.core.signature import Secret
from garfio.engine import house
from garfio.engine.looker import Progress
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace


@pytest_asyncio.fixture
async def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Workspace]:
    """Opened, with a store for secrets that only memory has."""
    monkeypatch.setenv("PYTHONPATH", str(Path(garfio.__file__).parent.parent))
    monkeypatch.setenv("GARFIO_SECRET_STORE", "memory")
    monkeypatch.setattr(house, "_ROUND_S", 0.02)
    found = Workspace(tmp_path / "garfio.db", Tasks())
    await found.open()
    yield found
    await found.close()


async def verdict(workspace: Workspace, number: int) -> str:
    rows = await workspace.summaries([CaptureId(number)])
    return rows[0].verdict if rows else ""


async def test_the_window_looks_while_no_listener_does(workspace: Workspace, tmp_path: Path) -> None:
    """At what is imported, and again when a secret is added; the rows are said to have changed."""
    file = tmp_path / "one.http"
    file.write_bytes(stripe_request().to_bytes())
    changed: set[CaptureId] = set()
    progress: list[Progress] = []
    workspace.changed.connect(lambda ids: changed.update(ids or ()))
    workspace.endpoints.recheck_progressed.connect(progress.append)
    (number,) = await workspace.import_files([file])
    await until(lambda: number in changed)
    assert await verdict(workspace, number) == "no_secret"
    changed.clear()
    await workspace.endpoints.add_secret("/stripe", Secret(SECRET))
    await until(lambda: progress and not progress[-1].path)
    assert changed == {number}
    assert (await workspace.verification(number, diagnosed=False)).secret == Secret(SECRET)


async def test_the_listener_gets_what_memory_keeps(workspace: Workspace) -> None:
    """A secret of the window's memory is used by its listener, and by the next one too."""
    changed: set[CaptureId] = set()
    workspace.changed.connect(lambda ids: changed.update(ids or ()))
    await workspace.start_listener(0)
    await workspace.endpoints.add_secret("/stripe", Secret(SECRET))
    request = stripe_request()
    for number in (1, 2):
        connection = http.client.HTTPConnection("127.0.0.1", workspace.listener.port, timeout=5)
        signature = request.headers.text("stripe-signature") or ""
        connection.request("POST", "/stripe", request.body, {"Stripe-Signature": signature})
        assert connection.getresponse().status == 200
        connection.close()
        await until(lambda number=number: number in changed)
        shown = await workspace.verification(CaptureId(number), diagnosed=False)
        assert (await verdict(workspace, number), shown.verdict) == ("expired", "expired")
        await workspace.stop_listener()
        await workspace.start_listener(0)
