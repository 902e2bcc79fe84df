"""Differences between two header sections: by name in any case, repeats one by one, spelling apart."""

from __future__ import annotations

from dataclasses import dataclass

from garfio.core.diff.ignore import EXPECTED, Ignore
from garfio.core.headers import Headers, decode_value


@dataclass(frozen=True, slots=True)
class HeaderChange:
    """One field that differs."""

    kind: str
    """`added`, `removed`, `changed`, or `spelling` when only the name's case differs."""
    name: bytes
    """The name as sent, on the right side where it is there."""
    left: bytes | None
    """The value as sent; None when added."""
    right: bytes | None
    ignored: bool = False
    left_name: bytes = b""
    """The name as the left side wrote it; empty when added."""


@dataclass(frozen=True, slots=True)
class HeaderDiff:
    """What differs, and whether the fields that both have come in another order."""

    changes: tuple[HeaderChange, ...]
    order_changed: bool


def diff_headers(left: Headers, right: Headers, ignore: Ignore = EXPECTED) -> HeaderDiff:
    """Compare; in the order of the left side, what is new at the end."""
    lefts, rights = _by_name(left), _by_name(right)
    changes: list[HeaderChange] = []
    for name in [*lefts, *(name for name in rights if name not in lefts)]:
        here, there = lefts.get(name, []), rights.get(name, [])
        ignored = ignore.covers_header(decode_value(name))
        for at in range(max(len(here), len(there))):
            kind, old, new = _compare(
                here[at] if at < len(here) else None, there[at] if at < len(there) else None
            )
            if kind:
                sent = there[at][0] if at < len(there) else here[at][0]
                before = here[at][0] if at < len(here) else b""
                changes.append(HeaderChange(kind, sent, old, new, ignored, before))
    common = lefts.keys() & rights.keys()
    orders = ([name.lower() for name, _ in side if name.lower() in common] for side in (left, right))
    first, second = (list(dict.fromkeys(order)) for order in orders)
    return HeaderDiff(tuple(changes), first != second)


def _by_name(headers: Headers) -> dict[bytes, list[tuple[bytes, bytes]]]:
    found: dict[bytes, list[tuple[bytes, bytes]]] = {}
    for name, value in headers:
        found.setdefault(name.lower(), []).append((name, value))
    return found


def _compare(
    left: tuple[bytes, bytes] | None, right: tuple[bytes, bytes] | None
) -> tuple[str, bytes | None, bytes | None]:
    if left is None or right is None:
        kind = "added" if left is None else "removed"
        return kind, left[1] if left else None, right[1] if right else None
    kind = "changed" if left[1] != right[1] else "spelling" if left[0] != right[0] else ""
    return kind, left[1], right[1]
