"""Requests for the export tests, and a loopback server that shows what a program really sends."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterable
from typing import Self

from garfio.core.export.context import Context
from garfio.core.http import Request

CONTEXT = Context(
    base_url="http://127.0.0.1:8800",
    id=7,
    received_at_us=1_700_000_000_123_456,
    peer="127.0.0.1:40312",
    endpoint="/hook",
    provider="stripe",
    event_type="invoice.paid",
    delivery_id="evt_1",
    verdict="valid",
    reply_status=200,
    reply_us=3000,
)


def make_request(
    body: bytes = b"",
    headers: Iterable[tuple[bytes, bytes]] = (),
    *,
    method: bytes = b"POST",
    target: bytes = b"/hook",
    version: bytes = b"HTTP/1.1",
) -> Request:
    """A request whose Content-Length is right, in wire form; no length when there is no body."""
    fields = [(b"Host", b"127.0.0.1:8800"), *headers]
    if body:
        fields.append((b"Content-Length", b"%d" % len(body)))
    lines = b"".join(name + b": " + value + b"\r\n" for name, value in fields)
    return Request(method + b" " + target + b" " + version + b"\r\n" + lines + b"\r\n", body)


class Recorder:
    """Accepts one connection after another and keeps the request that came over each."""

    def __init__(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        # A program may have to be compiled first.
        self._listener.settimeout(120)
        self.base_url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        self._listener.close()

    def expect(self) -> Expected:
        """Serve one request in the background; its `result` waits for it."""
        return Expected(self._listener)


class Expected:
    """One request that is still to come."""

    def __init__(self, listener: socket.socket) -> None:
        self._request: Request | None = None
        self._thread = threading.Thread(target=self._serve, args=(listener,), daemon=True)
        self._thread.start()

    def result(self) -> Request:
        """The request, once it has come."""
        self._thread.join(10)
        assert self._request is not None, "nothing was sent"
        return self._request

    def _serve(self, listener: socket.socket) -> None:
        connection, _ = listener.accept()
        with connection:
            connection.settimeout(10)
            data = b""
            while b"\r\n\r\n" not in data:
                data += connection.recv(65536)
            head, _, body = data.partition(b"\r\n\r\n")
            request = Request(head + b"\r\n\r\n")
            length = int(request.headers.text("content-length") or 0)
            while len(body) < length:
                body += connection.recv(65536)
            connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            self._request = Request(request.head, body)


def fields_but(request: Request, *names: bytes) -> list[tuple[bytes, bytes]]:
    """The header fields in order, without some."""
    return [(name, value) for name, value in request.headers if name.lower() not in names]
