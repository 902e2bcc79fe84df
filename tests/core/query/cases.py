"""Captures and queries that the tests of the Python and the SQL form share."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.headers import decode_value
from garfio.core.http import Request
from garfio.core.query import Marks

DATA = Path(__file__).parents[3].parent / "shared" / "data"
"""Public test data; tests that need it skip without."""
NOW_US = 1_793_620_000_000_000
"""2026-11-02 11:06:40 UTC."""


@dataclass(frozen=True)
class Case:
    """A capture with its marks."""

    capture: Capture
    marks: Marks = field(default_factory=Marks)


def make_case(
    body: bytes = b"",
    headers: tuple[tuple[bytes, bytes], ...] = (),
    target: bytes = b"/hook",
    method: str = "POST",
    marks: Marks | None = None,
    **row: Any,
) -> Case:
    """A capture whose summary agrees with its message."""
    fields = b"".join(name + b": " + value + b"\r\n" for name, value in headers)
    request = Request(method.encode() + b" " + target + b" HTTP/1.1\r\n" + fields + b"\r\n", body)
    values: dict[str, Any] = {
        "id": CaptureId(1),
        "refusal": "",
        "repeats": 0,
        "received_at_us": NOW_US - 60_000_000,
        "method": method,
        "target": target,
        "http_version": "HTTP/1.1",
        "peer": "127.0.0.1:40312",
        "content_type": decode_value(request.headers.get("content-type") or b""),
        "size": len(body),
        "reply_status": 200,
        "reply_us": 1500,
        "endpoint": "",
        "provider": "",
        "event_type": "",
        "delivery_id": "",
        "verdict": "",
        "complete": True,
        "source": "listener",
        "unread": True,
        "pinned": False,
    }
    return Case(Capture(CaptureSummary(**(values | row)), request), marks or Marks())


def json_test_suite() -> Iterator[tuple[str, bytes]]:
    """Names and contents of JSONTestSuite's parsing files: y_ is JSON, n_ is not, i_ is left open."""
    path = DATA / "json" / "JSONTestSuite.tar.gz"
    if not path.exists():
        pytest.skip("the public test data is not here")
    with tarfile.open(path) as archive:
        for member in archive.getmembers():
            content = archive.extractfile(member) if "test_parsing/" in member.name else None
            if content is not None:
                yield Path(member.name).name, content.read()


ORDER = make_case(
    json.dumps(
        {
            "order": {
                "total": 120.5,
                "price": "199.00",
                "id": 12345678901234567890,
                "items": [{"sku": "A1", "note": None}, {"sku": "B2", "paid": True}],
                "created": "2026-11-01T10:00:00Z",
                "odd key": {"a.b": 1},
            },
            "type": "Orders.Created",
            "city": "Málaga",
            "inner": '{"payload": {"n": 7}}',
        }
    ).encode(),
    (
        (b"Host", b"localhost:8800"),
        (b"Content-Type", b"application/json; charset=utf-8"),
        (b"X-Shopify-Topic", b"orders/create"),
        (b"X-Foo", b"bar"),
        (b"X-Foo", b"baz"),
    ),
    target=b"/shop/eu?test=1",
    id=CaptureId(12),
    provider="shopify",
    event_type="orders/create",
    delivery_id="d-77",
    verdict="invalid",
    endpoint="/shop",
    reply_status=503,
    pinned=True,
    drift=2,
    schema="fails",
    marks=Marks("Call the shop back", ("checkout", "eu"), is_retry=True),
)
FORM = make_case(
    b"topic=case+updated&tag=a&tag=b&payload=%7B%22user%22%3A%7B%22id%22%3A%22U1%22%7D%7D&who=Mar%C3%ADa",
    ((b"content-type", b"application/x-www-form-urlencoded"),),
    target=b"/slack",
    id=CaptureId(2),
    provider="slack",
    verdict="valid",
    unread=False,
    received_at_us=NOW_US - 86_400_000_000,
    handshake=True,
    color="red",
    schema="holds",
)
BROKEN = make_case(
    b"\xff\xfe\x00not json",
    ((b"X-Latin", b"caf\xe9"),),
    target=b"/bin",
    id=CaptureId(3),
    complete=False,
    reply_status=0,
    reply_us=None,
    refusal="head_too_large",
    repeats=3,
    source="import",
)
CASES = (ORDER, FORM, BROKEN)

