"""Where redirects lead, and what is sent there: methods, bodies, and what stays behind."""

from __future__ import annotations

import pytest

from garfio.core.attempt import Response
from garfio.core.http import Request
from garfio.core.outgoing import Outgoing
from garfio.core.redirect import STOPS, Onward, leads_on, onward
from garfio.core.resend import make_outgoing
from garfio.core.target import Target, Tls

HEAD = (
    b"%s /a?b=1 HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nX-Hub-Signature: s\r\nX-Odd:  1 \r\n"
    b"Content-Length: 4\r\n\r\n"
)


def outgoing(target: Target, method: bytes = b"POST") -> Outgoing:
    return make_outgoing(Request(HEAD % method, b"body"), target)


def redirect(status: int, location: bytes) -> Response:
    return Response(b"HTTP/1.1 %d Odd\r\nLocation: %s\r\n\r\n" % (status, location))


def lead(location: bytes, target: Target | None = None, status: int = 307, method: bytes = b"POST") -> Onward:
    target = target or Target(url="http://localhost:3000")
    found = onward(outgoing(target, method), redirect(status, location), target)
    assert isinstance(found, Onward), found
    return found


@pytest.mark.parametrize(
    ("status", "method", "after"),
    [
        (301, b"POST", "GET"), (302, b"POST", "GET"), (303, b"POST", "GET"), (303, b"PUT", "GET"),
        (303, b"HEAD", "HEAD"), (301, b"PUT", "PUT"), (302, b"DELETE", "DELETE"), (307, b"POST", "POST"),
        (308, b"PATCH", "PATCH"), (302, b"GET", "GET"),
    ],
)  # fmt: skip
def test_methods(status: int, method: bytes, after: str) -> None:
    """Whoever becomes GET loses the body and what describes it; all others are repeated exactly."""
    found = lead(b"/other", status=status, method=method).outgoing.request
    assert found.method == after
    assert found.target == b"/other"
    if after == "GET" and method != b"GET":
        assert (
            found.to_bytes()
            == b"GET /other HTTP/1.1\r\nHost: localhost:3000\r\nX-Hub-Signature: s\r\nX-Odd:  1 \r\n\r\n"
        )
    else:
        assert found.to_bytes() == outgoing(
            Target(url="http://localhost:3000"), method
        ).request.to_bytes().replace(b"/a?b=1", b"/other")


@pytest.mark.parametrize(
    ("location", "url"),
    [
        (b"/x?y#z", "http://localhost:3000/x?y"),
        (b"?q", "http://localhost:3000/a?q"),
        (b"b/../c", "http://localhost:3000/c"),
        (b"//127.0.0.1:9/d", "http://127.0.0.1:9/d"),
        (b"http://localhost:4000", "http://localhost:4000/"),
        (b"/%41%2f{{method}}", "http://localhost:3000/%41%2f%7B%7Bmethod%7D%7D"),
        (b"/caf\xc3\xa9 au", "http://localhost:3000/caf%C3%A9%20au"),
    ],
)  # fmt: skip
def test_locations(location: bytes, url: str) -> None:
    """Relative ones are resolved; a query of the first place is not carried on, and nothing in it is a variable."""
    assert lead(location).outgoing.url == url


@pytest.mark.parametrize(
    ("url", "location", "code"),
    [
        ("http://localhost", b"", ""),
        ("http://localhost", b"ftp://localhost/", "location"),
        ("http://localhost", b"http://user:pw@localhost/", "location"),
        ("http://localhost", b"http://[bad/", "location"),
        ("http://localhost", b"javascript:alert(1)", "location"),
        ("http://staging.example", b"http://127.0.0.1:9200/", "inward"),
        ("https://staging.example", b"http://staging.example/", "plain"),
        ("https://localhost", b"http://localhost/", ""),
    ],
)
def test_what_is_not_followed(url: str, location: bytes, code: str) -> None:
    target = Target(url=url)
    found = onward(outgoing(target), redirect(307, location), target)
    assert (found if isinstance(found, str) else "") == code
    assert not code or code in STOPS


def test_secrets_stay_with_the_first_place() -> None:
    """Credentials, signatures, what the target sets, and the client certificate go to no other place."""
    target = Target(
        url="https://a.example",
        set_headers=(("Authorization", "Bearer t"), ("X-Env", "1"), ("User-Agent", "ours")),
        tls=Tls(certificate_file="client.pem", key_file="key.pem", server_name="inner", ca_file="ca.pem"),
        keep_host=True,
    )
    here = lead(b"/other", target)
    assert (here.withheld, here.certificate_withheld, here.target) == ((), False, target)
    assert here.outgoing.request.headers.text("host") == "x"
    there = lead(b"https://b.example/other", target)
    assert there.withheld == ("X-Hub-Signature", "Authorization", "X-Env")
    assert there.certificate_withheld
    assert there.target.tls == Tls(ca_file="ca.pem")
    headers = there.outgoing.request.headers
    assert [name for name in ("x-hub-signature", "authorization", "x-env") if name in headers] == []
    assert (headers.text("user-agent"), headers.text("host")) == ("ours", "b.example")
    assert there.outgoing.request.body == b"body"


@pytest.mark.parametrize(
    ("url", "location", "stays"),
    [
        ("http://a.example", b"https://a.example/", True),
        ("http://a.example:8080", b"https://a.example/", False),
        ("https://a.example", b"https://a.example:8443/", False),
        ("https://a.example", b"https://A.example:443/", True),
    ],
)
def test_what_is_the_same_place(url: str, location: bytes, stays: bool) -> None:
    assert (lead(location, Target(url=url)).withheld == ()) == stays


def test_what_is_no_redirect() -> None:
    assert leads_on(redirect(308, b"/"))
    assert not leads_on(redirect(304, b"/"))
    assert not leads_on(redirect(201, b"/"))
    assert not leads_on(Response(b"HTTP/1.1 302 Found\r\n\r\n"))
