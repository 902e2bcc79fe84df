"""Each cause made by the real transformation is found and proved; a wrong secret proves nothing."""

from __future__ import annotations

import base64
import gzip
import hashlib
import hmac
import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote, urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.signature.requests import make_request

from garfio.core.http import Request
from garfio.core.signature import Budget, Secret, changed_on_retry, diagnose, diagnose_handler, sign, verify

NOW = 1_700_000_000
JSON = [("Content-Type", "application/json")]
FORM = [("Content-Type", "application/x-www-form-urlencoded")]
DOCUMENT = {
    "id": "evt_1",
    "name": "Zoë 🎣",
    "url": "https://a.example/b",
    "html": "<b>&amp;</b>",
    "n": 1.5,
    "list": [1, {}, []],
}
COMPACT = json.dumps(DOCUMENT, separators=(",", ":"), ensure_ascii=False)


def dotnet(text: str) -> str:
    """System.Text.Json's default encoder."""
    out = []
    for character in text:
        if ord(character) > 126 or character in "<>&'+`":
            units = character.encode("utf-16-be")
            out += [f"\\u{units[at]:02X}{units[at + 1]:02X}" for at in range(0, len(units), 2)]
        else:
            out.append(character)
    return "".join(out)


def go(text: str) -> str:
    """encoding/json's default encoder."""
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


PYTHON = json.dumps(DOCUMENT)
PHP = json.dumps(DOCUMENT, separators=(",", ":")).replace("/", "\\/")
SORTED = json.dumps(DOCUMENT, separators=(",", ":"), ensure_ascii=False, sort_keys=True)
INDENTED = json.dumps(DOCUMENT, indent=2, ensure_ascii=False)

# what was signed, what arrived, the code
BODIES = [
    (COMPACT, PYTHON, "body.reserialised"),
    (PYTHON, COMPACT, "body.reserialised"),
    (COMPACT, INDENTED, "body.reserialised"),
    (INDENTED, COMPACT, "body.reserialised"),
    (json.dumps(DOCUMENT, indent=4), COMPACT, "body.reserialised"),
    (json.dumps(DOCUMENT, indent="\t", ensure_ascii=False), COMPACT, "body.reserialised"),
    (PHP, PYTHON, "body.reserialised"),
    (dotnet(COMPACT), PYTHON, "body.reserialised"),
    (go(COMPACT), INDENTED, "body.reserialised"),
    (SORTED, COMPACT, "body.reserialised"),
    (json.dumps(DOCUMENT, sort_keys=True), COMPACT, "body.reserialised"),
    (json.dumps(DOCUMENT, separators=(",", ":")), COMPACT, "body.unicode-escaping"),
    (COMPACT, json.dumps(DOCUMENT, separators=(",", ":")), "body.unicode-escaping"),
    ('{"a":"\\u00C9"}', '{"a":"É"}', "body.unicode-escaping"),
    ('{"a":"\\u00e9"}', '{"a":"\\u00E9"}', "body.unicode-escaping"),
    ('{"a":"x\u2028y"}', '{"a":"x\\u2028y"}', "body.unicode-escaping"),
    ('{"a":"x\\u2028y"}', '{"a":"x\u2028y"}', "body.unicode-escaping"),
    (COMPACT.replace("/", "\\/"), COMPACT, "body.slash-escaping"),
    (COMPACT, COMPACT.replace("/", "\\/"), "body.slash-escaping"),
    (go(COMPACT), COMPACT, "body.html-escaping"),
    (COMPACT, go(COMPACT), "body.html-escaping"),
    (dotnet('{"a":"<b>"}'), '{"a":"<b>"}', "body.html-escaping"),
    ('{"a":1,"b":0,"c":1.5}', '{"a":1.0,"b":0.0,"c":1.50}', "body.number-format"),
    ('{"a":100000000000000000000,"b":1e+21}', '{"a":1e20,"b":1E21}', "body.number-format"),
    ('{"c":1e-7,"d":0.000001}', '{"c":0.0000001,"d":1e-6}', "body.number-format"),
    ('{"id":9007199254740992,"n":1.50}', '{"id":9007199254740993,"n":1.50}', "body.big-integers"),
    (COMPACT, COMPACT.encode().decode("latin-1"), "body.charset"),
    (COMPACT.encode().decode("latin-1"), COMPACT, "body.charset"),
    ('{"a":"é"}'.encode("latin-1"), '{"a":"é"}', "body.charset"),
    (COMPACT.encode("ascii", "replace"), COMPACT, "body.charset"),
    (COMPACT.encode().decode("ascii", "replace"), COMPACT, "body.charset"),
    (COMPACT.encode()[: len(COMPACT)], COMPACT, "body.charset"),
    (COMPACT + "\r\n", COMPACT, "body.final-newline"),
    (COMPACT, COMPACT + "\n", "body.final-newline"),
    (COMPACT + "\n", COMPACT + "\r\n", "body.final-newline"),
    (INDENTED.replace("\n", "\r\n"), INDENTED, "body.line-endings"),
    ("a\nb\nc", "a\r\nb\r\nc", "body.line-endings"),
    (b"", COMPACT, "body.empty"),
    ("x" * 1024, "x" * 3000, "body.truncated"),
    (gzip.compress(b"x" * 100, mtime=0), None, "body.compression"),
    (base64.b64encode(COMPACT.encode()), COMPACT, "body.base64"),
    (COMPACT, base64.b64encode(COMPACT.encode()), "body.base64"),
    (COMPACT, json.dumps({"body": base64.b64encode(COMPACT.encode()).decode()}), "body.base64"),
    (COMPACT, json.dumps(COMPACT), "body.json-in-string"),
    (json.dumps(COMPACT), COMPACT, "body.json-in-string"),
    ('{"a":"x","b":null}', '{"a":" x ","b":""}', "body.trimmed"),
    ('{"a":"x"}', '{"a":"x  "}', "body.trimmed"),
    (COMPACT, "\ufeff" + COMPACT, "body.bom"),
    ("\ufeff" + COMPACT, COMPACT, "body.bom"),
    (unicodedata.normalize("NFD", COMPACT), COMPACT, "body.unicode-normalisation"),
    ('{"type":"a"}', '{"count":1,"items":[{"type":"b"},{"type":"a"}]}', "body.envelope"),
]  # fmt: skip


