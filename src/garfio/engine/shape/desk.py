"""What the window asks of shapes: what drifted, what is known, and to learn anew."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from garfio.core.capture import CaptureId
from garfio.core.shape import Shape, ShapeChange
from garfio.engine.shape.schemas import SchemaDesk
from garfio.engine.slow import SlowWork
from garfio.engine.store import shapes
from garfio.engine.store.reader import Reader
from garfio.engine.store.shapes import KnownShape
from garfio.engine.store.writer import Writer


class ShapeDesk:
    """The shapes of one workspace."""

    def __init__(self, reader: Reader, writer: Callable[[], Writer], slow: SlowWork) -> None:
        self.schemas = SchemaDesk(reader, writer, slow)
        """What the payloads of endpoints are checked against."""
        self._reader = reader
        self._writer = writer

    async def all(self) -> list[KnownShape]:
        """Every event type of which something is known."""
        return await self._reader.run(shapes.known)

    async def shape(self, provider: str, event_type: str) -> Shape | None:
        """What is known of an event type; None when nothing is."""
        return await self._reader.run(shapes.shape, provider, event_type)

    async def drift(self, capture: CaptureId) -> tuple[ShapeChange, ...]:
        """In which ways a capture differed from what was known when it came."""
        return await self._reader.run(shapes.drift, capture)

    async def forget(self, provider: str, event_type: str) -> None:
        """Learn an event type anew, from the next delivery on."""
        await self._writer().run(partial(shapes.forget, provider=provider, event_type=event_type))
