"""The targets as the window knows them: all of them in the user's order, and the one that `R` sends to."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from garfio.core.target import Target
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge
from garfio.ui.resend.outcome_text import short_url


@dataclass(frozen=True, slots=True)
class Places:
    """Where can be sent."""

    targets: tuple[Target, ...] = ()
    last: str = ""
    """The name or the URL that was used last, or the first target; empty when there is neither."""

    @property
    def label(self) -> str:
        """The last place as a button calls it."""
        return place_label(self.last)


def place_label(place: str) -> str:
    """A target's name as it is, a URL by its host."""
    return short_url(place) if "://" in place else place


class TargetsWatch(QObject):
    """Reads the targets again whenever they have changed."""

    changed = Signal(object)
    """The new Places."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self.places = Places()
        bridge.targets_changed.connect(self.read)

    def read(self) -> None:
        """Read again."""
        self._tasks.spawn(self.refresh(), name="targets.read")

    async def refresh(self) -> Places:
        """Read again and wait for it."""
        targets = tuple(await self._workspace.targets())
        last = await self._workspace.last_target()
        if "://" not in last and all(target.name != last for target in targets):
            last = targets[0].name if targets else ""
        places = Places(targets, last)
        if places != self.places:
            self.places = places
            self.changed.emit(places)
        return places
