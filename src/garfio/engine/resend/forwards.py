"""What is forwarded automatically, as others see and change it; the listener's process does the work."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar

import apsw

from garfio.core.errors import AppError
from garfio.core.target import parse_url
from garfio.engine.signal import Signal
from garfio.engine.store import outbox, targets
from garfio.engine.store.outbox import Forward, Queue
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import Writer

LONGEST_WAIT_S = 120.0
"""Seconds that a sender may be made to wait for a target's answer."""

T = TypeVar("T")
P = ParamSpec("P")


class Forwards:
    """Forwards of one workspace and their queues; the listener uses changes within a second."""

    def __init__(self, reader: Reader, writer: Callable[[], Writer]) -> None:
        self.changed: Signal[None] = Signal()
        self._reader = reader
        self._writer = writer

    async def all(self) -> list[Forward]:
        """What is forwarded where."""
        return await self._reader.run(outbox.forwards)

    async def queues(self) -> list[Queue]:
        """What waits for each place, and what was given up."""
        return await self._reader.run(outbox.queues)

    async def set(self, forward: Forward, *, confirmed: bool = False) -> None:
        """Forward every new capture of `forward.path` to its place; pauses and resumes too.

        Raises AppError `target.missing`, `target.url`, `forward.value`, or `resend.confirm` when the user has to
        be asked first whether everything may go to that host.
        """
        if not 1 <= forward.parallel <= 64:
            raise AppError("forward.value", "parallel must lie between 1 and 64.", name="parallel")
        if not 0 <= forward.answer_s <= LONGEST_WAIT_S:
            raise AppError(
                "forward.value",
                f"A sender can wait between 0 and {LONGEST_WAIT_S:g} seconds.",
                hint="Most providers give up after 3 to 30 seconds.",
                name="answer_s",
            )
        target = await self._reader.run(targets.place, forward.place)
        host = "" if "{{" in target.url else parse_url(target.url).host
        if host and not parse_url(target.url).is_loopback:
            if not confirmed and not await self._reader.run(targets.was_asked, host):
                raise AppError(
                    "resend.confirm",
                    f"Every new capture would be sent to {host}, which is not this machine.",
                    hint="Say yes once for this host.",
                    host=host,
                    method="",
                    count=0,
                    url=target.url,
                )
            await self._writer().run(partial(targets.set_asked, host=host))
        await self._change(outbox.set_forward, forward)

    async def remove(self, path: str) -> None:
        """Forward `path` no more; what is queued still goes, unless it is dropped."""
        await self._change(outbox.remove_forward, path)

    async def try_again(self, place: str) -> int:
        """Queue anew what was given up for a place, and try at once what waits; gives how many were given up."""
        return await self._change(outbox.try_again, place)

    async def drop(self, place: str) -> int:
        """Forget what waits for a place or was given up; the captures stay. Gives how many."""
        return await self._change(outbox.drop, place)

    async def _change(
        self, function: Callable[Concatenate[apsw.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        result = await self._writer().run(lambda db: function(db, *args, **kwargs))
        self.changed.emit(None)
        return result
