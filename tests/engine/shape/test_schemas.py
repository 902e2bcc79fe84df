"""Schemas are kept for endpoints that there are, once they can be read; captures are checked against the right one."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from tests.factories import make_arrival, make_head

from garfio.core.capture import CaptureId
from garfio.core.endpoint import Endpoint
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.shape import SHAPE_LIMIT
from garfio.core.shape.conformance import SCHEMA_LIMIT
from garfio.engine.shape.schemas import SchemaDesk, schema_of_file
from garfio.engine.slow import SlowWork
from garfio.engine.store import endpoints
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import open_database
from garfio.engine.store.reader import Reader
from garfio.engine.store.schemas import KeptSchema
from garfio.engine.store.writer import Writer


@dataclass
class Setting:
    """A desk on a database with the endpoint /stripe."""

    desk: SchemaDesk
    writer: Writer

    async def store(self, body: bytes, event: str = "a.b") -> CaptureId:
        head = make_head(target=b"/stripe", fields=[(b"Content-Type", b"application/json")])
        arrival = make_arrival(request=Request(head, body), size=len(body))
        (number,) = await self.writer.run(lambda db: insert_arrivals(db, [arrival]))
        sql = "UPDATE captures SET endpoint = '/stripe', event_type = ? WHERE id = ?"
        await self.writer.run(lambda db: db.execute(sql, (event, number)).fetchall())
        return CaptureId(number)


@pytest_asyncio.fixture
async def now(db: Path) -> AsyncIterator[Setting]:
    """A setting."""
    open_database(db)
    writer, reader, slow = Writer(db, asyncio.get_running_loop()), Reader(db, "test-schemas"), SlowWork()
    await writer.run(lambda connection: endpoints.add_endpoint(connection, Endpoint("/stripe")))
    yield Setting(SchemaDesk(reader, lambda: writer, slow), writer)
    await writer.close()
    await reader.close()
    slow.close()


def schema(event: str = "", *required: str, path: str = "/stripe") -> KeptSchema:
    return KeptSchema(path, event, "file.json", json.dumps({"required": list(required)}))


async def test_an_event_has_its_own_or_that_of_all(now: Setting) -> None:
    """The schema of the event where there is one, else that of the endpoint; a change is told."""
    told: list[None] = []
    now.desk.changed.connect(told.append)
    number = await now.store(b'{"a": 1}')
    other = await now.store(b'{"a": 1}', "c.d")
    assert await now.desk.check(number) is None
    await now.desk.keep(schema("", "x"))
    await now.desk.keep(schema("a.b", "a"))
    assert [kept.event_type for kept in await now.desk.all("/stripe")] == ["", "a.b"]
    found, fallen = await now.desk.check(number), await now.desk.check(other)
    assert found is not None
    assert fallen is not None
    assert found.holds
    assert (fallen.holds, [fault.names for fault in fallen.faults]) == (False, [("x",)])
    await now.desk.remove("/stripe", "a.b")
    found = await now.desk.check(number)
    assert found is not None
    assert not found.holds
    assert len(told) == 3


async def test_a_body_without_a_document(now: Setting) -> None:
    """Neither JSON nor a form, or too long: it does not hold, and no place is named."""
    await now.desk.keep(schema())
    for body in (b"<xml/>", b"", b'{"a": "' + b"x" * SHAPE_LIMIT + b'"}'):
        found = await now.desk.check(await now.store(body))
        assert found is not None
        assert (found.holds, found.has_document, found.faults) == (False, False, ())


async def test_schemas_go_and_move_with_their_endpoint(now: Setting) -> None:
    await now.desk.keep(schema())
    await now.writer.run(lambda db: endpoints.change_endpoint(db, "/stripe", Endpoint("/pay")))
    assert [kept.path for kept in await now.desk.all()] == ["/pay"]
    await now.writer.run(lambda db: endpoints.remove_endpoint(db, "/pay"))
    assert await now.desk.all() == []


async def test_what_is_not_there(now: Setting) -> None:
    with pytest.raises(AppError) as caught:
        await now.desk.keep(schema(path="/nowhere"))
    assert caught.value.code == "endpoint.missing"
    with pytest.raises(AppError) as caught:
        await now.desk.remove("/stripe", "a.b")
    assert caught.value.code == "schema.missing"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"{", "schema.json"),
        (b"\xff{}", "file.read"),
        (b'{"type": 5}', "schema.invalid"),
        (b" " * (SCHEMA_LIMIT + 1), "schema.large"),
    ],
)
def test_a_file_that_is_no_schema(tmp_path: Path, content: bytes, code: str) -> None:
    file = tmp_path / "wrong.json"
    file.write_bytes(content)
    with pytest.raises(AppError) as caught:
        schema_of_file(file, "/stripe")
    assert caught.value.code == code


def test_a_file(tmp_path: Path) -> None:
    """With a byte order mark; what is kept is the text as it is."""
    file = tmp_path / "order.json"
    file.write_bytes(b'\xef\xbb\xbf{"type": "object"}')
    assert schema_of_file(file, "/shop", "x") == KeptSchema("/shop", "x", "order.json", '{"type": "object"}')
    with pytest.raises(AppError):
        schema_of_file(tmp_path / "missing.json", "/shop")
