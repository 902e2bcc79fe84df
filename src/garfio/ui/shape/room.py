"""Shapes in one window, put together: the bars that tell what drifted and what a schema says, the way to the place,
the commands.

Made once by the main window.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from garfio.core.capture import CaptureSummary
from garfio.core.errors import AppError
from garfio.engine.shape.schemas import Conformance
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.action_set import ActionSet
from garfio.ui.bridge import Bridge
from garfio.ui.error_text import error_text
from garfio.ui.inspector.pane import Inspector
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.look import Look
from garfio.ui.shape.commands import ShapeCommands
from garfio.ui.shape.drift_text import drift_line
from garfio.ui.shape.place_bar import Place, PlaceBar
from garfio.ui.shape.places import show_place
from garfio.ui.shape.schema_text import fault_line


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
        self.commands = ShapeCommands(window, workspace, tasks, lambda: inspector.capture, say)
        self.drift = PlaceBar("warn", "drift-bar", look)
        self.schema = PlaceBar("bad", "schema-bar", look)
        self._bars = (self.schema, self.drift)
        self._around = QWidget()
        column = QVBoxLayout(self._around)
        column.setContentsMargins(12, 8, 12, 8)
        for bar in self._bars:
            column.addWidget(bar)
            bar.closed.connect(self._arrange)
            bar.place_wanted.connect(
                lambda place: tasks.spawn(self.show_place(place), name="shape.show_place")
            )
        inspector.add_bar(self._around)
        inspector.row_shown.connect(self._on_row_shown)
        inspector.tab_changed.connect(lambda _tab: self._arrange())

    def connect_panes(self, actions: ActionSet, bridge: Bridge) -> None:
        """Let the bars' buttons do what the actions do, and check again when schemas change."""
        self.drift.action_wanted.connect(lambda: actions.run("shape.forget"))
        self.schema.action_wanted.connect(lambda: actions.run("shape.schemas"))
        bridge.schemas_changed.connect(self._check_again)

    async def show_place(self, place: Place) -> None:
        """Open the body at a place."""
        self._inspector.show_tab("body")
        try:
            found = await show_place(self._inspector.body, place, self._run_slow)
        except AppError as error:
            self._say(error_text(error))
            return
        if not found:
            self._say(self.tr("This place is not in what is shown of the body"))

    def _on_row_shown(self, row: CaptureSummary | None) -> None:
        before, self._row = self._row, row
        known = before if before is not None and row is not None and before.id == row.id else None
        if known is None:
            for bar in self._bars:
                bar.clear()
        if row is not None and row.drift and (known is None or known.drift != row.drift):
            self._tasks.spawn(self._read_drift(row), name="shape.drift")
        if (
            known is None
            or row is None
            or (known.endpoint, known.event_type) != (row.endpoint, row.event_type)
        ):
            self._check_again()
        self._arrange()

    def _check_again(self) -> None:
        if self._row is not None and not self._row.refusal:
            self._tasks.spawn(self._check(self._row), name="shape.check")

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

    async def _check(self, row: CaptureSummary) -> None:
        try:
            found = await self._workspace.shapes.schemas.check(row.id)
        except AppError as error:
            if error.code != "capture.missing":
                self._say(error_text(error))
            return
        if self._row is not None and self._row.id == row.id:
            self._tell(found)

    def _tell(self, found: Conformance | None) -> None:
        if found is None:
            self.schema.clear()
        else:
            self.schema.set_kind("good" if found.holds else "bad")
            action = self.tr("Schemas…")
            self.schema.tell(self._verdict(found), [fault_line(fault) for fault in found.faults], action)
        self._arrange()

    def _verdict(self, found: Conformance) -> str:
        if not found.has_document:
            text = self.tr("Not checked against {schema}: the body is neither JSON nor a form, or too long")
        elif found.holds:
            text = self.tr("As {schema} says")
        else:
            text = self.tr("Not what {schema} says: %n fault(s)", "", len(found.faults))
        return text.replace("{schema}", found.schema.name)

    def _arrange(self) -> None:
        is_body = self._inspector.tab == "body"
        shown = [bar.has_something and is_body for bar in self._bars]
        for bar, is_shown in zip(self._bars, shown, strict=True):
            bar.setVisible(is_shown)
        self._around.setVisible(any(shown))