def raw(value: str | bytes) -> bytes:
    """Text as UTF-8."""
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else value


@pytest.mark.parametrize(("signed", "arrived", "code"), BODIES)
def test_changed_bodies(signed: str | bytes, arrived: str | bytes | None, code: str) -> None:
    """The first finding is the change that was made, proved."""
    if arrived is None:
        signed, arrived = b"x" * 100, signed
    request = sign(make_request(JSON, raw(signed)), "github", "the secret", now_unix=NOW)
    request = Request(request.head, raw(arrived))
    found = diagnose(request, ["another", "the secret"], provider="github", now_unix=NOW)
    assert found.verdict == "invalid"
    assert [(one.code, one.certainty) for one in found.findings][:1] == [(code, "proved")], found.findings
    assert found.findings[0].advice.endswith((".", ")"))


@pytest.mark.parametrize(
    ("signed", "arrived"),
    [
        ("a=1&b=x+y&c=%C3%A9", "c=%C3%A9&b=x+y&a=1"),
        ("a=1&b=x+y", "a=1&b=x%20y"),
        ("a=%2A&b=1", "a=*&b=1"),
        ("a=*&b=1", "a=%2A&b=1"),
        ("a=%c3%a9", "a=%C3%A9"),
        ('{"a":1}', "payload=%7B%22a%22%3A1%7D"),
    ],
)
def test_rebuilt_forms(signed: str, arrived: str) -> None:
    """Slack signs the raw form; frameworks build it again."""
    request = sign(make_request(FORM, signed.encode()), "slack", "s", now_unix=NOW)
    found = diagnose(Request(request.head, arrived.encode()), ["s"], provider="slack", now_unix=NOW)
    assert (found.findings[0].code, found.findings[0].certainty) == ("body.form-rebuilt", "proved")


KEY = base64.b64encode(b"0123456789abcdef01234567").decode()


