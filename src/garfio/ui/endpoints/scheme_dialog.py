"""A scheme for senders of one's own, with a live preview of what it signs on the capture that is open.

It is the same block of data as an entry of the catalogue, and is exported and imported as that.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Coroutine, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.signature import Verification
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.endpoints.scheme_form import SchemeForm
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.signature.signed_pane import SignedPane
from garfio.ui.signature.verdict_text import headline, reason
from garfio.ui.wording import verdict_role, verdict_shape

_PAUSE_MS = 200
_FORM_WIDTH = 410
_LONGEST_FILE = 1 << 20


class SchemeDialog(QDialog):
    """Form at the left, preview at the right."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        look: Look,
        values: Mapping[str, object],
        capture: CaptureId | None,
        parent: QWidget,
    ) -> None:
        """`values` are those of a scheme to change, empty for a new one; `capture` is what the preview shows."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Custom scheme"))
        self._workspace = workspace
        self._tasks = tasks
        self._capture = capture
        self._running: set[asyncio.Task[None]] = set()
        self._ticket = 0
        self.saved = ""
        """The id under which it was kept; empty when it was not."""
        self.form = SchemeForm(self)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText(self.tr("a secret to try it with; it is not kept"))
        self.secret.setAccessibleName(self.tr("Secret"))
        self.preview = SignedPane(look, self)
        self._verdict = PlainLabel("", "muted", self)
        self._said = PlainLabel("", "muted", self)
        self.save = QPushButton(self.tr("Save"), self)
        self.import_ = QPushButton(self.tr("Import…"), self)
        self.export = QPushButton(self.tr("Export…"), self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._arrange()
        self._pause.timeout.connect(self._on_pause_over)
        for signal in (self.form.edited, self.secret.textChanged):
            signal.connect(self._pause.start)
        self.save.clicked.connect(lambda: self._run(self._keep()))
        self.import_.clicked.connect(lambda: self._run(self._import()))
        self.export.clicked.connect(lambda: self._run(self._export()))
        self.form.show_values(values)
        self._pause.start()

    @property
    def is_busy(self) -> bool:
        """True while the preview is being made, or something is kept."""
        return bool(self._running) or self._pause.isActive()

    def words(self) -> str:
        """The preview's verdict, and what was said last."""
        return f"{self._verdict.text()} {self._said.text()}".strip()

    def load(self, text: str) -> None:
        """Fill the form from JSON. Raises AppError `scheme.invalid`."""
        try:
            values = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise AppError("scheme.invalid", "This is no signature scheme.") from error
        if (
            not isinstance(values, dict)
            or not isinstance(values.get("schemes"), list)
            or not values["schemes"]
        ):
            raise AppError("scheme.invalid", "This is no signature scheme.")
        self.form.show_values(values)

    def dump(self) -> str:
        """The form as JSON, as an entry of the catalogue would say it."""
        return json.dumps(self.form.values(), ensure_ascii=False, indent=2) + "\n"

    def done(self, result: int) -> None:
        self._pause.stop()
        for task in self._running:
            if task is not asyncio.current_task():
                task.cancel()
        super().done(result)

    def _arrange(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        area.setFixedWidth(_FORM_WIDTH)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 14, 8)
        head.setSpacing(6)
        head.addWidget(self.secret)
        head.addWidget(self._verdict)
        self._verdict.setWordWrap(True)
        right.addLayout(head)
        right.addWidget(self.preview, 1)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(area)
        top.addLayout(right, 1)
        cancel = QPushButton(self.tr("Cancel"), self)
        cancel.clicked.connect(self.reject)
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        footer = QFrame(self)
        footer.setProperty("pane", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        for button in (self.import_, self.export):
            row.addWidget(button)
        self._said.setWordWrap(True)
        row.addWidget(self._said, 1)
        for button in (cancel, self.save):
            row.addWidget(button)
        for button in (self.import_, self.export, cancel):
            button.setAutoDefault(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top, 1)
        outer.addWidget(footer)
        self.resize(940, 600)

    def _run(self, work: Coroutine[Any, Any, object]) -> None:
        task = self._tasks.spawn(self._report(work), name="scheme.dialog")
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _report(self, work: Coroutine[Any, Any, object]) -> None:
        try:
            await work
        except AppError as error:
            self._say(error, "bad")

    def _say(self, what: str | AppError, role: str = "muted") -> None:
        text = what if isinstance(what, str) else error_text(what)
        self._said.set_role(role)
        self._said.setText(text)

    def _on_pause_over(self) -> None:
        self._ticket += 1
        self._run(self._show_preview(self._ticket))

    async def _show_preview(self, ticket: int) -> None:
        if self._capture is None:
            self._verdict.setText("")
            self.preview.show_parts((), self.tr("Open a webhook to see which bytes the scheme signs."))
            return
        secret = self.secret.text().strip()
        try:
            found = await self._workspace.endpoints.preview_scheme(self.form.values(), self._capture, secret)
        except AppError as error:
            if ticket == self._ticket:
                self._verdict.set_role("bad")
                self._verdict.setText(error_text(error))
                self.preview.show_parts((), "")
            return
        if ticket == self._ticket:
            self._show_found(found)

    def _show_found(self, found: Verification) -> None:
        self._verdict.set_role(verdict_role(str(found.verdict)))
        name = self.form.name.text().strip()
        self._verdict.setText(f"{verdict_shape(str(found.verdict))} {headline(found)} {reason(found, name)}")
        self.preview.show_parts(found.parts, self.tr("The scheme finds nothing to sign in this webhook."))

    async def _keep(self) -> None:
        made = await self._workspace.endpoints.save_scheme(self.form.values())
        self.saved = made.id
        self.accept()

    async def _import(self) -> None:
        files = await dialogs.open_files(self, self.tr("Import a scheme"), self.tr("Schemes (*.json)"))
        for file in files[:1]:
            self.load(await asyncio.to_thread(_read, file))
            self._say(self.tr("Imported; save it to use it."))

    async def _export(self) -> None:
        name = f"{self.form.values()['id']}.json"
        file = await dialogs.save_file(self, self.tr("Export the scheme"), name, self.tr("Schemes (*.json)"))
        if file is not None:
            await asyncio.to_thread(_write, file, self.dump())
            self._say(self.tr("Exported."))


def _read(file: Path) -> str:
    try:
        with file.open(encoding="utf-8") as stream:
            return stream.read(_LONGEST_FILE)
    except (OSError, UnicodeDecodeError) as error:
        raise AppError("file.read", f"{file} cannot be read: {error}.", path=str(file)) from error


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise AppError("file.write", f"{file} cannot be written: {error}.", path=str(file)) from error
