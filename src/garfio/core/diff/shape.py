"""The shape of a JSON payload: which paths it has and of which types, learned from one delivery or from many.

Counts are kept, so shapes of further deliveries can be added: a path is required when every object that could
hold it did.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from garfio.core.diff.document import Value
from garfio.core.query.payload import Step
from garfio.core.query.writer import write_path

MOST_PATHS = 5000
_DEEPEST = 60

Path = tuple[Step, ...]
"""Keys, and None for the items of an array."""


@dataclass(frozen=True, slots=True)
class Shape:
    """How often each type was seen at each path."""

    types: Mapping[Path, Mapping[str, int]] = field(default_factory=dict)
    is_complete: bool = True
    """False when there were more paths than are kept."""

    def __add__(self, other: Shape) -> Shape:
        """The shape of all deliveries of both."""
        total = {path: Counter(counts) for path, counts in self.types.items()}
        for path, counts in other.types.items():
            if path in total or len(total) < MOST_PATHS:
                total.setdefault(path, Counter()).update(counts)
        is_complete = self.is_complete and other.is_complete and other.types.keys() <= total.keys()
        return Shape(total, is_complete)

    def types_at(self, path: Path) -> frozenset[str]:
        """The types seen at a path, without `null`; only `null` when nothing else was seen."""
        seen = frozenset(self.types.get(path, ()))
        return seen - {"null"} or seen

    def is_required(self, path: Path) -> bool:
        """True when the path was there whenever the object around it was."""
        holders = self.types.get(path[:-1], {}).get("object", 0)
        return path[-1:] != (None,) and 0 < holders == sum(self.types.get(path, {}).values())


@dataclass(frozen=True, slots=True)
class ShapeChange:
    """One way in which a delivery does not have the known shape."""

    kind: str
    """`new`, `missing` or `type`."""
    path: Path
    known: tuple[str, ...]
    """Types known at the path, sorted; empty when new."""
    seen: tuple[str, ...]

    @property
    def text(self) -> str:
        """The path as the query language writes it after `body`: `.items[*].sku`."""
        return write_path(self.path)


def shape_of(document: Value) -> Shape:
    """The shape of one document."""
    types: dict[Path, Counter[str]] = {}
    is_complete = True
    waiting: list[tuple[Path, Value]] = [((), document)]
    while waiting:
        path, value = waiting.pop()
        if path not in types and (len(types) >= MOST_PATHS or len(path) > _DEEPEST):
            is_complete = False
            continue
        types.setdefault(path, Counter())[value.kind] += 1
        in_array = value.kind == "array"
        waiting += (((*path, None if in_array else step), inner) for step, inner in reversed(value.members))
    return Shape(types, is_complete)


def shape_changes(known: Shape, seen: Shape) -> tuple[ShapeChange, ...]:
    """What is new, missing or of another type in `seen`, sorted by path.

    Of a new or missing part only the outermost path. `null` is no other type, and an object or list where
    there was only `null` is no new part. With a known shape that is not complete nothing is called new.
    """
    changes = []
    for path in seen.types:
        known_types, seen_types = known.types_at(path), seen.types_at(path)
        if path not in known.types:
            if known.is_complete and _holder(known, path):
                changes.append(_change("new", path, known_types, seen_types))
        elif "null" not in (known_types ^ seen_types) and not seen_types <= known_types:
            changes.append(_change("type", path, known_types, seen_types))
    if seen.is_complete:
        changes += (
            _change("missing", path, known.types_at(path), seen.types_at(path))
            for path in known.types
            if known.is_required(path) and not seen.is_required(path) and _holder(seen, path)
        )
    return tuple(sorted(changes, key=lambda change: (change.text, change.kind)))


def _holder(shape: Shape, path: Path) -> bool:
    """True when the shape has the object or the array around the path."""
    around = shape.types.get(path[:-1], {})
    return bool(path) and around.get("array" if path[-1] is None else "object", 0) > 0


def _change(kind: str, path: Path, known: frozenset[str], seen: frozenset[str]) -> ShapeChange:
    return ShapeChange(kind, path, tuple(sorted(known)), tuple(sorted(seen)))
