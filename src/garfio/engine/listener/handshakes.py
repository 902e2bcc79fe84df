"""Endpoint checks of providers, answered for the user: by data of the catalogue, for endpoints that name a provider.

A check is stored like every other request, and answered only then. An answer that would need a secret we lack is
the ordinary one.
"""

from __future__ import annotations

import time

from garfio.core import signature
from garfio.core.http import Request, target_path
from garfio.core.reply import Reply
from garfio.core.wire import Head
from garfio.engine import verification

BODY_LIMIT = 16 * 1024
"""Bytes; checks are short, and a longer body is not looked into before the answer. Events that want a certain answer
are not short: theirs is looked into as long as it is in memory."""


class Handshakes:
    """Knows which endpoints have a check."""

    def __init__(self) -> None:
        self._plan: verification.Plan | None = None
        self._providers: dict[str, signature.Provider] = {}
        self._of_events: set[str] = set()
        """Paths where events too want a certain answer."""

    def use(self, plan: verification.Plan) -> None:
        """Answer by this plan from now on."""
        self._plan = plan
        found = {endpoint.path: plan.provider(endpoint.provider) for endpoint in plan.endpoints}
        self._providers = {path: entry for path, entry in found.items() if entry and entry.handshakes}
        self._of_events = {
            path
            for path, entry in self._providers.items()
            if any(check.for_event for check in entry.handshakes)
        }

    def answer(self, head: Head, body: bytes) -> Reply | None:
        """The answer to a check; None for every other request."""
        if self._plan is None or not self._providers:
            return None
        path = target_path(head.target)
        endpoint = self._plan.endpoint(path)
        provider = self._providers.get(endpoint.path) if endpoint else None
        if endpoint is None or provider is None:
            return None
        if len(body) > BODY_LIMIT and endpoint.path not in self._of_events:
            return None
        return signature.handshake(
            Request(head.raw, body),
            provider,
            self._plan.secrets_for(path, endpoint),
            public_url=endpoint.public_url or None,
            now_unix=time.time(),
        )
