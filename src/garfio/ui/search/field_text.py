"""What each field of the query language means, in the user's words; and examples to try."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_FIELDS = {
    "provider": QT_TRANSLATE_NOOP("fields", "The service that sent it"),
    "event": QT_TRANSLATE_NOOP("fields", "The provider’s name for the event"),
    "verdict": QT_TRANSLATE_NOOP("fields", "What the signature check said"),
    "schema": QT_TRANSLATE_NOOP("fields", "What its JSON Schema says of the body"),
    "method": QT_TRANSLATE_NOOP("fields", "The HTTP method"),
    "path": QT_TRANSLATE_NOOP("fields", "The path without its query"),
    "target": QT_TRANSLATE_NOOP("fields", "A part of the raw path and query"),
    "endpoint": QT_TRANSLATE_NOOP("fields", "The endpoint’s path"),
    "delivery": QT_TRANSLATE_NOOP("fields", "The provider’s delivery id"),
    "header": QT_TRANSLATE_NOOP("fields", "A header is there, or has a value"),
    "body": QT_TRANSLATE_NOOP("fields", "A part of the body, or a value in it"),
    "type": QT_TRANSLATE_NOOP("fields", "A part of the Content-Type"),
    "status": QT_TRANSLATE_NOOP("fields", "The status that we answered with"),
    "took": QT_TRANSLATE_NOOP("fields", "How long our answer took"),
    "size": QT_TRANSLATE_NOOP("fields", "Body bytes as on the wire"),
    "received": QT_TRANSLATE_NOOP("fields", "When it arrived"),
    "age": QT_TRANSLATE_NOOP("fields", "How long ago it arrived"),
    "id": QT_TRANSLATE_NOOP("fields", "The number of the webhook"),
    "peer": QT_TRANSLATE_NOOP("fields", "A part of the sender’s address"),
    "source": QT_TRANSLATE_NOOP("fields", "Where it came from"),
    "refusal": QT_TRANSLATE_NOOP("fields", "Why it was refused"),
    "repeats": QT_TRANSLATE_NOOP("fields", "How many more of the same kind were folded into it"),
    "note": QT_TRANSLATE_NOOP("fields", "A part of the note"),
    "tag": QT_TRANSLATE_NOOP("fields", "A tag, whole"),
    "color": QT_TRANSLATE_NOOP("fields", "The colour of the mark"),
    "is": QT_TRANSLATE_NOOP("fields", "A mark or a state"),
    "has": QT_TRANSLATE_NOOP("fields", "Something is there"),
}
_EXAMPLES = {
    "provider": "provider:stripe",
    "event": "event:orders/*",
    "verdict": "verdict:invalid",
    "schema": "schema:fails",
    "method": "method:POST",
    "path": "path:/shop/*",
    "target": "target:page=2",
    "endpoint": "endpoint:/stripe",
    "delivery": "delivery:evt_1*",
    "header": "header.x-shop:acme",
    "body": "body.order.total>100",
    "type": "type:json",
    "status": "status:5xx",
    "took": "took>100ms",
    "size": "size>10kb",
    "received": "received:today",
    "age": "age<10m",
    "id": "id:12..20",
    "peer": "peer:127.0.0.1",
    "source": "source:import",
    "refusal": "refusal:malformed",
    "repeats": "repeats>0",
    "note": "note:refund",
    "tag": "tag:checkout",
    "color": "color:red",
    "is": "is:unread",
    "has": "has:body.order.id",
}
MANNERS: tuple[tuple[str, str], ...] = (
    ("refund", QT_TRANSLATE_NOOP("fields", "A word anywhere: path, event, ids, note, headers, body")),
    ('"not found"', QT_TRANSLATE_NOOP("fields", "A phrase")),
    ("path:/shop/* is:unread", QT_TRANSLATE_NOOP("fields", "Both; * stands for anything")),
    ("is:failing OR status:5xx", QT_TRANSLATE_NOOP("fields", "One of them; parentheses group")),
    ("-is:handshake", QT_TRANSLATE_NOOP("fields", "Without the providers’ checks of an endpoint")),
    ("-provider:github", QT_TRANSLATE_NOOP("fields", "Not this one; NOT does the same")),
    ("~ORD-\\d+", QT_TRANSLATE_NOOP("fields", "A regular expression; field~… looks in one field")),
    ("event=invoice.paid", QT_TRANSLATE_NOOP("fields", "The exact value; != is its opposite")),
)
"""Ways to write a query, with what they mean."""


def field_text(name: str) -> str:
    """What a field compares; its name where it is not known here."""
    return QCoreApplication.translate("fields", _FIELDS.get(name, name))


def field_example(name: str) -> str:
    """A query with the field."""
    return _EXAMPLES.get(name, f"{name}:")


def manner_text(text: str) -> str:
    """A row of `MANNERS` in the user's language."""
    return QCoreApplication.translate("fields", text)
