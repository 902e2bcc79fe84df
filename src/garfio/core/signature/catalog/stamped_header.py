"""Senders whose timestamp or message id travels in a header of its own, beside the signature's."""

from __future__ import annotations

from garfio.core.signature.catalog.build import (
    DOCUMENT,
    SDK,
    THIRD_PARTY,
    UNCONFIRMED,
    body_hmac,
    provider,
    stamped,
)
from garfio.core.signature.provider import Handshake, Vector
from garfio.core.signature.scheme import Scheme

_ADAPTERS = "webhook-co/webhook adapters/config.ts"
_RECEIVERS = "several public receivers agree"


def _beside(name: str, time: str, content: str, form: str = "{signature}", **fields: object) -> Scheme:
    return stamped(name, form, content, timestamp=f"header:{time}", **fields)


ENTRIES = (
    provider(
        "gr4vy", "Gr4vy",
        _beside("X-Gr4vy-Webhook-Signatures", "X-Gr4vy-Webhook-Timestamp", "{timestamp}.{body}", separator=","),
        event="json:target.type", delivery="json:id", doc="gr4vy (PyPI) gr4vy/webhooks.py", basis=SDK,
    ),
    provider(
        "orb", "Orb",
        _beside("X-Orb-Signature", "X-Orb-Timestamp", "v1:{timestamp}:{body}", "v1={signature}", separator=" ", unit="iso"),
        event="json:type", delivery="json:id", doc="orb-billing (PyPI) orb/resources/webhooks/webhooks.py", basis=SDK,
    ),
    provider(
        "statsig", "Statsig",
        _beside("X-Statsig-Signature", "X-Statsig-Request-Timestamp", "v0:{timestamp}:{body}", "v0={signature}", unit="ms"),
        event="json:data[0].eventName", doc="statsig-io/docs integrations/event_webhook.mdx",
    ),
    provider(
        "customer_io", "Customer.io", _beside("X-CIO-Signature", "X-CIO-Timestamp", "v0:{timestamp}:{body}"),
        event="json:object_type+json:metric", delivery="json:event_id", doc=_ADAPTERS, basis=THIRD_PARTY,
    ),
    provider(
        "webflow", "Webflow",
        _beside("x-webflow-signature", "x-webflow-timestamp", "{timestamp}:{body}", unit="ms"),
        event="json:triggerType", delivery="json:payload.id",
        doc="webflow-api (npm) src/wrapper/WebhooksClient.ts", basis=SDK,
        secret_name="OAuth client secret, or the webhook's own secret",
    ),
    provider(
        "front", "Front",
        (
            _beside("X-Front-Signature", "X-Front-Request-Timestamp", "{timestamp}:{body}", encoding="b64", unit="ms",
                    when="header:X-Front-Request-Timestamp", id="application"),
            body_hmac("X-Front-Signature", "hmac-sha1", "b64", id="rule", content="{compact-json}",
                      when="!header:X-Front-Request-Timestamp"),
        ),
        event="json:type", delivery="json:id",
        handshakes=Handshake(
            when="POST header:X-Front-Challenge", body='{"challenge":{header:X-Front-Challenge|json}}',
            content_type="application/json", must_verify=True, refusal=401,
        ),
        doc="https://dev.frontapp.com/docs/application-webhooks", basis=THIRD_PARTY,
    ),
    provider(
        "klaviyo", "Klaviyo", _beside("Klaviyo-Signature", "Klaviyo-Timestamp", "{body}{timestamp}", unit="auto"),
        event="json:data[0].topic", delivery="header:Klaviyo-Webhook-Id",
        doc="webhook-co/webhook apps/docs/providers/klaviyo.mdx", basis=THIRD_PARTY,
    ),
    provider(
        "zendesk", "Zendesk",
        _beside("X-Zendesk-Webhook-Signature", "X-Zendesk-Webhook-Signature-Timestamp", "{timestamp}{body}",
                encoding="b64", unit="iso", tolerance_s=None),
        event="json:type", delivery="header:X-Zendesk-Webhook-Invocation-Id",
        marks=("header:X-Zendesk-Webhook-Signature", "header:X-Zendesk-Webhook-Id"),
        doc="https://developer.zendesk.com/documentation/webhooks/verifying/",
    ),
    provider(
        "twitch", "Twitch EventSub",
        _beside("Twitch-Eventsub-Message-Signature", "Twitch-Eventsub-Message-Timestamp", "{id}{timestamp}{body}",
                "sha256={signature}", unit="iso", tolerance_s=600, message_id="header:Twitch-Eventsub-Message-Id"),
        event=("header:Twitch-Eventsub-Subscription-Type",), delivery="header:Twitch-Eventsub-Message-Id",
        retry="header:Twitch-Eventsub-Message-Retry~=^[1-9]",
        marks=("header:Twitch-Eventsub-Message-Signature", "header:Twitch-Eventsub-Message-Type"),
        handshakes=Handshake(
            when="POST header:Twitch-Eventsub-Message-Type=webhook_callback_verification json:challenge",
            body="{json:challenge}", must_verify=True,
        ),
        doc="https://dev.twitch.tv/docs/eventsub/handling-webhook-events/", basis=SDK,
    ),
    provider(
        "box", "Box",
        tuple(
            Scheme(
                id=name, signature=("header:BOX-SIGNATURE-PRIMARY", "header:BOX-SIGNATURE-SECONDARY"), encoding="b64",
                content=content, timestamp="header:BOX-DELIVERY-TIMESTAMP", unit="iso", tolerance_s=600,
                secret_parts=("primary", "secondary"),
                sets=(("BOX-SIGNATURE-VERSION", "1"), ("BOX-SIGNATURE-ALGORITHM", "HmacSHA256")),
            )
            for name, content in (("raw", "{body}{timestamp}"), ("escaped", "{body|ascii-json}{timestamp}"))
        ),
        event="json:trigger", delivery=("header:BOX-DELIVERY-ID", "json:id"),
        doc="box-sdk-gen (PyPI) box_sdk_gen/managers/webhooks.py", basis=SDK, secret_name="primary and secondary key",
    ),
    provider(
        "configcat", "ConfigCat",
        _beside("X-ConfigCat-Webhook-Signature-V1", "X-ConfigCat-Webhook-Timestamp", "{id}{timestamp}{body}",
                separator=",", encoding="b64", message_id="header:X-ConfigCat-Webhook-ID"),
        delivery="header:X-ConfigCat-Webhook-ID",
        doc="configcat/docs website/docs/advanced/notifications-webhooks.mdx",
        vectors=(
            Vector(
                source="configcat/docs website/docs/advanced/notifications-webhooks.mdx, testing the verification",
                secret="configcat_whsk_VN3juirnVh5pNvCKd81RYRYchxUX4j3NykbZG2fAy88=",
                headers=(
                    ("X-ConfigCat-Webhook-Signature-V1", "Ks3cYsu9Lslfo+hVxNC3oQWnsF9e5d73TI5t94D9DRA="),
                    ("X-ConfigCat-Webhook-ID", "b616ca659d154a5fb907dd8475792eeb"),
                    ("X-ConfigCat-Webhook-Timestamp", "1669629035"),
                ),
                body=b"examplebody", at=1669629035,
            ),
        ),
    ),
    provider(
        "cashfree", "Cashfree",
        _beside("x-webhook-signature", "x-webhook-timestamp", "{timestamp}{body}", encoding="b64", unit="ms"),
        event="json:type", delivery="header:x-idempotency-key",
        marks="header:x-webhook-signature header:x-webhook-timestamp !header:X-Webhook-ID",
        doc="cashfree-pg-sdk-python cashfree_pg/api_client.py", basis=SDK, secret_name="client secret",
    ),
    provider(
        "sinch", "Sinch",
        (
            _beside("x-sinch-webhook-signature", "x-sinch-webhook-signature-timestamp",
                    "{body}.{header:x-sinch-webhook-signature-nonce}.{timestamp}", encoding="b64", unit="auto",
                    id="conversation"),
            body_hmac("X-Sinch-Signature", "hmac-sha1", id="numbers"),
            Scheme(id="voice", signature=("header:Authorization",), format="Application {key_id}:{signature}",
                   encoding="b64", content="{sinch-voice}", key=("b64",), when="header:x-timestamp"),
        ),
        event=("json:event", "json:eventType"), delivery=("json:eventId", "json:callid"),
        marks=("header:x-sinch-webhook-signature", "header:X-Sinch-Signature",
               "header:Authorization^=Application%20 header:x-timestamp"),
        doc="sinch (PyPI) domains/authentication/sinch_events/v1/authentication_validation.py", basis=SDK,
    ),
    provider(
        "grafana", "Grafana Alerting",
        (
            body_hmac("X-Grafana-Alerting-Signature", id="body"),
            _beside("X-Grafana-Alerting-Signature", "X-Grafana-Alerting-Timestamp", "{timestamp}:{body}", id="timestamp",
                    when="header:X-Grafana-Alerting-Timestamp"),
        ),
        event="json:status", delivery="json:groupKey",
        marks=("header:X-Grafana-Alerting-Signature", "json:receiver json:alerts json:groupKey json:orgId"),
        doc="https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/",
        basis=THIRD_PARTY,
    ),
    provider(
        "revolut", "Revolut",
        _beside("Revolut-Signature", "Revolut-Request-Timestamp", "v1.{timestamp}.{body}", "v1={signature}",
                separator=",", unit="ms"),
        event="json:event", doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "lob", "Lob", _beside("Lob-Signature", "Lob-Signature-Timestamp", "{timestamp}.{body}", unit="auto"),
        event="json:event_type.id", delivery="json:id", doc=_ADAPTERS, basis=THIRD_PARTY,
    ),
    provider(
        "airship", "Airship", _beside("X-UA-SIGNATURE", "X-UA-TIMESTAMP", "{timestamp}:{body}", unit="auto"),
        doc=_ADAPTERS, basis=THIRD_PARTY,
    ),
    provider(
        "airwallex", "Airwallex", _beside("x-signature", "x-timestamp", "{timestamp}{body}", unit="auto"),
        event="json:name", delivery="json:id", marks="header:x-signature header:x-timestamp", doc=_ADAPTERS,
        basis=THIRD_PARTY,
    ),
    provider(
        "deel", "Deel", body_hmac("x-deel-signature", content="POST{body}"),
        event="json:data.meta.event_type", delivery=("header:x-deel-webhook-id", "json:data.meta.tracking_id"),
        doc=_ADAPTERS, basis=THIRD_PARTY,
    ),
    provider(
        "framer", "Framer forms",
        body_hmac("Framer-Signature", format="sha256={signature}", content="{body}{header:Framer-Webhook-Submission-Id}"),
        delivery="header:Framer-Webhook-Submission-Id", doc=_ADAPTERS, basis=THIRD_PARTY,
    ),
    provider(
        "cronofy", "Cronofy", body_hmac("Cronofy-HMAC-SHA256", encoding="b64", separator=","),
        event="json:notification.type", doc=_ADAPTERS, basis=THIRD_PARTY, secret_name="client secret",
    ),
    provider(
        "whoop", "WHOOP",
        _beside("X-WHOOP-Signature", "X-WHOOP-Signature-Timestamp", "{timestamp}{body}", encoding="b64", unit="ms"),
        event="json:type", delivery="json:trace_id", doc=_RECEIVERS, basis=THIRD_PARTY, secret_name="client secret",
    ),
    provider(
        "close", "Close CRM", _beside("close-sig-hash", "close-sig-timestamp", "{timestamp}{body}", key=("hex",)),
        event="json:event.object_type+json:event.action", delivery="json:event.id", doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "bamboohr", "BambooHR",
        _beside("X-BambooHR-Signature", "X-BambooHR-Timestamp", "{body}{timestamp}", unit="auto"),
        doc=_RECEIVERS, basis=THIRD_PARTY, secret_name="private key",
    ),
    provider(
        "toast", "Toast",
        body_hmac("Toast-Signature", encoding="b64", content="{body}{json:timestamp}"),
        event="json:eventType", delivery="json:guid", doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "frameio", "Frame.io",
        _beside("X-Frameio-Signature", "X-Frameio-Request-Timestamp", "v0:{timestamp}:{body}", "v0={signature}"),
        event="json:type", delivery="json:resource.id", doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "daily", "Daily",
        _beside("X-Webhook-Signature", "X-Webhook-Timestamp", "{timestamp}.{body}", encoding="b64", key=("b64",),
                unit="auto"),
        event="json:type", delivery="json:id",
        marks="header:X-Webhook-Signature header:X-Webhook-Timestamp json:payload json:event_ts json:version",
        basis=UNCONFIRMED,
    ),
    provider(
        "omise", "Omise",
        _beside("Omise-Signature", "Omise-Signature-Timestamp", "{timestamp}.{body}", separator=",", key=("b64",)),
        event="json:key", delivery="json:id", doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "emailit", "Emailit", _beside("X-Emailit-Signature", "X-Emailit-Timestamp", "{timestamp}.{body}"),
        event="json:type", delivery="json:event_id", doc="https://emailit.com/docs/webhooks/request-signature/",
    ),
    provider(
        "oura", "Oura",
        _beside("x-oura-signature", "x-oura-timestamp", "{timestamp}{body}", encoding="HEX", unit="auto"),
        event="json:data_type+json:event_type", delivery="json:object_id",
        handshakes=Handshake(
            when="GET query:verification_token query:challenge", body='{"challenge":{query:challenge|json}}',
            content_type="application/json", token="query:verification_token", token_part="verification_token",
            refusal=401,
        ),
        doc=_RECEIVERS, basis=THIRD_PARTY, secret_name="client secret (and the verification token)",
    ),
    provider(
        "xobni", "Xobni",
        _beside("X-Xobni-Signature", "X-Xobni-Timestamp", "{timestamp}.{body}", "sha256={signature}", unit="auto"),
        event="header:X-Xobni-Event", delivery="header:X-Xobni-Delivery",
        doc="https://www.xobni.ai/docs/webhooks/security",
    ),
    provider(
        "tenderly", "Tenderly",
        Scheme(signature=("header:x-tenderly-signature",), content="{body}{header:date}"),
        event="json:event_type", delivery="json:id", doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "circleci", "CircleCI", body_hmac("circleci-signature", format="v1={signature}", separator=","),
        event=("header:circleci-event-type", "json:type"), delivery="json:id",
        marks=("header:circleci-signature", "header:circleci-event-type"),
        doc="circleci-docs modules/integration/pages/outbound-webhooks.adoc",
        vectors=tuple(
            Vector(
                source="circleci-docs outbound-webhooks.adoc, verification examples", secret=secret,
                headers=(("circleci-signature", f"v1={value}"),), body=body,
            )
            for secret, body, value in (
                ("secret", b"hello world", "734cc62f32841568f45715aeb9f4d7891324e6d948e4c6c60c0621cdac48623a"),
                ("another-secret", b"lalala", "daa220016c8f29a8b214fbfc3671aeec2145cfb1e6790184ffb38b6d0425fa00"),
            )
        ),
    ),
    provider(
        "pagerduty", "PagerDuty", body_hmac("X-PagerDuty-Signature", format="v1={signature}", separator=","),
        event="json:event.event_type", delivery="json:event.id", doc="https://developer.pagerduty.com/docs/verifying-signatures",
        basis=THIRD_PARTY,
    ),
    provider(
        "docusign", "DocuSign Connect", Scheme(signature=("header:X-DocuSign-Signature-*",), encoding="b64"),
        event="json:event", delivery="json:data.envelopeId+json:event",
        marks=("header:X-DocuSign-Signature-1", "header:X-DocuSign-AccountId"),
        doc="https://developers.docusign.com/platform/webhooks/connect/validate/", basis=THIRD_PARTY,
        secret_name="HMAC key of Connect",
    ),
    provider(
        "sumsub", "Sumsub",
        tuple(
            body_hmac("x-payload-digest", f"hmac-{name}", id=name, when=when,
                      sets=(("x-payload-digest-alg", f"HMAC_{name.upper()}_HEX"),))
            for name, when in (
                ("sha256", "!header:x-payload-digest-alg=HMAC_SHA1_HEX|HMAC_SHA512_HEX"),
                ("sha512", "header:x-payload-digest-alg=HMAC_SHA512_HEX"),
                ("sha1", "header:x-payload-digest-alg=HMAC_SHA1_HEX"),
            )
        ),
        event="json:type", delivery="json:correlationId", doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "quicknode", "QuickNode",
        (
            Scheme(id="streams", signature=("header:X-QN-Signature",),
                   content="{header:X-QN-Nonce}{timestamp}{body}", timestamp="header:X-QN-Timestamp", unit="auto"),
            Scheme(id="older", signature=("header:X-QN-Signature",), encoding="b64",
                   content="{header:X-QN-Nonce}{header:X-QN-Content-Hash}{timestamp}", timestamp="header:X-QN-Timestamp",
                   unit="auto", when="header:X-QN-Content-Hash"),
        ),
        doc=_RECEIVERS, basis=THIRD_PARTY,
    ),
    provider(
        "moralis", "Moralis Streams",
        Scheme(algorithm="hash-keccak256", signature=("header:x-signature",), encoding="0xhex", content="{body}{secret}"),
        event="json:tag", delivery="json:streamId", marks="header:x-signature^=0x",
        doc="Moralis-JS-SDK packages/streams/src/methods/verifySignature.ts", basis=SDK,
    ),
    provider(
        "cloudinary", "Cloudinary",
        tuple(
            Scheme(id=name, algorithm=f"hash-{name}", signature=("header:X-Cld-Signature",),
                   content="{body}{timestamp}{secret}", timestamp="header:X-Cld-Timestamp", tolerance_s=7200,
                   refuses_future=False)
            for name in ("sha1", "sha256")
        ),
        event="json:notification_type", delivery="json:request_id",
        doc="cloudinary (PyPI) cloudinary/utils.py verify_notification_signature", basis=SDK, secret_name="API secret",
    ),
    provider(
        "sellsy", "Sellsy",
        Scheme(algorithm="hash-sha1", signature=("header:x-webhook-signature",), content="{secret}{body}"),
        event="json:eventType", marks="header:x-webhook-signature~=^[0-9a-f]{40}$",
        doc="NangoHQ/nango sellsy-webhook-routing.ts", basis=THIRD_PARTY,
    ),
)  # fmt: skip
