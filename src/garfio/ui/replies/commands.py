"""What the user can do with replies on purpose: see, change and end them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from garfio.core.endpoint import Endpoint, endpoint_of
from garfio.core.scripted_reply import Script
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.known import Known
from garfio.ui.look import Look
from garfio.ui.replies import dialog as replies_dialog


class ReplyCommands:
    """Opens the dialog."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tasks: Tasks,
        watch: Known[Script],
        look: Look,
        paths: Callable[[], Sequence[str]],
        path: Callable[[], str],
    ) -> None:
        """`paths` are those that webhooks came to, `path` the one that is looked at."""
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._watch = watch
        self._look = look
        self._paths = paths
        self._path = path

    async def edit(self, path: str = "") -> None:
        """Open the replies with that of a path chosen: the one given, looked at, or answered on purpose."""
        wanted = path or self._path()
        scripts = self._watch.entries
        found = endpoint_of([Endpoint(script.path) for script in scripts], wanted) if wanted else None
        chosen = found.path if found else wanted or (scripts[0].path if scripts else "")
        known = [entry.path for entry in await self._workspace.endpoints.all()]
        dialog = replies_dialog.RepliesDialog(
            self._workspace, self._tasks, self._look, [*known, *self._paths()], chosen, self._window
        )
        await dialogs.finished(dialog)
