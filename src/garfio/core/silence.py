"""A silence: nothing has matched a rule's query for so long. What templates know of it, and when it would have been
noticed in the past."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

MINUTE_US = 60_000_000


@dataclass(frozen=True, slots=True)
class Silence:
    """Why a rule about silence acts."""

    minutes: float
    """The rule's own limit, in minutes."""
    last: int = 0
    """The id of the last capture that matched since the rule was switched on; 0 for none."""
    last_at_us: int = 0
    """When that one arrived, microseconds since 1970; 0 for none."""

    def names(self) -> dict[str, Any]:
        """What templates see as `silence`."""
        at = datetime.fromtimestamp(self.last_at_us / 1e6, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
        return {
            "minutes": plain_minutes(self.minutes),
            "last": self.last or None,
            "last_at": at if self.last_at_us else "",
        }


def plain_minutes(minutes: float) -> float:
    """15 rather than 15.0."""
    return int(minutes) if minutes == int(minutes) else minutes


def silences(matched_at_us: Iterable[int], until_us: int, minutes: float) -> tuple[int, ...]:
    """When a rule would have acted after each of these matches (microseconds since 1970), up to now: as if there
    had been a listener all the time."""
    times = sorted(matched_at_us)
    limit_us = int(minutes * MINUTE_US)
    ends = [*times[1:], until_us] if times else []
    return tuple(at + limit_us for at, end in zip(times, ends, strict=True) if end - at >= limit_us)
