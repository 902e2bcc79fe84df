"""Edits by name: choose one to go on with, keep what stands in the editor, rename, delete.

An edit that was made of another webhook can be chosen as well, so that none is lost with its webhook.
"""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QWidget

from garfio.core.capture import Capture
from garfio.core.edit import EditSummary
from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.look import Look
from garfio.ui.resend import name_dialog
from garfio.ui.resend.request_editor import RequestEditor

_LONGEST_SHOWN = 48


class EditBar(QFrame):
    """Which edit stands in the editor, and what can be done with it."""

    failed = Signal(object)
    """An AppError, or None when the last deed went well."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        capture: Capture,
        editor: RequestEditor,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._capture = capture
        self._editor = editor
        self._name = ""
        self._edits: list[EditSummary] = []
        self._work: set[asyncio.Task[None]] = set()
        self.chooser = QPushButton(look.icon("chevron-down", "text"), "", self)
        self.chooser.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.chooser.setToolTip(self.tr("Choose a saved edit"))
        self.save = QPushButton(self.tr("Save edit…"), self)
        self.save.setToolTip(self.tr("Keep what stands here under a name"))
        for button in (self.chooser, self.save):
            button.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 0)
        row.setSpacing(8)
        row.addWidget(self.chooser)
        row.addStretch(1)
        row.addWidget(self.save)
        self.chooser.clicked.connect(self._open_menu)
        self.save.clicked.connect(lambda: self._start(self._keep()))
        self._disconnect = workspace.edits.changed.connect(lambda _: self._start(self._read()))
        self._set_name("")
        self._start(self._read())

    @property
    def name(self) -> str:
        """The edit that was chosen or saved last; empty for the webhook as it was captured."""
        return self._name

    @property
    def is_busy(self) -> bool:
        """True while something is read or written."""
        return bool(self._work)

    def open(self, name: str) -> None:
        """Put an edit into the editor."""
        self._start(self._open(name))

    def menu(self) -> QMenu:
        """What can be chosen, and what can be done with the edit that is open."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._offer(menu, self.tr("As captured"), "")
        own = [edit.name for edit in self._edits if edit.capture == self._capture.id]
        other = [edit.name for edit in self._edits if edit.capture != self._capture.id]
        for title, names in ((self.tr("Of this webhook"), own), (self.tr("Of other webhooks"), other)):
            if names:
                # A section's title is not drawn under a style sheet.
                menu.addSeparator()
                menu.addAction(title).setEnabled(False)
            for name in names:
                self._offer(menu, name, name)
        if self._name:
            menu.addSeparator()
            menu.addAction(self.tr("Rename…")).triggered.connect(lambda: self._start(self._rename()))
            menu.addAction(self.tr("Delete…")).triggered.connect(lambda: self._start(self._remove()))
        elif not self._edits:
            menu.addAction(self.tr("No edit is saved yet")).setEnabled(False)
        return menu

    def close_down(self) -> None:
        """Stop what is under way and listen no more."""
        self._disconnect()
        for task in self._work:
            task.cancel()

    def _offer(self, menu: QMenu, text: str, name: str) -> None:
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(name == self._name)
        action.triggered.connect(lambda: self._start(self._open(name)))

    def _open_menu(self) -> None:
        self.menu().popup(self.chooser.mapToGlobal(QPoint(0, self.chooser.height() + 2)))

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = self._tasks.spawn(self._told(work), name="edit.saved")
        self._work.add(task)
        task.add_done_callback(self._work.discard)

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except AppError as error:
            self.failed.emit(error)

    async def _read(self) -> None:
        self._edits = await self._workspace.edits.all()

    async def _open(self, name: str) -> None:
        if not name:
            self._editor.set_request(self._capture.request)
            self._editor.signature.set_mode("keep")
        else:
            edit = await self._workspace.edits.get(name)
            self._editor.set_request(edit.request)
            self._editor.signature.set_mode(edit.signature)
        self._set_name(name)
        self.failed.emit(None)

    async def _keep(self) -> None:
        told = self.tr("The webhook itself stays as it is. A secret that is entered is not saved.")
        dialog = name_dialog.NameDialog(self.tr("Save edit"), told, self._name, self)
        if not await dialogs.finished(dialog):
            return
        name = dialog.name.text()
        again = name.strip().casefold() == self._name.casefold()
        request, mode = self._editor.request(), self._editor.signature.mode
        kept = await self._workspace.edits.save(name, self._capture.id, request, mode, replace=again)
        self._set_name(kept)
        self.failed.emit(None)

    async def _rename(self) -> None:
        dialog = name_dialog.NameDialog(self.tr("Rename edit"), "", self._name, self)
        if await dialogs.finished(dialog):
            self._set_name(await self._workspace.edits.rename(self._name, dialog.name.text()))
            self.failed.emit(None)

    async def _remove(self) -> None:
        headline = self.tr("Delete the edit “{name}”?").format(name=self._name)
        text = self.tr("What stands in the editor stays there. The webhook and its attempts are kept.")
        if await dialogs.confirm(self, headline, text, self.tr("Delete"), dangerous=True):
            await self._workspace.edits.remove(self._name)
            self._set_name("")
            self.chooser.setText(self.tr("Not saved"))

    def _set_name(self, name: str) -> None:
        self._name = name
        shown = name if len(name) <= _LONGEST_SHOWN else f"{name[:_LONGEST_SHOWN]}…"
        text = shown.replace("&", "&&") if name else self.tr("As captured")
        self.chooser.setText(text)
        self.chooser.setAccessibleName(self.tr("Edit: {name}").format(name=name or self.tr("As captured")))
