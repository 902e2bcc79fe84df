"""People and phones: Slack, Discord, Zoom, Meta, Twilio, Linear."""

from __future__ import annotations

from garfio.core.signature.catalog.build import DOCUMENT, SDK, body_hmac, provider, stamped
from garfio.core.signature.provider import Handshake
from garfio.core.signature.scheme import Check, Scheme

SLACK = provider(
    "slack",
    "Slack",
    stamped(
        "X-Slack-Signature",
        "v0={signature}",
        "v0:{timestamp}:{body}",
        id="v0",
        timestamp="header:X-Slack-Request-Timestamp",
    ),
    event=("json:event.type", "form:payload.type", "form:command", "json:type"),
    delivery=("json:event_id", "form:trigger_id"),
    retry="header:X-Slack-Retry-Num",
    marks=(
        "header:X-Slack-Signature",
        "header:X-Slack-Request-Timestamp",
        "json:type=url_verification json:challenge json:token",
    ),
    handshakes=(
        Handshake(
            when="POST json:type=url_verification json:challenge",
            body="{json:challenge}",
            must_verify=True,
            refusal=401,
        ),
        Handshake(
            when="POST form:challenge form:type=url_verification",
            body="{form:challenge}",
            must_verify=True,
            refusal=401,
        ),
    ),
    shapes=(
        "json:type=event_callback json:api_app_id json:team_id json:event_id",
        "form:command^=/ form:response_url form:team_id",
        "form:payload.type form:payload.team.id form:payload.token",
    ),
    doc="https://docs.slack.dev/authentication/verifying-requests-from-slack",
    basis=SDK,
)

DISCORD = provider(
    "discord",
    "Discord",
    Scheme(
        algorithm="ed25519",
        signature=("header:X-Signature-Ed25519",),
        content="{timestamp}{body}",
        timestamp="header:X-Signature-Timestamp",
    ),
    event=("json:event.type", "json:data.name", "json:type"),
    delivery="json:id",
    marks="header:X-Signature-Ed25519",
    handshakes=(
        Handshake(
            when="POST json:type=1 !json:event",
            body='{"type":1}',
            content_type="application/json",
            must_verify=True,
            refusal=401,
        ),
        Handshake(
            when="POST json:type=0",
            status=204,
            content_type="application/json",
            must_verify=True,
            refusal=401,
        ),
    ),
    doc="https://discord.com/developers/docs/interactions/overview",
    basis=SDK,
    secret_name="application public key",
)

ZOOM = provider(
    "zoom",
    "Zoom",
    stamped(
        "x-zm-signature",
        "v0={signature}",
        "v0:{timestamp}:{body}",
        id="v0",
        timestamp="header:x-zm-request-timestamp",
    ),
    event="json:event",
    delivery="header:x-zm-trackingid",
    marks=("header:x-zm-signature", "header:x-zm-request-timestamp"),
    handshakes=Handshake(
        when="POST json:event=endpoint.url_validation json:payload.plainToken",
        body='{"plainToken":{json:payload.plainToken|json},"encryptedToken":"{field:mac}"}',
        content_type="application/json",
        mac="hmac-sha256 {json:payload.plainToken}",
        guard="json:payload.plainToken~=^[^:]{1,128}$",
        must_verify=True,
        refusal=401,
    ),
    shapes=("json:event json:event_ts json:payload.account_id",),
    doc="https://developers.zoom.us/docs/api/webhooks/",
    basis=SDK,
    secret_name="Secret Token of the app",
)

META = provider(
    "meta",
    "Meta (Facebook, Instagram, WhatsApp, Threads)",
    (
        body_hmac("X-Hub-Signature-256", id="sha256", format="sha256={signature}"),
        body_hmac("X-Hub-Signature", "hmac-sha1", id="sha1", format="sha1={signature}"),
    ),
    event=("json:object+json:entry[0].changes[0].field", "json:object"),
    delivery=("json:entry[0].changes[0].value.messages[0].id", "json:entry[0].messaging[0].message.mid"),
    marks=(
        "header:X-Hub-Signature-256 json:object json:entry !header:X-GitHub-Event",
        "header:X-Hub-Signature json:object json:entry !header:X-GitHub-Event",
        "header:X-Hub-Signature-256 !header:X-GitHub-Event",
        "query:hub.mode query:hub.verify_token query:hub.challenge",
    ),
    handshakes=Handshake(
        when="GET query:hub.mode=subscribe query:hub.challenge",
        body="{query:hub.challenge}",
        token="query:hub.verify_token",
        token_part="verify_token",
    ),
    shapes=("json:object=page|instagram|whatsapp_business_account|user|permissions json:entry[0].id",),
    doc="https://developers.facebook.com/docs/graph-api/webhooks/getting-started",
    basis=DOCUMENT,
    secret_name="app secret (and the verify token for the endpoint check)",
)

