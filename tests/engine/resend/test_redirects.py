"""Redirects that are followed, over real sockets, and what the ledger keeps of them."""

from __future__ import annotations

import asyncio
from pathlib import Path

import apsw
import pytest
from tests.engine.resend.conftest import Store, captured
from tests.engine.resend.peers import OK, answering, doing, read_request, serving
from tests.engine.running import until

from garfio.core.attempt import Attempt, Failure, Response
from garfio.core.target import Target
from garfio.engine.resend.desk import ResendDesk


def redirect(status: int, location: str, body: bytes = b"moved") -> bytes:
    head = f"HTTP/1.1 {status} Odd\r\nLocation: {location}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def resend(store: Store, desk: ResendDesk, target: Target) -> Attempt:
    (capture,) = store(captured(b'{"a":1}'))
    (row,) = await desk.resend([capture], target)
    return await desk.attempt(row.id)


async def test_each_hop_is_kept(store: Store, desk: ResendDesk) -> None:
    """A message goes on twice; the ledger has each answer, each message as sent, and the last outcome."""
    async with serving() as last, serving(answering(redirect(302, f"{last.url}/c"))) as second:
        first_answer = redirect(307, f"{second.url}/b", b"x" * 100_000)
        async with serving(answering(first_answer)) as first:
            target = Target("staging", first.url, follow=5, set_headers=(("Authorization", "secret"),))
            attempt = await resend(store, desk, target)
    assert attempt.outcome == Response(OK[:-2], b"ok")
    assert attempt.summary.passed
    assert attempt.summary.url == f"{first.url}/hook"
    assert first.seen == [attempt.request.to_bytes()]
    assert b"Authorization: secret" in first.seen[0]
    one, two = attempt.hops
    assert second.seen == [one.request.to_bytes()]
    assert one.request.body == b'{"a":1}'
    assert last.seen == [two.request.to_bytes()]
    assert (two.request.method, two.request.body) == ("GET", b"")
    assert (one.withheld, two.withheld) == (("Authorization",), ())
    assert b"secret" not in second.seen[0] + last.seen[0]
    assert (one.response.status, len(one.response.body), one.response.cut) == (307, 65_536, "limit")
    assert (two.response.status, two.response.body, two.response.cut) == (302, b"moved", "")
    assert one.peer.address == f"127.0.0.1:{first.port}"
    assert attempt.peer.address == f"127.0.0.1:{last.port}"
    assert (one.url, two.url) == (f"{second.url}/b", f"{last.url}/c")
    assert attempt.timings.total_us > one.duration_us + two.duration_us > 0


@pytest.mark.parametrize(("follow", "hops", "stopped"), [(0, 0, ""), (1, 1, "limit"), (3, 3, "limit")])
async def test_no_more_than_wanted(
    store: Store, desk: ResendDesk, follow: int, hops: int, stopped: str
) -> None:
    """A target that sends round in circles is left after so many hops, with its redirect as the answer."""
    async with serving(answering(redirect(308, "/again"))) as server:
        attempt = await resend(store, desk, Target(url=server.url, follow=follow))
    assert len(server.seen) == hops + 1
    assert (len(attempt.hops), attempt.stopped) == (hops, stopped)
    assert isinstance(attempt.outcome, Response)
    assert attempt.outcome.status == 308
    assert not attempt.summary.passed


async def test_no_host_that_was_not_agreed_to(store: Store, desk: ResendDesk) -> None:
    """A redirect does not lead to a machine that the user was never asked about."""
    async with serving(answering(redirect(307, "http://nowhere.invalid/x"))) as server:
        target = Target(url=server.url, follow=5)
        attempt = await resend(store, desk, target)
        assert (attempt.hops, attempt.stopped) == ((), "host")
        await desk.resend([attempt.summary.capture], "http://nowhere.invalid", confirmed=True)
        (row,) = await desk.resend([attempt.summary.capture], target)
        followed = await desk.attempt(row.id)
    assert isinstance(followed.outcome, Failure)
    assert followed.outcome.kind == "dns"
    assert followed.hops[0].url == "http://nowhere.invalid/x"


async def test_a_cancelled_one_keeps_its_hops(store: Store, desk: ResendDesk) -> None:
    """The second place is silent and the send is cancelled; how it got there is recorded all the same."""
    (capture,) = store(captured(b'{"a":1}'))

    async def silent(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        last.seen.append(await read_request(reader))
        await reader.read()

    async with serving(doing(silent)) as last, serving(answering(redirect(307, f"{last.url}/b"))) as first:
        run = await desk.start([capture], Target(url=first.url, follow=2))
        task = asyncio.get_running_loop().create_task(run.execute())
        await until(lambda: last.seen)
        run.cancel()
        await task
        attempt = await desk.attempt(run.ids[0])
    assert isinstance(attempt.outcome, Failure)
    assert attempt.outcome.kind == "cancelled"
    (hop,) = attempt.hops
    assert (hop.url, hop.response.status) == (f"{last.url}/b", 307)
    assert last.seen == [hop.request.to_bytes()]


async def test_hops_go_with_their_capture(store: Store, desk: ResendDesk, database: Path) -> None:
    async with serving() as last, serving(answering(redirect(307, last.url))) as first:
        attempt = await resend(store, desk, Target(url=first.url, follow=1))
    assert len(attempt.hops) == 1
    connection = apsw.Connection(str(database))
    connection.execute("DELETE FROM captures WHERE id = ?", (attempt.summary.capture,))
    assert connection.execute("SELECT count(*) FROM hops").fetchone() == (0,)
    connection.close()
