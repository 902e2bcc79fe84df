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

BATCH = 200
_BATCH_S = 0.25
"""Seconds after which a batch ends early."""
_PASSED = 20_000
"""Ids that one batch passes over at most, however few of them teach something."""
_MOST_GROWN = 10_000
"""Places of grown shapes after which a batch ends early: what is written stays about half a megabyte."""
_MOST_KEPT = 200_000
"""Places of shapes that are kept between two batches."""


@dataclass(frozen=True, slots=True)
class Study:
    """The order to learn from the next captures."""

    limit: int = BATCH


def give_up(connection: apsw.Connection, limit: int = BATCH) -> Lesson:
    """The lesson that passes over captures of which the process has died."""
    after, looked = shapes.position(connection)
    last = max((one.id for one in shapes.deliveries(connection, after, looked, limit)), default=looked)
    return Lesson(after, last, shapes.revision(connection))


class Learner:
    """Learns on one connection. Shapes are kept from batch to batch, as long as what came of each was written and
    nobody else has written: reading and parsing them again would take ten times as long as learning."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._shapes: dict[tuple[str, str], Shape | None] = {}
        self._state: tuple[int, int] | None = None
        """Mark and revision at which the kept shapes are those of the database."""
        self._has_room = True

    def study(self, order: Study) -> Lesson:
        """Learn from the captures that are next."""
        self._connection.execute("BEGIN")  # the mark, the shapes and the captures are of one moment
        try:
            return self._study(order.limit)
        finally:
            self._connection.execute("COMMIT")

    # --- inside

    def _study(self, limit: int) -> Lesson:
        after, looked = shapes.position(self._connection)
        revision = shapes.revision(self._connection)
        self._forget_unless((after, revision))
        upto = last = min(looked, after + _PASSED)
        grown: dict[tuple[str, str], Shape] = {}
        drifts: list[tuple[int, tuple[ShapeChange, ...]]] = []
        until = time.monotonic() + _BATCH_S
        for count, delivery in enumerate(shapes.deliveries(self._connection, after, upto, limit), start=1):
            if changes := self._read(delivery, grown):
                drifts.append((delivery.id, changes))
            is_much = sum(shape.parts for shape in grown.values()) > _MOST_GROWN
            if count == limit or is_much or time.monotonic() > until:
                last = delivery.id
                break
        self._state = (last, revision)
        written = tuple(
            (KnownShape(*key, shape.deliveries), shape.to_json()) for key, shape in sorted(grown.items())
        )
        return Lesson(after, last, revision, written, tuple(drifts))

    def _forget_unless(self, state: tuple[int, int]) -> None:
        kept = sum(shape.parts for shape in self._shapes.values() if shape is not None)
        if self._state != state or kept > _MOST_KEPT:
            self._shapes.clear()
        self._has_room = shapes.has_room(self._connection)

    def _read(
        self, delivery: shapes.Delivery, grown: dict[tuple[str, str], Shape]
    ) -> tuple[ShapeChange, ...]:
        """Compare a delivery and learn from it; gives how it differs."""
        document = payload_of(Message(delivery.head, shapes.body_of(self._connection, delivery)))
        key = (delivery.provider, delivery.event_type)
        if document is ... or (shape := self._shape(key)) is None:
            return ()
        changes = drift_of(shape, document)
        if delivery.teaches:
            shape.learn(document)
            grown[key] = shape
        return changes

    def _shape(self, key: tuple[str, str]) -> Shape | None:
        if key not in self._shapes:
            found = shapes.shape(self._connection, *key)
            self._shapes[key] = Shape() if found is None and self._has_room else found
        return self._shapes[key]
