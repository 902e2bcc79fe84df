"""What the window uses: the workspace's methods and signals, with a real listener behind it."""

from __future__ import annotations

import asyncio
import http.client
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.engine.resend.conftest import Store, bodies, captured, until
from tests.engine.resend.peers import serving

from garfio.cli import cli
from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.outgoing import Changes
from garfio.core.sequence import Pace
from garfio.core.target import Target
from garfio.engine.store.outbox import Forward
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace


@pytest.fixture
async def workspace(database: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Workspace]:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[3] / "src"))
    opened = Workspace(database, Tasks())
    await opened.open()
    yield opened
    await opened.close()


async def test_resending(store: Store, workspace: Workspace) -> None:
    """Targets, a preview, one send, a run with progress, the ledger, and their signals."""
    ids = store(captured(b"a"), captured(b"b"))
    attempts: list[CaptureId] = []
    targets: list[None] = []
    workspace.attempts_changed.connect(attempts.extend)
    workspace.targets_changed.connect(targets.append)
    async with serving() as server:
        await workspace.add_target(Target("dev", server.url))
        await workspace.change_target("dev", Target("local", server.url))
        outgoing = await workspace.preview_resend(ids[0], "local", Changes(body=b"c"))
        (row,) = await workspace.resend(ids[:1], "local", Changes(body=b"c"))
        run = await workspace.start_resend(ids, "local", pace=Pace(parallel=2))
        await until(lambda: run.progress.over)
    assert outgoing.request.to_bytes() == server.seen[0]
    assert sorted(bodies(server.seen)) == [b"a", b"b", b"c"]
    assert [one.id for one in await workspace.attempts(ids[0])] == [row.id, run.ids[0]]
    assert (await workspace.attempt(row.id)).request.body == b"c"
    assert await workspace.last_target() == "local"
    assert sorted(attempts) == [ids[0], ids[0], ids[1]]
    assert len(targets) == 2
    await workspace.remove_target("local")
    assert await workspace.targets() == []


def _post(url: str, body: bytes) -> None:
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=5)
    connection.request("POST", "/x", body)
    assert connection.getresponse().status == 200
    connection.close()


async def test_forwarding_and_loops(workspace: Workspace) -> None:
    """The listener forwards what the window switched on, and tells it; a resend to the listener is a loop."""
    changed: list[CaptureId] = []
    workspace.attempts_changed.connect(changed.extend)
    async with serving() as server:
        await workspace.forwards.set(Forward("", server.url))
        await workspace.start_listener(0)
        url = workspace.listener.url
        await asyncio.to_thread(_post, url, b"hello")
        await until(lambda: changed)
        await until(lambda: server.seen)
        (row,) = await workspace.resend([CaptureId(1)], url)
        assert row.failure is not None
        assert row.failure.kind == "loop"
    assert bodies(server.seen) == [b"hello"]


async def test_forwarding_to_the_listener_makes_no_loop(workspace: Workspace) -> None:
    """A forward that leads back to our own port fails at once; nothing is captured twice."""
    port = await workspace.free_port(28_800)
    await workspace.forwards.set(Forward("", f"http://localhost:{port}"))
    await workspace.start_listener(port)
    await asyncio.to_thread(_post, workspace.listener.url, b"hello")
    async with asyncio.timeout(5):
        while not (queues := await workspace.forwards.queues()) or not queues[0].failed:
            await asyncio.sleep(0.02)
    assert (await workspace.counts()).captured == 1


async def test_another_machine_needs_a_word(store: Store, workspace: Workspace) -> None:
    (capture,) = store()
    with pytest.raises(AppError) as caught:
        await workspace.resend([capture], "https://staging.example")
    assert caught.value.code == "resend.confirm"


async def test_forwards_of_the_command_line_take_effect_at_once(workspace: Workspace, database: Path) -> None:
    """While the listener runs, it uses them for what comes next, and the window hears of each change."""
    told: list[object] = []
    workspace.forwards.changed.connect(told.append)
    await workspace.start_listener(await workspace.free_port(28_800))
    await until(lambda: workspace.listener.phase == "listening")

    async def garfio(*words: str) -> None:
        result = await asyncio.to_thread(
            CliRunner().invoke, cli, ["--db", str(database), "endpoints", *words]
        )
        assert result.exit_code == 0, result.output

    async with serving() as server:
        await garfio("add", "/x", "--forward", server.url)
        await until(lambda: told)
        url = workspace.listener.url
        await asyncio.to_thread(_post, url, b"sent on")
        await until(lambda: server.seen)
        told.clear()
        await garfio("remove", "/x")
        await until(lambda: told)
        assert await workspace.forwards.all() == []
        await asyncio.to_thread(_post, url, b"kept")
        await asyncio.to_thread(_post, url, b"kept")
    assert bodies(server.seen) == [b"sent on"]
