"""Replies on purpose: stored first, given as said, delaying nobody else."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest
from tests.engine.running import running, until
from tests.factories import make_message

from garfio.core.endpoint import Endpoint
from garfio.core.http import Request
from garfio.core.scripted_reply import Script, Step, preset
from garfio.core.signature import Secret, sign
from garfio.engine.verification import Plan


async def test_a_sequence_is_given_in_turn_and_its_last_step_stays(db: Path) -> None:
    """500 twice, then 200; all of them stored with the status that was given."""
    async with running(db) as listener:
        listener.server.scripts.use([preset("fail-twice", "/hook")])
        statuses = [(await listener.ask(make_message(b"{}"))).status for _ in range(4)]
        assert statuses == [500, 500, 200, 200]
        assert (await listener.ask(make_message(b"{}", target=b"/other"))).status == 200
        await listener.settled()
        assert [row.reply_status for row in listener.rows()] == [500, 500, 200, 200, 200]


async def test_status_headers_and_a_body_from_a_template(db: Path) -> None:
    """The template sees the request; the type is the one that was set."""
    step = Step(
        201,
        '{"got": {{ body.n | tojson }}, "from": "{{ request.headers["x-who"] }}", "id": {{ id }}}',
        "application/json",
        (("X-Own", "1"),),
    )
    async with running(db) as listener:
        listener.server.scripts.use([Script("/api/*", (step,))])
        message = make_message(
            b'{"n": 1.50}', b"/api/x", [(b"Content-Type", b"application/json"), (b"X-Who", b"me")]
        )
        answer = await listener.ask(message)
        assert answer.status == 201
        assert answer.body == b'{"got": 1.50, "from": "me", "id": 1}'
        assert b"X-Own: 1" in answer.head
        assert b"Content-Type: application/json" in answer.head


async def test_a_template_that_fails_is_said(db: Path) -> None:
    """What is missing gives 500 with the error's code, and nothing of the request."""
    async with running(db) as listener:
        listener.server.scripts.use([Script("/hook", (Step(200, "{{ body.none }}"),))])
        answer = await listener.ask(
            make_message(b'{"secret": 1}', fields=[(b"Content-Type", b"application/json")])
        )
        assert answer.status == 500
        assert answer.body == b"The template of this reply failed: template.undefined\n"


async def test_a_slow_reply_delays_nobody_else_and_the_capture_is_there_meanwhile(db: Path) -> None:
    """While one sender waits for an hour's delay, others are answered, and the slow one's capture is stored."""
    async with running(db) as listener, listener.client() as slow:
        listener.server.scripts.use([Script("/slow", (Step(delay_s=100),))])
        await slow.send(make_message(b"late", target=b"/slow"))
        await until(listener.rows, "stored before the answer")
        assert (await listener.ask(make_message(b"now", target=b"/quick"))).status == 200
        assert [row.reply_us for row in listener.rows("path:/slow")] == [None]


async def test_a_reset_gives_no_answer_and_is_stored(db: Path) -> None:
    """The connection breaks off; the row says that nothing was answered."""
    async with running(db) as listener:
        listener.server.scripts.use([preset("reset", "/hook")])
        async with listener.client() as client:
            await client.send(make_message(b"{}"))
            assert await client.rest() == b""
        await until(listener.rows)
        assert listener.rows()[0].reply_status == 0


async def test_a_drip_sends_everything_in_the_end(db: Path) -> None:
    """The whole body arrives, and not with the head."""
    async with running(db) as listener:
        listener.server.scripts.use(
            [Script("/hook", (Step(body="drop by drop", delay_s=0.3, fault="drip"),))]
        )
        async with listener.client() as client:
            began = time.monotonic()
            answer = await client.ask(make_message(b"{}"))
            assert answer.body == b"drop by drop"
            assert time.monotonic() - began >= 0.2
            assert await client.rest() == b""


@pytest.mark.parametrize(("secret", "status"), [("right", 200), ("wrong", 401)])
async def test_only_valid_signatures_get_their_answer(db: Path, secret: str, status: int) -> None:
    """With `require_valid` a wrong signature gets 401, also when the body is long, and is stored all the same."""
    plan = Plan((Endpoint("/hook", "github"),), secrets={"/hook": (Secret("right"),)})
    async with running(db) as listener:
        listener.server.scripts.use([preset("only-valid", "/hook")])
        listener.server.scripts.use_plan(plan)
        for body in (b"{}", b'{"long": "%s"}' % (b"x" * (2 << 20))):
            fields = [(b"X-GitHub-Event", b"push"), (b"X-GitHub-Delivery", b"1")]
            raw = make_message(body, fields=fields)
            signed = sign(Request.from_bytes(raw), "github", secret, now_unix=time.time())
            assert (await listener.ask(signed.to_bytes())).status == status
        assert len(listener.rows()) == 2


async def test_web_pages_may_read_it_only_where_that_is_set(db: Path) -> None:
    """CORS for the origin that was named, its preflight answered; none for another."""
    async with running(db) as listener:
        listener.server.scripts.use([Script("/hook", cors="https://a.test https://b.test")])
        preflight = make_message(
            b"",
            method=b"OPTIONS",
            fields=[
                (b"Origin", b"https://b.test"),
                (b"Access-Control-Request-Method", b"POST"),
                (b"Access-Control-Request-Headers", b"x-token"),
            ],
        )
        async with listener.client() as client:
            await client.send(preflight)
            head = await client.reader.readuntil(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 204 ")
        assert b"Access-Control-Allow-Origin: https://b.test" in head
        assert b"Access-Control-Allow-Headers: x-token" in head
        other = await listener.ask(make_message(b"{}", fields=[(b"Origin", b"https://c.test")]))
        assert b"access-control" not in other.head.lower()


async def test_stopping_gives_at_once_what_is_held_back(db: Path) -> None:
    """The listener ends while a reply is being delayed: the sender gets it, and the end does not wait."""
    async with running(db) as listener, listener.client() as client:
        listener.server.scripts.use([Script("/hook", (Step(202, delay_s=100),))])
        await client.send(make_message(b"{}"))
        await until(listener.rows)
        async with asyncio.timeout(2):
            await listener.server.stop()
        assert (await client.answer()).status == 202
