"""One message on its way to one place, whoever carries it: what is known before, and what is seen of it meanwhile.

`exact` and `normal` say how it travels. Here is what both owe: the clock around it, and that a failure is a value.
"""

from __future__ import annotations

import ssl
import time
from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace

from garfio.core.attempt import Failure, Peer, Response, Timings
from garfio.core.http import Request
from garfio.core.outgoing import Outgoing
from garfio.core.target import Target
from garfio.engine.resend.connecting import FailedError
from garfio.engine.resend.own import OwnListener
from garfio.engine.resend.sent import Sent
from garfio.engine.resend.tls import Contexts


@dataclass(slots=True)
class Exchange(ABC):
    """One message and its answer."""

    outgoing: Outgoing
    target: Target
    own: OwnListener | None
    contexts: Contexts
    timings: Timings = field(default_factory=Timings)
    peer: Peer = field(default_factory=Peer)
    request_as_sent: Request | None = None
    """The message as it really left, where it is known only afterwards."""

    async def send(self) -> Sent:
        """Send and read the answer. Raises nothing of what the network does; CancelledError passes through."""
        began = time.monotonic_ns()
        try:
            outcome = await self.run()
        except FailedError as error:
            outcome = error.failure
        timings = replace(self.timings, total_us=since_us(began))
        return Sent(outcome, timings, self.peer, request=self.request_as_sent)

    @abstractmethod
    async def run(self) -> Response | Failure:
        """The way itself. Raises FailedError."""

    async def context(self) -> ssl.SSLContext | None:
        """What the connection is encrypted with; None for a plain one. Raises FailedError."""
        if not self.outgoing.address.tls:
            return None
        made = await self.contexts.get(self.target.tls)
        if isinstance(made, Failure):
            raise FailedError(made)
        return made

    def note_tls(self, session: ssl.SSLObject) -> None:
        """Keep what the two sides agreed on."""
        self.peer = replace(
            self.peer,
            tls_version=session.version() or "",
            tls_cipher=(session.cipher() or ("",))[0],
            unverified=self.outgoing.address.tls and not self.target.tls.verify,
        )


def since_us(began_ns: int) -> int:
    """Microseconds since `began_ns` of the monotonic clock."""
    return (time.monotonic_ns() - began_ns) // 1000
