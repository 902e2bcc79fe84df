"""What rules did for the capture that is open: a tab of the detail."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from garfio.core.capture import CaptureId
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.rules.deed_text import deed_text
from garfio.ui.rules.runs_view import RunsView

_LIMIT = 500


class RunsTab(QWidget):
    """The lines of the log that belong to one capture."""

    count_changed = Signal(int, int)
    """How many there are, and how many of them were given up."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, tasks: Tasks, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._capture: CaptureId | None = None
        self._reading = 0
        self.view = RunsView(look, self, of_one=True)
        self._stack = QStackedWidget(self)
        none = QWidget(self)
        words = QVBoxLayout(none)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for text, role in (
            (self.tr("No rule has acted on it"), "muted"),
            (self.tr("A rule acts on what arrives while it is on. W shows the rules."), "faint"),
        ):
            label = PlainLabel(text, role)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(label)
        self._stack.addWidget(none)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        bridge.rules_ran.connect(self._on_rules_ran)
        self.view.chosen.connect(lambda run: self._spawn(self._show_deed(run)))
        self.view.again_wanted.connect(lambda run: self._spawn(self._try_again(run)))

    @property
    def is_busy(self) -> bool:
        """True while lines are read."""
        return bool(self._reading)

    def show_capture(self, capture: CaptureId) -> None:
        """List what was done for a capture."""
        if capture != self._capture:
            self._capture = capture
            self.view.show_runs(())
            self._count()
        self._spawn(self._read(capture))

    def _spawn(self, work) -> None:  # type: ignore[no-untyped-def]
        self._reading += 1
        task = self._tasks.spawn(work, name="runs.read")
        task.add_done_callback(lambda _task: self._ended())

    def _ended(self) -> None:
        self._reading -= 1

    def _on_rules_ran(self, captures: frozenset[CaptureId]) -> None:
        if self._capture is not None and self._capture in captures:
            self._spawn(self._read(self._capture))

    async def _read(self, capture: CaptureId) -> None:
        found = await self._workspace.rules.log(capture=capture, limit=_LIMIT)
        if capture == self._capture:
            self.view.show_runs(found)
            self._count()

    async def _show_deed(self, run: int) -> None:
        found = await self._workspace.rules.deed(run)
        self.view.show_page(run, deed_text(found) if found else "")

    async def _try_again(self, run: int) -> None:
        await self._workspace.rules.try_again(run=run)
        if self._capture is not None:
            await self._read(self._capture)

    def _count(self) -> None:
        count = self.view.model.rowCount()
        failed = sum(self.view.model.run(row).state == "failed" for row in range(count))
        self._stack.setCurrentIndex(1 if count else 0)
        self.count_changed.emit(count, failed)
