"""One connection: what is stored, what is answered, and when."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.listener.wireless import Wireless
from tests.engine.running import running, until
from tests.factories import make_chunked, make_head, make_message

from garfio.core.wire import HEAD_LIMIT
from garfio.engine.listener.connection import RAW_LIMIT
from garfio.engine.store.captures import PART_BYTES
from garfio.engine.store.database import Trouble


def test_nothing_is_said_before_the_commit() -> None:
    """The answer waits until the store has spoken.

    Seen to fail with the answer written when the row is handed to the store.
    """
    wireless = Wireless()
    wireless.connection.data_received(make_message(b"{}"))
    assert bytes(wireless.transport.written) == b""
    wireless.server.writer.commit()
    assert wireless.statuses == [200]


def test_what_cannot_be_stored_is_not_acknowledged() -> None:
    """A failed commit gives 503 with Retry-After, and the connection ends."""
    wireless = Wireless()
    wireless.connection.data_received(make_message(b"{}") * 2)
    wireless.server.writer.commit(Trouble("disk_full", "The disk is full.", 0))
    assert wireless.statuses == [503]
    assert b"\r\nRetry-After: " in wireless.transport.written
    assert wireless.server.answers == []


def test_a_part_that_cannot_be_stored_is_not_acknowledged() -> None:
    """A long body of which one part failed gives 503, and no row."""
    wireless = Wireless()
    wireless.server.body_limit = 1 << 30
    wireless.connection.data_received(make_message(b"x" * (3 * PART_BYTES)))
    wireless.server.writer.commit(Trouble("disk_full", "The disk is full.", 0))
    assert wireless.statuses == [503]
    assert wireless.server.writer.arrivals == []


PIPELINED = [
    make_message(b"1", b"/1"),
    make_head(b"GET", b"/2"),
    make_chunked([b"3", b"33"], [(b"X-T", b"t")], target=b"/3"),
    b"\r\n" + make_head(b"HEAD", b"/4"),
    make_message(b"", b"/5"),
]


@given(st.lists(st.integers(1, 120), max_size=20))
def test_pipelined_requests_are_stored_in_order(cuts: list[int]) -> None:
    """Requests sent at once, cut anywhere, are five captures and five answers in their order."""
    raw = b"".join(PIPELINED)
    pieces = []
    for size in [*cuts, len(raw)]:
        pieces.append(raw[:size])
        raw = raw[size:]
    wireless = Wireless()
    wireless.feed(*filter(None, pieces))
    assert wireless.outcome == ([(each.lstrip(b"\r\n"), True) for each in PIPELINED], [], [200] * 5)
    assert bytes(wireless.transport.written).count(b"OK\n") == 4, "HEAD has no body"


def test_requests_sent_before_the_sender_closed_its_side() -> None:
    """A half close after pipelined requests ends the connection after the last answer, not after the first.

    Seen to fail: the first answer closed the connection and the others were lost without a trace.
    """
    wireless = Wireless()
    wireless.connection.data_received(b"".join(PIPELINED))
    assert wireless.connection.eof_received()
    wireless.server.writer.commit()
    assert wireless.statuses == [200] * 5
    assert wireless.transport.closed
    assert bytes(wireless.transport.written).count(b"Connection: close") == 1


def test_half_a_request_after_a_half_close_is_incomplete() -> None:
    """What is cut off behind a whole request is kept with its reason."""
    wireless = Wireless()
    wireless.connection.data_received(make_message(b"1") + make_message(b"22222")[:-2])
    assert wireless.connection.eof_received()
    wireless.server.writer.commit()
    assert [complete for _raw, complete in wireless.outcome[0]] == [True, False]
    wireless = Wireless()
    wireless.connection.data_received(make_message(b"1") + b"POST /half")
    assert wireless.connection.eof_received()
    wireless.server.writer.commit()
    assert wireless.outcome[1] == ["head_incomplete"]


def test_the_deadline_of_a_head_cannot_be_put_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Empty lines before a request, and bytes after a refusal, move no deadline.

    Seen to fail: each of them began the time anew, so a sender could stay for ever.
    """
    for first, drip in ((b"\r\n", b"\r\n"), (b"\x00", b"x")):
        wireless = Wireless()
        wireless.feed(first)
        deadline = wireless.connection.deadline
        monkeypatch.setattr("time.monotonic", lambda end=deadline: end - 0.5)
        wireless.feed(drip)
        monkeypatch.undo()
        assert wireless.connection.deadline == deadline


