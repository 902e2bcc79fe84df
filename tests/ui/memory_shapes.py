"""Shapes and schemas in memory, with the real checking."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping

from garfio.core.capture import Capture, CaptureId
from garfio.core.shape import Shape, ShapeChange
from garfio.engine.shape.schemas import Conformance, check
from garfio.engine.signal import Signal
from garfio.engine.store.schemas import KeptSchema
from garfio.engine.store.shapes import KnownShape


class MemorySchemas:
    """What is checked against what."""

    def __init__(self, captures: Callable[[], Mapping[CaptureId, Capture]]) -> None:
        self.changed: Signal[None] = Signal()
        self.kept: dict[tuple[str, str], KeptSchema] = {}
        self._captures = captures

    async def all(self, path: str | None = None) -> list[KeptSchema]:
        await asyncio.sleep(0)
        return [schema for schema in self.kept.values() if path in (None, schema.path)]

    async def check(self, capture: CaptureId) -> Conformance | None:
        await asyncio.sleep(0)
        found = self._captures()[capture]
        row = found.summary
        schema = self.kept.get((row.endpoint, row.event_type)) or self.kept.get((row.endpoint, ""))
        return check(found.request.head, found.request.body, schema) if schema else None

    async def keep(self, schema: KeptSchema) -> None:
        await asyncio.sleep(0)
        self.kept[schema.path, schema.event_type] = schema
        self.changed.emit(None)

    async def remove(self, path: str, event_type: str) -> None:
        await asyncio.sleep(0)
        del self.kept[path, event_type]
        self.changed.emit(None)


class MemoryShapes:
    """What is known, and what drifted, as a test puts it there."""

    def __init__(self, captures: Callable[[], Mapping[CaptureId, Capture]]) -> None:
        self.known: dict[tuple[str, str], Shape] = {}
        self.drifts: dict[CaptureId, tuple[ShapeChange, ...]] = {}
        self.schemas = MemorySchemas(captures)

    async def all(self) -> list[KnownShape]:
        await asyncio.sleep(0)
        return [KnownShape(*key, shape.deliveries) for key, shape in self.known.items()]

    async def shape(self, provider: str, event_type: str) -> Shape | None:
        await asyncio.sleep(0)
        return self.known.get((provider, event_type))

    async def drift(self, capture: CaptureId) -> tuple[ShapeChange, ...]:
        await asyncio.sleep(0)
        return self.drifts.get(capture, ())

    async def forget(self, provider: str, event_type: str) -> None:
        await asyncio.sleep(0)
        self.known.pop((provider, event_type), None)
