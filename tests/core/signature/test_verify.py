"""The verdict: what it says of time, secrets, versions, batches, URLs, and of whatever anybody sends."""

from __future__ import annotations

import base64
import gzip
import hashlib
import hmac
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.signature.requests import make_request

from garfio.core.http import Request
from garfio.core.signature import (
    CATALOG,
    Provider,
    Scheme,
    Secret,
    Verdict,
    handshake,
    recognise,
    sign,
    verify,
)

NOW = 1_700_000_000
BODY = b'{"id":"evt_1","type":"ping"}'


def stripe(
    timestamp: int = NOW, secret: str = "whsec_a", body: bytes = BODY, form: str = "t={t},v1={s}"
) -> Request:
    """A request signed the way Stripe's document says."""
    made = hmac.new(secret.encode(), f"{timestamp}.".encode() + body, "sha256").hexdigest()
    return make_request([("Stripe-Signature", form.format(t=timestamp, s=made))], body)


@pytest.mark.parametrize(
    ("request_", "secrets", "verdict", "code"),
    [
        (stripe(), ["whsec_a"], "valid", "ok"),
        (stripe(), ["whsec_b", "whsec_a"], "valid", "ok"),
        (stripe(), ["whsec_b"], "invalid", "mismatch"),
        (stripe(), [], "no_secret", "no-secret"),
        (stripe(secret=""), [""], "no_secret", "empty-secret"),
        (stripe(), [Secret("whsec_a", valid_until=NOW - 1)], "no_secret", "empty-secret"),
        (stripe(NOW - 300), ["whsec_a"], "valid", "ok"),
        (stripe(NOW - 301), ["whsec_a"], "expired", "too-old"),
        (stripe(NOW + 9999), ["whsec_a"], "valid", "ok"),
        (stripe(NOW - 301), ["whsec_b"], "invalid", "mismatch"),
        (stripe(form="t={t},v0={s}"), ["whsec_a"], "malformed", "malformed"),
        (stripe(form="v1={s}"), ["whsec_a"], "malformed", "malformed"),
        (stripe(form="t=now,v1={s}"), ["whsec_a"], "malformed", "malformed"),
        (stripe(form="t={t},v1=zz,v1={s}"), ["whsec_a"], "valid", "ok"),
        (make_request(body=BODY), ["whsec_a"], "unsigned", "missing"),
    ],
)
def test_stripe_verdicts(request_: Request, secrets: list, verdict: str, code: str) -> None:
    """The signature and the time are judged apart, the signature first."""
    checked = verify(request_, secrets, provider="stripe", now_unix=NOW)
    assert (checked.verdict, checked.code) == (verdict, code)


def test_evidence() -> None:
    """A verdict shows the bytes, both signatures, the age and the secret, and keeps the secret out of its
    text."""
    secret = Secret("whsec_a", label="staging")
    checked = verify(stripe(NOW - 5), [secret], provider="stripe", now_unix=NOW)
    assert checked.signed_content == b"1699999995." + BODY
    assert [part.name for part in checked.parts] == ["timestamp", "literal", "body"]
    assert checked.expected in checked.received
    assert (checked.age_s, checked.tolerance_s, checked.secret) == (5, 300, secret)
    assert "whsec_a" not in repr(secret) + repr(checked)


@pytest.mark.parametrize(
    ("tolerance_s", "verdict"), [(None, "expired"), (0, "valid"), (1000, "valid"), (100, "expired")]
)
def test_tolerance_can_be_chosen(tolerance_s: float | None, verdict: str) -> None:
    """0 switches the check of the age off, as SDKs have it."""
    checked = verify(stripe(NOW - 400), ["whsec_a"], provider="stripe", now_unix=NOW, tolerance_s=tolerance_s)
    assert checked.verdict == verdict


def test_future_is_refused_where_the_provider_does() -> None:
    """Slack refuses both directions, and the finding says which."""
    signed = sign(make_request(body=BODY), "slack", "s", now_unix=NOW + 600)
    checked = verify(signed, ["s"], provider="slack", now_unix=NOW)
    assert (checked.verdict, checked.findings[0].code) == ("expired", "time.in-future")


