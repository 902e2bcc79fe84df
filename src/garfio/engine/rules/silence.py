"""Counts how long rules about silence have listened in vain, and queues what they do then.

Time is that of a clock that runs while the listener does. A step that took very long, as when the machine was asleep,
counts for little. What is counted is written now and then: a kill loses seconds of it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from functools import partial

from garfio.core.rule import Rule
from garfio.core.silence import MINUTE_US
from garfio.engine.store import silences
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import Writer

Clock = Callable[[], int]
"""Nanoseconds that only grow."""
LONGEST_STEP_US = 30_000_000
_SAVE_US = 15_000_000


class SilenceWatch:
    """For the rules of one workspace that are on."""

    def __init__(self, reader: Reader, writer: Writer, clock: Clock = time.monotonic_ns) -> None:
        self._reader = reader
        self._writer = writer
        self._clock = clock
        self._at = clock()
        self._names: frozenset[str] = frozenset()
        """Rules to which the time that is not written yet belongs."""
        self._unsaved_us = 0
        self._waits: dict[str, int] = {}
        """Rules that are to act once captures up to this one have been looked at."""

    async def count(self, rules: Collection[Rule]) -> None:
        """Add the time since the last call; queue what became due."""
        now = self._clock()
        self._unsaved_us += min((now - self._at) // 1000, LONGEST_STEP_US)
        self._at = now
        limits = {rule.name: int(rule.silent_minutes * MINUTE_US) for rule in rules if rule.silent_minutes}
        if self._names != limits.keys():
            await self.save()
            self._names = frozenset(limits)
        if not limits:
            self._unsaved_us = 0
            return
        due = await self._reader.run(silences.due, limits, self._unsaved_us)
        self._waits = {name: self._waits.get(name, due.newest) for name in due.names}
        ready = [name for name, upto in self._waits.items() if upto <= due.looked_upto]
        if ready or self._unsaved_us >= _SAVE_US:
            await self.save()
        if ready:
            await self._writer.run(partial(silences.fire, names=ready))

    async def save(self) -> None:
        """Write what has been counted; called before a match begins it anew."""
        if self._names and self._unsaved_us:
            await self._writer.run(partial(silences.add, names=self._names, listened_us=self._unsaved_us))
        self._unsaved_us = 0