@pytest.mark.parametrize(
    ("provider", "used", "stored", "code"),
    [
        ("github", "abc", "abc\n", "secret.whitespace"),
        ("github", "abc", ' "abc"', "secret.whitespace"),
        ("github", "abc\n", "abc", "secret.whitespace"),
        ("stripe", "whsec_abc", "SECRET=whsec_abc", "secret.extra-prefix"),
        ("stripe", "whsec_abc", "STRIPE_WEBHOOK_SECRET='whsec_abc'", "secret.extra-prefix"),
        ("github", b"0123456789abcdef01234567", "whsec_" + KEY, "secret.whsec-decoding"),
        ("svix", b"whsec_" + KEY.encode(), "whsec_" + KEY, "secret.whsec-decoding"),
        ("svix", KEY.encode(), KEY, "secret.encoding"),
        ("github", bytes.fromhex("00ff" * 8), "00ff" * 8, "secret.encoding"),
        ("github", base64.b64decode(KEY), KEY, "secret.encoding"),
        ("svix", base64.b64decode("YWJj"), "whsec_YW!Jj", "secret.lenient-base64"),
    ],
)
def test_secrets(provider: str, used: str | bytes, stored: str, code: str) -> None:
    """The same secret, but another key."""
    key = used.encode() if isinstance(used, str) else used
    body = raw(COMPACT)
    if provider == "github":
        headers = [("X-Hub-Signature-256", "sha256=" + hmac.new(key, body, "sha256").hexdigest())]
    elif provider == "stripe":
        headers = [
            (
                "Stripe-Signature",
                f"t={NOW},v1=" + hmac.new(key, f"{NOW}.".encode() + body, "sha256").hexdigest(),
            )
        ]
    else:
        made = base64.b64encode(hmac.digest(key, f"m.{NOW}.".encode() + body, "sha256")).decode()
        headers = [("svix-id", "m"), ("svix-timestamp", str(NOW)), ("svix-signature", f"v1,{made}")]
    found = diagnose(make_request([*JSON, *headers], body), [stored], provider=provider, now_unix=NOW)
    assert (found.findings[0].code, found.findings[0].certainty) == (code, "proved"), found.findings


def test_secret_of_another_endpoint() -> None:
    """It is named by its label and mode; a retired one is found among the endpoint's own."""
    request = sign(make_request(JSON, b"{}"), "stripe", "whsec_b", now_unix=NOW)
    others = [Secret("whsec_x", label="x"), Secret("whsec_b", label="staging", mode="test")]
    found = diagnose(request, ["whsec_a"], provider="stripe", now_unix=NOW, other_secrets=others)
    assert found.findings[0].code == "secret.other"
    assert dict(found.findings[0].fields)["label"] == "staging"
    retired = Secret("whsec_b", label="old", valid_until=NOW - 10)
    found = diagnose(request, ["whsec_a", retired], provider="stripe", now_unix=NOW)
    assert (found.findings[0].code, found.findings[0].certainty) == ("secret.other", "proved")


@pytest.mark.parametrize(
    ("signed", "public", "code"),
    [
        ("http://h.test/in?a=b+c", "https://h.test/in", "url.scheme"),
        ("https://h.test:8443/in?a=b+c", "https://h.test/in", "url.port"),
        ("https://h.test/in/?a=b+c", "https://h.test/in", "url.trailing-slash"),
        ("https://h.test/in?a=b%20c", "https://h.test/in", "url.query-encoding"),
        ("https://h.test/in", "https://h.test/in", "url.query-encoding"),
        ("https://tunnel.test/in?a=b+c", "https://h.test/in", "url.host"),
    ],
)
def test_urls(signed: str, public: str, code: str) -> None:
    """Square signs the URL; the one that matches is named."""
    made = base64.b64encode(hmac.digest(b"k", signed.encode() + b"{}", "sha256")).decode()
    headers = [("x-square-hmacsha256-signature", made), ("X-Forwarded-Host", "tunnel.test")]
    request = make_request(headers, b"{}", url="http://127.0.0.1:8800/in?a=b+c")
    found = diagnose(request, ["k"], provider="square", now_unix=0, public_url=public)
    assert (found.findings[0].code, found.findings[0].certainty) == (code, "proved"), found.findings
    assert signed in found.findings[0].advice


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (
            lambda body: "sha256=" + base64.b64encode(hmac.digest(b"s", body, "sha256")).decode(),
            "encoding.digest",
        ),
        (lambda body: hmac.new(b"s", body, "sha256").hexdigest(), "encoding.digest"),
        (lambda body: base64.b64encode(hmac.digest(b"s", body, "sha256")).decode(), "encoding.digest"),
        (lambda body: "v1=" + hmac.new(b"s", body, "sha256").hexdigest(), "encoding.digest"),
        (lambda body: "sha256=" + hmac.new(b"s", body, "sha1").hexdigest(), "algorithm.digest"),
        (lambda body: "sha512=" + hmac.new(b"s", body, "sha512").hexdigest(), "algorithm.digest"),
    ],
)
def test_encodings_and_digests(value: Callable[[bytes], str], code: str) -> None:
    """Hex for base64, a prefix too many or too few, a label that lies."""
    request = make_request([("X-Hub-Signature-256", value(b"{}"))], b"{}")
    found = diagnose(request, ["s"], provider="github", now_unix=0)
    assert (found.findings[0].code, found.findings[0].certainty) == (code, "proved"), found.findings


