"""Senders whose signatures are versioned, several at once, or over the body and a value beside it."""

from __future__ import annotations

from garfio.core.signature.catalog.build import NOT_NAMED, SDK, THIRD_PARTY, body_hmac, provider
from garfio.core.signature.scheme import Scheme

_ADAPTERS = "webhook-co/webhook adapters/config.ts"


ENTRIES = (
    provider(
        "box",
        "Box",
        tuple(
            Scheme(
                id=name,
                signature=("header:BOX-SIGNATURE-PRIMARY", "header:BOX-SIGNATURE-SECONDARY"),
                encoding="b64",
                content=content,
                timestamp="header:BOX-DELIVERY-TIMESTAMP",
                unit="iso",
                tolerance_s=600,
                secret_parts=("primary", "secondary"),
                sets=(("BOX-SIGNATURE-VERSION", "1"), ("BOX-SIGNATURE-ALGORITHM", "HmacSHA256")),
            )
            for name, content in (("raw", "{body}{timestamp}"), ("escaped", "{body|ascii-json}{timestamp}"))
        ),
        event="json:trigger",
        delivery=("header:BOX-DELIVERY-ID", "json:id"),
        shapes=("json:type=webhook_event json:trigger json:webhook.id",),
        doc="box-sdk-gen (PyPI) box_sdk_gen/managers/webhooks.py",
        basis=SDK,
        secret_name="primary and secondary key",
    ),
    provider(
        "deel",
        "Deel",
        body_hmac("x-deel-signature", content="POST{body}"),
        event="json:data.meta.event_type",
        delivery=("header:x-deel-webhook-id", "json:data.meta.tracking_id"),
        doc=_ADAPTERS,
        basis=THIRD_PARTY,
    ),
    provider(
        "framer",
        "Framer forms",
        body_hmac(
            "Framer-Signature",
            format="sha256={signature}",
            content="{body}{header:Framer-Webhook-Submission-Id}",
        ),
        delivery="header:Framer-Webhook-Submission-Id",
        doc=_ADAPTERS,
        basis=THIRD_PARTY,
    ),
    provider(
        "cronofy",
        "Cronofy",
        body_hmac("Cronofy-HMAC-SHA256", encoding="b64", separator=","),
        event="json:notification.type",
        doc=_ADAPTERS,
        basis=THIRD_PARTY,
        secret_name="client secret",
    ),
    provider(
        "toast",
        "Toast",
        body_hmac("Toast-Signature", encoding="b64", content="{body}{json:timestamp}"),
        event="json:eventType",
        delivery="json:guid",
        doc="https://doc.toasttab.com/doc/devguide/apiMessageSigning.html",
    ),
    provider(
        "tenderly",
        "Tenderly",
        Scheme(signature=("header:x-tenderly-signature",), content="{body}{header:date}"),
        event="json:event_type",
        delivery="json:id",
        doc=NOT_NAMED,
        basis=THIRD_PARTY,
    ),
    provider(
        "circleci",
        "CircleCI",
        body_hmac("circleci-signature", format="v1={signature}", separator=","),
        event=("header:circleci-event-type", "json:type"),
        delivery="json:id",
        marks=("header:circleci-signature", "header:circleci-event-type"),
        doc="circleci-docs modules/integration/pages/outbound-webhooks.adoc",
    ),
    provider(
        "pagerduty",
        "PagerDuty",
        body_hmac("X-PagerDuty-Signature", format="v1={signature}", separator=","),
        event="json:event.event_type",
        delivery="json:event.id",
        shapes=("json:event.event_type json:event.resource_type json:event.occurred_at",),
        doc="https://developer.pagerduty.com/docs/verifying-signatures",
        basis=THIRD_PARTY,
    ),
    provider(
        "docusign",
        "DocuSign Connect",
        Scheme(signature=("header:X-DocuSign-Signature-*",), encoding="b64"),
        event="json:event",
        delivery="json:data.envelopeId+json:event",
        marks=("header:X-DocuSign-Signature-1", "header:X-DocuSign-AccountId"),
        doc="https://developers.docusign.com/platform/webhooks/connect/validate/",
        basis=THIRD_PARTY,
        secret_name="HMAC key of Connect",
    ),
    provider(
        "sumsub",
        "Sumsub",
        tuple(
            body_hmac(
                "x-payload-digest",
                f"hmac-{name}",
                id=name,
                when=when,
                sets=(("x-payload-digest-alg", f"HMAC_{name.upper()}_HEX"),),
            )
            for name, when in (
                ("sha256", "!header:x-payload-digest-alg=HMAC_SHA1_HEX|HMAC_SHA512_HEX"),
                ("sha512", "header:x-payload-digest-alg=HMAC_SHA512_HEX"),
                ("sha1", "header:x-payload-digest-alg=HMAC_SHA1_HEX"),
            )
        ),
        event="json:type",
        delivery="json:correlationId",
        doc="akaftann/CryptoStore-Back src/services/webhookHandler.js",
        basis=THIRD_PARTY,
    ),
    provider(
        "quicknode",
        "QuickNode",
        (
            Scheme(
                id="streams",
                signature=("header:X-QN-Signature",),
                content="{header:X-QN-Nonce}{timestamp}{unpacked}",
                timestamp="header:X-QN-Timestamp",
                unit="auto",
            ),
            Scheme(
                id="older",
                signature=("header:X-QN-Signature",),
                encoding="b64",
                content="{header:X-QN-Nonce}{header:X-QN-Content-Hash}{timestamp}",
                timestamp="header:X-QN-Timestamp",
                unit="auto",
                when="header:X-QN-Content-Hash",
            ),
        ),
        doc="quiknode-labs/qn-guide-examples Streams/userstream/src/app/api/webhook/streams/route.ts",
        basis=SDK,
    ),
    provider(
        "moralis",
        "Moralis Streams",
        Scheme(
            algorithm="hash-keccak256",
            signature=("header:x-signature",),
            encoding="0xhex",
            content="{body}{secret}",
        ),
        event="json:tag",
        delivery="json:streamId",
        marks="header:x-signature^=0x",
        doc="Moralis-JS-SDK packages/streams/src/methods/verifySignature.ts",
        basis=SDK,
    ),
    provider(
        "cloudinary",
        "Cloudinary",
        tuple(
            Scheme(
                id=name,
                algorithm=f"hash-{name}",
                signature=("header:X-Cld-Signature",),
                content="{body}{timestamp}{secret}",
                timestamp="header:X-Cld-Timestamp",
                tolerance_s=7200,
                refuses_future=False,
            )
            for name in ("sha1", "sha256")
        ),
        event="json:notification_type",
        delivery="json:request_id",
        doc="cloudinary (PyPI) cloudinary/utils.py verify_notification_signature",
        basis=SDK,
        secret_name="API secret",
    ),
    provider(
        "sellsy",
        "Sellsy",
        Scheme(algorithm="hash-sha1", signature=("header:x-webhook-signature",), content="{secret}{body}"),
        event="json:eventType",
        marks="header:x-webhook-signature~=^[0-9a-f]{40}$",
        doc="NangoHQ/nango sellsy-webhook-routing.ts",
        basis=THIRD_PARTY,
    ),
)
