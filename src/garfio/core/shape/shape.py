"""What is known of an event type's payload: which places it has, of which types, always there or not.

Items of an array are taken together. So are the values of an object whose keys are ids, dates or addresses, or that
turn out to be many and rare: such an object is a map, and its keys say nothing of the shape. Everything is bounded.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Self

from garfio.core.query.payload import Step

MOST_PARTS = 2000
"""Places that are kept of one shape; beyond, nothing is called new any more."""
_DEEPEST = 40
_MOST_ITEMS = 500
"""Items of an array that are looked at."""
_LONGEST_KEY = 200
_MANY_KEYS = 24
"""Keys from which an object may turn out to be a map."""
_RARE = 0.25
"""It is one when its keys are there less often than this, taken together, and hold the same type."""
_ID_KEY = re.compile(
    r"\d+"
    r"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|[0-9a-f]{16,}"
    r"|\d{4}-\d\d(?:-\d\d(?:[T ].*)?)?"
    r"|[^@\s]+@[^@\s]+\.[^@\s]+"
    r"|(?:https?|gid)://.*"
    r"|[a-z]{2,12}_(?:[a-z]+_)?(?=[0-9a-z]*[0-9])[0-9a-z]{8,}"
    r"|(?=[0-9A-Z]*[0-9])[0-9A-Z]{9,}",
    re.IGNORECASE | re.ASCII,
)  # fmt: skip


def kind_of(value: object) -> str:
    """`object`, `array`, `string`, `number`, `boolean` or `null`."""
    match value:
        case dict():
            return "object"
        case list():
            return "array"
        case bool():
            return "boolean"
        case int() | float() | Decimal():
            return "number"
        case None:
            return "null"
    return "string"


def is_id_key(key: str) -> bool:
    """True for a key that names a thing and not a field."""
    return len(key) > _LONGEST_KEY or _ID_KEY.fullmatch(key) is not None


@dataclass(slots=True)
class Part:
    """What is known of one place."""

    kinds: dict[str, int] = field(default_factory=dict)
    """How often each type was there; more than once a delivery inside an array."""
    deliveries: int = 0
    """Deliveries in which the place was there."""
    same_kinds: int = 0
    """Deliveries in a row with no new type, that which brought the last one included."""
    same_fields: int = 0
    """The same of new fields, in deliveries in which it was an object."""
    fields: dict[str, Part] = field(default_factory=dict)
    items: Part | None = None
    """The items of an array, taken together."""
    values: Part | None = None
    """The values of an object under keys that are ids, taken together."""
    last: int = field(default=0, repr=False, compare=False)
    """The number of the last delivery, while learning, in which it was there; `last_object`: as an object."""
    last_object: int = field(default=0, repr=False, compare=False)

    @property
    def times(self) -> int:
        """How often it was there at all."""
        return sum(self.kinds.values())

    def always_has(self, name: str) -> bool:
        """True when a field was there whenever this was an object."""
        inner = self.fields.get(name)
        return inner is not None and inner.times == self.kinds.get("object", 0)

    def inside(self) -> Iterable[Part]:
        """The parts right below."""
        yield from self.fields.values()
        yield from (part for part in (self.items, self.values) if part is not None)


class Shape:
    """The shape of one event type, which learns one delivery after another."""

    def __init__(self) -> None:
        self.root = Part()
        self.is_complete = True
        """False once there were more places than are kept."""
        self._parts = 1

    @property
    def deliveries(self) -> int:
        """How many deliveries it has learned from."""
        return self.root.deliveries

    @property
    def parts(self) -> int:
        """How many places it has."""
        return self._parts

    def learn(self, document: object) -> None:
        """Take in one more delivery."""
        self._take(self.root, document, self.root.deliveries + 1, 0)

    def paths(self) -> Iterator[tuple[Step, ...]]:
        """Every known path: keys, and None for the items of an array and the keys of a map."""
        waiting: list[tuple[tuple[Step, ...], Part]] = [((), self.root)]
        while waiting:
            path, part = waiting.pop()
            yield path
            waiting += (((*path, name), inner) for name, inner in part.fields.items())
            waiting += (((*path, None), inner) for inner in (part.items, part.values) if inner is not None)

    def to_json(self) -> str:
        """As text, for keeping."""
        value = {"complete": self.is_complete, "root": _written(self.root)}
        return json.dumps(value, separators=(",", ":"))  # ASCII: a key may hold half a surrogate pair

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The shape that was written so."""
        value = json.loads(text)
        shape = cls()
        shape.is_complete = value["complete"]
        shape.root = _read(value["root"])
        shape._parts = _count(shape.root)
        return shape

    # --- inside

    def _take(self, part: Part, value: object, number: int, depth: int) -> None:
        """Learn one value. `number` is the delivery's, so that a place in an array counts once in each."""
        kind = kind_of(value)
        is_first = part.last != number
        if is_first:
            part.last = number
            part.deliveries += 1
            part.same_kinds += 1
        if kind not in part.kinds:
            part.same_kinds = 1
        part.kinds[kind] = part.kinds.get(kind, 0) + 1
        if isinstance(value, dict):
            if part.last_object != number:
                part.last_object = number
                part.same_fields += 1
            self._take_object(part, value, number, depth + 1)
        elif isinstance(value, list) and value:
            items = part.items = part.items or self._new_part(depth + 1)
            for item in value[:_MOST_ITEMS] if items else ():
                assert items is not None
                self._take(items, item, number, depth + 1)

    def _take_object(self, part: Part, value: Mapping[str, object], number: int, depth: int) -> None:
        for key, inner in value.items():
            known = part.fields.get(key)
            if known is None and (part.values is not None or is_id_key(key)):
                known = part.values = part.values or self._new_part(depth)
            elif known is None and (known := self._new_part(depth)) is not None:
                part.fields[key] = known
                part.same_fields = 1
            if known is not None:
                self._take(known, inner, number, depth)
        if len(part.fields) >= _MANY_KEYS and _is_map(part):
            part.values = _merged([*part.fields.values(), *([part.values] if part.values else [])])
            part.fields = {}
            self._parts = _count(self.root)

    def _new_part(self, depth: int) -> Part | None:
        if self._parts >= MOST_PARTS or depth > _DEEPEST:
            self.is_complete = False
            return None
        self._parts += 1
        return Part()


