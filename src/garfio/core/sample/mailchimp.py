"""Mailchimp's audience events, which come as forms, and Mailchimp Transactional (Mandrill).

Shapes as in mailchimp.com/developer: Sync Audience Data with Webhooks; Track and Respond to Activity.
"""

from __future__ import annotations

import re
from urllib.parse import quote_plus

from garfio.core.sample.sample import FORM, Sample

_PERSON = (
    ("email", "marta.vidal@example.com"), ("email_type", "html"), ("ip_opt", "203.0.113.7"), ("web_id", "{{int:9}}"),
    ("merges][EMAIL", "marta.vidal@example.com"), ("merges][FNAME", "Marta"), ("merges][LNAME", "Vidal"),
    ("merges][INTERESTS", "Sea, Tools"),
)  # fmt: skip
_LIST = (("id", "{{hex:10}}"), ("list_id", "{{hex:10:l}}"))


def _quoted(text: str) -> str:
    """Form escapes; placeholders are left alone."""
    return "".join(
        piece if piece.startswith("{{") else quote_plus(piece) for piece in re.split(r"(\{\{.*?\}\})", text)
    )


def _sample(event: str, *data: tuple[str, str]) -> Sample:
    pairs = [
        ("type", event),
        ("fired_at", "{{iso}}"),
        *((f"data[{name}]", value) for name, value in (*_LIST, *data)),
    ]
    body = "&".join(f"{_quoted(name)}={_quoted(value)}" for name, value in pairs)
    return Sample("mailchimp", event, event, body, content_type=FORM, user_agent="MailChimp")


def _mandrill(event: str, state: str, more: str = "") -> Sample:
    events = (
        f'[{{"event":"{event}","ts":{{{{unix}}}},"_id":"{{{{hex:32}}}}","msg":{{"ts":{{{{unix}}}},"_id":"{{{{hex:32}}}}",'
        f'"state":"{state}","subject":"Your order has shipped","email":"marta.vidal@example.com","tags":["orders"],'
        f'"sender":"shop@example.com"}}{more}}}]'
    )
    return Sample(
        "mandrill",
        event,
        event,
        f"mandrill_events={_quoted(events)}",
        content_type=FORM,
        user_agent="Mandrill-Webhook/1.0",
    )


SAMPLES = (
    _sample("subscribe", *_PERSON),
    _sample(
        "unsubscribe", ("action", "unsub"), ("reason", "manual"), *_PERSON, ("campaign_id", "{{hex:10:c}}")
    ),
    _sample("profile", *_PERSON),
    _sample(
        "upemail",
        ("new_id", "{{hex:10:n}}"),
        ("new_email", "marta@example.org"),
        ("old_email", "marta.vidal@example.com"),
    ),
    _sample(
        "cleaned", ("campaign_id", "{{hex:10:c}}"), ("reason", "hard"), ("email", "marta.vidal@example.com")
    ),
    _sample("campaign", ("subject", "September news"), ("status", "sent"), ("reason", "")),
    _mandrill("send", "sent"),
    _mandrill("open", "sent", ',"ip":"203.0.113.7","user_agent":"Mozilla/5.0"'),
    _mandrill("hard_bounce", "bounced"),
)
