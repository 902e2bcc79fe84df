"""Senders that get the target's answer: stored before either way, in bounded time, and sent on once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from tests.engine.resend.peers import OK, Answer, Server, answering, doing, read_request, serving
from tests.engine.running import Client, Running, running, until
from tests.factories import make_message

from garfio.core.attempt import AttemptSummary
from garfio.core.capture import CaptureId
from garfio.core.scripted_reply import preset
from garfio.engine.forward import Forwarder
from garfio.engine.listener.relay import Relay
from garfio.engine.resend import exact
from garfio.engine.resend.session import open_desk
from garfio.engine.store import outbox
from garfio.engine.store.outbox import Forward


@asynccontextmanager
async def relaying(path: Path, place: str, answer_s: float = 10.0) -> AsyncIterator[Running]:
    """A listener as the process puts it together: the forwarder tells the relay what is forwarded."""
    async with running(path) as listener:
        relay = Relay(path, listener.writer, listener.doorbell.attempted)
        forwarder = Forwarder(
            path, listener.writer, listener.doorbell.attempted, always=place, always_answer_s=answer_s
        )
        forwarder.rules_changed.connect(lambda known: relay.use(*known))
        await forwarder.open()
        listener.server.relay = relay
        listener.server.captured.connect(forwarder.wake)
        task = asyncio.get_running_loop().create_task(forwarder.run())
        try:
            yield listener
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)


async def ledger(path: Path, capture: int = 1) -> list[AttemptSummary]:
    async with open_desk(path) as desk:
        return await desk.attempts(CaptureId(capture))


async def test_the_sender_gets_the_targets_answer_and_it_is_sent_once(db: Path) -> None:
    """Status, headers and body are the target's; the forwarder does not send the capture again."""
    said = b"HTTP/1.1 422 No\r\nX-Own: a\r\nx-own: b\r\nContent-Length: 4\r\n\r\nnope"
    async with serving(answering(said)) as server, relaying(db, server.url) as listener:
        async with listener.client() as client:
            for _ in range(2):
                answer = await client.ask(make_message(b"{}"))
                assert answer.status == 422
                assert b"X-Own: a\r\nx-own: b\r\n" in answer.head
                assert answer.body == b"nope"
        await until(lambda: listener.scalar("SELECT upto FROM looks WHERE kind = 'forward'") == 2)
        assert len(server.seen) == 2
        assert listener.scalar("SELECT count(*) FROM outbox") == 0
        await listener.settled()
        assert [row.reply_status for row in listener.rows()] == [422, 422]
    assert [(row.cause, row.status) for row in await ledger(db)] == [("forward", 422)]


async def test_it_is_stored_before_the_target_hears_of_it_and_a_late_target_is_504(db: Path) -> None:
    """The sender waits no longer than it was said; what the target answers later is in the ledger."""
    go_on = asyncio.Event()
    stored: list[int] = []

    def of(server: Server) -> Answer:
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            server.seen.append(await read_request(reader))
            stored.append(listener.scalar("SELECT count(*) FROM captures"))
            await go_on.wait()
            writer.write(b"HTTP/1.1 201 Late\r\nContent-Length: 0\r\n\r\n")

        return answer

    async with serving(of) as server, relaying(db, server.url, 0.3) as listener:
        answer = await listener.ask(make_message(b"{}"))
        assert answer.status == 504
        assert answer.body == b"Stored; the target did not answer in time.\n"
        assert stored == [1]
        go_on.set()
        await until(lambda: listener.scalar("SELECT status FROM attempts") == 201)


async def test_a_target_that_is_down_or_unknown_is_502(db: Path, tmp_path: Path) -> None:
    """The capture stays, and the sender is told why."""
    async with serving() as server:
        gone = server.url
    async with relaying(db, gone) as listener:
        answer = await listener.ask(make_message(b"{}"))
        assert answer.status == 502
        assert b"refused" in answer.body
        assert len(listener.rows()) == 1
    async with running(tmp_path / "other") as listener:
        relay = Relay(listener.path, listener.writer, listener.doorbell.attempted)
        relay.use([Forward("", "nowhere", answer_s=5.0)], b"token")
        listener.server.relay = relay
        answer = await listener.ask(make_message(b"{}"))
        assert answer.status == 502
        assert b"nowhere" in answer.body


async def test_what_we_have_sent_on_ourselves_is_not_sent_on_again(db: Path) -> None:
    """A loop through a tunnel ends with 508."""
    async with serving() as server, relaying(db, server.url) as listener:
        token = await listener.writer.run(outbox.token)
        answer = await listener.ask(make_message(b"{}", fields=[(outbox.FORWARDED_HEADER, token)]))
        assert answer.status == 508
        assert server.seen == []


