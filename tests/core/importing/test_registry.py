"""Files of every kind become requests again: ours exactly, others as far as they keep what was sent."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.export.factories import CONTEXT, make_request
from tests.factories import make_chunked

from garfio.core.export.registry import FORMATS, document
from garfio.core.http import Request
from garfio.core.importing.message import ImportFault
from garfio.core.importing.registry import Imported, read_any

NOW = 1_800_000_000_000_000
BODIES = st.one_of(
    st.binary(max_size=40), st.text(max_size=20).map(lambda text: text.encode("utf-8", "replace"))
)


def exported(name: str, *requests: Request) -> bytes:
    return b"".join(document(FORMATS[name], ((request, CONTEXT) for request in requests)))


def read(raw: bytes) -> Imported:
    return read_any(raw, NOW)


@pytest.mark.parametrize("name", ["http", "json", "ndjson"])
@given(bodies=st.lists(BODIES, min_size=1, max_size=3))
def test_our_own_files_are_exact(name: str, bodies: list[bytes]) -> None:
    """Requests of any bytes were exported and imported; they are the same to the byte."""
    requests = [make_request(body, [(b"X-Dup", b"1"), (b"x-dup", b"\xff")]) for body in bodies]
    found = read(exported(name, *requests))
    assert [arrival.request for arrival in found.arrivals] == requests
    assert found.source.is_exact


def test_chunk_framing_survives() -> None:
    """A chunked message went through ndjson; its framing, its trailer and its time are there."""
    request = Request.from_bytes(make_chunked([b"ab", b"c"], [(b"T", b"1")]))
    (arrival,) = read(exported("ndjson", request)).arrivals
    assert arrival.request.to_bytes() == request.to_bytes()
    assert arrival.received_at_us == CONTEXT.received_at_us
    assert arrival.source == "import"


@given(BODIES, st.sampled_from([b"/hook", b"/a?b=%zz&c", b"/x%20y"]))
def test_har_keeps_what_it_can(body: bytes, target: bytes) -> None:
    """A request went through HAR; method, target, headers and body are the same."""
    request = make_request(body, [(b"X-Dup", b"1"), (b"x-dup", b"2")], target=target)
    (arrival,) = read(exported("har", request)).arrivals
    assert arrival.request == request
    assert arrival.received_at_us == CONTEXT.received_at_us


@pytest.mark.parametrize("name", ["postman", "bruno"])
@given(BODIES)
def test_collections_keep_the_body(name: str, body: bytes) -> None:
    """A request went through a collection; its body, path and own headers are the same."""
    request = make_request(body, [(b"X-Shop", b"acme")], target=b"/hook?a=1")
    (arrival,) = read(exported(name, request)).arrivals
    assert (arrival.request.body, arrival.request.target) == (body, b"/hook?a=1")
    assert arrival.request.headers.get("x-shop") == b"acme"


@given(st.text(alphabet="ab {}\"'\\$\n\u00e9!", max_size=30))
def test_our_curl_is_read_back(text: str) -> None:
    """A text body was exported as a cURL command; where it stands in the command, it is read back."""
    request = make_request(text.encode(), [(b"Content-Type", b"text/plain")])
    raw = exported("curl", request)
    if not raw.startswith(b"curl") or not text:
        return
    (arrival,) = read(raw).arrivals
    assert arrival.request.body == request.body
    assert arrival.request.target == b"/hook"


CURL = [
    ("curl https://x.example/a?b=1", b"GET /a?b=1 HTTP/1.1\r\nHost: x.example\r\n\r\n"),
    (
        "$ curl -XPUT -H 'A: b' --data-raw $'it\\'s\\x21' localhost:8800",
        (
            b"PUT / HTTP/1.1\r\nHost: localhost:8800\r\nA: b\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5\r\n\r\nit's!"
        ),
    ),
    ('curl -G -d a=1 -d "b=2" http://h/p', b"GET /p?a=1&b=2 HTTP/1.1\r\nHost: h\r\n\r\n"),
    (
        "curl -u me:pw \\\n  --compressed -sS http://h/",
        b"GET / HTTP/1.1\r\nHost: h\r\nAuthorization: Basic bWU6cHc=\r\n\r\n",
    ),
]


@pytest.mark.parametrize(("command", "message"), CURL)
def test_curl_commands(command: str, message: bytes) -> None:
    """A command was read as a shell would; the request is what curl would send of it."""
    (arrival,) = read(command.encode()).arrivals
    assert arrival.request.to_bytes() == message


@pytest.mark.parametrize(
    "text",
    [
        b"curl http://h/a -d 1\ncurl http://h/b -d 2\n",
        b"#!/bin/sh\n# two\ncurl -d 1 \\\n  http://h/a\n\n# curl http://h/c\n$ curl -d 2 http://h/b",
        b"curl 'http://h/a' --data-raw '1' ;\ncurl 'http://h/b' --data-raw '2'",
        b"curl http://h/a -d 1 && curl.exe http://h/b -d 2",
        b"curl http://h/a -d 1 &\r\ncurl http://h/b\n  -d 2",
    ],
)
def test_several_curl_commands(text: bytes) -> None:
    """Each is a request of its own, as a browser's "copy all as cURL" and scripts write them."""
    found = [one.request for one in read_any(text, 0).arrivals]
    assert [(request.target, request.body) for request in found] == [(b"/a", b"1"), (b"/b", b"2")]
    assert len(read_any(b"curl http://h/curl -d curl -H 'a: curl'", 0).arrivals) == 1


