"""The fields that a query can name: one table for the parser, the completion and the help.

A field's kind decides which operators it takes and how its value is read; adding one is a row here, its value
in `match.py` and its column in `engine.store.query`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from garfio.core.capture import COLORS

_EQUAL = (":", "=", "!=")
_TEXTUAL = (*_EQUAL, "~")
_ORDERED = (*_EQUAL, ">", ">=", "<", "<=")


class Kind(StrEnum):
    """How a field's value is read and compared."""

    NAME = "name"
    """One of our own lower-case words; whole, in any case, `*` stands for anything."""
    WORD = "word"
    """A sender's identifier; `:` compares the whole value, in any ASCII case, `*` stands for anything."""
    TEXT = "text"
    """Longer text; `:` finds a part of it, in any case."""
    NUMBER = "number"
    SIZE = "size"
    DURATION = "duration"
    TIME = "time"
    TAG = "tag"
    HEADER = "header"
    BODY = "body"
    FLAG = "flag"


OPERATORS: dict[Kind, tuple[str, ...]] = {
    Kind.NAME: _TEXTUAL,
    Kind.WORD: _TEXTUAL,
    Kind.TEXT: _TEXTUAL,
    Kind.NUMBER: _ORDERED,
    Kind.SIZE: _ORDERED,
    Kind.DURATION: _ORDERED,
    Kind.TIME: _ORDERED,
    Kind.TAG: _EQUAL,
    Kind.HEADER: _TEXTUAL,
    Kind.BODY: (*_ORDERED, "~"),
    Kind.FLAG: (":",),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One row of the table."""

    name: str
    kind: Kind
    doc: str
    """What it compares, in an English sentence; the window translates by `name`."""
    values: tuple[str, ...] = ()
    """Values to offer; for a flag, all that there are."""
    aliases: tuple[str, ...] = ()
    is_closed: bool = False
    """`values` are all that it can have."""

    @property
    def operators(self) -> tuple[str, ...]:
        """The operators that the field takes."""
        return OPERATORS[self.kind]


_METHODS = ("POST", "GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")
_PROVIDERS = ("stripe", "github", "shopify", "slack", "hubspot", "mailchimp")
_VERDICTS = ("valid", "invalid", "expired", "malformed", "unsigned", "no_secret", "unverifiable")
_AGES = ("10m", "1h", "1d", "7d")
_TIMES = ("today", "yesterday", "10m", "1h")
_IS = (
    "pinned",
    "unread",
    "read",
    "incomplete",
    "refused",
    "retry",
    "drift",
    "imported",
    "answered",
    "valid",
    "failing",
    "handshake",
)
_HAS = ("note", "tag", "color", "body", "event", "provider", "delivery", "endpoint", "query")

FIELDS: tuple[Field, ...] = (
    Field("provider", Kind.NAME, "The service that sent it.", _PROVIDERS),
    Field("event", Kind.WORD, "The provider's name for the event: event:orders/*", aliases=("event_type",)),
    Field("verdict", Kind.NAME, "What the signature check said.", _VERDICTS, is_closed=True),
    Field("method", Kind.WORD, "The HTTP method.", _METHODS),
    Field("path", Kind.WORD, "The path without its query: path:/shop/*"),
    Field("target", Kind.TEXT, "A part of the raw path and query.", aliases=("url",)),
    Field("endpoint", Kind.WORD, "The endpoint's path."),
    Field("delivery", Kind.WORD, "The provider's delivery id.", aliases=("delivery_id",)),
    Field("header", Kind.HEADER, "A header is there (header:NAME) or has a value (header.NAME:value)."),
    Field("body", Kind.BODY, "A part of the body, or a value in it: body.order.total>100"),
    Field("type", Kind.TEXT, "A part of the Content-Type.", ("json", "form", "xml"), ("content_type",)),
    Field(
        "status", Kind.NUMBER, "The status we answered with: status:503, status:5xx", ("2xx", "4xx", "5xx")
    ),
    Field("took", Kind.DURATION, "How long our answer took: took>100ms", ("100ms", "1s")),
    Field("size", Kind.SIZE, "Body bytes as on the wire: size>10kb", ("1kb", "10kb", "1mb")),
    Field("received", Kind.TIME, "When it arrived: received>2026-11-01, received:today", _TIMES, ("time",)),
    Field("age", Kind.DURATION, "How long ago it arrived: age<10m", _AGES),
    Field("id", Kind.NUMBER, "The capture's number: id:12, id:12..20"),
    Field("peer", Kind.TEXT, "A part of the sender's address.", aliases=("from",)),
    Field("source", Kind.NAME, "Where it came from.", ("listener", "import"), is_closed=True),
    Field(
        "refusal",
        Kind.NAME,
        "Why it was refused.",
        ("malformed", "tls", "http2", "too_large", "head_too_large", "head_timeout", "busy"),
    ),
    Field("repeats", Kind.NUMBER, "How many more of the same kind were folded into it."),
    Field("note", Kind.TEXT, "A part of the note."),
    Field("tag", Kind.TAG, "A tag, whole: tag:checkout", aliases=("tags",)),
    Field("color", Kind.NAME, "The mark's colour: color:red", COLORS, ("colour",), is_closed=True),
    Field("is", Kind.FLAG, "A mark or a state.", _IS),
    Field("has", Kind.FLAG, "Something is there: has:note, has:body.order.id, has:header.NAME", _HAS),
)

_BY_NAME = {name: field for field in FIELDS for name in (field.name, *field.aliases)}


def find_field(name: str) -> Field | None:
    """The field with that name or alias, in any case."""
    return _BY_NAME.get(name.lower())


def field_names() -> list[str]:
    """All names and aliases, for suggestions."""
    return list(_BY_NAME)
