"""A body on its way in: kept in memory while short, streamed to the store in parts once it is long.

Parts go to the store in transactions of their own; when it falls behind, the sender is made to wait. Parts of a
body that will not become a capture are taken back; what a kill leaves is swept at the next start.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable

from garfio.engine.store.captures import DROPS, PART_BYTES, PARTS
from garfio.engine.store.database import Trouble
from garfio.engine.store.writer import Writer

_BEGINNING_BYTES = 64 * 1024
"""Bytes of a streamed body that stay at hand for the record of a refusal."""
_PARTS_AHEAD = 4
"""Parts that may wait for the disk before the sender has to."""


class BodySink:
    """Takes the bytes of one body."""

    def __init__(self, writer: Writer, on_pressure: Callable[[bool], object]) -> None:
        self.size = 0
        """Bytes taken so far."""
        self.key: int | None = None
        """Names the body in the store once it is streamed there; None while it is in memory."""
        self.failure: Trouble | BaseException | None = None
        self._writer = writer
        self._on_pressure = on_pressure
        self._beginning = b""
        self._pieces: list[bytes] = []
        self._held = 0
        self._seq = 0
        self._waiting = 0
        self._then: Callable[[], object] | None = None

    def feed(self, data: bytes) -> None:
        """Take the next bytes."""
        self._pieces.append(data)
        self.size += len(data)
        self._held += len(data)
        if self._held > PART_BYTES:
            self._write_parts()

    def finish(self, then: Callable[[], object]) -> None:
        """Call `then` once all parts are durable, or one has failed; at once for a short body."""
        if self.key is not None and self._held:
            self._submit(b"".join(self._pieces))
            self._pieces, self._held = [], 0
        self._then = then
        self._settle()

    def in_memory(self) -> bytes:
        """The body, if it was short; what has not been streamed otherwise."""
        return b"".join(self._pieces)

    def beginning(self) -> bytes:
        """The first bytes of the body, at least 64 KiB of them if there are so many."""
        return self._beginning if self.key is not None else b"".join(self._pieces)

    def discard(self) -> None:
        """Take back what has been streamed: the body will not become a capture."""
        self._pieces, self._held = [], 0
        if self.key is not None:
            self._then = lambda: self._writer.submit(DROPS, self.key, _ignore)
            self._settle()

    def _write_parts(self) -> None:
        data = b"".join(self._pieces)
        if self.key is None:
            self.key = secrets.randbits(62)
            self._beginning = data[:_BEGINNING_BYTES]
        whole = len(data) // PART_BYTES * PART_BYTES
        for at in range(0, whole, PART_BYTES):
            self._submit(data[at : at + PART_BYTES])
        rest = data[whole:]
        self._pieces, self._held = [rest], len(rest)
        if self._waiting > _PARTS_AHEAD:
            self._on_pressure(True)

    def _submit(self, data: bytes) -> None:
        self._waiting += 1
        self._writer.submit(PARTS, (self.key, self._seq, data), self._written)
        self._seq += 1

    def _written(self, _result: object, failure: Trouble | BaseException | None) -> None:
        self._waiting -= 1
        self.failure = self.failure or failure
        if self._waiting == 1 or not self._waiting:
            self._on_pressure(False)
        self._settle()

    def _settle(self) -> None:
        if self._then and not self._waiting:
            then, self._then = self._then, None
            then()


def _ignore(_result: object, _failure: Trouble | BaseException | None) -> None:
    """Parts that could not be dropped are swept at the next start."""
