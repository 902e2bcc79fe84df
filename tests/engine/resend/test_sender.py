"""The exact sender against real sockets: what arrives, what comes back, and everything that goes wrong."""

from __future__ import annotations

import asyncio
import gzip
import socket
import struct
from collections.abc import Callable

import pytest
from aiohttp import web
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.engine.resend.peers import OK, Answer, Server, answering, doing, read_request, serving

from garfio.core.attempt import Failure, Response
from garfio.core.http import Request
from garfio.core.outgoing import Changes
from garfio.core.resend import make_outgoing
from garfio.core.target import Target
from garfio.engine.resend import exact
from garfio.engine.resend.own import OwnListener
from garfio.engine.resend.sender import Sender
from garfio.engine.resend.sent import Sent

HEAD = (
    b"POST /p/%41/..?q=%27 HTTP/1.1\r\nhOsT: hooks.example.com\r\nX-Dup: 1\r\nx-dup:  2 \r\n"
    b"X-Raw: \xff caf\xc3\xa9\r\nContent-Length: 4\r\n\r\n"
)
REQUEST = Request(HEAD, b"\x00\xff\r\n")
CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
EARLY = b"HTTP/1.1 103 Early\r\nLink: x\r\n\r\nHTTP/1.1 100 C\r\n\r\n"


async def send(url: str, request: Request = REQUEST, target: Target | None = None, **fields: object) -> Sent:
    target = target or Target(url=url, connect_s=3, answer_s=3)
    return await Sender(**fields).send(make_outgoing(request, target), target)  # type: ignore[arg-type]


async def test_what_arrives_is_what_was_captured() -> None:
    """Raw path, header case, order, repeats, blanks and bytes reach the target; only Host differs."""
    async with serving() as server:
        sent = await send(server.url)
    host = f"127.0.0.1:{server.port}".encode()
    assert server.seen == [REQUEST.to_bytes().replace(b"hooks.example.com", host)]
    assert sent.outcome == Response(OK[:-2], b"ok")
    assert sent.peer.address == f"127.0.0.1:{server.port}"
    timings = sent.timings
    assert timings.tls_us is None
    assert None not in (timings.dns_us, timings.connect_us, timings.first_byte_us)
    assert timings.total_us >= (timings.first_byte_us or 0) > 0


NAME = st.text("abcXYZ019-_.!", min_size=1, max_size=8).map(lambda text: b"x" + text.encode())
VALUE = st.binary(max_size=20).map(lambda raw: bytes(b for b in raw if b >= 0x20 and b != 0x7F))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    fields=st.lists(st.tuples(NAME, VALUE), max_size=8),
    path=st.binary(max_size=20).map(lambda raw: bytes(b for b in raw if 0x20 < b != 0x7F)),
    body=st.binary(max_size=200),
    chunks=st.lists(st.integers(1, 50), max_size=4),
    chunked=st.booleans(),
)
def test_generated_requests_arrive_exactly(
    fields: list[tuple[bytes, bytes]], path: bytes, body: bytes, chunks: list[int], chunked: bool
) -> None:
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in fields)
    if chunked:
        raw, at = b"", 0
        for size in chunks:
            piece = body[at : at + size]
            raw += b"%x\r\n%s\r\n" % (len(piece), piece) if piece else b""
            at += size
        rest = body[at:]
        raw += (b"%X;x=y\r\n%s\r\n" % (len(rest), rest) if rest else b"") + b"0\r\nX-T: 1\r\n\r\n"
        framing = b"Transfer-Encoding: chunked\r\n"
    else:
        raw, framing = body, b"Content-Length: %d\r\n" % len(body)
    message = b"POST /" + path + b" HTTP/1.1\r\nHost: a\r\n" + lines + framing + b"\r\n" + raw

    async def exchange() -> tuple[list[bytes], int]:
        async with serving() as server:
            sent = await send(server.url, Request.from_bytes(message))
            assert isinstance(sent.outcome, Response)
            return server.seen, server.port

    seen, port = asyncio.run(exchange())
    assert seen == [message.replace(b"Host: a\r\n", b"Host: 127.0.0.1:%d\r\n" % port, 1)]


