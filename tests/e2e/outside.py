"""The world outside: a real mail server and recording HTTP servers, on loopback."""

from __future__ import annotations

import email
import email.policy
import json
import logging
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Received:
    """A request as the server saw it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Peer:
    """An HTTP server that keeps what it gets; `statuses` are answered one after another, then 200."""

    url: str
    received: list[Received] = field(default_factory=list)
    statuses: list[int] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    """Answers wait until it is set."""

    def at(self, path: str) -> list[Received]:
        return [request for request in tuple(self.received) if request.path.startswith(path)]


@contextmanager
def http_peer() -> Iterator[Peer]:
    """A recording HTTP server."""

    class Handler(BaseHTTPRequestHandler):
        def handle_one_request(self) -> None:
            self.raw_requestline = self.rfile.readline(65536)
            if not self.raw_requestline or not self.parse_request():
                self.close_connection = True
                return
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            headers = {name.lower(): value for name, value in self.headers.items()}
            peer.received.append(Received(self.command, self.path, headers, body))
            peer.gate.wait(30)
            status = peer.statuses.pop(0) if peer.statuses else 200
            with suppress(OSError):
                self.wfile.write(
                    b"HTTP/1.1 %d Said\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok" % status
                )
            self.close_connection = True

        def log_message(self, *_arguments: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    peer = Peer(f"http://127.0.0.1:{server.server_address[1]}")
    peer.gate.set()
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield peer
    finally:
        peer.gate.set()
        server.shutdown()
        server.server_close()
        thread.join()


@dataclass
class MailServer:
    """A mail server that keeps what it gets."""

    port: int
    mails: list[tuple[list[str], EmailMessage]] = field(default_factory=list)

    def to(self, address: str) -> list[EmailMessage]:
        return [message for people, message in tuple(self.mails) if address in people]


@contextmanager
def mail_server(
    *,
    starttls: ssl.SSLContext | None = None,
    tls: ssl.SSLContext | None = None,
    login: tuple[str, str] | None = None,
) -> Iterator[MailServer]:
    """aiosmtpd on a free port; with `starttls` it takes nothing before that, with `tls` it is encrypted from the
    start, with `login` it wants that user and password."""
    from aiosmtpd.controller import Controller
    from aiosmtpd.smtp import AuthResult

    def authenticate(_server: Any, _session: Any, _envelope: Any, _way: str, data: Any) -> Any:
        fits = (data.login.decode(), data.password.decode()) == login
        return AuthResult(success=fits, handled=fits)  # what is not handled is refused with 535

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = MailServer(port)

    class Handler:
        async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
            message = email.message_from_bytes(envelope.content, policy=email.policy.default)
            assert isinstance(message, EmailMessage)
            server.mails.append((list(envelope.rcpt_tos), message))
            return "250 taken"

    options: dict[str, Any] = {}
    if login:
        options = {"authenticator": authenticate, "auth_required": True, "auth_require_tls": tls is None}
    if starttls:
        options |= {"tls_context": starttls, "require_starttls": True}
    logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # clients that hang up are what is tested
    controller = Controller(Handler(), hostname="127.0.0.1", port=port, ssl_context=tls, **options)
    controller.start()
    try:
        yield server
    finally:
        controller.stop()