def test_a_real_flow_file_of_mitmproxy() -> None:
    """A file that mitmproxy 12 wrote (two HTTP flows, one of TCP) was read; both requests are there."""
    raw = base64.b64decode(Path(__file__).with_name("mitmproxy-flows.b64").read_text("ascii"))
    first, second = read(raw).arrivals
    assert first.request.to_bytes() == (
        b"POST /hook?a=%zz HTTP/1.1\r\nHost: shop.example\r\nContent-Type: application/json\r\nX-Dup: 1\r\n"
        b'x-dup: 2\r\nContent-Length: 8\r\n\r\n{"n":10}'
    )
    assert first.received_at_us == 1_700_000_000_250_000
    assert second.request.to_bytes() == b"GET /x HTTP/1.1\r\nHost: a.example\r\naccept: */*\r\n\r\n"
    with pytest.raises(ImportFault):
        read(raw[:-40])


def test_webhook_site_and_ngrok() -> None:
    """JSON of two peers' APIs was read; requests and their times are there."""
    site = {
        "data": [
            {
                "uuid": "1",
                "method": "POST",
                "url": "https://webhook.site/t/path?x=1",
                "headers": {"content-type": ["text/plain"], "content-encoding": ["gzip"]},
                "content": "hi",
                "created_at": "2023-11-14 22:13:20",
            }
        ]
    }
    (arrival,) = read(json.dumps(site).encode()).arrivals
    assert arrival.request.body == b"hi"
    assert arrival.request.target == b"/t/path?x=1"
    assert "content-encoding" not in arrival.request.headers
    assert arrival.received_at_us == 1_700_000_000_000_000
    raw = base64.b64encode(b"POST /n HTTP/1.1\r\nHost: x\r\n\r\nbody").decode()
    ngrok = {"requests": [{"start": "2023-11-14T22:13:20Z", "request": {"raw": raw}}]}
    (arrival,) = read(json.dumps(ngrok).encode()).arrivals
    assert (arrival.request.body, arrival.received_at_us) == (b"body", 1_700_000_000_000_000)


BRU = b"""meta {
  name: Order
  type: http
  seq: 2
}

post {
  url: https://shop.example/hook?a=1
  body: json
  auth: none
}

params:query {
  a: 1
}

headers {
  X-Shop: acme
  ~X-Off: 1
}

body:json {
  {
    "n": {
      "m": 1
    }
  }
}

tests {
  x();
}
"""


@pytest.mark.parametrize("raw", [BRU, BRU.replace(b"\n", b"\r\n"), b"\xef\xbb\xbf" + BRU])
def test_a_bru_file(raw: bytes) -> None:
    """Method, address, headers that are on, and the body without its indentation."""
    found = read(raw)
    assert found.source.name == "bruno"
    assert found.arrivals[0].request.to_bytes() == (
        b"POST /hook?a=1 HTTP/1.1\r\nHost: shop.example\r\nX-Shop: acme\r\nContent-Length: 27\r\n\r\n"
        b'{\n  "n": {\n    "m": 1\n  }\n}'
    )


def test_a_form_in_a_bru_file() -> None:
    raw = b"meta {\n  name: x\n}\nput {\n  url: x.example/a\n  body: formUrlEncoded\n}\n"
    raw += b"body:form-urlencoded {\n  a b: 1&2\n  ~c: 3\n}\n"
    (arrival,) = read(raw).arrivals
    assert (arrival.request.method, arrival.request.target, arrival.request.body) == (
        "PUT",
        b"/a",
        b"a+b=1%262",
    )


