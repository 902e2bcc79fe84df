"""Canaries in every place of a request are gone afterwards, and nothing else has changed."""

from __future__ import annotations

import gzip
import json
from urllib.parse import quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.export.context import Context
from garfio.core.export.registry import FORMATS
from garfio.core.http import Request
from garfio.core.redaction.request import redact
from garfio.core.redaction.rules import DEFAULT_RULES, Rules

CANARY = "c4n4ryT0psecret"
NO_PATTERNS = Rules(patterns=())


def make(body: bytes = b"", *headers: bytes, target: bytes = b"/hook") -> Request:
    """A request with its length stated."""
    fields = b"".join(line + b"\r\n" for line in (b"Host: a", *headers, b"Content-Length: %d" % len(body)))
    return Request(b"POST " + target + b" HTTP/1.1\r\n" + fields + b"\r\n", body)


JSON = b"Content-Type: application/json"
FORM = b"Content-Type: application/x-www-form-urlencoded"
C = CANARY.encode()
LEAKS = {
    "authorization": make(b"", b"Authorization: Bearer " + C),
    "authorization, odd case and scheme": make(b"", b"aUTHORIZATION:  " + C),
    "folded header": make(b"", b"Cookie: a=1;\r\n b=" + C, b"X-After: kept"),
    "folded header, empty first line": make(b"", b"X-Api-Key:\r\n " + C),
    "signature": make(b"", b"Stripe-Signature: t=1,v1=" + C),
    "gitlab token": make(b"", b"X-Gitlab-Token: " + C),
    "telegram": make(b"", b"X-Telegram-Bot-Api-Secret-Token: " + C),
    "shopify": make(b"", b"X-Shopify-Hmac-Sha256: " + C),
    "bearer in another header": make(b"", b"X-Forwarded: Bearer " + C),
    "query": make(b"", target=b"/hook?a=1&access_token=" + C),
    "query, escaped name": make(b"", target=b"/hook?access%5Ftoken=" + C),
    "user in an absolute target": make(b"", target=b"http://user:" + C + b"@example.com/"),
    "json member": make(b'{"a":1,"client_secret" : "' + C + b'"}', JSON),
    "json, camel case": make(b'{"clientSecret":"' + C + b'"}', JSON),
    "json, escaped key": make(b'{"\\u0074oken":"' + C + b'"}', JSON),
    "json object": make(b'{"credentials":{"a":["' + C + b'",{}]},"b":2}', JSON),
    "json array": make(b'[{"token":["' + C + b'"]}]', JSON),
    "json, repeated key": make(b'{"token":1,"token":"' + C + b'"}', JSON),
    "json in json": make(json.dumps({"Message": json.dumps({"token": CANARY})}).encode(), JSON),
    "json without a type": make(b'{"token":"' + C + b'"}'),
    "json as text": make(b'{"token":"' + C + b'"}', b"Content-Type: text/plain"),
    "json in utf-16": make(('{"token":"' + CANARY + '"}').encode("utf-16"), JSON),
    "json behind a mark": make(b'\xef\xbb\xbf{"token":"' + C + b'"}', JSON),
    "json, cut": make(b'{"token":"' + C, JSON),
    "json, cut in an object": make(b'{"secret":{"a":"' + C, JSON),
    "json, fault before": make(b'{"a" oops, "token": "' + C + b'"}', JSON),
    "json, fault before an object": make(b'{"a" oops, "token": {"x":"' + C + b'"}}', JSON),
    "json, fault at the value": make(b'{"token": ' + C + b"}", JSON),
    "json, missing colon": make(b'{"token" "' + C + b'"}', JSON),
    "json lines": make(b'{"a":1}\n{"token":"' + C + b'"}\n', b"Content-Type: application/x-ndjson"),
    "json lines, array": make(
        b'{"a":1}\n{"x":{"token":["' + C + b'"]}}\n', b"Content-Type: application/x-ndjson"
    ),
    "form": make(b"a=1&password=" + C, FORM),
    "form, escaped": make(b"pass%77ord=" + C, FORM),
    "form, json payload": make(b"payload=" + quote_plus(json.dumps({"token": CANARY})).encode(), FORM),
    "form, json body": make(b'{"token":"' + C + b'"}', FORM),
    "xml element": make(b"<a><ns:Token x='1'>" + C + b"</ns:Token></a>", b"Content-Type: text/xml"),
    "xml cdata": make(b"<a><token><![CDATA[" + C + b"]]></token></a>", b"Content-Type: text/xml"),
    "xml attribute": make(b"<a apiKey = '" + C + b"'/>", b"Content-Type: text/xml"),
    "multipart field": make(
        b'--X\r\nContent-Disposition: form-data; name="token"\r\n\r\n' + C + b"\r\n--X--\r\n",
        b"Content-Type: multipart/form-data; boundary=X",
    ),
    "multipart json": make(
        b"--X\r\nContent-Type: application/json\r\n\r\n" + b'{"token":"' + C + b'"}\r\n--X--\r\n',
        b"Content-Type: multipart/mixed; boundary=X",
    ),
    "gzip": make(gzip.compress(b'{"token":"' + C + b'"}', mtime=0), JSON, b"Content-Encoding: gzip"),
    "broken gzip": make(b"\x1f\x8b\x08" + C, JSON, b"Content-Encoding: gzip"),
    "unknown coding": make(C, b"Content-Encoding: secret"),
    "trailer": Request(
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"a",
        b"1\r\n0\r\nX-Signature: " + C + b"\r\n\r\n",
    ),
    "chunked": Request(
        b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n",
        b'{"token":"' + C + b'"}',
        b"9\r\n%x\r\n0\r\n\r\n" % (len(C) + 3),
    ),
    "jwt in text": make(b"see eyJhbGciOiJub25lIn0.eyJ" + C + b".", b"Content-Type: text/plain"),
    "yaml": make(b"a: 1\nclient-secret: " + C + b"\n", b"Content-Type: text/yaml"),
    "ini": make(b"a = 1\nPASSWORD='" + C + b"'\n", b"Content-Type: text/plain"),
    "key in text": make(b"whsec_" + C, b"Content-Type: text/plain"),
    "key behind a json escape": make(b'{"a":"whsec_aaaa\\/aaaa' + C + b'"}', JSON),
    "key in a form value": make(b"a=whsec%5Faaaa%2Faaaa" + C, FORM),
    "key in binary data": make(b"\0\xff whsec_" + C + b"\0"),
}


