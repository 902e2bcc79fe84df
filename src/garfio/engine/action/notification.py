"""Hands a notification to whoever shows it: the window, the terminal, or the desktop's own command."""

from __future__ import annotations

from garfio.core.action import Deed
from garfio.engine.action.tools import Notice, Tools
from garfio.engine.store.runs import Outcome


async def perform(deed: Deed, tools: Tools) -> Outcome:
    """Done once it has been handed on."""
    values = deed.values
    await tools.notify(Notice(tools.capture, tools.rule, values["title"], values["text"], values["sound"]))
    return Outcome()
