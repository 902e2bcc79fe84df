"""The message that is sent: what is kept byte for byte, what must differ, what is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.errors import AppError
from garfio.core.headers import Headers
from garfio.core.http import Request
from garfio.core.outgoing import Changes, Outgoing
from garfio.core.resend import check_header, make_outgoing, read_header
from garfio.core.target import Target

LOCAL = Target(url="http://127.0.0.1:3000")


def message(*lines: bytes, body: bytes = b"", first: bytes = b"POST /a HTTP/1.1") -> Request:
    return Request(b"\r\n".join((first, *lines)) + b"\r\n\r\n", body)


def sent(request: Request, target: Target = LOCAL, changes: Changes | None = None) -> Outgoing:
    return make_outgoing(request, target, changes or Changes())


def lines_of(outgoing: Outgoing) -> list[bytes]:
    return outgoing.request.head.split(b"\r\n")[1:-2]


def test_only_the_host_differs() -> None:
    """A plain capture goes out with its own bytes, blanks, case and repeats included."""
    request = message(
        b"hOsT: hooks.example.com",
        b"X-Dup:1",
        b"x-dup:   2  ",
        b"X-Bytes: \xff\xfe caf\xc3\xa9",
        b"User-Agent: a",
        b"Content-Length: 3",
        b"Connection: keep-alive",
        body=b"a\x00b",
        first=b"PoST /p/../%41%2f?q=%27&q= HTTP/1.1",
    )
    outgoing = sent(request)
    assert outgoing.request.to_bytes() == request.to_bytes().replace(b"hooks.example.com", b"127.0.0.1:3000")
    assert [(one.kind, one.name, one.reason) for one in outgoing.differences] == [
        ("replaced", "hOsT", "host")
    ]


TOKEN = st.text("!#$%&'*+-.^_`|~abcXYZ019", min_size=1, max_size=12).map(str.encode)
VALUE = st.binary(max_size=30).map(lambda raw: bytes(b for b in raw if b >= 0x20 and b != 0x7F))
SPECIAL = {
    b"connection", b"keep-alive", b"te", b"upgrade", b"expect", b"trailer", b"host", b"content-length",
    b"transfer-encoding", b"proxy-connection", b"proxy-authorization", b"proxy-authenticate", b"http2-settings",
}  # fmt: skip


@given(
    fields=st.lists(st.tuples(TOKEN, VALUE), max_size=12),
    path=st.binary(max_size=30).map(lambda raw: b"/" + bytes(b for b in raw if 0x20 < b != 0x7F)),
    body=st.binary(max_size=50),
)
def test_generated_requests_differ_in_the_host_only(
    fields: list[tuple[bytes, bytes]], path: bytes, body: bytes
) -> None:
    """Whatever the fields, bytes and order survive."""
    fields = [pair for pair in fields if pair[0].lower() not in SPECIAL]
    lines = [name + b":" + value for name, value in fields]
    request = message(
        b"Host: x", *lines, b"Content-Length: %d" % len(body), body=body, first=b"PUT " + path + b" HTTP/1.1"
    )
    expected = request.to_bytes().replace(b"Host: x\r\n", b"Host: 127.0.0.1:3000\r\n", 1)
    assert sent(request).request.to_bytes() == expected


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        (b"Connection: close", True),
        (b"Connection: Keep-Alive", True),
        (b"Connection: upgrade", False),
        (b"Keep-Alive: timeout=5", False),
        (b"Proxy-Connection: close", False),
        (b"Proxy-Authorization: Basic x", False),
        (b"TE: trailers", False),
        (b"Upgrade: h2c", False),
        (b"HTTP2-Settings: AA", False),
        (b"Expect: 100-continue", False),
        (b"Trailer: X", False),
        (b"Accept-Encoding: gzip", True),
        (b"X-Forwarded-For: 1.2.3.4", True),
        (b"Via: 1.1 proxy", True),
        (b"Cookie: a=b", True),
    ],
)
def test_fields_of_one_connection(line: bytes, kept: bool) -> None:
    outgoing = sent(message(b"Host: a", line))
    assert (line in lines_of(outgoing)) is kept
    removed = [one for one in outgoing.differences if one.kind == "removed"]
    assert len(removed) == (not kept)


def test_fields_that_connection_names_go_but_the_needed_stay() -> None:
    request = message(
        b"Host: a", b"Connection: X-Hop, Content-Type, close", b"X-Hop: 1", b"Content-Type: a/b"
    )
    assert lines_of(sent(request)) == [b"Host: 127.0.0.1:3000", b"Content-Type: a/b"]


def test_chunked_is_sent_as_it_came() -> None:
    """Chunk sizes, extensions and trailers survive an exact resend."""
    raw = b"5;a=1\r\nhello\r\n1\r\n!\r\n0\r\nX-Sum: 1\r\n\r\n"
    head = b"POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n"
    request = Request.from_bytes(head + raw)
    assert request.framing is not None
    assert sent(request).request.to_bytes() == head.replace(b"Host: a", b"Host: 127.0.0.1:3000") + raw


@pytest.mark.parametrize(
    ("request_", "changes"),
    [
        (
            Request(b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nA: b\r\n\r\n", b"hel", b"5\r\n"),
            Changes(),
        ),
        (
            Request(
                b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nA: b\r\n\r\n", b"old", b"3\r\n0\r\n\r\n"
            ),
            Changes(body=b"hel"),
        ),
    ],
    ids=["broken off", "another body"],
)
def test_a_body_that_is_not_the_chunked_one_gets_a_length(request_: Request, changes: Changes) -> None:
    outgoing = sent(request_, changes=changes)
    assert lines_of(outgoing) == [b"Host: 127.0.0.1:3000", b"Content-Length: 3", b"A: b"]
    assert outgoing.request.to_bytes().endswith(b"\r\n\r\nhel")
    assert ("removed", "Transfer-Encoding", "framing") in [
        (one.kind, one.name, one.reason) for one in outgoing.differences
    ]


def test_the_length_is_that_of_what_is_sent() -> None:
    """A capture that broke off states more than it has; an edited body another length."""
    request = message(b"Host: a", b"content-length:100", body=b"short")
    assert b"content-length: 5" in lines_of(sent(request))
    assert b"content-length: 2" in lines_of(sent(request, changes=Changes(body=b"{}")))
    grown = sent(message(b"Host: a"), changes=Changes(body=b"{}"))
    assert lines_of(grown) == [b"Host: 127.0.0.1:3000", b"Content-Length: 2"]


@pytest.mark.parametrize(
    ("url", "mode", "captured", "expected"),
    [
        ("http://h:1", "auto", b"/a?b", b"/a?b"),
        ("http://h:1/", "auto", b"/a?b", b"/a?b"),
        ("http://h:1/x", "auto", b"/a?b", b"/x?b"),
        ("http://h:1/x?c", "auto", b"/a?b", b"/x?c"),
        ("http://h:1/x/", "append", b"/a?b", b"/x/a?b"),
        ("http://h:1", "replace", b"/a?b", b"/?b"),
        ("http://h:1", "auto", b"*", b"*"),
        ("http://h:1", "auto", b"http://other/a?b", b"/a?b"),
        ("http://h:1", "auto", b"http://other?b", b"/?b"),
        ("http://h:1/é", "auto", b"/a", b"/%C3%A9"),
        ("http://h:1", "auto", b"/\xff%zz", b"/\xff%zz"),
    ],
)
def test_where_the_path_comes_from(url: str, mode: str, captured: bytes, expected: bytes) -> None:
    request = message(b"Host: a", first=b"POST " + captured + b" HTTP/1.1")
    assert sent(request, Target(url=url, path_mode=mode)).request.target == expected


def test_host_and_version() -> None:
    """HTTP/1.0 needs no Host and gets none; 1.1 gets one in front; a target may keep the capture's."""
    assert lines_of(sent(message(b"A: b", first=b"GET / HTTP/1.0"))) == [b"A: b"]
    assert lines_of(sent(message(b"A: b"))) == [b"Host: 127.0.0.1:3000", b"A: b"]
    kept = sent(message(b"Host: real"), Target(url="https://h/", keep_host=True))
    assert lines_of(kept) == [b"Host: real"]
    assert lines_of(sent(message(b"Host: x"), Target(url="https://[::1]:443/"))) == [b"Host: [::1]"]


