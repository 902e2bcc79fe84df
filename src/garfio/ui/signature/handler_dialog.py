"""Check my handler: which mistake makes the signature that the user's program computed, or the body that it saw."""

from __future__ import annotations

import asyncio
import base64
import binascii
import re

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.signature import Finding
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel
from garfio.ui.signature.handler_text import mistake_text

_TEXT, _HEX, _BASE64 = "text", "hex", "base64"


class HandlerDialog(QDialog):
    """Two fields, of which one is enough."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        capture: CaptureId,
        body: bytes,
        provider: str,
        parent: QWidget,
    ) -> None:
        """`body` is the capture's, as far as it is at hand; `provider` is the sender's name."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Check my handler"))
        self._workspace = workspace
        self._tasks = tasks
        self._capture = capture
        self._own_body = body
        self._provider = provider
        self._task: asyncio.Task[None] | None = None
        self.signature = QLineEdit(self)
        self.signature.setProperty("role", "mono")
        self.body = QPlainTextEdit(self)
        self.body.setProperty("role", "mono")
        self.body.setTabChangesFocus(True)
        self.body.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.form = QComboBox(self)
        for name, text in (
            (_TEXT, self.tr("as text")),
            (_HEX, self.tr("as hex")),
            (_BASE64, self.tr("as base64")),
        ):
            self.form.addItem(text, name)
        self._answer = PlainLabel("", "strong", self)
        self._advice = PlainLabel("", "muted", self)
        self.check = QPushButton(self.tr("Find the mistake"), self)
        self._arrange()
        self.check.clicked.connect(self._on_check_clicked)

    @property
    def is_busy(self) -> bool:
        """True while the mistake is being looked for."""
        return self._task is not None and not self._task.done()

    def words(self) -> str:
        """What was found."""
        return f"{self._answer.text()} {self._advice.text()}".strip()

    def done(self, result: int) -> None:
        if self._task is not None:
            self._task.cancel()
        super().done(result)

    def _arrange(self) -> None:
        intro = PlainLabel(
            self.tr(
                "This webhook is genuine. Paste what your own program made of it, and learn where the two part:"
                " log the signature that it computed, or the body that it hashed."
            )
        )
        self.signature.setPlaceholderText(self.tr("the signature that it computed"))
        self.body.setPlaceholderText(self.tr("the body that it hashed"))
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        for title, field in ((self.tr("Signature"), self.signature), (self.tr("Body"), self.body)):
            label = PlainLabel(title)
            label.setBuddy(field)
            field.setAccessibleName(title)
            form.addRow(label, field)
        form.addRow("", self.form)
        for label in (intro, self._answer, self._advice):
            label.setWordWrap(True)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.check.setProperty("kind", "primary")
        self.check.setDefault(True)
        column = QVBoxLayout()
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        column.addWidget(intro)
        column.addLayout(form, 1)
        column.addWidget(self._answer)
        column.addWidget(self._advice)
        footer = QFrame(self)
        footer.setProperty("pane", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(close)
        row.addWidget(self.check)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(column, 1)
        outer.addWidget(footer)
        self.resize(620, 500)

    def _on_check_clicked(self) -> None:
        if not self.is_busy:
            self._task = self._tasks.spawn(self._find(), name="handler.check")

    async def _find(self) -> None:
        signature = self.signature.text().strip()
        text = self.body.toPlainText()
        if not signature and not text:
            self._say(self.tr("Paste the signature or the body first."))
            return
        self._say(self.tr("Looking for the mistake…"))
        try:
            if text:
                await self._explain_body(text)
            else:
                found = await self._workspace.endpoints.check_handler(self._capture, signature)
                self._say_findings(found, self.tr("It is the right signature, or no known mistake makes it."))
        except AppError as error:
            self._say(error_text(error), role="bad")

    async def _explain_body(self, text: str) -> None:
        bodies = _bodies(text, self.form.currentData())
        if not bodies:
            self._say(
                self.tr("This is not written as {form}.").format(form=self.form.currentData()), role="bad"
            )
            return
        if self._own_body in bodies:
            self._say(
                self.tr("This is the body as it was sent: your program hashed the right bytes."), role="good"
            )
            return
        for body in bodies:
            found = await self._workspace.endpoints.check_handler(self._capture, "", body)
            if found:
                self._say_findings(found, "")
                return
        self._say(self.tr("No known mistake makes this body from the one that was sent."))

    def _say_findings(self, found: tuple[Finding, ...], none: str) -> None:
        if not found:
            self._say(none)
            return
        said = [mistake_text(finding, self._provider) for finding in found]
        causes = " ".join(f"{words.cause.rstrip('.')} ({words.certainty})." for words in said)
        self._say(causes, said[-1].advice, role="bad")

    def _say(self, text: str, advice: str = "", role: str = "strong") -> None:
        self._answer.set_role(role)
        self._answer.setText(text)
        self._advice.setText(advice)


def _bodies(text: str, form: str) -> list[bytes]:
    """The bodies that a pasted text may stand for: a text field knows one kind of line end only."""
    if form == _TEXT:
        unix = text.encode("utf-8", "surrogatepass")
        return list(dict.fromkeys((unix, unix.replace(b"\n", b"\r\n"))))
    compact = re.sub(r"[\s:]", "", text)
    try:
        return [bytes.fromhex(compact)] if form == _HEX else [base64.b64decode(compact, validate=True)]
    except (ValueError, binascii.Error):
        return []