async def test_a_large_body_arrives_whole() -> None:
    body = bytes(range(256)) * 4096 * 3
    request = Request(b"PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % len(body), body)
    async with serving() as server:
        sent = await send(server.url, request)
    assert isinstance(sent.outcome, Response)
    assert server.seen[0].endswith(body)


@pytest.mark.parametrize(
    ("answer", "status", "body", "cut"),
    [
        (CHUNKED + b"2\r\nab\r\n1;x\r\nc\r\n0\r\nT: 1\r\n\r\n", 200, b"abc", ""),
        (EARLY + b"HTTP/1.1 202 A\r\nContent-Length: 0\r\n\r\n", 202, b"", ""),
        (b"HTTP/1.1 204 None\r\n\r\n", 204, b"", ""),
        (b"HTTP/1.1 304 Same\r\nContent-Length: 99\r\n\r\n", 304, b"", ""),
        (b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", 302, b"", ""),
        (b"HTTP/1.1 500 \r\nContent-Length: 1\r\n\r\nx", 500, b"x", ""),
        (b"HTTP/1.1 299 \xff\xfe\r\nX: \xff\r\nContent-Length: 0\r\n\r\n", 299, b"", ""),
        (b"HTTP/1.0 200 OK\nA: b\nContent-Length: 1\n\nx", 200, b"x", ""),
    ],
)  # fmt: skip
async def test_answers(answer: bytes, status: int, body: bytes, cut: str) -> None:
    async with serving(answering(answer)) as server:
        outcome = (await send(server.url)).outcome
    assert isinstance(outcome, Response), outcome
    assert (outcome.status, outcome.body, outcome.cut) == (status, body, cut)
    assert outcome.head in answer
    assert server.seen[1:] == []


async def test_an_answer_to_head_has_no_body() -> None:
    async with serving(answering(b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")) as server:
        outcome = (await send(server.url, Request(b"HEAD / HTTP/1.1\r\nHost: a\r\n\r\n"))).outcome
    assert isinstance(outcome, Response)
    assert (outcome.body, outcome.cut) == (b"", "")


def closing(data: bytes, *, reset: bool = False) -> Callable[[Server], Answer]:
    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(data)
        await writer.drain()
        if reset:
            raw = writer.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
        writer.close()

    return doing(script)


PARTIAL = b"HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nhalf"


@pytest.mark.parametrize(
    ("of", "expected"),
    [
        (closing(b""), ("closed", "")),
        (closing(b"", reset=True), ("reset", "")),
        (closing(b"HTTP/1.1 200 OK\r\nA"), ("protocol", "")),
        (closing(b"SSH-2.0-OpenSSH_9.2\r\n\r\n"), ("protocol", "")),
        (closing(b"\x16\x03\x01\x00\x00"), ("protocol", "")),
        (closing(b"HTTP/1.1 200 OK\r\nBad Header: x\r\n\r\n"), ("protocol", "")),
        (closing(b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx"), ("protocol", "")),
        (closing(b"HTTP/1.1 101 Switch\r\nUpgrade: x\r\n\r\n"), ("protocol", "")),
        (closing(b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000), ("protocol", "protocol.too_large")),
        (closing(b"HTTP/1.1 100 C\r\n\r\n" * 1000), ("protocol", "")),
        (closing(PARTIAL), "closed"),
        (closing(PARTIAL, reset=True), "reset"),
        (closing(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\nzz\r\n"), "broken"),
        (closing(b"HTTP/1.0 200 OK\r\n\r\nto the end"), ""),
    ],
)
async def test_what_is_no_whole_answer(
    of: Callable[[Server], Answer], expected: tuple[str, str] | str
) -> None:
    """Without a status it is a failure with its kind; with one, an answer that says where it broke off."""
    async with serving(of) as server:
        outcome = (await send(server.url)).outcome
    if isinstance(expected, tuple):
        assert isinstance(outcome, Failure), outcome
        assert (outcome.kind, outcome.code) == expected
        assert outcome.sentence
    else:
        assert isinstance(outcome, Response), outcome
        assert (outcome.status, outcome.cut) == (200, expected)
        assert outcome.body in (b"half", b"to the end", b"")


async def _endless(writer: asyncio.StreamWriter, head: bytes, piece: bytes) -> None:
    writer.write(head)
    while True:
        writer.write(piece)
        await writer.drain()


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 1073741824\r\n\r\n", b"x" * 65536),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"x" * 65536 + b"\r\n"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536),
    ],
    ids=["1 GB", "endless chunks", "until close"],
)
async def test_an_endless_answer_is_cut(head: bytes, piece: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exact, "BODY_LIMIT", 200_000)

    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        await _endless(writer, head, piece)

    async with serving(doing(script)) as server:
        outcome = (await send(server.url)).outcome
    assert isinstance(outcome, Response)
    assert (len(outcome.body), outcome.cut) == (200_000, "limit")


async def test_a_gzip_bomb_stays_packed() -> None:
    bomb = gzip.compress(bytes(20 << 20), mtime=0)
    answer = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(bomb)
    async with serving(answering(answer + bomb)) as server:
        outcome = (await send(server.url)).outcome
    assert isinstance(outcome, Response)
    assert outcome.body == bomb


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (b"", ("timeout", "timeout.answer")),
        (b"HTTP/1.1 200 O", ("timeout", "timeout.answer")),
        (PARTIAL, "timeout"),
    ],
    ids=["stalls", "stalls in the head", "stalls in the body"],
)
async def test_a_slow_target(first: bytes, expected: tuple[str, str] | str) -> None:
    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(first)
        await writer.drain()
        await reader.read()

    async with serving(doing(script)) as server:
        sent = await send(server.url, target=Target(url=server.url, answer_s=0.15))
    assert sent.timings.total_us < 2_000_000
    if isinstance(expected, str):
        assert isinstance(sent.outcome, Response)
        assert (sent.outcome.cut, sent.outcome.body) == (expected, b"half")
    else:
        assert isinstance(sent.outcome, Failure)
        assert (sent.outcome.kind, sent.outcome.code) == expected


async def test_a_target_that_drips_does_not_beat_the_deadline() -> None:
    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
        while True:
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.01)

    async with serving(doing(script)) as server:
        sent = await send(server.url, target=Target(url=server.url, answer_s=0.2))
    assert isinstance(sent.outcome, Response)
    assert sent.outcome.cut == "timeout"


@pytest.mark.parametrize("then_reset", [False, True])
async def test_an_early_answer_to_a_large_body_is_read(then_reset: bool) -> None:
    """A target that answers 413 and stops reading is not reported as a broken connection."""

    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n")
        await writer.drain()
        if not then_reset:
            await asyncio.sleep(10)

    body = bytes(8 << 20)
    request = Request(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % len(body), body)
    async with serving(doing(script)) as server:
        outcome = (await send(server.url, request)).outcome
    assert isinstance(outcome, Response)
    assert outcome.status == 413


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://127.0.0.1:{port}", "refused"),
        ("http://localhost:{port}", "refused"),
        ("http://[::1]:{port}", "refused"),
        ("http://no-such-host.invalid:{port}", "dns"),
    ],
)
async def test_no_connection(url: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    if kind == "dns":
        monkeypatch.setattr(asyncio.get_running_loop(), "getaddrinfo", unknown)
    sent = await send(url.format(port=_free_port()))
    assert isinstance(sent.outcome, Failure)
    assert sent.outcome.kind == kind
    assert sent.peer.address == ""


async def test_a_target_that_takes_no_connection() -> None:
    """A full backlog drops the handshake: the connect deadline ends it."""
    with socket.socket() as full:
        full.bind(("127.0.0.1", 0))
        full.listen(0)
        port = full.getsockname()[1]
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", port))
        url = f"http://127.0.0.1:{port}"
        sent = await send(url, target=Target(url=url, connect_s=0.2, answer_s=5))
        for filler in fillers:
            filler.close()
    assert sent.outcome == Failure("timeout", "timeout.connect")


@pytest.mark.parametrize(("host", "address"), [("127.0.0.1", "127.0.0.1"), ("::1", "[::1]")])
async def test_localhost_is_either_address(host: str, address: str) -> None:
    """A server on one of the two loopback addresses is found, and said."""
    async with serving(host=host) as server:
        sent = await send(f"http://localhost:{server.port}")
    assert isinstance(sent.outcome, Response)
    assert sent.peer.address == f"{address}:{server.port}"
    assert sent.peer.tried == (() if host == "::1" else (f"[::1]:{server.port}",))


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "127.1.2.3", "[::1]", "[::ffff:127.0.0.1]"])
async def test_a_loop_to_our_own_listener_is_stopped(name: str) -> None:
    async with serving() as server:
        url = f"http://{name}:{server.port}"
        sent = await send(url, own=lambda: OwnListener("", server.port))
        assert sent.outcome == Failure("loop")
    assert server.seen == []


