"""The table of envelopes, and the way into a body: which were opened, what is shown, what else is inside.

Without a choice every envelope of the table is opened, one after the other, and its first body is taken; what
is only found inside (parts, JSON or Base64 in a string) is offered and opened when it is chosen.
"""

from __future__ import annotations

from dataclasses import dataclass

from garfio.core.contentview.coding import decode_coding
from garfio.core.contentview.view import Meta
from garfio.core.envelope.cloudevents import CLOUDEVENTS, CLOUDEVENTS_BATCH, CLOUDEVENTS_BINARY
from garfio.core.envelope.event_bridge import EVENT_BRIDGE
from garfio.core.envelope.form_payload import FORM_PAYLOAD, MANDRILL
from garfio.core.envelope.inside import found_inside
from garfio.core.envelope.json_text import json_text, members, string
from garfio.core.envelope.part import parts
from garfio.core.envelope.pubsub import PUBSUB
from garfio.core.envelope.sns import SNS
from garfio.core.envelope.value import Inner, Opening, Sealed
from garfio.core.headers import Headers

ENVELOPES = (
    SNS,
    PUBSUB,
    CLOUDEVENTS,
    CLOUDEVENTS_BATCH,
    EVENT_BRIDGE,
    FORM_PAYLOAD,
    MANDRILL,
    CLOUDEVENTS_BINARY,
)
MOST_LEVELS = 6
"""Bodies inside bodies that are opened."""
_MARK_BYTES = 4 << 20
_END_BYTES = 1 << 17
_LONGEST_CAPTION = 80
_EVENT_KEYS = ("type", "event", "event_type", "eventType", "eventName", "detail-type", "topic", "action")
Path = tuple[int, ...]
"""Which body was taken at each level."""


@dataclass(frozen=True, slots=True)
class Level:
    """One body on the way."""

    envelope: str
    """The id of the envelope that it is; empty when it is none."""
    inners: tuple[Inner, ...]
    """What is inside: the envelope's own first, then what else was found."""
    caption: str
    """What it says of itself, the event type above all."""
    sealed: Sealed


@dataclass(frozen=True, slots=True)
class Trail:
    """The way into a body; the last level is what is shown."""

    levels: tuple[Level, ...]
    path: Path

    @classmethod
    def unopened(cls, sealed: Sealed) -> Trail:
        """A body into which nobody has looked."""
        return cls((Level("", (), "", sealed),), ())

    @property
    def shown(self) -> Sealed:
        """The body at the end of the way."""
        return self.levels[-1].sealed

    @property
    def is_plain(self) -> bool:
        """True when there is nothing but the body itself."""
        return len(self.levels) == 1 and not self.levels[0].inners


def may_be_wrapped(sealed: Sealed) -> bool:
    """Whether a close look may find an envelope; quick, for bodies of any size."""
    if sealed.meta.content_encoding or "ce-type" in sealed.headers:
        return True
    # The members that name an envelope stand before what is inside, or behind it.
    body = sealed.body
    ends = body[:_END_BYTES] + b"\n" + body[max(_END_BYTES, len(body) - _END_BYTES) :]
    return any(mark and mark in ends for envelope in ENVELOPES for mark in envelope.marks)


def open_envelope(sealed: Sealed) -> Opening | None:
    """The body opened by the first envelope of the table that fits; None when none does. Never raises."""
    beginning = sealed.body[:_MARK_BYTES]
    for envelope in ENVELOPES:
        if any(mark in beginning for mark in envelope.marks):
            opening = envelope.open(sealed)
            if opening and opening.inners:
                return opening
    return None


def follow(sealed: Sealed, path: Path | None = None) -> Trail:
    """The way along `path`; without one, through every envelope. What a path names and is not there ends it."""
    body, meta, _notes = decode_coding(sealed.body, sealed.meta)
    levels: list[Level] = []
    taken: list[int] = []
    inside = Sealed(body, meta, sealed.headers)
    while len(levels) < MOST_LEVELS:
        opening = open_envelope(inside)
        inners = _inners(inside, opening)
        name, caption = (opening.envelope, opening.caption) if opening else ("", _caption(inside))
        # The outermost body is shown as it was sent, still in its content coding.
        levels.append(Level(name, inners, caption[:_LONGEST_CAPTION], inside if levels else sealed))
        depth = len(taken)
        choice = path[depth] if path is not None and depth < len(path) else -1
        if path is None and opening:
            choice = 0
        if not 0 <= choice < len(inners) or len(levels) == MOST_LEVELS:
            break
        taken.append(choice)
        inner = inners[choice]
        inside = Sealed(inner.body, Meta(inner.content_type, cut=meta.cut))
    return Trail(tuple(levels), tuple(taken))


def follow_body(body: bytes, meta: Meta, headers: Headers, path: Path | None = None) -> Trail:
    """The same from the body's bytes themselves, by whose number a runner of slow work knows how slow it is."""
    return follow(Sealed(body, meta, headers), path)


def _inners(sealed: Sealed, opening: Opening | None) -> tuple[Inner, ...]:
    """All that is in a body: an envelope's own first, then what else there is."""
    own = opening.inners if opening else ()
    places = {inner.place for inner in own}
    more = (*parts(sealed), *found_inside(sealed))
    return (*own, *(inner for inner in more if inner.place not in places))


def _caption(sealed: Sealed) -> str:
    """The event type that a payload states, in the words that most use for it."""
    found = members(json_text(sealed.body)) if len(sealed.body) <= _MARK_BYTES else {}
    if {"ref", "pusher", "repository"} <= found.keys():
        return "GitHub push"
    return next((value for key in _EVENT_KEYS if (value := string(found.get(key)))), "")