def test_a_sender_that_runs_ahead_is_made_to_wait() -> None:
    """While a request is being stored, what follows is read only up to a limit."""
    wireless = Wireless()
    wireless.connection.data_received(make_message(b"1"))
    wireless.connection.data_received(b"x" * 300_000)
    assert wireless.transport.paused
    wireless.server.writer.commit()
    assert not wireless.transport.paused


def test_parts_of_a_refused_body_are_taken_back() -> None:
    """A chunked body that passes the limit leaves no parts behind in the store.

    Seen to fail: up to a whole limit's worth of parts stayed until the next start.
    """
    wireless = Wireless()
    wireless.server.body_limit = 2 * PART_BYTES
    wireless.feed(make_chunked([b"x" * (3 * PART_BYTES)]))
    assert wireless.outcome[1:] == (["body_too_large"], [413])
    assert wireless.server.writer.parts == {}


# --- on real sockets

TARGETS = [
    b"/", b"//a//b", b"/%zz?%", b"/;a=b;c", b"/a#b", b"*", b"http://other.example/x?y", b"/?", b"?", b"/\xc3\xb1\xff",
    b"/../../etc/passwd", b"/" + b"a" * 8000,
]  # fmt: skip


async def test_targets_and_methods_are_kept(db: Path) -> None:
    """Any target and any method, exactly as sent."""
    methods = [b"GET", b"OPTIONS", b"PROPFIND", b"foo", b"M-SEARCH", b"!#$%&'*+.^_`|~", b"TRACE", b"DELETE"]
    sent = [make_message(b"b", target) for target in TARGETS]
    sent += [make_message(b"b", b"/", method=method) for method in methods]
    async with running(db) as listener:
        async with listener.client() as client:
            for message in sent:
                assert (await client.ask(message)).status == 200
        assert listener.messages() == sent
        assert [row.target for row in listener.rows()][: len(TARGETS)] == TARGETS


async def test_head_bytes_are_kept(db: Path) -> None:
    """Order, case, repeats, blanks, empty values and bytes that are no text; HTTP/1.0 as such.

    Seen to fail with the head rebuilt from parsed fields.
    """
    sent = (
        b"POST /x HTTP/1.0\r\nhOsT:h\r\nX-B: 2\r\nX-A: 1\r\nx-b:\t3 \r\nX-Empty:\r\nX-Bytes: \xff\xfe\x80\r\n"
        b"X-A: 1\r\nContent-Length:  2\t\r\n\r\nok"
    )
    async with running(db) as listener:
        answer = await listener.ask(sent)
        assert b"\r\nConnection: close\r\n" in answer.head
        assert listener.messages() == [sent]
        assert listener.rows()[0].http_version == "HTTP/1.0"
        assert listener.rows()[0].peer.startswith("127.0.0.1:")


BODIES = {
    "gzip": gzip.compress(b'{"a": 1}' * 50, mtime=0),
    "x-gzip": gzip.compress(b"", mtime=0)[:-4],
    "deflate": zlib.compress(b"abc"),
    "br": b"\x0b\x02\x80hello\x03",
    "zstd": b"\x28\xb5\x2f\xfd\x04\x00\x29\x00\x00hello",
    "gzip, br": b"not gzip at all",
    "identity": bytes(range(256)),
}


