"""Marks on the capture."""

from __future__ import annotations

from functools import partial

import apsw

from garfio.core.action import Deed
from garfio.engine.action.tools import Tools
from garfio.engine.store import marks
from garfio.engine.store.runs import Outcome


async def add_tags(deed: Deed, tools: Tools) -> Outcome:
    """Add tags to those that it has."""

    def add(connection: apsw.Connection) -> None:
        row = connection.execute("SELECT tags FROM captures WHERE id = ?", (tools.capture,)).fetchone()
        if row is not None:
            marks.set_tags(connection, [tools.capture], [*str(row[0]).split(), *deed.values["tags"]])

    await tools.writer.run(add)
    return Outcome()


async def pin(_deed: Deed, tools: Tools) -> Outcome:
    """Pin it."""
    await tools.writer.run(partial(marks.set_pinned, ids=[tools.capture], pinned=True))
    return Outcome()


async def mark_read(_deed: Deed, tools: Tools) -> Outcome:
    """Mark it as read."""
    await tools.writer.run(partial(marks.set_unread, ids=[tools.capture], unread=False))
    return Outcome()
