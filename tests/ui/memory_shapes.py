"""Shapes of event types in memory."""

from __future__ import annotations

import asyncio

from garfio.core.capture import CaptureId
from garfio.core.shape import Shape, ShapeChange


class MemoryShapes:
    """What is known, and what drifted, as a test puts it there."""

    def __init__(self) -> None:
        self.known: dict[tuple[str, str], Shape] = {}
        self.drifts: dict[CaptureId, tuple[ShapeChange, ...]] = {}

    async def shape(self, provider: str, event_type: str) -> Shape | None:
        await asyncio.sleep(0)
        return self.known.get((provider, event_type))

    async def drift(self, capture: CaptureId) -> tuple[ShapeChange, ...]:
        await asyncio.sleep(0)
        return self.drifts.get(capture, ())

    async def forget(self, provider: str, event_type: str) -> None:
        await asyncio.sleep(0)
        self.known.pop((provider, event_type), None)
