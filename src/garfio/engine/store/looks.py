"""How far captures have been looked at, and what was found: provider, event, delivery, verdict.

Ids only grow, and captures become visible in the order of their ids, so one number says which captures have
been looked at. It moves in the transaction that writes what was found: a kill at any moment loses nothing.
What was looked at before and has to be checked again, because an endpoint or a secret has changed, is a row of
its own that works its way down from the newest capture.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import apsw

from garfio.core.http import Request
from garfio.engine.store.captures import next_id
from garfio.engine.store.reading import body_parts
from garfio.engine.store.writer import Group

VERDICT = "verdict"
PLAN = "plan"
_RECHECK_IDS = 20_000
"""Ids that one step of a new check passes over at most, however few of them concern it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a capture says of itself, and whether its signature holds."""

    endpoint: str = ""
    provider: str = ""
    event_type: str = ""
    delivery_id: str = ""
    verdict: str = ""
    is_retry: bool = False
    """True when the message itself says that it is a repeated one."""
    schema: str = ""
    """What the schema of the endpoint says of the body, as `CaptureSummary.schema`."""


@dataclass(frozen=True, slots=True)
class Material:
    """A stored capture as far as looking at it needs it."""

    id: int
    path: str
    received_at_us: int
    complete: bool
    size: int
    """Body bytes, of which `body_of` reads as many as are wanted."""
    head: bytes
    short_body: bytes
    framing: bytes | None
    body_key: int | None
    handshake: bool
    before: Found
    """What was found the last time; its `is_retry` may come from an earlier capture of the same delivery."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of captures to look at: new ones above `after`, or older ones of `scope` below `below`."""

    after: int = 0
    scope: str | None = None
    """The endpoint's path, for a new check; None for captures that are new."""
    below: int = 0
    limit: int = 64


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a span."""

    span: Span
    upto: int
    """The last id that was looked at; for a new check the lowest."""
    found: tuple[tuple[int, Found], ...]
    """New or changed, by id."""
    more: bool
    revision: int = 0
    """The state of endpoints and secrets that it rests on."""
    keys: frozenset[tuple[str, str]] = frozenset()
    """Provider and address of the keys that are to be fetched."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A capture among those of its delivery, the provider's first try and its retries."""

    number: int = 0
    """Counted from 1; 0 for a capture that names no delivery."""
    total: int = 0
    changed: bool = False
    """True when the body is not that of the one before."""


@dataclass(frozen=True, slots=True)
class Recheck:
    """Captures of a path that are checked again."""

    path: str
    below: int
    """The ids below are still to be done."""
    total: int
    """The highest id at the beginning."""


def looked_upto(connection: apsw.Connection) -> int:
    """The id up to which captures have been looked at."""
    row = connection.execute("SELECT upto FROM looks WHERE kind = ?", (VERDICT,)).fetchone()
    return int(str(row[0])) if row else 0


def revision(connection: apsw.Connection) -> int:
    """Grows with every change that verdicts depend on."""
    row = connection.execute("SELECT upto FROM looks WHERE kind = ?", (PLAN,)).fetchone()
    return int(str(row[0])) if row else 0


def request_recheck(connection: apsw.Connection, path: str) -> None:
    """Have the captures of an endpoint's path checked again, from the newest on. What is being looked at just
    now with the old state will not be written."""
    grow_revision(connection)
    newest = looked_upto(connection)
    if newest:
        connection.execute("INSERT OR REPLACE INTO rechecks VALUES(?, ?, ?)", (path, newest + 1, newest))


def grow_revision(connection: apsw.Connection) -> None:
    """Have nothing written that was found with the state up to now."""
    connection.execute("UPDATE looks SET upto = upto + 1 WHERE kind = ?", (PLAN,))


def rechecks(connection: apsw.Connection) -> list[Recheck]:
    """What is still to be checked again."""
    rows = connection.execute("SELECT path, below, total FROM rechecks ORDER BY path")
    return [Recheck(str(path), int(str(below)), int(str(total))) for path, below, total in rows]


def material(connection: apsw.Connection, span: Span) -> Iterator[Material]:
    """The captures of a span in the order in which they are looked at; refused messages are left out."""
    condition, order, parameters = "c.id > ?", "ASC", [span.after]
    if span.scope is not None:
        low = max(0, span.below - 1 - _RECHECK_IDS)
        condition, order, parameters = "c.id < ? AND c.id > ?", "DESC", [span.below, low]
    scope, values = _scope(span.scope)
    sql = (
        "SELECT c.id, c.path, c.received_at_us, c.complete, c.size, m.head,"
        " iif(c.body_key IS NULL, m.body, x''), m.framing, c.body_key, c.handshake,"
        " c.endpoint, c.provider, c.event_type, c.delivery_id, c.verdict, c.is_retry, c.schema"
        f" FROM captures c JOIN messages m USING(id) WHERE {condition}{scope} AND c.refusal = ''"
        f" ORDER BY c.id {order} LIMIT ?"
    )
    for row in connection.execute(sql, (*parameters, *values, span.limit)):
        facts: list[Any] = list(row)
        facts[3], facts[9], facts[-2] = bool(facts[3]), bool(facts[9]), bool(facts[-2])
        facts[10:] = [Found(*facts[10:])]
        yield Material(*facts)


