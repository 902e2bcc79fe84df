"""What the parent process is told: one JSON object a line, `listening`, `captured`, `refused`,
`looked`, `rechecking`, `secrets`, `attempted`, `ran`, `notice`, `trouble`, `stopped`.

It says only that there is more; the data is in the database. A thread writes, and what happens while it
writes is gathered into one line, so that a parent that does not read can never hold up the listener.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any

INTERVAL_S = 0.02
"""Least time between two bursts of lines."""
_LOOKED_LIMIT = 2000
"""Ids in one line; more are told as many."""


class Doorbell:
    """Rings from the loop's thread; `write(event)` is called on the doorbell's own thread."""

    def __init__(self, write: Callable[[dict[str, Any]], object]) -> None:
        self._write = write
        self._condition = threading.Condition()
        self._others: list[dict[str, Any]] = []
        self._last_id = 0
        self._count = 0
        self._refused: dict[str, tuple[int, int]] = {}
        self._looked: set[int] = set()
        self._progress: dict[str, Any] | None = None
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="doorbell", daemon=True)
        self._thread.start()

    def captured(self, capture: int) -> None:
        """A capture is in the database."""
        with self._condition:
            self._last_id = max(self._last_id, capture)
            self._count += 1
            self._condition.notify()

    def refused(self, code: str, count: int, row: int) -> None:
        """Messages were refused; the row shows the last."""
        with self._condition:
            self._refused[code] = (self._refused.get(code, (0, 0))[0] + count, row)
            self._condition.notify()

    def looked(self, captures: Iterable[int]) -> None:
        """Something was found of these captures: provider, event, verdict."""
        with self._condition:
            self._looked.update(captures)
            self._condition.notify()

    def rechecking(self, **fields: Any) -> None:
        """How far a new check has come; of several at once the last is told."""
        with self._condition:
            self._progress = fields
            self._condition.notify()

    def attempted(self, captures: Iterable[int]) -> None:
        """Something was sent for these captures."""
        self.say("attempted", captures=list(captures))

    def ran(self, captures: Iterable[int]) -> None:
        """Rules have done something for these captures, or failed to."""
        self.say("ran", captures=list(captures))

    def say(self, event: str, **fields: Any) -> None:
        """Any other event, in order."""
        with self._condition:
            self._others.append({"event": event, **fields})
            self._condition.notify()

    def close(self, limit_s: float = 1.0) -> None:
        """Write what is left, for at most `limit_s` seconds."""
        with self._condition:
            self._closed = True
            self._condition.notify()
        self._thread.join(limit_s)

    def _work(self) -> None:
        while True:
            with self._condition:
                while not (self._has_news() or self._closed):
                    self._condition.wait()
                events = self._gather()
                closed = self._closed
            try:
                for event in events:
                    self._write(event)
            except OSError:
                return  # nobody reads any more; the database has everything
            if closed:
                return
            time.sleep(INTERVAL_S)

    def _has_news(self) -> bool:
        return bool(self._count or self._refused or self._others or self._looked or self._progress)

    def _gather(self) -> list[dict[str, Any]]:
        events = [event for event in self._others if event["event"] != "stopped"]
        if self._count:
            events.append({"event": "captured", "last_id": self._last_id, "count": self._count})
        for code, (count, row) in self._refused.items():
            events.append({"event": "refused", "reason": code, "count": count, "last_id": row})
        if self._looked:
            ids = sorted(self._looked) if len(self._looked) <= _LOOKED_LIMIT else None
            events.append({"event": "looked", "captures": ids})
        if self._progress:
            events.append({"event": "rechecking", **self._progress})
        events += [event for event in self._others if event["event"] == "stopped"]
        self._others, self._count, self._refused = [], 0, {}
        self._looked, self._progress = set(), None
        return events