@pytest.mark.parametrize("coding", BODIES)
async def test_coded_bodies_are_kept(db: Path, coding: str) -> None:
    """A body is stored as it was on the wire, whatever its coding and however broken.

    Seen to fail with the body unpacked before it is stored.
    """
    body = BODIES[coding]
    async with running(db) as listener:
        sent = make_message(body, fields=[(b"Content-Encoding", coding.encode())])
        assert (await listener.ask(sent)).status == 200
        assert listener.capture(1).request.body == body
        assert listener.messages() == [sent]


async def test_chunks_and_trailers_are_kept(db: Path) -> None:
    """A chunked message comes back with its chunks, extensions and trailers."""
    sent = make_chunked([b"Wiki", b"pedia"], [(b"X-Sum", b"1"), (b"x-sum", b"2")]).replace(
        b"4\r\n", b'004;q="a b"\r\n'
    )
    async with running(db) as listener:
        assert (await listener.ask(sent)).status == 200
        assert listener.messages() == [sent]
        assert listener.capture(1).request.body == b"Wikipedia"
        assert listener.rows()[0].size == 9


async def test_long_bodies_are_kept_in_parts(db: Path) -> None:
    """A body over 1 MiB is stored in parts and comes back whole, declared and chunked."""
    body = bytes(range(256)) * 4096 * 3 + b"tail"
    async with running(db) as listener:
        for sent in (make_message(body), make_chunked([body[:100_000], body[100_000:]])):
            assert (await listener.ask(sent)).status == 200
            assert listener.messages()[-1] == sent
        assert listener.scalar("SELECT count(*) FROM body_parts") == 8
        assert listener.capture(1).request.body == body


async def test_expect_continue(db: Path) -> None:
    """100 is said before the body comes, once, and not for a body that would be refused."""
    async with running(db, body_limit_mib=1) as listener:
        expecting = [(b"Expect", b"100-continue")]
        async with listener.client() as client:
            await client.send(make_message(b"hello", fields=expecting)[:-5])
            assert (await client.answer()).status == 100
            assert (await client.ask(b"hello")).status == 200
            assert (await client.ask(make_message(b"hello", fields=expecting))).status == 200
        async with listener.client() as client:
            head = make_head(fields=[*expecting, (b"Content-Length", b"%d" % (2 << 20))])
            assert (await client.ask(head)).status == 413


async def test_head_and_options(db: Path) -> None:
    """HEAD is answered without a body, OPTIONS without any permission; both are stored."""
    async with running(db) as listener, listener.client() as client:
        answer = await client.ask(make_head(b"HEAD"), with_body=False)
        assert b"Content-Length: 3" in answer.head
        answer = await client.ask(make_head(b"OPTIONS", fields=[(b"Origin", b"https://a.example")]))
        assert (answer.status, answer.body) == (200, b"OK\n")
        assert b"access-control" not in answer.head.lower()
        assert b"allow" not in answer.head.lower()
        assert [row.method for row in listener.rows()] == ["HEAD", "OPTIONS"]


async def test_connect_is_stored_and_refused(db: Path) -> None:
    """A proxy request is on record and opens no tunnel."""
    async with running(db) as listener, listener.client() as client:
        assert (await client.ask(make_head(b"CONNECT", b"h.example:443"))).status == 405
        assert await client.rest() == b""
        assert listener.rows()[0].target == b"h.example:443"


async def test_half_close_is_answered(db: Path) -> None:
    """A sender that closes its side after the request still reads the answers (printf | nc)."""
    async with running(db) as listener, listener.client() as client:
        await client.send(make_message(b"1", b"/1") + make_message(b"2", b"/2"))
        client.writer.write_eof()
        got = await client.rest()
        assert got.count(b"HTTP/1.1 200 OK") == 2
        assert [row.path for row in listener.rows()] == ["/1", "/2"]


