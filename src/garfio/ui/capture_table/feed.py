"""Fills the list from the workspace: first page, older ids in the background, news, and the summaries looked
at.

One read at a time of each sort; a result that belongs to an earlier query is dropped. While the list is held
(scrolled away from the top, or paused) news are counted and kept aside, so that no row moves under the
pointer.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from garfio.core.capture import CaptureId, CaptureSummary
from garfio.core.errors import AppError
from garfio.engine.searches import is_long
from garfio.engine.store.scanning import Slice
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge
from garfio.ui.capture_table.model import CaptureTableModel

_PAGE = 200
_IDS_PAGE = 20_000
_NEWS = 500
_MARGIN = 60
"""Rows read beyond each edge of what is looked at."""


class CaptureFeed(QObject):
    """Keeps a model in step with the workspace for one query at a time."""

    query_failed = Signal(object)
    """The AppError of a query that cannot be understood; the rows stay as they were."""
    query_applied = Signal(str)
    """The rows now are those of this query."""
    pending_changed = Signal(int)
    """How many new rows wait while the list is held."""
    extent_changed = Signal()
    """The number of rows, or whether all have been counted, may have changed."""
    scanned = Signal(float, int)
    """How much a long search has looked through, 0 to 1, and how many it has found; 1 is its end."""

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        tasks: Tasks,
        model: CaptureTableModel,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._model = model
        self._query = ""
        self._generation = 0
        self._seen = CaptureId(0)
        self._newest = CaptureId(0)
        self._pulling = False
        self._loading = False
        self._scanning = False
        self._held = False
        self._pending: list[CaptureId] = []  # ascending
        self._pending_rows: dict[CaptureId, CaptureSummary] = {}
        self._wanted: tuple[int, int] | None = None
        self._looking = False
        self.loaded = False
        self.complete = False
        self.stopped = False
        """True when a long search was ended before it had looked at everything."""
        bridge.arrived.connect(self._on_arrived)
        bridge.changed.connect(self._on_changed)
        bridge.removed.connect(self._on_removed)

    @property
    def query(self) -> str:
        """The query whose rows are shown."""
        return self._query

    @property
    def pending(self) -> int:
        """How many new rows wait."""
        return len(self._pending)

    @property
    def held(self) -> bool:
        """True while news are kept aside."""
        return self._held

    @property
    def is_settled(self) -> bool:
        """True when nothing is being read."""
        busy = self._loading or self._scanning or self._pulling or self._looking
        return self.loaded and not busy

    def load(self, query: str = "") -> None:
        """Show the rows of `query` from the newest on."""
        self._generation += 1
        self._end_scan()
        self._loading = True
        self._tasks.spawn(self._load(query, self._generation), name="list.load")

    def stop_scan(self) -> None:
        """End a long search; what it has found stays."""
        if self._scanning:
            self._generation += 1
            self.complete = self.stopped = True
            self._end_scan()
            self.extent_changed.emit()

    def set_held(self, held: bool) -> None:
        """Keep news aside, or let those that wait in."""
        self._held = held
        if not held:
            self._release()

    def look_at(self, first: int, last: int) -> None:
        """Say which rows are on the screen, so that their summaries are read."""
        self._wanted = (first, last)
        if not self._looking and self._model.missing_between(first, last):
            self._looking = True
            self._tasks.spawn(self._look(), name="list.summaries")

    def _on_arrived(self, newest: CaptureId) -> None:
        self._newest = max(self._newest, newest)
        self._pull_soon()

    def _pull_soon(self) -> None:
        # A search gives way to the next one: reading the old query's news would end the new query's page.
        if self._newest > self._seen and self.loaded and not self._pulling and not self._loading:
            self._pulling = True
            self._tasks.spawn(self._pull(), name="list.news")

    def _on_changed(self, ids: frozenset[CaptureId] | None) -> None:
        known = self._model.known_ids() + list(self._pending_rows)
        if ids is not None:
            known = [number for number in known if number in ids]
        if known:
            self._tasks.spawn(self._read_again(known), name="list.changed")

    def _on_removed(self, ids: frozenset[CaptureId] | None) -> None:
        if ids is None:
            self.load(self._query)
            return
        self._pending = [number for number in self._pending if number not in ids]
        self._model.remove(ids)
        self.pending_changed.emit(len(self._pending))
        self.extent_changed.emit()

    async def _load(self, query: str, generation: int) -> None:
        try:
            if is_long(query):
                await self._scan(query, generation)
                return
            rows = await self._workspace.page(query, None, _PAGE)
        except AppError as error:
            if generation == self._generation:
                self._loading = False
                self.query_failed.emit(error)
                self._pull_soon()
            return
        if generation != self._generation:
            return
        self._begin(query, rows, rows[0].id if rows else CaptureId(0), complete=len(rows) < _PAGE)
        before = rows[-1].id if rows else None
        while not self.complete:
            ids = await self._workspace.ids(query, before, _IDS_PAGE)
            if generation != self._generation:
                return
            self._model.append_older(ids)
            self.complete = len(ids) < _IDS_PAGE
            before = ids[-1] if ids else before
            self.extent_changed.emit()

    async def _scan(self, query: str, generation: int) -> None:
        """A search that reads messages: what is found comes slice by slice. Raises AppError for the query."""
        part: Slice | None = None
        while part is None or not part.is_last:
            first = part is None
            part = await self._workspace.searches.scan(query, part)
            if generation != self._generation:
                return
            if first:
                self._scanning = not part.is_last
                self._begin(query, [], part.newest, complete=part.is_last)
            self._model.append_older(part.ids)
            self.complete = part.is_last
            self.scanned.emit(part.part, self._model.rowCount())
            self.extent_changed.emit()
        self._scanning = False

    def _begin(self, query: str, rows: Sequence[CaptureSummary], seen: CaptureId, *, complete: bool) -> None:
        """The first rows of another query are there."""
        self._loading = False
        self._query = query
        self._clear_pending()
        self._model.reset(rows)
        self._seen = seen
        self.loaded, self.complete, self.stopped = True, complete, False
        self.query_applied.emit(query)
        self.extent_changed.emit()
        self._pull_soon()

    def _end_scan(self) -> None:
        if self._scanning:
            self._scanning = False
            self.scanned.emit(1.0, self._model.rowCount())

    async def _pull(self) -> None:
        try:
            while self._seen < self._newest and not self._loading:
                generation, newest, query = self._generation, self._newest, self._query
                rows = await self._workspace.newer(self._seen, query, _NEWS)
                ids = [row.id for row in rows]
                if len(rows) >= _NEWS:
                    ids = await self._ids_after(self._seen, query)
                if generation == self._generation:
                    self._seen = max(newest, *ids) if ids else newest
                    self._take(ids, rows)
        finally:
            self._pulling = False
        self._pull_soon()

    async def _ids_after(self, after: CaptureId, query: str) -> list[CaptureId]:
        """All ids newer than `after`, however many: what one read of summaries cannot promise."""
        found: list[CaptureId] = []
        before: CaptureId | None = None
        while True:
            ids = await self._workspace.ids(query, before, _IDS_PAGE)
            found += (number for number in ids if number > after)
            if len(ids) < _IDS_PAGE or ids[-1] <= after:
                return found
            before = ids[-1]

    def _take(self, ids: Sequence[CaptureId], rows: Sequence[CaptureSummary]) -> None:
        if not ids:
            return
        if self._held:
            self._pending.extend(reversed(ids))
            self._pending_rows.update((row.id, row) for row in rows)
            while len(self._pending_rows) > _NEWS:
                del self._pending_rows[next(iter(self._pending_rows))]
            self.pending_changed.emit(len(self._pending))
            return
        self._model.prepend_newer(ids, rows)
        self.extent_changed.emit()

    def _release(self) -> None:
        if self._pending:
            self._model.prepend_newer(self._pending[::-1], self._pending_rows.values())
            self._clear_pending()
            self.extent_changed.emit()

    def _clear_pending(self) -> None:
        self._pending, self._pending_rows = [], {}
        self.pending_changed.emit(0)

    async def _read_again(self, ids: Sequence[CaptureId]) -> None:
        rows = await self._workspace.summaries(ids)
        for row in rows:
            if row.id in self._pending_rows:
                self._pending_rows[row.id] = row
        self._model.put([row for row in rows if self._model.row_of(row.id) is not None])

    async def _look(self) -> None:
        try:
            while self._wanted is not None:
                first, last = self._wanted
                self._wanted = None
                missing = self._model.missing_between(max(0, first - _MARGIN), last + _MARGIN)
                if missing:
                    self._model.put(await self._workspace.summaries(missing))
        finally:
            self._looking = False
