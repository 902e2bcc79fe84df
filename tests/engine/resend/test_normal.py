"""The normal way of sending, on the wire and through real proxies."""

from __future__ import annotations

import asyncio
import base64
import socket
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.engine.resend.certificates import Authority, server_context
from tests.engine.resend.conftest import Store, captured
from tests.engine.resend.peers import OK, answering, doing, read_request, serving
from tests.engine.resend.proxies import proxying
from tests.engine.resend.test_sender import NAME, VALUE

from garfio.core.attempt import Failure, Response
from garfio.core.http import Request
from garfio.core.normal import as_normal
from garfio.core.resend import make_outgoing
from garfio.core.target import Target, Tls
from garfio.engine.resend import normal
from garfio.engine.resend.desk import ResendDesk
from garfio.engine.resend.own import OwnListener
from garfio.engine.resend.sender import Sender
from garfio.engine.resend.sent import Sent

MESSAGE = (
    b"POST /p/%41?q HTTP/1.1\r\nHost: a\r\nX-Dup: 1\r\nx-dup: 2\r\nX-Raw: \xff\r\nContent-Length: 2\r\n\r\n{}"
)


@pytest.fixture(autouse=True)
def no_proxy_around(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


async def send(url: str, raw: bytes = MESSAGE, **fields: object) -> Sent:
    target = Target(url=url, sending="normal", connect_s=3, answer_s=3, **fields)  # type: ignore[arg-type]
    return await Sender().send(as_normal(make_outgoing(Request.from_bytes(raw), target)), target)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    method=st.sampled_from(("GET", "POST", "put", "DELETE", "PURGE", "OPTIONS")),
    fields=st.lists(st.tuples(NAME, VALUE), max_size=8),
    path=st.binary(max_size=20).map(lambda raw: bytes(b for b in raw if 0x20 < b != 0x7F)),
    body=st.binary(max_size=200),
    chunked=st.booleans(),
)
def test_what_arrives_is_what_was_foretold(
    method: str, fields: list[tuple[bytes, bytes]], path: bytes, body: bytes, chunked: bool
) -> None:
    """The message that the preview shows is, byte for byte, what the client sends, and what is recorded."""
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in fields)
    framed = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body) if chunked and body else body
    length = b"Transfer-Encoding: chunked\r\n" if chunked and body else b"Content-Length: %d\r\n" % len(body)
    raw = (
        method.encode() + b" /" + path + b" HTTP/1.1\r\n" + lines + b"Host: a\r\n" + length + b"\r\n" + framed
    )

    async def exchange() -> None:
        async with serving() as server:
            target = Target(url=server.url, sending="normal")
            outgoing = as_normal(make_outgoing(Request.from_bytes(raw), target))
            sent = await Sender().send(outgoing, target)
            assert isinstance(sent.outcome, Response), sent.outcome
            assert server.seen == [outgoing.request.to_bytes()]
            assert sent.request == outgoing.request

    asyncio.run(exchange())


async def test_an_answer_is_kept_as_it_came() -> None:
    """Field names, repeats and packed bodies are not touched; times and peer are there."""
    head = b"HTTP/1.1 201 Made it\r\nX-a: 1\r\nx-A: 2\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\n"
    async with serving(answering(head + b"\x1f\x8b\x00")) as server:
        sent = await send(server.url)
    assert sent.outcome == Response(head, b"\x1f\x8b\x00")
    assert (sent.peer.address, sent.peer.normal, sent.peer.proxy) == (f"127.0.0.1:{server.port}", True, "")
    timings = sent.timings
    assert None not in (timings.dns_us, timings.connect_us, timings.first_byte_us)
    assert timings.total_us >= (timings.first_byte_us or 0) > 0


async def test_a_large_body_arrives_whole() -> None:
    body = bytes(range(256)) * 4096 * 3
    async with serving() as server:
        sent = await send(
            server.url, b"PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
        )
    assert isinstance(sent.outcome, Response)
    assert server.seen[0].endswith(body)


# --- proxies
# ----------------------------------------------------------------------------------------------------------


async def test_through_the_targets_proxy() -> None:
    """A host that only the proxy knows is reached; the request as sent names it whole."""
    async with serving() as server, proxying() as proxy:
        sent = await send(f"http://staging.invalid:{server.port}", proxy=proxy.url)
    assert sent.outcome == Response(OK[:-2], b"ok")
    assert (sent.peer.proxy, sent.peer.address) == (proxy.url, f"127.0.0.1:{proxy.port}")
    place = f"staging.invalid:{server.port}".encode()
    assert sent.request is not None
    assert proxy.seen == [sent.request.to_bytes()]
    assert proxy.seen[0].startswith(b"POST http://" + place + b"/p/%41?q HTTP/1.1\r\nHost: " + place)


