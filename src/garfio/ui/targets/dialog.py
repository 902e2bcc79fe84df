"""All targets: a list at the left, the form of the chosen one at the right, with a test whether it answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from garfio.core.attempt import Response
from garfio.core.errors import AppError
from garfio.core.signature import Secret
from garfio.core.target import Target
from garfio.engine.resend.sent import Sent
from garfio.engine.resend.share import export_targets, import_targets
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.endpoints.secret_keeping import keep_only_secret
from garfio.ui.endpoints.secret_text import record_title
from garfio.ui.error_text import error_text
from garfio.ui.figures import duration_text
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.resend.consent import with_consent
from garfio.ui.resend.outcome_text import failure_sentence
from garfio.ui.targets.form import TargetForm
from garfio.ui.targets.menu import target_title

_LIST_WIDTH = 190
Work = Callable[[], Coroutine[Any, Any, object]]


class TargetsDialog(QDialog):
    """Changes are kept with the button, one target at a time."""

    def __init__(self, workspace: Workspace, tasks: Tasks, look: Look, chosen: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Targets"))
        self._workspace = workspace
        self._tasks = tasks
        self._look = look
        self._targets: list[Target] = []
        self._chosen: str | None = chosen or None
        """The name that is being changed; None for a new target."""
        self._running: set[asyncio.Task[None]] = set()
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Targets"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.list.setIconSize(QSize(16, 16))
        self.form = TargetForm(look, self)
        self._said = PlainLabel("", "muted", self)
        self._said.setWordWrap(True)
        self.new = QPushButton(self.tr("New target"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        self.test = QPushButton(self.tr("Test"), self)
        self.test.setToolTip(
            self.tr("Send a HEAD request, which changes nothing there, and say what comes back")
        )
        self.take_in = QPushButton(self.tr("Import…"), self)
        self.take_in.setToolTip(self.tr("Add the targets of a file; names that are there stay as they are"))
        self.write = QPushButton(self.tr("Export…"), self)
        self.write.setToolTip(
            self.tr(
                "Write all targets to a file for the team: signing secrets are left out, headers that are set are not"
            )
        )
        self.keep = QPushButton(self.tr("Keep"), self)
        self._arrange()
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.new.clicked.connect(self.start_new)
        for button, work in (
            (self.keep, self._keep),
            (self.remove, self._remove),
            (self.test, self._test),
            (self.take_in, self._import),
            (self.write, self._export),
        ):
            button.clicked.connect(lambda _=False, work=work: self._run(work))
        self.form.edited.connect(self._show_buttons)
        self._run(self._read)

    @property
    def is_busy(self) -> bool:
        """True while something is being read, kept or tested."""
        return bool(self._running)

    def said(self) -> str:
        """What is said about the last deed."""
        return self._said.text()

    def start_new(self) -> None:
        """Empty the form for another target."""
        self._chosen = None
        self.list.setCurrentItem(None)
        self.form.show_target(Target(url="http://localhost:3000"))
        self.form.show_secret("")
        self.form.name.setFocus()
        self._say("")
        self._show_buttons()

    def done(self, result: int) -> None:
        for task in self._running:
            task.cancel()
        super().done(result)

    def _arrange(self) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self.form)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        left = QVBoxLayout()
        left.setContentsMargins(12, 12, 12, 12)
        left.setSpacing(8)
        left.addWidget(self.list, 1)
        left.addWidget(self.new)
        share = QHBoxLayout()
        share.addWidget(self.take_in)
        share.addWidget(self.write)
        left.addLayout(share)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addLayout(left)
        top.addWidget(area, 1)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        self.keep.setProperty("kind", "primary")
        self.keep.setDefault(True)
        for button in (self.new, self.take_in, self.write, self.remove, self.test, close):
            button.setAutoDefault(False)
        footer = QFrame(self)
        footer.setProperty("pane", "footer")
        row = QHBoxLayout(footer)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        for button in (self.remove, self.test, close, self.keep):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(footer)
        self.resize(820, 660)

    def _run(self, work: Work) -> None:
        task = self._tasks.spawn(self._report(work), name="targets.work")
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _report(self, work: Work) -> None:
        try:
            await work()
        except AppError as error:
            self._say(error_text(error), "bad")

    async def _read(self) -> None:
        self._targets = await self._workspace.targets()
        self.list.blockSignals(True)
        self.list.clear()
        for target in self._targets:
            item = QListWidgetItem(self._look.icon("arrow-right"), target_title(target))
            item.setData(Qt.ItemDataRole.UserRole, target.name)
            item.setToolTip(target.url)
            self.list.addItem(item)
        self.list.blockSignals(False)
        names = [target.name for target in self._targets]
        if self._chosen in names:
            self._choose(names.index(self._chosen))
        elif names:
            self._choose(0)
        else:
            self.start_new()

    def _choose(self, row: int) -> None:
        self.list.blockSignals(True)
        self.list.setCurrentRow(row)
        self.list.blockSignals(False)
        self._chosen = self._targets[row].name
        self.form.show_target(self._targets[row])
        self._show_buttons()
        name = self._targets[row].name
        self._run(lambda: self._show_secret(name))

    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self._say("")
            self._choose(self.list.row(current))

    async def _keep(self) -> None:
        target = self.form.target()
        if self._chosen is None:
            await self._workspace.add_target(target)
        else:
            await self._workspace.change_target(self._chosen, target)
        self._chosen = target.name
        if self.form.secret.text():
            secret = Secret(self.form.secret.text().strip())
            await keep_only_secret(self._workspace, f"target:{target.name}", secret, self)
        await self._read()
        self._say(self.tr("✓ {name} kept").format(name=target.name), "good")

    async def _show_secret(self, name: str) -> None:
        records = await self._workspace.endpoints.secrets(f"target:{name}")
        if name == self._chosen:
            self.form.show_secret(record_title(records[0]) if records else "")

    async def _remove(self) -> None:
        name = self._chosen
        if name is None:
            return
        sure = await dialogs.confirm(
            self,
            self.tr("Remove the target {name}?").format(name=name),
            self.tr("What was sent to it stays in the attempts."),
            self.tr("Remove"),
            dangerous=True,
        )
        if sure:
            await self._workspace.remove_target(name)
            self._chosen = None
            await self._read()
            self._say(self.tr("{name} removed").format(name=name))

    async def _import(self) -> None:
        files = await dialogs.open_files(self, self.tr("Import targets"), "JSON (*.json)")
        added: list[str] = []
        kept: list[str] = []
        for file in files:
            new, known = await import_targets(self._workspace.desk, file)
            added += new
            kept += known
        if not files:
            return
        await self._read()
        text = self.tr("Added: {added}. Already there: {kept}.")
        self._say(text.format(added=", ".join(added) or "–", kept=", ".join(kept) or "–"), "good")

    async def _export(self) -> None:
        file = await dialogs.save_file(self, self.tr("Export targets"), "targets.json", "JSON (*.json)")
        if file is not None:
            await export_targets(self._workspace.desk, file)
            self._say(self.tr("✓ Written to {file}").format(file=file), "good")

    async def _test(self) -> None:
        target = self.form.target()
        self._say(self.tr("Being tested…"))
        sent = await with_consent(
            self, lambda confirmed: self._workspace.test_target(target, confirmed=confirmed)
        )
        if sent is None:
            self._say("")
        else:
            self._say(*test_text(sent))

    def _say(self, text: str, role: str = "muted") -> None:
        self._said.set_role(role)
        self._said.setText(text)

    def _show_buttons(self) -> None:
        self.remove.setEnabled(self._chosen is not None)
        self.keep.setText(self.tr("Keep") if self._chosen is not None else self.tr("Add"))


def test_text(sent: Sent) -> tuple[str, str]:
    """What a test said, and its role: an answer of any status means that the target is there."""
    translate = QCoreApplication.translate
    if not isinstance(sent.outcome, Response):
        return f"✕ {failure_sentence(sent.outcome)}", "bad"
    text = translate("targets", "✓ It answers: {status} to HEAD in {time}").format(
        status=sent.outcome.status, time=duration_text(sent.timings.total_us)
    )
    if sent.peer.tls_version:
        text += f", {sent.peer.tls_version}"
    if sent.peer.unverified:
        return f"{text} {translate('targets', '⚠ The certificate was not checked.')}", "warn"
    return text, "good"
