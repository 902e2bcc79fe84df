"""The counts that sidebar and status bar show, read at most once in `_PAUSE_MS` while something changes.

The chart's window slides on even when nothing arrives, so it is also read at the pace of one bar.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.arrivals.span import SPANS, Span
from garfio.ui.bridge import Bridge
from garfio.ui.capture_table.row_text import now_us

_PAUSE_MS = 500
_LONGEST_S = 60


class Tallies(QObject):
    """Counts and arrivals of the workspace."""

    counted = Signal(object)
    """Counts."""
    charted = Signal(object, object, object)
    """A Span, where its first bar begins, and its bars, oldest first."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._reading = False
        self._again = False
        self._closed = False
        self.has_read = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        self._slide = QTimer(self)
        self._span: Span = SPANS[0]
        self._slide.setInterval(self._span.bar_s * 1000)
        self._slide.timeout.connect(self.read)
        self._slide.start()
        for signal in (bridge.arrived, bridge.changed, bridge.removed):
            signal.connect(self.read)
        for signal in (bridge.removed, bridge.recheck_progressed):
            signal.connect(workspace.searches.arrivals.forget)

    def set_span(self, span: Span) -> None:
        """Look so far back."""
        self._span = span
        self._slide.setInterval(min(span.bar_s, _LONGEST_S) * 1000)
        self.read()

    def close(self) -> None:
        """Read no more; what is being read is the last."""
        self._closed = True
        self._slide.stop()
        self._pause.stop()

    def read(self) -> None:
        """Read again, now or when the pause after the last reading is over."""
        if self._closed:
            return
        if self._reading or self._pause.isActive():
            self._again = True
            return
        self._reading = True
        self._tasks.spawn(self._read(), name="tallies.read")

    async def _read(self) -> None:
        try:
            self.counted.emit(await self._workspace.counts())
            span, since = self._span, self._span.since_us(now_us())
            bars = await self._workspace.searches.arrivals.read(since, span.bar_s * 1_000_000, span.bars)
            self.charted.emit(span, since, bars)
        finally:
            self._reading = False
            self.has_read = True
            if not self._closed:
                self._pause.start()

    def _on_pause_over(self) -> None:
        if self._again:
            self._again = False
            self.read()
