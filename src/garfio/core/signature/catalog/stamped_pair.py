"""Senders whose signature header carries the timestamp beside the signature, in the manner of Stripe."""

from __future__ import annotations

from garfio.core.signature.catalog.build import (
    DOCUMENT,
    SDK,
    THIRD_PARTY,
    UNCONFIRMED,
    provider,
    stamped,
    token,
)
from garfio.core.signature.provider import Handshake
from garfio.core.signature.scheme import Scheme

_T_V1 = "t={timestamp},v1={signature}"
_NANGO = "NangoHQ/nango packages/server/lib/webhook"
_ADAPTERS = "webhook-co/webhook adapters/config.ts"
_RECEIVERS = "several public receivers agree"


def _pairs(name: str, form: str = _T_V1, content: str = "{timestamp}.{body}", **fields: object) -> Scheme:
    return stamped(name, form, content, **{"separator": ",", **fields})


ENTRIES = (
    provider(
        "workos", "WorkOS", _pairs("WorkOS-Signature", "t={timestamp}, v1={signature}", unit="ms", tolerance_s=180),
        event="json:event", delivery="json:id", doc="workos (PyPI) workos/webhooks/_verification.py", basis=SDK,
    ),
    provider(
        "elevenlabs", "ElevenLabs",
        _pairs("ElevenLabs-Signature", "t={timestamp},v0={signature}", tolerance_s=1800, refuses_future=False),
        event="json:type", delivery="json:data.conversation_id", doc="elevenlabs (PyPI) elevenlabs/webhooks_custom.py",
        basis=SDK,
    ),
    provider(
        "fintoc", "Fintoc", _pairs("Fintoc-Signature"),
        event="json:type", delivery="json:id", doc="fintoc (PyPI) fintoc/webhook.py", basis=SDK,
    ),
    provider(
        "terra", "Terra", _pairs("terra-signature"),
        event="json:type", doc="terra-python (PyPI) terra/utils/verify_signature.py", basis=SDK,
    ),
    provider(
        "mux", "Mux", _pairs("Mux-Signature"),
        event="json:type", delivery=("json:id", "json:attempts[0].id"),
        doc="@mux/mux-node (npm) resources/webhooks/webhooks.js", basis=SDK,
    ),
    provider(
        "calendly", "Calendly", _pairs("Calendly-Webhook-Signature", tolerance_s=180),
        event="json:event", doc="https://developer.calendly.com/api-docs/4c305798a61d3-webhook-signatures",
        basis=THIRD_PARTY,
    ),
    provider(
        "buildkite", "Buildkite",
        (_pairs("X-Buildkite-Signature", "timestamp={timestamp},signature={signature}"), token("header:X-Buildkite-Token")),
        event="header:X-Buildkite-Event", delivery="header:X-Buildkite-Request",
        marks=("header:X-Buildkite-Event", "header:X-Buildkite-Signature", "header:X-Buildkite-Token"),
        doc="https://buildkite.com/docs/apis/webhooks/pipelines", secret_name="webhook token",
    ),
    provider(
        "docuseal", "DocuSeal", stamped("X-Docuseal-Signature", "{timestamp}.{signature}", separator="."),
        event="json:event_type", doc="docusealco/docuseal lib/webhook_urls/signatures.rb", basis=SDK,
    ),
    provider(
        "recurly", "Recurly", _pairs("recurly-signature", "{timestamp},{signature}", unit="ms"),
        event="json:event_type", delivery="json:id", doc=_ADAPTERS, basis=THIRD_PARTY,
    ),
    provider(
        "sanity", "Sanity", _pairs("sanity-webhook-signature", unit="ms", encoding="b64url", tolerance_s=None),
        delivery="header:idempotency-key", event=("header:sanity-operation", "json:_type"),
        doc="@sanity/webhook (npm)", basis=SDK,
    ),
    provider(
        "hygraph", "Hygraph",
        Scheme(
            signature=("header:gcms-signature",), format="sign={signature}, env={env}, t={timestamp}", separator=",",
            encoding="b64", content="{hygraph}", unit="ms",
        ),
        event="json:operation", delivery="json:data.id", doc="@hygraph/utils (npm)", basis=SDK,
    ),
    provider(
        "retell", "Retell AI", _pairs("x-retell-signature", "v={timestamp},d={signature}", "{body}{timestamp}", unit="ms"),
        event="json:event", delivery="json:call.call_id", doc="retell-sdk (PyPI) retell/lib/webhook_auth.py", basis=SDK,
        secret_name="API key with the webhook badge",
    ),
    provider(
        "hook0", "Hook0",
        (
            _pairs("X-Hook0-Signature", "t={timestamp},h={names},v1={signature}", "{hook0}", id="v1",
                   when="header:X-Hook0-Signature~=v1="),
            _pairs("X-Hook0-Signature", "t={timestamp},v0={signature}", id="v0", when="!header:X-Hook0-Signature~=v1="),
        ),
        doc="hook0/hook0 clients/conformance/signature.json", basis=SDK,
    ),
    provider(
        "coinbase_cdp", "Coinbase Developer Platform",
        (
            _pairs("X-Hook0-Signature", "t={timestamp},h={names},v1={signature}", "{hook0}", id="v1",
                   when="header:X-Hook0-Signature~=v1="),
            _pairs("X-Hook0-Signature", "t={timestamp},v0={signature}", id="v0", when="!header:X-Hook0-Signature~=v1="),
        ),
        event=("json:eventType", "json:type"), delivery="json:id", marks="header:X-Hook0-Signature json:network",
        doc="coinbase/cdp-sdk openapi.yaml", basis=SDK,
    ),
    provider(
        "convoy", "Convoy",
        (
            _pairs("X-Convoy-Signature", _T_V1, "{timestamp},{body}", id="advanced", encoding="hex|b64",
                   when="header:X-Convoy-Signature~=t="),
            _pairs("X-Convoy-Signature", _T_V1, "{timestamp},{body}", id="advanced-sha512", encoding="hex|b64",
                   algorithm="hmac-sha512", when="header:X-Convoy-Signature~=t="),
            Scheme(id="simple", signature=("header:X-Convoy-Signature",), encoding="hex|b64",
                   when="!header:X-Convoy-Signature~=t="),
            Scheme(id="simple-sha512", algorithm="hmac-sha512", signature=("header:X-Convoy-Signature",),
                   encoding="hex|b64", when="!header:X-Convoy-Signature~=t="),
        ),
        event=("json:event_type", "json:type"), delivery="header:X-Convoy-Idempotency-Key",
        doc="frain-dev/convoy pkg/signature/signature.go", basis=SDK,
    ),
    provider(
        "outpost", "Hookdeck Outpost",
        Scheme(signature=("header:x-outpost-signature",), format="v0={signature},{signature}", separator=","),
        event="header:x-outpost-topic", delivery="header:x-outpost-event-id",
        doc="hookdeck/outpost internal/destregistry/providers/destwebhook", basis=UNCONFIRMED,
    ),
    provider(
        "inngest", "Inngest",
        tuple(
            stamped("X-Inngest-Signature", "t={timestamp}&s={signature}", f"{content}{{timestamp}}", id=name,
                    separator="&", key=("after-signkey", "text"))
            for name, content in (("raw", "{body}"), ("canonical", "{sorted-json}"))
        ),
        doc="inngest/inngest pkg/execution/driver/httpdriver/util.go", basis=SDK, secret_name="signing key",
    ),
    provider(
        "paymongo", "PayMongo",
        _pairs("Paymongo-Signature", "t={timestamp},te={signature},li={signature}"),
        event="json:data.attributes.type", delivery="json:data.id", doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "persona", "Persona", _pairs("Persona-Signature", groups=" "),
        event="json:data.attributes.name", delivery="json:data.id", doc=_ADAPTERS, basis=THIRD_PARTY,
    ),
    provider(
        "tiktok", "TikTok for Developers", _pairs("TikTok-Signature", "t={timestamp},s={signature}"),
        event="json:event", doc=_ADAPTERS, basis=THIRD_PARTY, secret_name="client secret",
    ),
    provider(
        "shippo", "Shippo", _pairs("Shippo-Auth-Signature"),
        event="json:event", delivery="json:data.object_id", doc=_ADAPTERS, basis=THIRD_PARTY,
    ),
    provider(
        "affirm", "Affirm", _pairs("X-Affirm-Signature", "t={timestamp},v0={signature}", algorithm="hmac-sha512", unit="auto"),
        event=("form:event", "json:event"), delivery=("form:webhook_session_id", "json:webhook_session_id"),
        doc=_ADAPTERS, basis=THIRD_PARTY,
    ),
    provider(
        "knock", "Knock", _pairs("x-knock-signature", "t={timestamp},s={signature}", encoding="b64", unit="ms"),
        event="json:type", delivery="json:id", doc=_ADAPTERS, basis=THIRD_PARTY,
    ),
    provider(
        "courier", "Courier", _pairs("courier-signature", "t={timestamp},signature={signature}", unit="ms"),
        event="json:type", delivery="json:data.id", doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "rootly", "Rootly",
        (
            _pairs("X-Rootly-Signature", content="{timestamp}{body}", id="joined", unit="auto"),
            _pairs("X-Rootly-Signature", id="dotted", unit="auto"),
        ),
        event="json:event.type", delivery="json:event.id", doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "firehydrant", "FireHydrant", _pairs("fh-signature", content="{timestamp}:{body}", unit="auto"),
        event="json:event.operation", basis=UNCONFIRMED,
    ),
    provider(
        "boldsign", "BoldSign",
        _pairs("X-BoldSign-Signature", "t={timestamp}, s0={signature}, s1={signature}"),
        event=("header:X-BoldSign-Event", "json:event.eventType"), delivery="json:event.id",
        handshakes=Handshake(when="POST json:event.eventType=Verification", body="OK"),
        doc="boldsign (PyPI) boldsign/webhook_utility.py", basis=SDK,
    ),
    provider(
        "nmi", "NMI",
        (
            stamped("Webhook-Signature", "t={timestamp},s={signature}", separator=",", unit="nonce", tolerance_s=None,
                    id="nonce"),
            Scheme(id="plain", signature=("header:Signature",)),
        ),
        event="json:event_type", delivery="json:event_id",
        marks=("header:Webhook-Signature~=^t=.*,s=", "header:Signature json:event_type json:event_id json:event_body"),
        doc="https://docs.nmi.com/reference/overview", basis=THIRD_PARTY,
    ),
    provider(
        "mailkite", "MailKite", _pairs("x-mailkite-signature", unit="ms"),
        event="json:type", delivery="json:id", doc="glama.ai page of mailkite_verify_webhook", basis=THIRD_PARTY,
    ),
    provider(
        "rerout", "Rerout", _pairs("x-rerout-signature"),
        event="json:type", delivery="json:id", doc="docs.rs rerout webhooks", basis=THIRD_PARTY,
    ),
    provider(
        "ghost", "Ghost",
        (
            _pairs("X-Ghost-Signature", "sha256={signature}, t={timestamp}", "{body}{timestamp}", id="current", unit="ms",
                   tolerance_s=None),
            _pairs("X-Ghost-Signature", "sha256={signature}, t={timestamp}", "{body}", id="older", unit="ms",
                   tolerance_s=None),
        ),
        doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "cloudflare_stream", "Cloudflare Stream", _pairs("Webhook-Signature", "time={timestamp},sig1={signature}"),
        event="json:status.state", delivery="json:uid", marks="header:Webhook-Signature^=time= header:Webhook-Signature",
        doc="https://developers.cloudflare.com/stream/manage-video-library/using-webhooks/", basis=UNCONFIRMED,
    ),
    provider(
        "cloudflare_notifications", "Cloudflare Notifications", token("header:cf-webhook-auth"),
        event=("json:alert_type", "json:name"), doc=_RECEIVERS, basis=THIRD_PARTY, secret_name="secret of the destination",
    ),
)  # fmt: skip
