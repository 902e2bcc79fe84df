"""Senders that sign with a private key: Ed25519, ECDSA, RSA."""

from __future__ import annotations

from garfio.core.signature.catalog.build import DOCUMENT, SDK, THIRD_PARTY, UNCONFIRMED, provider
from garfio.core.signature.provider import Handshake
from garfio.core.signature.scheme import Check, Scheme

_RECEIVERS = "several public receivers agree"


def _key(
    name: str, algorithm: str, content: str = "{body}", encoding: str = "b64", **fields: object
) -> Scheme:
    values: dict[str, object] = {
        "algorithm": algorithm, "signature": (f"header:{name}",), "content": content, "encoding": encoding, **fields,
    }  # fmt: skip
    return Scheme(**values)  # type: ignore[arg-type]  # fields of Scheme


ENTRIES = (
    provider(
        "telnyx", "Telnyx",
        _key("telnyx-signature-ed25519", "ed25519", "{timestamp}|{body}", timestamp="header:telnyx-timestamp",
             tolerance_s=300),
        event="json:data.event_type", delivery="json:data.id", doc="telnyx (PyPI) lib/webhook_verification.py", basis=SDK,
        secret_name="public key of the account",
    ),
    provider(
        "wise", "Wise", _key("X-Signature-SHA256", "rsa-sha256"),
        event="json:event_type", delivery="header:X-Delivery-Id",
        marks=("header:X-Signature-SHA256", "header:X-Test-Notification"),
        handshakes=Handshake(when="POST header:X-Test-Notification=true", body="OK"),
        doc="transferwise/digital-signatures-examples verify-webhook-signature", basis=SDK, secret_name="Wise's public key",
    ),
    provider(
        "kick", "Kick",
        _key("Kick-Event-Signature", "rsa-sha256", "{id}.{timestamp}.{body}", message_id="header:Kick-Event-Message-Id",
             timestamp="header:Kick-Event-Message-Timestamp", unit="iso"),
        event="header:Kick-Event-Type", delivery="header:Kick-Event-Message-Id",
        doc="KickEngineering/KickDevDocs events/webhook-security.md",
        key_url="https://api.kick.com/public/v1/public-key", key_hosts=("api.kick.com",), secret_name="Kick's public key",
    ),
    provider(
        "highlevel", "HighLevel",
        (_key("X-GHL-Signature", "ed25519", id="ed25519"), _key("x-wh-signature", "rsa-sha256", id="rsa")),
        event="json:type", delivery=("json:webhookId", "json:id"),
        doc="NangoHQ/nango highlevel-webhook-routing.ts", basis=THIRD_PARTY, secret_name="HighLevel's public key",
    ),
    provider(
        "ebay", "eBay",
        Scheme(algorithm="ecdsa-sha1", signature=("ebay-signature",), encoding="b64",
               secret_parts=("public_key_pem", "private_key_pem")),
        event="json:metadata.topic", delivery="json:notification.notificationId",
        marks=("header:X-EBAY-SIGNATURE", "query:challenge_code"),
        handshakes=Handshake(
            when="GET query:challenge_code",
            body='{"challengeResponse":"{field:mac}"}', content_type="application/json",
            mac="hash-sha256 {query:challenge_code}{secret:verification_token}{secret:endpoint}",
        ),
        doc="event-notification-nodejs-sdk lib/validator.js", basis=SDK,
        key_url="https://api.ebay.com/commerce/notification/v1/public_key/{ebay-key-id}", key_hosts=("api.ebay.com",),
        secret_name="public key (and the verification token)",
    ),
    provider(
        "adobe_io", "Adobe I/O Events",
        Scheme(algorithm="rsa-sha256", encoding="b64",
               signature=("header:x-adobe-digital-signature-1", "header:x-adobe-digital-signature-2"),
               secret_parts=("public_key_pem", "public_key1_pem", "public_key2_pem")),
        event=("json:event.@type", "json:type"), delivery=("json:event_id", "json:id"),
        marks=("header:x-adobe-digital-signature-1", "header:x-adobe-event-code"),
        handshakes=Handshake(when="GET query:challenge", body="{query:challenge}"),
        doc="adobe/aio-lib-events src/signatureUtils.js", basis=SDK,
        key_url="https://static.adobeioevents.com{header:x-adobe-public-key1-path}",
        key_hosts=("static.adobeioevents.com",), secret_name="Adobe's public key",
    ),
    provider(
        "travis_ci", "Travis CI", _key("Signature", "rsa-sha1", "{form:payload}"),
        event="form:payload.state", delivery="form:payload.id", marks="header:Signature header:Travis-Repo-Slug",
        doc="https://docs.travis-ci.com/user/notifications/#verifying-webhook-requests",
        key_url="https://api.travis-ci.com/config", key_hosts=("api.travis-ci.com",), secret_name="Travis CI's public key",
    ),
    provider(
        "postal", "Postal", _key("X-Postal-Signature", "rsa-sha1"),
        event="json:event", delivery="json:uuid", doc="django-anymail anymail/webhooks/postal.py", basis=THIRD_PARTY,
        secret_name="public key of the server",
    ),
    provider(
        "fal", "fal.ai",
        _key("X-Fal-Webhook-Signature", "ed25519",
             "{header:X-Fal-Webhook-Request-Id}\n{header:X-Fal-Webhook-User-Id}\n{timestamp}\n{body|sha256|hex}", "hex",
             timestamp="header:X-Fal-Webhook-Timestamp", tolerance_s=300),
        event="json:status", delivery=("header:X-Fal-Webhook-Request-Id", "json:request_id"), doc=_RECEIVERS,
        basis=THIRD_PARTY, key_url="https://rest.alpha.fal.ai/.well-known/jwks.json", key_hosts=("rest.alpha.fal.ai",),
        secret_name="fal.ai's JWK set",
    ),
    provider(
        "mailchannels", "MailChannels",
        Scheme(algorithm="rfc9421", signature=("header:Signature",), encoding="b64", tolerance_s=300, accepts=("ed25519",)),
        event="json:[0].event", marks="header:Signature-Input json:[0].event json:[0].customer_handle",
        doc="nuxt-webhook-validators", basis=THIRD_PARTY,
        key_url="https://api.mailchannels.net/tx/v1/webhook/public-key", key_hosts=("api.mailchannels.net",),
        secret_name="MailChannels' public key",
    ),
    provider(
        "circle", "Circle", _key("X-Circle-Signature", "ecdsa-sha256"),
        event="json:notificationType", delivery="json:notificationId",
        handshakes=Handshake(when="HEAD", body="OK"), doc=_RECEIVERS, basis=THIRD_PARTY,
        key_url="https://api.circle.com/v2/notifications/publicKey/{header:X-Circle-Key-Id}",
        key_hosts=("api.circle.com",), secret_name="Circle's public key",
    ),
    provider(
        "integrated_finance", "Integrated Finance",
        _key("X-Webhook-Signature", "ed25519",
             "{header:X-Webhook-Content-Digest}|{header:X-Webhook-Event-Id}|{header:X-Webhook-Event-Timestamp}"
             "|{header:X-Webhook-Request-Id}|{header:X-Webhook-Request-Timestamp}|{header:X-Webhook-Key-Version}",
             checks=(Check(reference="header:X-Webhook-Content-Digest", template="{body|sha512|b64}"),)),
        event="json:type", delivery="header:X-Webhook-Event-Id",
        marks="header:X-Webhook-Content-Digest header:X-Webhook-Signature",
        doc="https://developer.integrated.finance/docs/webhook-authentication", secret_name="public key",
    ),
    provider(
        "contentstack", "Contentstack",
        _key("X-Contentstack-Request-Signature", "rsa-pss-sha256", format="v1={signature}"),
        event="json:event", doc=_RECEIVERS, basis=THIRD_PARTY, secret_name="public key of the region",
    ),
    provider(
        "conekta", "Conekta", _key("DIGEST", "rsa-sha256"),
        event="json:type", delivery="json:id", marks="header:DIGEST json:webhook_status", basis=UNCONFIRMED,
        secret_name="webhook key (PEM)",
    ),
    provider(
        "dyte", "Dyte / RealtimeKit", _key("dyte-signature", "rsa-sha256"),
        event="json:event", delivery="header:dyte-uuid", basis=UNCONFIRMED, secret_name="public key",
    ),
)  # fmt: skip
