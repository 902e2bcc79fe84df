"""What the user can do with shapes: see and keep schemas, learn a shape anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from garfio.core.capture import Capture
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.shape import schemas_dialog


class ShapeCommands:
    """Shapes of the open capture's event type."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tasks: Tasks,
        opened: Callable[[], Capture | None],
        say: Callable[[str], None],
    ) -> None:
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._opened = opened
        self._say = say

    async def schemas(self) -> None:
        """Open the schemas of the open capture's endpoint."""
        capture = self._opened()
        if capture is None:
            return
        row = capture.summary
        if not row.endpoint:
            self._say(
                QCoreApplication.translate("shape", "Schemas belong to an endpoint; add one for this path")
            )
            return
        await self.of_endpoint(row.endpoint, row.provider, row.event_type, self._window)

    async def of_endpoint(self, path: str, provider: str, event_type: str, parent: QWidget) -> None:
        """Open the schemas of an endpoint."""
        await dialogs.finished(
            schemas_dialog.SchemasDialog(self._workspace, self._tasks, path, provider, event_type, parent)
        )

    async def forget(self) -> None:
        """Learn the event type of the open capture anew, after asking."""
        translate = QCoreApplication.translate
        capture = self._opened()
        if capture is None:
            return
        row = capture.summary
        shape = await self._workspace.shapes.shape(row.provider, row.event_type)
        if shape is None:
            self._say(translate("shape", "Nothing is known of this event type yet"))
            return
        known = translate("shape", "It was learned from %n delivery(s).", "", shape.deliveries)
        ahead = translate(
            "shape", "It is learned again from the next ones; those that are here stay as they are."
        )
        if await dialogs.confirm(
            self._window,
            translate("shape", "Forget what {event} looks like?").format(event=row.event_type),
            f"{known} {ahead}",
            translate("shape", "Learn anew"),
        ):
            await self._workspace.shapes.forget(row.provider, row.event_type)
            self._say(translate("shape", "{event} is learned anew").format(event=row.event_type))
