"""The sockets and what connections share: addresses, the cap, slow senders, an orderly stop."""

from __future__ import annotations

import asyncio
import socket
import time
from contextlib import AsyncExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from tests.engine.running import Client, running, until
from tests.factories import make_chunked, make_head, make_message

from garfio.core.errors import AppError
from garfio.engine.listener import server
from garfio.engine.listener.server import SELF_CHECK_HEADER, bind
from garfio.engine.settings import Settings


async def test_only_this_machine_is_served(db: Path) -> None:
    """Both loopback addresses of the same port, and no other address.

    Seen to fail with 0.0.0.0 as the default host.
    """
    async with running(db) as listener:
        addresses = [each.sockets[0].getsockname()[:2] for each in listener.server._servers]
        assert ("127.0.0.1", listener.port) in addresses
        assert {host for host, _port in addresses} <= {"127.0.0.1", "::1"}
        for host in {host for host, _port in addresses} | {"localhost"}:
            async with await Client.connect(listener.port, host) as client:
                assert (await client.ask(make_message(b"x"))).status == 200


def test_taken_ports_and_foreign_addresses() -> None:
    """A port in use and an address of another machine are errors with their own codes."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(AppError, match=f"Port {port} is already in use by ") as caught:
            bind("", port)
        assert caught.value.code == "port.taken"
        assert caught.value.fields["port"] == port
    for host in ("192.0.2.1", "no such host.invalid"):
        with pytest.raises(AppError) as caught:
            bind(host, 0)
        assert caught.value.code == "port.address"


def test_a_port_taken_on_one_family_only() -> None:
    """A port that is taken on ::1 is taken: half a listener would answer `localhost` now and then."""
    try:
        other = socket.create_server(("::1", 0), family=socket.AF_INET6)
    except OSError:
        pytest.skip("this machine has no IPv6")
    with other, pytest.raises(AppError) as caught:
        bind("", other.getsockname()[1])
    assert caught.value.code == "port.taken"


async def test_the_self_check_is_answered_and_not_stored(db: Path) -> None:
    """The parent's token makes a request of its own; any other token an ordinary one."""
    async with running(db, self_check=b"token") as listener:
        check = make_head(b"OPTIONS", b"*", [(SELF_CHECK_HEADER, b"token")])
        async with listener.client() as client:
            assert (await client.ask(check)).status == 200
            assert (await client.ask(make_message(b"x", b"/next"))).status == 200
            assert (await client.ask(check.replace(b"token", b"tokem"))).status == 200
        assert [row.target for row in listener.rows()] == [b"/next", b"*"]
    async with running(db) as listener:
        await listener.ask(check)
        await listener.ask(check.replace(b"token", b""))
        assert len(listener.rows()) == 4


async def test_slow_senders_delay_nobody(db: Path) -> None:
    """While 300 connections send their heads drop by drop, a request is answered."""
    async with running(db, max_connections=400) as listener, AsyncExitStack() as stack:
        slow = [await stack.enter_async_context(listener.client()) for _ in range(300)]
        for client in slow:
            await client.send(b"POST / HTTP/1.1\r\nX: ")
        assert (await listener.ask(make_message(b"x"))).status == 200
        assert len(listener.server._connections) >= 300


@pytest.mark.usefixtures("short_limits")
async def test_slow_senders_are_ended_in_time(db: Path) -> None:
    """100 slow heads and 100 slow bodies are all gone soon after their deadlines, however they drip."""
    async with running(db) as listener, AsyncExitStack() as stack:
        slow = []
        for number in range(200):
            client = await stack.enter_async_context(listener.client())
            await client.send(b"POST / HTTP/1.1\r\nX: " if number % 2 else make_message(b"x" * 100)[:-50])
            slow.append(client)
        answers = await asyncio.gather(*(client.answer() for client in slow))
        assert {answer.status for answer in answers} == {408}
        await until(lambda: not listener.server._connections)
        await until(lambda: sum(1 + row.repeats for row in listener.rows() if row.refusal) == 100)
        assert sum(not row.complete and not row.refusal for row in listener.rows()) == 100


