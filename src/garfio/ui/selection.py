"""The one current capture and the selected ones: the object that panes subscribe to instead of each other.

The selected ids can be a million, so they are given as a function and asked for only when a command needs
them.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from garfio.core.capture import CaptureId


class Selection(QObject):
    """What the user points at."""

    current_changed = Signal(object)
    """The current capture's id, or None."""
    selected_changed = Signal(int)
    """How many captures are selected."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current: CaptureId | None = None
        self._count = 0
        self._ids: Callable[[], list[CaptureId]] = list

    @property
    def current(self) -> CaptureId | None:
        """The capture that the detail shows."""
        return self._current

    @property
    def count(self) -> int:
        """How many are selected."""
        return self._count

    def ids(self) -> list[CaptureId]:
        """The selected captures, newest first."""
        return self._ids()

    def set_current(self, capture_id: CaptureId | None) -> None:
        """Make one capture the current one."""
        if capture_id != self._current:
            self._current = capture_id
            self.current_changed.emit(capture_id)

    def set_selected(self, count: int, ids: Callable[[], list[CaptureId]]) -> None:
        """Say how many captures are selected and how to list them."""
        self._ids = ids
        if count != self._count:
            self._count = count
            self.selected_changed.emit(count)
