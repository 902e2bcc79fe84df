"""Schemes of no one provider: Standard Webhooks, Svix, plain HMAC, RFC 9421, WebSub, CloudEvents, tokens."""

from __future__ import annotations

from garfio.core.signature.catalog.build import (
    BASIC,
    BEARER,
    DOCUMENT,
    IN_URL,
    SDK,
    body_hmac,
    provider,
    standard,
    token,
)
from garfio.core.signature.provider import Handshake
from garfio.core.signature.scheme import Scheme


def _v1a(prefix: str, name: str) -> Scheme:
    """The Ed25519 form of Standard Webhooks."""
    return standard(prefix, id=name, algorithm="ed25519", format="v1a,{signature}", key=("text",))


STANDARD_WEBHOOKS = provider(
    "standard_webhooks",
    "Standard Webhooks",
    (
        standard(),
        _v1a("webhook-", "v1a"),
        standard("svix-", id="svix-v1"),
        _v1a("svix-", "svix-v1a"),
    ),
    event="json:type",
    delivery=("header:webhook-id", "header:svix-id"),
    marks="header:webhook-id header:webhook-timestamp header:webhook-signature",
    doc="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md",
    basis=SDK,
    secret_name="signing secret (whsec_…) or public key (whpk_…)",
)

SVIX = provider(
    "svix",
    "Svix",
    (
        standard("svix-"),
        _v1a("svix-", "v1a"),
        standard(id="webhook-v1"),
        _v1a("webhook-", "webhook-v1a"),
    ),
    event=("json:type", "json:eventType"),
    delivery=("header:svix-id", "header:webhook-id"),
    marks=("header:svix-id header:svix-signature", "header:svix-signature"),
    doc="https://docs.svix.com/receiving/verifying-payloads/how-manual",
    basis=SDK,
    secret_name="signing secret (whsec_…) or public key (whpk_…)",
)

GENERIC_HMAC = provider(
    "generic_hmac",
    "HMAC of the body",
    tuple(
        scheme
        for name in (
            "X-Signature-256",
            "X-Signature",
            "X-Webhook-Signature",
            "X-Hub-Signature-256",
            "X-Hub-Signature",
        )
        for scheme in (
            body_hmac(name, id=f"{name}-sha256", encoding="hex|b64", format="sha256={signature}"),
            body_hmac(name, id=f"{name}-plain", encoding="hex|b64"),
            body_hmac(name, "hmac-sha1", "hex|b64", id=f"{name}-sha1", format="sha1={signature}"),
        )
    ),
    marks="-",
    doc="The common form; for every other one make a custom scheme.",
)

GENERIC_BASIC = provider(
    "generic_basic",
    "Basic authentication",
    BASIC,
    marks="-",
    doc="https://www.rfc-editor.org/rfc/rfc7617",
    secret_name="user:password",
)
GENERIC_BEARER = provider(
    "generic_bearer",
    "Bearer token",
    BEARER,
    marks="-",
    doc="https://www.rfc-editor.org/rfc/rfc6750",
    secret_name="token",
)
GENERIC_TOKEN = provider(
    "generic_token",
    "Token in a header",
    tuple(
        token(f"header:{name}", id=name)
        for name in (
            "X-Webhook-Token",
            "X-Webhook-Secret",
            "X-Auth-Token",
            "X-Api-Key",
            "X-Token",
            "Authorization",
        )
    ),
    marks="-",
    secret_name="token",
)
GENERIC_QUERY = provider(
    "generic_query", "Secret in the URL", IN_URL, marks="-", secret_name="secret in the URL"
)
GENERIC_BODY_TOKEN = provider(
    "generic_body_token",
    "Token in the body",
    tuple(
        token(reference, id=reference.replace(":", "-"))
        for reference in ("json:token", "json:secret", "form:token")
    ),
    marks="-",
    secret_name="token",
)

RFC9421 = provider(
    "rfc9421",
    "HTTP Message Signatures",
    Scheme(
        algorithm="rfc9421",
        signature=("header:Signature",),
        encoding="b64",
        tolerance_s=300,
        key=("b64", "text"),
        accepts=(
            "hmac-sha256",
            "ed25519",
            "ecdsa-p1363-sha256",
            "ecdsa-p1363-sha384",
            "rsa-pss-sha512",
            "rsa-sha256",
        ),
    ),
    marks="header:Signature header:Signature-Input",
    doc="https://www.rfc-editor.org/rfc/rfc9421",
    secret_name="public key or shared key",
)

CLOUDEVENTS_WEBHOOK = provider(
    "cloudevents_webhook",
    "CloudEvents webhook",
    (BEARER, token("query:access_token", id="query")),
    event=("header:ce-type", "json:type"),
    delivery=("header:ce-id", "json:id"),
    marks=(
        "header:ce-id header:ce-type",
        "header:WebHook-Request-Origin",
        "json:specversion json:type json:source json:id",
    ),
    handshakes=Handshake(
        when="OPTIONS header:WebHook-Request-Origin",
        headers=(
            ("WebHook-Allowed-Origin", "{header:WebHook-Request-Origin}"),
            ("WebHook-Allowed-Rate", "{header:WebHook-Request-Rate}"),
            ("Allow", "POST"),
        ),
    ),
    doc="https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md",
    secret_name="access token",
)

WEBSUB = provider(
    "websub",
    "WebSub",
    tuple(
        body_hmac("X-Hub-Signature", f"hmac-{name}", id=name, format=f"{name}={{signature}}")
        for name in ("sha256", "sha1", "sha384", "sha512")
    ),
    marks=("header:X-Hub-Signature header:Link", "query:hub.mode query:hub.topic query:hub.challenge"),
    handshakes=Handshake(
        when="GET query:hub.mode=subscribe|unsubscribe query:hub.topic query:hub.challenge",
        body="{query:hub.challenge}",
    ),
    doc="https://www.w3.org/TR/websub/",
    basis=DOCUMENT,
    secret_name="hub.secret",
)

ENTRIES = (
    STANDARD_WEBHOOKS,
    SVIX,
    GENERIC_HMAC,
    GENERIC_BASIC,
    GENERIC_BEARER,
    GENERIC_TOKEN,
    GENERIC_QUERY,
    GENERIC_BODY_TOKEN,
    RFC9421,
    CLOUDEVENTS_WEBHOOK,
    WEBSUB,
)
