"""The real window on the real engine: what is posted is on the screen, and survives what happens to the listener."""

from __future__ import annotations

import asyncio
import http.client
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

import garfio
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.capture_table.column import Column
from tests.ui.conftest import Open
from tests.ui.drive import wait_until

_SOURCE = Path(garfio.__file__).parent.parent


@pytest_asyncio.fixture
async def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Workspace]:
    """A workspace whose listener listens on a port of the system's choice."""
    monkeypatch.setenv("PYTHONPATH", str(_SOURCE))
    workspace = Workspace(tmp_path / "garfio.db", Tasks())
    await workspace.open()
    await workspace.start_listener(0)
    yield workspace
    await workspace.close()


def _post(workspace: Workspace, path: str, body: bytes) -> int:
    connection = http.client.HTTPConnection(workspace.listener.host, workspace.listener.port, timeout=5)
    try:
        connection.request("POST", path, body, {"Content-Type": "application/json", "X-Case": "Kept"})
        return connection.getresponse().status
    finally:
        connection.close()


async def post(workspace: Workspace, path: str = "/hook", body: bytes = b"{}") -> int:
    return await asyncio.to_thread(_post, workspace, path, body)


async def test_a_posted_webhook_is_on_the_screen(engine: Workspace, open_window: Open) -> None:
    """Posted, it is a row; chosen, its bytes are shown as sent."""
    user = await open_window(engine)
    body = b'{"id":12345678901234567890,"price":1.10,"price":2}'
    assert await post(engine, "/shop//x?a=%zz", body) == 200
    await wait_until(lambda: user.rows() == [1])
    assert user.cell(0, Column.PATH) == "/shop//x?a=%zz"
    await user.choose(1)
    detail = user.window.inspector
    assert "12345678901234567890" in detail.body.view.text
    assert detail.body.view.text.count('"price"') == 2
    await user.run("detail.raw")
    assert detail.raw.view.text.encode().endswith(body)
    assert "X-Case: Kept" in detail.headers.model.as_text()


async def test_what_is_refused_is_a_row(engine: Workspace, open_window: Open) -> None:
    """TLS spoken to the plain port appears with its reason."""
    user = await open_window(engine)

    def hello() -> None:
        with socket.create_connection((engine.listener.host, engine.listener.port), 5) as connection:
            connection.sendall(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(64))
            connection.recv(1000)

    await asyncio.to_thread(hello)
    await wait_until(lambda: len(user.rows()) == 1)
    assert user.cell(0, Column.PATH) == "⊘ HTTPS sent to the HTTP port"


async def test_marks_deletion_and_undo(engine: Workspace, open_window: Open) -> None:
    """A row that was looked at is read; deleted rows come back with undo."""
    user = await open_window(engine)
    for _ in range(3):
        await post(engine)
    await wait_until(lambda: user.rows() == [3, 2, 1])
    await user.choose(2)
    await wait_until(lambda: not user.window.table.summary(2).unread)
    await user.run("capture.delete")
    assert user.rows() == [3, 1]
    await user.run("edit.undo_delete")
    await wait_until(lambda: user.rows() == [3, 2, 1])
    await wait_until(user.window.actions_["list.mark_all_read"].isEnabled)
    await user.run("list.mark_all_read")
    await wait_until(lambda: not any(user.window.table.summary(n).unread for n in (1, 2, 3)))


async def test_what_cannot_be_written_is_told(engine: Workspace, open_window: Open, tmp_path: Path) -> None:
    """With the database gone, a deletion is told as not done, and looking at a row is no bug: nothing is logged."""
    user = await open_window(engine)
    await post(engine)
    await wait_until(lambda: user.rows() == [1])
    db = tmp_path / "garfio.db"
    db.rename(kept := tmp_path / "kept.db")
    await user.choose(1)
    await user.run("capture.delete")
    await wait_until(lambda: user.window.bars.message("error") is not None)
    assert user.window.bars.message("error").headline == "The database file has gone."
    assert user.rows() == [1]
    kept.rename(db)


async def test_searches_are_the_engines(engine: Workspace, open_window: Open) -> None:
    """The sidebar's path narrows the list; a wrong query says where it is wrong; clearing shows all."""
    user = await open_window(engine)
    await post(engine, "/a")
    await post(engine, "/b")
    await wait_until(lambda: user.rows() == [2, 1])
    await wait_until(lambda: user.window.sidebar._model.row_of('path:"/a"') > 0)
    user.window.sidebar.query_chosen.emit('path:"/a"')
    await user.settled()
    assert user.rows() == [1]
    await user.search("nofield:x")
    assert "at character 1" in user.window.address.search.error_shown()
    await user.search("is:refused")
    assert user.rows() == []
    await user.search("")
    assert user.rows() == [2, 1]


async def test_the_sample_button_sends_a_real_request(engine: Workspace, open_window: Open) -> None:
    """ "Send yourself a sample" goes through the listener."""
    user = await open_window(engine)
    user.window.first_run.sample.click()
    await wait_until(lambda: user.rows() == [1])
    await user.settled()
    assert user.cell(0, Column.REPLY) == "200"


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
async def test_a_killed_listener_comes_back_and_is_told(engine: Workspace, open_window: Open) -> None:
    """Killed from outside it listens again on the same port, and the window says so."""
    user = await open_window(engine)
    port = engine.listener.port
    os.kill(engine.listener_pid, signal.SIGKILL)
    await wait_until(lambda: user.window.bars.message("restarted") is not None)
    await wait_until(lambda: engine.listener.phase == "listening")
    assert engine.listener.port == port
    assert await post(engine) == 200
    await wait_until(lambda: user.rows() == [1])
    await user.settled()


async def test_stop_and_start(engine: Workspace, open_window: Open) -> None:
    """The buttons stop and start the listener; the light follows its own request."""
    user = await open_window(engine)
    await wait_until(lambda: engine.listener.healthy)
    assert user.window.address._word.text() == "Listening"
    await user.run("listener.stop")
    assert user.window.address._word.text() == "Stopped"
    await user.run("listener.start")
    await wait_until(lambda: engine.listener.phase in ("listening", "failed"))
