"""The catalogue: every provider signs and verifies, refuses what was changed, and stands by known vectors."""

from __future__ import annotations

import base64
import json
import re

import pytest
from tests.core.signature.keys import private_key
from tests.core.signature.requests import make_request
from tests.core.signature.vectors import COMPUTED

from garfio.core.errors import AppError
from garfio.core.signature import CATALOG, Provider, Scheme, recognise, sign, verify
from garfio.core.signature.template import names

NOW = 1_700_000_000
URL = "https://hooks.example.test/in?x=1&data.id=ABC"

_JSON = json.dumps(
    {
        "id": "evt_1",
        "token": "t",
        "event": {"type": "a", "time": "5"},
        "timestamp": "2023",
        "order_id": "1",
        "status_code": "200",
        "gross_amount": "10.00",
        "eventCreated": 1,
        "eventId": "e",
        "triggeredAt": 7,
        "value": [{"id": 1}],
        "notificationItems": [{"NotificationRequestItem": {"pspReference": "1", "additionalData": {}}}],
        "Type": "Notification",
        "Message": "m",
        "MessageId": "1",
        "Timestamp": "x",
        "TopicArn": "y",
        "auth": "0123",
        "signature": {"token": "x", "timestamp": "1", "signature": ""},
    }
)
_FORM = (
    "a=1&token=tok&timestamp=1&bt_payload=abc&payload=%7B%7D&data=%7B%22verification_token%22%3A%22%22%7D"
    "&json=%7B%22event%22%3A%7B%22event_time%22%3A%221%22%2C%22event_type%22%3A%22t%22%2C%22event_hash%22%3A%22%22%7D%7D"
)
_PARTS = {
    "webhook_id": "W",
    "primary": "a",
    "secondary": "b",
    "public_key": "pk",
    "private_key": "sk",
    "app_key": "k",
    "app_secret": "s",
}

SIGNABLE = [
    (provider, scheme)
    for provider in CATALOG.values()
    for scheme in provider.schemes
    if scheme.algorithm not in ("none", "rfc9421", "cavage")
]


def family(scheme: Scheme) -> str:
    """`hmac`, `rsa`, `ecdsa`, `ed25519` …"""
    if scheme.algorithm == "jwt":
        return {"H": "hmac", "R": "rsa", "P": "rsa", "E": "ecdsa"}[scheme.accepts[0][0]]
    return scheme.algorithm.split("-")[0]


def secret_for(provider: Provider, scheme: Scheme, seed: str = "k") -> str:
    """A secret in the form that the scheme wants."""
    kind = family(scheme)
    if provider.id in ("paypal", "braintree", "box", "tiktok_shop"):
        return json.dumps(
            {name: seed + value for name, value in _PARTS.items()}
            | {"private_key_pem": private_key("rsa", seed)}
        )
    if kind in ("rsa", "ecdsa", "ed25519"):
        return private_key(kind, seed)
    key = base64.b64encode((seed * 32).encode()[:32]).decode()
    return {"b64": key, "whsec": "whsec_" + key, "hex": (seed * 16).encode().hex()}.get(
        scheme.key[0], f"{seed}:{seed}-password"
    )


def request_for(provider: Provider, scheme: Scheme) -> tuple:
    """A request that the scheme can sign, and its URL."""
    used = " ".join(scheme.signature) + scheme.content
    is_form = "form" in used or scheme.content == "{paddle-classic}"
    body = _FORM if is_form else _JSON.replace('"Type"', f'"SignatureVersion": "{scheme.id[-1]}", "Type"')
    headers = [("Content-Type", "application/x-www-form-urlencoded" if is_form else "application/json")]
    own = {reference.rpartition(":")[2].lower() for reference in scheme.signature}
    for name, value in re.findall(r"(?<!!)header:([\w-]+)(?:[\^~]?=(\S*))?", scheme.when):
        if name.lower() not in own:
            headers.append((name, (value or "1").split("|")[0]))
    url = "https://x.test/in?bodySHA256=00" if scheme.when.startswith("query:bodySHA256") else URL
    return make_request(headers, body.encode(), url=url), url


