"""Rows that are pulled out of the list become `.http` files, to be dropped wherever files are taken.

The files are written while the mouse moves, on the store's thread; the drag begins when they are there and the button
is still held. They are exact, so they hold secrets: they lie in a private folder and go with the program.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from garfio.core.capture import CaptureId
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.capture_table.view import CaptureTableView
from garfio.ui.copy_commands import http_file_name

_FILES = 20
"""So many webhooks become a file each; more of them become one file."""


class RowDrags(QObject):
    """Prepares what is dragged out of one list."""

    def __init__(self, view: CaptureTableView, workspace: Workspace, tasks: Tasks) -> None:
        super().__init__(view)
        self._view = view
        self._workspace = workspace
        self._tasks = tasks
        self._folder: TemporaryDirectory[str] | None = None
        self._drags = 0
        view.drag_wanted.connect(self._on_drag_wanted)

    def close(self) -> None:
        """Remove all files."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    async def prepare(self, ids: Sequence[CaptureId]) -> list[Path]:
        """Write webhooks, oldest first; gives their files. Raises AppError `file.write` or `capture.missing`."""
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="garfio-", ignore_cleanup_errors=True)
        self._drags += 1
        folder = Path(self._folder.name) / str(self._drags)
        folder.mkdir()
        if len(ids) > _FILES:
            await self._workspace.export(ids, folder / "webhooks.http")
            return [folder / "webhooks.http"]
        files = []
        for number in ids:
            file = folder / http_file_name(await self._workspace.capture(number, 0))
            await self._workspace.export([number], file)
            files.append(file)
        return files

    def _on_drag_wanted(self) -> None:
        self._tasks.spawn(self._drag(self._view.selected_ids()[::-1]), name="export.drag")

    async def _drag(self, ids: list[CaptureId]) -> None:
        files = await self.prepare(ids)
        # Qt drags in a loop of its own, which must not run inside a coroutine.
        QTimer.singleShot(0, self._view, lambda: self._begin(files))

    def _begin(self, files: list[Path]) -> None:
        if QGuiApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            self._view.carry(files)
