"""What is wrong on purpose is refused by the official SDKs' own verifiers; what is right in it they accept.

A repeated delivery and a wrong content type carry a right signature: no verifier of signatures can refuse them,
which is why they are sent to see whether the receiver itself does.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from tests.core.signature.requests import make_request

from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.signature import CATALOG
from garfio.core.tamper import TAMPERS, Original, tampered

URL = "https://example.com/webhook?portal=1"
JSON = [("Content-Type", "application/json")]
BODY = b'{"id":"evt_1","object":"event","amount":1.50}'
FORM = b"To=%2B1800&From=%2B1415&Body=caf%C3%A9"
RIGHT = frozenset(["duplicate", "content_type"])
"""Faults that leave the signature right."""
SECRETS = {
    "stripe": "whsec_0123456789abcdefghij",
    "slack": "8f742231b10e8888abcd99yyyzzz85a5",
    "svix": "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
    "hubspot": "12345678-abcd-4321-9876-0123456789ab",
    "twilio": "0123456789abcdef0123456789abcdef",
    "shopify": "shpss_0123456789abcdef0123456789abcdef",
}


def value(request: Request, name: str) -> str:
    """A header, or nothing."""
    return request.headers.text(name) or ""


def stripe(request: Request, secret: str) -> bool:
    """stripe: WebhookSignature.verify_header."""
    peer = pytest.importorskip("stripe")
    try:
        return bool(
            peer.WebhookSignature.verify_header(
                request.body.decode(), value(request, "stripe-signature"), secret, tolerance=300
            )
        )
    except peer.SignatureVerificationError:
        return False


def slack(request: Request, secret: str) -> bool:
    """slack_sdk: SignatureVerifier.is_valid_request."""
    verifier = pytest.importorskip("slack_sdk.signature").SignatureVerifier(secret)
    headers = {name.decode(): text.decode() for name, text in request.headers}
    return bool(verifier.is_valid_request(request.body, headers))


def svix(request: Request, secret: str) -> bool:
    """svix: Webhook.verify."""
    module = pytest.importorskip("svix.webhooks")
    headers = {name.decode().lower(): text.decode() for name, text in request.headers}
    try:
        # A right signature over what is no JSON is accepted, and then the body cannot be read.
        module.Webhook(secret).verify(request.body, headers)
    except module.WebhookVerificationError:
        return False
    return True


def hubspot(request: Request, secret: str) -> bool:
    """hubspot-api-client: Signature.is_valid, version 3."""
    signature = pytest.importorskip("hubspot.utils.signature")
    refusal = pytest.importorskip("hubspot.exceptions").InvalidSignatureTimestampError
    try:
        return bool(
            signature.Signature.is_valid(
                value(request, "x-hubspot-signature-v3"),
                secret,
                request.body.decode(),
                URL,
                "POST",
                "v3",
                value(request, "x-hubspot-request-timestamp") or None,
            )
        )
    except refusal:
        return False


def twilio(request: Request, secret: str) -> bool:
    """twilio: RequestValidator.validate, with the form's parameters."""
    validator = pytest.importorskip("twilio.request_validator").RequestValidator(secret)
    params = dict(parse_qsl(request.body.decode(), keep_blank_values=True))
    return bool(validator.validate(URL, params, value(request, "x-twilio-signature")))


_SHOPIFY = """
import "@shopify/shopify-api/adapters/node";
import { shopifyApi, ApiVersion } from "@shopify/shopify-api";
import { readFileSync } from "node:fs";
const sent = JSON.parse(readFileSync(0, "utf8"));
const shopify = shopifyApi({
  apiKey: "key", apiSecretKey: sent.secret, hostName: "example.com", isEmbeddedApp: false,
  apiVersion: Object.values(ApiVersion)[0], logger: { level: 0 },
});
const rawRequest = { method: "POST", url: "/webhook", headers: sent.headers };
const answer = await shopify.webhooks.validate({ rawBody: sent.body, rawRequest });
console.log(JSON.stringify(answer.valid));
"""


def shopify(request: Request, secret: str) -> bool:
    """@shopify/shopify-api: webhooks.validate, in Node."""
    modules = Path(os.environ.get("GARFIO_NODE_MODULES", ""))
    if not shutil.which("node") or not (modules / "@shopify" / "shopify-api").is_dir():
        pytest.skip("GARFIO_NODE_MODULES names no folder with @shopify/shopify-api")
    headers = {name.decode().lower(): text.decode() for name, text in request.headers}
    told = json.dumps({"secret": secret, "headers": headers, "body": request.body.decode()})
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "check.mjs"
        script.write_text(_SHOPIFY)
        (Path(folder) / "node_modules").symlink_to(modules)
        done = subprocess.run(
            ["node", str(script)], input=told, capture_output=True, text=True, timeout=120, check=True
        )
    return bool(json.loads(done.stdout.splitlines()[-1]))


Verifier = Callable[[Request, str], bool]
VERIFIERS: dict[str, Verifier] = {
    "stripe": stripe,
    "slack": slack,
    "svix": svix,
    "hubspot": hubspot,
    "twilio": twilio,
    "shopify": shopify,
}
NO_TIME = frozenset(["twilio", "shopify"])
"""They sign no timestamp, so that none can be expired."""


def original(name: str) -> Original:
    """A request to be signed and spoilt."""
    headers, body = JSON, BODY
    if name == "twilio":
        headers, body = [("Content-Type", "application/x-www-form-urlencoded")], FORM
    if name == "shopify":
        headers = [
            *JSON,
            ("X-Shopify-Topic", "orders/create"),
            ("X-Shopify-Shop-Domain", "a.myshopify.com"),
            ("X-Shopify-API-Version", "2025-01"),
            ("X-Shopify-Webhook-Id", "b54557e4-bdd9-4b37-8a5f-bf7d70bcd043"),
        ]
    return Original(make_request(headers, body, url=URL), CATALOG[name], SECRETS[name], time.time(), URL)


@pytest.mark.parametrize("name", VERIFIERS)
def test_the_right_one_is_accepted(name: str) -> None:
    """Nothing was spoilt; the SDK accepts it, so that its refusals mean something."""
    assert VERIFIERS[name](original(name).signed(), SECRETS[name])


@pytest.mark.parametrize("kind", TAMPERS)
@pytest.mark.parametrize("name", VERIFIERS)
def test_the_wrong_ones(name: str, kind: str) -> None:
    """Each fault was made; the SDK refuses it, unless the signature is right all the same."""
    whole = original(name)
    if kind == "expired" and name in NO_TIME:
        with pytest.raises(AppError) as caught:
            tampered(whole, kind)
        assert caught.value.code == "tamper.not_applicable"
        return
    spoilt = tampered(whole, kind)
    assert VERIFIERS[name](spoilt, SECRETS[name]) is (kind in RIGHT)
    if kind == "content_type":
        assert value(spoilt, "content-type") != value(whole.request, "content-type")


def test_unknown_faults_are_refused() -> None:
    """A fault that does not exist was asked for; the error names those that do."""
    with pytest.raises(AppError) as caught:
        tampered(original("stripe"), "teapot")
    assert caught.value.code == "tamper.unknown"
