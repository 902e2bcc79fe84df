"""Vectors of public keys, tokens and JSON Web Tokens, computed with hashlib, hmac and `cryptography` from documents.

Every recipe gives a valid request and one whose body, or secret where the body is not covered, is another.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import zlib
from collections.abc import Iterator

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, padding, rsa, utils
from tests.core.signature.keys import private_key
from tests.core.signature.requests import URL
from tests.core.signature.vectors import Vector, source_of

NOW = 1_700_000_000
BODY = b'{"id":"evt_1","type":"ping","amount":10.50,"name":"Zo\xc3\xab"}'
OTHER = BODY.replace(b"10.50", b"10.5")
JSON = ("Content-Type", "application/json")
FORM = ("Content-Type", "application/x-www-form-urlencoded")


def b64(data: bytes) -> str:
    """Base64 with padding."""
    return base64.b64encode(data).decode()


def b64url(data: bytes) -> str:
    """Base64 for URLs, without padding."""
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def load(kind: str) -> ed25519.Ed25519PrivateKey | ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey:
    """The test key of a kind."""
    return serialization.load_pem_private_key(private_key(kind).encode(), None)


def public(kind: str, form: str = "pem") -> str:
    """Its public half: PEM, base64 DER, raw hex or base64, or a JWK set."""
    key = load(kind).public_key()
    info = serialization.PublicFormat.SubjectPublicKeyInfo
    if form == "pem":
        return key.public_bytes(serialization.Encoding.PEM, info).decode()
    if form == "der":
        return b64(key.public_bytes(serialization.Encoding.DER, info))
    if form in ("hex", "b64"):
        return key.public_bytes_raw().hex() if form == "hex" else b64(key.public_bytes_raw())
    return json.dumps({"keys": [{"kid": "other", "kty": "x"}, {"kid": "key-1", **_jwk(kind)}]})


def _jwk(kind: str) -> dict[str, str]:
    key = load(kind).public_key()
    if kind == "rsa":
        found = key.public_numbers()
        return {
            "kty": "RSA",
            "n": b64url(found.n.to_bytes(256, "big")),
            "e": b64url(found.e.to_bytes(3, "big")),
        }
    if kind == "ecdsa":
        found = key.public_numbers()
        x, y = (b64url(number.to_bytes(32, "big")) for number in (found.x, found.y))
        return {"kty": "EC", "crv": "P-256", "x": x, "y": y}
    return {"kty": "OKP", "crv": "Ed25519", "x": b64url(key.public_bytes_raw())}


def rsa_sign(content: bytes, digest: hashes.HashAlgorithm, *, pss: bool = False) -> bytes:
    """RSA with PKCS#1 v1.5, or PSS."""
    pad = padding.PSS(padding.MGF1(digest), digest.digest_size) if pss else padding.PKCS1v15()
    return load("rsa").sign(content, pad, digest)


def ed_sign(content: bytes) -> bytes:
    """Ed25519."""
    return load("ed25519").sign(content)


def jws(payload: bytes, algorithm: str = "RS256", *, detached: bool = False, **head: object) -> str:
    """A JSON Web Signature in compact form; detached: without its payload."""
    start = b64url(json.dumps({"alg": algorithm, "kid": "key-1", **head}).encode())
    middle = payload if head.get("b64") is False else b64url(payload).encode()
    content = start.encode() + b"." + middle
    if algorithm == "ES256":
        r, s = utils.decode_dss_signature(load("ecdsa").sign(content, ec.ECDSA(hashes.SHA256())))
        made = r.to_bytes(32, "big") + s.to_bytes(32, "big")
    else:
        made = rsa_sign(content, hashes.SHA512() if algorithm == "RS512" else hashes.SHA256())
    return f"{start}.{'' if detached else middle.decode()}.{b64url(made)}"


def pair(
    provider: str, secret: str, *headers: tuple[str, str], body: bytes = BODY, **fields: object
) -> tuple[str, tuple[Vector, ...]]:
    """The valid vector and the one with another body."""
    valid = Vector(
        source=source_of(provider), secret=secret, headers=(JSON, *headers), body=body, at=NOW, **fields
    )
    other = body.replace(b"10.50", b"10.5") if b"10.50" in body else body + b" "
    return provider, (valid, valid.spoilt(body=other))