async def test_cancelling_ends_the_connection() -> None:
    arrived = asyncio.Event()

    async def script(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        arrived.set()
        await reader.read()

    async with serving(doing(script)) as server:
        task = asyncio.get_running_loop().create_task(send(server.url))
        await arrived.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_a_real_server_takes_it() -> None:
    """aiohttp's server reads a chunked, edited and repeated message as meant."""
    taken: list[tuple[str, bytes, list[tuple[bytes, bytes]]]] = []

    async def handle(request: web.BaseRequest) -> web.Response:
        taken.append((request.raw_path, await request.read(), list(request.raw_headers)))  # type: ignore[attr-defined]
        return web.Response(text="taken", status=201)

    runner = web.ServerRunner(web.Server(handle))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    port = runner.addresses[0][1]
    raw = b"POST /a%41?b HTTP/1.1\r\nHost: x\r\nA: 1\r\na: 2\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"
    target = Target(url=f"http://127.0.0.1:{port}")
    request = Request.from_bytes(raw)
    for changes in (Changes(), Changes(body=b"other")):
        outgoing = make_outgoing(request, target, changes)
        outcome = (await Sender().send(outgoing, target)).outcome
        assert isinstance(outcome, Response)
        assert (outcome.status, outcome.body) == (201, b"taken")
    await runner.cleanup()
    assert [(path, body) for path, body, _ in taken] == [("/a%41?b", b"abc"), ("/a%41?b", b"other")]
    assert [pair for pair in taken[0][2] if pair[0].lower() == b"a"] == [(b"A", b"1"), (b"a", b"2")]
