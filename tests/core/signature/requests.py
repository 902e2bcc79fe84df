"""Requests for the signature tests, from the parts that vectors and SDKs speak of."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from garfio.core.http import Request

URL = "https://hooks.example.test/in"


def make_request(
    headers: Iterable[tuple[str, str]] = (), body: bytes = b"", *, method: str = "POST", url: str = URL
) -> Request:
    """A request as it arrives on the listener for a public URL."""
    parts = urlsplit(url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    lines = [
        f"{method} {target} HTTP/1.1",
        f"Host: {parts.netloc}",
        *(f"{name}: {value}" for name, value in headers),
    ]
    return Request(("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogateescape"), body)