async def test_the_connection_cap(db: Path) -> None:
    """Beyond the cap a sender is told so; when one leaves, the next is served again.

    Seen to fail with the cap not applied.
    """
    async with running(db, max_connections=5) as listener:
        async with AsyncExitStack() as stack:
            idle = [await stack.enter_async_context(listener.client()) for _ in range(5)]
            for client in idle:
                assert (await client.ask(make_head())).status == 200
            async with listener.client() as extra:
                assert (await extra.answer()).status == 503
            for _ in range(60):
                await stack.enter_async_context(listener.client())
            assert (await idle[0].ask(make_head())).status == 200
            await until(lambda: any(row.refusal == "too_many_connections" for row in listener.rows()))
            assert len(listener.server._connections) <= 5 + server._LINGERING_LIMIT
        await until(lambda: not listener.server._connections)
        assert (await listener.ask(make_head())).status == 200


def test_a_cap_is_left_even_with_few_descriptors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system allows 64 descriptors some connections are still taken.

    Seen to fail: the cap was 0 and nobody was served.
    """
    monkeypatch.setattr(server, "_descriptors", lambda: 64)
    assert server.connection_cap(Settings()) >= 8
    monkeypatch.setattr(server, "_descriptors", lambda: 8192)
    assert server.connection_cap(Settings(max_connections=7)) == 7


async def test_a_flood_of_refusals_is_folded(db: Path) -> None:
    """200 bad messages at once make few rows; the counts say how many there were."""
    async with running(db) as listener:
        await listener.ask(b"\x00first")
        await until(listener.rows)
        await asyncio.gather(*(listener.ask(b"\x00garbage") for _ in range(199)))
        await until(lambda: sum(1 + row.repeats for row in listener.rows()) == 200)
        assert len(listener.rows()) <= 60
        await until(lambda: sum(e["count"] for e in listener.events if e["event"] == "refused") == 200)
        assert listener.scalar("SELECT refused FROM tallies WHERE path = ''") == 200


async def test_new_settings_apply_at_once(db: Path) -> None:
    """A changed body limit holds for the next request."""
    async with running(db, body_limit_mib=1) as listener:
        listener.server.apply(replace(Settings(), body_limit_mib=2))
        assert (await listener.ask(make_message(b"x" * (3 << 19)))).status == 200


async def test_a_stop_answers_what_was_accepted(db: Path) -> None:
    """Stopping with requests in every state: whole ones, and those whose rest comes at once, are stored and answered.

    Seen to fail with connections closed in the middle of a request.
    """
    async with running(db) as listener, AsyncExitStack() as stack:
        clients = [await stack.enter_async_context(listener.client()) for _ in range(80)]
        for number, client in enumerate(clients):
            await client.send(
                (make_message(b"x"), make_message(b"xx")[:-1], make_message(b"y")[:-1], b"POST /")[number % 4]
            )
        await until(lambda: sum(each.receiving for each in listener.server._connections) >= 60)
        stopping = asyncio.get_running_loop().create_task(listener.server.stop())
        await asyncio.sleep(0.05)
        for client in clients[1::4]:
            await client.send(b"x")
        await stopping
        got = [await client.rest() for client in clients]
        assert sum(reply.startswith(b"HTTP/1.1 200") for reply in got) == 40
        await until(lambda: sum(row.complete for row in listener.rows()) == 40)
        with pytest.raises(OSError, match=r"refused|Connect call failed"):
            await Client.connect(listener.port)


async def test_a_long_sleep_ends_nobody(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the machine was suspended for ten minutes connections get their time again."""
    async with running(db) as listener, listener.client() as client:
        await client.send(make_message(b"12")[:-1])
        await until(lambda: any(each.receiving for each in listener.server._connections))
        real = time.monotonic
        monkeypatch.setattr("time.monotonic", lambda: real() + 600)
        listener.server._sweep()
        monkeypatch.undo()
        assert (await client.ask(b"2")).status == 200


async def test_chunked_and_declared_at_once(db: Path) -> None:
    """Both lengths in one message is a smuggler's trick: refused, and nothing after it is read."""
    async with running(db) as listener:
        raw = make_chunked([b"x"], fields=[(b"Content-Length", b"3")]) + make_message(b"smuggled")
        assert (await listener.ask(raw)).status == 400
        await until(listener.rows)
        assert [row.refusal for row in listener.rows()] == ["conflicting_length"]
