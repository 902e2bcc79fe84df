"""Lists and searches: pages of rows, long searches in slices, what occurs, and the user's saved views.

A search gives way to the next one; counting gives way to nobody, for it has a thread of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import apsw

from garfio.core.capture import CaptureId, CaptureSummary
from garfio.core.query import parse
from garfio.core.query.match import reads_slowly
from garfio.engine.arrivals import Arrivals
from garfio.engine.groups import Groups
from garfio.engine.indexer import SearchIndexing
from garfio.engine.store import reading, scanning
from garfio.engine.store.reader import Reader
from garfio.engine.store.scanning import Slice
from garfio.engine.store.search_index import backlog

T = TypeVar("T")
P = ParamSpec("P")


def is_long(query: str) -> bool:
    """Whether a search takes long enough to be worth reading in slices. Raises QueryError."""
    return reads_slowly(parse(query).node)


class Searches:
    """Reads lists on one thread, searches on another, counts on a third."""

    def __init__(self, path: Path) -> None:
        self._lists = Reader(path, "store-lists")
        self._searches = Reader(path, "store-searches")
        self._counts = Reader(path, "store-counts")
        self.indexing = SearchIndexing(path, lambda: self.read(backlog))
        """The index that spares searches most captures, filled in the background."""
        self.arrivals = Arrivals(self._counts)
        """How much arrived when."""
        self.groups = Groups(self._counts)
        """The captures by provider, event type or delivery."""
        self._search: object = None
        self._closing = False

    async def close(self) -> None:
        """Let go of the database."""
        self._closing = True
        self._search = object()
        for reader in (self._lists, self._searches, self._counts):
            await reader.close()

    async def read(
        self, function: Callable[Concatenate[apsw.Connection, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> T:
        """The result of a short reading function."""
        return await self._lists.run(function, *args, **kwargs)

    async def page(
        self, query: str, before: CaptureId | None, after: CaptureId | None, limit: int
    ) -> list[CaptureSummary]:
        """Rows that match, newest first."""
        return await self._list(query, scanning.page, query, before=before, after=after, limit=limit)

    async def ids(self, query: str, before: CaptureId | None, limit: int | None) -> list[CaptureId]:
        """Ids that match, newest first."""
        return await self._list(query, scanning.ids, query, before=before, limit=limit)

    async def scan(self, query: str, last: Slice | None = None) -> Slice:
        """The next slice of a long search; None begins it. Raises QueryError."""
        mine = self._search = object()
        return await self._searches.run(scanning.scan, lambda: self._search is not mine, query, last)

    async def count(self, query: str, after: CaptureId, upto: CaptureId) -> int:
        """How many captures with ids over `after` up to `upto` match. Raises QueryError."""
        return await self._counts.run(scanning.count, lambda: self._closing, query, after, upto)

    async def occurring(self) -> dict[str, list[str]]:
        """Values that occur, by field, for completion."""
        return await self._counts.run(scanning.occurring)

    async def previous(self, of: CaptureSummary) -> CaptureId | None:
        """The capture before this one with the same path and event type."""
        return await self._lists.run(reading.previous_like, of.id)

    async def _list(
        self,
        query: str,
        function: Callable[Concatenate[apsw.Connection, P], list[T]],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> list[T]:
        """Run a reading function; a search gives way to the next one."""
        if not query.strip():
            return await self._lists.run(function, *args, **kwargs)
        self._search = query
        return await self._searches.run(
            reading.searching, lambda: self._search != query, lambda db: function(db, *args, **kwargs)
        )
