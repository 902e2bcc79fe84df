"""Example events to choose from, by provider and by what is typed, and one place that they go to.

The dialog stays open, so that one event after another can be sent. Our own listener is the first of the places.
"""

from __future__ import annotations

import asyncio

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from garfio.core.errors import AppError
from garfio.core.sample.registry import SAMPLES
from garfio.core.sample.sample import Sample
from garfio.core.signature import CATALOG
from garfio.engine.resend.examples import send_example
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.error_text import error_text
from garfio.ui.footer import Footer
from garfio.ui.label import PlainLabel
from garfio.ui.resend.consent import with_consent
from garfio.ui.resend.order_dialog import chosen_place, place_field
from garfio.ui.resend.outcome_text import headline
from garfio.ui.targets.watch import Places


class SampleDialog(QDialog):
    """A search field over a tree, and a line that says what came of it."""

    def __init__(self, workspace: Workspace, tasks: Tasks, places: Places, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Send an example event"))
        self._workspace = workspace
        self._tasks = tasks
        self._sending: asyncio.Task[None] | None = None
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search: provider or event"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.search.setClearButtonEnabled(True)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName(self.tr("Example events"))
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.none = PlainLabel(
            self.tr("No example event is called so. Search for fewer letters."), "faint", self
        )
        self._own = self.tr("This listener")
        self.target = place_field(places, self)
        self.target.insertItem(0, self._own, "")
        listens = workspace.listener.phase == "listening"
        self.target.setCurrentText(self._own if listens else places.last)
        self.secret = QLineEdit(self)
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setPlaceholderText(
            self.tr("empty for the one that is kept; without any it is not signed")
        )
        self._said = PlainLabel("", "muted", self)
        self._said.setWordWrap(True)
        self.send = QPushButton(self.tr("Send"), self)
        self._fill()
        self._arrange()
        self.search.textChanged.connect(self._narrow)
        self.tree.currentItemChanged.connect(lambda *_: self._show_button())
        self.tree.itemActivated.connect(lambda *_: self._on_send_clicked())
        self.send.clicked.connect(self._on_send_clicked)
        self._narrow("")

    @property
    def is_busy(self) -> bool:
        """True while an answer is awaited."""
        return self._sending is not None and not self._sending.done()

    @property
    def sample(self) -> Sample | None:
        """The event that is chosen."""
        item = self.tree.currentItem()
        return SAMPLES.get(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else None

    def said(self) -> str:
        """What is said about the last one."""
        return self._said.text()

    def shown(self) -> list[str]:
        """The keys of the events in sight."""
        return [
            str(child.data(0, Qt.ItemDataRole.UserRole))
            for parent in self._providers()
            for child in map(parent.child, range(parent.childCount()))
            if not parent.isHidden() and not child.isHidden()
        ]

    def done(self, result: int) -> None:
        if self._sending is not None:
            self._sending.cancel()
        super().done(result)

    def _fill(self) -> None:
        parents: dict[str, QTreeWidgetItem] = {}
        for sample in sorted(SAMPLES.values(), key=lambda one: (_title(one.provider).casefold(), one.name)):
            parent = parents.get(sample.provider)
            if parent is None:
                parent = parents[sample.provider] = QTreeWidgetItem(self.tree, [_title(sample.provider)])
                parent.setFlags(Qt.ItemFlag.ItemIsEnabled)
            item = QTreeWidgetItem(parent, [sample.event or sample.name])
            item.setData(0, Qt.ItemDataRole.UserRole, sample.key)
            item.setToolTip(0, sample.key)

    def _arrange(self) -> None:
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
        top.setSpacing(10)
        top.addWidget(self.search)
        top.addWidget(self.tree, 1)
        top.addWidget(self.none)
        top.addLayout(form)
        footer = Footer(self._said, (close, self.send), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top, 1)
        column.addWidget(footer)
        self.resize(620, 600)

    def _providers(self) -> list[QTreeWidgetItem]:
        return [self.tree.topLevelItem(row) for row in range(self.tree.topLevelItemCount())]

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        first: QTreeWidgetItem | None = None
        for parent in self._providers():
            seen = False
            for child in map(parent.child, range(parent.childCount())):
                key = child.data(0, Qt.ItemDataRole.UserRole)
                line = f"{key} {parent.text(0)} {child.text(0)}".casefold()
                fits = all(word in line for word in words)
                child.setHidden(not fits)
                seen = seen or fits
                first = first or (child if fits else None)
            parent.setHidden(not seen)
            parent.setExpanded(bool(words) and seen)
        self.none.setVisible(first is None)
        self.tree.setVisible(first is not None)
        self.tree.setCurrentItem(first if words else None)
        self._show_button()

    def _show_button(self) -> None:
        self.send.setEnabled(self.sample is not None and not self.is_busy)

    def _on_send_clicked(self) -> None:
        sample = self.sample
        if sample is not None and not self.is_busy:
            self._sending = self._tasks.spawn(self._send(sample), name="sample.send")
            self._sending.add_done_callback(lambda _: self._show_button())
            self._show_button()

    async def _send(self, sample: Sample) -> None:
        self._say(self.tr("Being sent…"))
        try:
            await self._send_one(sample)
        except AppError as error:
            self._say(error_text(error), "bad")

    async def _send_one(self, sample: Sample) -> None:
        workspace = self._workspace
        own = self.target.currentText() == self._own
        if own and workspace.listener.phase != "listening":
            raise AppError("listener.stopped", self.tr("The listener is not running. Start it first."))
        place = workspace.listener.url if own else chosen_place(self.target)
        secret = self.secret.text().strip()
        sent = await with_consent(
            self,
            lambda confirmed: send_example(
                workspace.desk, workspace.endpoints, sample, place, secret, own=own, confirmed=confirmed
            ),
        )
        if sent is None:
            self._say("")
            return
        attempt, signed = sent
        passed = bool(attempt.summary.passed)
        parts = [f"{'✓' if passed else '✕'} {headline(attempt)}"]
        if not signed:
            parts.append(self.tr("not signed: no secret is known"))
        self._say(" · ".join(parts), "good" if passed else "bad")

    def _say(self, text: str, role: str = "muted") -> None:
        self._said.set_role(role)
        self._said.setText(text)


def _title(provider: str) -> str:
    return CATALOG[provider].name if provider in CATALOG else provider
