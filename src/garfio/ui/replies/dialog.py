"""What paths answer on purpose: the paths at the left, the form of the chosen one, and what would go out.

A reply is kept with the button and lasts until it is ended here; the top bar and the sidebar say so meanwhile.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from garfio.core.capture import Capture, stand_in
from garfio.core.errors import AppError
from garfio.core.scripted_reply import Script, checked_script
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.error_text import error_text
from garfio.ui.footer import Footer
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.replies.form import ReplyForm
from garfio.ui.replies.preview import ReplyPreview
from garfio.ui.replies.reply_text import script_text
from garfio.ui.sidebar.place import endpoint_query

_LIST_WIDTH, _PREVIEW_WIDTH = 200, 330
_PAUSE_MS = 250
"""After the last key before what goes out is rendered."""
_BODY_LIMIT = 1 << 20
_PATH = Qt.ItemDataRole.UserRole
Work = Callable[[], Coroutine[Any, Any, object]]


class RepliesDialog(QDialog):
    """Changes are kept with the button, one path at a time."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        look: Look,
        paths: Sequence[str],
        chosen: str,
        parent: QWidget,
    ) -> None:
        """`paths` are those that are known beside those with a reply; `chosen` is the one to begin with."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Replies on purpose"))
        self._workspace = workspace
        self._tasks = tasks
        self._look = look
        self._known = list(dict.fromkeys([*paths, *([chosen] if chosen else [])]))
        self._scripts: dict[str, Script] = {}
        self._chosen = chosen
        self._running: set[asyncio.Task[None]] = set()
        self._shown = workspace.replies.preview()
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Paths"))
        self.list.setIconSize(QSize(16, 16))
        self.path = QLineEdit(self)
        self.path.setProperty("role", "mono")
        self.path.setPlaceholderText("/stripe")
        self.form = ReplyForm(look, self)
        self.preview = ReplyPreview(self)
        self._said = PlainLabel("", "muted", self)
        self._said.setWordWrap(True)
        self.new = QPushButton(self.tr("Another path"), self)
        self.end = QPushButton(self.tr("Answer 200 again"), self)
        self.keep = QPushButton(self.tr("Answer so"), self)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._arrange()
        self._connect()
        self._run(self._read)

    @property
    def is_busy(self) -> bool:
        """True while something is being read, kept or rendered."""
        return bool(self._running) or self._pause.isActive()

    def said(self) -> str:
        """What is said about the last deed."""
        return self._said.text()

    def done(self, result: int) -> None:
        self._pause.stop()
        for task in self._running:
            task.cancel()
        self._tasks.spawn(self._shown.close(), name="replies.preview_end")
        super().done(result)

    def _arrange(self) -> None:
        left = QFrame(self)
        left.setFixedWidth(_LIST_WIDTH)
        paths = QVBoxLayout(left)
        paths.setContentsMargins(12, 12, 8, 12)
        paths.setSpacing(8)
        paths.addWidget(self.list, 1)
        paths.addWidget(self.new)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._path_row())
        column.addWidget(self.form, 1)
        area.setWidget(middle)
        self.preview.setFixedWidth(_PREVIEW_WIDTH)
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addWidget(left)
        top.addWidget(area, 1)
        top.addWidget(self.preview)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(top, 1)
        outer.addWidget(self._footer())
        self.resize(1060, 720)

    def _path_row(self) -> QWidget:
        holder = QWidget(self)
        row = QHBoxLayout(holder)
        row.setContentsMargins(18, 12, 18, 0)
        row.setSpacing(14)
        label = PlainLabel(self.tr("Path"))
        label.setBuddy(self.path)
        self.path.setAccessibleName(self.tr("Path"))
        self.path.setToolTip(self.tr("/* at its end stands for everything below"))
        row.addWidget(label)
        row.addWidget(self.path, 1)
        return holder

    def _footer(self) -> Footer:
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        self.keep.setProperty("kind", "primary")
        self.keep.setDefault(True)
        self.end.setToolTip(self.tr("Give the ordinary reply on this path again"))
        self.new.setAutoDefault(False)
        return Footer(self._said, (self.end, close, self.keep), self)

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.new.clicked.connect(self.start_new)
        self.keep.clicked.connect(lambda: self._run(self._keep))
        self.end.clicked.connect(lambda: self._run(self._end))
        self.form.edited.connect(self._pause.start)
        self.path.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(lambda: self._run(self._render))

    def start_new(self) -> None:
        """Empty the form for a path that is not in the list."""
        self._chosen = ""
        self.list.setCurrentItem(None)
        self._show_chosen()
        self.path.setFocus()

    def script(self) -> Script:
        """The reply as entered, not yet checked."""
        return replace(self.form.script(), path=self.path.text().strip())

    def _run(self, work: Work) -> None:
        task = self._tasks.spawn(self._report(work), name="replies.work")
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _report(self, work: Work) -> None:
        try:
            await work()
        except AppError as error:
            self._say(error_text(error), "bad")

    async def _read(self) -> None:
        self._scripts = {script.path: script for script in await self._workspace.replies.all()}
        self._known = list(dict.fromkeys([*self._known, *self._scripts]))
        self.list.blockSignals(True)
        self.list.clear()
        for path in self._known:
            item = QListWidgetItem(path)
            item.setData(_PATH, path)
            script = self._scripts.get(path)
            if script is not None:
                item.setIcon(self._look.icon("reply", "warn"))
            item.setToolTip(f"{path}\n{script_text(script)}" if script else path)
            self.list.addItem(item)
        if self._chosen not in self._known:
            self._chosen = self._known[0] if self._known else ""
        self.list.setCurrentRow(self._known.index(self._chosen) if self._chosen else -1)
        self.list.blockSignals(False)
        self._show_chosen()

    def _show_chosen(self) -> None:
        path = self._chosen
        self.path.setText(path or "/")
        self.path.setReadOnly(bool(path))
        self.form.show_script(self._scripts.get(path, Script(path)))
        self._show_buttons()
        self._pause.start()

    def _show_buttons(self) -> None:
        self.end.setEnabled(self._chosen in self._scripts)
        self.keep.setText(self.tr("Change it") if self._chosen in self._scripts else self.tr("Answer so"))

    def _on_current_changed(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self._chosen = current.data(_PATH)
            self._say("")
            self._show_chosen()

    async def _keep(self) -> None:
        script = checked_script(self.script())
        if script == Script(script.path):
            await self._workspace.replies.remove(script.path)
            self._say(self.tr("{path} gives the ordinary reply.").format(path=script.path))
        else:
            await self._workspace.replies.set(script)
            text = self.tr("✓ {path} answers so from now on").format(path=script.path)
            self._say(text, "good")
        self._chosen = script.path
        self._known = list(dict.fromkeys([*self._known, script.path]))
        await self._read()

    async def _end(self) -> None:
        await self._workspace.replies.remove(self._chosen)
        await self._read()
        self._say(self.tr("{path} gives the ordinary reply.").format(path=self._chosen))

    async def _render(self) -> None:
        """Show what the answer that is being edited looks like for the newest webhook of its path."""
        step, cors, path = self.form.current_step(), self.form.script().cors, self.path.text().strip()
        subject = await self._newest(path)
        is_real = subject is not None
        subject = subject or stand_in(path)
        message, fault = await self._shown.message(step, subject, cors.partition(" ")[0])
        if step == self.form.current_step() and path == self.path.text().strip():
            self.preview.show_answer(step, message, subject, is_real=is_real, fault=fault)

    async def _newest(self, path: str) -> Capture | None:
        if not path.startswith("/"):
            return None
        try:
            ids = await self._workspace.ids(endpoint_query(path, known=False), limit=1)
            return await self._workspace.capture(ids[0], _BODY_LIMIT) if ids else None
        except AppError:  # deleted meanwhile, or a path that no query can name
            return None

    def _say(self, text: str, role: str = "muted") -> None:
        self._said.set_role(role)
        self._said.setText(text)
