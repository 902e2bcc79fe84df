"""Official SDKs from npm as peers: what they sign is accepted here, what is signed here they accept, both refuse alike.

`make peers` installs them; nothing is installed by a test.
"""

from __future__ import annotations

import base64
import hashlib
import json
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.core.signature.keys import private_key
from tests.core.signature.requests import make_request

from garfio.core.http import Request
from garfio.core.signature import sign, verify
from garfio.core.signature.asymmetric import public_key_of

HERE = Path(__file__).parent
NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(
    not NODE or not (HERE / "node_modules").is_dir(),
    reason="needs the SDKs from npm: install Node.js 20 or newer, then run `make peers`",
)

JSON = ("Content-Type", "application/json")
FORM = ("Content-Type", "application/x-www-form-urlencoded")
BODIES = ('{"id":"evt_1","type":"ping","object":"event"}', '{"name":"Zoë 🎣","n":1.50}', '{"a": 1}\n')
FORMS = ("To=%2B1800&From=%2B1415&Body=caf%C3%A9+%26+more&Empty=", "From=%2B1415")
SECRET = "whsec_" + base64.b64encode(b"0123456789abcdef0123456789abcdef").decode()
OTHER = "whsec_" + base64.b64encode(b"fedcba9876543210fedcba9876543210").decode()
URL = "https://example.com/in?a=1&b=x%20y"


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """An SDK in `ask.mjs`, and what it is held against."""

    sdk: str
    provider: str
    scheme: str = ""
    bodies: tuple[str, ...] = BODIES
    headers: tuple[tuple[str, str], ...] = (JSON,)
    secret: str = SECRET
    other: str = OTHER
    url: str = URL
    signs: bool = False
    """True when the SDK can sign as well."""
    too_old_s: int = 0
    """An age that the SDK refuses; 0 when it looks at none."""
    ahead_s: int = 0
    """How far in the future to sign, where the SDK gives less time than it may take to load."""

    @property
    def id(self) -> str:
        """The SDK with the scheme, for the test's name."""
        return f"{self.sdk}-{self.scheme}".rstrip("-")


SHOPIFY = (
    JSON,
    ("X-Shopify-Topic", "orders/create"),
    ("X-Shopify-API-Version", "2024-01"),
    ("X-Shopify-Shop-Domain", "x.myshopify.com"),
    ("X-Shopify-Webhook-Id", "id"),
)
BOUND = f"https://example.com/in?bodySHA256={hashlib.sha256(BODIES[0].encode()).hexdigest()}"
PEERS = (
    Peer(sdk="stripe", provider="stripe", signs=True, too_old_s=400),
    Peer(sdk="octokit", provider="github", signs=True),
    Peer(sdk="twilio", provider="twilio", scheme="form", bodies=FORMS, headers=(FORM,), signs=True),
    Peer(sdk="twilio", provider="twilio", scheme="json", bodies=BODIES[:1], url=BOUND, signs=True),
    Peer(sdk="svix", provider="svix", signs=True, too_old_s=400),
    Peer(sdk="standardwebhooks", provider="standard_webhooks", signs=True, too_old_s=400),
    Peer(sdk="hubspot", provider="hubspot", scheme="v1", signs=True),
    Peer(sdk="hubspot", provider="hubspot", scheme="v2", signs=True),
    Peer(sdk="hubspot", provider="hubspot", scheme="v3", signs=True, too_old_s=400),
    Peer(sdk="paddle", provider="paddle", too_old_s=400, ahead_s=120),
    Peer(sdk="square", provider="square"),
    Peer(sdk="shopify", provider="shopify", headers=SHOPIFY),
    Peer(sdk="sendgrid", provider="sendgrid", secret="ecdsa:k", other="ecdsa:z"),
    Peer(sdk="slack", provider="slack", too_old_s=400),
    Peer(sdk="discord", provider="discord", secret="ed25519:k", other="ed25519:z"),
    Peer(sdk="line", provider="line"),
    Peer(sdk="sanity", provider="sanity", signs=True),
)


def ask(questions: list[dict]) -> list:
    """The answers of the SDKs."""
    done = subprocess.run(
        [NODE or "node", "ask.mjs"],
        cwd=HERE,
        input=json.dumps(questions),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=90,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def signing_key(secret: str) -> str:
    """The secret that signs; `ed25519:k` stands for a test key."""
    kind, colon, seed = secret.partition(":")
    return private_key(kind, seed) if colon else secret


def checking_key(secret: str) -> str:
    """The secret that a receiver has: the public key as the provider shows it."""
    if ":" not in secret:
        return secret
    pem = public_key_of(signing_key(secret))
    der = base64.b64decode("".join(pem.splitlines()[1:-1]))
    return der[-32:].hex() if secret.startswith("ed25519") else base64.b64encode(der).decode()


def signed(peer: Peer, body: str, now: int, secret: str) -> Request:
    """A request that Garfio signs."""
    request = make_request(peer.headers, body.encode(), url=peer.url)
    key = signing_key(secret)
    return sign(request, peer.provider, key, now_unix=now, public_url=peer.url, scheme=peer.scheme)


def question(peer: Peer, request: Request) -> dict:
    """Whether the SDK accepts the request."""
    headers = {name.decode().lower(): value.decode() for name, value in request.headers}
    return {
        "peer": peer.sdk,
        "do": "accept",
        "secret": checking_key(peer.secret),
        "scheme": peer.scheme,
        "url": peer.url,
        "headers": headers,
        "body": request.body.decode(),
    }


def accepts(peer: Peer, request: Request, now: int) -> bool:
    """Whether Garfio does."""
    options = {"provider": peer.provider, "now_unix": now, "public_url": peer.url}
    return verify(request, [checking_key(peer.secret)], **options).verdict == "valid"


def changed(request: Request) -> Request:
    """The request with another body under the same signature."""
    return Request(request.head, request.body.replace(b"1", b"7"))


@pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.id)
def test_signed_here(peer: Peer) -> None:
    """They accept it; with another body, another secret or too old a time, both refuse it."""
    now = int(time.time()) + peer.ahead_s
    right = [signed(peer, body, now, peer.secret) for body in peer.bodies]
    wrong = [changed(request) for request in right]
    wrong += [signed(peer, body, now, peer.other) for body in peer.bodies]
    if peer.too_old_s:
        wrong += [
            signed(peer, body, now - peer.ahead_s - peer.too_old_s, peer.secret) for body in peer.bodies
        ]
    answers = ask([question(peer, request) for request in (*right, *wrong)])
    assert answers == [True] * len(right) + [False] * len(wrong)
    assert [accepts(peer, request, now) for request in (*right, *wrong)] == answers


@pytest.mark.parametrize("peer", [peer for peer in PEERS if peer.signs], ids=lambda peer: peer.id)
def test_signed_there(peer: Peer) -> None:
    """Garfio accepts it, not with another body, and signs the same."""
    now = int(time.time())
    asked = {"peer": peer.sdk, "do": "sign", "secret": peer.secret, "scheme": peer.scheme, "url": peer.url}
    made = ask([{**asked, "now": now, "body": body} for body in peer.bodies])
    for body, headers in zip(peer.bodies, made, strict=True):
        request = make_request((*peer.headers, *headers.items()), body.encode(), url=peer.url)
        assert accepts(peer, request, now), headers
        assert not accepts(peer, changed(request), now)
