"""Forwarding in the listener: order, retries, a target that is down, settings, and kills at any moment."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.engine.resend.conftest import bodies, captured, until
from tests.engine.resend.peers import Answer, Server, answering, read_request, serving

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.signature import Secret, verify
from garfio.core.target import Target
from garfio.engine import forward
from garfio.engine.forward import Forwarder
from garfio.engine.resend.desk import ResendDesk
from garfio.engine.resend.forwards import Forwards
from garfio.engine.resend.own import OwnListener
from garfio.engine.resend.session import open_desk
from garfio.engine.store import outbox
from garfio.engine.store.captures import ARRIVALS, insert_arrivals
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.outbox import Forward
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import Writer


def reply(status: int, extra: bytes = b"") -> bytes:
    return b"HTTP/1.1 %d X\r\n%sContent-Length: 0\r\n\r\n" % (status, extra)


class Station:
    """A forwarder with its database, without a listener in front."""

    def __init__(self, path: Path, **options: Any) -> None:
        open_database(path)
        self.path = path
        self.writer = Writer(path, asyncio.get_running_loop())
        self.reader = Reader(path, "test")
        self.rung: list[int] = []
        self.forwarder = Forwarder(path, self.writer, self.rung.extend, **options)
        self.forwards = Forwards(self.reader, lambda: self.writer)

    async def receive(self, *messages: bytes, path: str = "/hook") -> None:
        """Store captures as the listener does."""
        for body in messages:
            self.writer.submit(
                ARRIVALS, captured(body, path), lambda capture, _: self.forwarder.wake(capture)
            )

    async def queue(self) -> outbox.Queue | None:
        found = await self.forwards.queues()
        return found[0] if found else None


@asynccontextmanager
async def station(path: Path, **options: Any) -> AsyncIterator[Station]:
    made = Station(path, **options)
    task = None
    try:
        await made.forwarder.open()
        task = asyncio.get_running_loop().create_task(made.forwarder.run())
        yield made
    finally:
        if task:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)
        else:
            await made.forwarder._reader.close()
        await made.writer.close()
        await made.reader.close()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forward, "FIRST_PAUSE_S", 0.01)
    monkeypatch.setattr(forward, "LONGEST_PAUSE_S", 0.05)
    monkeypatch.setattr(forward, "_TICK_S", 0.02)


async def eventually(condition: Callable[[], Awaitable[Any]], limit_s: float = 10.0) -> Any:
    async with asyncio.timeout(limit_s):
        while not (found := await condition()):
            await asyncio.sleep(0.005)
        return found


async def ledger(path: Path, capture: int) -> list[tuple[str, int, str]]:
    async with open_desk(path) as desk:
        return [(row.state, row.status, row.cause) for row in await desk.attempts(CaptureId(capture))]


MESSAGES = [b"%02d" % number for number in range(40)]


async def test_nothing_to_forward_is_rest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a rule the forwarder waits for one; it does not look again and again."""
    rested = asyncio.Event()

    class Watched(Forwarder):
        def _until_due(self) -> float:
            rested.set()
            return super()._until_due()

    monkeypatch.setattr(f"{__name__}.Forwarder", Watched)
    async with station(tmp_path / "db") as here, asyncio.timeout(10):
        await rested.wait()
        assert await here.queue() is None


async def test_in_order_and_marked(tmp_path: Path) -> None:
    """Every new capture reaches the target once, in order, byte for byte but for Host and our mark."""
    async with serving() as server, station(tmp_path / "db", always=server.url) as here:
        await here.receive(*MESSAGES)
        await until(lambda: len(server.seen) == 40)
        await eventually(lambda: _no_queue(here))
        await until(lambda: set(range(1, 41)) <= set(here.rung))
    assert bodies(server.seen) == MESSAGES
    head = captured(b"00").request.head.replace(b"Host: a", f"Host: 127.0.0.1:{server.port}".encode())
    mark = server.seen[0].partition(b"X-Garfio-Forwarded: ")[2].partition(b"\r\n")[0]
    assert server.seen[0] == head[:-2] + b"X-Garfio-Forwarded: " + mark + b"\r\n\r\n00"
    assert await ledger(tmp_path / "db", 1) == [("response", 200, "forward")]


