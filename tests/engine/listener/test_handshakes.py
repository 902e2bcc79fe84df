"""Endpoint checks: stored first, answered as the provider wants, marked; everything else is answered as ever."""

from __future__ import annotations

import json
import time
from pathlib import Path
from urllib.parse import urlencode

import pytest
from tests.engine.running import Answer, Running, running
from tests.factories import make_message

from garfio.core.endpoint import Endpoint
from garfio.core.http import Request
from garfio.core.signature import Secret, sign
from garfio.engine.listener.handshakes import BODY_LIMIT
from garfio.engine.verification import Plan

PLAN = Plan(
    (
        Endpoint("/slack", "slack"),
        Endpoint("/meta/*", "meta"),
        Endpoint("/zoom", "zoom"),
        Endpoint("/s", "stripe"),
        Endpoint("/sign", "adobe_sign"),
        Endpoint("/dropbox-sign", "dropbox_sign"),
    ),
    {},
    {"/meta/*": (Secret('{"secret":"s","verify_token":"mine"}'),), "/zoom": (Secret("zoom-secret"),)},
)
JSON = [(b"Content-Type", b"application/json")]


def slack_check(target: bytes = b"/slack", padding: int = 0) -> bytes:
    body = json.dumps({"type": "url_verification", "challenge": "ch4llenge", "x": "x" * padding}).encode()
    return make_message(body, target, JSON)


async def ask(listener: Running, message: bytes) -> tuple[Answer, bool]:
    listener.server.handshakes.use(PLAN)
    answer = await listener.ask(message)
    return answer, listener.rows()[-1].handshake


async def test_slack(db: Path) -> None:
    """The challenge comes back, and the row says so."""
    async with running(db) as listener:
        answer, marked = await ask(listener, slack_check())
        assert (answer.status, answer.body, marked) == (200, b"ch4llenge", True)
        assert listener.rows()[0].reply_status == 200


async def test_meta(db: Path) -> None:
    """A GET below the endpoint, with the right token and with a wrong one."""
    async with running(db) as listener:
        query = b"?hub.mode=subscribe&hub.challenge=12345&hub.verify_token="
        answer, marked = await ask(listener, make_message(target=b"/meta/x" + query + b"mine", method=b"GET"))
        assert (answer.status, answer.body, marked) == (200, b"12345", True)
        answer, marked = await ask(listener, make_message(target=b"/meta/x" + query + b"no", method=b"GET"))
        assert (answer.status, marked) == (403, True)
        assert listener.rows()[-1].reply_status == 403


async def test_zoom(db: Path) -> None:
    """An answer that needs the secret; only for one whose signature is right."""
    token = {"plainToken": "qgg8vlvZRS6UYooatFL8Aw"}
    body = json.dumps({"event": "endpoint.url_validation", "payload": token}).encode()
    unsigned = make_message(body, b"/zoom", JSON)
    async with running(db) as listener:
        request = Request(unsigned.removesuffix(body), body)
        signed = sign(request, "zoom", "zoom-secret", now_unix=time.time()).to_bytes()
        answer, marked = await ask(listener, signed)
        found = json.loads(answer.body)
        assert (answer.status, found["plainToken"], marked) == (200, token["plainToken"], True)
        assert len(found["encryptedToken"]) == 64
        assert (await ask(listener, unsigned))[0].status == 401


@pytest.mark.parametrize(
    "message",
    [
        slack_check(b"/elsewhere"),
        slack_check(b"/s"),
        slack_check(padding=BODY_LIMIT),
        make_message(b'{"type":"event_callback"}', b"/slack", JSON),
        make_message(target=b"/slack", method=b"CONNECT"),
    ],
)
async def test_all_else_is_answered_as_ever(db: Path, message: bytes) -> None:
    """Another path, another provider, a long body, an ordinary event."""
    async with running(db) as listener:
        answer, marked = await ask(listener, message)
        assert (answer.body in (b"OK\n", b"This is not a proxy.\n"), marked) == (True, False)


async def test_an_event_that_wants_a_certain_answer_is_no_check(db: Path) -> None:
    """Adobe Sign wants its client id back for every event: it gets it, and rules act on the event as on any other."""
    given = [(b"X-AdobeSign-ClientId", b"BGBQIIE7H253K6")]
    async with running(db) as listener:
        for method, check in ((b"GET", True), (b"POST", False)):
            for size in (0,) if check else (0, BODY_LIMIT, 3 << 20):
                body = b"" if check else b'{"event":"AGREEMENT_CREATED","x":"%s"}' % (b"x" * size)
                answer, marked = await ask(listener, make_message(body, b"/sign", given, method=method))
                assert b"\r\nX-AdobeSign-ClientId: BGBQIIE7H253K6\r\n" in answer.head
                assert (answer.status, marked) == (200, check)


async def test_a_long_event_of_dropbox_sign(db: Path) -> None:
    """Its words are in the answer, however many signers the event has."""
    event = json.dumps({"event": {"event_type": "signature_request_sent"}, "x": "x" * BODY_LIMIT})
    body = urlencode({"json": event}).encode()
    kind = [(b"Content-Type", b"application/x-www-form-urlencoded")]
    async with running(db) as listener:
        answer, marked = await ask(listener, make_message(body, b"/dropbox-sign", kind))
        assert (answer.status, answer.body, marked) == (200, b"Hello API Event Received", False)


async def test_a_streamed_body_is_no_check(db: Path) -> None:
    """What went to the store in parts is not looked into."""
    async with running(db) as listener:
        answer, marked = await ask(listener, slack_check(padding=3 << 20))
        assert (answer.body, marked) == (b"OK\n", False)