def test_time() -> None:
    """Too old, in the future, in the wrong unit."""
    for age, code in ((301, "time.too-old"), (-301, "time.in-future")):
        request = sign(make_request(JSON, b"{}"), "slack", "s", now_unix=NOW - age)
        found = diagnose(request, ["s"], provider="slack", now_unix=NOW)
        assert (found.verdict, found.findings[-1].code, found.age_s) == ("expired", code, age)
    request = sign(make_request(JSON, b"{}"), "slack", "s", now_unix=NOW * 1000)
    assert diagnose(request, ["s"], provider="slack", now_unix=NOW).findings[0].code == "time.unit"
    made = hmac.new(b"s", f"{NOW}000.".encode() + b"{}", "sha256").hexdigest()
    request = make_request([("Stripe-Signature", f"t={NOW},v1={made}")], b"{}")
    found = diagnose(request, ["s"], provider="stripe", now_unix=NOW)
    assert (found.findings[0].code, found.findings[0].certainty) == ("time.unit", "proved")


def test_headers() -> None:
    """Missing, malformed, under another name, not fitting the body."""
    assert (
        diagnose(make_request(body=b"{}"), ["s"], provider="github", now_unix=0).findings[0].code
        == "header.missing"
    )
    request = make_request([("Stripe-Signature", "hello")], b"{}")
    assert diagnose(request, ["s"], provider="stripe", now_unix=0).findings[0].code == "header.malformed"
    signed = sign(make_request(body=b"{}"), "github", "s", now_unix=0)
    renamed = Request(signed.head.replace(b"X-Hub-Signature-256", b"X-Acme-Signature"), b"{}")
    found = diagnose(renamed, ["s"], provider="github", now_unix=0)
    assert (found.findings[0].code, found.findings[0].certainty) == ("header.wrong-name", "proved")
    headers = [
        ("X-Hub-Signature-256", "sha256=" + "0" * 64),
        ("Content-Encoding", "gzip"),
        ("Content-Length", "9"),
    ]
    found = diagnose(make_request(headers, b"{}"), ["s"], provider="github", now_unix=0)
    assert [one.code for one in found.findings].count("header.inconsistent") == 2
    assert found.findings[-1].code == "secret.wrong"


def test_what_cannot_be_verified() -> None:
    """A sender that does not sign is said so, not searched."""
    found = diagnose(make_request(body=b"type=subscribe"), [], provider="mailchimp", now_unix=0)
    assert [one.code for one in found.findings] == ["unverifiable"]


@pytest.mark.parametrize("secret", ["sk_test_abc", "pk_live_abc", "key-" + "0" * 32, "ghp_abc", "xoxb-1"])
def test_api_keys_are_no_signing_secrets(secret: str) -> None:
    """Told by their beginning, as likely, before the plain wrong secret."""
    request = sign(make_request(JSON, b"{}"), "stripe", "whsec_a", now_unix=NOW)
    codes = [one.code for one in diagnose(request, [secret], provider="stripe", now_unix=NOW).findings]
    assert codes == ["secret.not-a-signing-secret", "secret.wrong"]


def test_live_event_and_test_secret() -> None:
    """The payload's mode is held against the label of the secret."""
    request = sign(make_request(JSON, b'{"livemode":true}'), "stripe", "whsec_a", now_unix=NOW)
    found = diagnose(request, [Secret("whsec_b", mode="test")], provider="stripe", now_unix=NOW)
    assert (found.findings[0].code, found.findings[0].certainty) == ("secret.other", "likely")


def test_a_pair_of_causes() -> None:
    """A secret with a line break and a body written again."""
    request = sign(make_request(JSON, raw(COMPACT)), "github", "s", now_unix=NOW)
    found = diagnose(Request(request.head, raw(COMPACT + "\n")), ["s\n"], provider="github", now_unix=NOW)
    assert [one.code for one in found.findings] == ["secret.whitespace", "body.final-newline"]
    assert {one.certainty for one in found.findings} == {"proved"}