def rsa_pairs() -> Iterator[tuple[str, tuple[Vector, ...]]]:
    """RSA over the body, or over what the document says."""
    pem, sha256 = public("rsa"), hashes.SHA256()
    over_body = b64(rsa_sign(BODY, sha256))
    yield pair("conekta", pem, ("DIGEST", over_body))
    yield pair("dyte", pem, ("rtk-signature", over_body))
    yield pair("dyte", pem, ("dyte-signature", over_body))
    yield pair("highlevel", pem, ("x-wh-signature", over_body))
    yield pair("postal", public("rsa", "der"), ("X-Postal-Signature", b64(rsa_sign(BODY, hashes.SHA1()))))
    made = b64(rsa_sign(BODY, sha256, pss=True))
    yield pair("contentstack", pem, ("X-Contentstack-Request-Signature", f"v1={made}"))
    stamp = "2023-11-14T22:13:20Z"
    made = b64(rsa_sign(b"01H." + stamp.encode() + b"." + BODY, sha256))
    yield pair(
        "kick",
        pem,
        ("Kick-Event-Message-Id", "01H"),
        ("Kick-Event-Message-Timestamp", stamp),
        ("Kick-Event-Signature", made),
    )
    yield pair("fireblocks", pem, ("Fireblocks-Signature", b64(rsa_sign(BODY, hashes.SHA512()))))


def fields_pairs() -> Iterator[tuple[str, tuple[Vector, ...]]]:
    """RSA over fields of the body, a form, or a checksum."""
    payload = b'{"id":1,"state":"passed"}'
    made = b64(rsa_sign(payload, hashes.SHA1()))
    body = b"payload=%7B%22id%22%3A1%2C%22state%22%3A%22passed%22%7D"
    valid = Vector(
        source=source_of("travis_ci"), secret=public("rsa"), headers=(FORM, ("Signature", made)), body=body
    )
    yield "travis_ci", (valid, valid.spoilt(body=body.replace(b"passed", b"failed")))

    serial = b'a:2:{s:8:"alert_id";s:1:"7";s:10:"alert_name";s:4:"caf\xc3\xa9";}'.replace(b"s:4", b"s:5")
    made = b64(rsa_sign(serial, hashes.SHA1())).replace("+", "%2B").replace("=", "%3D")
    body = f"alert_name=caf%C3%A9&alert_id=7&p_signature={made}".encode()
    valid = Vector(source=source_of("paddle_classic"), secret=public("rsa"), headers=(FORM,), body=body)
    yield "paddle_classic", (valid, valid.spoilt(body=body.replace(b"id=7", b"id=8")))

    content = f"t-1|2023-11-14T22:13:20Z|WH-1|{zlib.crc32(BODY)}".encode()
    yield pair(
        "paypal",
        json.dumps({"webhook_id": "WH-1", "public_key_pem": public("rsa")}),
        ("PAYPAL-TRANSMISSION-ID", "t-1"),
        ("PAYPAL-TRANSMISSION-TIME", "2023-11-14T22:13:20Z"),
        ("PAYPAL-AUTH-ALGO", "SHA256withRSA"),
        ("PAYPAL-TRANSMISSION-SIG", b64(rsa_sign(content, hashes.SHA256()))),
    )
    yield "aws_sns", (*_sns("1", hashes.SHA1()), *_sns("2", hashes.SHA256()))


def _sns(version: str, digest: hashes.HashAlgorithm) -> tuple[Vector, ...]:
    fields = {
        "Message": "paid\nin full",
        "MessageId": "22b80b92",
        "Subject": "Zoë",
        "Timestamp": "2023-11-14T22:13:20.000Z",
        "TopicArn": "arn:aws:sns:eu-west-1:1:t",
        "Type": "Notification",
    }
    content = "".join(f"{name}\n{value}\n" for name, value in fields.items()).encode()
    message = {**fields, "SignatureVersion": version, "Signature": b64(rsa_sign(content, digest))}
    body = json.dumps(message).encode()
    source = source_of("aws_sns")
    valid = Vector(
        source=source, secret=public("rsa"), headers=(("Content-Type", "text/plain"),), body=body, at=NOW
    )
    return valid, valid.spoilt(body=body.replace(b"in full", b"in part"))


