"""The query language: grammar, meaning, error positions. One for search box, views, rules and command line.

    provider:stripe verdict:invalid          both; OR, NOT, - and parentheses as usual
    path:/shop/*  event:orders/*             the whole value in any case, * for anything
    size>10kb  age<10m  received:today       numbers, durations and times compare
    header:x-foo  header.x-foo:bar           a header is there; a part of its value
    body.order.total>100  body.items[*].sku:A1   a value in a JSON or form body
    is:unread  has:note  tag:checkout        marks
    refund  "not found"  ~ORD-\\d+            anywhere: path, event, ids, note, header values, body; a regex

`=` is the exact value, `!=` its opposite. The SQL form (`engine.store.query`) must agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, tzinfo

from garfio.core.capture import Capture
from garfio.core.query.complete import Completion, completions
from garfio.core.query.error import QueryError
from garfio.core.query.field import FIELDS, Field
from garfio.core.query.match import NO_MARKS, Marks, Subject, matches, reads_drift
from garfio.core.query.node import EVERYTHING, Node
from garfio.core.query.parser import read_query
from garfio.core.query.strange import require_known_values
from garfio.core.query.writer import write_query

__all__ = [
    "FIELDS",
    "Completion",
    "Field",
    "Marks",
    "Query",
    "QueryError",
    "completions",
    "format_query",
    "parse",
    "require_known_values",
]


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was understood."""

    node: Node = EVERYTHING

    @property
    def is_everything(self) -> bool:
        """True for the empty query."""
        return self.node == EVERYTHING

    @property
    def reads_drift(self) -> bool:
        """True when it asks for drift, which is found some time after the verdict."""
        return reads_drift(self.node)

    def matches(self, capture: Capture, now_us: int, marks: Marks = NO_MARKS) -> bool:
        """Whether the capture fits; `now_us` is microseconds since 1970-01-01 UTC. Never raises."""
        return matches(self.node, Subject(capture, now_us, marks))


def parse(text: str, zone: tzinfo = UTC) -> Query:
    """Read a query; dates without an offset are days of `zone`. Raises QueryError."""
    return Query(read_query(text, zone))


def format_query(query: Query) -> str:
    """The query as text; reading it again gives an equal query."""
    return write_query(query.node)
