"""“Send the wrong ones”: a webhook with each fault that a check must find, and what the target answered to each."""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from garfio.core.capture import Capture
from garfio.core.errors import AppError
from garfio.core.outgoing import Signing
from garfio.core.signature import recognise
from garfio.core.tamper import TAMPERS
from garfio.engine.resend.examples import endpoint_of, known_secret
from garfio.engine.resend.wrong import Wrong, send_wrong
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.error_text import error_text
from garfio.ui.footer import Footer
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.resend.consent import with_consent
from garfio.ui.resend.fault_text import answers_text, fault_text, is_dangerous, meaning
from garfio.ui.resend.order_dialog import chosen_place, place_field
from garfio.ui.table_manners import set_manners
from garfio.ui.targets.watch import Places, place_label

_FAULT, _ANSWER, _MEANING = range(3)
_WIDTHS = {_FAULT: 340, _ANSWER: 110}


class WrongDialog(QDialog):
    """Sends when the user says so; may be sent again."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        capture: Capture,
        places: Places,
        look: Look,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send the wrong ones"))
        self._workspace = workspace
        self._tasks = tasks
        self._capture = capture
        self._look = look
        self._sending: asyncio.Task[None] | None = None
        self.target = place_field(places, self)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText(
            self.tr("empty for the one that is kept for the target or the endpoint")
        )
        self.table = QTableWidget(len(TAMPERS), 3, self)
        self._said = PlainLabel("", "muted", self)
        self._said.setWordWrap(True)
        self.send = QPushButton(self.tr("Send all"), self)
        self._set_table()
        self._arrange()
        self.send.clicked.connect(self._on_send_clicked)

    @property
    def is_busy(self) -> bool:
        """True while answers are awaited."""
        return self._sending is not None and not self._sending.done()

    def said(self) -> str:
        """What is said about all of it."""
        return self._said.text()

    def row(self, kind: str) -> tuple[str, str]:
        """Answer and meaning of a fault as they are shown."""
        row = list(TAMPERS).index(kind)
        return self.table.item(row, _ANSWER).text(), self.table.item(row, _MEANING).text()

    def done(self, result: int) -> None:
        if self._sending is not None:
            self._sending.cancel()
        super().done(result)

    def _set_table(self) -> None:
        table = self.table
        table.setHorizontalHeaderLabels([self.tr("What is wrong"), self.tr("Answer"), self.tr("Meaning")])
        set_manners(table, self._look, self.tr("Results"), _WIDTHS)
        self._clear()

    def _arrange(self) -> None:
        intro = PlainLabel(
            self.tr(
                "The webhook goes to the target once for each of these faults. A target that checks refuses all"
                " but the repeated one; a 2xx to any other means that a forged webhook would get in."
            ),
            "muted",
        )
        intro.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(12)
        for title, field in ((self.tr("Target"), self.target), (self.tr("Signing secret"), self.secret)):
            field.setAccessibleName(title)
            form.addRow(title, field)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        self.send.setProperty("kind", "primary")
        self.send.setDefault(True)
        top = QVBoxLayout()
        top.setContentsMargins(20, 16, 20, 12)
        top.setSpacing(12)
        top.addWidget(intro)
        top.addLayout(form)
        footer = Footer(self._said, (close, self.send), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(footer)
        self.resize(960, 520)

    def _on_send_clicked(self) -> None:
        if not self.is_busy:
            self._sending = self._tasks.spawn(self._send(), name="wrong.send")

    async def _send(self) -> None:
        self.send.setEnabled(False)
        self._clear()
        self._say(self.tr("Being sent…"))
        try:
            await self._send_all()
        except AppError as error:
            self._say(error_text(error), "bad")
            if not self.secret.text():
                self.secret.setFocus()
        finally:
            self.send.setEnabled(True)

    async def _send_all(self) -> None:
        place, summary = chosen_place(self.target), self._capture.summary
        secret = self.secret.text().strip()
        if not secret:
            endpoints = self._workspace.endpoints
            provider = summary.provider or recognise(self._capture.request).provider
            like = None if summary.endpoint else await endpoint_of(endpoints, provider)
            secret = await known_secret(endpoints, place, like.path if like else summary.endpoint)
        signing = Signing("resign", summary.provider, secret)
        found = await with_consent(
            self,
            lambda confirmed: send_wrong(
                self._workspace.desk, self._capture.id, place, signing, confirmed=confirmed, told=self._show
            ),
        )
        if found is None:
            self._clear()
            self._say("")
            return
        taken = sum(map(is_dangerous, found))
        if taken:
            tried = sum(bool(rows) and kind != "duplicate" for kind, rows, _ in found)
            text = self.tr("⚠ Dangerous: {target} took {count} of {total} that it has to refuse")
            text = text.format(target=place_label(place), count=taken, total=tried)
            self._say(text, "bad")
        elif any(meaning(wrong)[1] in ("bad", "warn") for wrong in found):
            self._say(self.tr("✕ Not everything was answered as it should be"), "warn")
        else:
            self._say(
                self.tr("✓ {target} refused every forged one").format(target=place_label(place)), "good"
            )

    def _show(self, wrong: Wrong) -> None:
        row = list(TAMPERS).index(wrong[0])
        text, ink = meaning(wrong)
        for column, words in ((_ANSWER, answers_text(wrong)), (_MEANING, text)):
            item = QTableWidgetItem(words)
            item.setData(Qt.ItemDataRole.ForegroundRole, self._look.colour(ink))
            item.setToolTip(words)
            self.table.setItem(row, column, item)

    def _clear(self) -> None:
        for row, kind in enumerate(TAMPERS):
            item = QTableWidgetItem(fault_text(kind))
            item.setToolTip(item.text())
            self.table.setItem(row, _FAULT, item)
            for column in (_ANSWER, _MEANING):
                self.table.setItem(row, column, QTableWidgetItem(""))

    def _say(self, text: str, role: str = "muted") -> None:
        self._said.set_role(role)
        self._said.setText(text)
