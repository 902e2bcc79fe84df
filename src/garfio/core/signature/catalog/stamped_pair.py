"""Senders whose header carries timestamp and signature, in the manner of Stripe, by their own SDKs."""

from __future__ import annotations

from garfio.core.signature.catalog.build import SDK, THIRD_PARTY, provider, stamped, token
from garfio.core.signature.scheme import Scheme

_T_V1 = "t={timestamp},v1={signature}"
_NANGO = "NangoHQ/nango packages/server/lib/webhook"
_ADAPTERS = "webhook-co/webhook adapters/config.ts"


def _pairs(name: str, form: str = _T_V1, content: str = "{timestamp}.{body}", **fields: object) -> Scheme:
    return stamped(name, form, content, **{"separator": ",", **fields})


ENTRIES = (
    provider(
        "workos",
        "WorkOS",
        _pairs("WorkOS-Signature", "t={timestamp}, v1={signature}", unit="ms", tolerance_s=180),
        event="json:event",
        delivery="json:id",
        shapes=("json:id^=event_ json:event~=^[a-z_]+[.] json:created_at json:data.id !json:type",),
        doc="workos (PyPI) workos/webhooks/_verification.py",
        basis=SDK,
    ),
    provider(
        "elevenlabs",
        "ElevenLabs",
        _pairs(
            "ElevenLabs-Signature", "t={timestamp},v0={signature}", tolerance_s=1800, refuses_future=False
        ),
        event="json:type",
        delivery="json:data.conversation_id",
        doc="elevenlabs (PyPI) elevenlabs/webhooks_custom.py",
        basis=SDK,
    ),
    provider(
        "fintoc",
        "Fintoc",
        _pairs("Fintoc-Signature"),
        event="json:type",
        delivery="json:id",
        doc="fintoc (PyPI) fintoc/webhook.py",
        basis=SDK,
    ),
    provider(
        "terra",
        "Terra",
        _pairs("terra-signature"),
        event="json:type",
        doc="terra-python (PyPI) terra/utils/verify_signature.py",
        basis=SDK,
    ),
    provider(
        "mux",
        "Mux",
        _pairs("Mux-Signature"),
        event="json:type",
        delivery=("json:id", "json:attempts[0].id"),
        doc="@mux/mux-node (npm) resources/webhooks/webhooks.js",
        basis=SDK,
    ),
    provider(
        "calendly",
        "Calendly",
        _pairs("Calendly-Webhook-Signature", tolerance_s=180),
        event="json:event",
        shapes=("json:event^=invitee json:created_by json:payload",),
        doc="https://developer.calendly.com/api-docs/4c305798a61d3-webhook-signatures",
        basis=THIRD_PARTY,
    ),
    provider(
        "buildkite",
        "Buildkite",
        (
            _pairs("X-Buildkite-Signature", "timestamp={timestamp},signature={signature}"),
            token("header:X-Buildkite-Token"),
        ),
        event="header:X-Buildkite-Event",
        delivery="header:X-Buildkite-Request",
        marks=("header:X-Buildkite-Event", "header:X-Buildkite-Signature", "header:X-Buildkite-Token"),
        doc="https://buildkite.com/docs/apis/webhooks/pipelines",
        secret_name="webhook token",
    ),
    provider(
        "docuseal",
        "DocuSeal",
        stamped("X-Docuseal-Signature", "{timestamp}.{signature}", separator="."),
        event="json:event_type",
        doc="docusealco/docuseal lib/webhook_urls/signatures.rb",
        basis=SDK,
    ),
    provider(
        "recurly",
        "Recurly",
        _pairs("recurly-signature", "{timestamp},{signature}", unit="ms"),
        event="json:event_type",
        delivery="json:id",
        shapes=("json:object_type json:site_id json:event_type json:event_time",),
        doc=_ADAPTERS,
        basis=THIRD_PARTY,
    ),
    provider(
        "sanity",
        "Sanity",
        _pairs("sanity-webhook-signature", unit="ms", encoding="b64url", tolerance_s=None),
        delivery="header:idempotency-key",
        event=("header:sanity-operation", "json:_type"),
        doc="@sanity/webhook (npm)",
        basis=SDK,
    ),
    provider(
        "hygraph",
        "Hygraph",
        Scheme(
            signature=("header:gcms-signature",),
            format="sign={signature}, env={env}, t={timestamp}",
            separator=",",
            encoding="b64",
            content="{hygraph}",
            unit="ms",
        ),
        event="json:operation",
        delivery="json:data.id",
        doc="@hygraph/utils (npm)",
        basis=SDK,
    ),
    provider(
        "retell",
        "Retell AI",
        _pairs("x-retell-signature", "v={timestamp},d={signature}", "{body}{timestamp}", unit="ms"),
        event="json:event",
        delivery="json:call.call_id",
        doc="retell-sdk (PyPI) retell/lib/webhook_auth.py",
        basis=SDK,
        secret_name="API key with the webhook badge",
    ),
    provider(
        "hook0",
        "Hook0",
        (
            _pairs(
                "X-Hook0-Signature",
                "t={timestamp},h={names},v1={signature}",
                "{hook0}",
                id="v1",
                when="header:X-Hook0-Signature~=v1=",
            ),
            _pairs(
                "X-Hook0-Signature",
                "t={timestamp},v0={signature}",
                id="v0",
                when="!header:X-Hook0-Signature~=v1=",
            ),
        ),
        doc="hook0/hook0 clients/conformance/signature.json",
        basis=SDK,
    ),
    provider(
        "coinbase_cdp",
        "Coinbase Developer Platform",
        (
            _pairs(
                "X-Hook0-Signature",
                "t={timestamp},h={names},v1={signature}",
                "{hook0}",
                id="v1",
                when="header:X-Hook0-Signature~=v1=",
            ),
            _pairs(
                "X-Hook0-Signature",
                "t={timestamp},v0={signature}",
                id="v0",
                when="!header:X-Hook0-Signature~=v1=",
            ),
        ),
        event=("json:eventType", "json:type"),
        delivery="json:id",
        marks="header:X-Hook0-Signature json:network",
        doc="coinbase/cdp-sdk openapi.yaml",
        basis=SDK,
    ),
    provider(
        "convoy",
        "Convoy",
        (
            _pairs(
                "X-Convoy-Signature",
                _T_V1,
                "{timestamp},{body}",
                id="advanced",
                encoding="hex|b64",
                when="header:X-Convoy-Signature~=t=",
            ),
            _pairs(
                "X-Convoy-Signature",
                _T_V1,
                "{timestamp},{body}",
                id="advanced-sha512",
                encoding="hex|b64",
                algorithm="hmac-sha512",
                when="header:X-Convoy-Signature~=t=",
            ),
            Scheme(
                id="simple",
                signature=("header:X-Convoy-Signature",),
                encoding="hex|b64",
                when="!header:X-Convoy-Signature~=t=",
            ),
            Scheme(
                id="simple-sha512",
                algorithm="hmac-sha512",
                signature=("header:X-Convoy-Signature",),
                encoding="hex|b64",
                when="!header:X-Convoy-Signature~=t=",
            ),
        ),
        event=("json:event_type", "json:type"),
        delivery="header:X-Convoy-Idempotency-Key",
        doc="frain-dev/convoy pkg/signature/signature.go",
        basis=SDK,
    ),
    provider(
        "outpost",
        "Hookdeck Outpost",
        Scheme(signature=("header:x-outpost-signature",), format="v0={signature},{signature}", separator=","),
        event="header:x-outpost-topic",
        delivery="header:x-outpost-event-id",
        doc="hookdeck/outpost docs/content/destinations/webhook.mdoc",
    ),
    provider(
        "inngest",
        "Inngest",
        tuple(
            stamped(
                "X-Inngest-Signature",
                "t={timestamp}&s={signature}",
                f"{content}{{timestamp}}",
                id=name,
                separator="&",
                key=("after-signkey", "text"),
            )
            for name, content in (("raw", "{body}"), ("canonical", "{sorted-json}"))
        ),
        doc="inngest/inngest pkg/execution/driver/httpdriver/util.go",
        basis=SDK,
        secret_name="signing key",
    ),
)