async def test_a_reset_in_the_body_leaves_an_incomplete_capture(db: Path) -> None:
    """What came is kept, marked incomplete and unanswered."""
    async with running(db) as listener:
        for sent in (make_message(b"x" * 100), make_chunked([b"x" * 100])):
            async with listener.client() as client:
                await client.send(sent[:-50])
                await until(lambda: any(each.receiving for each in listener.server._connections))
                client.reset()
            await until(lambda: not listener.server._connections)
        await until(lambda: len(listener.rows()) == 2)
        assert [(row.complete, row.reply_status) for row in listener.rows()] == [(False, 0)] * 2
        assert listener.messages()[0] == make_message(b"x" * 100)[:-50]


async def test_a_reset_in_a_long_body_keeps_its_parts(db: Path) -> None:
    """An incomplete body that was streamed is kept too."""
    body = b"x" * (2 * PART_BYTES + 5)
    async with running(db) as listener:
        async with listener.client() as client:
            await client.send(make_message(body + b"missing")[:-7])
            await until(lambda: listener.scalar("SELECT count(*) FROM body_parts") == 2)
            client.reset()
        await until(lambda: len(listener.rows()) == 1)
        assert not listener.rows()[0].complete
        assert listener.capture(1).request.body == body


async def test_a_reset_after_the_body_is_stored_as_not_answered(db: Path) -> None:
    """A sender that has gone before the answer: stored, with no answer on record."""
    async with running(db) as listener:
        hold = listener.writer._turn
        listener.writer._turn = lambda: None  # type: ignore[method-assign]
        async with listener.client() as client:
            await client.send(make_message(b"x"))
            await until(lambda: any(each.storing for each in listener.server._connections))
            client.reset()
        await until(lambda: not listener.server._connections)
        listener.writer._turn = hold  # type: ignore[method-assign]
        hold()
        await until(lambda: bool(listener.rows()) and listener.rows()[0].reply_status == 0)
        assert listener.rows()[0].complete


