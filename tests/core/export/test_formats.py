"""Every format takes any request; what a format says is read back where there is a reader for it."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.export.factories import CONTEXT, make_request

from garfio.core.export.context import Context, request_url
from garfio.core.export.csv_row import COLUMNS, defuse
from garfio.core.export.registry import FORMATS, document
from garfio.core.http import Request

HOSTILE = make_request(
    "<script>alert(1)</script>\n```\n=cmd|'/c calc'!A0\u202e'\"\\${x}{{y}} ñ\u2028".encode(),
    [
        (b"X-Html", b"<img src=x onerror=alert(1)>"),
        (b"X-Dup", b"1"),
        (b"x-dup", b"2"),
        (b"X-Empty", b""),
        (b"X-Latin", b"caf\xe9"),
        (b"Content-Type", b"text/plain; charset=utf-8"),
        (b"Cookie", b"a=1; b=2"),
    ],
    target=b"/a?q=<b>&r=%20'\"",
)
BINARY = make_request(bytes(range(256)), [(b"Content-Type", b"application/octet-stream")], method=b"PUT")
PLAIN = make_request(b'{"a":1.10}', [(b"Content-Type", b"application/json")])
EMPTY = make_request(method=b"GET", target=b"*")
REQUESTS = {"hostile": HOSTILE, "binary": BINARY, "plain": PLAIN, "empty": EMPTY}


def text(name: str, request: Request, context: Context = CONTEXT) -> str:
    """One request in a format of text."""
    exported = FORMATS[name].export(request, context)
    assert isinstance(exported, str)
    return exported


@pytest.mark.parametrize("name", FORMATS)
@given(head=st.binary(max_size=60), body=st.binary(max_size=60), target=st.binary(max_size=20))
def test_any_request_can_be_exported(name: str, head: bytes, body: bytes, target: bytes) -> None:
    """Arbitrary bytes made up a request; every format gives something, and the same each time."""
    request = Request(b"POST " + target + b" HTTP/1.1\r\n" + head + b"\r\n\r\n", body)
    assert FORMATS[name].export(request, CONTEXT) == FORMATS[name].export(request, CONTEXT)


def test_names_and_suffixes() -> None:
    """The table was read; names are those of the command line and every format has a file name extension."""
    assert " ".join(FORMATS) == (
        "curl curl-cmd curl-powershell httpie python-requests python-httpx python-aiohttp "
        "node-fetch node-axios go php ruby java csharp "
        "url http body json ndjson csv har postman bruno html markdown"
    )
    assert all(entry.suffix.startswith(".") for entry in FORMATS.values())


@pytest.mark.parametrize("request_name", REQUESTS)
def test_raw(request_name: str) -> None:
    """Requests were exported raw; message and body are the captured bytes."""
    request = REQUESTS[request_name]
    assert FORMATS["http"].export(request, CONTEXT) == request.to_bytes()
    assert FORMATS["body"].export(request, CONTEXT) == request.body


@pytest.mark.parametrize(
    ("target", "url"),
    [
        (b"/a?b=%20", "http://127.0.0.1:8800/a?b=%20"),
        (b"http://example.com/a?b", "http://127.0.0.1:8800/a?b"),
        (b"http://example.com?b", "http://127.0.0.1:8800/?b"),
        (b"*", "http://127.0.0.1:8800/"),
        (b'/<\xff">', "http://127.0.0.1:8800/%3C%FF%22%3E"),
    ],
)
def test_url(target: bytes, url: str) -> None:
    """Targets of every form were captured; the URL goes to the base address."""
    assert request_url(make_request(target=target), CONTEXT) == url
    assert text("url", make_request(target=target)) == url


@given(
    st.binary(max_size=400) | st.text(max_size=80).map(lambda found: found.encode("utf-8", "surrogatepass"))
)
def test_python_bodies(body: bytes) -> None:
    """Arbitrary bodies were written as Python; the literal is the body, without a hidden character."""
    source = text("python-httpx", make_request(body))
    line = source.partition("\nbody = ")[2].partition("\n\nrequest = ")[0]
    assert eval(line) == (body or None)
    assert "\u202e" not in source


def test_httpie() -> None:
    """A request was exported for HTTPie; body by printf, items escaped, defaults switched off."""
    request = make_request(
        b"a\nb", [(b"X-At", b"@file"), (b"X-Back", b"a\\:b"), (b"X-Empty", b""), (b"Accept", b"*/*")]
    )
    assert text("httpie", request) == (
        "printf 'a\\nb' |\n"
        "http --path-as-is POST http://127.0.0.1:8800/hook \\\n"
        "  'X-At:\\@file' \\\n"
        "  'X-Back:a\\\\:b' \\\n"
        "  'X-Empty;' \\\n"
        "  'Accept:*/*' \\\n"
        "  Accept-Encoding: \\\n"
        "  Connection: \\\n"
        "  User-Agent: \\\n"
        "  Content-Type:\n"
    )


def test_php() -> None:
    """Requests were exported for PHP; strings cannot end early, bytes come from Base64."""
    source = text("php", make_request(b"it's \\ $x {$y}\n", [(b"X-A", b"$z'")]))
    assert "CURLOPT_POSTFIELDS => 'it\\'s \\\\ $x {$y}\n'," in source
    assert "'X-A: $z\\''," in source
    packed = base64.b64encode(BINARY.body).decode()
    assert f"CURLOPT_POSTFIELDS => base64_decode('{packed}')," in text("php", BINARY)


@pytest.mark.parametrize("request_name", REQUESTS)
def test_json_is_exact(request_name: str) -> None:
    """Requests were exported as JSON; the message can be built again from it, byte for byte."""
    request = REQUESTS[request_name]
    line = text("ndjson", request)
    assert line.count("\n") == 1
    found = json.loads(line)
    assert found == json.loads(text("json", request))
    assert (
        base64.b64decode(found["head_base64"]) + base64.b64decode(found["body_base64"]) == request.to_bytes()
    )
    assert found["received_at"] == "2023-11-14T22:13:20.123456Z"
    assert (found["id"], found["verdict"], found["size"]) == (7, "valid", len(request.body))
    assert ["Host", "127.0.0.1:8800"] in found["headers"]


def test_har() -> None:
    """Two captures made one archive; it has the fields of HAR 1.2, and bytes in Base64."""
    pieces = b"".join(document(FORMATS["har"], [(HOSTILE, CONTEXT), (BINARY, CONTEXT)]))
    log = json.loads(pieces)["log"]
    assert log["version"] == "1.2"
    hostile, binary = log["entries"]
    assert hostile["startedDateTime"] == "2023-11-14T22:13:20.123456Z"
    assert hostile["time"] == 3.0
    assert hostile["request"]["postData"]["text"].encode() == HOSTILE.body
    assert hostile["request"]["queryString"] == [
        {"name": "q", "value": "<b>"},
        {"name": "r", "value": " '\""},
    ]
    assert hostile["request"]["cookies"] == [{"name": "a", "value": "1"}, {"name": "b", "value": "2"}]
    assert [field["name"] for field in hostile["request"]["headers"]][2:4] == ["X-Dup", "x-dup"]
    assert base64.b64decode(binary["request"]["postData"]["text"]) == BINARY.body
    assert hostile["response"]["status"] == 200


def test_postman() -> None:
    """Two captures made a collection; headers, URL parts and bodies are there."""
    pieces = b"".join(document(FORMATS["postman"], [(PLAIN, CONTEXT), (BINARY, CONTEXT)]))
    collection = json.loads(pieces)
    assert collection["info"]["schema"].endswith("v2.1.0/collection.json")
    plain, binary = (item["request"] for item in collection["item"])
    assert plain["body"]["raw"] == '{"a":1.10}'
    assert plain["body"]["options"]["raw"]["language"] == "json"
    assert plain["url"]["host"] == ["127", "0", "0", "1"]
    assert plain["url"]["port"] == "8800"
    assert {field["key"] for field in plain["header"]} == {"Content-Type"}
    assert base64.b64decode(binary["description"].removeprefix("Body, Base64: ")) == BINARY.body


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("plain", "plain"),
        ("a=b", "a=b"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r'=1"),
        ("  =1", "'  =1"),
        ("\u00a0=1", "'\u00a0=1"),
        ("a\n=1", "a\n'=1"),
        ("a\n  @x", "a\n'  @x"),
        ("＝1", "'＝1"),
    ],
)
def test_formulas_are_defused(cell: str, safe: str) -> None:
    """A cell could be read as a formula; an apostrophe stands before it."""
    assert defuse(cell) == safe


def test_csv() -> None:
    """Two captures made a table; it parses, has its header line, and no cell begins like a formula."""
    pieces = b"".join(document(FORMATS["csv"], [(HOSTILE, CONTEXT), (BINARY, CONTEXT)])).decode()
    rows = list(csv.reader(io.StringIO(pieces, newline="")))
    assert rows[0] == list(COLUMNS)
    assert len(rows) == 3
    assert "\n'=cmd|" in rows[1][-1]
    assert rows[2][-1] == ""
    assert FORMATS["csv"].notes == ("csv.formulas_defused",)
    assert not any(re.match(r"[=+\-@]", line) for row in rows for cell in row for line in cell.split("\n"))


class Tags(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_html() -> None:
    """Hostile captures made a report; no tag of theirs is one, nothing is loaded, hidden characters show."""
    page = b"".join(document(FORMATS["html"], [(HOSTILE, CONTEXT), (BINARY, CONTEXT)])).decode()
    tags = Tags()
    tags.feed(page)
    assert not tags.tags & {"script", "img", "link", "iframe", "form", "a", "object"}
    assert tags.attributes <= {"lang", "charset", "http-equiv", "content", "name"}
    assert "default-src 'none'" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "⟨U+202E⟩" in page
    assert "\u202e" not in page


def test_markdown() -> None:
    """A body with fences was exported; the fence around it is longer, the heading is escaped."""
    found = text("markdown", HOSTILE)
    assert found.startswith("### POST /a · 2023\\-11\\-14T")
    assert "````\n<script>" in found
    assert found.rstrip().endswith("````")
    assert "\u202e" not in found
    assert '```json\n{\n  "a": 1.10\n}\n```' in text("markdown", PLAIN)


@pytest.mark.parametrize("name", FORMATS)
def test_documents_of_none(name: str) -> None:
    """Nothing was exported; the document is what opens and closes it, and still of its form."""
    pieces = b"".join(document(FORMATS[name], []))
    if name in ("json", "har", "postman"):
        json.loads(pieces)
    assert pieces == (FORMATS[name].opening + FORMATS[name].closing).encode()