async def _no_queue(here: Station) -> bool:
    return await here.queue() is None


async def test_a_target_that_is_down(tmp_path: Path) -> None:
    """Captures wait, the oldest alone is tried, and when the target returns all come in order."""
    async with serving() as server:
        port = server.port
    async with station(tmp_path / "db", always=f"http://127.0.0.1:{port}") as here:
        await here.receive(*MESSAGES)
        await eventually(lambda: _tried(here, 3))
        queue = await here.queue()
        assert queue is not None
        assert (queue.waiting + queue.sending, queue.failed) == (40, 0)
        async with serving(port=port) as back:
            await until(lambda: len(back.seen) == 40)
            await eventually(lambda: _no_queue(here))
    assert bodies(back.seen) == MESSAGES
    states = [row[0] for row in await ledger(tmp_path / "db", 1)]
    assert states == ["failure"] * (len(states) - 1) + ["response"]
    assert await ledger(tmp_path / "db", 2) == [("response", 200, "forward")]


async def test_a_clock_that_was_set_back(tmp_path: Path) -> None:
    """What was to be tried again in a second is not an hour away because the clock has gone back by one."""
    path = tmp_path / "db"
    async with serving() as server:
        port = server.port
    async with station(path, always=f"http://127.0.0.1:{port}") as here:
        await here.receive(*MESSAGES[:3])
        await eventually(lambda: _tried(here, 1))
    connection = connect(path)
    connection.execute("UPDATE outbox SET due_us = ?", (time.time_ns() // 1000 + 3_600_000_000,))
    connection.close()
    async with serving(port=port) as back, station(path, always=back.url):
        await until(lambda: len(back.seen) == 3)
    assert bodies(back.seen) == MESSAGES[:3]


async def _tried(here: Station, times: int) -> bool:
    rows = await here.reader.run(lambda db: db.execute("SELECT count(*) FROM attempts").fetchone())
    return int(rows[0]) >= times


@pytest.mark.parametrize(
    ("answers", "states", "left"),
    [
        ([500, 503, 200], ["response"] * 3, None),
        ([429, 200], ["response"] * 2, None),
        ([404], ["response"], "status.404"),
        ([302], ["response"], "status.302"),
        ([500], ["response"] * 8, "status.500"),
    ],
)
async def test_answers_that_are_not_2xx(
    tmp_path: Path, answers: list[int], states: list[str], left: str | None
) -> None:
    """5xx and 429 are tried again, up to a limit; others are given up at once, and what follows goes on."""
    path = tmp_path / "db"
    replies = [reply(status) for status in answers]
    async with serving(answering(*replies)) as server, station(path, always=server.url) as here:
        await here.receive(b"one")
        await until(lambda: len(server.seen) == len(states))
        await eventually(lambda: _settled(here, left))
    assert [row[0] for row in await ledger(path, 1)] == states


async def _settled(here: Station, error: str | None) -> bool:
    rows = await here.reader.run(lambda db: db.execute("SELECT state, error FROM outbox").fetchall())
    return list(rows) == ([] if error is None else [("failed", error)])


async def test_a_place_that_is_down_holds_up_no_other(tmp_path: Path) -> None:
    async with serving() as gone:
        down = gone.url
    async with serving() as server, station(tmp_path / "db", always=server.url) as here:
        await here.forwards.set(Forward("/hook", down))
        await eventually(lambda: _has_rules(here, 2))
        await here.receive(*MESSAGES[:5])
        await until(lambda: len(server.seen) == 5)
    assert bodies(server.seen) == MESSAGES[:5]


async def _has_rules(here: Station, count: int) -> bool:
    return len(here.forwarder._rules or ()) == count


async def test_rules_change_while_it_runs(tmp_path: Path) -> None:
    """Switched on, paused, resumed and switched off within a moment; old captures are never sent."""
    async with serving() as server, station(tmp_path / "db") as here:
        await here.receive(b"before")
        await here.forwards.set(Forward("", server.url))
        await eventually(lambda: _has_rules(here, 1))
        await here.receive(b"first")
        await until(lambda: len(server.seen) == 1)
        await here.forwards.set(Forward("", server.url, paused=True))
        await eventually(lambda: _paused(here))
        await here.receive(b"second")
        await eventually(here.queue)
        await here.forwards.set(Forward("", server.url))
        await until(lambda: len(server.seen) == 2)
        await here.forwards.remove("")
        await eventually(lambda: _has_rules(here, 0))
        await here.receive(b"after")
        await here.forwards.set(Forward("/other", server.url))
        await eventually(lambda: _has_rules(here, 1))
        await here.receive(b"third", path="/other")
        await until(lambda: len(server.seen) == 3)
    assert bodies(server.seen) == [b"first", b"second", b"third"]


async def _paused(here: Station) -> bool:
    return any(rule.paused for rule in here.forwarder._rules or ())


async def test_several_at_once_when_order_is_not_asked_for(tmp_path: Path) -> None:
    most = 0

    def of(server: Server) -> Answer:
        now = 0

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            nonlocal most, now
            server.seen.append(await read_request(reader))
            now += 1
            most = max(most, now)
            await asyncio.sleep(0.02)
            now -= 1
            writer.write(reply(200))

        return answer

    async with serving(of) as server, station(tmp_path / "db") as here:
        await here.forwards.set(Forward("", server.url, parallel=4))
        await eventually(lambda: _has_rules(here, 1))
        await here.receive(*MESSAGES)
        await until(lambda: len(server.seen) == 40)
    assert sorted(bodies(server.seen)) == MESSAGES
    assert most == 4


async def test_a_target_by_name_is_used_as_it_is_now(tmp_path: Path) -> None:
    async with serving() as old, serving() as new, station(tmp_path / "db") as here:
        desk = ResendDesk(here.reader, lambda: here.writer, lambda: None)
        await desk.add_target(Target("dev", old.url))
        await here.forwards.set(Forward("", "dev"))
        await eventually(lambda: _has_rules(here, 1))
        await here.receive(b"a")
        await until(lambda: old.seen)
        await eventually(lambda: _no_queue(here))
        await desk.change_target("dev", Target("dev", new.url))
        await here.receive(b"b")
        await until(lambda: new.seen)
        with pytest.raises(AppError, match="forwarded"):
            await desk.remove_target("dev")
    assert bodies(new.seen) == [b"b"]


async def test_signed_anew_with_the_targets_secret(tmp_path: Path) -> None:
    """A target that re-signs does so on forward too, once its secret is there."""
    kept: dict[str, list[Secret]] = {}
    secrets = {"secrets": lambda owner: kept.get(owner, ())}
    target_of = {"provider": "stripe", "signature": "resign"}
    async with serving() as server, station(tmp_path / "db", **secrets) as here:
        desk = ResendDesk(here.reader, lambda: here.writer, lambda: None)
        await desk.add_target(Target("dev", server.url, **target_of))
        await here.forwards.set(Forward("", "dev"))
        await eventually(lambda: _has_rules(here, 1))
        await here.receive(b"{}")
        await eventually(lambda: _waits_for(here, "resend.no_secret"))
        await asyncio.sleep(0.5)  # more looks than a failing target gets tries
        assert await _waits_for(here, "resend.no_secret")
        kept["target:dev"] = [Secret("whsec_dev")]
        await until(lambda: server.seen)
    request = Request.from_bytes(server.seen[0])
    assert verify(request, ["whsec_dev"], provider="stripe", now_unix=time.time()).verdict == "valid"


async def _waits_for(here: Station, error: str) -> bool:
    queue = await here.queue()
    return queue is not None and queue.error == error


@pytest.mark.parametrize("where", ["http://127.0.0.1:{port}", "http://localhost:{port}/x"])
async def test_forwarding_to_itself_is_refused(tmp_path: Path, where: str) -> None:
    with pytest.raises(AppError) as caught:
        async with station(
            tmp_path / "db", always=where.format(port=4321), own=lambda: OwnListener("", 4321)
        ):
            pass
    assert caught.value.code == "forward.loop"


async def test_another_machine_is_asked_about(tmp_path: Path) -> None:
    async with station(tmp_path / "db") as here:
        with pytest.raises(AppError) as caught:
            await here.forwards.set(Forward("", "https://production.example"))
        assert caught.value.code == "resend.confirm"
        assert await here.forwards.all() == []
        await here.forwards.set(Forward("", "https://production.example", paused=True), confirmed=True)
        assert len(await here.forwards.all()) == 1


async def test_an_orderly_end_leaves_the_row_waiting(tmp_path: Path) -> None:
    """Stopped while the target thinks: the attempt is cancelled, and the next start sends again."""
    path = tmp_path / "db"
    arrived = asyncio.Event()

    def of(server: Server) -> Answer:
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            server.seen.append(await read_request(reader))
            if len(server.seen) == 1:
                arrived.set()
                await reader.read()
            writer.write(reply(200))

        return answer

    async with serving(of) as server:
        async with station(path, always=server.url) as here:
            await here.receive(b"one")
            await arrived.wait()
        assert await ledger(path, 1) == [("failure", 0, "forward")]
        async with station(path, always=server.url):
            await until(lambda: len(server.seen) == 2)
    assert bodies(server.seen) == [b"one", b"one"]


@asynccontextmanager
async def listener(path: Path, url: str) -> AsyncIterator[tuple[asyncio.subprocess.Process, int]]:
    """`garfio listen --forward` as a process; gives it and its port."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "garfio", "listen", "--json", "--port", "0", "--db", str(path), "--forward", url,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")},
    )  # fmt: skip
    assert process.stdout is not None
    port = json.loads(await process.stdout.readline())["addresses"][0][1]
    try:
        yield process, port
    finally:
        if process.returncode is None:
            process.terminate()
        await process.communicate()


async def post(port: int, body: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"POST /x HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
    status = await reader.readline()
    writer.close()
    await writer.wait_closed()
    return status


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
async def test_kill_9_loses_nothing(tmp_path: Path) -> None:
    """Killed while the target thinks about the first of many: all that was acknowledged arrives after a restart,
    and the interrupted attempt is `unknown`."""
    path = tmp_path / "garfio.db"
    stuck = asyncio.Event()

    def of(server: Server) -> Answer:
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            server.seen.append(await read_request(reader))
            if len(server.seen) == 3:
                stuck.set()
                await reader.read()
                return
            writer.write(reply(200))

        return answer

    async with serving(of) as server:
        async with listener(path, server.url) as (process, port):
            for body in MESSAGES[:10]:
                assert b" 200 " in await post(port, body)
            async with asyncio.timeout(10):
                await stuck.wait()
            process.send_signal(signal.SIGKILL)
            await process.wait()
        async with listener(path, server.url):
            await until(lambda: len(server.seen) == 11)
    assert bodies(server.seen) == [*MESSAGES[:3], *MESSAGES[2:10]]
    assert [row[0] for row in await ledger(path, 3)] == ["unknown", "response"]


async def test_captures_before_the_first_run_are_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "db"
    open_database(path)
    connection = connect(path)
    insert_arrivals(connection, [captured(b"old")])
    connection.close()
    async with serving() as server, station(path, always=server.url) as here:
        await here.receive(b"new")
        await until(lambda: server.seen)
    assert bodies(server.seen) == [b"new"]