@pytest.mark.parametrize(("provider", "scheme"), SIGNABLE, ids=lambda value: value.id)
def test_what_is_signed_verifies_and_nothing_else(provider: Provider, scheme: Scheme) -> None:
    """Sign: valid; another secret: not; a changed body, where the scheme covers it: not."""
    if (provider.id, scheme.id) == ("generic_body_token", "json-secret"):
        pytest.skip("its request carries the preferred token as well")
    secret = secret_for(provider, scheme)
    request, url = request_for(provider, scheme)
    signed = sign(request, provider, secret, now_unix=NOW, public_url=url, scheme=scheme.id)
    checked = verify(signed, [secret], provider=provider, now_unix=NOW + 1, public_url=url)
    assert checked.verdict == "valid", checked.reason
    other = secret_for(provider, scheme, seed="z")
    assert verify(signed, [other], provider=provider, now_unix=NOW + 1, public_url=url).verdict != "valid"
    if scheme.covers == "body" and "{body}" in scheme.content and scheme.algorithm != "jwt":
        changed = type(signed)(signed.head, signed.body + b" ")
        assert (
            verify(changed, [secret], provider=provider, now_unix=NOW + 1, public_url=url).verdict != "valid"
        )


@pytest.mark.parametrize(("provider", "scheme"), SIGNABLE, ids=lambda value: value.id)
def test_signing_twice_gives_the_same_bytes(provider: Provider, scheme: Scheme) -> None:
    """Symmetric signatures are a function of request, secret and time."""
    if not scheme.is_symmetric:
        pytest.skip("public-key signatures may be random")
    request, url = request_for(provider, scheme)
    secret = secret_for(provider, scheme)
    first = sign(request, provider, secret, now_unix=NOW, public_url=url, scheme=scheme.id)
    assert sign(first, provider, secret, now_unix=NOW, public_url=url, scheme=scheme.id) == first


@pytest.mark.parametrize("provider", CATALOG.values(), ids=lambda entry: entry.id)
def test_entries_are_whole(provider: Provider) -> None:
    """An entry says what it rests on; its templates and references can be read; schemes go to a dict and
    back."""
    assert provider.basis in ("sdk", "document", "third-party", "unconfirmed")
    assert provider.doc or provider.basis == "unconfirmed" or provider.id.startswith("generic_")
    assert re.fullmatch(r"[a-z0-9_]+", provider.id)
    assert len({scheme.id for scheme in provider.schemes}) == len(provider.schemes)
    for scheme in provider.schemes:
        assert Scheme.from_dict(json.loads(json.dumps(scheme.to_dict()))) == scheme
        for template in scheme.templates:
            assert isinstance(names(template), tuple)
    if provider.key_url:
        assert provider.key_hosts


def test_asymmetric_schemes_need_a_private_key() -> None:
    """A public key cannot sign, and the error says so."""
    with pytest.raises(AppError) as caught:
        sign(make_request(body=b"{}"), "discord", "ab" * 16, now_unix=NOW)
    assert caught.value.code == "sign.no-private-key"


def test_empty_secret_is_refused() -> None:
    """Nothing is signed with an empty key."""
    with pytest.raises(AppError) as caught:
        sign(make_request(body=b"{}"), "github", " ", now_unix=NOW)
    assert caught.value.code == "sign.empty-secret"


def test_recognition_names_the_signed_request() -> None:
    """Most providers are told by what they sign; where they are not, a family's own name is given."""
    missed = []
    for identifier, vectors in COMPUTED.items():
        found = recognise(vectors[0].request).provider
        if found != identifier:
            missed.append(identifier)
    assert len(missed) < 75, missed
