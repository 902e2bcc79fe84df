"""The saved views with their counts, kept up to date at a calm pace while something changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.engine.views import SavedView
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge

_PAUSE_MS = 1_000

FAILING, RETRIES, DRIFT = "is:failing", "is:retry", "is:drift"
BUILT_IN = (FAILING, RETRIES, DRIFT)
"""Queries of views that are always there and are counted like the saved ones."""


class ViewCounts(QObject):
    """Reads views and counts; a count that is not known yet is missing."""

    counted = Signal(object, object)
    """The saved views in order, and counts by query."""
    grouped = Signal(str, object)
    """A kind of groups, and the groups with their counts."""
    ruled = Signal(object)
    """All rules."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._reading = False
        self._again = False
        self._closed = False
        self._group = "endpoint"
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self._disconnects = [
            workspace.views.changed.connect(lambda _: self.read()),
            workspace.rules.changed.connect(lambda _: self.read()),
        ]
        for signal in (bridge.removed, bridge.recheck_progressed):
            signal.connect(workspace.searches.groups.forget)
        bridge.arrived.connect(self.read)
        bridge.changed.connect(self._on_changed)
        bridge.removed.connect(self._on_changed)

    def close(self) -> None:
        """Stop listening to the workspace; what is being read is the last."""
        self._closed = True
        self._pause.stop()
        for disconnect in self._disconnects:
            disconnect()

    def read(self) -> None:
        """Read again, now or when the pause after the last reading is over."""
        if self._closed:
            return
        if self._reading or self._pause.isActive():
            self._again = True
            return
        self._reading = True
        self._tasks.spawn(self._read(), name="views.read")

    def set_group(self, kind: str) -> None:
        """Count the groups of this kind."""
        self._group = kind
        if not self._closed:
            self._tasks.spawn(self._read_groups(), name="groups.read")

    def _on_changed(self) -> None:
        self._workspace.views.forget_counts()
        self.read()

    async def _read(self) -> None:
        try:
            views: list[SavedView] = await self._workspace.views.all()
            counts: dict[str, int] = {}
            self.counted.emit(views, counts)
            rules = await self._workspace.rules.all()
            self.ruled.emit(rules)
            await self._read_groups()
            watched = [rule.query for rule in rules if rule.enabled]
            for query in dict.fromkeys((*BUILT_IN, *(view.query for view in views), *watched)):
                try:
                    counts[query] = await self._workspace.views.count(query)
                except AppError:  # a query that this version does not understand has no count
                    continue
            self.counted.emit(views, counts)
        finally:
            self._reading = False
            if not self._closed:
                self._pause.start()

    async def _read_groups(self) -> None:
        kind = self._group
        if kind != "endpoint":  # those are counted by the database itself
            self.grouped.emit(kind, await self._workspace.searches.groups.read(kind))

    def _on_pause_over(self) -> None:
        if self._again:
            self._again = False
            self.read()
