"""Learning from deliveries, one batch after another: compared with what is known, and then taken in.

Runs in the process that checks signatures, after everything that waits for a verdict has got one.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import apsw

from garfio.core.query.payload import Message
from garfio.core.shape import Shape, ShapeChange, drift_of, payload_of
from garfio.engine.store import shapes
from garfio.engine.store.shapes import KnownShape, Lesson

BATCH = 64
_BATCH_S = 0.25
"""Seconds after which a batch ends early."""
_PASSED = 20_000
"""Ids that one batch passes over at most, however few of them teach something."""


@dataclass(frozen=True, slots=True)
class Study:
    """The order to learn from the next captures."""

    limit: int = BATCH


def study(connection: apsw.Connection, order: Study) -> Lesson:
    """Learn from the captures that are next."""
    connection.execute("BEGIN")  # the mark, the shapes and the captures are of one moment
    try:
        return _study(connection, order.limit)
    finally:
        connection.execute("COMMIT")


def give_up(connection: apsw.Connection, limit: int = BATCH) -> Lesson:
    """The lesson that passes over captures of which the process has died."""
    after, looked = shapes.position(connection)
    last = max((one.id for one in shapes.deliveries(connection, after, looked, limit)), default=looked)
    return Lesson(after, last, shapes.revision(connection))


def _study(connection: apsw.Connection, limit: int) -> Lesson:
    after, looked = shapes.position(connection)
    upto = min(looked, after + _PASSED)
    book = _Book(connection)
    drifts: list[tuple[int, tuple[ShapeChange, ...]]] = []
    last = upto
    until = time.monotonic() + _BATCH_S
    for count, delivery in enumerate(shapes.deliveries(connection, after, upto, limit), start=1):
        if changes := book.read(delivery, shapes.body_of(connection, delivery)):
            drifts.append((delivery.id, changes))
        if count == limit or time.monotonic() > until:
            last = delivery.id
            break
    return Lesson(after, last, shapes.revision(connection), book.grown(), tuple(drifts))


class _Book:
    """The shapes of a batch, each read once."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._shapes: dict[tuple[str, str], Shape | None] = {}
        self._grown: set[tuple[str, str]] = set()
        self._has_room = shapes.has_room(connection)

    def read(self, delivery: shapes.Delivery, body: bytes) -> tuple[ShapeChange, ...]:
        """Compare a delivery and learn from it; gives how it differs."""
        document = payload_of(Message(delivery.head, body))
        key = (delivery.provider, delivery.event_type)
        if document is ... or (shape := self._shape(key)) is None:
            return ()
        changes = drift_of(shape, document)
        if delivery.teaches:
            shape.learn(document)
            self._grown.add(key)
        return changes

    def grown(self) -> tuple[tuple[KnownShape, str], ...]:
        """The shapes that have learned something, as text."""
        return tuple(
            (KnownShape(*key, shape.deliveries), shape.to_json())
            for key in sorted(self._grown)
            if (shape := self._shapes[key]) is not None
        )

    def _shape(self, key: tuple[str, str]) -> Shape | None:
        if key not in self._shapes:
            found = shapes.shape(self._connection, *key)
            self._shapes[key] = Shape() if found is None and self._has_room else found
        return self._shapes[key]
