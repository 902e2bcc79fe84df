"""Resending through the desk: what is sent, what is recorded, what is asked first."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import apsw
import pytest
from tests.engine.resend.conftest import Store, bodies, captured, until
from tests.engine.resend.peers import answering, doing, read_request, serving

from garfio.core.attempt import Failure, Pending, Response, Unknown, verdicts
from garfio.core.capture import Arrival, CaptureId
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.outgoing import Changes
from garfio.core.sequence import Pace
from garfio.core.signature import Secret, sign, verify
from garfio.core.target import Target, read_expectation
from garfio.engine.resend import desk as desk_module
from garfio.engine.resend.desk import ResendDesk
from garfio.engine.resend.sent import Sent
from garfio.engine.resend.session import open_desk, open_desks
from garfio.engine.secrets import MemoryVault


def reply(status: int, body: bytes = b"") -> bytes:
    return b"HTTP/1.1 %d X\r\nContent-Length: %d\r\n\r\n%s" % (status, len(body), body)


async def test_an_attempt_is_kept_as_sent(store: Store, desk: ResendDesk) -> None:
    """The ledger has the exact request, the exact answer, the times, and the place."""
    (capture,) = store(captured(b"\x00\xffbody", "/a?%41"))
    changed: list[frozenset[CaptureId]] = []
    desk.attempts_changed.connect(changed.append)
    async with serving(answering(reply(201, b"made"))) as server:
        (row,) = await desk.resend([capture], server.url)
        attempt = await desk.attempt(row.id)
    assert attempt.request.to_bytes() == server.seen[0]
    assert attempt.outcome == Response(b"HTTP/1.1 201 X\r\nContent-Length: 4\r\n\r\n", b"made")
    assert attempt.peer.address == f"127.0.0.1:{server.port}"
    assert attempt.timings.total_us == row.duration_us
    assert (row.url, row.cause, row.status, row.passed, row.size) == (
        f"{server.url}/a?%41",
        "resend",
        201,
        True,
        4,
    )
    assert await desk.attempts(capture) == [row]
    assert changed == [frozenset((capture,))]
    assert await desk.last_target() == server.url


async def test_attempts_never_overwrite_each_other(store: Store, desk: ResendDesk) -> None:
    (capture,) = store()
    async with serving(answering(reply(500), reply(500), reply(200), reply(404))) as server:
        for _ in range(4):
            await desk.resend([capture], server.url)
    rows = await desk.attempts(capture)
    assert [row.status for row in rows] == [500, 500, 200, 404]
    assert verdicts(rows) == ["failing", "still_failing", "fixed", "regressed"]
    assert [row.id for row in rows] == sorted({row.id for row in rows})


async def test_an_edit_leaves_the_capture_alone(store: Store, desk: ResendDesk) -> None:
    (capture,) = store(captured(b"original"))
    async with serving() as server:
        (row,) = await desk.resend(
            [capture], server.url, Changes(body=b"edited", set_headers=((b"X-New", b"1"),))
        )
        attempt = await desk.attempt(row.id)
        outgoing = await desk.preview(capture, server.url)
    assert row.cause == "edit"
    assert bodies(server.seen) == [b"edited"]
    assert attempt.request.to_bytes() == server.seen[0]
    assert outgoing.request.body == b"original"


async def test_a_failure_is_a_value(store: Store, desk: ResendDesk) -> None:
    (capture,) = store()
    async with serving() as server:
        url = server.url
    (row,) = await desk.resend([capture], url)
    assert (row.state, row.passed) == ("failure", False)
    assert row.failure is not None
    assert row.failure.kind == "refused"
    assert isinstance((await desk.attempt(row.id)).outcome, Failure)


async def test_targets(store: Store, desk: ResendDesk) -> None:
    """Kept in order, renamed in place, and used by name."""
    (capture,) = store(captured(b'{"id": 7}'))
    changes: list[None] = []
    desk.targets_changed.connect(changes.append)
    async with serving(answering(reply(200, b'{"ok": false}'))) as server:
        await desk.add_target(
            Target(
                "local", server.url + "/in/{{body.id}}",
                set_headers=(("X-Env", "dev"),), expectations=(read_expectation("json:ok=true"),),
            )
        )  # fmt: skip
        await desk.add_target(Target("other", "http://127.0.0.1:1"))
        (row,) = await desk.resend([capture], "local")
        attempt = await desk.attempt(row.id)
    assert server.seen[0].startswith(b"POST /in/7 HTTP/1.1\r\n")
    assert b"\r\nX-Env: dev\r\n" in server.seen[0]
    assert (row.target, row.passed, attempt.unmet) == ("local", False, ("json:ok=true",))
    await desk.change_target("local", Target("renamed", "http://127.0.0.1:2"))
    assert [target.name for target in await desk.targets()] == ["renamed", "other"]
    await desk.remove_target("other")
    assert await desk.targets() == [Target("renamed", "http://127.0.0.1:2")]
    assert len(changes) == 4


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda desk: desk.add_target(Target("a", "http://h")), "target.taken"),
        (lambda desk: desk.add_target(Target("", "http://h")), "target.name"),
        (lambda desk: desk.add_target(Target("b", "nope")), "target.url"),
        (lambda desk: desk.change_target("b", Target("b", "http://h")), "target.missing"),
        (lambda desk: desk.remove_target("b"), "target.missing"),
        (lambda desk: desk.resend([1], "b"), "target.missing"),
        (lambda desk: desk.resend([99], "http://127.0.0.1:1"), "capture.missing"),
        (lambda desk: desk.resend([2], "http://127.0.0.1:1"), "resend.refused"),
        (lambda desk: desk.resend([1], "http://{{body.no}}:1"), "target.variable"),
        (lambda desk: desk.resend([1], "http://127.0.0.1:1", Changes(set_headers=((b"A", b"\n"),))), "resend.header"),
        (lambda desk: desk.start([1], "http://127.0.0.1:1", pace=Pace(parallel=0)), "sequence.value"),
        (lambda desk: desk.attempt(5), "attempt.missing"),
    ],
)  # fmt: skip
async def test_what_cannot_be_done(store: Store, desk: ResendDesk, call: object, code: str) -> None:
    """A reason, and nothing sent or recorded."""
    store(captured(), captured(refusal="not_http"))
    await desk.add_target(Target("a", "http://127.0.0.1:1"))
    with pytest.raises(AppError) as caught:
        await call(desk)  # type: ignore[operator]
    assert caught.value.code == code
    assert await desk.attempts(CaptureId(1)) == []


async def test_another_machine_is_asked_about_once(
    store: Store, desk: ResendDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question has host, method and count; agreed once, it is not asked again for that host."""
    ids = store(captured(), captured())
    urls: list[str] = []

    async def send(_self: object, outgoing: object, _target: object, _course: object) -> Sent:
        urls.append(outgoing.url)  # type: ignore[attr-defined]
        raise asyncio.CancelledError

    monkeypatch.setattr(desk_module.Sender, "send", send)
    with pytest.raises(AppError) as caught:
        await desk.resend(ids, "http://staging.example/x")
    assert caught.value.code == "resend.confirm"
    assert {name: caught.value.fields[name] for name in ("host", "method", "count")} == {
        "host": "staging.example", "method": "POST", "count": 2,
    }  # fmt: skip
    assert urls == []
    await desk.resend(ids, "http://staging.example/x", confirmed=True)
    await desk.resend(ids, "https://STAGING.example/y")
    assert len(urls) == 4
    with pytest.raises(AppError):
        await desk.resend(ids, "http://other.example")