def test_a_digest_that_does_not_fit() -> None:
    """Twilio's bodySHA256: the signature is right, and the change of the body is named."""
    body = raw(COMPACT)
    url = f"https://h.test/in?bodySHA256={hashlib.sha256(body).hexdigest()}"
    request = sign(make_request(JSON, body, url=url), "twilio", "s", now_unix=0, public_url=url)
    found = diagnose(
        Request(request.head, body + b"\n"), ["s"], provider="twilio", now_unix=0, public_url=url
    )
    assert [one.code for one in found.findings] == ["body.final-newline", "header.inconsistent"]


def test_public_key_schemes_are_searched_too() -> None:
    """SendGrid's last CR LF, lost by a framework."""
    from tests.core.signature.keys import private_key

    from garfio.core.signature import asymmetric

    key = private_key("ecdsa")
    request = sign(make_request(JSON, b"[{}]\r\n"), "sendgrid", key, now_unix=NOW)
    found = diagnose(
        Request(request.head, b"[{}]"), [asymmetric.public_key_of(key)], provider="sendgrid", now_unix=NOW
    )
    assert (found.findings[0].code, found.findings[0].certainty) == ("body.final-newline", "proved")


def test_changed_on_retry() -> None:
    """Same delivery, same signature, another body: the sender's fault."""
    headers = [*JSON, ("X-GitHub-Delivery", "d1"), ("X-GitHub-Event", "push")]
    first = sign(make_request(headers, b'{"a":1}'), "github", "s", now_unix=0)
    retry = replace(first, body=b'{"a":2}')
    finding = changed_on_retry(retry, first, "github")
    assert finding is not None
    assert finding.code == "sender.changed-on-retry"
    assert changed_on_retry(first, first, "github") is None
    assert changed_on_retry(sign(retry, "github", "s", now_unix=0), first, "github") is None


def test_check_my_handler() -> None:
    """The signature or the body of a handler is explained by its mistake."""
    request = sign(make_request(JSON, raw(COMPACT)), "github", "whsec_a", now_unix=NOW)
    options = {"provider": "github", "now_unix": NOW}
    again = hmac.new(b"whsec_a", raw(PYTHON), "sha256").hexdigest()
    assert diagnose_handler(request, ["whsec_a"], computed=again, **options)[0].code == "body.reserialised"
    assert (
        diagnose_handler(request, ["whsec_a"], computed="sha256=" + again, **options)[0].code
        == "body.reserialised"
    )
    empty = hmac.new(b"whsec_a", b"", "sha256").hexdigest()
    assert diagnose_handler(request, ["whsec_a"], computed=empty, **options)[0].code == "body.empty"
    assert diagnose_handler(request, ["whsec_a"], body=raw(PYTHON), **options)[0].code == "body.reserialised"
    right = verify(request, ["whsec_a"], **options).expected
    assert diagnose_handler(request, ["whsec_a"], computed=right, **options) == ()
    assert diagnose_handler(request, ["whsec_a"], computed="00" * 32, **options) == ()


def test_budget() -> None:
    """A search ends when its bytes or its time are used up, and says so."""
    request = sign(make_request(JSON, raw(COMPACT)), "github", "s", now_unix=0)
    found = diagnose(request, ["x"], provider="github", now_unix=0, budget=Budget(bytes_left=2000))
    assert found.exhausted
    ticks = iter(range(10_000))
    budget = Budget(clock=lambda: float(next(ticks)), seconds=5)
    assert diagnose(request, ["x"], provider="github", now_unix=0, budget=budget).exhausted
    assert not diagnose(request, ["x"], provider="github", now_unix=0).exhausted


@settings(max_examples=25, deadline=None)
@given(
    st.sampled_from(["github", "stripe", "shopify", "svix", "slack", "hubspot", "square"]),
    st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=6,
    ),
    st.binary(min_size=16, max_size=32),
)
def test_a_wrong_secret_proves_nothing(provider: str, document: object, key: bytes) -> None:
    """Whatever the body, a random other secret never yields a proof."""
    secret = "whsec_" + base64.b64encode(key).decode()
    request = sign(make_request(JSON, json.dumps(document).encode()), provider, secret, now_unix=NOW)
    other = "whsec_" + base64.b64encode(hashlib.sha256(key).digest()).decode()
    found = diagnose(request, [other], provider=provider, now_unix=NOW)
    assert found.verdict == "invalid"
    assert "proved" not in {one.certainty for one in found.findings}
    assert found.findings[-1].code == "secret.wrong"


