"""A workspace in memory: the engine's face to the window, with real behaviour and no disk, process or
network.
"""

from __future__ import annotations

import asyncio
import itertools
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.errors import AppError
from garfio.core.export.context import Context
from garfio.core.export.registry import FORMATS, document
from garfio.core.http import Request
from garfio.core.importing.message import ImportFault
from garfio.core.importing.registry import read_any
from garfio.core.query.match import FAILING
from garfio.core.redaction.request import redact
from garfio.engine.arrivals import Bar
from garfio.engine.exports import Export
from garfio.engine.groups import COLUMNS
from garfio.engine.settings import Settings
from garfio.engine.signal import Signal
from garfio.engine.store.scanning import Slice
from garfio.engine.views import SavedView
from garfio.engine.workspace import Counts, ListenerState, Trouble
from tests.ui.memory_endpoints import MemoryEndpoints
from tests.ui.memory_replies import MemoryReplies
from tests.ui.memory_resends import MemoryResends
from tests.ui.memory_rules import MemoryRules
from tests.ui.memory_shapes import MemoryShapes

_ORIGIN_US = 1_793_000_000_000_000
_LISTENING = ListenerState(
    phase="listening",
    url="http://127.0.0.1:8800",
    host="",
    port=8800,
    error=None,
    restarts=0,
    healthy=True,
    exposed=False,
)


def make_request(
    body: bytes = b"{}",
    method: str = "POST",
    target: str = "/stripe",
    content_type: str = "application/json",
    headers: Iterable[tuple[str, str]] = (),
) -> Request:
    lines = [f"{method} {target} HTTP/1.1", "Host: 127.0.0.1:8800"]
    lines += [f"{name}: {value}" for name, value in headers]
    if content_type:
        lines.append(f"Content-Type: {content_type}")
    lines.append(f"Content-Length: {len(body)}")
    return Request(("\r\n".join(lines) + "\r\n\r\n").encode("utf-8"), body)


class MemoryIndexing:
    """An index that is filled when a test says so."""

    def __init__(self) -> None:
        self.progressed: Signal[float] = Signal()


class MemoryArrivals:
    """The chart's counts, over the captures of a workspace in memory."""

    def __init__(self, workspace: MemoryWorkspace) -> None:
        self._workspace = workspace

    async def read(self, since_us: int, bucket_us: int, bars: int) -> list[Bar]:
        await asyncio.sleep(0)
        found = [Bar()] * bars
        for row in self._workspace.rows(""):
            at = (row.received_at_us - since_us) // bucket_us
            if 0 <= at < bars:
                found[at] += Bar(1, int(row.verdict in FAILING), int(bool(row.refusal)))
        return found

    def forget(self) -> None:
        pass


class MemoryGroups:
    """Groups over the captures of a workspace in memory."""

    def __init__(self, workspace: MemoryWorkspace) -> None:
        self._workspace = workspace

    async def read(self, kind: str) -> list[tuple[str, int]]:
        await asyncio.sleep(0)
        values = Counter(str(getattr(row, COLUMNS[kind])) for row in self._workspace.rows(""))
        least = 2 if kind == "delivery" else 1
        return [(value, count) for value, count in values.most_common() if value and count >= least]

    def forget(self) -> None:
        pass


class MemorySearches:
    """Long searches and what occurs, over the captures of a workspace in memory."""

    SPAN = 3
    """Ids in a slice."""

    def __init__(self, workspace: MemoryWorkspace) -> None:
        self._workspace = workspace
        self.indexing = MemoryIndexing()
        self.arrivals = MemoryArrivals(workspace)
        self.groups = MemoryGroups(workspace)

    async def scan(self, query: str, last: Slice | None = None) -> Slice:
        await asyncio.sleep(0)
        ids = [row.id for row in self._workspace.rows(query)]
        known = self._workspace.rows("")
        newest, lowest = (known[0].id, known[-1].id) if known else (0, 0)
        before = newest + 1 if last is None else last.before
        low = max(lowest, before - self.SPAN)
        found = [number for number in ids if low <= number < before]
        return Slice(found, CaptureId(low), self.SPAN, lowest, newest if last is None else last.newest)

    async def occurring(self) -> dict[str, list[str]]:
        await asyncio.sleep(0)
        rows = self._workspace.rows("")
        return {"path": sorted({row.endpoint for row in rows}), "header": ["content-type"], "body": [".id"]}

    async def previous(self, of: CaptureSummary) -> CaptureId | None:
        await asyncio.sleep(0)
        same = (row for row in self._workspace.rows("") if row.id < of.id and row.endpoint == of.endpoint)
        return next((row.id for row in same), None)


