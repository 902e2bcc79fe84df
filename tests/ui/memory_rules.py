"""A workspace in memory has no rules; what they do is tested on the engine itself, in tests/ui/rules."""

from __future__ import annotations

import asyncio
from typing import Any

from garfio.core.capture import CaptureId
from garfio.core.rule import Rule
from garfio.engine.action.tools import Notice
from garfio.engine.signal import Signal
from garfio.engine.store.run_log import RunRecord


class MemoryRules:
    """What the window asks of rules without being asked itself."""

    def __init__(self) -> None:
        self.changed: Signal[None] = Signal()
        self.ran: Signal[frozenset[CaptureId]] = Signal()
        self.noticed: Signal[Notice] = Signal()

    async def all(self) -> list[Rule]:
        await asyncio.sleep(0)
        return []

    async def log(self, _rule: str | None = None, **_filters: Any) -> list[RunRecord]:
        await asyncio.sleep(0)
        return []