async def test_through_a_tunnel(tmp_path: Path) -> None:
    """https goes through CONNECT; the proxy sees the host's name and nothing of the message."""
    authority = Authority.make(tmp_path)
    tls = server_context(authority.issue("server", hosts=("staging.invalid",)))
    async with serving(tls=tls) as server, proxying() as proxy:
        url = f"https://staging.invalid:{server.port}"
        sent = await send(url, proxy=proxy.url, tls=Tls(ca_file=str(authority.file)))
        refused = await send(url, proxy=proxy.url)
    assert sent.outcome == Response(OK[:-2], b"ok")
    assert sent.peer.tls_version == "TLSv1.3"
    assert not sent.peer.unverified
    assert sent.request is not None
    assert server.seen == [sent.request.to_bytes()]
    assert proxy.seen[0].startswith(f"CONNECT staging.invalid:{server.port} HTTP/1.1\r\n".encode())
    assert b"X-Dup" not in proxy.seen[0]
    assert isinstance(refused.outcome, Failure)
    assert refused.outcome.code == "tls.unknown_authority"


@pytest.mark.parametrize(
    ("names", "through"),
    [
        ({"HTTP_PROXY": "{proxy}"}, True),
        ({"http_proxy": "{proxy}"}, True),
        ({"ALL_PROXY": "{proxy}"}, True),
        ({"HTTP_PROXY": "{place}"}, True),
        ({"HTTPS_PROXY": "{proxy}"}, False),
        ({"HTTP_PROXY": "{proxy}", "NO_PROXY": "other.invalid,.invalid"}, False),
        ({"HTTP_PROXY": "{proxy}", "NO_PROXY": "*"}, False),
        ({"HTTP_PROXY": "{proxy}", "NO_PROXY": "elsewhere"}, True),
    ],
)
async def test_the_environments_proxy(
    names: dict[str, str], through: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with serving() as server, proxying() as proxy:
        for name, value in names.items():
            monkeypatch.setenv(name, value.format(proxy=proxy.url, place=f"127.0.0.1:{proxy.port}"))
        sent = await send(f"http://staging.invalid:{server.port}")
        local = await send(server.url)
    assert isinstance(sent.outcome, Response) == through
    assert (sent.peer.proxy == proxy.url) == through
    assert isinstance(local.outcome, Response)
    assert local.peer.proxy == "", "this machine needs no proxy"


async def test_a_proxy_that_wants_credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """They come from the environment, go to the proxy alone, and are recorded nowhere."""
    async with serving() as server, proxying("ann:p@ss") as proxy:
        url = f"http://staging.invalid:{server.port}"
        refused = await send(url, proxy=proxy.url)
        tunnel = await send(url.replace("http:", "https:"), proxy=proxy.url)
        monkeypatch.setenv("HTTP_PROXY", proxy.url.replace("//", "//ann:p%40ss@"))
        sent = await send(url)
    assert isinstance(refused.outcome, Response)
    assert refused.outcome.status == 407
    assert isinstance(tunnel.outcome, Failure)
    assert tunnel.outcome.code == "proxy.credentials"
    assert isinstance(sent.outcome, Response)
    assert sent.outcome.status == 200
    assert sent.peer.proxy == proxy.url
    hidden = base64.b64encode(b"ann:p@ss")
    assert hidden in proxy.seen[-1]
    assert sent.request is not None
    assert hidden not in sent.request.to_bytes()


async def test_a_proxy_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    sent = await send("http://staging.invalid", proxy=f"http://127.0.0.1:{port}")
    assert isinstance(sent.outcome, Failure)
    assert sent.outcome.kind == "proxy"
    monkeypatch.setenv("HTTP_PROXY", "socks5://127.0.0.1:1080")
    sent = await send("http://staging.invalid")
    assert isinstance(sent.outcome, Failure)
    assert sent.outcome.code == "proxy.kind"


# --- what goes wrong
# --------------------------------------------------------------------------------------------------


async def _drip(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await read_request(reader)
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab")


async def _stall(reader: asyncio.StreamReader, _writer: asyncio.StreamWriter) -> None:
    await reader.read()


async def _speak_first(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (answering(b""), ""),
        (answering(b"nonsense\r\n\r\n"), "protocol"),
        (answering(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nab"), "closed"),
        (answering(b"HTTP/1.1 200 OK\r\n\r\nab"), "whole"),
    ],
)
async def test_what_is_no_whole_answer(answer: object, expected: str) -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await answer(server)(reader, writer)  # type: ignore[operator]
        writer.close()

    async with serving(doing(cut)) as server:
        outcome = (await send(server.url)).outcome
    if isinstance(outcome, Response):
        assert (outcome.body, outcome.cut or "whole") == (b"ab", expected)
    else:
        assert outcome.kind == (expected or "closed")


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        (b"", None),
        (b"HTTP/1.1 200 OK\r\nX-A: ", None),
        (OK[:-1], b"o"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", b"ab"),
        (b"HTTP/1.1 200 OK\r\n\r\nab", b"ab"),
    ],
)
async def test_a_reset(before: bytes, kept: bytes | None) -> None:
    """Before an answer it is a failure; inside one, what there is of it is kept."""

    async def reset(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(before)
        await writer.drain()
        writer.get_extra_info("socket").setsockopt(
            socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
        )
        writer.transport.abort()

    async with serving(doing(reset)) as server:
        outcome = (await send(server.url)).outcome
    if isinstance(outcome, Response):
        assert (outcome.body, outcome.cut) == (kept, "reset")
    else:
        assert (outcome.kind, kept) == ("reset", None)


async def test_a_slow_target() -> None:
    """Without an answer it is a time-out; with half of one, that half is kept."""
    async with serving(doing(_stall)) as silent, serving(doing(_drip)) as slow:
        target = {"sending": "normal", "answer_s": 0.3}
        sender = Sender()
        found = []
        for server in (silent, slow):
            place = Target(url=server.url, **target)  # type: ignore[arg-type]
            found.append(
                (await sender.send(make_outgoing(Request.from_bytes(MESSAGE), place), place)).outcome
            )
    assert found[0] == Failure("timeout", "timeout.answer")
    assert isinstance(found[1], Response)
    assert (found[1].body, found[1].cut) == (b"ab", "timeout")


async def test_no_connection() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    outcome = (await send(f"http://127.0.0.1:{port}")).outcome
    assert isinstance(outcome, Failure)
    assert outcome.kind == "refused"
    async with serving(doing(_speak_first)) as server:
        plain = (await send(f"https://127.0.0.1:{server.port}")).outcome
        assert isinstance(plain, Failure)
        assert plain.kind == "tls"


async def test_an_endless_answer_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(normal, "BODY_LIMIT", 200_000)

    async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        while True:
            writer.write(b"4000\r\n" + bytes(0x4000) + b"\r\n")
            await writer.drain()

    async with serving(doing(endless)) as server:
        outcome = (await send(server.url)).outcome
    assert isinstance(outcome, Response)
    assert (len(outcome.body), outcome.cut) == (200_000, "limit")


async def test_a_loop_to_our_own_listener_is_stopped() -> None:
    async with serving() as server, proxying() as proxy:
        own = OwnListener("127.0.0.1", server.port)
        sender = Sender(lambda: own)
        for through in ("", proxy.url):
            target = Target(url=f"http://localhost:{server.port}", sending="normal", proxy=through)
            sent = await sender.send(make_outgoing(Request.from_bytes(MESSAGE), target), target)
            assert sent.outcome == Failure("loop")
    assert server.seen == proxy.seen == []


async def test_what_is_recorded(store: Store, desk: ResendDesk) -> None:
    """The ledger has the message as the client sent it, through a proxy and over a redirect too."""
    (capture,) = store(captured(b'{"a":1}'))
    async with serving() as last, proxying() as proxy:
        moved = (
            b"HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:%d/b\r\nContent-Length: 0\r\n\r\n" % last.port
        )
        async with serving(answering(moved)) as first:
            target = Target("staging", first.url, sending="normal", proxy=proxy.url, follow=1)
            preview = await desk.preview(capture, target)
            (row,) = await desk.resend([capture], target)
            attempt = await desk.attempt(row.id)
    assert row.passed
    assert proxy.seen == [attempt.request.to_bytes(), attempt.hops[0].request.to_bytes()]
    assert attempt.request.to_bytes() == preview.request.to_bytes().replace(
        b" /hook", f" {first.url}/hook".encode()
    )
    assert [one.name for one in preview.differences if one.reason == "client"] == ["X-A"]
    assert (attempt.peer.normal, attempt.peer.proxy) == (True, proxy.url)
