"""How much arrived when, for the chart: counted once for each length of bars, and from then on only what is new.

What has not been looked at yet may still turn out to fail, so it is counted anew each time.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import apsw

from garfio.engine.store import reading
from garfio.engine.store.looks import looked_upto
from garfio.engine.store.reader import Reader


@dataclass(frozen=True, slots=True)
class Bar:
    """What arrived in one stretch of time."""

    arrived: int = 0
    failing: int = 0
    """Of those, captures whose signature was checked and did not pass."""
    refused: int = 0
    """Of those, refused messages."""

    def __add__(self, other: Bar) -> Bar:
        return Bar(self.arrived + other.arrived, self.failing + other.failing, self.refused + other.refused)


@dataclass(slots=True)
class _Known:
    since_us: int
    upto: int
    """The id up to which captures are counted for good."""
    bars: dict[int, Bar] = field(default_factory=dict)


class Arrivals:
    """Counts on a reader that has time."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[tuple[int, int], _Known] = {}

    async def read(self, since_us: int, bucket_us: int, bars: int) -> list[Bar]:
        """`bars` stretches of `bucket_us` microseconds from `since_us` (since 1970) on."""
        key = (bucket_us, since_us % bucket_us)
        known = self._known.get(key)
        if known is None or known.since_us > since_us:
            known = _Known(since_us, await self._reader.run(reading.first_since, since_us))
            self._known[key] = known
        after = known.upto
        settled, fresh, upto = await self._reader.run(_count, after, bucket_us, key[1])
        if known.upto == after:  # two may have read at once
            for bucket, bar in settled.items():
                known.bars[bucket] = known.bars.get(bucket, Bar()) + bar
            known.upto = upto
        first = (since_us - key[1]) // bucket_us
        known.bars = {bucket: bar for bucket, bar in known.bars.items() if bucket >= first}
        known.since_us = since_us
        return [
            known.bars.get(bucket, Bar()) + fresh.get(bucket, Bar()) for bucket in range(first, first + bars)
        ]

    def forget(self) -> None:
        """Count everything anew the next time: captures were deleted, or checked again."""
        self._known.clear()


def _count(
    connection: apsw.Connection, after: int, bucket_us: int, phase_us: int
) -> tuple[dict[int, Bar], dict[int, Bar], int]:
    """Bars of what has been looked at, bars of what is newer, and where the first end."""
    upto = max(after, looked_upto(connection))
    rows = reading.timeline(connection, after, upto, bucket_us, phase_us)
    newer = reading.timeline(connection, upto, None, bucket_us, phase_us)
    return (
        {bucket: Bar(*counts) for bucket, *counts in rows},
        {bucket: Bar(*counts) for bucket, *counts in newer},
        upto,
    )
