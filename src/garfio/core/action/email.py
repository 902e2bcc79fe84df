"""A mail through any SMTP server."""

from __future__ import annotations

import re
from email.utils import parseaddr

from garfio.core.action.kind import (
    LIST,
    LITERAL,
    NUMBER,
    SECRET,
    TEXT,
    ActionKind,
    Deed,
    Field,
    Values,
    one_line,
    unfit,
)

SECURITIES = ("auto", "starttls", "tls", "none")
_MOST_RECIPIENTS = 50
_ADDRESS = re.compile(r"[^@\s<>,;:\"()\[\]\\]+@[^@\s<>,;:\"()\[\]\\]+")


def _address(name: str, text: str) -> str:
    """One address, `a@b.c` or `Name <a@b.c>`: a value from a payload cannot smuggle in a second one."""
    shown, address = parseaddr(one_line(name, text.strip()))
    if not _ADDRESS.fullmatch(address) or ("," in text and '"' not in text):
        raise unfit(
            name, f"{text[:100]!r} is not one mail address.", "Write each address as an entry of a list."
        )
    return f'"{shown.replace(chr(34), "")}" <{address}>' if shown else address


def _render(values: Values) -> Deed:
    people = {
        name: [_address(name, str(text)) for text in values[name] if str(text).strip()]
        for name in ("to", "cc", "bcc")
    }
    count = sum(map(len, people.values()))
    if not count:
        raise unfit("to", "there is nobody to send it to.")
    if count > _MOST_RECIPIENTS:
        raise unfit("to", f"a mail goes to {_MOST_RECIPIENTS} addresses at most.")
    if not values["text"] and not values["html"]:
        raise unfit("text", "the mail is empty.")
    deed = {
        **people,
        "from": _address("from", str(values["from"])),
        "reply_to": _address("reply_to", str(values["reply_to"])) if values["reply_to"] else "",
        "subject": one_line("subject", str(values["subject"]).strip()),
        "text": str(values["text"]),
        "html": str(values["html"]),
        **{name: values[name] for name in ("host", "port", "security", "user", "secret")},
    }
    everybody = ", ".join(people["to"] or people["bcc"])
    return Deed("email", deed, f"{everybody}: {deed['subject']}")


EMAIL = ActionKind(
    "email",
    "Send a mail.",
    (
        Field("to", LIST, "The recipients, one address an entry.", required=True, default=[]),
        Field("from", TEXT, "The sender.", required=True),
        Field("subject", TEXT, "The subject."),
        Field("text", TEXT, "The mail as plain text."),
        Field("html", TEXT, "The mail as HTML; inserted values are escaped.", escape="html"),
        Field("cc", LIST, "Copies to.", default=[]),
        Field("bcc", LIST, "Hidden copies to.", default=[]),
        Field("reply_to", TEXT, "Where answers go."),
        Field("host", LITERAL, "The SMTP server.", required=True),
        Field("port", NUMBER, "Its port; 0 for the usual one.", default=0, highest=65_535),
        Field(
            "security",
            LITERAL,
            "TLS: starttls, tls (from the start), none; auto is none on this machine, tls on port 465, else starttls.",
            default="auto",
            choices=SECURITIES,
        ),
        Field("user", LITERAL, "The user's name, if the server wants one."),
        Field("secret", SECRET, "The name of the password."),
    ),
    _render,
)
