"""One example event of a provider, with fresh ids and times each time it is made.

Bodies are the provider's documented shape with made-up people and shops. A placeholder gives the same value
wherever it stands in one event: `{{int:12}}` digits, `{{hex:24}}`, `{{token:24}}` letters and digits, `{{uuid}}`,
`{{unix}}`, `{{unix_ms}}`, `{{iso}}`; a last part tells two of a kind apart (`{{hex:24:b}}`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from garfio.core.http import Request

_PLACEHOLDER = re.compile(r"\{\{(\w+)(?::(\d+))?(?::\w+)?\}\}")
_ALPHABETS = {
    "int": "0123456789",
    "hex": "0123456789abcdef",
    "token": "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789",
}
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Sample:
    """A provider's example event."""

    provider: str
    """Id of `core.signature.CATALOG`."""
    name: str
    """The event in a form for the command line: `orders-create`."""
    event: str
    """The provider's own name for the event type; empty when it has none."""
    body: str
    """JSON or form text with placeholders."""
    headers: tuple[tuple[str, str], ...] = ()
    """What the provider sends besides Host, Content-Type, User-Agent and the signature; values may hold
    placeholders."""
    content_type: str = JSON
    user_agent: str = ""

    @property
    def key(self) -> str:
        """As the command line names it, `shopify/orders-create`."""
        return f"{self.provider}/{self.name}"


def make_request(sample: Sample, *, now_unix: float, random: Callable[[], float], path: str = "") -> Request:
    """The event as a message to `path`, else to `/PROVIDER`, unsigned; `random` gives numbers in [0, 1)."""
    values: dict[str, str] = {}

    def fill(text: str) -> str:
        def value(match: re.Match[str]) -> str:
            if match[0] not in values:
                values[match[0]] = _value(match[1], int(match[2] or 0), now_unix, random)
            return values[match[0]]

        return _PLACEHOLDER.sub(value, text)

    body = fill(sample.body).encode()
    fields = [
        ("Host", "localhost"),
        ("User-Agent", sample.user_agent or f"{sample.provider}-webhooks/1.0"),
        ("Content-Type", sample.content_type),
        *((name, fill(value)) for name, value in sample.headers),
        ("Content-Length", str(len(body))),
    ]
    head = f"POST {path or f'/{sample.provider}'} HTTP/1.1\r\n" + "".join(
        f"{name}: {value}\r\n" for name, value in fields
    )
    return Request(head.encode() + b"\r\n", body)


def _value(kind: str, length: int, now_unix: float, random: Callable[[], float]) -> str:
    if kind == "uuid":
        digits = _draw("hex", 32, random)
        return f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}"
    if kind == "unix":
        return str(int(now_unix))
    if kind == "unix_ms":
        return str(int(now_unix * 1000))
    if kind == "iso":
        return datetime.fromtimestamp(now_unix, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return _draw(kind, length, random)


def _draw(kind: str, length: int, random: Callable[[], float]) -> str:
    alphabet = _ALPHABETS[kind]
    text = "".join(alphabet[int(random() * len(alphabet))] for _ in range(length))
    return "1" + text[1:] if kind == "int" and text.startswith("0") else text