@settings(max_examples=40, deadline=None)
@given(
    st.binary(max_size=300),
    st.text(max_size=30),
    st.sampled_from(["github", "adyen", "messagebird", "twilio", "slack"]),
)
def test_nothing_raises(body: bytes, secret: str, provider: str) -> None:
    """Bodies that are no text, secrets that are no keys."""
    headers = [("X-Hub-Signature-256", "sha256=" + "ab" * 32), ("X-Twilio-Signature", "AAAA"), *FORM]
    request = make_request(
        [*headers, ("X-Slack-Signature", "v0=00"), ("X-Slack-Request-Timestamp", "1")], body
    )
    found = diagnose(request, [secret], provider=provider, now_unix=NOW)
    assert "proved" not in {one.certainty for one in found.findings if not one.code.startswith("time")}


def test_form_escapes_are_the_languages_own() -> None:
    """The forms that the search builds are those of urlencode and encodeURIComponent."""
    pairs = {"a": "x y*~", "é": "ü"}
    request = sign(make_request(FORM, urlencode(pairs).encode()), "slack", "s", now_unix=NOW)
    arrived = "&".join(f"{quote(name)}={quote(value, safe='*~')}" for name, value in pairs.items())
    found = diagnose(Request(request.head, arrived.encode()), ["s"], provider="slack", now_unix=NOW)
    assert found.findings[0].code == "body.form-rebuilt"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda body: body + b"\n", "body.final-newline"),
        (lambda body: body.replace(b" ", b""), "body.reserialised"),
        (lambda body: body[:102_400], "body.truncated"),
    ],
)
def test_long_bodies(change: Callable[[bytes], bytes], code: str) -> None:
    """A body whose hash is kept for its end is searched like every other, with the secret changed too."""
    body = json.dumps([{"id": index, "name": "x"} for index in range(5000)]).encode()
    signed = sign(make_request(JSON, change(body)), "stripe", "s", now_unix=NOW)
    found = diagnose(replace(signed, body=body), ["x", "s"], provider="stripe", now_unix=NOW)
    assert (found.findings[0].code, found.findings[0].certainty) == (code, "proved")
    if code != "body.truncated":
        found = diagnose(replace(signed, body=body), ["x", "s\n"], provider="stripe", now_unix=NOW)
        assert [one.code for one in found.findings] == ["secret.whitespace", code]


@pytest.mark.parametrize(
    "text",
    [
        '{"a":' + "9" * 5000 + "}",
        '{"a":1e999,"b":-0,"c":' + "1" * 20_000 + "}",
        '{"a":"' + '\\"' * 50_000,
        '"' + '\\"' * 50_000 + "\\",
        "[" * 3000,
        '{"a\x00b":"\\u0000","%s":"%b %"}',
    ],
    ids=["huge integer", "odd numbers", "open string", "open escape", "deep", "NUL and percent"],
)
def test_hostile_documents(text: str) -> None:
    """What only looks like JSON is searched to the end, and not for long."""
    request = sign(make_request(JSON, text.encode()), "github", "s", now_unix=NOW)
    found = diagnose(request, ["x"], provider="github", now_unix=NOW)
    assert (found.exhausted, found.findings[-1].code) == (False, "secret.wrong")
    changed = replace(request, body=text.encode() + b"\n")
    assert diagnose(changed, ["s"], provider="github", now_unix=NOW).findings[0].code == "body.final-newline"


def test_documents_with_percent_signs() -> None:
    """A document is put together again from a template: a percent sign in it is text."""
    arrived, signed = '{"a%b":"100%","c":1}', '{"a%b": "100%", "c": 1}'
    request = sign(make_request(JSON, signed.encode()), "github", "s", now_unix=NOW)
    found = diagnose(replace(request, body=arrived.encode()), ["s"], provider="github", now_unix=NOW)
    assert (found.findings[0].code, found.findings[0].certainty) == ("body.reserialised", "proved")