def test_target_headers_and_edits() -> None:
    """Set replaces in place and removes repeats; the target's word is the last one."""
    target = Target(
        url="http://h", set_headers=(("X-Env", "{{env}}-{{body.id}}"), ("A", "9")), remove_headers=("x-b",),
        variables=(("env", "staging"),),
    )  # fmt: skip
    request = message(b"Host: a", b"a: 1", b"X-B: 2", b"A: 3", b"Content-Length: 9", body=b'{"id": 7}')
    changes = Changes(set_headers=((b"New", b"\xff"),), remove_headers=("nothing",))
    assert lines_of(sent(request, target, changes)) == [
        b"Host: h", b"a: 9", b"Content-Length: 9", b"New: \xff", b"X-Env: staging-7",
    ]  # fmt: skip


def test_an_edited_header_list_keeps_untouched_lines() -> None:
    request = message(b"Host: a", b"A:1 ", b"B: 2")
    changes = Changes(headers=Headers([(b"B", b"3"), (b"A", b"1"), (b"Host", b"a")]))
    outgoing = sent(request, changes=changes)
    assert lines_of(outgoing) == [b"B: 3", b"A:1 ", b"Host: 127.0.0.1:3000"]
    assert [(one.kind, one.name) for one in outgoing.differences] == [
        ("added", "B"), ("removed", "B"), ("replaced", "Host"),
    ]  # fmt: skip


