"""What is kept of shapes: one row for each event type, what drifted in a capture, and how far was learned.

One number says which captures have been learned from; it moves in the transaction that writes what came of it, as
that of verdicts does (`store.looks`), and trails it: who sent a capture, and which event it is, is known by then.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import apsw

from garfio.core.capture import CaptureId
from garfio.core.shape import SHAPE_LIMIT, Shape, ShapeChange
from garfio.engine.store import looks
from garfio.engine.store.reading import body_parts
from garfio.engine.store.writer import Group

LEARNED = "shape"
REVISION = "shapes"
MOST_SHAPES = 2000
"""Event types whose shapes are kept; anybody may name one, so there is an end."""
_UNTRUSTED = "'invalid', 'malformed'"


@dataclass(frozen=True, slots=True)
class Delivery:
    """A capture as far as learning needs it."""

    id: int
    provider: str
    event_type: str
    teaches: bool
    """False for one that is only compared: nobody vouches for it."""
    head: bytes
    short_body: bytes
    body_key: int | None


@dataclass(frozen=True, slots=True)
class KnownShape:
    """What is told of a shape."""

    provider: str
    event_type: str
    deliveries: int
    """How many it was learned from."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was learned from a stretch of captures."""

    after: int
    upto: int
    revision: int
    shapes: tuple[tuple[KnownShape, str], ...] = ()
    """Each shape that has grown, as text."""
    drifts: tuple[tuple[int, tuple[ShapeChange, ...]], ...] = ()
    """What drifted, by capture."""


def position(connection: apsw.Connection) -> tuple[int, int]:
    """The ids up to which captures have been learned from, and up to which they can be."""
    found = {
        str(kind): int(str(upto))
        for kind, upto in connection.execute(
            "SELECT kind, upto FROM looks WHERE kind IN (?, ?)", (LEARNED, looks.VERDICT)
        )
    }
    return found.get(LEARNED, 0), found.get(looks.VERDICT, 0)


def revision(connection: apsw.Connection) -> int:
    """Grows when shapes are forgotten."""
    row = connection.execute("SELECT upto FROM looks WHERE kind = ?", (REVISION,)).fetchone()
    return int(str(row[0])) if row else 0


def deliveries(connection: apsw.Connection, after: int, upto: int, limit: int) -> Iterator[Delivery]:
    """First deliveries of known events between two ids, oldest first; without what is too long to have a shape."""
    rows = connection.execute(
        f"SELECT c.id, c.provider, c.event_type, c.verdict NOT IN ({_UNTRUSTED}), m.head,"
        " iif(c.body_key IS NULL, m.body, x''), c.body_key FROM captures c JOIN messages m USING(id)"
        " WHERE c.id > ? AND c.id <= ? AND c.refusal = '' AND c.complete AND NOT c.handshake AND NOT c.is_retry"
        " AND c.provider <> '' AND c.event_type <> '' AND c.size BETWEEN 2 AND ? ORDER BY c.id LIMIT ?",
        (after, upto, SHAPE_LIMIT, limit),
    )
    for number, provider, event_type, teaches, head, body, key in rows:
        yield Delivery(
            int(str(number)),
            str(provider),
            str(event_type),
            bool(teaches),
            bytes(head),
            bytes(body),
            None if key is None else int(str(key)),
        )


def body_of(connection: apsw.Connection, delivery: Delivery) -> bytes:
    """The body of a delivery."""
    key = delivery.body_key
    return delivery.short_body if key is None else b"".join(body_parts(connection, key))


def shape(connection: apsw.Connection, provider: str, event_type: str) -> Shape | None:
    """The shape of an event type; None when nothing has been learned of it."""
    row = connection.execute(
        "SELECT value FROM shapes WHERE provider = ? AND event_type = ?", (provider, event_type)
    ).fetchone()
    return Shape.from_json(str(row[0])) if row else None


def known(connection: apsw.Connection) -> list[KnownShape]:
    """All shapes, by provider and event type."""
    rows = connection.execute(
        "SELECT provider, event_type, deliveries FROM shapes ORDER BY provider, event_type"
    )
    return [
        KnownShape(str(provider), str(event), int(str(deliveries))) for provider, event, deliveries in rows
    ]


def has_room(connection: apsw.Connection) -> bool:
    """False when as many shapes are kept as may be."""
    row = connection.execute("SELECT count(*) FROM shapes").fetchone()
    return row is None or int(str(row[0])) < MOST_SHAPES


def forget(connection: apsw.Connection, provider: str, event_type: str) -> None:
    """Learn an event type anew, from the next delivery on. What is being learned just now is not written."""
    connection.execute("DELETE FROM shapes WHERE provider = ? AND event_type = ?", (provider, event_type))
    connection.execute("UPDATE looks SET upto = upto + 1 WHERE kind = ?", (REVISION,))
    connection.execute(
        "UPDATE looks SET upto = (SELECT upto FROM looks WHERE kind = ?) WHERE kind = ?",
        (looks.VERDICT, LEARNED),
    )


def drift(connection: apsw.Connection, capture: CaptureId) -> tuple[ShapeChange, ...]:
    """In which ways a capture differed from what was known when it came."""
    row = connection.execute("SELECT value FROM drifts WHERE capture = ?", (capture,)).fetchone()
    return tuple(_read_change(value) for value in json.loads(str(row[0]))) if row else ()


def record(connection: apsw.Connection, lessons: list[Lesson]) -> list[bool]:
    """Write what was learned and move the mark; False for what rests on an old state, or what another process has
    done in between."""
    return [_record(connection, lesson) for lesson in lessons]


def _record(connection: apsw.Connection, lesson: Lesson) -> bool:
    if revision(connection) != lesson.revision:
        return False
    connection.execute(
        "UPDATE looks SET upto = ?3 WHERE kind = ?1 AND upto = ?2", (LEARNED, lesson.after, lesson.upto)
    )
    if not connection.changes():
        return False
    connection.executemany(
        "INSERT OR REPLACE INTO shapes(provider, event_type, deliveries, value) VALUES(?, ?, ?, ?)",
        ((one.provider, one.event_type, one.deliveries, value) for one, value in lesson.shapes),
    )
    for number, changes in lesson.drifts:
        connection.execute("UPDATE captures SET drift = ? WHERE id = ?", (len(changes), number))
        if connection.changes():
            value = json.dumps([_written(change) for change in changes])
            connection.execute("INSERT OR REPLACE INTO drifts VALUES(?, ?)", (number, value))
    return True


def _written(change: ShapeChange) -> list[object]:
    return [change.kind, change.path, change.place, change.known, change.seen]


def _read_change(value: list[object]) -> ShapeChange:
    kind, path, place, types, seen = value
    return ShapeChange(str(kind), _steps(path), _steps(place), _steps(types), str(seen))


def _steps(value: object) -> tuple[Any, ...]:
    return tuple(value) if isinstance(value, list) else ()


LESSONS = Group(record, light=False)
