"""The schemas of an endpoint: what was learned of each event type, and what it is checked against."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from garfio.core.errors import AppError
from garfio.core.shape.schema import schema_text
from garfio.engine.shape.schemas import schema_of_file
from garfio.engine.store.schemas import KeptSchema
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel

Work = Callable[[], Coroutine[Any, Any, object]]


@dataclass(frozen=True, slots=True)
class EventRow:
    """One row: an event type, or all of the endpoint."""

    event_type: str
    """Empty for all."""
    schema: KeptSchema | None = None
    provider: str = ""
    deliveries: int = 0
    """How many its shape was learned from; 0 when nothing is known of it."""

    @property
    def file_name(self) -> str:
        """A safe name for the file of what was learned."""
        safe = "".join(char if char.isalnum() or char in "._-" else "-" for char in self.event_type)
        return f"{safe[:80]}.learned.json"

    @property
    def text(self) -> str:
        """The row as it is read."""
        translate = QCoreApplication.translate
        parts = [self.event_type or translate("schema", "All other events")]
        if self.schema:
            parts.append(translate("schema", "checked against {file}").format(file=self.schema.name))
        if self.deliveries:
            parts.append(translate("schema", "learned from %n delivery(s)", "", self.deliveries))
        return " · ".join(parts)


class SchemasDialog(QDialog):
    """A list of events; the buttons below act on the chosen one."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        path: str,
        provider: str,
        event_type: str,
        parent: QWidget,
    ) -> None:
        """`provider` is whose learned event types are offered, `event_type` the one that is chosen at first."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Schemas of {path}").format(path=path))
        self._workspace = workspace
        self._tasks = tasks
        self._path = path
        self._provider = provider
        self._wanted = event_type
        self._rows: list[EventRow] = []
        self._running: set[asyncio.Task[None]] = set()
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Events"))
        self.choose = QPushButton(self.tr("Check against a file…"), self)
        self.adopt = QPushButton(self.tr("Check against what was learned"), self)
        self.save = QPushButton(self.tr("Save what was learned…"), self)
        self.save.setToolTip(self.tr("As a JSON Schema, draft 2020-12"))
        self.remove = QPushButton(self.tr("Check no more"), self)
        self._said = PlainLabel("", "muted", self)
        self._said.setWordWrap(True)
        self._arrange()
        self.list.currentRowChanged.connect(lambda _row: self._show_buttons())
        for button, work in (
            (self.choose, self._choose),
            (self.adopt, self._adopt),
            (self.save, self._save),
            (self.remove, self._remove),
        ):
            button.clicked.connect(lambda _=False, work=work: self._run(work))
        self._disconnect = workspace.shapes.schemas.changed.connect(lambda _: self._run(self._read))
        self._run(self._read)

    @property
    def is_busy(self) -> bool:
        """True while something is being read or kept."""
        return bool(self._running)

    @property
    def row(self) -> EventRow | None:
        """The chosen row."""
        at = self.list.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def said(self) -> str:
        """What is said about the last deed."""
        return self._said.text()

    def choose_event(self, event_type: str) -> None:
        """Choose the row of an event type."""
        at = next((at for at, row in enumerate(self._rows) if row.event_type == event_type), 0)
        self.list.setCurrentRow(at)

    def done(self, result: int) -> None:
        self._disconnect()
        for task in self._running:
            task.cancel()
        super().done(result)

    def _arrange(self) -> None:
        about = PlainLabel(
            self.tr(
                "What comes is checked against the schema of its event, or else against that of all other events."
                " Nothing that a schema refers to is fetched."
            ),
            "muted",
        )
        about.setWordWrap(True)
        acts = QHBoxLayout()
        for button in (self.choose, self.adopt, self.save, self.remove):
            button.setAutoDefault(False)
            acts.addWidget(button)
        acts.addStretch(1)
        inside = QVBoxLayout()
        inside.setContentsMargins(16, 14, 16, 12)
        inside.setSpacing(10)
        inside.addWidget(about)
        inside.addWidget(self.list, 1)
        inside.addLayout(acts)
        footer = QFrame(self)
        footer.setProperty("pane", "footer")
        close = QPushButton(self.tr("Close"), footer)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout(footer)
        row.setContentsMargins(16, 10, 16, 10)
        row.addWidget(self._said, 1)
        row.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(inside, 1)
        outer.addWidget(footer)
        self.resize(780, 420)

    def _show_buttons(self) -> None:
        row = self.row
        self.choose.setEnabled(row is not None)
        self.adopt.setEnabled(row is not None and row.deliveries > 0)
        self.save.setEnabled(row is not None and row.deliveries > 0)
        self.remove.setEnabled(row is not None and row.schema is not None)

    def _say(self, text: str, role: str = "muted") -> None:
        self._said.set_role(role)
        self._said.setText(text)

    def _run(self, work: Work) -> None:
        task = self._tasks.spawn(self._report(work), name="schemas.dialog")
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _report(self, work: Work) -> None:
        self._say("")
        try:
            await work()
        except AppError as error:
            self._say(error_text(error), "bad")

    async def _read(self) -> None:
        kept = {schema.event_type: schema for schema in await self._workspace.shapes.schemas.all(self._path)}
        known = [shape for shape in await self._workspace.shapes.all() if shape.provider == self._provider]
        deliveries = {shape.event_type: shape.deliveries for shape in known}
        names = dict.fromkeys(["", *([self._wanted] if self._wanted else []), *kept, *deliveries])
        self._rows = [
            EventRow(name, kept.get(name), self._provider, deliveries.get(name, 0)) for name in sorted(names)
        ]
        chosen = self.row.event_type if self.list.currentRow() >= 0 and self.row else self._wanted
        self.list.clear()
        for row in self._rows:
            item = QListWidgetItem(row.text, self.list)
            item.setData(Qt.ItemDataRole.UserRole, row.event_type)
        self.choose_event(chosen)
        self._show_buttons()

    async def _choose(self) -> None:
        row = self.row
        title = self.tr("JSON Schema")
        files = await dialogs.open_files(self, title, f"{title} (*.json);;* (*)")
        if row is None or not files:
            return
        schema = await asyncio.to_thread(schema_of_file, files[0], self._path, row.event_type)
        await self._keep(schema)

    async def _adopt(self) -> None:
        row = self.row
        if row is None or (text := await self._learned(row)) is None:
            return
        await self._keep(KeptSchema(self._path, row.event_type, row.file_name, text))

    async def _keep(self, schema: KeptSchema) -> None:
        await self._workspace.shapes.schemas.keep(schema)

    async def _save(self) -> None:
        row = self.row
        if row is None or (text := await self._learned(row)) is None:
            return
        file = await dialogs.save_file(self, self.tr("Save the JSON Schema"), row.file_name)
        if file is None:
            return
        try:
            await asyncio.to_thread(partial(file.write_text, text, "utf-8"))
        except OSError as error:
            raise AppError(
                "file.write",
                f"{file} cannot be written: {error.strerror}.",
                hint="Choose another place.",
                path=file,
            ) from error
        self._say(self.tr("Saved as {file}").format(file=file.name))

    async def _learned(self, row: EventRow) -> str | None:
        shape = await self._workspace.shapes.shape(row.provider, row.event_type)
        return schema_text(shape, row.event_type) if shape else None

    async def _remove(self) -> None:
        if (row := self.row) is not None and row.schema is not None:
            await self._workspace.shapes.schemas.remove(self._path, row.event_type)