def test_a_file_with_plain_line_ends_is_tidied() -> None:
    request = Request.from_bytes(b"POST / HTTP/1.1\nHost: a\nX: 1\n folded\n\nbody")
    outgoing = sent(request)
    assert lines_of(outgoing) == [b"Host: 127.0.0.1:3000", b"X: 1 folded", b"Content-Length: 4"]
    assert {one.name for one in outgoing.differences if one.reason == "line"} == {"Host", "X"}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (b"X", b"a\r\nEvil: 1"), (b"X", b"a\nb"), (b"X", b"a\rb"), (b"X", b"a\x00b"), (b"X", b"\x7f"),
        (b"X Y", b"a"), (b"", b"a"), (b"X:", b"a"), (b"X\r\nY", b"a"), (b"\xc3\xa9", b"a"), (b"X\x00", b"a"),
    ],
)  # fmt: skip
def test_injection_is_refused(name: bytes, value: bytes) -> None:
    """Nothing is changed silently: the reason is said, and nothing is sent."""
    with pytest.raises(AppError) as caught:
        check_header(name, value)
    assert caught.value.code == "resend.header"
    request = message(b"Host: a")
    for changes in (
        Changes(set_headers=((name, value),)),
        Changes(headers=Headers([(b"Host", b"a"), (name, value)])),
    ):
        with pytest.raises(AppError):
            sent(request, changes=changes)


def test_a_variable_cannot_smuggle_a_header() -> None:
    target = Target(url="http://h/", set_headers=(("X", "{{body.a}}"),))
    request = message(b"Host: a", body=b'{"a": "1\\r\\nEvil: 1"}')
    with pytest.raises(AppError) as caught:
        sent(request, target)
    assert caught.value.code == "resend.header"


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        (Changes(method="PO ST"), "resend.method"),
        (Changes(method="GET\r\nX: y"), "resend.method"),
        (Changes(method=""), "resend.method"),
        (Changes(method="CONNECT"), "resend.method"),
        (Changes(target=b"/a b"), "resend.target"),
        (Changes(target=b"/a\r\nX: y"), "resend.target"),
        (Changes(target=b"/a HTTP/1.1\r\nX: y\r\n\r\n"), "resend.target"),
    ],
)
def test_a_request_line_cannot_be_broken(changes: Changes, code: str) -> None:
    with pytest.raises(AppError) as caught:
        sent(message(b"Host: a"), changes=changes)
    assert caught.value.code == code


def test_edits_of_the_request_line() -> None:
    outgoing = sent(message(b"Host: a"), changes=Changes(method="DELETE", target=b"/b?c"))
    assert outgoing.request.head.startswith(b"DELETE /b?c HTTP/1.1\r\n")
    assert [(one.part, one.reason) for one in outgoing.differences][:2] == [
        ("method", "edit"),
        ("target", "edit"),
    ]
    assert outgoing.url == "http://127.0.0.1:3000/b?c"


@pytest.mark.parametrize(
    ("fields", "body", "warnings"),
    [
        ((b"Content-Encoding: gzip",), b"plain", ("coding",)),
        ((b"Content-Encoding: gzip",), b"\x1f\x8bxx", ()),
        ((b"Content-Type: application/json",), b'{"a": 1', ("json",)),
        ((b"Content-Type: application/json",), b'{"a": 1}', ()),
        ((b"Content-Type: text/plain",), b"{", ()),
    ],
)
def test_warnings_of_an_edited_body(
    fields: tuple[bytes, ...], body: bytes, warnings: tuple[str, ...]
) -> None:
    assert sent(message(*fields, body=b"old"), changes=Changes(body=body)).warnings == warnings


def test_read_header() -> None:
    assert read_header("X-A= b=c ") == (b"X-A", b"b=c")
    assert read_header("X=é") == (b"X", "é".encode())
    for text in ("no", "=x", "A B=c", "X=a\nb"):
        with pytest.raises(AppError):
            read_header(text)
