"""Objects for tests, with defaults that hold: requests, arrivals, the public payloads."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from garfio.core.capture import Arrival
from garfio.core.http import Request

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def make_head(
    method: bytes = b"POST",
    target: bytes = b"/hook",
    fields: Iterable[tuple[bytes, bytes]] = (),
    version: bytes = b"HTTP/1.1",
) -> bytes:
    """A head as on the wire, with a Host unless one is given."""
    lines = [method + b" " + target + b" " + version]
    given = list(fields)
    if not any(name.lower() == b"host" for name, _value in given):
        given.insert(0, (b"Host", b"localhost"))
    lines += [name + b": " + value for name, value in given]
    return b"\r\n".join(lines) + b"\r\n\r\n"


def make_message(
    body: bytes = b"",
    target: bytes = b"/hook",
    fields: Iterable[tuple[bytes, bytes]] = (),
    method: bytes = b"POST",
    version: bytes = b"HTTP/1.1",
) -> bytes:
    """A whole message with its Content-Length."""
    return make_head(method, target, [*fields, (b"Content-Length", b"%d" % len(body))], version) + body


def make_chunked(
    pieces: Iterable[bytes],
    trailers: Iterable[tuple[bytes, bytes]] = (),
    fields: Iterable[tuple[bytes, bytes]] = (),
    target: bytes = b"/hook",
) -> bytes:
    """A whole chunked message."""
    head = make_head(target=target, fields=[*fields, (b"Transfer-Encoding", b"chunked")])
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces)
    end = b"".join(name + b": " + value + b"\r\n" for name, value in trailers)
    return head + chunks + b"0\r\n" + end + b"\r\n"


def make_arrival(body: bytes = b"{}", target: bytes = b"/hook", **changes: Any) -> Arrival:
    """A capture on its way into the store."""
    request = changes.pop("request", None) or Request(make_message(body, target)[: -len(body) or None], body)
    values: dict[str, Any] = {
        "received_at_us": 1_700_000_000_000_000,
        "peer": "127.0.0.1:40312",
        "reply_status": 200,
        "content_type": "application/json",
        "size": len(body),
    }
    return Arrival(request, **{**values, **changes})


def make_refused(code: str = "tls", raw: bytes = b"\x16\x03\x01", **changes: Any) -> Arrival:
    """A refused message on its way into the store."""
    return make_arrival(
        request=Request(raw), refusal=code, complete=False, reply_status=400, size=len(raw), **changes
    )


def shared(*parts: str) -> Path:
    """A file of the public test data; skips the test where it is not there."""
    path = DATA.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"the public test data {path.name} is not on this machine")
    return path


def raw_requests() -> list[tuple[str, str, bytes]]:
    """(id, expectation, bytes) of the public collection of raw requests; empty where it is missing."""
    path = DATA / "http" / "raw-requests.jsonl"
    if not path.exists():
        return []
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return [
        (row["id"], row["expect"], base64.b64decode(row["raw_b64"]).replace(b"{{HOST}}", b"localhost:8800"))
        for row in rows
    ]


def real_payloads() -> list[tuple[str, str, bytes]]:
    """(name, content type, body) of all real deliveries of the public test data."""
    found: list[tuple[str, str, bytes]] = []
    events = json.loads(
        gzip.decompress(shared("payloads", "github-webhooks-examples-7.6.1.json.gz").read_bytes())
    )
    for event in events:
        for number, example in enumerate(event["examples"]):
            body = json.dumps(example, indent=2, ensure_ascii=False).encode()
            found.append((f"github/{event['name']}#{number}", "application/json", body))
    for file in ("slack-java-sdk-samples.jsonl.gz", "stripe-djstripe-events.jsonl.gz"):
        for line in gzip.decompress(shared("payloads", file).read_bytes()).splitlines():
            row = json.loads(line)
            found.append((row["file"], "application/json", base64.b64decode(row["body_b64"])))
    for form in json.loads(shared("payloads", "form-bodies.json").read_text("utf-8")):
        found.append((form["provider"], form["content_type"], form["body"].encode()))
    return found