@pytest.mark.parametrize("place", LEAKS)
def test_canaries_are_gone(place: str) -> None:
    """A canary stood in a place; no form of export holds it, and it was counted."""
    request = LEAKS[place]
    found = redact(request)
    assert found.count >= 1
    context = Context("http://127.0.0.1:1")
    for name, entry in FORMATS.items():
        exported = entry.export(found.request, context)
        assert C not in (exported if isinstance(exported, bytes) else exported.encode()), name
    assert CANARY not in found.request.body.decode("utf-16", "replace")


@pytest.mark.parametrize("place", LEAKS)
def test_lengths_fit(place: str) -> None:
    """A canary was taken out; the stated length fits the new body, and a second pass changes nothing."""
    request = redact(LEAKS[place]).request
    assert Request.from_bytes(request.to_bytes()) == request
    if "content-length" in request.headers:
        assert request.headers.get("content-length") == b"%d" % len(request.body)
    assert redact(request).request == request


@pytest.mark.parametrize(
    ("request_", "head", "body"),
    [
        (
            make(b'{"id" : 1.10, "token":"x",\n "id":2}', JSON, b"X-Dup: 1", b"x-dup:2"),
            (
                b"POST /hook HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nX-Dup: 1\r\nx-dup:2\r\n"
                b"Content-Length: 44\r\n\r\n"
            ),
            b'{"id" : 1.10, "token":"[redacted]",\n "id":2}',
        ),
        (
            make(b"a=%20+b&token=x&c", FORM, b"Authorization: Bearer x", target=b"/?a=%41&sig=1&b"),
            (
                b"POST /?a=%41&sig=[redacted]&b HTTP/1.1\r\nHost: a\r\n"
                b"Content-Type: application/x-www-form-urlencoded\r\nAuthorization: Bearer [redacted]\r\n"
                b"Content-Length: 26\r\n\r\n"
            ),
            b"a=%20+b&token=[redacted]&c",
        ),
    ],
)
def test_the_rest_stays(request_: Request, head: bytes, body: bytes) -> None:
    """Secrets were taken out of a request; every other byte is as it was."""
    found = redact(request_)
    assert found.request.head == head
    assert found.request.body == body


def test_counts_by_place() -> None:
    """Secrets stood in several places; each place has its count."""
    request = make(b'{"token":"x","a":{"secret":{}}}', JSON, b"Cookie: a", target=b"/?token=1")
    assert dict(redact(request).counts) == {"body": 2, "target": 1, "header": 1}


def test_unpacked_body_loses_its_coding() -> None:
    """A gzipped body held a secret; it stays unpacked and says so. One without a secret stays packed."""
    packed = gzip.compress(b'{"a":1}', mtime=0)
    clean = make(packed, JSON, b"Content-Encoding: gzip")
    assert redact(clean).request == clean
    found = redact(LEAKS["gzip"]).request
    assert "content-encoding" not in found.headers
    assert found.body == b'{"token":"[redacted]"}'


