"""The listener as the window's child: started, checked, and started again when it dies."""

from __future__ import annotations

import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from tests.engine.running import Client, until
from tests.factories import make_message

from garfio.core.errors import AppError
from garfio.engine.listener import child as child_module
from garfio.engine.listener.child import ListenerChild
from garfio.engine.store.database import open_database
from garfio.engine.tasks import Tasks

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs signals"),
    pytest.mark.asyncio(loop_factories=["asyncio"]),
]


@pytest.fixture
async def child(db: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[ListenerChild]:
    """A child that is not started yet."""
    root = Path(__file__).resolve().parents[3]
    monkeypatch.setenv("PYTHONPATH", str(root / "src"))
    open_database(db)
    tasks = Tasks()
    child = ListenerChild(db, tasks)
    yield child
    await child.stop()
    await tasks.close()


async def _post(child: ListenerChild) -> int:
    async with await Client.connect(child.state.port) as client:
        return (await client.ask(make_message(b"x"))).status


async def test_start_and_stop(child: ListenerChild) -> None:
    """Started it listens and is healthy; stopped it is gone, and can be started again."""
    phases: list[str] = []
    child.changed.connect(lambda state: phases.append(state.phase))
    await child.start("", 0)
    assert child.state.phase == "listening"
    assert child.state.url == f"http://127.0.0.1:{child.state.port}"
    assert not child.state.exposed
    await until(lambda: child.state.healthy)
    assert await _post(child) == 200
    pid = child.pid
    await child.stop()
    assert child.state.phase == "stopped"
    assert child.pid is None
    assert not Path(f"/proc/{pid}").exists() or sys.platform != "linux"
    await child.start("", 0)
    assert await _post(child) == 200
    assert phases[:2] == ["starting", "listening"]
    assert child.state.restarts == 0


async def test_a_killed_child_comes_back(child: ListenerChild) -> None:
    """Killed from outside it listens again, on the same port, and the state counts it.

    Seen to fail with the restart taken out, and with port 0 asked for again.
    """
    await child.start("", 0)
    port, pid = child.state.port, child.pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    await until(lambda: child.state.restarts == 1 and child.state.phase == "listening")
    assert child.state.port == port
    assert child.pid != pid
    await until(lambda: child.state.healthy)
    assert await _post(child) == 200


async def test_a_child_that_keeps_dying_is_left_alone(
    child: ListenerChild, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After several deaths within a minute it is not started again, and the state says why."""
    monkeypatch.setattr(child_module, "_PATIENCE", 0)
    await child.start("", 0)
    assert child.pid is not None
    os.kill(child.pid, signal.SIGKILL)
    await until(lambda: child.state.phase == "failed")
    assert child.state.error is not None
    assert child.state.error.code == "listener.dying"


async def test_a_taken_port_is_an_error_with_its_holder(child: ListenerChild) -> None:
    """The error names port and holder, and nothing is started again and again."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(AppError) as caught:
            await child.start("", port)
        assert caught.value.code == "port.taken"
        assert caught.value.fields["port"] == port
        assert str(os.getpid()) in str(caught.value)
        assert (child.state.phase, child.state.port) == ("failed", port)
    await child.start("", port)
    assert child.state.phase == "listening"


async def test_a_hanging_child_is_not_healthy(child: ListenerChild, monkeypatch: pytest.MonkeyPatch) -> None:
    """A listener that answers no more is seen by the self-check; one that answers again is healthy."""
    monkeypatch.setattr(child_module, "_CHECK_S", 0.05)
    monkeypatch.setattr(child_module.http.client.HTTPConnection, "__init__", _impatient)
    await child.start("", 0)
    await until(lambda: child.state.healthy)
    watch = child._tasks.spawn(child.watch(), "watch")
    assert child.pid is not None
    os.kill(child.pid, signal.SIGSTOP)
    await until(lambda: not child.state.healthy)
    os.kill(child.pid, signal.SIGCONT)
    await until(lambda: child.state.healthy)
    watch.cancel()


_real_init = child_module.http.client.HTTPConnection.__init__


def _impatient(self: object, host: str, port: int, timeout: float) -> None:
    _real_init(self, host, port, timeout=0.3)  # type: ignore[arg-type]
