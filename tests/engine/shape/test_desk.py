"""What the window asks of shapes, on a real store."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.factories import make_arrival

from garfio.core.capture import CaptureId
from garfio.core.shape import Shape, ShapeChange
from garfio.engine.shape.desk import ShapeDesk
from garfio.engine.slow import SlowWork
from garfio.engine.store import shapes
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import open_database
from garfio.engine.store.reader import Reader
from garfio.engine.store.shapes import KnownShape, Lesson
from garfio.engine.store.writer import Writer


async def test_known_drifted_forgotten(db: Path) -> None:
    open_database(db)
    writer, reader = Writer(db, asyncio.get_running_loop()), Reader(db, "test-shapes")
    slow = SlowWork()
    desk = ShapeDesk(reader, lambda: writer, slow)
    try:
        shape = Shape()
        shape.learn({"a": 1})
        known = KnownShape("stripe", "a.b", 1)
        change = ShapeChange("missing", ("items", None, "n"), ("items", 3), ("number",))
        lesson = Lesson(0, 1, 0, ((known, shape.to_json()),), ((1, (change,)),))
        await writer.run(lambda connection: insert_arrivals(connection, [make_arrival()]))
        assert await writer.run(lambda connection: shapes.record(connection, [lesson])) == [True]
        assert await desk.all() == [known]
        assert await desk.drift(CaptureId(1)) == (change,)
        found = await desk.shape("stripe", "a.b")
        assert found is not None
        assert found.root == shape.root
        await desk.forget("stripe", "a.b")
        assert await desk.all() == []
        assert await desk.shape("stripe", "a.b") is None
    finally:
        await writer.close()
        await reader.close()
        slow.close()
