"""Mail and lists: Mailchimp, Mandrill, SendGrid, Mailgun, Amazon SNS."""

from __future__ import annotations

from garfio.core.signature.catalog.build import DOCUMENT, IN_URL, SDK, body_hmac, provider
from garfio.core.signature.provider import Handshake
from garfio.core.signature.scheme import Scheme

MAILCHIMP = provider(
    "mailchimp",
    "Mailchimp Marketing",
    IN_URL,
    event="form:type",
    marks="form:type form:fired_at !header:X-Mandrill-Signature",
    handshakes=Handshake(when="GET|HEAD", body="OK"),
    doc="https://mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks/",
    basis=DOCUMENT,
    secret_name="secret in the webhook's URL",
    unverifiable="Mailchimp signs no audience webhooks; put a secret into the URL that nobody can guess.",
)

MANDRILL = provider(
    "mandrill",
    "Mailchimp Transactional (Mandrill)",
    body_hmac("X-Mandrill-Signature", "hmac-sha1", "b64", content="{url}{sorted-form}"),
    event=("form:mandrill_events.[0].event", "form:mandrill_events.[0].type"),
    delivery="form:mandrill_events.[0]._id",
    marks=("header:X-Mandrill-Signature", "form:mandrill_events"),
    handshakes=(
        Handshake(when="HEAD|GET", body="OK"),
        Handshake(when="POST form:mandrill_events=[]", body="OK"),
    ),
    doc="https://mailchimp.com/developer/transactional/guides/track-respond-activity-webhooks/",
    basis=SDK,
    secret_name="webhook authentication key",
)

SENDGRID = provider(
    "sendgrid",
    "SendGrid Event Webhook",
    Scheme(
        algorithm="ecdsa-sha256",
        signature=("header:X-Twilio-Email-Event-Webhook-Signature",),
        encoding="b64",
        content="{timestamp}{body}",
        timestamp="header:X-Twilio-Email-Event-Webhook-Timestamp",
    ),
    event="json:[0].event",
    delivery="json:[0].sg_event_id",
    marks=("header:X-Twilio-Email-Event-Webhook-Signature", "json:[0].sg_event_id json:[0].event"),
    doc="https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features",
    basis=SDK,
    secret_name="verification key (public key)",
)


def _mailgun(id: str, at: str, name: str, when: str) -> Scheme:  # noqa: A002
    return Scheme(
        id=id,
        signature=(f"{at}{name}",),
        content=f"{{timestamp}}{{{at}token}}",
        timestamp=f"{at}timestamp",
        when=when,
        covers="fields",
    )


MAILGUN = provider(
    "mailgun",
    "Mailgun",
    (
        _mailgun("webhook", "json:signature.", "signature", "json:signature.token"),
        _mailgun("form", "form:", "signature", "form:token"),
    ),
    event=("json:event-data.event", "form:event"),
    delivery=("json:event-data.id", "json:signature.token", "form:token"),
    marks=(
        "json:signature.token json:signature.timestamp json:event-data",
        "form:token form:timestamp form:signature",
    ),
    doc="https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks",
    basis=SDK,
    secret_name="HTTP webhook signing key",
)

AWS_SNS = provider(
    "aws_sns",
    "Amazon SNS",
    (
        Scheme(
            id="v2",
            algorithm="rsa-sha256",
            signature=("json:Signature",),
            encoding="b64",
            content="{sns}",
            when="json:SignatureVersion=2",
        ),
        Scheme(
            id="v1",
            algorithm="rsa-sha1",
            signature=("json:Signature",),
            encoding="b64",
            content="{sns}",
            when="json:SignatureVersion=1",
        ),
    ),
    event=("header:x-amz-sns-message-type", "json:Type"),
    delivery=("header:x-amz-sns-message-id", "json:MessageId"),
    marks=("header:x-amz-sns-message-type", "json:SigningCertURL json:TopicArn json:Type"),
    handshakes=Handshake(when="POST json:Type=SubscriptionConfirmation json:SubscribeURL", body="OK"),
    doc="https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html",
    basis=SDK,
    secret_name="signing certificate",
    key_url="{json:SigningCertURL}",
    key_hosts=("sns.*.amazonaws.com", "sns.*.amazonaws.com.cn"),
    key_path=r"/[A-Za-z0-9-]+\.pem",
)

ENTRIES = (MAILCHIMP, MANDRILL, SENDGRID, MAILGUN, AWS_SNS)
