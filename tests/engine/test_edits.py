"""Edits are kept by name, apart from the capture that they were made of."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from tests.factories import make_arrival

from garfio.core.capture import CaptureId
from garfio.core.edit import edited_request
from garfio.core.errors import AppError
from garfio.core.headers import Headers
from garfio.engine.edits import Edits
from garfio.engine.store.captures import ARRIVALS
from garfio.engine.store.database import open_database
from garfio.engine.store.reader import Reader
from garfio.engine.store.writer import Writer

REQUEST = edited_request("PUT", b"/x?a=\xff", Headers([(b"X-A", b"caf\xe9"), (b"x-a", b"")]), b"\x00\xff")
ONE = CaptureId(1)


class Store:
    """Edits in a new database."""

    def __init__(self, path: Path) -> None:
        self.writer = Writer(path, asyncio.get_running_loop())
        self.reader = Reader(path)
        self.edits = Edits(self.reader, lambda: self.writer)


@pytest_asyncio.fixture
async def store(db: Path) -> AsyncIterator[Store]:
    open_database(db)
    store = Store(db)
    yield store
    await store.reader.close()
    await store.writer.close()


async def test_edits_are_kept(store: Store) -> None:
    """One was saved, renamed, saved over and removed; its bytes are exact, and each deed is told."""
    told: list[None] = []
    store.edits.changed.connect(told.append)
    assert await store.edits.save("  larger   amount ", ONE, REQUEST, "resign") == "larger amount"
    edit = await store.edits.get("Larger Amount")
    assert (edit.name, edit.capture, edit.signature) == ("larger amount", ONE, "resign")
    assert edit.request == REQUEST
    assert await store.edits.rename("larger amount", "Larger amount") == "Larger amount"
    await store.edits.save("Larger amount", CaptureId(2), REQUEST, "keep", replace=True)
    assert [(one.name, one.capture) for one in await store.edits.all()] == [("Larger amount", 2)]
    await store.edits.remove("Larger amount")
    assert await store.edits.all() == []
    assert len(told) == 4


async def test_an_edit_outlives_its_capture(store: Store) -> None:
    """The capture was purged; the edit of it is still there."""
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
    store.writer.submit(ARRIVALS, make_arrival(target=b"/a"), lambda *_: done.set_result(None))
    await done
    await store.edits.save("kept", ONE, REQUEST, "keep")
    await store.writer.run(lambda connection: connection.execute("DELETE FROM captures").fetchall())
    assert (await store.edits.get("kept")).request == REQUEST


async def test_names(store: Store) -> None:
    """Names that are empty, too long, taken or gone were given; each is refused, and nothing is lost."""
    await store.edits.save("a", ONE, REQUEST, "keep")
    await store.edits.save("b", ONE, REQUEST, "keep")
    for work, code in (
        (store.edits.save("  ", ONE, REQUEST, "keep"), "edit.name"),
        (store.edits.save("x" * 81, ONE, REQUEST, "keep"), "edit.name"),
        (store.edits.save("A", ONE, REQUEST, "keep"), "edit.exists"),
        (store.edits.rename("a", "B"), "edit.exists"),
        (store.edits.rename("c", "d"), "edit.missing"),
        (store.edits.get("c"), "edit.missing"),
    ):
        with pytest.raises(AppError) as caught:
            await work
        assert caught.value.code == code
    assert [one.name for one in await store.edits.all()] == ["a", "b"]
