"""The user's saved views: queries by name, kept in the database, with counts that follow what arrives.

A view is counted once in full, beside everything else, and from then on only what is new; a change of marks
or a deletion counts it again.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import apsw

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.query import parse
from garfio.engine.searches import Searches
from garfio.engine.signal import Signal
from garfio.engine.store import reading
from garfio.engine.store.writer import Writer

MOST_VIEWS = 200
_LONGEST_NAME = 80
_MOVING = ("age", "received", "time")
"""What makes a query's results change while nothing happens."""
_STALE_S = 30.0


@dataclass(frozen=True, slots=True)
class SavedView:
    """A query by name."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class _Counted:
    count: int = 0
    upto: int = 0
    at_s: float = 0.0
    """When it was counted in full, on the monotonic clock."""


def stored_views(connection: apsw.Connection) -> list[SavedView]:
    """All saved views in the user's order."""
    rows = connection.execute("SELECT name, query FROM views ORDER BY position, name")
    return [SavedView(str(name), str(query)) for name, query in rows]


def write_views(connection: apsw.Connection, views: Sequence[SavedView]) -> None:
    """Put `views` in the place of all that are stored."""
    connection.execute("DELETE FROM views")
    connection.executemany(
        "INSERT INTO views(name, query, position) VALUES(?, ?, ?)",
        ((view.name, view.query, at) for at, view in enumerate(views)),
    )


class Views:
    """Saved views and counts of queries."""

    def __init__(self, searches: Searches, writer: Callable[[], Writer]) -> None:
        self.changed: Signal[None] = Signal()
        """A view was saved, renamed or removed."""
        self._searches = searches
        self._writer = writer
        self._counted: dict[str, _Counted] = {}

    async def all(self) -> list[SavedView]:
        """All saved views in the user's order."""
        return await self._searches.read(stored_views)

    async def save(self, name: str, query: str, instead_of: str = "") -> None:
        """Keep a query under a name, in the place of another view if given.

        Raises QueryError for a query that cannot be understood and AppError `view.…` for the name.
        """
        name = " ".join(name.split())
        parse(query)
        if not name or len(name) > _LONGEST_NAME:
            raise AppError("view.name", f"A view needs a name of at most {_LONGEST_NAME} characters.")
        views = await self.all()
        if name != instead_of and any(view.name.casefold() == name.casefold() for view in views):
            raise AppError("view.exists", f"There is a view named {name} already.", name=name)
        saved = SavedView(name, query.strip())
        if any(view.name == instead_of for view in views):
            views = [saved if view.name == instead_of else view for view in views]
        elif len(views) >= MOST_VIEWS:
            raise AppError("view.many", f"There can be {MOST_VIEWS} saved views at most.", most=MOST_VIEWS)
        else:
            views.append(saved)
        await self._write(views)

    async def remove(self, name: str) -> None:
        """Forget a view."""
        await self._write([view for view in await self.all() if view.name != name])

    async def count(self, query: str) -> int:
        """How many captures match; after the first time only what is new is looked at. Raises QueryError."""
        newest = await self._searches.read(reading.newest_id)
        now = time.monotonic()
        known = self._counted.get(query, _Counted(at_s=now))
        if now - known.at_s > _STALE_S and any(word in query for word in _MOVING):
            known = _Counted(at_s=now)
        if newest > known.upto:
            found = await self._searches.count(query, CaptureId(known.upto), newest)
            known = replace(known, count=known.count + found, upto=int(newest))
            self._counted[query] = known
        return known.count

    def forget_counts(self) -> None:
        """Count everything anew the next time: something other than an arrival has happened."""
        self._counted.clear()

    async def _write(self, views: Sequence[SavedView]) -> None:
        await self._writer().run(lambda db: write_views(db, views))
        self.changed.emit(None)
