"""Signatures over the URL, form fields or single values of the body: Trello, Adyen, Braintree, Plivo …"""

from __future__ import annotations

from garfio.core.signature.catalog.build import DOCUMENT, NOT_NAMED, SDK, THIRD_PARTY, body_hmac, provider
from garfio.core.signature.provider import Handshake
from garfio.core.signature.scheme import Scheme

_ADYEN = (
    "{json:pspReference?}:{json:originalReference?}:{json:merchantAccountCode?}:{json:merchantReference?}:"
    "{json:amount.value?}:{json:amount.currency?}:{json:eventCode?}:{json:success?}"
)

ENTRIES = (
    provider(
        "trello",
        "Trello",
        body_hmac("X-Trello-Webhook", "hmac-sha1", "b64", content="{body}{url}"),
        event="json:action.type",
        delivery="json:action.id",
        handshakes=Handshake(when="HEAD|GET", body="OK"),
        shapes=("json:action.type json:action.memberCreator.username json:model.id",),
        doc="https://developer.atlassian.com/cloud/trello/guides/rest-api/webhooks/",
        basis=THIRD_PARTY,
        secret_name="app secret",
    ),
    provider(
        "adyen",
        "Adyen",
        (
            Scheme(
                id="item",
                signature=("json:additionalData.hmacSignature",),
                encoding="b64",
                content=_ADYEN,
                key=("hex",),
                each="notificationItems[].NotificationRequestItem",
                covers="fields",
            ),
            body_hmac("HmacSignature", encoding="b64", id="platform", key=("hex",)),
        ),
        event=("json:notificationItems[0].NotificationRequestItem.eventCode", "json:type"),
        delivery="json:notificationItems[0].NotificationRequestItem.pspReference"
        "+json:notificationItems[0].NotificationRequestItem.eventCode",
        marks=("json:notificationItems[0].NotificationRequestItem", "header:HmacSignature"),
        doc="https://docs.adyen.com/development-resources/webhooks/secure-webhooks/verify-hmac-signatures",
        basis=SDK,
        secret_name="HMAC key",
    ),
    provider(
        "braintree",
        "Braintree",
        tuple(
            Scheme(
                id=name,
                algorithm="hmac-sha1",
                signature=("form:bt_signature",),
                format="{public_key}|{signature}",
                separator="&",
                content=content,
                key=("sha1",),
                secret_parts=("private_key",),
            )
            for name, content in (("as-sent", "{form:bt_payload}"), ("with-newline", "{form:bt_payload}\n"))
        ),
        marks=("form:bt_signature form:bt_payload", "query:bt_challenge"),
        handshakes=Handshake(
            when="GET query:bt_challenge",
            body="{secret:public_key}|{field:mac}",
            mac="hmac-sha1 {query:bt_challenge}",
            mac_key="sha1",
            guard="query:bt_challenge~=^[0-9a-f]{20,32}$",
        ),
        doc="braintree (PyPI) braintree/webhook_notification_gateway.py",
        basis=SDK,
        secret_name="public and private key",
    ),
    provider(
        "dropbox_sign",
        "Dropbox Sign",
        Scheme(
            signature=("form:json.event.event_hash",),
            content="{form:json.event.event_time}{form:json.event.event_type}",
            covers="fields",
        ),
        event="form:json.event.event_type",
        delivery="form:json.event.event_hash",
        marks="form:json.event.event_hash",
        handshakes=(
            Handshake(when="POST form:json.event.event_type=callback_test", body="Hello API Event Received"),
            Handshake(
                when="POST form:json.event.event_type", body="Hello API Event Received", for_event=True
            ),
        ),
        doc="dropbox-sign (PyPI) event_callback_helper.py",
        basis=SDK,
        secret_name="API key",
    ),
    provider(
        "mercadopago",
        "Mercado Pago",
        tuple(
            Scheme(
                id=name,
                signature=("header:x-signature",),
                format="ts={timestamp},v1={signature}",
                separator=",",
                content=f"{{{name}}}",
                unit="auto",
                covers="fields",
            )
            for name in ("mercadopago", "mercadopago-lower")
        ),
        event=("json:action", "json:type"),
        delivery="json:id",
        marks=("header:x-signature~=^ts=[0-9]+,%20*v1=", "header:x-signature^=ts="),
        doc="mercadopago (PyPI) mercadopago/webhook/validator.py",
        basis=SDK,
    ),
    provider(
        "plivo",
        "Plivo",
        (
            Scheme(
                id="v3",
                signature=("header:X-Plivo-Signature-V3", "header:X-Plivo-Signature-Ma-V3"),
                separator=",",
                encoding="b64",
                content="{plivo-v3}.{header:X-Plivo-Signature-V3-Nonce}",
            ),
            Scheme(
                id="v2",
                signature=("header:X-Plivo-Signature-V2", "header:X-Plivo-Signature-Ma-V2"),
                separator=",",
                encoding="b64",
                content="{plivo-v2}{header:X-Plivo-Signature-V2-Nonce}",
            ),
        ),
        event=("form:Event", "form:CallStatus", "form:Status"),
        delivery=("form:MessageUUID", "form:CallUUID"),
        doc="plivo (PyPI) plivo/utils/signature_v3.py",
        basis=SDK,
        secret_name="auth token",
    ),
    provider(
        "contentful",
        "Contentful",
        Scheme(
            signature=("header:x-contentful-signature",),
            content="{contentful}",
            timestamp="header:x-contentful-timestamp",
            unit="ms",
            tolerance_s=30,
            refuses_future=False,
            sets=(("x-contentful-signed-headers", "x-contentful-signed-headers,x-contentful-timestamp"),),
        ),
        event="header:X-Contentful-Topic",
        delivery="header:x-contentful-webhook-request-attempt+json:sys.id",
        marks=("header:x-contentful-signature", "header:X-Contentful-Topic"),
        doc="@contentful/node-apps-toolkit (npm) src/requests",
        basis=SDK,
    ),
    provider(
        "midtrans",
        "Midtrans",
        Scheme(
            algorithm="hash-sha512",
            signature=("json:signature_key",),
            content="{json:order_id}{json:status_code}{json:gross_amount}{secret}",
            covers="fields",
        ),
        event="json:transaction_status",
        delivery="json:transaction_id",
        marks="json:signature_key json:order_id json:gross_amount",
        doc="https://docs.midtrans.com/reference/partner-http-notification",
        basis=DOCUMENT,
        secret_name="server key",
    ),
    provider(
        "pandadoc",
        "PandaDoc",
        Scheme(signature=("query:signature",)),
        event=("json:[0].event", "json:event"),
        delivery="json:[0].data.id",
        marks="query:signature json:[0].event json:[0].data.id",
        doc="https://developers.pandadoc.com/docs/webhook-verification",
        secret_name="shared key",
    ),
    provider(
        "signwell",
        "SignWell",
        Scheme(
            signature=("json:event.hash",), content="{json:event.type}@{json:event.time}", covers="fields"
        ),
        event="json:event.type",
        delivery="json:data.object.id",
        marks="json:event.hash json:event.time json:event.type",
        doc="https://developers.signwell.com/reference/event-hash-verification",
        secret_name="webhook id",
    ),
    provider(
        "unisender_go",
        "Unisender Go",
        Scheme(algorithm="hash-md5", signature=("json:auth",), content="{unisender}"),
        event="json:events_by_user[0].events[0].event_name",
        marks="json:auth json:events_by_user",
        doc="django-anymail anymail/webhooks/unisender_go.py",
        basis=THIRD_PARTY,
        secret_name="API key",
    ),
    provider(
        "lever",
        "Lever",
        Scheme(signature=("json:signature",), content="{json:token}{json:triggeredAt}", covers="fields"),
        event="json:event",
        delivery="json:token",
        marks="json:signature json:token json:triggeredAt",
        doc=NOT_NAMED,
        basis=THIRD_PARTY,
        secret_name="signing token",
    ),
    provider(
        "ecwid",
        "Ecwid",
        body_hmac(
            "X-Ecwid-Webhook-Signature",
            encoding="b64",
            content="{json:eventCreated}.{json:eventId}",
            covers="fields",
        ),
        event="json:eventType",
        delivery="json:eventId",
        doc="Ecwid/ecwid-api-docs includes/_webhooks.md",
        secret_name="client secret",
    ),
    provider(
        "iyzico",
        "iyzico",
        body_hmac("X-IYZ-SIGNATURE-V3", content="{iyzico}", covers="fields"),
        event="json:iyziEventType",
        delivery="json:iyziReferenceCode",
        doc="iyzico/iyzipay-php samples/webhook_Signature_Validation.php",
        basis=SDK,
        secret_name="secret key",
    ),
    provider(
        "nowpayments",
        "NOWPayments",
        body_hmac("x-nowpayments-sig", "hmac-sha512", content="{sorted-json}"),
        event="json:payment_status",
        delivery="json:payment_id",
        doc="node-nowpayments-api (npm) src/webhook.ts",
        basis=THIRD_PARTY,
        secret_name="IPN secret",
    ),
    provider(
        "agora",
        "Agora",
        (body_hmac("Agora-Signature-V2", id="v2"), body_hmac("Agora-Signature", "hmac-sha1", id="v1")),
        event="json:productId+json:eventType",
        delivery="json:noticeId",
        doc="https://docs.agora.io/en/video-calling/advanced-features/receive-notifications",
    ),
    provider(
        "tiktok_shop",
        "TikTok Shop",
        Scheme(
            signature=("header:Authorization",),
            content="{secret:app_key}{body}",
            secret_parts=("app_secret",),
        ),
        event="json:type",
        delivery="json:tts_notification_id",
        marks="header:Authorization json:tts_notification_id",
        doc="garethx/webhook-skills skills/tiktok-shop-webhooks/references/verification.md",
        basis=THIRD_PARTY,
        secret_name="app key and app secret",
    ),
    provider(
        "azure_web_pubsub",
        "Azure Web PubSub",
        Scheme(
            signature=("header:ce-signature",),
            format="sha256={signature}",
            separator=",",
            content="{header:ce-connectionId}",
            covers="fields",
        ),
        event="header:ce-type",
        delivery="header:ce-id",
        marks=("header:ce-signature header:ce-connectionId", "header:ce-awpsversion"),
        handshakes=Handshake(
            when="OPTIONS header:WebHook-Request-Origin",
            headers=(("WebHook-Allowed-Origin", "{header:WebHook-Request-Origin}"),),
        ),
        doc="https://learn.microsoft.com/azure/azure-web-pubsub/reference-cloud-events",
        basis=DOCUMENT,
        secret_name="access key",
    ),
    provider(
        "keygen",
        "Keygen",
        Scheme(
            algorithm="cavage", signature=("header:Keygen-Signature",), encoding="b64", accepts=("ed25519",)
        ),
        event="json:data.attributes.event",
        delivery="json:data.id",
        doc="webhook-co/webhook adapters/bespoke/keygen.ts",
        basis=THIRD_PARTY,
        secret_name="Ed25519 public key",
    ),
    provider(
        "drone",
        "Drone CI",
        Scheme(
            algorithm="cavage",
            signature=("header:Signature",),
            encoding="b64",
            accepts=("hmac-sha256",),
            when="header:Signature~=keyId=",
        ),
        event="header:X-Drone-Event",
        marks=("header:X-Drone-Event", 'header:Signature^=keyId="hmac-key'),
        doc="drone/drone-go plugin/webhook",
        basis=SDK,
        secret_name="shared secret",
    ),
)