MATCHING: tuple[tuple[str, tuple[bool, bool, bool]], ...] = (
    ("", (True, True, True)),
    ("provider:shopify", (True, False, False)),
    ("provider:SHOPIFY verdict:invalid", (True, False, False)),
    ("schema:fails", (True, False, False)),
    ("schema:Holds", (False, True, False)),
    ("schema!=fails", (False, True, True)),
    ("schema:*s", (True, True, False)),
    ('schema:""', (False, False, True)),
    ("has:schema", (True, True, False)),
    ("provider=SHOPIFY", (False, False, False)),
    ("provider!=shopify", (False, True, True)),
    ("provider:sho*", (True, False, False)),
    ('provider:""', (False, False, True)),
    ("method:post path:/shop/*", (True, False, False)),
    ("path:/SHOP/eu", (True, False, False)),
    ("path=/SHOP/eu", (False, False, False)),
    ("path:/shop", (False, False, False)),
    ('path:"/shop/*"', (False, False, False)),
    (r"path~^/(shop|bin)", (True, False, True)),
    ("target:test=1", (True, False, False)),
    ("event:orders/*", (True, False, False)),
    ("delivery:d-77", (True, False, False)),
    ("endpoint:/shop", (True, False, False)),
    ("id:12", (True, False, False)),
    ("id:4..20", (True, False, False)),
    ("id<12", (False, True, True)),
    ("status:503", (True, False, False)),
    ("status:5xx", (True, False, False)),
    ("status!=5xx", (False, True, True)),
    ("took>1ms", (True, True, False)),
    ("took!=1ms", (True, True, True)),
    ("size>100b", (True, False, False)),
    ("size:>100b", (True, False, False)),
    ("size<0.1kb", (False, True, True)),
    ("age<10m", (True, False, True)),
    ("age>=1h", (False, True, False)),
    ("received>2026-11-02", (True, False, True)),
    ("received<2026-11-02", (False, True, False)),
    ("received:2026-11-01", (False, True, False)),
    ("time:2026-11", (True, True, True)),
    ("time:today", (True, False, True)),
    ("time:yesterday", (False, True, False)),
    ("time:10m", (True, False, True)),
    ("time<10m", (False, True, False)),
    ("time>2026-11-02T11:05+00:00", (True, False, True)),
    ("type:JSON", (True, False, False)),
    ("peer:127.0.0.1", (True, True, True)),
    ("source:import", (False, False, True)),
    ("refusal:head_too_large", (False, False, True)),
    ("repeats>2", (False, False, True)),
    ("note:SHOP", (True, False, False)),
    ("tag:Checkout", (True, False, False)),
    ("tag=Checkout", (False, False, False)),
    ("tag:check", (False, False, False)),
    ("tag:che*", (True, False, False)),
    ("tag:checkout*eu", (False, False, False)),
    ('tag:"checkout eu"', (False, False, False)),
    ("header:x-foo", (True, False, False)),
    ("header:x-foo=baz", (True, False, False)),
    ("header:x-foo=ba", (False, False, False)),
    ("header.X-Foo:BA", (True, False, False)),
    ("header.x-*:orders/create", (True, False, False)),
    ("header.x-latin:CAFÉ", (False, False, True)),
    ("header.x-foo!=bar", (False, True, True)),
    ("-header:x-shopify-topic", (False, True, True)),
    ("has:header.x-foo", (True, False, False)),
    ("body.order.total>100", (True, False, False)),
    ("body.order.total<=120.5", (True, False, False)),
    ("body.order.price:199", (True, False, False)),
    ("body.order.price>198.99", (True, False, False)),
    ("body.order.id=12345678901234567890", (True, False, False)),
    ("body.order.id=12345678901234567891", (False, False, False)),
    ("body.order.items[0].sku:a1", (True, False, False)),
    ("body.order.items[*].sku=B2", (True, False, False)),
    ("body.order.items[0].note:null", (True, False, False)),
    ("body.order.items[1].paid:true", (True, False, False)),
    ("body.order.items[9].sku:*", (False, False, False)),
    ('body.order."odd key"["a.b"]:1', (True, False, False)),
    ("body.order.created>2026-10", (True, False, False)),
    ("body.order.created>2026-12", (False, False, False)),
    ("body.order:x", (False, False, False)),
    ("has:body.order", (True, False, False)),
    ("body.type:orders.*", (True, False, False)),
    (r"body.type~^Orders\.[CD]", (True, False, False)),
    ("body.inner.payload.n:7", (True, False, False)),
    ("body.type!=x", (True, True, True)),
    ("body.tag[1]:b", (False, True, False)),
    ("body.payload.user.id=U1", (False, True, False)),
    ("body:málaga", (True, False, False)),
    ("body:MARÍA", (False, True, False)),
    ('body:"case updated"', (False, True, False)),
    ("is:pinned", (True, False, False)),
    ("is:unread", (True, False, True)),
    ("is:read", (False, True, False)),
    ("is:incomplete", (False, False, True)),
    ("is:refused", (False, False, True)),
    ("is:retry", (True, False, False)),
    ("is:drift", (True, False, False)),
    ("is:imported", (False, False, True)),
    ("is:answered", (True, True, False)),
    ("is:valid", (False, True, False)),
    ("is:failing", (True, False, False)),
    ("color:RED", (False, True, False)),
    ("colour!=red", (True, False, True)),
    ("has:color", (False, True, False)),
    ("is:handshake", (False, True, False)),
    ("-is:handshake", (True, False, True)),
    ("has:note", (True, False, False)),
    ("has:tag", (True, False, False)),
    ("has:body", (True, True, True)),
    ("has:event", (True, False, False)),
    ("has:provider", (True, True, False)),
    ("has:delivery", (True, False, False)),
    ("has:endpoint", (True, False, False)),
    ("has:query", (True, False, False)),
    ("MÁLAGA", (True, False, False)),
    ("baz", (True, False, False)),
    ("D-77", (True, False, False)),
    ("checkout", (True, False, False)),
    ("call*back", (True, False, False)),
    ('"call*back"', (False, False, False)),
    ("test=1", (True, False, False)),
    ("café", (False, False, True)),
    ('"case updated"', (False, True, False)),
    (r"~caf.$", (False, False, True)),
    (r"~orders?/\w+", (True, False, False)),
    ("provider:slack OR is:refused", (False, True, True)),
    ("NOT (provider:slack OR is:refused)", (True, False, False)),
    ("-(is:pinned)", (False, True, True)),
    ("is:unread (provider:slack OR refusal:*large)", (False, False, True)),
    ("100%", (False, False, False)),
    ("path:/_hop/eu", (False, False, False)),
)
