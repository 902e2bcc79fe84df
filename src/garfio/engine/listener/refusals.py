"""What was refused, on record: a row in the list with the reason and the first bytes, and a count when it
is a flood."""

from __future__ import annotations

import time
from collections.abc import Callable

from garfio.core.capture import Arrival
from garfio.core.http import Request
from garfio.core.wire import Refusal
from garfio.engine.store.captures import ARRIVALS, REPEATS
from garfio.engine.store.database import Trouble
from garfio.engine.store.writer import Writer

ROWS_A_SECOND = 20
"""Rows of refused messages each second; further ones are counted on the last row of their kind."""


class Refusals:
    """Records refused messages without letting a flood of them fill the database."""

    def __init__(self, writer: Writer, on_refused: Callable[[str, int, int], object]) -> None:
        self._writer = writer
        self._on_refused = on_refused
        self._second = 0.0
        self._rows = 0
        self._begun: set[str] = set()
        """Kinds that have a row, or will have one once the store has written it."""
        self._last_row: dict[str, int] = {}
        self._repeats: dict[str, int] = {}

    def add(self, refusal: Refusal, raw: bytes, peer: str, at_us: int) -> None:
        """Record one; `raw` are its first bytes."""
        now = time.monotonic()
        if now - self._second >= 1:
            self._second, self._rows = now, 0
        self._rows += 1
        code = refusal.code
        if self._rows > ROWS_A_SECOND and code in self._begun:
            self._repeats[code] = self._repeats.get(code, 0) + 1
            return
        arrival = Arrival(
            Request(raw), at_us, peer, refusal.status, complete=False, refusal=code, size=len(raw)
        )

        def stored(row: int, failure: Trouble | BaseException | None) -> None:
            if failure is None:
                self._last_row[code] = row
                self._on_refused(code, 1, row)
            elif code not in self._last_row:
                self._begun.discard(code)

        self._begun.add(code)
        self._writer.submit(ARRIVALS, arrival, stored)

    def flush(self) -> None:
        """Write the counts that have gathered."""
        for code, row in self._last_row.items():
            count = self._repeats.pop(code, 0)
            if not count:
                continue

            def counted(
                _result: object,
                failure: Trouble | BaseException | None,
                code: str = code,
                count: int = count,
                row: int = row,
            ) -> None:
                if failure is None:
                    self._on_refused(code, count, row)

            self._writer.submit(REPEATS, (row, count), counted)
