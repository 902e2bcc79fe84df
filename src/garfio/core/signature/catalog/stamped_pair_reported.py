"""Senders whose header carries timestamp and signature, in the manner of Stripe: those that others report."""

from __future__ import annotations

from garfio.core.signature.catalog.build import (
    DOCUMENT,
    SDK,
    THIRD_PARTY,
    body_hmac,
    provider,
    stamped,
    token,
)
from garfio.core.signature.provider import Handshake
from garfio.core.signature.scheme import Scheme

_T_V1 = "t={timestamp},v1={signature}"
_NANGO = "NangoHQ/nango packages/server/lib/webhook"
_ADAPTERS = "webhook-co/webhook adapters/config.ts"


def _pairs(name: str, form: str = _T_V1, content: str = "{timestamp}.{body}", **fields: object) -> Scheme:
    return stamped(name, form, content, **{"separator": ",", **fields})


ENTRIES = (
    provider(
        "paymongo",
        "PayMongo",
        _pairs("Paymongo-Signature", "t={timestamp},te={signature},li={signature}"),
        event="json:data.attributes.type",
        delivery="json:data.id",
        doc="https://developers.paymongo.com/docs/securing-webhook",
        basis=DOCUMENT,
    ),
    provider(
        "persona",
        "Persona",
        _pairs("Persona-Signature", groups=" "),
        event="json:data.attributes.name",
        delivery="json:data.id",
        doc=_ADAPTERS,
        basis=THIRD_PARTY,
    ),
    provider(
        "tiktok",
        "TikTok for Developers",
        _pairs("TikTok-Signature", "t={timestamp},s={signature}"),
        event="json:event",
        doc=_ADAPTERS,
        basis=THIRD_PARTY,
        secret_name="client secret",
    ),
    provider(
        "shippo",
        "Shippo",
        _pairs("Shippo-Auth-Signature"),
        event="json:event",
        delivery="json:data.object_id",
        doc=_ADAPTERS,
        basis=THIRD_PARTY,
    ),
    provider(
        "affirm",
        "Affirm",
        _pairs("X-Affirm-Signature", "t={timestamp},v0={signature}", algorithm="hmac-sha512", unit="auto"),
        event=("form:event", "json:event"),
        delivery=("form:webhook_session_id", "json:webhook_session_id"),
        doc=_ADAPTERS,
        basis=THIRD_PARTY,
    ),
    provider(
        "knock",
        "Knock",
        _pairs("x-knock-signature", "t={timestamp},s={signature}", encoding="b64", unit="ms"),
        event="json:type",
        delivery="json:id",
        doc=_ADAPTERS,
        basis=THIRD_PARTY,
    ),
    provider(
        "courier",
        "Courier",
        _pairs("courier-signature", "t={timestamp},signature={signature}", unit="ms"),
        event="json:type",
        delivery="json:data.id",
        doc="garethx/webhook-skills skills/courier-webhooks/references/verification.md",
        basis=THIRD_PARTY,
    ),
    provider(
        "rootly",
        "Rootly",
        (
            _pairs("X-Rootly-Signature", content="{timestamp}{body}", id="joined", unit="auto"),
            _pairs("X-Rootly-Signature", id="dotted", unit="auto"),
        ),
        event="json:event.type",
        delivery="json:event.id",
        doc="https://docs.rootly.com/configuration/webhooks",
    ),
    provider(
        "firehydrant",
        "FireHydrant",
        body_hmac("fh-signature"),
        event="json:event.operation",
        doc="https://docs.firehydrant.com/docs/runbook-step-send-a-webhook",
    ),
    provider(
        "boldsign",
        "BoldSign",
        _pairs("X-BoldSign-Signature", "t={timestamp}, s0={signature}, s1={signature}"),
        event=("header:X-BoldSign-Event", "json:event.eventType"),
        delivery="json:event.id",
        handshakes=Handshake(when="POST json:event.eventType=Verification", body="OK"),
        doc="boldsign (PyPI) boldsign/webhook_utility.py",
        basis=SDK,
    ),
    provider(
        "nmi",
        "NMI",
        (
            stamped(
                "Webhook-Signature",
                "t={timestamp},s={signature}",
                separator=",",
                unit="nonce",
                tolerance_s=None,
                id="nonce",
            ),
            Scheme(id="plain", signature=("header:Signature",)),
        ),
        event="json:event_type",
        delivery="json:event_id",
        marks=(
            "header:Webhook-Signature~=^t=.*,s=",
            "header:Signature json:event_type json:event_id json:event_body",
        ),
        doc="https://docs.nmi.com/reference/overview",
        basis=THIRD_PARTY,
    ),
    provider(
        "mailkite",
        "MailKite",
        _pairs("x-mailkite-signature", unit="ms"),
        event="json:type",
        delivery="json:id",
        doc="glama.ai page of mailkite_verify_webhook",
        basis=THIRD_PARTY,
    ),
    provider(
        "rerout",
        "Rerout",
        _pairs("x-rerout-signature"),
        event="json:type",
        delivery="json:id",
        doc="docs.rs rerout webhooks",
        basis=THIRD_PARTY,
    ),
    provider(
        "ghost",
        "Ghost",
        (
            _pairs(
                "X-Ghost-Signature",
                "sha256={signature}, t={timestamp}",
                "{body}{timestamp}",
                id="current",
                unit="ms",
                tolerance_s=None,
            ),
            _pairs(
                "X-Ghost-Signature",
                "sha256={signature}, t={timestamp}",
                "{body}",
                id="older",
                unit="ms",
                tolerance_s=None,
            ),
        ),
        doc="TryGhost/Ghost ghost/core/core/server/services/webhooks/WebhookTrigger.js",
        basis=SDK,
    ),
    provider(
        "cloudflare_stream",
        "Cloudflare Stream",
        _pairs("Webhook-Signature", "time={timestamp},sig1={signature}"),
        event="json:status.state",
        delivery="json:uid",
        marks="header:Webhook-Signature^=time= header:Webhook-Signature",
        doc="https://developers.cloudflare.com/stream/manage-video-library/using-webhooks/",
    ),
    provider(
        "cloudflare_notifications",
        "Cloudflare Notifications",
        token("header:cf-webhook-auth"),
        event=("json:alert_type", "json:name"),
        doc="https://developers.cloudflare.com/notifications/get-started/configure-webhooks/",
        basis=DOCUMENT,
        secret_name="secret of the destination",
    ),
)