async def test_all_hosts_are_named(store: Store, desk: ResendDesk) -> None:
    """Of several targets, those that were never sent to are asked about together."""
    ids = store(captured())
    found = await desk.question(ids, ["http://one.example", "http://127.0.0.1:1", "https://two.example/x"])
    assert found is not None
    assert (found.host, found.count) == ("one.example, two.example", 2)


async def test_a_target_is_tested(desk: ResendDesk) -> None:
    """A HEAD request with the target's headers, asked about for another machine, recorded nowhere."""
    async with serving(answering(reply(405))) as server:
        sent = await desk.test(Target("t", server.url, set_headers=(("X-Key", "1"),)))
    assert isinstance(sent.outcome, Response)
    assert sent.outcome.status == 405
    assert server.seen[0].startswith(b"HEAD / HTTP/1.1\r\n")
    assert b"X-Key: 1\r\n" in server.seen[0]
    assert await desk.attempts(CaptureId(0)) == []
    with pytest.raises(AppError) as caught:
        await desk.test(Target("t", "http://staging.example"))
    assert caught.value.code == "resend.confirm"


async def test_a_variable_cannot_lead_to_another_machine(store: Store, desk: ResendDesk) -> None:
    """A host that comes from the capture is asked about for each capture, not only for the first."""
    ids = store(captured(b'{"h": "127.0.0.1"}'), captured(b'{"h": "evil.example"}'))
    async with serving() as server:
        run = await desk.start(ids, f"http://{{{{body.h}}}}:{server.port}/")
        await run.execute()
    assert [(capture, error.code) for capture, error in run.errors] == [(ids[1], "resend.confirm")]
    assert len(server.seen) == 1
    assert (run.progress.finished, run.progress.skipped) == (1, 1)