def _is_map(part: Part) -> bool:
    """True when the keys of an object are many, rare, and hold the same type."""
    kinds = {kind for inner in part.fields.values() for kind in inner.kinds if kind != "null"}
    seen = sum(inner.times for inner in part.fields.values())
    return len(kinds) <= 1 and seen < _RARE * len(part.fields) * part.kinds.get("object", 1)


def _merged(parts: list[Part]) -> Part:
    """Several parts taken together."""
    merged = Part(
        deliveries=max(part.deliveries for part in parts),
        same_kinds=min(part.same_kinds for part in parts),
        same_fields=min(part.same_fields for part in parts),
    )
    for part in parts:
        for kind, count in part.kinds.items():
            merged.kinds[kind] = merged.kinds.get(kind, 0) + count
    for name in {name: None for part in parts for name in part.fields}:
        merged.fields[name] = _merged([part.fields[name] for part in parts if name in part.fields])
    if items := [part.items for part in parts if part.items]:
        merged.items = _merged(items)
    if values := [part.values for part in parts if part.values]:
        merged.values = _merged(values)
    return merged


def _count(part: Part) -> int:
    return 1 + sum(_count(inner) for inner in part.inside())


def _written(part: Part) -> dict[str, Any]:
    value: dict[str, Any] = {"k": part.kinds, "n": [part.deliveries, part.same_kinds, part.same_fields]}
    if part.fields:
        value["f"] = {name: _written(inner) for name, inner in part.fields.items()}
    if part.items:
        value["i"] = _written(part.items)
    if part.values:
        value["v"] = _written(part.values)
    return value


def _read(value: dict[str, Any]) -> Part:
    deliveries, same_kinds, same_fields = value["n"]
    return Part(
        value["k"],
        deliveries,
        same_kinds,
        same_fields,
        fields={name: _read(inner) for name, inner in value.get("f", {}).items()},
        items=_read(value["i"]) if "i" in value else None,
        values=_read(value["v"]) if "v" in value else None,
    )