def test_a_weaker_signature_beside_a_wrong_strong_one_does_not_count() -> None:
    """GitHub's SHA-1 header is not looked at while the SHA-256 one is there."""
    weak = hmac.new(b"s", BODY, "sha1").hexdigest()
    headers = [("X-Hub-Signature-256", "sha256=" + "0" * 64), ("X-Hub-Signature", "sha1=" + weak)]
    assert verify(make_request(headers, BODY), ["s"], provider="github", now_unix=0).verdict == "invalid"
    assert verify(make_request(headers[1:], BODY), ["s"], provider="github", now_unix=0).verdict == "valid"


def test_hex_in_upper_case_is_right_and_remarked() -> None:
    """Bytes are compared, not text; receivers that compare text are warned of."""
    made = hmac.new(b"s", BODY, "sha256").hexdigest().upper()
    checked = verify(
        make_request([("X-Hub-Signature-256", f"sha256={made}")], BODY), ["s"], provider="github", now_unix=0
    )
    assert checked.verdict == "valid"
    assert [finding.code for finding in checked.findings] == ["encoding.digest"]


def test_base64_must_be_canonical() -> None:
    """Two texts never mean one signature: spare bits of the last character count."""
    made = base64.b64encode(hmac.digest(b"s", BODY, "sha256")).decode()
    last = made[-2]
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    other = made[:-2] + alphabet[alphabet.index(last) ^ 1] + "="
    for value, verdict in ((made, "valid"), (other, "invalid")):
        request = make_request([("X-Shopify-Hmac-Sha256", value)], BODY)
        assert verify(request, ["s"], provider="shopify", now_unix=0).verdict == verdict


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["stripe", "github", "shopify", "slack", "zoom", "linear", "standard_webhooks"]),
    st.data(),
)
def test_every_changed_byte_spoils(provider: str, data: st.DataObject) -> None:
    """One changed bit of the body, or of the signature's value, and the request is not valid."""
    body = b'{"webhookTimestamp":1700000000000,"a":[1,2,3]}'
    secret = "whsec_" + base64.b64encode(b"k" * 24).decode()
    signed = sign(make_request(body=body), provider, secret, now_unix=NOW)
    assert verify(signed, [secret], provider=provider, now_unix=NOW).verdict == "valid"
    at = data.draw(st.integers(0, len(signed.body) - 1))
    changed = bytearray(signed.body)
    changed[at] ^= 1 << data.draw(st.integers(0, 7))
    assert (
        verify(Request(signed.head, bytes(changed)), [secret], provider=provider, now_unix=NOW).verdict
        != "valid"
    )
    shown = verify(signed, [secret], provider=provider, now_unix=NOW).expected
    at = data.draw(st.integers(0, len(shown) - 1))
    swapped = shown[:at] + ("0" if shown[at] != "0" else "1") + shown[at + 1 :]
    head = signed.head.replace(shown.encode(), swapped.encode())
    assert verify(Request(head, signed.body), [secret], provider=provider, now_unix=NOW).verdict != "valid"


def test_every_item_of_a_batch_counts() -> None:
    """Adyen: one item with a wrong signature spoils the delivery."""
    item = {
        "NotificationRequestItem": {
            "pspReference": "1",
            "eventCode": "A",
            "additionalData": {"hmacSignature": ""},
        }
    }
    body = json.dumps({"notificationItems": [item, item]}).encode()
    signed = sign(make_request(body=body), "adyen", "ab" * 32, now_unix=0)
    assert verify(signed, ["ab" * 32], provider="adyen", now_unix=0).verdict == "valid"
    halves = signed.body.split(b'"eventCode": "A"')
    spoilt = halves[0] + b'"eventCode": "A"' + halves[1] + b'"eventCode": "B"' + halves[2]
    assert (
        verify(Request(signed.head, spoilt), ["ab" * 32], provider="adyen", now_unix=0).verdict == "invalid"
    )


