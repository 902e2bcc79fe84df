"""Which document of a message has a shape."""

from __future__ import annotations

import gzip
import json

import pytest

from garfio.core.query.payload import Message
from garfio.core.shape import SHAPE_LIMIT, payload_of


def message(body: bytes, content_type: str = "application/json", coding: str = "") -> Message:
    lines = [
        "POST / HTTP/1.1",
        f"Content-Type: {content_type}",
        *([f"Content-Encoding: {coding}"] if coding else []),
    ]
    return Message(("\r\n".join(lines) + "\r\n\r\n").encode(), body)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (message(b'{"a": [1]}'), {"a": [1]}),
        (message(gzip.compress(b'{"a": 1}', mtime=0), coding="gzip"), {"a": 1}),
        (message(b"p=%7B%22a%22%3A1%7D&x=1", "application/x-www-form-urlencoded"), {"p": {"a": 1}, "x": "1"}),
        (message(b"payload=%7B", "application/x-www-form-urlencoded"), {"payload": "{"}),
        (message(b'{"inner": "{\\"a\\": 1}"}'), {"inner": '{"a": 1}'}),
        (message(b'"text"'), ...),
        (message(b"{"), ...),
        (message(b"<xml/>", "text/xml"), ...),
        (message(b""), ...),
        (message(json.dumps({"a": "x" * SHAPE_LIMIT}).encode()), ...),
        (message(gzip.compress(json.dumps({"a": "x" * SHAPE_LIMIT}).encode(), mtime=0), coding="gzip"), ...),
    ],
)  # fmt: skip
def test_payload(given: Message, expected: object) -> None:
    assert payload_of(given) == expected