def test_a_bruno_collection() -> None:
    """Folders one after another, headers that are off left out, forms and GraphQL as Bruno sends them."""
    body = {"mode": "graphql", "graphql": {"query": "{ a }", "variables": '{"b": 1}'}}
    form = {"mode": "formUrlEncoded", "formUrlEncoded": [{"name": "a", "value": "1", "enabled": True}]}
    field = {"name": "x-off", "value": "1", "enabled": False}
    document = {
        "version": "1",
        "items": [
            {
                "type": "folder",
                "name": "f",
                "items": [
                    {
                        "type": "http-request",
                        "request": {
                            "url": "http://a.example/1",
                            "method": "POST",
                            "headers": [field],
                            "body": form,
                        },
                    }
                ],
            },
            {"type": "graphql", "request": {"url": "{{base}}/2", "method": "POST", "body": body}},
            {"type": "js", "name": "script"},
        ],
    }
    first, second = (arrival.request for arrival in read(json.dumps(document).encode()).arrivals)
    assert (first.target, first.body, "x-off" in first.headers) == (b"/1", b"a=1", False)
    assert json.loads(second.body) == {"query": "{ a }", "variables": {"b": 1}}
    assert second.headers.get("host") == b"{{base}}"


def test_gosmee_and_smee() -> None:
    """Messages as JSON, one in a line, and as the stream that they came in; bytes exactly where they are kept."""
    gosmee = {
        "x-github-event": "push",
        "content-type": "application/json",
        "content-length": "999",
        "timestamp": "1700000000000",
        "bodyB": base64.b64encode(b'{ "n": 1.10 }').decode(),
    }
    smee = {
        "x-github-event": "star",
        "host": "smee.io",
        "timestamp": 1700000000001,
        "query": {"a": "b c"},
        "body": {"n": "é"},
    }
    lines = b"\n".join(json.dumps(one).encode() for one in (gosmee, smee))
    stream = b"event: ready\ndata: {}\n\n" + b"".join(
        b"id: 1\ndata: " + line + b"\n\n" for line in lines.split(b"\n")
    )
    for raw in (lines, json.dumps([gosmee, smee]).encode(), stream):
        first, second = read(raw).arrivals
        assert first.request.body == b'{ "n": 1.10 }'
        assert first.request.headers.text("X-GitHub-Event") == "push"
        assert first.request.headers.text("Content-Length") == "13"
        assert first.received_at_us == 1_700_000_000_000_000
        assert (second.request.target, second.request.body) == (b"/?a=b+c", '{"n":"é"}'.encode())


BROKEN = [
    b'{"timestamp":"1","bodyB":"!"}',
    b'{"version":"1","items":[]}',
    b'{"version":"1","items":[3]}',
    b'{"version":"1","items":[{"type":"http"}]}',
    b'{"version":"1","items":[{"type":"http","request":{"url":"http://x/","headers":[{}]}}]}',
    b'{"version":"1","items":[{"type":"http","request":{"url":"http://x/","body":{"mode":"graphql","graphql":{"variables":"{"}}}}]}',
    b"meta {\n  name: x\n}\n",
    b"meta {\n  name: x\n",
    b"meta {\n}\npost {\n  url: \xff\n}\n",
    b"data: {}\n\n",
    b'data: {"timestamp":1,"bodyB":"!"}\n',
    b"",
    b"Dear diary",
    b"{}",
    b"[]",
    b'{"log":{"entries":[]}}',
    b'{"log":{"entries":[{}]}}',
    b'{"log":{"entries":[{"request":{"method":"a b","url":"http://x/","headers":[]}}]}}',
    b'{"log":{"entries":[{"request":{"method":"GET","url":"nonsense","headers":[1]}}]}}',
    b'{"head_base64":"!","body_base64":""}',
    b'{"info":{},"item":[{"request":{"url":"","header":[3]}}]}',
    b"[" * 100_000,
    b"curl",
    b"curl -d @file http://x/",
    b"curl 'http://x/",
    b"12:" + b"9" * 12 + b"}",
]


@pytest.mark.parametrize("raw", BROKEN, ids=range(len(BROKEN)))
def test_broken_files_are_refused_in_a_sentence(raw: bytes) -> None:
    """A file that is none, or broken, was given; it is refused with words, whatever is in it."""
    with pytest.raises(ImportFault, match=r"\S+ \S+"):
        read(raw)


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(raw: bytes) -> None:
    """Any bytes were given, alone and behind the beginning of each kind; nothing else is raised."""
    for start in (b"", b"POST / HTTP/1.1\r\n", b"curl ", b'{"log":{"entries":[', b"9:7:request"):
        try:
            read(start + raw)
        except ImportFault:
            continue
