"""How a delivery differs from the known shape of its event type: a field is new, missing, or of another type.

**When it is told.** Only what broke a row of `DELIVERIES` deliveries without exception, at that place: a field is new
where as many objects in a row brought no new field, missing where it was in all of as many deliveries, of another
type where as many in a row had the known ones. A field that is there in nine of ten deliveries is in all of the first
twenty with a chance of one in eight, with ten it would be one in three; and as every change is learned when it is
told, a field can raise one false alarm in its life. Objects that keep growing (maps with free keys) never come to a
row of twenty, so they are silent before they are recognised as maps. `null` is no other type, and a list that was
always empty may have items: both are what senders do every day.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from garfio.core.query.payload import Step
from garfio.core.query.writer import write_path
from garfio.core.shape.shape import Part, Shape, is_id_key, kind_of

DELIVERIES = 20
"""Deliveries in a row without exception after which an exception is worth telling."""
MOST_CHANGES = 100
"""Changes that are listed of one delivery."""
_MOST_ITEMS = 500


@dataclass(frozen=True, slots=True)
class ShapeChange:
    """One way in which a delivery does not have the known shape."""

    kind: str
    """`new`, `missing` or `type`."""
    path: tuple[Step, ...]
    """Keys, and None for the items of an array and for the keys of a map."""
    place: tuple[str | int, ...]
    """Where it is in this delivery, the first time; for a missing field the object that lacks it."""
    known: tuple[str, ...] = ()
    """Types known at the path, sorted; empty when new."""
    seen: str = ""
    """The type in this delivery; empty when missing."""

    @property
    def text(self) -> str:
        """The path as the query language writes it after `body`: `.items[*].sku`."""
        return write_path(self.path)


def drift_of(shape: Shape, document: object) -> tuple[ShapeChange, ...]:
    """What is new, missing or of another type in a document, by path; at most `MOST_CHANGES`.

    Of a new or missing part only the outermost path is named.
    """
    walk = _Walk(shape.is_complete)
    walk.compare(shape.root, document, (), ())
    return tuple(sorted(walk.found.values(), key=lambda change: (change.text, change.kind)))


class _Walk:
    def __init__(self, is_complete: bool) -> None:
        self.found: dict[tuple[str, tuple[Step, ...]], ShapeChange] = {}
        self._is_complete = is_complete

    def compare(
        self, part: Part, value: object, path: tuple[Step, ...], place: tuple[str | int, ...]
    ) -> None:
        kind = kind_of(value)
        if kind not in part.kinds:
            known = part.kinds.keys() - {"null"}
            if kind != "null" and known and part.same_kinds >= DELIVERIES:
                self._tell(ShapeChange("type", path, place, tuple(sorted(known)), kind))
            return
        if isinstance(value, dict):
            for key, inner in value.items():
                self._compare_field(part, key, inner, path, place)
            for key, known_field in part.fields.items():
                if key not in value and part.always_has(key) and known_field.deliveries >= DELIVERIES:
                    known = known_field.kinds.keys() - {"null"} or {"null"}
                    self._tell(ShapeChange("missing", (*path, key), place, tuple(sorted(known))))
        elif isinstance(value, list) and part.items is not None:
            for number, item in enumerate(islice(value, _MOST_ITEMS)):
                self.compare(part.items, item, (*path, None), (*place, number))

    def _compare_field(
        self, part: Part, key: str, value: object, path: tuple[Step, ...], place: tuple[str | int, ...]
    ) -> None:
        if (known := part.fields.get(key)) is not None:
            self.compare(known, value, (*path, key), (*place, key))
        elif part.values is not None:
            self.compare(part.values, value, (*path, None), (*place, key))
        elif self._is_complete and part.same_fields >= DELIVERIES and not is_id_key(key):
            self._tell(ShapeChange("new", (*path, key), (*place, key), (), kind_of(value)))

    def _tell(self, change: ShapeChange) -> None:
        if len(self.found) < MOST_CHANGES:
            self.found.setdefault((change.kind, change.path), change)