async def test_one_event_to_many_targets(store: Store, desk: ResendDesk) -> None:
    (capture,) = store()
    async with serving(answering(reply(200))) as good, serving(answering(reply(500))) as bad:
        rows = await desk.resend([capture], [good.url, Target("bad", bad.url)])
    assert sorted((row.target, row.status, row.passed) for row in rows) == [
        ("", 200, True),
        ("bad", 500, False),
    ]


async def test_a_message_that_is_no_capture(desk: ResendDesk) -> None:
    request = Request(b"POST /s HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\n", b"x")
    async with serving() as server:
        attempt = await desk.send_message(request, server.url)
    assert attempt.request.to_bytes() == server.seen[0]
    assert (attempt.summary.capture, attempt.summary.cause) == (0, "sample")


async def test_what_a_kill_leaves_is_unknown(store: Store, database: Path) -> None:
    """While the sender runs an attempt is pending; once it is gone, unknown: neither sent nor failed."""
    (capture,) = store()
    started = asyncio.Event()

    async def script(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        started.set()
        await reader.read()

    async with serving(doing(script)) as server, open_desk(database) as desk:
        run = await desk.start([capture], server.url)
        task = asyncio.get_running_loop().create_task(run.execute())
        await started.wait()
        (row,) = await desk.attempts(capture)
        assert (row.state, row.passed) == ("pending", None)
        assert isinstance((await desk.attempt(row.id)).outcome, Pending)
        connection = apsw.Connection(str(database))
        connection.execute("UPDATE attempts SET sender = '999999999:1.00'")
        connection.close()
        await desk.open()
        (row,) = await desk.attempts(capture)
        assert (row.state, row.passed, row.duration_us) == ("unknown", None, None)
        assert isinstance((await desk.attempt(row.id)).outcome, Unknown)
        run.cancel()
        await task


async def test_deleting_a_capture_deletes_its_attempts(
    store: Store, desk: ResendDesk, database: Path
) -> None:
    (capture,) = store()
    async with serving() as server:
        await desk.resend([capture], server.url)
    connection = apsw.Connection(str(database))
    connection.execute("DELETE FROM captures")
    connection.close()
    assert await desk.attempts(capture) == []


async def test_two_desks_do_not_settle_each_other(store: Store, database: Path) -> None:
    """Opening a second window or command leaves what another process sends alone."""
    (capture,) = store()
    release = asyncio.Event()

    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        await release.wait()
        writer.write(reply(200))

    async with serving(doing(script)) as server, open_desk(database) as first:
        run = await first.start([capture], server.url)
        task = asyncio.get_running_loop().create_task(run.execute())
        await until(lambda: run.ids)
        async with open_desk(database) as second:
            assert [row.state for row in await second.attempts(capture)] == ["pending"]
        release.set()
        await task
        assert [row.state for row in await first.attempts(capture)] == ["response"]


async def test_each_target_signs_with_its_own_secret(store: Store, database: Path) -> None:
    """One event to two targets, each with the signature that it accepts; a renamed target keeps its secret."""
    request = Request(b"POST /s HTTP/1.1\r\nHost: a\r\nUser-Agent: Stripe/1.0\r\n\r\n", b"{}")
    (capture,) = store(Arrival(sign(request, "stripe", "whsec_live", now_unix=1), 1, "", 200))
    async with serving() as one, serving() as two, open_desks(database) as (desk, endpoints):
        endpoints.source._opener = lambda _path, _chosen: MemoryVault()
        for name, server in (("one", one), ("two", two)):
            await desk.add_target(Target(name, server.url, signature="resign"))
            await endpoints.add_secret(f"target:{name}", Secret(f"whsec_{name}"))
        await desk.change_target("two", Target("three", two.url, signature="resign"))
        rows = await desk.resend([capture], ["one", "three"])
    assert [row.passed for row in rows] == [True, True]
    for server, secret in ((one, "whsec_one"), (two, "whsec_two")):
        found = verify(Request.from_bytes(server.seen[0]), [secret], provider="stripe", now_unix=time.time())
        assert found.verdict == "valid"
