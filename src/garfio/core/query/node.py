"""The tree of a query: frozen values that compare equal when they mean the same text.

Conditions keep the value as it was written beside what was read from it, so a query can be written again.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from garfio.core.query.automaton import Regex
from garfio.core.query.payload import Step
from garfio.core.query.value import Glob, Interval, Span


@dataclass(frozen=True, slots=True)
class And:
    """All of them; with none, everything."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of them."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    part: Node


@dataclass(frozen=True, slots=True)
class Word:
    """Free text, anywhere: path and query, event, provider, ids, note, tags, header values, body."""

    value: Glob | Regex


@dataclass(frozen=True, slots=True)
class Flag:
    """`is:NAME` or `has:NAME`."""

    field: str
    name: str


Value = Glob | Regex | Interval | Span


@dataclass(frozen=True, slots=True)
class Condition:
    """A field compared with a value."""

    field: str
    """The field's own name, never an alias."""
    operator: str
    text: str
    """The value as written, without quotes."""
    value: Value
    quoted: bool = False
    steps: tuple[Step, ...] = ()
    """For `body.`: the path."""
    name: str = ""
    """For `header.`: the name, which may have wildcards."""
    number: Decimal | None = None
    """For `body.`: the value when it is a number."""


Term = Word | Flag | Condition
Node = And | Or | Not | Word | Flag | Condition

EVERYTHING: Node = And()
"""The empty query."""