def test_values_that_are_signed() -> None:
    """Where single values are signed, what changes them is found, and how the body is written is not asked."""
    arrived = b'{"signature":{"timestamp":"1","token":" t","signature":"00"}}'
    key = hmac.new(b"s", b"1t", "sha256").hexdigest().encode()
    found = diagnose(make_request(JSON, arrived.replace(b"00", key)), ["s"], provider="mailgun", now_unix=1)
    assert (found.findings[0].code, found.findings[0].certainty) == ("body.trimmed", "proved")


def order_body(size: int) -> bytes:
    """A document of many members, with all that encoders write in different ways."""
    item = {"id": 1, "title": "Zoë’s", "url": "https://shop.example/a", "html": "<b>1 & 2</b>", "price": 1.50}
    number = size // len(json.dumps(item, ensure_ascii=False).encode())
    items = [{**item, "id": index} for index in range(number)]
    return json.dumps({"items": items}, ensure_ascii=False, separators=(",", ":")).encode()


@pytest.mark.parametrize("size", [2048, 1 << 16])
def test_the_cost_of_a_search_is_locked(size: int) -> None:
    """Trials of five wrong secrets, and the bytes that they hash, counted: neither may grow unnoticed."""
    steps = 0

    def clock() -> float:
        nonlocal steps
        steps += 1
        return 0.0

    body = order_body(size)
    request = sign(make_request(JSON, body), "stripe", "whsec_right", now_unix=NOW)
    budget = Budget(clock=clock)
    before = budget.bytes_left
    secrets = [f"whsec_wrong_{number}" for number in range(5)]
    found = diagnose(request, secrets, provider="stripe", now_unix=NOW, budget=budget)
    assert (found.exhausted, found.findings[-1].code) == (False, "secret.wrong")
    assert 1000 < steps < 3500
    assert before - budget.bytes_left < 4200 * len(body)


@pytest.mark.parametrize("provider", ["github", "twilio", "square", "mailgun", "standard_webhooks"])
@pytest.mark.parametrize("given", [0, 1000, 30_000, 300_000])
def test_no_more_is_hashed_than_the_budget_has(provider: str, given: int) -> None:
    """Whatever the scheme, what is over the budget is less than one trial; the verdict is the plain one then."""
    body = order_body(1000)
    secret = json.dumps({"secret": "right"}) if provider == "mailgun" else "whsec_cmlnaHQ="
    request = make_request([*JSON, ("X-Twilio-Signature", "AAAA")], body)
    request = request if provider in ("mailgun", "twilio") else sign(request, provider, secret, now_unix=NOW)
    options = {"provider": provider, "now_unix": NOW}
    budget = Budget(bytes_left=given)
    found = diagnose(request, ["whsec_d3Jvbmc="], budget=budget, **options)
    assert budget.bytes_left > -6 * len(body) - 8192
    assert found.verdict == verify(request, ["whsec_d3Jvbmc="], **options).verdict
    assert found.exhausted or budget.bytes_left >= 0


def test_a_proof_comes_before_the_end_of_the_budget() -> None:
    """What has been proved is said although little was left, and the search does not go on for other secrets."""
    request = sign(make_request(JSON, raw(COMPACT + "\n")), "github", "s", now_unix=NOW)
    budget = Budget(bytes_left=60_000)
    found = diagnose(
        replace(request, body=raw(COMPACT)), ["s"], provider="github", now_unix=NOW, budget=budget
    )
    assert (found.exhausted, found.findings[0].code) == (False, "body.final-newline")
    assert budget.bytes_left > 0


def test_the_time_begins_with_the_search() -> None:
    """A budget that waits before its search starts loses nothing by it."""
    now = 0.0
    budget = Budget(clock=lambda: now, seconds=5)
    now = 1000.0
    request = sign(make_request(JSON, b"{}"), "github", "s", now_unix=0)
    assert not diagnose(request, ["x"], provider="github", now_unix=0, budget=budget).exhausted


def test_a_handler_is_not_searched_for_ever() -> None:
    """Without budget nothing is said of a handler, as if nothing explained it."""
    request = sign(make_request(JSON, raw(COMPACT)), "github", "s", now_unix=NOW)
    made = hmac.new(b"s", raw(PYTHON), "sha256").hexdigest()
    options = {"provider": "github", "now_unix": NOW, "computed": made}
    assert diagnose_handler(request, ["s"], budget=Budget(bytes_left=500), **options) == ()
    assert diagnose_handler(request, ["s"], **options)
