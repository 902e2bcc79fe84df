"""What is sent on automatically: which path goes where, and for each place what waits and what was given up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from garfio.core.errors import AppError
from garfio.engine.store.outbox import Forward, Queue
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.error_text import error_text
from garfio.ui.figures import clock_text, count_text
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.resend.consent import with_consent
from garfio.ui.resend.order_dialog import chosen_place, place_field
from garfio.ui.resend.outcome_text import failure_text
from garfio.ui.targets.forwards_watch import Forwarding, ForwardsWatch
from garfio.ui.targets.watch import Places, place_label

_PARALLEL = 8
"""Sent at once when the order need not be kept."""
Work = Callable[[], Coroutine[Any, Any, object]]


class ForwardsDialog(QDialog):
    """Rows of what is forwarded, rows of queues, and a line to add one."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        watch: ForwardsWatch,
        places: Places,
        paths: Sequence[str],
        chosen_path: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Forwarding"))
        self._workspace = workspace
        self._tasks = tasks
        self._watch = watch
        self._running: set[asyncio.Task[None]] = set()
        self.path = QComboBox(self)
        self.path.addItem(self.tr("every webhook"), "")
        for path in paths:
            self.path.addItem(path, path)
        self.path.setCurrentIndex(max(0, self.path.findData(chosen_path)))
        self.place = place_field(places, self)
        self.ordered = QCheckBox(self.tr("Keep the order"), self)
        self.ordered.setChecked(True)
        self.ordered.setToolTip(self.tr("One after another; while one fails, the next ones wait"))
        self.add = QPushButton(self.tr("Forward new ones"), self)
        self._rules = QVBoxLayout()
        self._queues = QVBoxLayout()
        self._said = PlainLabel("", "bad", self)
        self._said.setWordWrap(True)
        self._said.hide()
        self._arrange()
        self.add.clicked.connect(lambda: self._run(self._add))
        watch.changed.connect(self._show)
        self._show(watch.forwarding)
        watch.read()

    @property
    def is_busy(self) -> bool:
        """True while a change is being made."""
        return bool(self._running)

    def error_shown(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return "" if self._said.isHidden() else self._said.text()

    def done(self, result: int) -> None:
        for task in self._running:
            task.cancel()
        super().done(result)

    def _arrange(self) -> None:
        line = QGridLayout()
        line.setHorizontalSpacing(10)
        line.setVerticalSpacing(6)
        for column, (title, field) in enumerate(
            ((self.tr("Webhooks to"), self.path), (self.tr("go on to"), self.place))
        ):
            label = PlainLabel(title, "muted")
            label.setBuddy(field)
            field.setAccessibleName(title)
            field.setMinimumWidth(190)
            line.addWidget(label, 0, column)
            line.addWidget(field, 1, column)
        line.addWidget(self.ordered, 1, 2)
        line.addWidget(self.add, 1, 3)
        line.setColumnStretch(0, 1)
        line.setColumnStretch(1, 1)
        self.add.setProperty("kind", "primary")
        self.add.setDefault(True)
        hint = PlainLabel(
            self.tr(
                "Senders are answered first; what comes in is sent on afterwards, again and again until it"
                " works, also after a restart and without a window."
            ),
            "muted",
        )
        hint.setWordWrap(True)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(line)
        column.addWidget(hint)
        column.addWidget(self._said)
        column.addWidget(PlainLabel(self.tr("Forwarded"), "section"))
        column.addLayout(self._rules)
        column.addWidget(PlainLabel(self.tr("Queues"), "section"))
        column.addLayout(self._queues)
        column.addStretch(1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(720, 420)

    def _show(self, forwarding: Forwarding) -> None:
        _empty(self._rules)
        _empty(self._queues)
        for forward in forwarding.forwards:
            self._rules.addWidget(self._rule_row(forward))
        if not forwarding.forwards:
            self._rules.addWidget(PlainLabel(self.tr("Nothing is forwarded."), "faint"))
        for queue in forwarding.queues:
            self._queues.addWidget(self._queue_row(queue))
        if not forwarding.queues:
            self._queues.addWidget(PlainLabel(self.tr("Nothing waits."), "faint"))

    def _rule_row(self, forward: Forward) -> QFrame:
        path = forward.path or self.tr("every webhook")
        words = f"{path}  →  {place_label(forward.place)}"
        if forward.parallel > 1:
            words += self.tr("   (order not kept)")
        if forward.paused:
            words += self.tr("   (paused)")
        pause = self.tr("Go on") if forward.paused else self.tr("Pause")
        changed = replace(forward, paused=not forward.paused)
        return self._row(
            words,
            "",
            (
                (pause, lambda: self._set(changed)),
                (self.tr("Stop"), lambda: self._workspace.forwards.remove(forward.path)),
            ),
        )

    def _queue_row(self, queue: Queue) -> QFrame:
        forwards = self._workspace.forwards
        words = f"{place_label(queue.place)}:  {queue_text(queue)}"
        buttons: list[tuple[str, Work]] = []
        if queue.waiting or queue.failed:
            buttons = [
                (self.tr("Try again"), lambda: forwards.try_again(queue.place)),
                (self.tr("Drop"), lambda: forwards.drop(queue.place)),
            ]
        return self._row(words, failure_text(queue.error) if queue.error else "", buttons)

    def _row(self, words: str, reason: str, buttons: Sequence[tuple[str, Work]]) -> QFrame:
        frame = QFrame(self)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 2, 0, 2)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(ElidedLabel(words))
        if reason:
            texts.addWidget(ElidedLabel(reason, "bad"))
        row.addLayout(texts, 1)
        for title, work in buttons:
            button = QPushButton(title, frame)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, work=work: self._run(work))
            row.addWidget(button)
        return frame

    async def _add(self) -> None:
        forward = Forward(
            self.path.currentData(),
            chosen_place(self.place),
            1 if self.ordered.isChecked() else _PARALLEL,
        )
        await self._set(forward)

    async def _set(self, forward: Forward) -> None:
        await with_consent(self, lambda confirmed: self._workspace.forwards.set(forward, confirmed=confirmed))

    def _run(self, work: Work) -> None:
        self._said.hide()
        task = self._tasks.spawn(self._report(work), name="forwards.work")
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _report(self, work: Work) -> None:
        try:
            await work()
        except AppError as error:
            self._said.setText(error_text(error))
            self._said.show()


def queue_text(queue: Queue) -> str:
    """`3 waiting, next try 10:31:05 · 1 given up`."""
    translate = QCoreApplication.translate
    parts = []
    if queue.waiting:
        text = translate("forwards", "{count} waiting").format(count=count_text(queue.waiting))
        if queue.error and queue.next_due_us:
            text += translate("forwards", ", next try {time}").format(time=clock_text(queue.next_due_us))
        parts.append(text)
    if queue.sending:
        parts.append(translate("forwards", "{count} under way").format(count=count_text(queue.sending)))
    if queue.failed:
        parts.append(translate("forwards", "{count} given up").format(count=count_text(queue.failed)))
    return " · ".join(parts)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
