"""Senders that put a JSON Web Token into a header, or send one as the body."""

from __future__ import annotations

from garfio.core.signature.catalog.build import SDK, THIRD_PARTY, body_hmac, provider
from garfio.core.signature.provider import Handshake
from garfio.core.signature.scheme import Check, Scheme

_RSA = ("RS256", "RS384", "RS512")


def _claim(name: str, template: str, *, optional: bool = False) -> Check:
    return Check(reference=f"claim:{name}", template=template, optional=optional)


def _jwt(
    reference: str,
    accepts: tuple[str, ...],
    checks: tuple[Check, ...] = (),
    form: str = "{signature}",
    **fields: object,
) -> Scheme:
    values: dict[str, object] = {
        "id": "jwt",
        "algorithm": "jwt",
        "signature": (reference,),
        "format": form,
        "accepts": accepts,
        "checks": checks,
        **fields,
    }
    return Scheme(**values)  # type: ignore[arg-type]  # fields of Scheme


_HEX = "{body|sha256|hex}"
_B64 = "{body|sha256|b64}"
_BEARER = "Bearer {signature}"
_BEARER_ONLY = "header:Authorization^=Bearer%20"

ENTRIES = (
    provider(
        "messagebird",
        "MessageBird (Bird)",
        _jwt(
            "header:MessageBird-Signature-JWT",
            ("HS256", "HS384", "HS512"),
            (
                _claim("payload_hash", _HEX, optional=True),
                _claim("url_hash", "{url|sha256|hex}"),
                _claim("iss", "MessageBird"),
            ),
        ),
        delivery="json:id",
        event="json:type",
        doc="messagebird (PyPI) request_validator.py",
        basis=SDK,
        secret_name="signing key",
    ),
    provider(
        "vonage",
        "Vonage",
        _jwt(
            "header:Authorization",
            ("HS256",),
            (_claim("payload_hash", _HEX, optional=True), _claim("iss", "Vonage", optional=True)),
            _BEARER,
            when=_BEARER_ONLY,
        ),
        event=("json:message_type", "json:status"),
        delivery=("json:message_uuid", "json:uuid"),
        marks=("json:message_uuid json:channel", "json:conversation_uuid json:uuid json:status"),
        doc="vonage-jwt (PyPI) verify_jwt.py",
        basis=SDK,
        secret_name="account signature secret",
    ),
    provider(
        "livekit",
        "LiveKit",
        _jwt("header:Authorization", ("HS256",), (_claim("sha256", _B64),)),
        event="json:event",
        delivery="json:id",
        marks=("header:Content-Type^=application/webhook+json header:Authorization json:event",),
        doc="livekit-api (PyPI) webhook.py",
        basis=SDK,
        secret_name="API secret",
    ),
    provider(
        "upstash_qstash",
        "Upstash QStash",
        _jwt(
            "header:Upstash-Signature",
            ("HS256",),
            (
                _claim("body", "{body|sha256|b64url}"),
                _claim("iss", "Upstash"),
                _claim("sub", "{url}", optional=True),
            ),
            secret_parts=("current", "next"),
        ),
        delivery="header:Upstash-Message-Id",
        retry="header:Upstash-Retried~=^[1-9]",
        doc="qstash (PyPI) receiver.py",
        basis=SDK,
        secret_name="current or next signing key",
    ),
    provider(
        "netlify",
        "Netlify",
        _jwt("header:X-Webhook-Signature", ("HS256",), (_claim("sha256", _HEX), _claim("iss", "netlify"))),
        event=("header:X-Netlify-Event", "json:state"),
        delivery="json:id",
        marks=("header:X-Netlify-Event", "header:X-Webhook-Signature^=eyJ"),
        doc="webhook-co/webhook adapters/config.ts",
        basis=THIRD_PARTY,
        secret_name="JWS secret token",
    ),
    provider(
        "monday",
        "monday.com",
        _jwt("header:Authorization", ("HS256",), (_claim("aud", "{url}", optional=True),), covers="nothing"),
        event="json:event.type",
        delivery="json:event.triggerUuid",
        marks=("json:event.boardId json:event.type", "json:event.pulseId"),
        handshakes=Handshake(
            when="POST json:challenge !json:event !json:type",
            body='{"challenge":{json:challenge|json}}',
            content_type="application/json",
        ),
        doc="webhook-co/webhook adapters/bespoke/monday.ts",
        basis=THIRD_PARTY,
    ),
    provider(
        "jira_connect",
        "Atlassian Connect",
        _jwt(
            "header:Authorization",
            ("HS256",),
            (_claim("qsh", "{jira-qsh|sha256|hex}"),),
            "JWT {signature}",
            covers="fields",
        ),
        event=("json:webhookEvent", "json:eventType"),
        marks="header:Authorization^=JWT%20",
        doc="webhook-co/webhook adapters/bespoke/jira-connect.ts",
        basis=THIRD_PARTY,
        secret_name="shared secret of the installation",
    ),
    provider(
        "fusionauth",
        "FusionAuth",
        _jwt(
            "header:X-FusionAuth-Signature-JWT",
            ("HS256", "HS384", "HS512", *_RSA, "ES256", "ES384", "EdDSA"),
            (_claim("request_body_sha256", _B64),),
        ),
        event="json:event.type",
        delivery="json:event.id",
        doc="hookdeck/webhook-skills fusionauth",
        basis=THIRD_PARTY,
        secret_name="signing key or JWK set",
    ),
    provider(
        "plaid",
        "Plaid",
        _jwt(
            "header:Plaid-Verification",
            ("ES256",),
            (_claim("request_body_sha256", _HEX),),
            tolerance_s=300,
            refuses_future=False,
        ),
        event="json:webhook_type+json:webhook_code",
        delivery="json:item_id",
        doc="https://plaid.com/docs/api/webhooks/webhook-verification/",
        secret_name="verification key (JWK)",
    ),
    provider(
        "google_pubsub",
        "Google Pub/Sub push",
        _jwt(
            "header:Authorization",
            ("RS256",),
            (_claim("iss", "https://accounts.google.com"),),
            _BEARER,
            when=_BEARER_ONLY,
            covers="nothing",
        ),
        event=("json:message.attributes.eventType", "json:subscription"),
        delivery="json:message.messageId",
        marks="json:message.messageId json:subscription",
        doc="https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions",
        key_url="https://www.googleapis.com/oauth2/v3/certs",
        key_hosts=("www.googleapis.com",),
        secret_name="Google's JWK set",
    ),
    provider(
        "google_chat",
        "Google Chat",
        _jwt("header:Authorization", ("RS256",), (), _BEARER, when=_BEARER_ONLY, covers="nothing"),
        event=("json:type", "json:chat.type"),
        delivery="json:message.name",
        marks=("json:type json:eventTime json:space.name json:user",),
        doc="https://developers.google.com/workspace/chat/verify-requests-from-chat",
        key_url="https://www.googleapis.com/service_accounts/v1/jwk/chat@system.gserviceaccount.com",
        key_hosts=("www.googleapis.com",),
        secret_name="Google's JWK set",
    ),
    provider(
        "bot_framework",
        "Microsoft Bot Framework",
        _jwt(
            "header:Authorization",
            ("RS256",),
            (_claim("iss", "https://api.botframework.com"),),
            _BEARER,
            when=_BEARER_ONLY,
            covers="nothing",
        ),
        event="json:type",
        delivery="json:id",
        marks="json:channelId json:serviceUrl json:conversation.id json:type",
        doc="https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication",
        key_url="https://login.botframework.com/v1/.well-known/keys",
        key_hosts=("login.botframework.com",),
        secret_name="Bot Framework's JWK set",
    ),
    provider(
        "apple_app_store",
        "App Store Server Notifications",
        _jwt(
            "json:signedPayload",
            ("ES256",),
            chain_marks=(
                "1.2.840.113635.100.6.11.1",
                "1.2.840.113635.100.6.2.1",
            ),  # not any certificate of Apple's
        ),
        marks="json:signedPayload",
        doc="app-store-server-library (PyPI) signed_data_verifier.py",
        basis=SDK,
        key_url="https://www.apple.com/certificateauthority/AppleRootCA-G3.cer",
        key_hosts=("www.apple.com",),
        secret_name="Apple Root CA - G3 certificate (PEM)",
    ),
    provider(
        "kinde",
        "Kinde",
        _jwt("body", ("RS256",)),
        marks="header:Content-Type^=application/jwt body~=^eyJ",
        doc="webhook-co/webhook adapters/bespoke/kinde.ts",
        basis=THIRD_PARTY,
        secret_name="JWK set of the domain",
    ),
    provider(
        "wix",
        "Wix",
        _jwt("body", ("RS256",), (_claim("iss", "wix.com", optional=True),)),
        marks="header:User-Agent^=Wix body~=^eyJ",
        doc="garethx/webhook-skills skills/wix-webhooks/references/verification.md",
        basis=THIRD_PARTY,
        secret_name="public key of the app",
    ),
    provider(
        "dialpad",
        "Dialpad",
        _jwt("body", ("HS256",)),
        marks="-",
        doc="https://developers.dialpad.com/docs/event-subscriptions",
    ),
    provider(
        "saleor",
        "Saleor",
        (
            _jwt(
                "header:Saleor-Signature", ("RS256",), detached=True, when="header:Saleor-Signature~=[.][.]"
            ),
            body_hmac("Saleor-Signature", id="legacy", when="!header:Saleor-Signature~=[.][.]"),
        ),
        event="header:Saleor-Event",
        delivery="header:Saleor-Event-Id",
        marks=("header:Saleor-Signature", "header:Saleor-Event"),
        doc="https://docs.saleor.io/developer/extending/webhooks/payload-signature",
        secret_name="JWK set of the domain",
    ),
    provider(
        "constant_contact",
        "Constant Contact",
        _jwt("header:X-CTCT-WEBHOOK-SIG", ("RS256",), detached=True),
        event="json:event_type",
        doc="https://developer.constantcontact.com/api_guide/webhook_authenticity.html",
        key_url="https://developer.constantcontact.com/.well-known/jwks.json",
        key_hosts=("developer.constantcontact.com",),
        secret_name="Constant Contact's JWK set",
    ),
    provider(
        "fireblocks",
        "Fireblocks",
        (
            _jwt("header:Fireblocks-Webhook-Signature", ("RS512",), detached=True, id="v2"),
            Scheme(
                id="v1", algorithm="rsa-sha512", signature=("header:Fireblocks-Signature",), encoding="b64"
            ),
        ),
        event=("json:eventType", "json:type"),
        delivery="json:id",
        doc="https://developers.fireblocks.com/reference/validating-webhooks",
        key_url="https://keys.fireblocks.io/.well-known/jwks.json",
        key_hosts=("keys.fireblocks.io", "*.fireblocks.io"),
        secret_name="public key (PEM or JWK set)",
    ),
)
