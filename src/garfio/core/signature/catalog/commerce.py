"""Payments and shops: Stripe, Shopify, Square, PayPal, Paddle."""

from __future__ import annotations

from garfio.core.signature.catalog.build import DOCUMENT, SDK, THIRD_PARTY, body_hmac, provider, stamped
from garfio.core.signature.scheme import Scheme

STRIPE = provider(
    "stripe",
    "Stripe",
    stamped("Stripe-Signature", "t={timestamp},v1={signature}", id="v1", separator=",", refuses_future=False),
    event="json:type",
    delivery="json:id",
    marks=("header:Stripe-Signature", "json:object=event|v2.core.event json:id^=evt_ json:type"),
    doc="https://docs.stripe.com/webhooks",
    basis=SDK,
    secret_name="signing secret (whsec_…)",
)

SHOPIFY = provider(
    "shopify",
    "Shopify",
    body_hmac("X-Shopify-Hmac-Sha256", encoding="b64"),
    event="header:X-Shopify-Topic",
    delivery=("header:X-Shopify-Webhook-Id", "header:X-Shopify-Event-Id"),
    marks=("header:X-Shopify-Topic", "header:X-Shopify-Hmac-Sha256", "header:X-Shopify-Shop-Domain"),
    doc="https://shopify.dev/docs/apps/build/webhooks/subscribe/https",
    basis=SDK,
    secret_name="app client secret (API secret key)",
)

SQUARE = provider(
    "square",
    "Square",
    (
        body_hmac("x-square-hmacsha256-signature", encoding="b64", id="sha256", content="{url}{body}"),
        body_hmac("x-square-signature", "hmac-sha1", "b64", id="sha1", content="{url}{body}"),
    ),
    event="json:type",
    delivery="json:event_id",
    retry="header:square-retry-number",
    shapes=("json:merchant_id json:event_id json:type json:data.type",),
    doc="https://developer.squareup.com/docs/webhooks/step3validate",
    basis=SDK,
    secret_name="signature key of the subscription",
)

PAYPAL = provider(
    "paypal",
    "PayPal",
    (
        Scheme(
            id="transmission",
            algorithm="rsa-sha256",
            signature=("header:PAYPAL-TRANSMISSION-SIG",),
            encoding="b64",
            content="{header:PAYPAL-TRANSMISSION-ID}|{header:PAYPAL-TRANSMISSION-TIME}|{secret:webhook_id}|{body|crc32}",
            secret_parts=("cert_pem", "public_key_pem", "private_key_pem"),
            timestamp="header:PAYPAL-TRANSMISSION-TIME",
            unit="iso",
        ),
        Scheme(
            id="simulator",
            algorithm="rsa-sha256",
            signature=("header:PAYPAL-TRANSMISSION-SIG",),
            encoding="b64",
            content="{header:PAYPAL-TRANSMISSION-ID}|{header:PAYPAL-TRANSMISSION-TIME}|WEBHOOK_ID|{body|crc32}",
            secret_parts=("cert_pem", "public_key_pem", "private_key_pem"),
            timestamp="header:PAYPAL-TRANSMISSION-TIME",
            unit="iso",
        ),
    ),
    event="json:event_type",
    delivery="json:id",
    marks=("header:PAYPAL-TRANSMISSION-SIG", "header:PAYPAL-TRANSMISSION-ID"),
    doc="https://developer.paypal.com/api/rest/webhooks/rest",
    basis=THIRD_PARTY,
    key_url="{header:PAYPAL-CERT-URL}",
    key_hosts=("api.paypal.com", "api.sandbox.paypal.com", "api-m.paypal.com", "api-m.sandbox.paypal.com"),
    key_path="/v1/notifications/certs/[A-Za-z0-9-]+",
    key_owner="paypal.com",  # the SDK paypalrestsdk, notifications.py, checks common name, dates and chain
    secret_name="webhook id",
)

PADDLE = provider(
    "paddle",
    "Paddle Billing",
    stamped(
        "Paddle-Signature",
        "ts={timestamp};h1={signature}",
        "{timestamp}:{body}",
        id="h1",
        separator=";",
        tolerance_s=5,
        refuses_future=False,
    ),
    event="json:event_type",
    delivery=("json:event_id", "json:notification_id"),
    shapes=("json:notification_id^=ntf_ json:event_type",),
    doc="https://developer.paddle.com/webhooks/signature-verification",
    basis=SDK,
    secret_name="endpoint secret key (pdl_ntfset_…)",
)

PADDLE_CLASSIC = provider(
    "paddle_classic",
    "Paddle Classic",
    Scheme(algorithm="rsa-sha1", signature=("form:p_signature",), encoding="b64", content="{paddle-classic}"),
    event="form:alert_name",
    delivery="form:alert_id",
    marks="form:p_signature form:alert_name",
    doc="https://developer.paddle.com/webhook-reference/verifying-webhooks",
    basis=DOCUMENT,
    secret_name="public key",
)

ENTRIES = (STRIPE, SHOPIFY, SQUARE, PAYPAL, PADDLE, PADDLE_CLASSIC)