@pytest.mark.parametrize(
    ("public_url", "target", "url"),
    [
        ("https://shop.example/hook", "/hook", "https://shop.example/hook"),
        ("https://shop.example/hook", "/local", "https://shop.example/hook"),
        ("https://shop.example", "/hook?a=1", "https://shop.example/hook?a=1"),
        ("https://shop.example/", "/hook", "https://shop.example/hook"),
        ("https://shop.example/hook", "/local?a=1", "https://shop.example/hook?a=1"),
        ("https://shop.example/hook?a=1", "/local", "https://shop.example/hook?a=1"),
        (None, "/hook", "https://hooks.example.test/hook"),
    ],
)
def test_the_url_that_was_signed(public_url: str | None, target: str, url: str) -> None:
    """An address with a path is the registered URL, one without is the listener's; none is guessed from the
    head."""
    made = base64.b64encode(hmac.digest(b"k", url.encode() + BODY, "sha256")).decode()
    request = make_request(
        [("x-square-hmacsha256-signature", made)], BODY, url=f"http://hooks.example.test{target}"
    )
    checked = verify(request, ["k"], provider="square", now_unix=0, public_url=public_url)
    assert (checked.verdict, checked.url) == ("valid", url)


def test_proxy_headers_tell_the_url() -> None:
    """Behind a tunnel the forwarded host and scheme are tried first."""
    made = base64.b64encode(hmac.digest(b"k", b"https://abc.tunnel.test/in" + BODY, "sha256")).decode()
    headers = [
        ("x-square-hmacsha256-signature", made),
        ("X-Forwarded-Proto", "https"),
        ("X-Forwarded-Host", "abc.tunnel.test"),
    ]
    request = make_request(headers, BODY, url="http://127.0.0.1:8800/in")
    assert verify(request, ["k"], provider="square", now_unix=0).verdict == "valid"


@pytest.mark.parametrize(
    ("provider", "secrets", "url", "verdict"),
    [
        ("mailchimp", [], "https://h.test/in?key=abc", "unverifiable"),
        ("mailchimp", ["abc"], "https://h.test/in?key=abc", "valid"),
        ("mailchimp", ["abc"], "https://h.test/in/abc", "valid"),
        ("mailchimp", ["abc"], "https://h.test/in?key=abd", "invalid"),
        ("nobody", ["abc"], "https://h.test/in", "unverifiable"),
    ],
)
def test_senders_that_do_not_sign(provider: str, secrets: list[str], url: str, verdict: str) -> None:
    """A secret in the URL is a token, and the verdict says that it protects no body."""
    checked = verify(make_request(body=b"type=subscribe", url=url), secrets, provider=provider, now_unix=0)
    assert checked.verdict == verdict
    if verdict == "valid":
        assert checked.covers == "nothing"


def test_a_public_key_is_never_a_shared_one() -> None:
    """A token or message signature that says HMAC is not checked with the text of a public key."""
    from tests.core.signature.keys import private_key

    from garfio.core.signature import asymmetric

    public = asymmetric.public_key_of(private_key("rsa"))
    digest = base64.b64encode(hashlib.sha256(BODY).digest()).decode()

    def part(value: dict[str, str]) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    unsigned = f"{part({'alg': 'HS256'})}.{part({'request_body_sha256': digest})}"
    made = (
        base64.urlsafe_b64encode(hmac.digest(public.encode(), unsigned.encode(), "sha256"))
        .decode()
        .rstrip("=")
    )
    request = make_request([("X-FusionAuth-Signature-JWT", f"{unsigned}.{made}")], BODY)
    assert verify(request, [public], provider="fusionauth", now_unix=0).verdict == "invalid"


def test_custom_schemes() -> None:
    """A scheme made by hand is saved as plain values and serves like one of the catalogue."""
    scheme = Scheme(
        signature=("header:X-Acme-Signature",),
        format="v2:{signature}",
        encoding="b64url",
        algorithm="hmac-sha512",
        content="{method} {path}\n{timestamp}\n{body}",
        timestamp="header:X-Acme-Time",
        tolerance_s=60,
    )
    provider = Provider(id="acme", name="Acme", schemes=(scheme,), event=("json:type",))
    again = Provider.from_dict(json.loads(json.dumps(provider.to_dict())))
    assert again.schemes == provider.schemes
    signed = sign(make_request(body=BODY), again, "s", now_unix=NOW)
    assert verify(signed, ["s"], provider=again, now_unix=NOW + 60).verdict == "valid"
    assert verify(signed, ["s"], provider=again, now_unix=NOW + 61).verdict == "expired"
    assert recognise(signed, again).event_type == "ping"
    made = hmac.digest(b"s", b"POST /in\n1700000000\n" + BODY, "sha512")
    assert signed.headers.text("x-acme-signature") == "v2:" + base64.urlsafe_b64encode(made).decode().rstrip(
        "="
    )