_SETTINGS = "X-Twilio-Webhooks-Signature-Settings"

TWILIO = provider(
    "twilio",
    "Twilio",
    tuple(
        Scheme(
            id=f"{name}{suffix}",
            algorithm=algorithm,
            signature=("header:X-Twilio-Signature",),
            encoding="b64",
            content=content,
            when=f"{when} {choice}",
            checks=checks,
        )
        for suffix, algorithm, choice in (
            ("", "hmac-sha1", f"!header:{_SETTINGS}"),
            (
                "-sha1",
                "hmac-sha1",
                f"header:{_SETTINGS} !header:{_SETTINGS}~=HMAC_SHA256",
            ),
            ("-sha256", "hmac-sha256", f"header:{_SETTINGS}~=HMAC_SHA256"),
        )
        for name, content, when, checks in (
            (
                "json",
                "{url}",
                "query:bodySHA256 !header:Content-Type^=application/x-www-form-urlencoded",
                (Check(reference="query:bodySHA256", template="{body|sha256|hex}"),),
            ),
            ("form", "{url}{sorted-form}", "!query:bodySHA256", ()),
            (
                "form-with-digest",
                "{url}{sorted-form}",
                "query:bodySHA256 header:Content-Type^=application/x-www-form-urlencoded",
                (),
            ),
        )
    ),
    event=("form:CallStatus", "form:MessageStatus", "form:SmsStatus", "json:type", "form:EventType"),
    delivery=("header:I-Twilio-Idempotency-Token", "form:CallSid", "form:MessageSid", "form:SmsSid"),
    marks=("header:X-Twilio-Signature", "header:User-Agent^=TwilioProxy/"),
    doc="https://www.twilio.com/docs/usage/webhooks/webhooks-security",
    basis=SDK,
    secret_name="auth token of the account",
)

LINEAR = provider(
    "linear",
    "Linear",
    stamped(
        "Linear-Signature",
        "{signature}",
        "{body}",
        timestamp="json:webhookTimestamp",
        unit="ms",
        tolerance_s=60,
    ),
    event=("header:Linear-Event+json:action", "json:type+json:action", "header:Linear-Event"),
    delivery="header:Linear-Delivery",
    marks=("header:Linear-Signature", "header:Linear-Event", "header:Linear-Delivery"),
    doc="https://linear.app/developers/webhooks",
    basis=SDK,
)

HUBSPOT_V3 = {"timestamp": "header:X-HubSpot-Request-Timestamp", "unit": "ms", "encoding": "b64"}

HUBSPOT = provider(
    "hubspot",
    "HubSpot",
    (
        stamped(
            "X-HubSpot-Signature-v3",
            "{signature}",
            "{method}{url|hubspot-uri}{body}{timestamp}",
            id="v3",
            refuses_future=False,
            **HUBSPOT_V3,
        ),
        stamped(
            "X-HubSpot-Signature-v3",
            "{signature}",
            "{method}{url}{body}{timestamp}",
            id="v3-encoded-uri",
            refuses_future=False,
            **HUBSPOT_V3,
        ),
        Scheme(
            id="v2",
            algorithm="hash-sha256",
            signature=("header:X-HubSpot-Signature",),
            content="{secret}{method}{url}{body}",
            when="header:X-HubSpot-Signature-Version=v2",
            sets=(("X-HubSpot-Signature-Version", "v2"),),
        ),
        Scheme(
            id="v1",
            algorithm="hash-sha256",
            signature=("header:X-HubSpot-Signature",),
            content="{secret}{body}",
            when="!header:X-HubSpot-Signature-Version=v2",
            sets=(("X-HubSpot-Signature-Version", "v1"),),
        ),
    ),
    event=("json:[0].subscriptionType", "json:subscriptionType"),
    delivery=("json:[0].eventId", "json:eventId"),
    retry=("json:[0].attemptNumber~=^[1-9]", "json:attemptNumber~=^[1-9]"),
    marks=("header:X-HubSpot-Signature", "header:X-HubSpot-Signature-v3"),
    shapes=(
        "json:[0].subscriptionType json:[0].portalId json:[0].subscriptionId",
        "json:subscriptionType json:portalId json:subscriptionId",
    ),
    doc="https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation",
    basis=SDK,
    secret_name="client secret of the app",
)

ENTRIES = (SLACK, DISCORD, ZOOM, META, TWILIO, LINEAR, HUBSPOT)
