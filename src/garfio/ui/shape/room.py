"""Shapes in one window, put together: the bar that tells what drifted, the way to the place, the commands.

Made once by the main window.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from garfio.core.capture import CaptureSummary
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.action_set import ActionSet
from garfio.ui.inspector.pane import Inspector
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.look import Look
from garfio.ui.shape.commands import ShapeCommands
from garfio.ui.shape.drift_text import drift_line
from garfio.ui.shape.place_bar import Place, PlaceBar
from garfio.ui.shape.places import show_place


class ShapeRoom(QObject):
    """Shapes of one window."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tasks: Tasks,
        run_slow: RunSlow,
        look: Look,
        inspector: Inspector,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._tasks = tasks
        self._run_slow = run_slow
        self._inspector = inspector
        self._say = say
        self._row: CaptureSummary | None = None
        self.commands = ShapeCommands(window, workspace, lambda: inspector.capture, say)
        self.drift = PlaceBar("warn", "drift-bar", look)
        self._around = QWidget()
        column = QVBoxLayout(self._around)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.drift)
        inspector.add_bar(self._around)
        inspector.row_shown.connect(self._on_row_shown)
        inspector.tab_changed.connect(lambda _tab: self._arrange())
        self.drift.place_wanted.connect(
            lambda place: tasks.spawn(self.show_place(place), name="shape.show_place")
        )

    def connect_panes(self, actions: ActionSet) -> None:
        """Let the bar's button do what the action does."""
        self.drift.action_wanted.connect(lambda: actions.run("shape.forget"))

    async def show_place(self, place: Place) -> None:
        """Open the body at a place."""
        self._inspector.show_tab("body")
        if not await show_place(self._inspector.body, place, self._run_slow):
            self._say(self.tr("This place is not in what is shown of the body"))

    def _on_row_shown(self, row: CaptureSummary | None) -> None:
        before, self._row = self._row, row
        is_same = before is not None and row is not None and before.id == row.id
        if not is_same:
            self.drift.clear()
        if row is not None and row.drift and not (is_same and before and before.drift == row.drift):
            self._tasks.spawn(self._read_drift(row), name="shape.drift")
        self._arrange()

    async def _read_drift(self, row: CaptureSummary) -> None:
        changes = await self._workspace.shapes.drift(row.id)
        if self._row is None or self._row.id != row.id or not changes:
            return
        headline = self.tr("Other than every {event} before: %n difference(s)", "", len(changes))
        self.drift.tell(
            headline.replace("{event}", row.event_type),
            [drift_line(change) for change in changes],
            self.tr("Learn anew…"),
        )
        self._arrange()

    def _arrange(self) -> None:
        shown = self.drift.has_something and self._inspector.tab == "body"
        self.drift.setVisible(shown)
        self._around.setVisible(shown)