def test_own_rules() -> None:
    """Rules of one's own were given; pointers, header names, patterns and e-mail addresses are replaced."""
    rules = Rules(
        headers=("x-mine*",),
        keys=(),
        pointers=("/data/*/id", "/list/1", "/a~1b"),
        patterns=(r"\d{4}-\d{4}",),
        emails=True,
    )
    body = {
        "data": {"x": {"id": 5}, "y": {"no": 6}},
        "list": [1, 2, 3],
        "a/b": 7,
        "mail": "me@example.com",
        "n": "1234-5678",
    }
    found = redact(make(json.dumps(body).encode(), JSON, b"X-Mine-1: a", b"Authorization: b"), rules)
    assert json.loads(found.request.body) == {
        "data": {"x": {"id": "[redacted]"}, "y": {"no": 6}},
        "list": [1, "[redacted]", 3],
        "a/b": "[redacted]",
        "mail": "[redacted]",
        "n": "[redacted]",
    }
    assert found.request.headers.get("x-mine-1") == b"[redacted]"
    assert found.request.headers.get("authorization") == b"b"


def test_ordinary_names_stay() -> None:
    """Fields with harmless names were sent; none is replaced."""
    body = (
        b'{"id":"evt_1","token_count":5,"design":"x","keyboard":1,"email":"me@example.com","assignature":[]}'
    )
    request = make(
        body, JSON, b"X-GitHub-Event: push", b"Idempotency-Key: 5", b"Webhook-Id: msg_1", b"User-Agent: x"
    )
    found = redact(request, Rules(patterns=DEFAULT_RULES.patterns))
    assert found.request.body == body.replace(b'"assignature":[]', b'"assignature":"[redacted]"')
    assert [name for name, value in found.request.headers if value == b"[redacted]"] == []


def test_wrong_pattern_is_refused() -> None:
    """A pattern is no regular expression; the check names it."""
    with pytest.raises(ValueError, match=r"'\(' is not a regular expression"):
        Rules(patterns=("(",)).check()
    DEFAULT_RULES.check()


@pytest.mark.parametrize(
    "pattern", ["(a+)+$", "(a|a)*$", "(a?a)*b", "(?:x{1,99}){1,99}", "(.*,){5,}x", r"(?=a)a", r"(a)\1"]
)
def test_endless_patterns_are_refused(pattern: str) -> None:
    """Patterns that could keep the export busy for ever, or that cannot be told from such."""
    with pytest.raises(ValueError, match=r"for ever|cannot be used"):
        Rules(patterns=(pattern,)).check()


@pytest.mark.parametrize(
    "pattern",
    [
        r"ORD-\d+",
        r"\b[A-Z]{2}\d{2}(?:[A-Z0-9]{4}){3,7}\b",
        r"cus_\w+|in_\w+",
        r"(?i)iban: .*",
        r"\d{3}-?\d{2}",
    ],
)
def test_plain_patterns_are_taken(pattern: str) -> None:
    Rules(patterns=(pattern,)).check()


def test_deep_json_is_no_danger() -> None:
    """Nested arrays and nested strings of JSON were sent; neither recurses without limit."""
    deep = make(b"[" * 100_000 + b'{"token":1}' + b"]" * 100_000, JSON)
    assert redact(deep).count == 1
    text = json.dumps({"token": CANARY})
    for _ in range(8):
        text = json.dumps({"a": text})
    assert C not in redact(make(text.encode(), JSON)).request.body


@given(st.binary(max_size=120), st.binary(max_size=120))
def test_anything_can_be_redacted(head: bytes, body: bytes) -> None:
    """Arbitrary bytes made up a request; nothing raises, and without a hit nothing changes."""
    request = Request(b"POST / HTTP/1.1\r\n" + head + b"\r\n\r\n", body)
    found = redact(request, NO_PATTERNS)
    assert found.count or found.request == request


@given(
    st.dictionaries(st.sampled_from(["token", "a", "secret", "b"]), st.integers() | st.lists(st.integers()))
)
def test_json_members(value: dict[str, object]) -> None:
    """Objects with secret and other members were sent; exactly the secret ones are replaced."""
    found = redact(make(json.dumps(value).encode(), JSON))
    expected = {key: "[redacted]" if key in ("token", "secret") else item for key, item in value.items()}
    assert json.loads(found.request.body) == expected
    assert found.count == sum(key in ("token", "secret") for key in value)
