"""The values of envelopes: a body as it came, what is inside, and the way from the one to the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from garfio.core.contentview.view import Meta
from garfio.core.headers import Headers

MOST_INNERS = 200
"""Bodies that one envelope is opened into; a batch may hold more."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A body without its content coding, and what is known of it."""

    body: bytes
    meta: Meta = field(default_factory=Meta)
    headers: Headers = field(default_factory=Headers)
    """Those of the request; empty for what was inside another body."""


@dataclass(frozen=True, slots=True)
class Inner:
    """One body inside another."""

    place: str
    """Where it is: a member's name, a path, a number in a batch."""
    body: bytes
    content_type: str = ""
    form: str = ""
    """How it was written when that says something: json, base64, jwt or part."""
    file_name: str = ""
    """The name that the sender gave to a part; never to be trusted as a path."""


@dataclass(frozen=True, slots=True)
class Opening:
    """An envelope, opened."""

    envelope: str
    """The envelope's id."""
    inners: tuple[Inner, ...]
    caption: str = ""
    """What the envelope says of its content, the event type above all; empty when nothing."""


@dataclass(frozen=True, slots=True)
class Envelope:
    """One row of the table."""

    id: str
    marks: tuple[bytes, ...]
    """A body that has none of these is not looked at any closer."""
    open: Callable[[Sealed], Opening | None]
    """The envelope opened, or None when the body is none. Never raises on hostile input."""
