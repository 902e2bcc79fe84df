"""What an ordinary client makes of a message, and that each difference is said. That it does make just this of it is
tested on the wire, in tests/engine/resend/test_normal.py."""

from __future__ import annotations

import pytest

from garfio.core.http import Request
from garfio.core.normal import as_normal, normal_target
from garfio.core.outgoing import Outgoing
from garfio.core.resend import make_outgoing
from garfio.core.target import Target

TARGET = Target(url="http://localhost:3000", sending="normal")


def normal(raw: bytes) -> Outgoing:
    return as_normal(make_outgoing(Request.from_bytes(raw), TARGET))


def said(outgoing: Outgoing) -> list[tuple[str, str, str]]:
    return [(one.kind, one.part, one.name) for one in outgoing.differences if one.reason == "client"]


def test_an_ordinary_webhook_stays_as_it_is() -> None:
    raw = b"POST /a?b=%41 HTTP/1.1\r\nHost: localhost:3000\r\nA: 1\r\nB: caf\xc3\xa9\r\nContent-Length: 2\r\n\r\nok"
    found = normal(raw)
    assert found.request.to_bytes() == raw
    assert found.differences == ()


def test_what_a_client_cannot_send() -> None:
    """Each thing that is not as in the capture is listed, with both values."""
    raw = (
        b"post /a#b? HTTP/1.0\r\nX-Dup: 1\r\nx-dup: 2\r\nhOsT: localhost:3000\r\nX-Raw: \xff\r\nX-Wide:   3\r\n"
        b"Transfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"
    )
    found = normal(raw)
    assert found.request.to_bytes() == (
        b"POST /a%23b HTTP/1.1\r\nHost: localhost:3000\r\nX-Dup: 1\r\nX-Dup: 2\r\nX-Raw: \xc3\xbf\r\nX-Wide: 3\r\n"
        b"Content-Length: 2\r\n\r\nok"
    )
    assert said(found) == [
        ("replaced", "method", ""),
        ("replaced", "target", ""),
        ("replaced", "version", ""),
        ("replaced", "header", "x-dup"),
        ("replaced", "header", "hOsT"),
        ("replaced", "header", "X-Raw"),
        ("replaced", "header", "X-Wide"),
        ("removed", "header", "Transfer-Encoding"),
        ("added", "header", "Content-Length"),
        ("removed", "framing", ""),
    ]


def test_a_body_that_is_not_there_has_a_length() -> None:
    found = normal(b"POST / HTTP/1.1\r\nA: 1\r\nHost: localhost:3000\r\n\r\n")
    assert found.request.head.endswith(b"A: 1\r\nContent-Length: 0\r\n\r\n")
    assert said(found) == [("added", "header", "Content-Length"), ("replaced", "header", "Host")]
    assert said(normal(b"GET / HTTP/1.1\r\nHost: localhost:3000\r\n\r\n")) == []


@pytest.mark.parametrize(
    ("raw", "text"),
    [(b"/a?", "/a"), (b"/\xff%2f..//", "/%FF%2f..//"), (b"*", "/*"), (b"/#", "/%23"), (b"/?a?b?", "/?a?b")],
)
def test_targets(raw: bytes, text: str) -> None:
    assert normal_target(raw) == text
