"""Sending one message to a target, as the target wants it, and what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from importlib import import_module

from garfio.core.outgoing import Outgoing
from garfio.core.target import Target
from garfio.engine.resend import exact, normal
from garfio.engine.resend.own import OwnListener
from garfio.engine.resend.redirects import Agreed, follow
from garfio.engine.resend.sent import Course, Sent
from garfio.engine.resend.tls import Contexts


async def _nowhere_else(_host: str) -> bool:
    return False


class Sender:
    """Sends messages, each over a connection of its own; any number at a time."""

    def __init__(
        self, own: Callable[[], OwnListener | None] = lambda: None, agreed: Agreed = _nowhere_else
    ) -> None:
        """`agreed` says to which hosts a redirect may lead."""
        self._own = own
        self._agreed = agreed
        self._contexts = Contexts()

    async def send(self, outgoing: Outgoing, target: Target, course: Course | None = None) -> Sent:
        """Send and read the answer. Raises nothing of what the network does; CancelledError passes through, and
        `course` has then what went before."""
        if not target.follow:
            return await self._send(outgoing, target)
        return await follow(self._send, outgoing, target, self._agreed, course or Course())

    async def _send(self, outgoing: Outgoing, target: Target) -> Sent:
        if target.sending == "exact":
            return await exact.send_exactly(outgoing, target, self._own(), self._contexts)
        # Loading the client takes longer than a frame of the window, and few ever need it.
        await asyncio.to_thread(import_module, "aiohttp")
        return await normal.send_normally(outgoing, target, self._own(), self._contexts)
