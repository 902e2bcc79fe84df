"""What came of sending one message."""

from __future__ import annotations

from dataclasses import dataclass

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
