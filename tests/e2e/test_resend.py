"""The real window and engine, and a real server as the target: select, press R, see the attempt."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from garfio.core.target import Target
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.inspector.attempts_tab import RESULT, TARGET, VERDICT
from tests.e2e.test_window import _SOURCE, post
from tests.ui.conftest import Open
from tests.ui.drive import wait_until


class Receiver:
    """A server that records what comes byte for byte and answers with a status of its own."""

    def __init__(self) -> None:
        self.requests: list[bytes] = []
        self.status = 200
        self.port = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].partition(b"\r")[0] or 0)
        self.requests.append(head + await reader.readexactly(length))
        body = b'{"seen":%d}' % len(self.requests)
        writer.write(
            b"HTTP/1.1 %d Fine\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%b"
            % (self.status, len(body), body)
        )
        await writer.drain()
        writer.close()


@pytest_asyncio.fixture
async def receiver() -> AsyncIterator[Receiver]:
    found = Receiver()
    server = await asyncio.start_server(found.serve, "127.0.0.1", 0)
    found.port = server.sockets[0].getsockname()[1]
    yield found
    server.close()


@pytest_asyncio.fixture
async def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Workspace]:
    """A workspace whose listener listens on a port of the system's choice."""
    monkeypatch.setenv("PYTHONPATH", str(_SOURCE))
    workspace = Workspace(tmp_path / "garfio.db", Tasks())
    await workspace.open()
    await workspace.start_listener(0)
    yield workspace
    await workspace.close()


async def test_select_press_r_see_the_attempt(
    engine: Workspace, receiver: Receiver, open_window: Open
) -> None:
    """The captured bytes arrive at the target, but for Host; each try is a row with its verdict."""
    await engine.add_target(Target("staging", f"http://127.0.0.1:{receiver.port}"))
    user = await open_window(engine)
    await post(engine, "/hook?a=%zz", b'{"price":1.10}')
    await wait_until(lambda: user.rows() == [1])
    await user.choose(1)
    receiver.status = 500
    table = user.window.table.view
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_R)
    await wait_until(lambda: receiver.requests)
    await user.settled()
    captured = (await engine.capture(1)).request.to_bytes()
    host = f"{engine.listener.host}:{engine.listener.port}".encode()
    assert receiver.requests[0] == captured.replace(host, f"127.0.0.1:{receiver.port}".encode())
    receiver.status = 200
    await user.run("capture.resend")
    await user.run("detail.attempts")
    tab = user.window.inspector.attempts
    await wait_until(lambda: tab.count == 2 and not tab.is_busy)
    cells = [[tab.model.index(row, column).data() for column in (TARGET, RESULT, VERDICT)] for row in (0, 1)]
    assert cells == [["staging", "200", "✓ fixed"], ["staging", "500", "✕ failing"]]
    assert tab.answer.body.view.text.split() == ["{", '"seen":', "2", "}"]
    assert tab.answer.sent.view.text.encode() == receiver.requests[1]


async def test_our_own_listener_is_refused(engine: Workspace, open_window: Open) -> None:
    """Sent to the listener itself, it is said to be a loop, and nothing new comes in."""
    await engine.add_target(Target("self", engine.listener.url))
    user = await open_window(engine)
    await post(engine)
    await wait_until(lambda: user.rows() == [1])
    await user.choose(1)
    await user.run("capture.resend")
    assert "own listener" in user.window.bars.message("resent").text
    assert user.rows() == [1]


async def test_a_target_that_is_down(engine: Workspace, open_window: Open) -> None:
    """A port where nothing listens is said to refuse."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    await engine.add_target(Target("down", f"http://127.0.0.1:{port}"))
    user = await open_window(engine)
    await post(engine)
    await wait_until(lambda: user.rows() == [1])
    await user.choose(1)
    await user.run("capture.resend")
    assert user.window.bars.message("resent").text.startswith("Nothing listens there")
