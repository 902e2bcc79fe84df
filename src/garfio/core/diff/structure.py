"""Differences between two JSON documents by path: added, removed, changed, of another type, moved.

Items of an array are paired by their id where all have one, otherwise by what is equal; the rest in order.
Everything is bounded: past a bound the answer says that it is not complete.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from garfio.core.diff.document import Value
from garfio.core.diff.ignore import EXPECTED, Ignore
from garfio.core.query.payload import Step
from garfio.core.query.writer import write_path

MOST_CHANGES = 5000
_DEEPEST = 200
"""Below this depth a difference is reported for the value as a whole."""
_MOST_COMPARED = 250_000
"""Items of one array times those of the other, when they are paired by what is equal."""
_IDENTITIES = ("id", "uuid", "key", "sku", "node_id", "code", "name", "sha")

Path = tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One difference."""

    kind: str
    """`added`, `removed`, `changed`, `type` or `moved`."""
    left_path: Path | None
    """Where it stood before; None when added."""
    right_path: Path | None
    """Where it stands now; None when removed."""
    left: Value | None
    right: Value | None
    ignored: bool = False
    """True when the difference is expected (times, ids, the user's own list)."""

    @property
    def path(self) -> str:
        """Where it stands now, or stood, as the query language writes it after `body`: `.items[0].sku`."""
        path = self.right_path if self.right_path is not None else self.left_path
        return write_path(path or ())


@dataclass(frozen=True, slots=True)
class StructureDiff:
    """All differences in the order of the documents."""

    changes: tuple[Change, ...]
    is_complete: bool
    """False when there are more than are listed."""


@dataclass(frozen=True, slots=True)
class _Pair:
    left_path: Path
    right_path: Path
    left: Value
    right: Value


def diff_structure(left: Value, right: Value, ignore: Ignore = EXPECTED) -> StructureDiff:
    """Compare two documents."""
    changes: list[Change] = []
    waiting: list[_Pair | Change] = [_Pair((), (), left, right)]
    while waiting and len(changes) < MOST_CHANGES:
        item = waiting.pop()
        if isinstance(item, Change):
            path = item.right_path if item.right_path is not None else item.left_path
            pair = (item.left, item.right) if item.kind == "changed" else (None, None)
            ignored = item.kind != "type" and ignore.covers(path or (), *pair)
            changes.append(replace(item, ignored=ignored) if ignored else item)
        elif item.left.fingerprint != item.right.fingerprint:
            waiting.extend(reversed(_inside(item)))
    return StructureDiff(tuple(changes), not waiting)


def _inside(pair: _Pair) -> list[_Pair | Change]:
    left, right = pair.left, pair.right
    if left.kind != right.kind:
        return [Change("type", pair.left_path, pair.right_path, left, right)]
    if left.is_scalar or len(pair.right_path) >= _DEEPEST:
        return [Change("changed", pair.left_path, pair.right_path, left, right)]
    if left.kind == "object":
        return _objects(pair)
    return _arrays(pair)


def _objects(pair: _Pair) -> list[_Pair | Change]:
    rights = dict(pair.right.members)
    found: list[_Pair | Change] = []
    for key, value in pair.left.members:
        other = rights.pop(key, None)
        if other is None:
            found.append(Change("removed", (*pair.left_path, key), None, value, None))
        else:
            found.append(_Pair((*pair.left_path, key), (*pair.right_path, key), value, other))
    found += (Change("added", None, (*pair.right_path, key), None, value) for key, value in rights.items())
    return found


def _arrays(pair: _Pair) -> list[_Pair | Change]:
    lefts = [value for _, value in pair.left.members]
    rights = [value for _, value in pair.right.members]
    partners, moved = _partners(lefts, rights)
    of_right = {there: here for here, there in partners.items()}
    found: list[_Pair | Change] = []
    removed = deque(at for at in range(len(lefts)) if at not in partners)
    for there, value in enumerate(rights):
        here = of_right.get(there)
        while removed and here is not None and removed[0] < here:
            at = removed.popleft()
            found.append(Change("removed", (*pair.left_path, at), None, lefts[at], None))
        if here is None:
            found.append(Change("added", None, (*pair.right_path, there), None, value))
            continue
        left_path, right_path = (*pair.left_path, here), (*pair.right_path, there)
        if here in moved:
            found.append(Change("moved", left_path, right_path, lefts[here], value))
        found.append(_Pair(left_path, right_path, lefts[here], value))
    found += (Change("removed", (*pair.left_path, at), None, lefts[at], None) for at in removed)
    return found


def _partners(lefts: list[Value], rights: list[Value]) -> tuple[dict[int, int], set[int]]:
    """For items of the left array their index in the right one, and which of them changed their order."""
    for name in _IDENTITIES:
        left_ids, right_ids = _identities(lefts, name), _identities(rights, name)
        if left_ids and right_ids and left_ids.keys() & right_ids.keys():
            partners = {at: right_ids[key] for key, at in left_ids.items() if key in right_ids}
            return partners, _out_of_order(partners)
    partners = _equal_or_in_place(
        [value.fingerprint for value in lefts], [value.fingerprint for value in rights]
    )
    free = defaultdict(list)
    taken = set(partners.values())
    for there in reversed(range(len(rights))):
        if there not in taken:
            free[rights[there].fingerprint].append(there)
    moved = set()
    for here, value in enumerate(lefts):
        if here not in partners and free[value.fingerprint]:
            partners[here] = free[value.fingerprint].pop()
            moved.add(here)
    return partners, moved


def _identities(items: list[Value], name: str) -> dict[str, int]:
    """The items' indices by their identity; empty when one has none or shares it."""
    found: dict[str, int] = {}
    for at, item in enumerate(items):
        value = next((value for key, value in item.members if key == name), None)
        if value is None or not value.is_scalar or value.kind == "null" or value.text in found:
            return {}
        found[value.text] = at
    return found


def _out_of_order(partners: dict[int, int]) -> set[int]:
    """The fewest items that must move: those outside a longest increasing subsequence."""
    here = sorted(partners)
    ends: list[int] = []
    lengths: list[int] = []
    for at in here:
        place = bisect_left(ends, partners[at])
        ends[place : place + 1] = [partners[at]]
        lengths.append(place)
    moved = set()
    wanted = len(ends) - 1
    for at, length in zip(reversed(here), reversed(lengths), strict=True):
        if length == wanted:
            wanted -= 1
        else:
            moved.add(at)
    return moved


def _equal_or_in_place(lefts: list[int], rights: list[int]) -> dict[int, int]:
    """Pairs of equal items that keep their order, and pairs of what stands in the same gap between them."""
    if len(lefts) * len(rights) > _MOST_COMPARED:
        return {at: at for at in range(min(len(lefts), len(rights)))}
    partners: dict[int, int] = {}
    left_set, right_set = set(lefts), set(rights)
    for tag, low, high, other_low, other_high in SequenceMatcher(
        None, lefts, rights, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            partners |= zip(range(low, high), range(other_low, other_high), strict=True)
        elif tag == "replace":
            gone = [at for at in range(low, high) if lefts[at] not in right_set]
            new = [at for at in range(other_low, other_high) if rights[at] not in left_set]
            partners |= zip(gone, new, strict=False)
    return partners
