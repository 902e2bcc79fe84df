"""The kinds of actions: one table, one small file for each.

A kind is data: its fields, and a pure function from their rendered values to a deed, which says completely what is
to be done and is what the outbox, the log and the dry run show. Doing it is `engine.action`'s.
"""

from __future__ import annotations

from garfio.core.action.append import APPEND
from garfio.core.action.chat import DISCORD, NTFY, SLACK, TEAMS
from garfio.core.action.email import EMAIL
from garfio.core.action.forward import FORWARD
from garfio.core.action.http import HTTP
from garfio.core.action.kind import ActionKind, Deed, Field
from garfio.core.action.mark import PIN, READ, TAG
from garfio.core.action.notification import NOTIFICATION
from garfio.core.action.program import PROGRAM
from garfio.core.action.publish import PUBLISH
from garfio.core.action.service import SERVICE

__all__ = ["ACTIONS", "ActionKind", "Deed", "Field"]

ACTIONS: dict[str, ActionKind] = {
    kind.name: kind
    for kind in (
        HTTP,
        EMAIL,
        SLACK,
        TEAMS,
        DISCORD,
        NTFY,
        NOTIFICATION,
        SERVICE,
        PUBLISH,
        PROGRAM,
        APPEND,
        FORWARD,
        TAG,
        PIN,
        READ,
    )
}
"""By name."""
