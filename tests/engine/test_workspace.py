"""What the window asks of the program: one test for each story, with the real listener."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.engine.running import Client, until
from tests.factories import make_chunked, make_head, make_message

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.target import Target
from garfio.engine import workspace as module
from garfio.engine.arrivals import Bar
from garfio.engine.resend.session import open_desk
from garfio.engine.sample import SAMPLE_PATH
from garfio.engine.store import marks
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


@pytest.fixture
async def workspace(db: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Workspace]:
    """An open workspace whose listener is not started."""
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).resolve().parents[2] / "src"))
    workspace = Workspace(db, Tasks())
    await workspace.open()
    yield workspace
    await workspace.close()


async def _import(workspace: Workspace, tmp_path: Path, count: int) -> list[CaptureId]:
    file = tmp_path / "in.http"
    file.write_bytes(b"".join(make_message(b"%d" % n, b"/%d" % n) for n in range(1, count + 1)))
    return await workspace.import_files([file])


async def test_a_sample_goes_through_the_listener(workspace: Workspace) -> None:
    """The sample is a real request: it rings, it is stored, and its figures are not rounded on the way."""
    arrived: list[int] = []
    workspace.arrived.connect(arrived.append)
    with pytest.raises(AppError) as caught:
        await workspace.send_sample()
    assert caught.value.code == "listener.stopped"
    await workspace.start_listener(0)
    await workspace.send_sample()
    await until(lambda: arrived)
    row = (await workspace.page())[0]
    assert (row.path, row.source, row.reply_status) == (SAMPLE_PATH, "listener", 200)
    body = (await workspace.capture(row.id)).request.body
    assert b"12345678901234567890" in body
    assert json.loads(body)["type"] == "sample.sent"
    assert (await workspace.counts()).captured == 1, "the self-check is not stored"


async def test_targets_of_the_command_line_are_told(workspace: Workspace) -> None:
    """Another program adds a target: the workspace hears of it without being asked."""
    told: list[None] = []
    await workspace.start_listener(0)
    workspace.targets_changed.connect(told.append)
    async with open_desk(workspace.path) as desk:
        await desk.add_target(Target("staging", "http://127.0.0.1:3000"))
    await until(lambda: told)
    assert [target.name for target in await workspace.targets()] == ["staging"]


async def test_the_listener_can_be_stopped_and_started(workspace: Workspace) -> None:
    """Stopped nobody is served; started on the same port again it is; the state follows."""
    await workspace.start_listener(0)
    port = workspace.listener.port
    await workspace.stop_listener()
    assert workspace.listener.phase == "stopped"
    with pytest.raises(OSError, match=r"refused|Connect call failed"):
        await Client.connect(port)
    await workspace.start_listener(port)
    async with await Client.connect(port) as client:
        assert (await client.ask(make_head())).status == 200
    assert await workspace.free_port(port) != port


async def test_deleting_and_undoing(workspace: Workspace, tmp_path: Path) -> None:
    """Deleted captures come back, once, and only the last deletion."""
    ids = await _import(workspace, tmp_path, 5)
    removed: list[object] = []
    workspace.removed.connect(removed.append)
    await workspace.delete(ids[:2])
    assert [row.id for row in await workspace.page()] == [5, 4, 3]
    assert removed == [frozenset((1, 2))]
    assert await workspace.undo_delete()
    assert len(await workspace.page()) == 5
    assert not await workspace.undo_delete()
    await workspace.set_pinned([ids[0]], True)
    await workspace.delete_all()
    assert [row.id for row in await workspace.page()] == [1]
    assert (await workspace.counts()).captured == 1
    assert await workspace.undo_delete()
    assert (await workspace.counts()).captured == 5


async def test_a_deletion_of_very_many(workspace: Workspace, tmp_path: Path) -> None:
    """More captures than one transaction takes are deleted and brought back together."""
    ids = await _import(workspace, tmp_path, marks.BATCH + 20)
    await workspace.delete(ids)
    assert await workspace.page() == []
    assert await workspace.undo_delete()
    assert (await workspace.counts()).captured == marks.BATCH + 20


async def test_purged_without_a_listener(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While no listener runs the window purges itself once the time is over; then it is too late for an undo."""
    monkeypatch.setattr(module, "UNDO_S", 0)
    ids = await _import(workspace, tmp_path, 3)
    await workspace.delete(ids)
    connection_rows = lambda db: db.execute("SELECT count(*) FROM captures").fetchone()[0]  # noqa: E731
    async with asyncio.timeout(15):
        while await workspace._writer.run(connection_rows):
            await asyncio.sleep(0.05)
        while await workspace.undo_delete():
            await asyncio.sleep(0.05)


