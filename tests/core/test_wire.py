"""The HTTP/1 grammar: every public raw request, every way of cutting it, and the message written again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.listener.wireless import Wireless
from tests.factories import make_chunked, make_head, raw_requests

from garfio.core.http import Request
from garfio.core.wire import (
    FIELD_LIMIT,
    REFUSALS,
    ChunkedBody,
    Head,
    Refusal,
    foreign_protocol,
    parse_head,
)

CORPUS = raw_requests()

TAKEN_THOUGH_MEANT_TO_BE_REFUSED = {
    "h11p/RFC9112-7.1-MISSING-HOST": "a hook sent by hand without Host is still what its author wants to see",
    "h11p/COMP-HOST-EMPTY-VALUE": "the same; an empty Host cannot mislead a listener without virtual hosts",
    "h11p/COMP-ASTERISK-WITH-GET": "the target is kept as sent, and nothing is routed by it",
    "llhttp/invalid/HTTP protocol and ANNOUNCE method#190": "a method of any name is taken",
    "llhttp/invalid/Invalid method#200": "a method of any name is taken",
    "llhttp/uri/Disallow UTF-8 in URI path in strict mode#293": "senders do put raw UTF-8 into paths; bytes are kept",
}
REFUSED_THOUGH_MEANT_TO_BE_READ = {
    "llhttp/method/SOURCE request with ICE#232": "not HTTP",
    "llhttp/method/OPTIONS request with RTSP#233": "not HTTP",
    "llhttp/method/ANNOUNCE request with RTSP#234": "not HTTP",
    "llhttp/sample/No HTTP version#247": "HTTP/0.9 has no webhooks",
    "llhttp/transfer-encoding/POST with `chunked` as last transfer-encoding#275": "only `chunked` can be unframed",
    "llhttp/transfer-encoding/POST with `chunked` as last transfer-encoding (multiple headers)#276": "the same",
}
CUT_SHORT = {
    "llhttp/content-length/Spaces in `Content-Length` (surrounding)#175",
    "llhttp/content-length/Tabs in `Content-Length` (surrounding)#176",
    "llhttp/content-length/Content-Length reset when no body is received#181",
    "llhttp/transfer-encoding/Parsing and setting flag#256",
    "llhttp/transfer-encoding/Chunk extensions#262",
    "llhttp/transfer-encoding/Chunk extensions quoting#265",
}
"""The collection holds only the beginning of these messages: kept, and marked as incomplete."""
CUT_IN_THE_HEAD = {
    "llhttp/finish/It should be unsafe to finish after incomplete PUT request#185",
    "llhttp/finish/It should be unsafe to finish inside of the header#186",
}


def _after(*pieces: bytes) -> Wireless:
    wireless = Wireless()
    wireless.feed(*pieces)
    wireless.end()
    return wireless


def test_the_whole_collection_is_here() -> None:
    """The public collection has 456 requests, each with an id of its own."""
    if not CORPUS:
        pytest.skip("the public test data is not on this machine")
    assert len({name for name, _expect, _raw in CORPUS}) == 456


@pytest.mark.parametrize(("name", "expect", "raw"), CORPUS, ids=[name for name, _expect, _raw in CORPUS])
def test_public_requests(name: str, expect: str, raw: bytes) -> None:
    """A request that must be refused is, with a reason; one that must be read is, byte for byte.

    Seen to fail with the check of Host taken out, and with folded header lines let through.
    """
    messages, refused, statuses = _after(raw).outcome
    assert all(code in REFUSALS for code in refused)
    assert all(status < 500 for status in statuses)
    meant_to_be_taken = expect in ("accept", "parse") or name in TAKEN_THOUGH_MEANT_TO_BE_REFUSED
    if name in REFUSED_THOUGH_MEANT_TO_BE_READ or name in CUT_IN_THE_HEAD:
        assert refused
        assert not messages
    elif name in CUT_SHORT:
        assert [complete for _message, complete in messages] == [False]
    elif expect == "reject" and name == "llhttp/connection/No restart when keep-alive is off (1.0)#151":
        assert len(messages) == 1, "what follows a request that ends the connection is not a request"
    elif expect == "reject" and not meant_to_be_taken:
        assert refused
    elif meant_to_be_taken:
        assert messages
        assert messages[0][1]
        assert raw.lstrip(b"\r\n").startswith(messages[0][0])
        assert statuses[0] == 200 or statuses[0] == 100


@pytest.mark.parametrize(("name", "expect", "raw"), CORPUS, ids=[name for name, _expect, _raw in CORPUS])
def test_cutting_changes_nothing(name: str, expect: str, raw: bytes) -> None:
    """However the network cuts a request in two, and byte by byte, the outcome is that of the whole.

    Seen to fail with the chunk reader taking a chunk-size line before its line feed has come.
    """
    whole = _after(raw).outcome
    step = max(1, len(raw) // 400)
    for at in range(1, len(raw), step):
        assert _after(raw[:at], raw[at:]).outcome[:2] == whole[:2], f"cut at {at}"
    if len(raw) < 4000:
        assert _after(*(raw[at : at + 1] for at in range(len(raw)))).outcome[:2] == whole[:2]


FOREIGN = [
    (b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", "tls"),
    (b"\x16", "tls"),
    (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "http2"),
    (b"PROXY TCP4 127.0.0.1 127.0.0.1 1 2\r\n", "proxy_protocol"),
    (b"PROXY UNKNOWN\r\n", "proxy_protocol"),
    (b"\r\n\r\n\x00\r\nQUIT\n\x21\x11", "proxy_protocol"),
    (b"\x00\x01\x02", "not_http"),
    (b"{}", "not_http"),
    (b"POST / HTTP/1.1\r\n", ""),
    (b"PROXY / HTTP/1.1\r\n", ""),
    (b"\r\nGET / HTTP/1.1", ""),
    (b"", ""),
]


@pytest.mark.parametrize(("start", "code"), FOREIGN)
def test_foreign_protocols(start: bytes, code: str) -> None:
    """Another protocol is named by its first bytes; what may become HTTP is not."""
    assert foreign_protocol(start) == code


REFUSED_HEADS = [
    (b"GET /\r\n\r\n", "bad_request_line"),
    (b"GET / HTTP/1.1\n\r\n", "bad_line_end"),
    (b"GET / HTTP/1.2\r\n\r\n", "bad_version"),
    (b"GET / HTTP/2.0\r\n\r\n", "bad_version"),
    (b"GET /a b HTTP/1.1\r\n\r\n", "bad_request_line"),
    (b"G@T / HTTP/1.1\r\n\r\n", "bad_request_line"),
    (b"GET /\x1b HTTP/1.1\r\n\r\n", "bad_request_line"),
    (b"GET / HTTP/1.1\r\nA : 1\r\n\r\n", "bad_header"),
    (b"GET / HTTP/1.1\r\nA: 1\x00\r\n\r\n", "bad_header"),
    (b"GET / HTTP/1.1\r\nA: 1\rB: 2\r\n\r\n", "bad_header"),
    (b"GET / HTTP/1.1\r\nA: 1\nB: 2\r\n\r\n", "bad_line_end"),
    (b"GET / HTTP/1.1\r\nA: 1\r\n b\r\n\r\n", "folded_header"),
    (b"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", "bad_host"),
    (b"GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "bad_host"),
    (b"POST / HTTP/1.1\r\nContent-Length: +1\r\n\r\n", "bad_content_length"),
    (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", "bad_content_length"),
    (b"POST / HTTP/1.1\r\nContent-Length: 1_0\r\n\r\n", "bad_content_length"),
    (b"POST / HTTP/1.1\r\nContent-Length: \xb2\r\n\r\n", "bad_content_length"),
    (b"POST / HTTP/1.1\r\nContent-Length: 9999999999999999999\r\n\r\n", "bad_content_length"),
    (b"POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", "conflicting_length"),
    (b"POST / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", "conflicting_length"),
    (b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", "bad_transfer_encoding"),
    (b"POST / HTTP/1.1\r\nTransfer-Encoding: xchunked\r\n\r\n", "bad_transfer_encoding"),
    (b"POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", "bad_transfer_encoding"),
    (b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * (FIELD_LIMIT + 1) + b"\r\n", "too_many_headers"),
]


@pytest.mark.parametrize(("raw", "code"), REFUSED_HEADS, ids=range(len(REFUSED_HEADS)))
def test_refused_heads(raw: bytes, code: str) -> None:
    """Each fault of a head has its own code."""
    assert parse_head(raw) == Refusal(code)


def test_refusals_have_a_status_and_a_sentence() -> None:
    """Every code has an error status and a sentence that ends."""
    for code in REFUSALS:
        refusal = Refusal(code)
        assert 400 <= refusal.status < 600
        assert refusal.sentence.endswith((".", "1.1"))


HEADS = [
    (make_head(fields=[(b"content-LENGTH", b"7")]), {"length": 7, "chunked": False, "keep_alive": True}),
    (make_head(fields=[(b"Content-Length", b"7"), (b"Content-Length", b"7")]), {"length": 7}),
    (make_head(fields=[(b"Transfer-Encoding", b"Chunked ")]), {"length": 0, "chunked": True}),
    (make_head(fields=[(b"Connection", b"Close")]), {"keep_alive": False}),
    (make_head(fields=[(b"Connection", b"upgrade"), (b"Connection", b"close")]), {"keep_alive": False}),
    (make_head(fields=[(b"Connection", b"enclose")]), {"keep_alive": True}),
    (make_head(version=b"HTTP/1.0"), {"keep_alive": False, "minor": 0}),
    (make_head(version=b"HTTP/1.0", fields=[(b"Connection", b"Keep-Alive")]), {"keep_alive": True}),
    (
        make_head(fields=[(b"Expect", b"100-Continue"), (b"Content-Length", b"1")]),
        {"expects_continue": True},
    ),
    (make_head(fields=[(b"Expect", b"100-continue")]), {"expects_continue": False}),
    (make_head(method=b"M-SEARCH", target=b"*"), {"method": b"M-SEARCH", "target": b"*"}),
    (
        make_head(fields=[(b"Content-Type", b"a/b; c"), (b"Host", b"h:1")]),
        {"content_type": b"a/b; c", "host": b"h:1"},
    ),
    (make_head(fields=[(b"X", b"Content-Length: 5"), (b"X-Content-Length", b"6")]), {"length": 0}),
]


@pytest.mark.parametrize(("raw", "facts"), HEADS, ids=range(len(HEADS)))
def test_head_facts(raw: bytes, facts: dict[str, object]) -> None:
    """Length, framing and persistence are read as RFC 9112 says."""
    head = parse_head(raw)
    assert isinstance(head, Head)
    assert head.raw == raw
    assert {name: getattr(head, name) for name in facts} == facts


_TOKEN = st.text("abcXYZ019!#$%&'*+.^_`|~-", min_size=1, max_size=8).map(str.encode)
_VALUE = st.binary(max_size=30).map(lambda raw: bytes(c for c in raw if c >= 0x20 and c != 0x7F))


@given(
    method=_TOKEN,
    target=st.binary(min_size=1, max_size=30)
    .map(lambda raw: bytes(c for c in raw if c > 0x20 and c != 0x7F))
    .filter(bool),
    fields=st.lists(st.tuples(_TOKEN.map(lambda name: b"X-" + name), _VALUE), max_size=6),
)
def test_any_head_survives(method: bytes, target: bytes, fields: list[tuple[bytes, bytes]]) -> None:
    """Method, target and fields come out as they went in, whatever the bytes."""
    raw = make_head(method, target, fields)
    head = parse_head(raw)
    assert isinstance(head, Head)
    request = Request(raw)
    assert (head.method, head.target) == (method, target)
    assert (request.method.encode("latin-1"), request.target) == (method, target)
    assert list(request.headers)[1:] == [(name, value.strip(b" ")) for name, value in fields]
    assert request.to_bytes() == raw


@given(
    pieces=st.lists(st.binary(min_size=1, max_size=40), max_size=6),
    trailers=st.lists(st.tuples(_TOKEN, st.just(b"v")), max_size=3),
    extension=st.sampled_from([b"", b";a", b";a=b", b' ; a="x;\\" y"']),
    cuts=st.lists(st.integers(1, 60), max_size=30),
)
def test_chunked_bodies_survive(
    pieces: list[bytes], trailers: list[tuple[bytes, bytes]], extension: bytes, cuts: list[int]
) -> None:
    """A chunked body cut anywhere gives the same body, and the message is written again byte for byte.

    Seen to fail with chunk extensions dropped from the framing, and with trailers dropped.
    """
    raw = make_chunked(pieces, trailers).replace(b"\r\n\r\n", b"\r\n\r\n", 1)
    head, _, rest = raw.partition(b"\r\n\r\n")
    if pieces:
        size, _, tail = rest.partition(b"\r\n")
        rest = size + extension + b"\r\n" + tail
    body = ChunkedBody()
    buffer = bytearray()
    got = b""
    left = rest
    for size in [*cuts, len(rest)]:
        buffer += left[:size]
        left = left[size:]
        piece = body.feed(buffer)
        assert isinstance(piece, bytes)
        got += piece
    assert body.finished
    assert got == b"".join(pieces)
    assert not buffer
    message = Request(head + b"\r\n\r\n", got, bytes(body.framing))
    assert message.to_bytes() == head + b"\r\n\r\n" + rest
    assert list(message.trailers) == trailers


BROKEN_CHUNKS = [
    (b"x\r\n", "bad_chunk"),
    (b"-1\r\n", "bad_chunk"),
    (b"1\nA", "bad_chunk"),
    (b"1\r\nAB\r\n", "bad_chunk"),
    (b"1\r\nA\rB", "bad_chunk"),
    (b"0x1\r\nA\r\n", "bad_chunk"),
    (b"11111111111111111\r\n", "bad_chunk"),
    (b"1 ;a\r\nA\r\n0\r\nbad trailer\r\n\r\n", "bad_trailer"),
    (b"1" + b";a" * 4096, "bad_chunk"),
    (b"0\r\n" + b"A: b\r\n" * 20_000, "head_too_large"),
    (b"0\r\n" + b"A" * 70_000, "bad_chunk"),
]


@pytest.mark.parametrize(("raw", "code"), BROKEN_CHUNKS, ids=range(len(BROKEN_CHUNKS)))
def test_broken_chunks(raw: bytes, code: str) -> None:
    """Broken framing is refused, and a line that never ends is not waited for without limit."""
    assert ChunkedBody().feed(bytearray(raw)) == Refusal(code)
