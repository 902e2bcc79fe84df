"""What the listener does with captures after it has acknowledged them: verdicts, forwards, rules, the search index.

Loaded when the sockets accept already. Everything here goes by marks in the database, so nothing that has arrived
before is missed.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from garfio.core.errors import AppError
from garfio.core.signature import Secret
from garfio.engine.forward import Forwarder
from garfio.engine.indexer import keep_indexed
from garfio.engine.listener.doorbell import Doorbell
from garfio.engine.listener.relay import Relay
from garfio.engine.listener.server import ListenerServer
from garfio.engine.looker import Looker, Progress
from garfio.engine.plan import PlanSource
from garfio.engine.resend.own import OwnListener
from garfio.engine.rules.wiring import rule_runner
from garfio.engine.store.writer import StoreError, Writer
from garfio.engine.tasks import Tasks

_PAUSE_S = 0.5
"""Seconds before what could not be stored is tried again."""


class Work:
    """The parts that look at what has been stored."""

    def __init__(
        self, path: Path, server: ListenerServer, writer: Writer, doorbell: Doorbell, own: OwnListener
    ) -> None:
        self._path = path
        self._server = server
        self._writer = writer
        self._doorbell = doorbell
        self._own = own
        self._tasks = Tasks()
        self._waits = False
        self._source = PlanSource(path)
        self.looker = Looker(path, writer, self._source)
        """Gives the verdicts."""

    async def begin(self, forward: str, answer_s: float, *, is_child: bool, waits: bool) -> None:
        """Open all and let it run. `forward` is a target's name or URL that gets every capture of this run; senders
        wait `answer_s` seconds for its answer. Raises AppError for a target that there is not.

        A disk that takes nothing is waited for, or raises StoreError; the writer says what is wrong with it."""
        self._waits = waits
        forwarder = await self._open_forwarder(forward, answer_s)
        self._server.captured.connect(forwarder.wake)
        self._connect(forwarder)
        runner = rule_runner(
            self._path, self._writer, self.looker, self._doorbell, self._own, is_child=is_child
        )
        await self._stored(runner.open)
        self._spawn(
            looker=self.looker.run(),
            forwarder=forwarder.run(),
            rules=runner.run(),
            index=keep_indexed(self._path),
        )

    async def close(self) -> None:
        """Break off what is under way; the next start goes on from its mark."""
        await self._tasks.close()
        await self.looker.close()

    def _spawn(self, **parts: Coroutine[Any, Any, None]) -> None:
        for name, part in parts.items():
            self._tasks.spawn(part, name)

    async def _stored(self, step: Callable[[], Awaitable[None]]) -> None:
        while True:
            try:
                return await step()
            except StoreError:
                if not self._waits:
                    raise
                await asyncio.sleep(_PAUSE_S)

    def _secrets(self, owner: str) -> Sequence[Secret]:
        return self._source.plan.secrets.get(owner, ())

    async def _open_forwarder(self, forward: str, answer_s: float) -> Forwarder:
        relay = Relay(self._path, self._writer, self._doorbell.attempted, lambda: self._own, self._secrets)
        forwarder = Forwarder(
            self._path,
            self._writer,
            self._doorbell.attempted,
            lambda: self._own,
            forward,
            answer_s,
            self._secrets,
        )
        forwarder.rules_changed.connect(lambda known: relay.use(*known))
        await self._stored(forwarder.open)
        self._server.relay = relay
        return forwarder

    def _connect(self, forwarder: Forwarder) -> None:
        """What arrives is looked at, what was found is told, and endpoint checks are answered by the same plan."""
        looker, server, doorbell = self.looker, self._server, self._doorbell

        def progressed(progress: Progress) -> None:
            doorbell.rechecking(path=progress.path, done=progress.done, total=progress.total)

        def trouble_changed(error: AppError | None) -> None:
            if error is None:
                doorbell.say("secrets", over=True)
            else:
                doorbell.say("secrets", code=error.code, message=error.message, hint=error.hint)

        forwarder.rules_changed.connect(lambda _: doorbell.say("forwards"))
        server.captured.connect(looker.wake)
        looker.plan_changed.connect(server.handshakes.use)
        looker.plan_changed.connect(server.scripts.use_plan)
        looker.looked.connect(doorbell.looked)
        looker.progressed.connect(progressed)
        looker.trouble_changed.connect(trouble_changed)