REFUSED = [
    (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(40), "tls", 400),
    (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "http2", 400),
    (b"PROXY TCP4 127.0.0.1 127.0.0.1 5 80\r\nGET / HTTP/1.1\r\n\r\n", "proxy_protocol", 400),
    (b"\x00\xff garbage", "not_http", 400),
    (b"GET / HTTP/3.0\r\n\r\n", "bad_version", 400),
    (b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: nope\r\n\r\nbody", "bad_content_length", 400),
    (b"GET / HTTP/1.1\nHost: a\n\n", "bad_line_end", 400),
    (make_head() [:-2] + b"A: " + b"a" * HEAD_LIMIT, "head_too_large", 431),
    (make_head(fields=[(b"A", b"b")] * 600), "too_many_headers", 431),
    (make_head(fields=[(b"Content-Length", b"10000000000")]), "body_too_large", 413),
    (make_head(fields=[(b"Transfer-Encoding", b"chunked")]) + b"zz\r\n", "bad_chunk", 400),
]  # fmt: skip


@pytest.mark.parametrize(("sent", "code", "status"), REFUSED, ids=[code for _sent, code, _status in REFUSED])
async def test_what_is_refused_is_seen(db: Path, sent: bytes, code: str, status: int) -> None:
    """A refused message is answered with its reason and is a row with the reason and its first bytes.

    Seen to fail with `Refusals.add` doing nothing.
    """
    async with running(db) as listener:
        answer = await listener.ask(sent)
        assert answer.status == status
        assert b"Connection: close" in answer.head
        await until(lambda: len(listener.rows()) == 1)
        row = listener.rows()[0]
        assert (row.refusal, row.reply_status, row.method, row.complete) == (code, status, "", False)
        raw = listener.capture(row.id).request.head
        assert raw == sent[: len(raw)]
        assert len(raw) == min(len(sent), RAW_LIMIT) or code == "head_too_large"
        await until(lambda: {"event": "refused", "reason": code, "count": 1, "last_id": 1} in listener.events)


async def test_a_body_over_the_limit(db: Path) -> None:
    """Refused at the declared length before a byte of it is read, chunked at the real one; taken at the limit."""
    limit = 1 << 20
    async with running(db, body_limit_mib=1) as listener:
        async with listener.client() as client:
            assert (
                await client.ask(make_head(fields=[(b"Content-Length", b"%d" % (limit + 1))]))
            ).status == 413
        assert (await listener.ask(make_chunked([b"x" * limit, b"y"]))).status == 413
        assert (await listener.ask(make_message(b"x" * limit))).status == 200
        assert (await listener.ask(make_chunked([b"x" * limit]))).status == 200
        await until(lambda: len(listener.rows()) == 4)
        assert [row.refusal for row in listener.rows()] == ["body_too_large", "body_too_large", "", ""]


async def test_large_heads_are_taken(db: Path) -> None:
    """A 64 KiB header and 400 headers are no reason to refuse."""
    async with running(db) as listener:
        for fields in (
            [(b"Authorization", b"Bearer " + b"a" * 65_536)],
            [(b"X-%d" % n, b"v") for n in range(400)],
        ):
            assert (await listener.ask(make_message(b"x", fields=fields))).status == 200


async def test_a_refused_sender_can_read_why(db: Path) -> None:
    """A sender that goes on writing still reads the answer: what it sends is taken and dropped for a while."""
    async with running(db, body_limit_mib=1) as listener, listener.client() as client:
        await client.send(make_head(fields=[(b"Content-Length", b"%d" % (50 << 20))]))
        for _ in range(32):
            await client.send(b"x" * 65_536)
        assert (await client.answer()).status == 413


@pytest.mark.usefixtures("short_limits")
async def test_deadlines(db: Path) -> None:
    """A head that does not end, a body that stops and an idle connection are each ended in time, with their reason.

    Seen to fail with the sweep taken out.
    """
    async with running(db) as listener:
        async with listener.client() as head, listener.client() as body, listener.client() as idle:
            await head.send(b"POST / HTTP/1.1\r\nHost: a\r\n")
            await body.send(make_message(b"12345")[:-1])
            await idle.ask(make_message(b"", b"/idle"))
            assert (await head.answer()).status == 408
            assert (await body.answer()).status == 408
            assert await idle.rest() == b""
        await until(lambda: len(listener.rows()) == 3)
        assert [
            (row.refusal, row.complete, row.reply_status)
            for row in sorted(listener.rows(), key=lambda r: r.refusal)
        ] == [
            ("", True, 200),
            ("", False, 408),
            ("head_timeout", False, 408),
        ]


async def test_nothing_of_a_request_comes_back(db: Path, caplog: pytest.LogCaptureFixture) -> None:
    """A canary in every place of a good and of a bad request is in no answer, no event and no log record.

    Seen to fail with the bad header's line put into the refusal's answer.
    """
    canary = b"CANARY1234"
    sent = [
        make_message(canary, b"/" + canary, [(b"Authorization", b"Bearer " + canary), (canary, b"1")]),
        make_head(fields=[(b"Authorization", b"Bearer " + canary + b"\x01")]),
        make_head(fields=[(b"Content-Length", canary)]),
        make_head(fields=[(b"Host", canary), (b"Host", canary)]),
        b"GET /" + canary + b"\r\n\r\n",
        canary + b"\xff\r\n\r\n",
        make_head(target=b"/" + canary, fields=[(b"Transfer-Encoding", b"chunked")]) + canary + b"\r\n",
    ]
    caplog.set_level("DEBUG")
    async with running(db) as listener:
        for message in sent:
            answer = await listener.ask(message)
            assert canary not in answer.raw
            assert b"X-Content-Type-Options: nosniff" in answer.head
            assert b"Content-Type: text/plain" in answer.head
        await until(lambda: len(listener.rows()) == len(sent))
    assert canary.decode() not in repr(listener.events)
    assert canary.decode() not in caplog.text
