"""The captures by what they have in common, with counts: counted once, and from then on only what is new.

Provider, event type and delivery are known once a capture has been looked at; what is newer waits for that.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import apsw

from garfio.engine.store import reading
from garfio.engine.store.looks import looked_upto
from garfio.engine.store.reader import Reader

COLUMNS = {"provider": "provider", "event": "event_type", "delivery": "delivery_id"}
"""Kinds of groups, and the column that makes one. Of deliveries only those that were tried again make a group."""
MOST = 20


@dataclass(slots=True)
class _Known:
    upto: int = 0
    groups: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By value: how many, and the newest of them."""


class Groups:
    """Counts on a reader that has time."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[str, _Known] = {}

    async def read(self, kind: str) -> list[tuple[str, int]]:
        """The largest groups of a kind of `COLUMNS` with their counts; of deliveries the newest."""
        known = self._known.setdefault(kind, _Known())
        after = known.upto
        rows, upto = await self._reader.run(_count, kind, after)
        if known.upto == after:  # two may have read at once
            for value, count, newest in rows:
                known.groups[value] = (known.groups.get(value, (0, 0))[0] + count, newest)
            known.upto = upto
        if kind == "delivery":
            newest_first = sorted(known.groups.items(), key=lambda item: -item[1][1])[:MOST]
            return [(value, count + 1) for value, (count, _) in newest_first]
        largest = sorted(known.groups.items(), key=lambda item: (-item[1][0], item[0]))[:MOST]
        return [(value, count) for value, (count, _) in largest]

    def forget(self) -> None:
        """Count everything anew the next time: captures were deleted, or checked again."""
        self._known.clear()


def _count(connection: apsw.Connection, kind: str, after: int) -> tuple[list[tuple[str, int, int]], int]:
    upto = max(after, looked_upto(connection))
    return reading.groups(connection, COLUMNS[kind], after, upto, retries=kind == "delivery"), upto
