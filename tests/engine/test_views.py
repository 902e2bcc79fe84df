"""Saved views are kept in order, and their counts follow what arrives."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from tests.factories import make_arrival

from garfio.core.errors import AppError
from garfio.engine.searches import Searches, is_long
from garfio.engine.store import marks
from garfio.engine.store.captures import ARRIVALS
from garfio.engine.store.database import open_database
from garfio.engine.store.writer import Writer
from garfio.engine.views import SavedView, Views


class Store:
    """Views on a new database."""

    def __init__(self, path: Path) -> None:
        self.writer = Writer(path, asyncio.get_running_loop())
        self.searches = Searches(path)
        self.views = Views(self.searches, lambda: self.writer)

    async def receive(self, target: bytes) -> None:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.writer.submit(ARRIVALS, make_arrival(target=target), lambda *_: done.set_result(None))
        await done


@pytest_asyncio.fixture
async def store(db: Path) -> AsyncIterator[Store]:
    open_database(db)
    store = Store(db)
    yield store
    await store.searches.close()
    await store.writer.close()


async def test_views_are_kept(store: Store) -> None:
    """Two were saved, one was changed and one removed; the order and the names are kept."""
    told: list[None] = []
    store.views.changed.connect(told.append)
    await store.views.save("Orders", "path:/shop")
    await store.views.save("  Large   ones ", "size>1mb")
    await store.views.save("Shop", "path:/shop/*", instead_of="Orders")
    assert await store.views.all() == [SavedView("Shop", "path:/shop/*"), SavedView("Large ones", "size>1mb")]
    await store.views.remove("Shop")
    assert [view.name for view in await store.views.all()] == ["Large ones"]
    assert len(told) == 4


@pytest.mark.parametrize(
    ("name", "query", "code"),
    [
        ("", "path:/x", "view.name"),
        ("orders", "path:/x", "view.exists"),
        ("New", "no:x", "query.unknown_field"),
    ],
)
async def test_what_cannot_be_saved(store: Store, name: str, query: str, code: str) -> None:
    """A view without a name, with one that is taken, or with a wrong query is refused."""
    await store.views.save("Orders", "path:/shop")
    with pytest.raises(AppError) as caught:
        await store.views.save(name, query)
    assert caught.value.code == code


async def test_counts_follow(store: Store) -> None:
    """Captures arrived and one was deleted; the count is right after each."""
    await store.receive(b"/a")
    await store.receive(b"/b")
    assert await store.views.count("path:/a") == 1
    await store.receive(b"/a")
    assert await store.views.count("path:/a") == 2
    await store.writer.run(
        lambda db: marks.hide(db, marks.begin_deletion(db, everything=False, purge_after_us=2**60), [1])
    )
    store.views.forget_counts()
    assert await store.views.count("path:/a") == 1


async def test_scanning_through_the_searches(store: Store) -> None:
    """A body was searched; the one slice holds the match, and a field alone needs no slices."""
    await store.receive(b"/a")
    part = await store.searches.scan("hook OR localhost")
    assert (part.ids, part.is_last) == ([1], True)
    assert is_long("word")
    assert is_long("-(path:/a body.x:1)")
    assert is_long("path~^/a")
    assert is_long("target:e")
    assert is_long("peer:é")
    assert not is_long("peer:e path:/é")
    assert not is_long("path:/a is:unread")
