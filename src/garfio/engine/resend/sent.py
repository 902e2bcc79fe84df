"""What came of sending one message."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from garfio.core.attempt import Failure, Hop, Peer, Response, Timings
from garfio.core.http import Request


@dataclass(frozen=True, slots=True)
class Sent:
    """The outcome, and how it came about."""

    outcome: Response | Failure
    timings: Timings
    """Those of the last place; `total_us` covers all."""
    peer: Peer
    hops: tuple[Hop, ...] = ()
    """Redirects that were followed."""
    stopped: str = ""
    """Why a redirect was not followed, a key of `core.redirect.STOPS`."""
    request: Request | None = None
    """The message as it really left, where it is known only afterwards."""


@dataclass(slots=True)
class Course:
    """How far a send has come: what is left to record when it is cancelled."""

    began_ns: int = field(default_factory=time.monotonic_ns)
    hops: list[Hop] = field(default_factory=list)
    """Redirects that were followed so far."""
    request: Request | None = None
    """The first message as it really left, once that is known."""

    @property
    def cancelled(self) -> Sent:
        """What came of it, when it ends here."""
        timings = Timings(total_us=(time.monotonic_ns() - self.began_ns) // 1000)
        return Sent(Failure("cancelled"), timings, Peer(), hops=tuple(self.hops), request=self.request)
