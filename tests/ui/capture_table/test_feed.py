"""Tests of the feed: what the list holds after loading, news, holding, changes and removals."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.ui.bridge import Bridge
from garfio.ui.capture_table.feed import CaptureFeed
from garfio.ui.capture_table.model import CaptureTableModel
from tests.ui.drive import wait_until
from tests.ui.memory_workspace import MemoryWorkspace, make_request


class Bench:
    """A feed with what it needs."""

    def __init__(self, workspace: MemoryWorkspace) -> None:
        self.workspace = workspace
        self.tasks = Tasks()
        self.bridge = Bridge(workspace)
        self.model = CaptureTableModel()
        self.feed = CaptureFeed(workspace, self.bridge, self.tasks, self.model)

    def ids(self) -> list[int]:
        return self.model.ids_between(0, self.model.rowCount())

    async def load(self, query: str = "") -> None:
        self.feed.load(query)
        await wait_until(lambda: self.feed.loaded and self.feed.complete)


@pytest.fixture
def bench(workspace: MemoryWorkspace) -> Bench:
    return Bench(workspace)


async def test_the_first_page_comes_before_the_rest(bench: Bench) -> None:
    """With more rows than a page, a page of summaries is there first; then the ids of all."""
    for _ in range(1000):
        bench.workspace._store(make_request())
    shown: list[int] = []
    bench.feed.extent_changed.connect(lambda: shown.append(bench.model.rowCount()))
    await bench.load()
    assert shown[0] == 200
    assert bench.ids() == list(range(1000, 0, -1))
    assert bench.workspace.reads.count("page") == 1


async def test_news_come_in_at_the_top(bench: Bench) -> None:
    """A capture that arrives is the first row, without another page being read."""
    bench.workspace.receive()
    await bench.load()
    for _ in range(5):
        bench.workspace.receive()
    await wait_until(lambda: bench.model.rowCount() == 6)
    assert bench.ids() == [6, 5, 4, 3, 2, 1]
    assert bench.workspace.reads.count("page") == 1


async def test_more_news_than_one_read_holds_leave_no_gap(bench: Bench) -> None:
    """Twelve hundred arrivals between two readings are all there, once each and in order."""
    await bench.load()
    for _ in range(1200):
        bench.workspace.receive()
    await wait_until(lambda: bench.model.rowCount() == 1200)
    assert bench.ids() == list(range(1200, 0, -1))


async def test_held_news_wait_and_are_let_in(bench: Bench) -> None:
    """While held, rows stay as they are and news are counted; then all come in."""
    bench.workspace.receive()
    await bench.load()
    bench.feed.set_held(True)
    for _ in range(12):
        bench.workspace.receive()
    await wait_until(lambda: bench.feed.pending == 12)
    assert bench.ids() == [1]
    bench.feed.set_held(False)
    assert bench.ids() == list(range(13, 0, -1))
    assert bench.feed.pending == 0


async def test_only_matching_news_come_in(bench: Bench) -> None:
    """With a query in force, arrivals that do not match stay out."""
    await bench.load("method:GET")
    bench.workspace.receive(make_request(method="GET"))
    bench.workspace.receive(make_request(method="POST"))
    bench.workspace.receive(make_request(method="GET"))
    await wait_until(lambda: bench.model.rowCount() == 2)
    assert bench.ids() == [3, 1]


async def test_a_query_that_fails_leaves_the_rows(bench: Bench) -> None:
    """An error of the query is told with its position; the list stays."""
    bench.workspace.receive()
    await bench.load()
    errors: list[AppError] = []
    bench.feed.query_failed.connect(errors.append)
    bench.feed.load("bad:x")
    await wait_until(lambda: errors)
    assert errors[0].fields["position"] == 0
    assert bench.ids() == [1]
    assert bench.feed.query == ""


async def test_a_late_result_of_an_earlier_query_is_dropped(bench: Bench) -> None:
    """Two searches one after the other: only the rows of the second are shown."""
    bench.workspace.receive(make_request(method="GET"))
    bench.workspace.receive(make_request(method="POST"))
    gate = asyncio.Event()
    page = bench.workspace.page

    async def slow_first(query: str = "", before: CaptureId | None = None, limit: int = 200) -> list[object]:
        rows = await page(query, before, limit)
        if query == "method:GET":
            await gate.wait()
        return rows

    bench.workspace.page = slow_first  # type: ignore[method-assign,assignment]
    bench.feed.load("method:GET")
    await asyncio.sleep(0)
    bench.feed.load("method:POST")
    await wait_until(lambda: bench.feed.query == "method:POST")
    gate.set()
    await wait_until(lambda: len(bench.tasks) == 0)
    assert bench.ids() == [2]


async def test_a_reload_during_a_reading_of_news_brings_nothing_twice(bench: Bench) -> None:
    """News that were being read when the list was read anew are dropped: every row is there once."""
    bench.workspace.receive()
    await bench.load()
    gate = asyncio.Event()
    newer = bench.workspace.newer

    async def slow(after: CaptureId, query: str = "", limit: int = 500) -> list[object]:
        rows = await newer(after, query, limit)
        await gate.wait()
        return rows

    bench.workspace.newer = slow  # type: ignore[method-assign,assignment]
    for _ in range(3):
        bench.workspace.receive()
    await wait_until(lambda: bench.workspace.reads.count("newer") == 1)
    bench.workspace.removed.emit(None)
    await wait_until(lambda: bench.model.rowCount() == 4)
    gate.set()
    await wait_until(lambda: len(bench.tasks) == 0)
    assert bench.ids() == [4, 3, 2, 1]


async def test_news_during_a_search_are_not_lost(bench: Bench) -> None:
    """What arrives while a search is being read is there afterwards."""
    await bench.load()
    bench.feed.load("method:POST")
    bench.workspace.receive()
    await wait_until(lambda: bench.model.rowCount() == 1 and len(bench.tasks) == 0)
    bench.feed.load("bad:x")
    bench.workspace.receive()
    await wait_until(lambda: bench.model.rowCount() == 2)
    assert bench.ids() == [2, 1]


async def test_changed_marks_are_read_again(bench: Bench) -> None:
    """A row whose mark changed is shown with it."""
    number = bench.workspace.receive()
    await bench.load()
    await bench.workspace.set_pinned([number], True)
    pinned: Callable[[], bool] = lambda: bool((row := bench.model.summary(number)) and row.pinned)  # noqa: E731
    await wait_until(pinned)


async def test_deleted_rows_leave_the_list_and_what_waits(bench: Bench) -> None:
    """Deleting takes shown and waiting rows away."""
    for _ in range(3):
        bench.workspace.receive()
    await bench.load()
    bench.feed.set_held(True)
    waiting = bench.workspace.receive()
    await wait_until(lambda: bench.feed.pending == 1)
    await bench.workspace.delete([CaptureId(2), waiting])
    assert bench.ids() == [3, 1]
    assert bench.feed.pending == 0


async def test_rows_looked_at_get_their_summaries(bench: Bench) -> None:
    """Looking at rows far down reads their summaries in one go."""
    for _ in range(1000):
        bench.workspace._store(make_request())
    await bench.load()
    assert bench.model.summary_at(900) is None
    bench.feed.look_at(890, 920)
    await wait_until(lambda: bench.model.summary_at(900) is not None)
    assert bench.workspace.reads.count("summaries") == 1