def first_of_delivery(connection: apsw.Connection, provider: str, delivery: str, before: int) -> int:
    """The id of the first capture of a delivery among those before `before`; 0 when there is none."""
    row = connection.execute(
        "SELECT min(id) FROM captures WHERE delivery_id = ?1 AND delivery_id <> '' AND provider = ?2 AND id < ?3"
        " AND deletion = 0",
        (delivery, provider, before),
    ).fetchone()
    return int(str(row[0])) if row and row[0] is not None else 0


def delivery_of(connection: apsw.Connection, provider: str, delivery: str, capture: int) -> Delivery:
    """Which capture of its delivery one is among those that are still there, and whether the body is another one
    than the last time."""
    rows = connection.execute(
        "SELECT id, body_key, size FROM captures WHERE delivery_id = ?1 AND delivery_id <> '' AND provider = ?2"
        " AND deletion = 0 ORDER BY id",
        (delivery, provider),
    ).fetchall()
    numbers = [int(str(row[0])) for row in rows]
    if capture not in numbers:
        return Delivery()
    at = numbers.index(capture)
    changed = at > 0 and not _same_body(connection, rows[at - 1], rows[at])
    return Delivery(at + 1, len(rows), changed)


def _same_body(connection: apsw.Connection, one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    if one[2] != other[2]:
        return False
    if one[1] is None and other[1] is None:
        sql = "SELECT (SELECT body FROM messages WHERE id = ?) = (SELECT body FROM messages WHERE id = ?)"
        return connection.execute(sql, (one[0], other[0])).fetchone() == (1,)
    if one[1] is None or other[1] is None:
        return False
    pairs = zip(body_parts(connection, one[1]), body_parts(connection, other[1]), strict=False)
    return all(mine == theirs for mine, theirs in pairs)


def request_of(connection: apsw.Connection, row: Material, limit: int) -> Request:
    """The message of a capture; without its body when that is longer than `limit`."""
    if row.size > limit:
        return Request(row.head, b"", row.framing)
    body = row.short_body if row.body_key is None else b"".join(body_parts(connection, row.body_key))
    return Request(row.head, body, row.framing)


def passed(connection: apsw.Connection, span: Span) -> int:
    """Where a span ends when nothing more of it concerns us: the newest id, or the bottom of a new check's
    step."""
    if span.scope is None:
        return next_id(connection) - 1
    return max(1, span.below - _RECHECK_IDS)


def record(connection: apsw.Connection, outcomes: list[Outcome]) -> list[bool]:
    """Write what was found and move the mark; False for what rests on an old state, or what another process has
    done in between."""
    return [_record(connection, outcome) for outcome in outcomes]


def _record(connection: apsw.Connection, outcome: Outcome) -> bool:
    span = outcome.span
    if revision(connection) != outcome.revision:
        return False
    if span.scope is None:
        connection.execute(
            "UPDATE looks SET upto = ?3 WHERE kind = ?1 AND upto = ?2", (VERDICT, span.after, outcome.upto)
        )
    else:
        connection.execute(
            "UPDATE rechecks SET below = ?3 WHERE path = ?1 AND below = ?2",
            (span.scope, span.below, outcome.upto),
        )
    if not connection.changes():
        return False
    connection.executemany(
        "UPDATE captures SET endpoint = ?2, provider = ?3, event_type = ?4, delivery_id = ?5, verdict = ?6,"
        " schema = ?8,"
        " is_retry = ?7 OR (?5 <> '' AND EXISTS (SELECT 1 FROM captures o WHERE o.delivery_id = ?5"
        " AND o.delivery_id <> '' AND o.provider = ?3 AND o.id < ?1)) WHERE id = ?1",
        (
            (number, f.endpoint, f.provider, f.event_type, f.delivery_id, f.verdict, f.is_retry, f.schema)
            for number, f in outcome.found
        ),
    )
    if span.scope is not None:
        # Below comes later in a new check: what has just got its delivery id makes those above it retries.
        connection.executemany(
            "UPDATE captures SET is_retry = 1 WHERE delivery_id = ?2 AND delivery_id <> '' AND provider = ?3"
            " AND id > ?1",
            ((number, f.delivery_id, f.provider) for number, f in outcome.found if f.delivery_id),
        )
        connection.execute("DELETE FROM rechecks WHERE path = ? AND below <= 1", (span.scope,))
    return True


def _scope(path: str | None) -> tuple[str, tuple[str, ...]]:
    """A condition for the captures of an endpoint's path."""
    if path is None:
        return "", ()
    if not path.endswith("/*"):
        return " AND c.path = ?", (path,)
    # Texts compare by their bytes, and 0 is the character after the slash.
    return " AND c.path >= ? AND c.path < ?", (path[:-1], path[:-2] + "0")


LOOKS = Group(record)
RECHECKS = Group(record, light=False)
