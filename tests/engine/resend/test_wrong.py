"""The wrong ones against targets that check and targets that do not, and the question before them."""

from __future__ import annotations

import asyncio
import time

import pytest
from tests.engine.resend.conftest import Store, captured
from tests.engine.resend.peers import Answer, Server, answering, read_request, serving
from tests.engine.resend.test_desk import reply

from garfio.core.capture import Arrival
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.outgoing import Signing
from garfio.core.sequence import Pace
from garfio.core.signature import sign, verify
from garfio.core.tamper import TAMPERS
from garfio.core.target import Target
from garfio.engine.resend.desk import ResendDesk
from garfio.engine.resend.wrong import send_wrong


async def test_the_wrong_ones_and_what_the_target_answers(store: Store, desk: ResendDesk) -> None:
    """A target that checks refuses each; one that takes everything is found out by each."""
    request = Request(
        b"POST /s HTTP/1.1\r\nHost: a\r\nUser-Agent: Stripe/1.0\r\nContent-Type: application/json\r\n\r\n",
        b'{"id": 1}',
    )
    (capture,) = store(Arrival(sign(request, "stripe", "whsec_a", now_unix=1), 1, "", 200))
    signing = Signing(secret="whsec_b")

    def checking(server: Server) -> Answer:
        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            raw = await read_request(reader)
            server.seen.append(raw)
            found = verify(Request.from_bytes(raw), ["whsec_b"], provider="stripe", now_unix=time.time())
            right = found.verdict == "valid" and b"\r\nContent-Type: application/json\r\n" in raw
            writer.write(reply(200 if right else 401))

        return answer

    async with serving(checking) as strict, serving(answering(reply(200))) as lax:
        good = await send_wrong(desk, capture, strict.url, signing)
        bad = await send_wrong(desk, capture, Target("lax", lax.url), signing)
    assert [kind for kind, _, _ in good] == list(TAMPERS)
    assert {kind: [row.passed for row in rows] for kind, rows, _ in good} == {
        kind: [True, True] if kind == "duplicate" else [True] for kind in TAMPERS
    }
    assert {kind for kind, rows, _ in bad if not all(row.passed for row in rows)} == set(TAMPERS) - {
        "duplicate"
    }
    assert len(set(strict.seen)) == 8
    assert {row.cause for _, rows, _ in good for row in rows} == {f"wrong.{kind}" for kind in TAMPERS}


async def test_faults_that_make_no_sense_are_said(store: Store, desk: ResendDesk) -> None:
    (capture,) = store(captured(b'{"a": 1}'))
    async with serving(answering(reply(401))) as server:
        found = await send_wrong(desk, capture, server.url, Signing(provider="github", secret="s"))
    refused = {kind: error.code for kind, _, error in found if error}
    assert refused == {"expired": "tamper.not_applicable"}


@pytest.mark.parametrize(("provider", "count"), [("stripe", 9), ("github", 8)])
async def test_the_question_says_how_many_wrong_ones_there_are(
    store: Store, desk: ResendDesk, provider: str, count: int
) -> None:
    """Asked once for all that make sense for the provider, the one that is sent twice included; copies count too."""
    (capture,) = store(captured(b'{"a": 1}'))
    signing = Signing(provider=provider, secret="s")
    with pytest.raises(AppError) as asked:
        await send_wrong(desk, capture, "http://nowhere.invalid", signing)
    assert (asked.value.code, asked.value.fields["count"]) == ("resend.confirm", count)
    with pytest.raises(AppError) as asked:
        await desk.start([capture], "http://nowhere.invalid", pace=Pace(copies=3))
    assert asked.value.fields["count"] == 3
    assert await desk.attempts(capture) == []
