"""Hiring, identity checks, signing of documents: those that sign the raw body with a keyed digest."""

from __future__ import annotations

from garfio.core.signature.catalog.build import DOCUMENT, SDK, THIRD_PARTY, UNCONFIRMED, body_hmac, provider

ENTRIES = (
    provider(
        "ashby", "Ashby",
        body_hmac("Ashby-Signature", format="sha256={signature}"),
        event="json:action",
        doc="webhook-co/webhook adapters/config.ts",
        basis=THIRD_PARTY,
    ),
    provider(
        "checkr", "Checkr",
        body_hmac("X-Checkr-Signature"),
        event="json:type",
        delivery="json:id",
        doc="NangoHQ/nango checkr-partner-webhook-routing.ts",
        basis=THIRD_PARTY,
        secret_name="API key",
    ),
    provider(
        "greenhouse", "Greenhouse",
        body_hmac("Signature", format="sha256 {signature}"),
        event="json:action",
        delivery="header:Greenhouse-Event-ID",
        marks=("header:Signature^=sha256%20", "header:Greenhouse-Event-ID"),
        doc="grnhse/greenhouse-api-docs source/includes/webhooks/_introduction.md",
        basis=DOCUMENT,
    ),
    provider(
        "gusto", "Gusto",
        body_hmac("X-Gusto-Signature"),
        event="json:event_type",
        delivery="json:uuid",
        doc="several public receivers agree",
        basis=THIRD_PARTY,
    ),
    provider(
        "hibob", "HiBob",
        body_hmac("Bob-Signature", "hmac-sha512", "b64"),
        event="json:type",
        doc="several public receivers agree",
        basis=THIRD_PARTY,
    ),
    provider(
        "merge", "Merge",
        body_hmac("X-Merge-Webhook-Signature", encoding="b64url"),
        event="json:hook.event",
        doc="webhook-co/webhook adapters/config.ts",
        basis=THIRD_PARTY,
    ),
    provider(
        "onfido", "Onfido",
        body_hmac("X-SHA2-Signature"),
        event="json:payload.action",
        delivery="json:payload.object.id",
        doc="onfido-python (PyPI) webhook_event_verifier.py",
        basis=SDK,
    ),
    provider(
        "signable", "Signable",
        body_hmac("Signature", encoding="b64"),
        marks=("header:Signature header:X-Signable-Webhook",),
        doc="https://developers.signable.app/early-access/ea-signed-webhooks",
        basis=DOCUMENT,
    ),
    provider(
        "veriff", "Veriff",
        body_hmac("x-hmac-signature"),
        event=("json:action", "json:status"),
        delivery="json:id",
        basis=UNCONFIRMED,
    ),
    provider(
        "workable", "Workable",
        body_hmac("X-Workable-Signature"),
        event="json:event_type",
        delivery="json:id",
        doc="several public receivers agree",
        basis=THIRD_PARTY,
        secret_name="account token",
    ),
    provider(
        "yousign", "Yousign",
        body_hmac("X-Yousign-Signature-256", format="sha256={signature}"),
        event="json:event_name",
        delivery="json:event_id",
        retry="header:X-Yousign-Retry~=^[1-9]",
        doc="several public receivers agree",
        basis=THIRD_PARTY,
    ),
)