class MemoryViews:
    """Saved views in memory."""

    def __init__(self, workspace: MemoryWorkspace) -> None:
        self.changed: Signal[None] = Signal()
        self._workspace = workspace
        self._views: list[SavedView] = []

    async def all(self) -> list[SavedView]:
        await asyncio.sleep(0)
        return list(self._views)

    async def save(self, name: str, query: str, instead_of: str = "") -> None:
        await asyncio.sleep(0)
        if any(view.name == name != instead_of for view in self._views):
            raise AppError("view.exists", f"There is a view named {name} already.", name=name)
        self._views = [view for view in self._views if view.name != instead_of] + [SavedView(name, query)]
        self.changed.emit(None)

    async def remove(self, name: str) -> None:
        await asyncio.sleep(0)
        self._views = [view for view in self._views if view.name != name]
        self.changed.emit(None)

    async def count(self, query: str) -> int:
        await asyncio.sleep(0)
        return len(self._workspace.rows(query))

    def forget_counts(self) -> None:
        pass


class MemoryExports:
    """Files written from memory."""

    def __init__(self, workspace: MemoryWorkspace) -> None:
        self._workspace = workspace

    async def write(self, export: Export) -> bool:
        await asyncio.sleep(0)
        pairs = []
        for number in export.ids:
            capture = await self._workspace.capture(number)
            result = redact(capture.request, export.rules) if export.rules else None
            export.hidden += result.count if result else 0
            request = result.request if result else capture.request
            pairs.append((request, Context.of_summary(capture.summary, export.base_url)))
            export.written += 1
        export.file.write_bytes(b"".join(document(FORMATS[export.format], pairs)))
        return not export.cancelled


