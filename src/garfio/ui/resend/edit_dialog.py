"""Edit and resend: the request at the left, what the target answers to it at the right.

It stays open after sending, so that one change after the other can be tried. The capture itself never changes;
every try is in its ledger.
"""

from __future__ import annotations

import asyncio

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QSplitter, QVBoxLayout, QWidget

from garfio.core.attempt import verdicts
from garfio.core.capture import Capture
from garfio.core.errors import AppError
from garfio.core.outgoing import Changes, Outgoing
from garfio.engine.resend.run import Run
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.error_text import error_text
from garfio.ui.footer import Footer
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.inspector.title import title_text
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.resend.answer_pane import AnswerPane
from garfio.ui.resend.consent import with_consent
from garfio.ui.resend.edit_bar import EditBar
from garfio.ui.resend.order_dialog import chosen_place, place_field
from garfio.ui.resend.request_editor import RequestEditor
from garfio.ui.targets.watch import TargetsWatch

_PAUSE_MS = 250
_MOST_NAMED = 6


class EditDialog(QDialog):
    """Does not block the window behind it."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        capture: Capture,
        targets: TargetsWatch,
        look: Look,
        run_slow: RunSlow,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Edit and resend: {title}").format(title=title_text(capture.summary)))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        self._tasks = tasks
        self._targets = targets
        self._capture = capture
        self._run: Run | None = None
        self._gone = False
        self._task: asyncio.Task[None] | None = None
        self._previews: asyncio.Task[None] | None = None
        self.editor = RequestEditor(capture, look, self)
        self.edits = EditBar(workspace, tasks, capture, self.editor, look, self)
        self.answer = AnswerPane(workspace, tasks, run_slow, look, self)
        self.place = place_field(targets.places, self)
        self.send = QPushButton(self.tr("Send"), self)
        self._differences = ElidedLabel("", "muted", self)
        self._error = PlainLabel("", "bad", self)
        self._error.setWordWrap(True)
        self._error.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._arrange()
        self._pause.timeout.connect(self._preview)
        self.editor.edited.connect(self._pause.start)
        self.edits.failed.connect(self._show_error)
        self.place.currentTextChanged.connect(self._pause.start)
        self.send.clicked.connect(self._on_send_clicked)
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.send.click)
        self._pause.start()
        self.editor.body.text.setFocus()

    @property
    def is_busy(self) -> bool:
        """True while something is being sent or shown."""
        return self._task is not None or self.answer.is_busy or self.edits.is_busy

    def error_shown(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return "" if self._error.isHidden() else self._error.text()

    def differences(self) -> str:
        """What is said to differ from the capture."""
        return self._differences.text()

    def done(self, result: int) -> None:
        self._gone = True
        self._pause.stop()
        if self._run is not None:
            self._run.cancel()
        for task in (self._task, self._previews):
            if task is not None:
                task.cancel()
        self.answer.clear()
        self.edits.close_down()
        super().done(result)

    def _arrange(self) -> None:
        left = QWidget(self)
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self.edits)
        inside.addWidget(self.editor, 1)
        for pane in (left, self.answer):
            pane.setProperty("pane", "surface")
            pane.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.answer.clear(self.tr("The answer will appear here."))
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        for pane in (left, self.answer):
            parts.addWidget(pane)
        parts.setSizes([600, 500])
        to = PlainLabel(self.tr("Send to"))
        to.setBuddy(self.place)
        self.place.setAccessibleName(self.tr("Send to"))
        self.place.setMinimumWidth(230)
        self.send.setProperty("kind", "primary")
        self.send.setToolTip(f"{self.send.text()} (Ctrl+Return)")
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        footer = Footer(self._differences, (close, self.send), self, before=(to, self.place))
        self._error.setContentsMargins(14, 8, 14, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(parts, 1)
        column.addWidget(self._error)
        column.addWidget(footer)
        self.resize(1120, 700)

    def _preview(self) -> None:
        if self._previews is not None:
            self._previews.cancel()
        self._previews = self._tasks.spawn(self._show_preview(), name="edit.preview")

    async def _show_preview(self) -> None:
        try:
            place = chosen_place(self.place)
            outgoing = await self._workspace.preview_resend(self._capture.id, place, self.editor.changes())
        except AppError as error:
            self._differences.setText("")
            self.editor.signature.set_warnings(())
            self._show_error(error if self.place.currentText().strip() else None)
            return
        self._show_error(None)
        self.editor.signature.set_warnings(outgoing.warnings)
        self._differences.setText(preview_text(outgoing))

    def _on_send_clicked(self) -> None:
        if self._run is not None:
            self._run.cancel()
        elif self._task is None:
            self._task = self._tasks.spawn(self._send(), name="edit.send")

    async def _send(self) -> None:
        self.send.setText(self.tr("Cancel"))
        try:
            await self._send_once()
        except AppError as error:
            self._show_error(error)
        finally:
            self._run = self._task = None
            if not self._gone:
                self.send.setText(self.tr("Send"))

    async def _send_once(self) -> None:
        place = chosen_place(self.place)
        changes = self.editor.changes()
        run = await with_consent(self, lambda confirmed: self._start(place, changes, confirmed))
        if run is None:
            return
        self._run = run
        self._show_error(None)
        self.answer.clear(self.tr("Being sent…"))
        self._targets.read()
        over = asyncio.Event()
        disconnect = run.progress_changed.connect(lambda progress: over.set() if progress.over else None)
        try:
            if not run.progress.over:
                await over.wait()
        finally:
            disconnect()
        if run.errors:
            raise run.errors[0][1]
        await self._show_answer(run)

    async def _start(self, place: str, changes: Changes, confirmed: bool) -> Run:
        return await self._workspace.start_resend([self._capture.id], place, changes, confirmed=confirmed)

    async def _show_answer(self, run: Run) -> None:
        attempts = await self._workspace.attempts(self._capture.id)
        found = verdicts(attempts)
        for at, row in enumerate(attempts):
            if row.id in run.ids:
                older = [one for one in attempts[:at] if (one.target or one.url) == (row.target or row.url)]
                self.answer.show_attempt(row, older[-1] if older else None, found[at])
                return
        self.answer.clear(self.tr("Cancelled; nothing was sent."))

    def _show_error(self, error: AppError | None) -> None:
        self._error.setVisible(error is not None)
        if error is not None:
            self._error.setText(error_text(error))


def preview_text(outgoing: Outgoing) -> str:
    """`Differs in Host, Content-Length, body`, and what to know before it is sent."""
    translate = QCoreApplication.translate
    words = {
        "method": translate("edit", "method"),
        "target": translate("edit", "path"),
        "body": translate("edit", "body"),
        "framing": translate("edit", "chunks"),
        "version": translate("edit", "HTTP version"),
    }
    named = [entry.name or words.get(entry.part, entry.part) for entry in outgoing.differences]
    parts = list(dict.fromkeys(named))
    more = "…" if len(parts) > _MOST_NAMED else ""
    said = []
    if "json" in outgoing.warnings:
        said.append(translate("edit", "⚠ Declared as JSON, and it is not."))
    if "coding" in outgoing.warnings:
        said.append(translate("edit", "⚠ Not packed as Content-Encoding says."))
    if parts:
        text = translate("edit", "Differs in: {parts}")
        said.append(text.format(parts=", ".join(parts[:_MOST_NAMED]) + more))
    else:
        said.append(translate("edit", "Exactly as captured"))
    return " ".join(said)