@pytest.mark.parametrize(
    "values",
    [
        {"algorithm": "rot13", "signature": ["header:X"]},
        {"signature": ["header:X"], "content": "{nothing}"},
        {"signature": ["header:X"], "content": "{body|rot13}"},
        {"signature": ["header:X"], "format": "x"},
        {"signature": []},
        {"signature": ["header:X"], "encoding": "morse"},
        {"signature": ["header:X"], "key": ["morse"]},
        {"signature": ["header:X"], "tolerance_s": "1"},
        {"signature": ["header:X"], "unit": "days"},
        {"signature": 1},
        {"checks": [[]], "signature": ["header:X"]},
        {"colour": "red"},
    ],
)
def test_schemes_that_cannot_mean_anything(values: dict[str, object]) -> None:
    """A wrong field is named in a sentence."""
    with pytest.raises(ValueError, match=r"[.]$"):
        Scheme.from_dict(values)


HEADERS = sorted(
    {
        reference.partition(":")[2].replace("*", "1")
        for entry in CATALOG.values()
        for scheme in entry.schemes
        for reference in (*scheme.signature, scheme.timestamp_reference, scheme.message_id)
        if reference.startswith("header:")
    }
)
VALUES = st.one_of(
    st.text(max_size=40),
    st.binary(max_size=40).map(lambda data: data.hex()),
    st.binary(max_size=60).map(lambda data: base64.b64encode(data).decode()),
    st.sampled_from(
        [
            "t=1,v1=",
            "v1,",
            "Bearer a.b.c",
            "eyJhbGciOiJub25lIn0.e30.",
            'keyId="a",signature="b"',
            'a=("@x");x="',
            "9" * 30,
        ]
    ),
)


@settings(max_examples=150, deadline=None)
@given(
    st.sampled_from(sorted(CATALOG)),
    st.dictionaries(st.sampled_from(HEADERS), VALUES, max_size=4),
    st.one_of(
        st.binary(max_size=200),
        st.sampled_from([b"[" * 5000, b'{"value":[1,{}]}', b"a=%zz&=&&p_signature=x"]),
    ),
    st.sampled_from(
        ["application/json", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]
    ),
    st.sampled_from(["/", "/?hub.challenge=1&hub.mode=subscribe", "*", "http://[bad", "/?crc_token=%00"]),
    st.one_of(st.text(max_size=30), st.just('{"public_key_pem":"x","secret":null}')),
)
def test_nothing_raises(
    provider: str, headers: dict[str, str], body: bytes, content_type: str, target: str, secret: str
) -> None:
    """Whatever a stranger sends, every provider gives a verdict, and only a wrong one."""
    lines = [f"POST {target} HTTP/1.1", f"Content-Type: {content_type}"]
    lines += [f"{name}: {value}".replace("\r", "").replace("\n", "") for name, value in headers.items()]
    request = Request(("\r\n".join(lines) + "\r\n\r\n").encode("utf-8", "surrogatepass"), body)
    checked = verify(request, [secret], provider=provider, now_unix=NOW)
    assert isinstance(checked.verdict, Verdict)
    assert checked.verdict != "valid" or checked.covers == "nothing"
    assert recognise(request).provider in {*CATALOG, ""}
    handshake(request, provider, [secret])


def test_quicknode_signs_the_body_before_it_is_packed() -> None:
    """As its own example does it: nonce, timestamp and the unpacked body."""
    body = b'{"block":1}'
    signature = hmac.new(b"s", b"n" + b"1700000000" + body, hashlib.sha256).hexdigest()
    headers = [("X-QN-Nonce", "n"), ("X-QN-Timestamp", "1700000000"), ("X-QN-Signature", signature)]
    for sent, coding in ((body, []), (gzip.compress(body, mtime=0), [("Content-Encoding", "gzip")])):
        request = make_request([*headers, *coding], sent)
        assert verify(request, ["s"], provider="quicknode", now_unix=1700000000).verdict == "valid"