class MemoryWorkspace(MemoryResends):
    """Everything that the window asks of a workspace."""

    def __init__(self, captures: int = 0, path: Path = Path("/nowhere/garfio.db")) -> None:
        super().__init__()
        self.arrived: Signal[CaptureId] = Signal()
        self.changed: Signal[frozenset[CaptureId]] = Signal()
        self.removed: Signal[frozenset[CaptureId] | None] = Signal()
        self.listener_changed: Signal[ListenerState] = Signal()
        self.trouble_changed: Signal[Trouble | None] = Signal()
        self.settings_changed: Signal[Settings] = Signal()
        self.path = path
        self.listener = _LISTENING
        self.trouble: Trouble | None = None
        self.set_aside: Path | None = None
        self.settings = Settings()
        self.reads: list[str] = []
        self.searches = MemorySearches(self)
        self.views = MemoryViews(self)
        self.rules = MemoryRules()
        self.exports = MemoryExports(self)
        self._ids = itertools.count(1)
        self._captures: dict[CaptureId, Capture] = {}
        self._hidden: dict[CaptureId, Capture] = {}
        self.endpoints = MemoryEndpoints(lambda: self._captures)
        self.replies = MemoryReplies()
        self.shapes = MemoryShapes(lambda: self._captures)
        for _ in range(captures):
            self._store(make_request())

    def receive(self, request: Request | None = None, **summary: Any) -> CaptureId:
        """Store one request and ring the doorbell."""
        capture_id = self._store(request or make_request(), **summary)
        self.arrived.emit(capture_id)
        return capture_id

    def _store(self, request: Request, **fields: Any) -> CaptureId:
        capture_id = CaptureId(next(self._ids))
        row: dict[str, Any] = {
            "id": capture_id,
            "received_at_us": _ORIGIN_US + capture_id * 1_000_000,
            "method": request.method,
            "target": request.target,
            "http_version": request.http_version,
            "peer": "127.0.0.1:40312",
            "content_type": request.headers.text("content-type") or "",
            "size": len(request.body),
            "reply_status": 200,
            "reply_us": 3_000,
            "endpoint": request.path,
            "provider": "",
            "event_type": "",
            "delivery_id": "",
            "verdict": "",
            "refusal": "",
            "repeats": 0,
            "complete": True,
            "source": "listener",
            "unread": True,
            "pinned": False,
        }
        self._captures[capture_id] = Capture(CaptureSummary(**(row | fields)), request)
        return capture_id

    def look_at_all(self) -> None:
        """Check all captures, as the listener does after it has acknowledged them."""
        for number, capture in list(self._captures.items()):
            self._captures[number] = replace(capture, summary=self.endpoints.look(capture))
        self.changed.emit(frozenset(self._captures))

    def change_listener(self, **fields: Any) -> None:
        self.listener = replace(self.listener, **fields)
        self.listener_changed.emit(self.listener)

    def set_trouble(self, trouble: Trouble | None) -> None:
        self.trouble = trouble
        self.trouble_changed.emit(trouble)

    def rows(self, query: str) -> list[CaptureSummary]:
        return self._matching(query)

    def _matching(self, query: str) -> list[CaptureSummary]:
        words = query.split()
        for word in words:
            if word.startswith("bad:"):
                raise AppError("query.field", "There is no field “bad”.", position=query.index(word))
        rows = [capture.summary for capture in reversed(self._captures.values())]
        return [row for row in rows if all(_matches(row, word) for word in words)]

    async def page(
        self, query: str = "", before: CaptureId | None = None, limit: int = 200
    ) -> list[CaptureSummary]:
        self.reads.append("page")
        await asyncio.sleep(0)
        return [row for row in self._matching(query) if before is None or row.id < before][:limit]

    async def newer(self, after: CaptureId, query: str = "", limit: int = 500) -> list[CaptureSummary]:
        self.reads.append("newer")
        await asyncio.sleep(0)
        return [row for row in self._matching(query) if row.id > after][:limit]

    async def ids(
        self, query: str = "", before: CaptureId | None = None, limit: int = 20000
    ) -> list[CaptureId]:
        self.reads.append("ids")
        await asyncio.sleep(0)
        return [row.id for row in self._matching(query) if before is None or row.id < before][:limit]

    async def summaries(self, ids: Iterable[CaptureId]) -> list[CaptureSummary]:
        self.reads.append("summaries")
        await asyncio.sleep(0)
        return [self._captures[i].summary for i in ids if i in self._captures]

    async def capture(self, capture_id: CaptureId, body_limit: int | None = None) -> Capture:
        self.reads.append("capture")
        await asyncio.sleep(0)
        if capture_id not in self._captures:
            raise AppError("capture.missing", "This capture is no longer there.")
        capture = self._captures[capture_id]
        if body_limit is None or len(capture.request.body) <= body_limit:
            return capture
        return replace(capture, request=replace(capture.request, body=capture.request.body[:body_limit]))

    async def counts(self) -> Counts:
        await asyncio.sleep(0)
        rows = [capture.summary for capture in self._captures.values()]
        paths: dict[str, int] = {}
        for row in rows:
            if not row.refusal:
                paths[row.endpoint] = paths.get(row.endpoint, 0) + 1
        top = sorted(paths.items(), key=lambda item: -item[1])[:20]
        refused = sum(1 for row in rows if row.refusal)
        unread, pinned = sum(row.unread for row in rows), sum(row.pinned for row in rows)
        return Counts(len(rows), unread, refused, 4_100_000, tuple(top), pinned)

    async def _mark(self, ids: Iterable[CaptureId], **marks: Any) -> None:
        await asyncio.sleep(0)
        changed = frozenset(i for i in ids if i in self._captures)
        for capture_id in changed:
            capture = self._captures[capture_id]
            self._captures[capture_id] = replace(capture, summary=replace(capture.summary, **marks))
        self.changed.emit(changed)

    async def mark_read(self, ids: Iterable[CaptureId] | None, read: bool = True) -> None:
        await self._mark(self._captures if ids is None else ids, unread=not read)
        if ids is None:
            self.changed.emit(None)

    async def set_pinned(self, ids: Iterable[CaptureId], pinned: bool) -> None:
        await self._mark(ids, pinned=pinned)

    async def set_color(self, ids: Iterable[CaptureId], color: str) -> None:
        await self._mark(ids, color=color)

    async def set_note(self, capture_id: CaptureId, text: str) -> None:
        await self._mark([capture_id], note=text)

    async def set_tags(self, ids: Iterable[CaptureId], tags: Iterable[str]) -> None:
        await self._mark(ids, tags=f" {' '.join(tags)} ")

    async def delete(self, ids: Iterable[CaptureId]) -> None:
        await asyncio.sleep(0)
        self._hidden = {i: self._captures.pop(i) for i in ids if i in self._captures}
        self.removed.emit(frozenset(self._hidden))

    async def delete_all(self) -> None:
        await asyncio.sleep(0)
        pinned = {i: capture for i, capture in self._captures.items() if capture.summary.pinned}
        self._hidden = {i: capture for i, capture in self._captures.items() if i not in pinned}
        self._captures = pinned
        self.removed.emit(None)

    async def undo_delete(self) -> bool:
        await asyncio.sleep(0)
        if not self._hidden:
            return False
        self._captures = dict(sorted((self._captures | self._hidden).items()))
        self._hidden = {}
        self.removed.emit(None)
        return True

    async def start_listener(self, port: int | None = None) -> None:
        await asyncio.sleep(0)
        port = port or self.listener.port
        if port == 81:
            error = AppError("port.taken", "Port 81 is taken.", port=81)
            self.change_listener(phase="failed", error=error, healthy=False, port=port)
            raise error
        self.change_listener(
            phase="listening", healthy=True, port=port, url=f"http://127.0.0.1:{port}", error=None
        )

    async def stop_listener(self) -> None:
        await asyncio.sleep(0)
        self.change_listener(phase="stopped", healthy=False)

    async def free_port(self, start: int) -> int:
        await asyncio.sleep(0)
        return max(start, 1024)

    async def send_sample(self) -> None:
        await asyncio.sleep(0)
        self.receive(make_request(b'{"hello":"Garfio"}', target="/sample"))

    async def export(self, ids: Iterable[CaptureId], file: Path) -> int:
        messages = [self._captures[i].request.to_bytes() for i in ids]
        try:
            file.write_bytes(b"".join(messages))
        except OSError as error:
            raise AppError("file.write", f"{file} cannot be written: {error.strerror}.") from error
        return len(messages)

    async def import_files(self, files: Iterable[Path]) -> list[CaptureId]:
        ids: list[CaptureId] = []
        for file in files:
            try:
                requests = [arrival.request for arrival in read_any(file.read_bytes(), 1).arrivals]
            except ImportFault as error:
                raise AppError("file.not_http", f"{file} is not an HTTP message.") from error
            ids += [self.receive(r, source="import", reply_status=0, reply_us=None) for r in requests]
        return ids

    async def change_settings(self, **changes: Any) -> Settings:
        await asyncio.sleep(0)
        self.settings = replace(self.settings, **changes)
        self.endpoints.store = self.settings.secret_store
        self.settings_changed.emit(self.settings)
        return self.settings


def _matches(row: CaptureSummary, word: str) -> bool:
    field, mark, value = word.partition(":")
    if not mark:
        return word in row.path or word in row.event_type
    known: dict[str, Callable[[], bool]] = {
        "is": lambda: {
            "pinned": row.pinned,
            "unread": row.unread,
            "failing": row.verdict == "invalid",
            "retry": False,
            "refused": bool(row.refusal),
            "drift": bool(row.drift),
        }[value],
        "path": lambda: row.path.startswith(value.strip('"')),
        "method": lambda: row.method == value,
    }
    return known[field]()
