"""A request as bytes, and what is read from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import make_chunked, make_head, make_message

from garfio.core.http import Request, chunk_size, parse_content_type, parse_fields, target_path, unchunk

TARGETS = [
    (b"/", "/", b""),
    (b"//a//b?c=d?e", "//a//b", b"c=d?e"),
    (b"/%zz;v=1#f", "/%zz;v=1#f", b""),
    (b"/?", "/", b""),
    (b"?x", "", b"x"),
    (b"*", "*", b""),
    (b"http://h:1/p/q?r", "/p/q", b"r"),
    (b"HTTPS://h", "/", b""),
    (b"h:443", "h:443", b""),
    ("/ñ".encode(), "/ñ", b""),
    (b"/\xe9", "/é", b""),
]


@pytest.mark.parametrize(("target", "path", "query"), TARGETS)
def test_targets(target: bytes, path: str, query: bytes) -> None:
    """Path and query of every form of target; nothing is decoded or tidied."""
    request = Request(make_head(target=target))
    assert request.target == target
    assert request.path == path == target_path(target)
    assert request.query == query


def test_request_line() -> None:
    """Method and version as sent."""
    request = Request(b"m-Search * HTTP/1.0\r\n\r\n")
    assert (request.method, request.target, request.http_version) == ("m-Search", b"*", "HTTP/1.0")


def test_fields() -> None:
    """Values lose the blanks around them, folded lines are joined by one, the rest stays."""
    fields = parse_fields(b"A:1\r\nB: \t 2 3\t\r\nC:\r\nD: x\r\n\ty\r\nlone\r\nA: \xff\r\n\r\n")
    assert list(fields) == [
        (b"A", b"1"),
        (b"B", b"2 3"),
        (b"C", b""),
        (b"D", b"x y"),
        (b"lone", b""),
        (b"A", b"\xff"),
    ]


def test_an_incomplete_chunked_message_gains_no_byte() -> None:
    """A message that broke off inside a chunk is written as far as it came.

    Seen to fail with the line end of a chunk added where the chunk is not whole.
    """
    head = make_head(fields=[(b"Transfer-Encoding", b"chunked")])
    assert Request(head, b"abc", b"a\r\n").to_bytes() == head + b"a\r\nabc"
    assert Request(head, b"abcde", b"2\r\na\r\n").to_bytes() == head + b"2\r\nab\r\na\r\ncde"


@given(st.lists(st.binary(min_size=1, max_size=20), max_size=5), st.booleans())
def test_a_file_holds_a_chunked_message(pieces: list[bytes], with_trailer: bool) -> None:
    """Reading a whole chunked message from a file and writing it again changes nothing."""
    raw = make_chunked(pieces, [(b"X-T", b"1")] if with_trailer else [])
    request = Request.from_bytes(raw)
    assert request.framing is not None
    assert request.body == b"".join(pieces)
    assert request.to_bytes() == raw


@given(st.binary(max_size=60))
def test_a_file_holds_any_body(body: bytes) -> None:
    """All that follows the empty line is the body, whatever Content-Length says."""
    for raw in (make_message(body), make_message(b"zz")[:-2] + body):
        assert Request.from_bytes(raw).body == body
        assert Request.from_bytes(raw).to_bytes() == raw


BY_HAND = [
    (b"POST / HTTP/1.1\nA: 1\n\nbody", b"body"),
    (b"\r\n\nPOST / HTTP/1.1\r\n\r\n", b""),
    (b"POST / HTTP/1.1", b""),
    (b"POST / HTTP/1.1\nA: 1\n", b""),
    (b"POST / HTTP/1.1\n\nx\r\n\r\ny", b"x\r\n\r\ny"),
    (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nnot chunks", b"not chunks"),
]


@pytest.mark.parametrize(("raw", "body"), BY_HAND)
def test_files_written_by_hand(raw: bytes, body: bytes) -> None:
    """Bare line feeds, a missing empty line, a body that does not fit its headers: read as it was meant."""
    assert Request.from_bytes(raw).body == body


@pytest.mark.parametrize("raw", [b"", b"hello", b"POST /", b"POST / FTP/1.1\r\n\r\n", b"{}\n\n{}"])
def test_files_that_are_not_http(raw: bytes) -> None:
    """Without a request line there is a sentence that says what one looks like."""
    with pytest.raises(ValueError, match=r"It must read like: POST /path HTTP/1\.1"):
        Request.from_bytes(raw)


@given(st.binary(max_size=200))
def test_no_file_is_too_much(raw: bytes) -> None:
    """Any bytes give a request or that sentence."""
    try:
        request = Request.from_bytes(raw)
    except ValueError:
        return
    assert request.path is not None
    assert len(request.headers) >= 0
    assert len(request.trailers) >= 0


SIZES = [
    (b"a\r\n", 10),
    (b"00F;x=1\r\n", 15),
    (b"0\r\n", 0),
    (b"\r\n", None),
    (b"-1", None),
    (b"+1", None),
    (b"1_0", None),
    (b"g", None),
    (b"1" * 17, None),
]


@pytest.mark.parametrize(("line", "size"), SIZES)
def test_chunk_sizes(line: bytes, size: int | None) -> None:
    """Hexadecimal digits and nothing else."""
    assert chunk_size(line) == size


@pytest.mark.parametrize(
    "raw", [b"", b"1\r\nA", b"1\r\nA\r\n", b"1\r\nAB\r\n0\r\n\r\n", b"0\r\nX: 1", b"0\r\n"]
)
def test_what_is_not_a_whole_chunked_body(raw: bytes) -> None:
    """A broken or cut chunked body is not unframed."""
    assert unchunk(raw) is None


CONTENT_TYPES = [
    (None, ("", None, None)),
    ("", ("", None, None)),
    ("Application/JSON", ("application/json", None, None)),
    ('text/plain; Charset="UTF-8"', ("text/plain", "utf-8", None)),
    ("multipart/form-data; boundary=aB;charset=x", ("multipart/form-data", "x", "aB")),
    (";;;=;", ("", None, None)),
    ("a/b; charset=; charset=z", ("a/b", None, None)),
]


@pytest.mark.parametrize(("value", "parts"), CONTENT_TYPES)
def test_content_types(value: str | None, parts: tuple[str, str | None, str | None]) -> None:
    """Media type and parameters; the first of a repeated parameter counts."""
    found = parse_content_type(value)
    assert (found.media_type, found.charset, found.boundary) == parts


def test_kinds_of_content() -> None:
    """JSON in all its types; forms."""
    assert parse_content_type("application/vnd.api+json; v=1").is_json
    assert parse_content_type("text/json").is_json
    assert not parse_content_type("application/jsonp").is_json
    assert parse_content_type("application/x-www-form-urlencoded").is_form