async def test_a_reply_on_purpose_comes_first_and_the_forward_follows(db: Path) -> None:
    """The sender gets the reply that was set; the capture goes to the target in the background."""
    async with serving() as server, relaying(db, server.url) as listener:
        listener.server.scripts.use([preset("fail-twice", "/hook")])
        assert (await listener.ask(make_message(b"{}"))).status == 500
        await until(lambda: len(server.seen) == 1)


def test_the_most_exact_forward_answers() -> None:
    """A longer path wins; a paused one, and one that does not wait, answer nobody."""
    every, shop = Forward("", "a", answer_s=1.0), Forward("/shop", "b", answer_s=1.0)
    assert outbox.answering([every, shop], "/shop/x") == shop
    assert outbox.answering([every, shop], "/other") == every
    assert outbox.answering([Forward("", "a"), Forward("", "a", paused=True, answer_s=1.0)], "/") is None


async def test_a_head_gets_the_targets_length_and_no_body(db: Path) -> None:
    """The length is the target's word for a GET; the connection goes on with the next request."""
    said = b"HTTP/1.1 200 OK\r\nX-Own: 1\r\nContent-Length: 5\r\n\r\n"
    async with serving(answering(said, OK)) as server, relaying(db, server.url) as listener:
        async with listener.client() as client:
            answer = await client.ask(b"HEAD /hook HTTP/1.1\r\nHost: a\r\n\r\n", with_body=False)
            assert answer.status == 200
            assert b"Content-Length: 5\r\n" in answer.head
            assert (await client.ask(make_message(b"{}"))).body == b"ok"
        assert server.seen[0].startswith(b"HEAD /hook HTTP/1.1\r\n")


async def test_large_bodies_go_both_ways(db: Path) -> None:
    """A body that was streamed into parts reaches the target whole, and so does an answer the sender."""
    asked, answered = bytes(range(256)) * 12_000, bytes(reversed(range(256))) * 16_000
    said = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(answered), answered)
    async with serving(answering(said)) as server, relaying(db, server.url) as listener:
        answer = await listener.ask(make_message(asked))
        assert answer.status == 200
        assert answer.body == answered
        assert server.seen[0].endswith(b"\r\n\r\n" + asked)
        assert listener.rows()[0].size == len(asked)


async def test_an_answer_that_is_too_large_is_502(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No half answer is passed on as if it were whole; the ledger has what was read."""
    monkeypatch.setattr(exact, "BODY_LIMIT", 1000)
    said = b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + bytes(2000)
    async with serving(answering(said)) as server, relaying(db, server.url) as listener:
        answer = await listener.ask(make_message(b"{}"))
        assert answer.status == 502
        assert b"too large" in answer.body
    assert [(row.status, row.size, row.cut) for row in await ledger(db)] == [(200, 1000, "limit")]


@pytest.mark.parametrize(
    ("before", "said", "cut"),
    [
        (b"", b"did not answer", ""),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", b"broke off", "closed"),
    ],
)
async def test_a_target_that_is_killed_while_it_answers(
    db: Path, before: bytes, said: bytes, cut: str
) -> None:
    """Before or inside its answer: the sender is told, the capture stays, and nothing is tried again."""

    async def die(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(before)
        await writer.drain()
        writer.close()

    async with serving(doing(die)) as server, relaying(db, server.url) as listener:
        answer = await listener.ask(make_message(b"{}"))
        assert answer.status == 502
        assert said in answer.body
        await until(lambda: listener.scalar("SELECT upto FROM looks WHERE kind = 'forward'") == 1)
        assert listener.scalar("SELECT count(*) FROM outbox") == 0
        await listener.settled()
        assert [row.reply_status for row in listener.rows()] == [502]
    (row,) = await ledger(db)
    assert (row.cut, row.passed) == (cut, bool(cut)), (
        "the status was as expected; what is missing is said beside it"
    )


async def test_a_listener_that_ends_waits_for_no_target(db: Path) -> None:
    """The sender gets 504 at once, what was sent is recorded as broken off, and no later start sends it again."""
    asked = asyncio.Event()

    async def stall(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        asked.set()

    async with serving(doing(stall)) as server:
        async with relaying(db, server.url, 100.0) as listener:
            client = await Client.connect(listener.port)
            await client.send(make_message(b"{}"))
            await asked.wait()
            await until(lambda: listener.scalar("SELECT upto FROM looks WHERE kind = 'forward'") == 1)
        async with client:
            answer = await client.answer()
            assert answer.status == 504
            assert b"Connection: close" in answer.head
            assert await client.rest() == b""
        (row,) = await ledger(db)
        assert row.failure is not None
        assert row.failure.kind == "cancelled"
    async with serving() as server, relaying(db, server.url) as listener:
        assert listener.scalar("SELECT count(*) FROM outbox") == 0
        assert server.seen == []
