"""Engine signals as Qt signals, coalesced to one a frame.

A flood rings the doorbell thousands of times a second; panes hear of it once in `FRAME_MS`, with the newest
id and the union of what changed. The order is kept where it matters: what arrived is told before what
changed, and rows that go away are told at once, after the news so far.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from garfio.core.capture import CaptureId
from garfio.engine.workspace import Workspace

FRAME_MS = 40
"""Short enough for "within a blink", long enough that a flood costs 25 reads a second and not thousands."""


class Bridge(QObject):
    """The workspace's changes, for widgets."""

    arrived = Signal(object)
    """The newest capture id in the database."""
    changed = Signal(object)
    """A frozenset of capture ids whose marks or results changed, or None: of many."""
    removed = Signal(object)
    """A frozenset of capture ids that went away, or None: read everything again."""
    listener_changed = Signal(object)
    trouble_changed = Signal(object)
    settings_changed = Signal(object)
    attempts_changed = Signal(object)
    """A frozenset of capture ids whose ledger of attempts has changed."""
    targets_changed = Signal()
    endpoints_changed = Signal()
    """Endpoints, secrets or custom schemes are others."""
    recheck_progressed = Signal(object)
    """A Progress of captures that are checked again."""
    rules_ran = Signal(object)
    """A frozenset of capture ids for which rules have done something."""
    noticed = Signal(object)
    """A Notice that a rule wants to be shown."""
    secrets_trouble_changed = Signal(object)
    """An AppError when secrets cannot be read, or None when they can."""
    replies_changed = Signal()
    schemas_changed = Signal()
    indexing_progressed = Signal(float)
    """Which part of the captures the search index holds, while it is filled; 1 ends that."""
    edits_changed = Signal()
    """A saved edit was kept, renamed or removed."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: CaptureId | None = None
        self._changed: set[CaptureId] = set()
        self._many_changed = False
        self._attempted: set[CaptureId] = set()
        self._ran: set[CaptureId] = set()
        self._frame = QTimer(self)
        self._frame.setSingleShot(True)
        self._since_frame = QElapsedTimer()
        self._frame.timeout.connect(self._flush)
        self._disconnects: list[Callable[[], object]] = [
            workspace.arrived.connect(self._on_arrived),
            workspace.changed.connect(self._on_changed),
            workspace.removed.connect(self._on_removed),
            workspace.listener_changed.connect(self.listener_changed.emit),
            workspace.trouble_changed.connect(self.trouble_changed.emit),
            workspace.settings_changed.connect(self.settings_changed.emit),
            workspace.attempts_changed.connect(self._on_attempts_changed),
            workspace.rules.ran.connect(self._on_rules_ran),
            workspace.rules.noticed.connect(self.noticed.emit),
            workspace.targets_changed.connect(lambda _: self.targets_changed.emit()),
            workspace.endpoints.changed.connect(lambda _: self.endpoints_changed.emit()),
            workspace.endpoints.recheck_progressed.connect(self.recheck_progressed.emit),
            workspace.endpoints.trouble_changed.connect(self.secrets_trouble_changed.emit),
            workspace.replies.changed.connect(lambda _: self.replies_changed.emit()),
            workspace.shapes.schemas.changed.connect(lambda _: self.schemas_changed.emit()),
            workspace.searches.indexing.progressed.connect(self.indexing_progressed.emit),
            workspace.edits.changed.connect(lambda _: self.edits_changed.emit()),
        ]

    @property
    def is_pending(self) -> bool:
        """True while something has happened that is not told yet."""
        return self._frame.isActive()

    def close(self) -> None:
        """Stop listening to the workspace; nothing is emitted afterwards."""
        self._frame.stop()
        for disconnect in self._disconnects:
            disconnect()
        self._disconnects.clear()

    def _on_arrived(self, newest: CaptureId) -> None:
        self._newest = newest if self._newest is None else max(self._newest, newest)
        self._wake()

    def _on_changed(self, ids: frozenset[CaptureId] | None) -> None:
        if ids is None:
            self._many_changed = True
        else:
            self._changed |= ids
        self._wake()

    def _on_attempts_changed(self, ids: frozenset[CaptureId]) -> None:
        self._attempted |= ids
        self._wake()

    def _on_rules_ran(self, ids: frozenset[CaptureId]) -> None:
        self._ran |= ids
        self._wake()

    def _on_removed(self, ids: frozenset[CaptureId] | None) -> None:
        self._flush()
        self.removed.emit(ids)

    def _wake(self) -> None:
        if not self._frame.isActive():
            idle = self._since_frame.elapsed() if self._since_frame.isValid() else FRAME_MS
            self._frame.start(max(0, FRAME_MS - idle))

    def _flush(self) -> None:
        self._frame.stop()
        self._since_frame.start()
        newest, self._newest = self._newest, None
        changed, self._changed = frozenset(self._changed), set()
        many, self._many_changed = self._many_changed, False
        if newest is not None:
            self.arrived.emit(newest)
        if many or changed:
            self.changed.emit(None if many else changed)
        attempted, self._attempted = frozenset(self._attempted), set()
        if attempted:
            self.attempts_changed.emit(attempted)
        ran, self._ran = frozenset(self._ran), set()
        if ran:
            self.rules_ran.emit(ran)