async def test_marks(workspace: Workspace, tmp_path: Path) -> None:
    """Read, unread, pinned: the rows and the counts follow, and who shows them is told."""
    ids = await _import(workspace, tmp_path, 4)
    changed: list[object] = []
    workspace.changed.connect(changed.append)
    await workspace.mark_read(ids[:2])
    await workspace.mark_read(ids[:1], False)
    await workspace.set_pinned(ids[3:], True)
    rows = await workspace.summaries(ids)
    assert [(row.id, row.unread, row.pinned) for row in rows] == [
        (4, True, True), (3, True, False), (2, False, False), (1, True, False),
    ]  # fmt: skip
    await workspace.mark_read(None)
    assert (await workspace.counts()).unread == 0
    assert changed == [frozenset(ids[:2]), frozenset(ids[:1]), frozenset(ids[3:]), None]


async def test_files(workspace: Workspace, tmp_path: Path) -> None:
    """Exported and imported again, messages are the same; a file that is none is an error, and nothing is stored."""
    raw = make_chunked([b"a", b"\x00"], [(b"X-T", b"1")]) + make_message(b"x" * 2_000_000)
    (tmp_path / "in.http").write_bytes(raw)
    ids = await workspace.import_files([tmp_path / "in.http"])
    assert await workspace.export(ids, tmp_path / "out.http") == 2
    assert (tmp_path / "out.http").read_bytes() == raw
    (tmp_path / "text").write_text("Dear diary")
    with pytest.raises(AppError) as caught:
        await workspace.import_files([tmp_path / "text"])
    assert caught.value.code == "file.not_http"
    assert (await workspace.counts()).captured == 2


async def test_settings(workspace: Workspace, db: Path) -> None:
    """A change is told, stored, and there when the workspace is opened again; one that does not fit changes nothing."""
    told: list[int] = []
    workspace.settings_changed.connect(lambda settings: told.append(settings.keep_days))
    await workspace.change_settings(keep_days=7, theme="dark")
    with pytest.raises(AppError):
        await workspace.change_settings(theme="pink")
    assert told == [7]
    other = Workspace(db, Tasks())
    await other.open()
    assert (other.settings.keep_days, other.settings.theme) == (7, "dark")
    await other.close()


async def test_a_damaged_workspace_is_told(db: Path) -> None:
    """Where the damaged file is now is known after opening."""
    db.write_bytes(b"text")
    workspace = Workspace(db, Tasks())
    await workspace.open()
    assert workspace.set_aside is not None
    assert workspace.set_aside.read_bytes() == b"text"
    assert await workspace.page() == []
    await workspace.close()


async def test_arrivals_over_time(workspace: Workspace, tmp_path: Path) -> None:
    """One number for each span, zero where nothing came."""
    ids = await _import(workspace, tmp_path, 3)
    at = (await workspace.summaries(ids))[0].received_at_us
    second = 1_000_000
    found = await workspace.searches.arrivals.read(at // second * second - second, second, 4)
    assert (len(found), sum(bar.arrived for bar in found)) == (4, 3)
    assert found[0] == Bar()


async def test_large_bodies_can_be_cut(workspace: Workspace, tmp_path: Path) -> None:
    """A body is loaded as far as asked for."""
    (tmp_path / "in.http").write_bytes(make_message(b"x" * 3_000_000))
    ids = await workspace.import_files([tmp_path / "in.http"])
    assert len((await workspace.capture(ids[0], 1000)).request.body) == 1000
    assert len((await workspace.capture(ids[0])).request.body) == 3_000_000
