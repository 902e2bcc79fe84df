"""Official SDKs as peers: what they sign we accept, what we sign they accept, what they refuse we refuse."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import json
import logging
import time
from collections.abc import Callable

import pytest
from tests.core.signature.requests import make_request

from garfio.core.http import Request
from garfio.core.signature import sign, verify

BODIES = (
    b'{"id":"evt_1","object":"event","type":"ping"}',
    b"{}",
    '{"name":"Zoë 🎣","n":1.50}'.encode(),
    b'{"a": 1}\n',
)
SECRET = "whsec_" + base64.b64encode(b"0123456789abcdef0123456789abcdef").decode()


def text(request: Request, name: str) -> str:
    """A header of a signed request."""
    found = request.headers.text(name)
    assert found is not None
    return found


@pytest.fixture
def now() -> int:
    """The SDKs read the clock, so the tests do."""
    return int(time.time())


@pytest.mark.parametrize("body", BODIES)
def test_stripe(body: bytes, now: int) -> None:
    """stripe-python: verify_header."""
    stripe = pytest.importorskip("stripe")

    def accepts(header: str, sent: bytes = body, tolerance: int | None = 300) -> bool:
        try:
            return bool(
                stripe.WebhookSignature.verify_header(sent.decode(), header, SECRET, tolerance=tolerance)
            )
        except stripe.SignatureVerificationError:
            return False

    signed = sign(make_request(body=body), "stripe", SECRET, now_unix=now)
    header = text(signed, "stripe-signature")
    cases = [
        (header, body, now),
        (header, body + b" ", now),
        (header.replace("v1=", "v0="), body, now),
        (header + ",v1=00,v9=x", body, now),
        (header.replace("t=", "t=1,x="), body, now),
        ("t=,v1=", body, now),
        ("", body, now),
    ]
    for age in (250, 350, -500):
        old = sign(make_request(body=body), "stripe", SECRET, now_unix=now - age)
        cases.append((text(old, "stripe-signature"), body, now))
    for value, sent, moment in cases:
        request = make_request([("Stripe-Signature", value)], sent)
        ours = verify(request, [SECRET], provider="stripe", now_unix=moment)
        assert (ours.verdict == "valid") is accepts(value, sent), (value, ours.reason)
    timestamp = stripe.WebhookSignature._compute_signature(f"{now}.{body.decode()}", SECRET)
    request = make_request([("Stripe-Signature", f"t={now},v1={timestamp}")], body)
    assert verify(request, [SECRET], provider="stripe", now_unix=now).verdict == "valid"


@pytest.mark.parametrize("body", BODIES)
def test_slack(body: bytes, now: int) -> None:
    """slack_sdk: SignatureVerifier."""
    signature = pytest.importorskip("slack_sdk.signature")
    verifier = signature.SignatureVerifier("secret")
    signed = sign(make_request(body=body), "slack", "secret", now_unix=now)
    value, moment = text(signed, "x-slack-signature"), text(signed, "x-slack-request-timestamp")
    assert verifier.is_valid(body, moment, value)
    made = verifier.generate_signature(timestamp=str(now), body=body)
    for header, sent, at in (
        (made, body, now),
        (made, body + b".", now),
        (made, body, now - 1000),
        ("v0=", body, now),
    ):
        request = make_request([("X-Slack-Signature", header), ("X-Slack-Request-Timestamp", str(at))], sent)
        theirs = verifier.is_valid(sent, str(at), header)
        assert (verify(request, ["secret"], provider="slack", now_unix=now).verdict == "valid") is theirs


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("version", ["v1", "v2", "v3"])
def test_hubspot(body: bytes, version: str, now: int) -> None:
    """hubspot-api-client: Signature.get_signature and is_valid."""
    module = pytest.importorskip("hubspot.utils.signature")
    url = "https://example.com/webhook?portal=1&q=a+b"
    made = module.Signature.get_signature("secret", body.decode(), version, url, "POST", str(now * 1000))
    headers = {
        "v1": [("X-HubSpot-Signature", made), ("X-HubSpot-Signature-Version", "v1")],
        "v2": [("X-HubSpot-Signature", made), ("X-HubSpot-Signature-Version", "v2")],
        "v3": [("X-HubSpot-Signature-v3", made), ("X-HubSpot-Request-Timestamp", str(now * 1000))],
    }[version]
    checked = verify(
        make_request(headers, body, url=url), ["secret"], provider="hubspot", now_unix=now, public_url=url
    )
    assert (checked.verdict, checked.scheme) == ("valid", version)
    assert (
        verify(
            make_request(headers, body + b" ", url=url),
            ["secret"],
            provider="hubspot",
            now_unix=now,
            public_url=url,
        ).verdict
        == "invalid"
    )
    signed = sign(
        make_request(body=body, url=url), "hubspot", "secret", now_unix=now, public_url=url, scheme=version
    )
    name = "x-hubspot-signature-v3" if version == "v3" else "x-hubspot-signature"
    assert module.Signature.is_valid(
        text(signed, name),
        "secret",
        body.decode(),
        url,
        "POST",
        version,
        signed.headers.text("x-hubspot-request-timestamp"),
    )


def test_twilio_form() -> None:
    """twilio-python: form parameters, repeated names, with and without a port."""
    module = pytest.importorskip("twilio.request_validator")
    validator = module.RequestValidator("token")
    body = b"To=%2B1800&From=%2B1415&Body=caf%C3%A9+%26+more&Empty="
    params = {"To": "+1800", "From": "+1415", "Body": "café & more", "Empty": ""}
    form = [("Content-Type", "application/x-www-form-urlencoded")]
    for url in (
        "https://example.com/sms?x=1&y=a%20b",
        "https://example.com:8443/sms",
        "https://example.com:443/sms",
    ):
        made = validator.compute_signature(url, params)
        request = make_request([*form, ("X-Twilio-Signature", made)], body, url=url)
        checked = verify(request, ["token"], provider="twilio", now_unix=0, public_url=url)
        assert checked.verdict == "valid", url
        signed = sign(make_request(form, body, url=url), "twilio", "token", now_unix=0, public_url=url)
        assert validator.validate(url, params, text(signed, "x-twilio-signature"))
        other = make_request([*form, ("X-Twilio-Signature", made)], body.replace(b"more", b"less"), url=url)
        assert verify(other, ["token"], provider="twilio", now_unix=0, public_url=url).verdict == "invalid"


def test_twilio_json() -> None:
    """twilio-python: a JSON body is bound by bodySHA256 in the URL."""
    module = pytest.importorskip("twilio.request_validator")
    validator = module.RequestValidator("token")
    body = b'{"type":"event"}'
    url = f"https://example.com/in?bodySHA256={hashlib.sha256(body).hexdigest()}"
    headers = [
        ("Content-Type", "application/json"),
        ("X-Twilio-Signature", validator.compute_signature(url, {})),
    ]
    checked = verify(
        make_request(headers, body, url=url), ["token"], provider="twilio", now_unix=0, public_url=url
    )
    assert checked.verdict == "valid"
    spoilt = verify(
        make_request(headers, body + b" ", url=url), ["token"], provider="twilio", now_unix=0, public_url=url
    )
    assert spoilt.verdict == "invalid"
    assert not validator.validate(url, (body + b" ").decode(), headers[1][1])


@pytest.mark.parametrize(("module", "prefix", "provider"), [
    ("standardwebhooks", "webhook-", "standard_webhooks"),
    ("svix.webhooks", "svix-", "svix"),
])  # fmt: skip
@pytest.mark.parametrize("body", BODIES)
def test_standard_webhooks(module: str, prefix: str, provider: str, body: bytes, now: int) -> None:
    """standardwebhooks and svix: sign and verify."""
    peer = pytest.importorskip(module).Webhook(SECRET)

    def accepts(headers: dict[str, str], sent: bytes) -> bool:
        try:
            peer.verify(sent.decode(), headers)
        except Exception:
            return False
        return True

    made = peer.sign("msg_1", dt.datetime.fromtimestamp(now, tz=dt.UTC), body.decode())
    for value, sent, at in (
        (made, body, now),
        (f"v2,xx v1,AAAA {made}", body, now),
        (made, body + b" ", now),
        (made, body, now - 400),
        ("v1,", body, now),
        (made.replace("v1,", "v1a,"), body, now),
    ):
        headers = {f"{prefix}id": "msg_1", f"{prefix}timestamp": str(at), f"{prefix}signature": value}
        checked = verify(make_request(headers.items(), sent), [SECRET], provider=provider, now_unix=now)
        assert (checked.verdict == "valid") is accepts(headers, sent), (value, checked.reason)
    signed = sign(make_request(body=body), provider, SECRET, now_unix=now)
    assert accepts(
        {name: text(signed, name) for name in (f"{prefix}id", f"{prefix}timestamp", f"{prefix}signature")},
        body,
    )


def test_sendgrid() -> None:
    """sendgrid-python: EventWebhook accepts what a test key of ours signed."""
    module = pytest.importorskip("sendgrid.helpers.eventwebhook")
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ).decode()
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    shown = base64.b64encode(key.public_key().public_bytes(serialization.Encoding.DER, form)).decode()
    body = b'[{"event":"open"}]\r\n'
    signed = sign(make_request(body=body), "sendgrid", pem, now_unix=1)
    value = text(signed, "X-Twilio-Email-Event-Webhook-Signature")
    peer = module.EventWebhook(shown)
    assert peer.verify_signature(body.decode(), value, "1")
    assert verify(signed, [shown], provider="sendgrid", now_unix=1).verdict == "valid"
    assert (
        verify(Request(signed.head, body[:-2]), [shown], provider="sendgrid", now_unix=1).verdict == "invalid"
    )


def test_discord() -> None:
    """PyNaCl: an Ed25519 signature over timestamp and body, key and signature in hex."""
    nacl = pytest.importorskip("nacl.signing")
    key = nacl.SigningKey.generate()
    body = b'{"type":2}'
    made = key.sign(b"1700000000" + body).signature.hex()
    headers = [("X-Signature-Ed25519", made), ("X-Signature-Timestamp", "1700000000")]
    public = key.verify_key.encode().hex()
    assert verify(make_request(headers, body), [public], provider="discord", now_unix=0).verdict == "valid"
    assert (
        verify(make_request(headers, body + b" "), [public], provider="discord", now_unix=0).verdict
        == "invalid"
    )
    signed = sign(make_request(body=body), "discord", key.encode().hex(), now_unix=5)
    assert key.verify_key.verify(b"5" + body, bytes.fromhex(text(signed, "x-signature-ed25519")))


def test_square() -> None:
    """squareup: verify_signature over the notification URL and the body."""
    module = pytest.importorskip("square.utils.webhooks_helper")
    url, body = "https://example.com/webhook", b'{"merchant_id":"M","type":"x"}'
    signed = sign(make_request(body=body, url=url), "square", "key", now_unix=0, public_url=url)
    value = text(signed, "x-square-hmacsha256-signature")
    assert module.verify_signature(
        request_body=body.decode(), signature_header=value, signature_key="key", notification_url=url
    )
    for sent, key, known in (
        (body, "key", url),
        (body + b" ", "key", url),
        (body, "kez", url),
        (body, "key", url + "/"),
    ):
        theirs = module.verify_signature(
            request_body=sent.decode(), signature_header=value, signature_key=key, notification_url=known
        )
        request = make_request([("X-Square-HmacSha256-Signature", value)], sent, url=known)
        ours = verify(request, [key], provider="square", now_unix=0, public_url=known).verdict
        assert (ours == "valid") is theirs


@pytest.mark.parametrize("body", BODIES)
def test_paddle(body: bytes, now: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """paddle-python-sdk: Verifier, which logs what it refuses."""
    sdk = pytest.importorskip("paddle_billing.Notifications")
    monkeypatch.setattr(logging.getLogger("paddle_billing"), "disabled", True)

    class Received:
        def __init__(self, header: str, sent: bytes) -> None:
            self.headers, self.body = {"Paddle-Signature": header}, sent

    def accepts(header: str, sent: bytes, secret: str = SECRET) -> bool:
        return bool(sdk.Verifier(60).verify(Received(header, sent), sdk.Secret(secret)))

    header = text(sign(make_request(body=body), "paddle", SECRET, now_unix=now), "paddle-signature")
    old = text(sign(make_request(body=body), "paddle", SECRET, now_unix=now - 100), "paddle-signature")
    other = text(sign(make_request(body=body), "paddle", "other", now_unix=now), "paddle-signature")
    assert accepts(header, body)
    for value, sent in ((header, body), (header, body + b" "), (old, body), (other, body)):
        request = make_request([("Paddle-Signature", value)], sent)
        ours = verify(request, [SECRET], provider="paddle", now_unix=now, tolerance_s=60)
        assert (ours.verdict == "valid") is accepts(value, sent), (value, ours.reason)


@pytest.mark.parametrize("body", BODIES)
def test_github(body: bytes) -> None:
    """gidgethub: validate_event, and the header of SHA-1 that GitHub still sends."""
    sansio = pytest.importorskip("gidgethub.sansio")
    refused = pytest.importorskip("gidgethub").ValidationFailure

    def accepts(header: str, sent: bytes) -> bool:
        try:
            sansio.validate_event(sent, signature=header, secret=SECRET)
        except refused:
            return False
        return True

    header = text(sign(make_request(body=body), "github", SECRET, now_unix=0), "x-hub-signature-256")
    other = text(sign(make_request(body=body), "github", "other", now_unix=0), "x-hub-signature-256")
    assert accepts(header, body)
    for value, sent in ((header, body), (header, body + b" "), (other, body), (header[:-1], body)):
        request = make_request([("X-Hub-Signature-256", value)], sent)
        ours = verify(request, [SECRET], provider="github", now_unix=0).verdict
        assert (ours == "valid") is accepts(value, sent), value


def test_jwt_of_another_library() -> None:
    """PyJWT signs, we accept; we sign, PyJWT accepts; `none` and a foreign algorithm are refused."""
    jwt = pytest.importorskip("jwt")
    body = b'{"event":"deploy"}'
    digest = hashlib.sha256(body).hexdigest()
    secret = "a secret of at least thirty-two bytes"
    made = jwt.encode({"iss": "netlify", "sha256": digest}, secret, algorithm="HS256")
    foreign = jwt.encode({"iss": "netlify", "sha256": digest}, secret + "0" * 40, algorithm="HS512")
    unsigned = jwt.encode({"iss": "netlify", "sha256": digest}, None, algorithm="none")

    def verdict(token: str, sent: bytes = body) -> str:
        return verify(
            make_request([("X-Webhook-Signature", token)], sent), [secret], provider="netlify", now_unix=0
        ).verdict

    assert verdict(made) == "valid"
    assert verdict(made, body + b" ") == "invalid"
    assert verdict(foreign) == "malformed"
    assert verdict(unsigned) == "malformed"
    signed = sign(make_request(body=body), "netlify", secret, now_unix=int(time.time()))
    claims = jwt.decode(text(signed, "x-webhook-signature"), secret, algorithms=["HS256"])
    assert claims["sha256"] == digest


def test_http_message_signatures() -> None:
    """http-message-signatures signs a request with an HMAC key; we accept it, and not with another body."""
    library = pytest.importorskip("http_message_signatures")
    requests = pytest.importorskip("requests")
    key = b"0123456789abcdef0123456789abcdef"

    class Keys(library.HTTPSignatureKeyResolver):
        def resolve_public_key(self, key_id: str) -> bytes:
            return key

        def resolve_private_key(self, key_id: str) -> bytes:
            return key

    body = b'{"hello":"world"}'
    digest = base64.b64encode(hashlib.sha256(body).digest()).decode()
    prepared = requests.Request(
        "POST", "https://example.com/foo?a=1", data=body, headers={"Content-Digest": f"sha-256=:{digest}:"}
    ).prepare()
    signer = library.HTTPMessageSigner(
        signature_algorithm=library.algorithms.HMAC_SHA256, key_resolver=Keys()
    )
    covered = ("@method", "@authority", "@target-uri", "content-digest")
    signer.sign(
        prepared,
        use_existing_digest=True,
        key_id="k",
        covered_component_ids=covered,
        created=dt.datetime.fromtimestamp(1_700_000_000, tz=dt.UTC),
    )
    headers = [(name, str(value)) for name, value in prepared.headers.items()]
    secret = base64.b64encode(key).decode()

    def verdict(sent: bytes, url: str = "https://example.com/foo?a=1") -> str:
        request = make_request(headers, sent, url=url)
        return verify(request, [secret], provider="rfc9421", now_unix=1_700_000_010, public_url=url).verdict

    assert verdict(body) == "valid"
    assert verdict(b"{}") == "invalid"
    assert verdict(body, "https://example.com/foo?a=2") == "invalid"


def test_json_payloads_are_never_parsed() -> None:
    """The order of keys, blanks and escapes count: a re-serialised body is another body."""
    body = b'{"b": 1.0, "a": "\\u00e9"}'
    signed = sign(make_request(body=body), "github", "s", now_unix=0)
    changed: Callable[[bytes], bytes] = lambda raw: json.dumps(json.loads(raw)).encode()  # noqa: E731
    assert verify(signed, ["s"], provider="github", now_unix=0).verdict == "valid"
    rewritten = Request(signed.head, changed(body).replace(b"1.0", b"1"))
    assert verify(rewritten, ["s"], provider="github", now_unix=0).verdict == "invalid"
