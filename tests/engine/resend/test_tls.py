"""TLS of targets against real servers: what is trusted, what is refused and in which words."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from tests.engine.resend.certificates import Authority, self_signed, server_context
from tests.engine.resend.peers import OK, doing, serving

from garfio.core.attempt import Failure, Response
from garfio.core.http import Request
from garfio.core.resend import make_outgoing
from garfio.core.target import Target, Tls
from garfio.engine.resend.sender import Sender
from garfio.engine.resend.sent import Sent

REQUEST = Request(b"POST /a HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n", b"ok")


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority.make(tmp_path_factory.mktemp("certificates"))


async def send(port: int, tls: Tls, host: str = "localhost") -> Sent:
    target = Target(url=f"https://{host}:{port}", tls=tls, connect_s=3, answer_s=3)
    return await Sender().send(make_outgoing(REQUEST, target), target)


def failure(sent: Sent) -> str:
    assert isinstance(sent.outcome, Failure), sent.outcome
    assert sent.outcome.kind == "tls"
    assert sent.outcome.sentence
    return sent.outcome.code


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
async def test_a_trusted_certificate(authority: Authority, host: str) -> None:
    async with serving(tls=server_context(authority.issue("good"))) as server:
        sent = await send(server.port, Tls(ca_file=str(authority.file)), host)
    assert sent.outcome == Response(OK[:-2], b"ok")
    assert server.seen == [REQUEST.to_bytes().replace(b"Host: a", f"Host: {host}:{server.port}".encode())]
    assert sent.peer.tls_version == "TLSv1.3"
    assert sent.peer.tls_cipher
    assert not sent.peer.unverified
    assert sent.timings.tls_us


@pytest.mark.parametrize(
    ("hosts", "days", "trusted", "code"),
    [
        (("localhost",), 30, False, "tls.unknown_authority"),
        (("localhost",), -1, True, "tls.expired"),
        (("other.example",), 30, True, "tls.wrong_name"),
    ],
)
async def test_a_bad_certificate(
    authority: Authority, hosts: tuple[str, ...], days: int, trusted: bool, code: str
) -> None:
    file = authority.issue(f"bad-{code}", hosts=hosts, days=days)
    async with serving(tls=server_context(file)) as server:
        sent = await send(server.port, Tls(ca_file=str(authority.file) if trusted else ""))
        assert failure(sent) == code
        skipped = await send(server.port, Tls(verify=False))
    assert isinstance(skipped.outcome, Response)
    assert skipped.peer.unverified
    assert len(server.seen) == 1


async def test_a_self_signed_certificate(tmp_path: Path) -> None:
    file = self_signed(tmp_path)
    async with serving(tls=server_context(file)) as server:
        assert failure(await send(server.port, Tls())) == "tls.self_signed"
        trusted = await send(server.port, Tls(ca_file=str(file)))
    assert isinstance(trusted.outcome, Response)


async def test_another_server_name(authority: Authority) -> None:
    """A certificate for the real host is accepted through a tunnel when the target names it."""
    async with serving(tls=server_context(authority.issue("named", hosts=("api.example",)))) as server:
        sent = await send(server.port, Tls(ca_file=str(authority.file), server_name="api.example"))
    assert isinstance(sent.outcome, Response)


@contextmanager
def strict_server(context: ssl.SSLContext) -> Iterator[int]:
    """A server on a thread that says in an alert why it refuses, as asyncio's does not; gives its port."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            connection.settimeout(5)
            wrapped = context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
            with suppress(OSError), wrapped:
                try:
                    wrapped.do_handshake()
                    wrapped.recv(65536)
                    wrapped.sendall(OK)
                except ssl.SSLError:
                    wrapped.shutdown(socket.SHUT_WR)
                    while wrapped.recv(65536):  # closed with bytes unread, the system would drop the alert
                        pass

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listening.getsockname()[1]
    finally:
        with suppress(OSError):
            listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
async def test_a_client_certificate(authority: Authority, tmp_path: Path, version: ssl.TLSVersion) -> None:
    """The right one is shown; none, or a stranger's, is said to be refused."""
    clients = Authority.make(tmp_path, "clients")
    context = server_context(authority.issue("strict"), client_authority=clients.file)
    context.maximum_version = version
    trust = str(authority.file)
    with strict_server(context) as port:
        shown = await send(port, Tls(ca_file=trust, certificate_file=str(clients.issue("me"))))
        none = await send(port, Tls(ca_file=trust))
        stranger = await send(port, Tls(ca_file=trust, certificate_file=str(authority.issue("stranger"))))
    assert isinstance(shown.outcome, Response)
    assert failure(none) == "tls.client_certificate"
    assert failure(stranger) == "tls.client_certificate"


async def test_plain_http_on_the_port() -> None:
    async def script(reader: object, writer: object) -> None:
        await reader.read(5)  # type: ignore[attr-defined]
        writer.write(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")  # type: ignore[attr-defined]

    async with serving(doing(script)) as server:
        assert failure(await send(server.port, Tls())) == "tls.plain"


async def test_a_handshake_that_is_broken_off() -> None:
    async def script(_reader: object, writer: object) -> None:
        writer.transport.abort()  # type: ignore[attr-defined]

    async with serving(doing(script)) as server:
        assert failure(await send(server.port, Tls())) == "tls"


@pytest.mark.parametrize(
    "tls", [Tls(ca_file="/no/such"), Tls(certificate_file="/no/such"), Tls(ca_file=__file__)]
)
async def test_files_that_cannot_be_read(tls: Tls) -> None:
    assert failure(await send(1, tls)) == "tls.files"


async def test_a_replaced_file_is_read_again(authority: Authority, tmp_path: Path) -> None:
    """A target's authority file that changes is used without a restart."""
    trust = tmp_path / "trust.pem"
    trust.write_bytes(Authority.make(tmp_path, "wrong").file.read_bytes())
    sender = Sender()
    async with serving(tls=server_context(authority.issue("renewed"))) as server:
        target = Target(url=f"https://localhost:{server.port}", tls=Tls(ca_file=str(trust)))
        first = await sender.send(make_outgoing(REQUEST, target), target)
        trust.write_bytes(authority.file.read_bytes())
        second = await sender.send(make_outgoing(REQUEST, target), target)
    assert failure(first) == "tls.unknown_authority"
    assert isinstance(second.outcome, Response)


async def test_an_encrypted_answer_that_breaks_off(authority: Authority) -> None:
    async def script(reader: object, writer: object) -> None:
        await reader.readuntil(b"\r\n\r\n")  # type: ignore[attr-defined]
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf")  # type: ignore[attr-defined]
        await writer.drain()  # type: ignore[attr-defined]
        writer.transport.abort()  # type: ignore[attr-defined]

    async with serving(doing(script), tls=server_context(authority.issue("cut"))) as server:
        outcome = (await send(server.port, Tls(ca_file=str(authority.file)))).outcome
    assert isinstance(outcome, Response)
    assert (outcome.body, outcome.cut) == (b"half", "closed")
