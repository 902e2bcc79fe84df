"""What is sent on automatically: which path goes where, and for each place what waits and what was given up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt
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
from garfio.engine.resend.forwards import LONGEST_WAIT_S
from garfio.engine.store.outbox import Forward, Queue
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.error_text import error_text
from garfio.ui.figures import clock_text, count_text
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.number_field import DecimalField
from garfio.ui.resend.consent import with_consent
from garfio.ui.resend.order_dialog import chosen_place, place_field
from garfio.ui.resend.outcome_text import failure_text
from garfio.ui.targets.forwards_watch import Forwarding, ForwardsWatch
from garfio.ui.targets.watch import Places, place_label

_PARALLEL = 8
"""Sent at once when the order need not be kept."""
_WAIT_S = 5.0
"""Proposed wait for a target's answer."""
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
        self.answers = QCheckBox(self.tr("Senders get the target’s answer"), self)
        self.answers.setToolTip(
            self.tr("The sender waits for the target; when it is late or down, the sender is told 504 or 502")
        )
        self.wait = DecimalField(0.1, LONGEST_WAIT_S, _WAIT_S, self)
        self.wait.setSuffix(self.tr(" s at most"))
        self.wait.setAccessibleName(self.tr("How long a sender waits"))
        self.add = QPushButton(self.tr("Forward new ones"), self)
        self._hint = PlainLabel("", "muted", self)
        self._known: Forward | None = None
        """What the fields show of the chosen path; None while it is not forwarded."""
        self._rules = QVBoxLayout()
        self._queues = QVBoxLayout()
        self._said = PlainLabel("", "bad", self)
        self._said.setWordWrap(True)
        self._said.hide()
        self._arrange()
        self.add.clicked.connect(lambda: self._run(self._add))
        self.answers.toggled.connect(self._show_wait)
        self.path.currentIndexChanged.connect(self._show_known)
        watch.changed.connect(self._show)
        self._show(watch.forwarding)
        self._show_wait()
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
        answer = QHBoxLayout()
        answer.setSpacing(10)
        answer.addWidget(self.answers)
        answer.addWidget(self.wait)
        answer.addStretch(1)
        line.addLayout(answer, 2, 0, 1, 4)
        line.setColumnStretch(0, 1)
        line.setColumnStretch(1, 1)
        self.add.setProperty("kind", "primary")
        self.add.setDefault(True)
        self._hint.setWordWrap(True)
        close = QPushButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addLayout(line)
        column.addWidget(self._hint)
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

        self._show_known()

    def _show_known(self) -> None:
        """Let the fields say how the chosen path is forwarded now, so that to set it again keeps what it has."""
        path = self.path.currentData()
        forwards = self._watch.forwarding.forwards
        known = next((forward for forward in forwards if forward.path == path), None)
        if known == self._known:
            return
        self._known = known
        if known is not None:
            if self.place.findText(known.place, Qt.MatchFlag.MatchExactly) < 0:
                self.place.addItem(known.place, known.place)
            self.place.setCurrentText(known.place)
        self.ordered.setChecked(known is None or known.parallel == 1)
        self.answers.setChecked(known is not None and known.answer_s > 0)
        self.wait.setValue((known and known.answer_s) or _WAIT_S)

    def _show_wait(self) -> None:
        self.wait.setEnabled(self.answers.isChecked())
        self._hint.setText(
            self.tr(
                "Every webhook is stored first, then the target’s answer goes to the sender. When there is none"
                " in time, the sender is told so and may send again; Garfio does not try again."
            )
            if self.answers.isChecked()
            else self.tr(
                "Senders are answered first; what comes in is sent on afterwards, again and again until it"
                " works, also after a restart and without a window."
            )
        )

    def _rule_row(self, forward: Forward) -> QFrame:
        path = forward.path or self.tr("every webhook")
        words = f"{path}  →  {place_label(forward.place)}"
        if forward.parallel > 1:
            words += self.tr("   (order not kept)")
        if forward.paused:
            words += self.tr("   (paused)")
        answers = ""
        if forward.answer_s:
            answers = self.tr("Senders get the target’s answer and wait {seconds} s at most").format(
                seconds=QLocale().toString(forward.answer_s, "g", 4)
            )
        pause = self.tr("Go on") if forward.paused else self.tr("Pause")
        changed = replace(forward, paused=not forward.paused)
        return self._row(
            words,
            (answers, "muted"),
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
        return self._row(words, (failure_text(queue.error) if queue.error else "", "bad"), buttons)

    def _row(self, words: str, further: tuple[str, str], buttons: Sequence[tuple[str, Work]]) -> QFrame:
        frame = QFrame(self)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 2, 0, 2)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(ElidedLabel(words))
        if further[0]:
            texts.addWidget(ElidedLabel(*further))
        row.addLayout(texts, 1)
        for title, work in buttons:
            button = QPushButton(title, frame)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, work=work: self._run(work))
            row.addWidget(button)
        return frame

    async def _add(self) -> None:
        known = self._known.parallel if self._known else 1
        forward = Forward(
            self.path.currentData(),
            chosen_place(self.place),
            1 if self.ordered.isChecked() else known if known > 1 else _PARALLEL,
            answer_s=self.wait.value() if self.answers.isChecked() else 0.0,
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
