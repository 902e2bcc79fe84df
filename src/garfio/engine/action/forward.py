"""Queues the capture for a target; the forwarder sends it, again until it is taken."""

from __future__ import annotations

from functools import partial

from garfio.core.action import Deed
from garfio.core.errors import AppError
from garfio.engine.action.tools import Tools
from garfio.engine.store import outbox, targets
from garfio.engine.store.runs import Outcome


async def perform(deed: Deed, tools: Tools) -> Outcome:
    """Done when it is in the queue; the attempts are in the capture's ledger."""
    place = deed.values["to"]
    try:
        await tools.reader.run(targets.place, place)
    except AppError as error:
        return Outcome("failed", error.code, str(error))
    await tools.writer.run(partial(outbox.queue_forward, capture=tools.capture, place=place))
    return Outcome("done", "", f"Queued for {place}.")
