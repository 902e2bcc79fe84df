"""What the user can do with targets and forwards: see, change and stop them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.look import Look
from garfio.ui.targets import dialog as targets_dialog
from garfio.ui.targets import forwards_dialog
from garfio.ui.targets.forwards_watch import ForwardsWatch
from garfio.ui.targets.watch import TargetsWatch


class TargetCommands:
    """Opens the two dialogs."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        tasks: Tasks,
        targets: TargetsWatch,
        forwards: ForwardsWatch,
        look: Look,
        paths: Callable[[], Sequence[str]],
        path: Callable[[], str],
    ) -> None:
        """`paths` are those that webhooks came to, `path` the one that is looked at."""
        self._window = window
        self._workspace = workspace
        self._tasks = tasks
        self._targets = targets
        self._forwards = forwards
        self._look = look
        self._paths = paths
        self._path = path

    async def manage(self, name: str = "") -> None:
        """Open the targets, with one of them chosen."""
        chosen = name or self._targets.places.last
        dialog = targets_dialog.TargetsDialog(self._workspace, self._tasks, self._look, chosen, self._window)
        await dialogs.finished(dialog)

    async def manage_forwards(self) -> None:
        """Open what is forwarded."""
        dialog = forwards_dialog.ForwardsDialog(
            self._workspace,
            self._tasks,
            self._forwards,
            self._targets.places,
            self._paths(),
            self._path(),
            self._window,
        )
        await dialogs.finished(dialog)
