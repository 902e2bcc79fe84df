"""A real HTTP server on a thread that keeps what it gets."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

from garfio.core.http import Request


class Receiver(BaseHTTPRequestHandler):
    """Keeps what comes and answers 200, or what the path's last part says."""

    protocol_version = "HTTP/1.1"
    seen: ClassVar[list[tuple[str, list[tuple[str, str]], bytes]]] = []

    def do_GET(self) -> None:
        self.do_POST()

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append((self.path, list(self.headers.items()), body))
        status = self.path.rpartition("/")[2].partition("?")[0]
        self.send_response(int(status) if status.isdigit() else 200)
        self.send_header("Location", "/target" if "moved" in self.path else "http://127.0.0.1:1/")
        self.send_header("Content-Length", "4")
        self.end_headers()
        self.wfile.write(b"done")

    def log_message(self, *_: Any) -> None:
        """Nothing."""


def request_of(seen: tuple[str, list[tuple[str, str]], bytes]) -> Request:
    """A kept request as a message."""
    path, headers, body = seen
    head = f"POST {path} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in headers)
    return Request(head.encode("latin-1") + b"\r\n", body)


@contextmanager
def receiving() -> Iterator[str]:
    """Serve until the block ends; gives the URL."""
    Receiver.seen.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
