"""The saved edits of the webhook that is open, each one click from being sent again."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from garfio.core.capture import CaptureId
from garfio.core.edit import EditSummary
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.bridge import Bridge
from garfio.ui.label import PlainLabel

_MOST_SHOWN = 3
_LONGEST_SHOWN = 24


class EditStrip(QFrame):
    """Hidden while there are none."""

    chosen = Signal(str)
    """The name of an edit to open."""

    def __init__(
        self, workspace: Workspace, bridge: Bridge, tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._capture: CaptureId | None = None
        self._reading = 0
        self.names: list[str] = []
        self.buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 14, 8)
        self._row.setSpacing(6)
        self._row.addWidget(PlainLabel(self.tr("Saved edits:"), "muted"))
        self._row.addStretch(1)
        self.hide()
        bridge.edits_changed.connect(self._read)

    @property
    def is_busy(self) -> bool:
        """True while edits are being read."""
        return bool(self._reading)

    def show_capture(self, capture: CaptureId) -> None:
        """Show the edits of a capture."""
        if capture != self._capture:
            self._capture = capture
            self._show([])
        self._read()

    def _read(self) -> None:
        if self._capture is not None:
            self._reading += 1
            self._tasks.spawn(self._read_edits(self._capture), name="edits.read")

    async def _read_edits(self, capture: CaptureId) -> None:
        try:
            edits = await self._workspace.edits.all()
        finally:
            self._reading -= 1
        if capture == self._capture:
            self._show(edits)

    def _show(self, edits: list[EditSummary]) -> None:
        names = [edit.name for edit in edits if edit.capture == self._capture]
        if names == self.names:
            return
        self.names = names
        for button in self.buttons:
            self._row.removeWidget(button)
            button.deleteLater()
        self.buttons = [self._button(name) for name in names[:_MOST_SHOWN]]
        more = len(names) - _MOST_SHOWN
        if more > 0:
            button = QPushButton(self.tr("{count} more…").format(count=more), self)
            button.clicked.connect(lambda: self._open_menu(button))
            self.buttons.append(button)
        for at, button in enumerate(self.buttons, start=1):
            self._row.insertWidget(at, button)
        self.setVisible(bool(names))

    def _button(self, name: str) -> QPushButton:
        shown = name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"
        button = QPushButton(shown.replace("&", "&&"), self)
        button.setToolTip(self.tr("Open this edit: {name}").format(name=name))
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.chosen.emit(name))
        return button

    def _open_menu(self, button: QPushButton) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in self.names[_MOST_SHOWN:]:
            menu.addAction(name.replace("&", "&&")).triggered.connect(
                lambda _=False, name=name: self.chosen.emit(name)
            )
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))
