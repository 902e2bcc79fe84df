"""Doing what a deed says: one function for each kind of deed, one small file for each of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from garfio.core.action import Deed
from garfio.engine.action import append, email, forward, http, mark, notification, program, publish, service
from garfio.engine.action.tools import Tools
from garfio.engine.store.runs import Outcome

__all__ = ["PERFORMERS", "Tools", "perform"]

PERFORMERS: dict[str, Callable[[Deed, Tools], Awaitable[Outcome]]] = {
    "http": http.perform,
    "email": email.perform,
    "notification": notification.perform,
    "service": service.perform,
    "publish": publish.perform,
    "program": program.perform,
    "append": append.perform,
    "forward": forward.perform,
    "tag": mark.add_tags,
    "pin": mark.pin,
    "read": mark.mark_read,
}
"""By the deed's kind."""


async def perform(deed: Deed, tools: Tools) -> Outcome:
    """Do it once. Failures of the outside world are outcomes; CancelledError passes through."""
    performer = PERFORMERS.get(deed.kind)
    if performer is None:
        return Outcome("failed", "action.kind", f"There is no action {deed.kind!r}.")
    return await performer(deed, tools)