def curve_pairs() -> Iterator[tuple[str, tuple[Vector, ...]]]:
    """Ed25519 and ECDSA."""
    stamp = str(NOW)
    made = b64(load("ecdsa").sign(BODY, ec.ECDSA(hashes.SHA256())))
    yield pair("circle", public("ecdsa", "der"), ("X-Circle-Signature", made), ("X-Circle-Key-Id", "key-1"))
    made = ed_sign(stamp.encode() + BODY).hex()
    yield pair(
        "discord",
        public("ed25519", "hex"),
        ("X-Signature-Ed25519", made),
        ("X-Signature-Timestamp", stamp),
    )
    made = b64(ed_sign(stamp.encode() + b"|" + BODY))
    yield pair(
        "telnyx",
        public("ed25519", "b64"),
        ("telnyx-signature-ed25519", made),
        ("telnyx-timestamp", stamp),
    )
    made = ed_sign(f"r-1\nu-1\n{stamp}\n{hashlib.sha256(BODY).hexdigest()}".encode()).hex()
    yield pair(
        "fal",
        json.dumps({"keys": [_jwk("ed25519")]}),
        ("X-Fal-Webhook-Request-Id", "r-1"),
        ("X-Fal-Webhook-User-Id", "u-1"),
        ("X-Fal-Webhook-Timestamp", stamp),
        ("X-Fal-Webhook-Signature", made),
    )
    digest = b64(hashlib.sha512(BODY).digest())
    names = (
        "Content-Digest",
        "Event-Id",
        "Event-Timestamp",
        "Request-Id",
        "Request-Timestamp",
        "Key-Version",
    )
    values = (digest, "e-1", stamp, "r-1", stamp, "1")
    yield pair(
        "integrated_finance",
        public("ed25519"),
        *((f"X-Webhook-{name}", value) for name, value in zip(names, values, strict=True)),
        ("X-Webhook-Signature", b64(ed_sign("|".join(values).encode()))),
    )
    yield from _message_signatures()


def _message_signatures() -> Iterator[tuple[str, tuple[Vector, ...]]]:
    """RFC 9421 and the draft before it."""
    digest = f"sha-256=:{b64(hashlib.sha256(BODY).digest())}:"
    inner = f'("content-digest");created={NOW};keyid="key-1";alg="ed25519"'
    content = f'"content-digest": {digest}\n"@signature-params": {inner}'.encode()
    headers = (
        ("Content-Digest", digest),
        ("Signature-Input", f"sig={inner}"),
        ("Signature", f"sig=:{b64(ed_sign(content))}:"),
    )
    yield pair("mailchannels", public("ed25519"), *headers)
    inner = f'("@method" "@authority" "content-digest");created={NOW};alg="hmac-sha256"'
    lines = (
        '"@method": POST',
        '"@authority": hooks.example.test',
        f'"content-digest": {digest}',
        f'"@signature-params": {inner}',
    )
    made = hmac.digest(b"a shared key of text", "\n".join(lines).encode(), "sha256")
    yield pair(
        "rfc9421",
        b64(b"a shared key of text"),
        ("Content-Digest", digest),
        ("Signature-Input", f"s1={inner}"),
        ("Signature", f"s1=:{b64(made)}:"),
    )
    date, digest = "Tue, 14 Nov 2023 22:13:20 GMT", f"sha-256={b64(hashlib.sha256(BODY).digest())}"
    content = f"(request-target): post /in\nhost: hooks.example.test\ndate: {date}\ndigest: {digest}".encode()
    made = b64(ed_sign(content))
    value = f'keyid="a", algorithm="ed25519", signature="{made}", headers="(request-target) host date digest"'
    yield pair(
        "keygen",
        public("ed25519", "hex"),
        ("Date", date),
        ("Digest", digest),
        ("Keygen-Signature", value),
    )


def token_pairs() -> Iterator[tuple[str, tuple[Vector, ...]]]:
    """JSON Web Tokens: beside the body, bound to it or not, or as the body."""
    claims = {"iat": NOW, "exp": NOW + 60}
    keys = public("rsa", "jwks")
    for provider, issuer in (
        ("google_pubsub", "https://accounts.google.com"),
        ("google_chat", "chat@system.gserviceaccount.com"),
        ("bot_framework", "https://api.botframework.com"),
    ):
        made = jws(json.dumps({**claims, "iss": issuer}).encode())
        valid = pair(provider, keys, ("Authorization", f"Bearer {made}"))[1][0]
        foreign = jws(json.dumps({**claims, "iss": "https://evil.test"}).encode())
        spoilt = made.rpartition(".")[0] + "." + foreign.rpartition(".")[2]
        yield provider, (valid, _with_token(valid, f"Bearer {spoilt}"))
    made = jws(
        json.dumps({**claims, "request_body_sha256": hashlib.sha256(BODY).hexdigest()}).encode(), "ES256"
    )
    yield pair("plaid", json.dumps(_jwk("ecdsa")), ("Plaid-Verification", made))
    for provider, issuer in (("kinde", "https://x.kinde.com"), ("wix", "wix.com")):
        head, middle, tail = jws(json.dumps({"iss": issuer, "type": "ping"}).encode()).split(".")
        other = b64url(json.dumps({"iss": issuer, "type": "pong"}).encode())
        valid = Vector(
            source=source_of(provider), secret=public("rsa"), body=f"{head}.{middle}.{tail}".encode(), at=NOW
        )
        yield provider, (valid, valid.spoilt(body=f"{head}.{other}.{tail}".encode()))
    yield pair("saleor", keys, ("Saleor-Signature", jws(BODY, detached=True, b64=False, crit=["b64"])))
    made = jws(BODY, detached=True, b64=False, ts=NOW)
    yield pair("constant_contact", keys, ("X-CTCT-WEBHOOK-SIG", made))
    made = jws(BODY, "RS512", detached=True)
    yield pair("fireblocks", keys, ("Fireblocks-Webhook-Signature", made))


