"""What is forwarded and how its queues stand, read at most once in `_PAUSE_MS` while something changes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from garfio.engine.store.outbox import Forward, Queue
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge
from garfio.ui.figures import count_text

_PAUSE_MS = 300


@dataclass(frozen=True, slots=True)
class Forwarding:
    """All forwards, and the queues of their places."""

    forwards: tuple[Forward, ...] = ()
    queues: tuple[Queue, ...] = ()

    @property
    def waiting(self) -> int:
        """Captures that still have to be sent."""
        return sum(queue.waiting + queue.sending for queue in self.queues)

    @property
    def failed(self) -> int:
        """Captures that were given up."""
        return sum(queue.failed for queue in self.queues)

    @property
    def text(self) -> str:
        """For the status bar; empty when nothing is forwarded and nothing waits."""
        translate = QCoreApplication.translate
        if not self.forwards and not self.waiting and not self.failed:
            return ""
        parts = [translate("forwards", "forwarding")] if self.forwards else []
        if self.waiting:
            parts.append(translate("forwards", "{count} waiting").format(count=count_text(self.waiting)))
        if self.failed:
            parts.append(translate("forwards", "{count} given up").format(count=count_text(self.failed)))
        return " · ".join(parts)


class ForwardsWatch(QObject):
    """Reads forwards and queues again when something of them may have changed."""

    changed = Signal(object)
    """The new Forwarding."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, tasks: Tasks, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._reading = False
        self._again = False
        self.forwarding = Forwarding()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        bridge.arrived.connect(self._on_arrived)
        bridge.attempts_changed.connect(self.read)
        self._disconnect = workspace.forwards.changed.connect(lambda _: self.read())

    @property
    def is_settled(self) -> bool:
        """True when nothing is being read, and nothing waits to be."""
        return not self._reading and not self._again

    def close(self) -> None:
        """Stop listening to the workspace."""
        self._disconnect()
        self._pause.stop()

    def read(self) -> None:
        """Read again, now or when the pause after the last reading is over."""
        if self._reading or self._pause.isActive():
            self._again = True
            return
        self._reading = True
        self._tasks.spawn(self._read(), name="forwards.read")

    async def _read(self) -> None:
        try:
            forwards = self._workspace.forwards
            found = Forwarding(tuple(await forwards.all()), tuple(await forwards.queues()))
        finally:
            self._reading = False
            self._pause.start()
        if found != self.forwarding:
            self.forwarding = found
            self.changed.emit(found)

    def _on_arrived(self) -> None:
        if self.forwarding.forwards:
            self.read()

    def _on_pause_over(self) -> None:
        if self._again:
            self._again = False
            self.read()
        elif self.forwarding.waiting:
            self.read()
