"""The attempts of one run on their way into the database: begun before they are sent, finished behind.

Beginnings are written in groups and waited for. Outcomes are gathered while other sends are under way, so that one
commit is paid for many; those that a crash takes stay begun, and become `unknown`.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from functools import partial

from garfio.core.attempt import AttemptId
from garfio.engine.store import attempts
from garfio.engine.store.attempts import NewAttempt, Result
from garfio.engine.store.database import Trouble
from garfio.engine.store.writer import StoreError, Writer

_MOST_GATHERED = 64
_GATHER_S = 0.05
"""An outcome waits no longer than this for others to be written with."""


class Ledger:
    """What one run writes. Its callbacks come after the commit."""

    def __init__(
        self,
        writer: Writer,
        on_finished: Callable[[list[Result]], object],
        on_trouble: Callable[[], object],
    ) -> None:
        self.ids: list[AttemptId] = []
        """Attempts that were begun, in order."""
        self.trouble: Trouble | None = None
        """Why something could not be written."""
        self._writer = writer
        self._on_finished = on_finished
        self._on_trouble = on_trouble
        self._waiting: set[AttemptId] = set()
        """Begun, and not sent yet."""
        self._gathered: list[Result] = []
        self._timer: asyncio.TimerHandle | None = None
        self._open = 0
        """Writes that are not durable yet."""
        self._durable = asyncio.Event()

    async def begin(self, rows: Sequence[NewAttempt]) -> list[AttemptId | None]:
        """Record what is about to be sent: the ids in the order of `rows`, None for what could not be recorded. What
        is not `sent` afterwards, however that comes, is withdrawn at the end."""
        self.flush()  # into the same commit
        found: list[AttemptId | None] = [None] * len(rows)
        left = len(rows)
        ready = asyncio.Event()

        def recorded(at: int, attempt: AttemptId, failure: Trouble | BaseException | None) -> None:
            nonlocal left
            left -= 1
            if failure is None:
                self._waiting.add(attempt)
                found[at] = attempt
            self._settled(failure)
            if not left:
                ready.set()

        for at, row in enumerate(rows):
            group = attempts.LARGE_BEGINS if row.is_large else attempts.BEGINS
            self._opened()
            self._writer.submit(group, row, partial(recorded, at))
        if rows:
            await ready.wait()
        self.ids += [attempt for attempt in found if attempt is not None]
        return found

    def sent(self, attempt: AttemptId) -> None:
        """From now on it may have arrived, and is not withdrawn."""
        self._waiting.discard(attempt)

    def finish(self, result: Result, *, at_once: bool) -> None:
        """Record an outcome: at once when nothing else is coming, otherwise with others."""
        self._gathered.append(result)
        if at_once or len(self._gathered) >= _MOST_GATHERED:
            self.flush()
        elif self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(_GATHER_S, self.flush)

    def flush(self) -> None:
        """Write what is gathered."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        results, self._gathered = self._gathered, []
        durable: list[Result] = []
        left = len(results)

        def recorded(result: Result, _: object, failure: Trouble | BaseException | None) -> None:
            nonlocal left
            left -= 1
            if failure is None:
                durable.append(result)
            if not left and durable:
                self._on_finished(durable)
            self._settled(failure)

        for result in results:
            group = attempts.LARGE_RESULTS if result.is_large else attempts.RESULTS
            self._opened()
            self._writer.submit(group, result, partial(recorded, result))

    async def close(self) -> None:
        """Wait until all of it is durable, and take back what was begun and not sent."""
        self.flush()
        while self._open:
            await self._durable.wait()
        gone, self._waiting = self._waiting, set()
        if not gone:
            return
        self.ids = [attempt for attempt in self.ids if attempt not in gone]
        try:
            await self._writer.run(partial(attempts.withdraw, ids=sorted(gone)))
        except StoreError as error:
            self.trouble = error.trouble

    def _opened(self) -> None:
        self._open += 1
        self._durable.clear()

    def _settled(self, failure: Trouble | BaseException | None) -> None:
        """One more write is durable, or cannot be."""
        self._open -= 1
        if isinstance(failure, Trouble):
            self.trouble = failure
            self._on_trouble()
        if not self._open:
            self._durable.set()