def query_pairs() -> Iterator[tuple[str, tuple[Vector, ...]]]:
    """Atlassian Connect's hash of method, path and query, for the requests whose canonical form or hash it prints."""
    secret = "shared-secret-of-the-installation"
    canonical = b"GET&/path/to/service&first=param&repeated=parameter%201,parameter%202&zee_last=param"
    for target, qsh in (
        ("/test?param=value", "be16910858a41fd19ea5c1b4e9decca9a784d1024cb00b2158defe2f29dc86dd"),
        (
            "/path/to/service?zee_last=param&repeated=parameter%201&first=param&repeated=parameter%202",
            hashlib.sha256(canonical).hexdigest(),
        ),
    ):
        head = b64url(b'{"alg":"HS256","typ":"JWT"}')
        unsigned = f"{head}.{b64url(json.dumps({'qsh': qsh, 'exp': NOW + 60}).encode())}"
        made = b64url(hmac.digest(secret.encode(), unsigned.encode(), "sha256"))
        valid = Vector(
            source=source_of("jira_connect"),
            secret=secret,
            method="GET",
            url=f"https://site.atlassian.test{target}",
            headers=(("Authorization", f"JWT {unsigned}.{made}"),),
            at=NOW,
        )
        yield "jira_connect", (valid, valid.spoilt(secret="another secret of an installation"))


def _with_token(valid: Vector, value: str) -> Vector:
    """The vector with the signature of another token."""
    headers = tuple((name, value if name == "Authorization" else old) for name, old in valid.headers)
    return Vector(
        source=valid.source + "; the signature of another token",
        secret=valid.secret,
        headers=headers,
        body=valid.body,
        at=valid.at,
        verdict="invalid",
    )


def shared_pairs() -> Iterator[tuple[str, tuple[Vector, ...]]]:
    """Shared tokens, which cover nothing, and the plain digests of no one provider."""
    in_header = {
        "Authorization": ("assemblyai", "datadog", "fillout", "new_relic", "zapier"),
        "X-Webhook-Token": ("generic_token",),
    }
    for name, providers in in_header.items():
        for provider in providers:
            yield _shared(provider, (name, "a token"), secret="a token")
    for provider in ("generic_bearer", "cloudevents_webhook", "azure_event_grid"):
        yield _shared(provider, ("Authorization", "Bearer a-token"), secret="a-token")
    yield _shared("generic_basic", ("Authorization", f"Basic {b64(b'user:pa:ss')}"), secret="user:pa:ss")
    yield _shared("generic_query", secret="a-token", url=f"{URL}?key=a-token")
    yield _shared("generic_body_token", secret="a-token", body=b'{"token":"a-token"}')
    made = hmac.digest(b"text", BODY, "sha256").hex()
    yield pair("generic_hmac", "text", ("X-Signature-256", f"sha256={made}"))
    made = hmac.digest(b"text", BODY, "sha384").hex()
    yield pair("websub", "text", ("X-Hub-Signature", f"sha384={made}"), ("Link", '<x>; rel="self"'))
    made = b64(
        hmac.digest(b"text", b'{"name": "invoice.create", "object_id": "7", "note": "Zo\\u00eb"}', "sha256")
    )
    valid = Vector(
        source=source_of("freshbooks"),
        secret="text",
        headers=(FORM, ("X-FreshBooks-Hmac-SHA256", made)),
        body=b"name=invoice.create&object_id=7&note=Zo%C3%AB",
    )
    yield "freshbooks", (valid, valid.spoilt(body=b"name=invoice.create&object_id=8&note=Zo%C3%AB"))


def _shared(
    provider: str, *headers: tuple[str, str], secret: str, **fields: object
) -> tuple[str, tuple[Vector, ...]]:
    valid = Vector(
        source=source_of(provider), secret=secret, headers=(JSON, *headers), **{"body": BODY, **fields}
    )
    return provider, (valid, valid.spoilt(secret="another:token"))


def collect() -> dict[str, tuple[Vector, ...]]:
    """Every recipe's vectors by provider."""
    found: dict[str, tuple[Vector, ...]] = {}
    for recipe in (rsa_pairs, fields_pairs, curve_pairs, token_pairs, query_pairs, shared_pairs):
        for provider, vectors in recipe():
            found[provider] = (*found.get(provider, ()), *vectors)
    return found


RECIPES = collect()
