"""The detail pane: loads the current capture and gives it to title, message bars and tabs.

Only the first `FIRST_BYTES` of a body are read until all of it is asked for. A capture that arrives after
another one has become current is dropped.
"""

from __future__ import annotations

import contextlib

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.contentview.view import Meta
from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.action_set import ActionSet, StateWatch
from garfio.ui.bridge import Bridge
from garfio.ui.compare.pane import ComparePane
from garfio.ui.error_text import error_text
from garfio.ui.inspector.annotations import Annotations
from garfio.ui.inspector.attempts_tab import AttemptsTab
from garfio.ui.inspector.body_pane import BodyPane
from garfio.ui.inspector.condition import condition_of
from garfio.ui.inspector.glance import Glance
from garfio.ui.inspector.headers_tab import HeadersTab
from garfio.ui.inspector.no_capture import NoCapture
from garfio.ui.inspector.rendering import (
    BEGINNING_BYTES,
    FIRST_BYTES,
    HEX,
    OPENED_BYTES,
    PRETTY,
    RAW,
    TREE,
    render_message,
)
from garfio.ui.inspector.signature_tab import SignatureTab
from garfio.ui.inspector.tabs import Tabs
from garfio.ui.inspector.text_pane import RunSlow, TextPane
from garfio.ui.inspector.title import Title
from garfio.ui.look import Look
from garfio.ui.messages import Message, MessageBars
from garfio.ui.rules.runs_tab import RunsTab
from garfio.ui.selection import Selection
from garfio.ui.signature.examiner import Examination, Examiner
from garfio.ui.signature.failure_bar import FailureBar
from garfio.ui.wording import verdict_role, verdict_shape, verdict_word

TABS = ("body", "headers", "signature", "attempts", "rules", "compare", "raw")
_SETTLE_MS = 60
"""While an arrow key is held down, only the row where it stops is read."""


class Inspector(QWidget):
    """One capture, whole."""

    tab_changed = Signal(str)
    query_wanted = Signal(str)
    """The user asks for the captures that a query finds."""
    row_shown = Signal(object)
    """The CaptureSummary that is shown, whenever it or what is known of it is another; None when none is."""

    def __init__(
        self,
        workspace: Workspace,
        bridge: Bridge,
        tasks: Tasks,
        selection: Selection,
        watch: StateWatch,
        run_slow: RunSlow,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._workspace = workspace
        self._tasks = tasks
        self._selection = selection
        self._watch = watch
        self._capture: Capture | None = None
        self._wanted: CaptureId | None = None
        self.title = Title(look, self)
        self.glance = Glance(tasks, run_slow, self)
        self.annotations = Annotations(self)
        self.bars = MessageBars(look, self)
        self.body = BodyPane(
            {PRETTY: self.tr("Pretty"), TREE: self.tr("Tree"), RAW: self.tr("Raw"), HEX: self.tr("Hex")},
            tasks,
            run_slow,
            look,
            self,
        )
        self.headers = HeadersTab(look, self)
        self.signature = SignatureTab(look, self)
        self.failure = FailureBar(self)
        self.examiner = Examiner(workspace, bridge, tasks, self)
        self.attempts = AttemptsTab(workspace, bridge, tasks, run_slow, look, self)
        self.runs = RunsTab(workspace, bridge, tasks, look, self)
        self.compare = ComparePane(workspace, tasks, run_slow, look, self)
        self.raw = TextPane({RAW: self.tr("Text"), HEX: self.tr("Hex")}, tasks, run_slow, look, self)
        self.tabs = Tabs(look, self)
        self._pages = QStackedWidget(self)
        self._whole = QStackedWidget(self)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self._read_wanted)
        self._arrange()
        self._connect(selection, bridge)

    @property
    def tab(self) -> str:
        """The open tab."""
        return TABS[self.tabs.currentIndex()]

    @property
    def capture(self) -> Capture | None:
        """The capture that is shown."""
        return self._capture

    @property
    def is_settled(self) -> bool:
        """True when the chosen capture is shown whole, or none is chosen."""
        shown = self._capture.id if self._capture else None
        busy = (
            self.body.is_busy,
            self.raw.is_busy,
            self.attempts.is_busy,
            self.runs.is_busy,
            self.compare.is_busy,
        )
        return shown == self._wanted and not any(busy) and not self.examiner.is_busy

    def set_actions(self, actions: ActionSet) -> None:
        """Give the buttons their actions."""
        self.title.set_actions(actions)
        copy, resend = actions.commands.copy, actions.commands.resend
        self.attempts.edits.chosen.connect(
            lambda name: actions.start("capture.edit_resend", resend.edit(name))
        )
        self.body.part_copied.connect(copy.copy_part)
        self.body.part_saved.connect(
            lambda content, name: actions.start("capture.save_body", copy.save_part(content, name))
        )

    def add_bar(self, bar: QWidget) -> None:
        """Put a bar between the tabs and what they show."""
        self._column.insertWidget(self._column.indexOf(self._pages), bar)

    def show_tab(self, name: str) -> None:
        """Open a tab."""
        self.tabs.setCurrentIndex(TABS.index(name))

    def compare_selected(self) -> None:
        """Compare the two selected captures, or the open one with the one before of its kind."""
        ids = self._selection.ids() if self._selection.count == 2 else []
        others = [number for number in ids if number != self._selection.current]
        self.compare.compare_with(others[0] if len(others) == 1 else None)
        self.show_tab("compare")

    def find(self) -> None:
        """Open the find bar of the open tab."""
        page = {
            "body": self.body.find,
            "headers": self.headers.find,
            "signature": self.signature.find,
            "attempts": self.attempts.find,
            "rules": self.body.find,
            "compare": self.compare.find,
            "raw": self.raw.find,
        }
        page[self.tab]()

    def go_to_line(self) -> None:
        """Ask for a line of the open text; of the raw message when a tab without text is open."""
        if self.tab not in ("body", "raw"):
            self.show_tab("raw")
        (self.raw if self.tab == "raw" else self.body).go_to_line()

    def show_capture(self, capture: Capture) -> None:
        """Show a capture; its body may be cut, the summary knows the real size."""
        self._capture = capture
        row, request = capture.summary, capture.request
        self.title.show_summary(row)
        self.glance.show_capture(capture)
        self.annotations.show_summary(row)
        self._show_bars(row)
        shown, size = len(request.body), row.size
        cut = shown < size
        meta = Meta.of_request(request, cut=cut or not row.complete)
        self.compare.show_capture(row)
        self.examiner.show_row(row)
        for tab in range(TABS.index("raw")):
            self.tabs.setTabEnabled(tab, not row.refusal)
        self.attempts.show_capture(row.id)
        self.runs.show_capture(row.id)
        if row.refusal:
            self.body.clear()
            self.show_tab("raw")
        else:
            self.body.set_cut(shown, size)
            self.body.show_body(request.body, meta, request.headers)
        self.headers.show_headers(request.headers)
        self.tabs.setTabText(1, self.tr("Headers {count}").format(count=len(request.headers)))
        kept = len(request.head) if row.refusal else 0  # a refused message's size is that of all its bytes
        self.raw.set_cut(shown + kept, size)
        message = (request.head, request.body, request.framing)
        beginning = (request.head, request.body[:BEGINNING_BYTES], None)
        self.raw.show_bytes(shown + len(request.head), render_message, *message, beginning=beginning)
        self._whole.setCurrentIndex(1)
        self._tell(row)
        self.row_shown.emit(row)

    def _connect(self, selection: Selection, bridge: Bridge) -> None:
        selection.current_changed.connect(self._on_current_changed)
        bridge.changed.connect(self._on_changed)
        self.examiner.examined.connect(self._on_examined)
        self.failure.bytes_wanted.connect(lambda: self.show_tab("signature"))
        self.body.all_wanted.connect(self._on_all_wanted)
        self.raw.all_wanted.connect(self._on_all_wanted)
        self.body.whole_wanted.connect(self._on_whole_wanted)
        self.body.tree.query_wanted.connect(self.query_wanted)
        self.glance.query_wanted.connect(self.query_wanted)
        self.title.aged.connect(self.glance.tell_ages)
        self.annotations.note_written.connect(
            lambda capture_id, text: self._tasks.spawn(
                self._workspace.set_note(capture_id, text), name="detail.note"
            )
        )
        self.annotations.tags_written.connect(
            lambda capture_id, tags: self._tasks.spawn(
                self._workspace.set_tags([capture_id], tags), name="detail.tags"
            )
        )
        self.annotations.left.connect(self.tabs.setFocus)

    def _arrange(self) -> None:
        for text in (
            self.tr("Body"),
            self.tr("Headers {count}").format(count=0),
            self.tr("Signature"),
            self.tr("Attempts"),
            self.tr("Rules"),
            self.tr("Compare"),
            self.tr("Raw"),
        ):
            self.tabs.addTab(text)
        self.attempts.count_changed.connect(self._on_attempts_counted)
        self.runs.count_changed.connect(self._on_runs_counted)
        for page in (
            self.body, self.headers, self.signature, self.attempts, self.runs, self.compare, self.raw
        ):  # fmt: skip
            self._pages.addWidget(page)
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(self.tr("Parts of the webhook"))
        self.tabs.currentChanged.connect(self._on_tab_changed)
        detail = QWidget(self)
        column = self._column = QVBoxLayout(detail)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.title, self.glance, self.annotations, self.tabs, self.bars):
            column.addWidget(widget)
        around = QVBoxLayout()
        around.setContentsMargins(12, 8, 12, 8)
        around.addWidget(self.failure)
        self._failure_room = QWidget(detail)
        self._failure_room.setLayout(around)
        self._failure_room.hide()
        column.addWidget(self._failure_room)
        column.addWidget(self._pages, 1)
        self._whole.addWidget(NoCapture(self))
        self._whole.addWidget(detail)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._whole)

    def _show_bars(self, row: CaptureSummary) -> None:
        self.bars.clear()
        if told := condition_of(row):
            self.bars.show_message(*told)

    def _tell(self, row: CaptureSummary) -> None:
        self._watch.set(
            current=True,
            refused=bool(row.refusal),
            has_body=row.size > 0,
            pinned=row.pinned,
            unread=row.unread,
        )

    def _on_current_changed(self, capture_id: CaptureId | None) -> None:
        self._wanted = capture_id
        if capture_id is None:
            self._settle.stop()
            self._capture = None
            self.body.clear()
            self.raw.clear()
            self.examiner.show_row(None)
            self.row_shown.emit(None)
            self._whole.setCurrentIndex(0)
            self._watch.set(current=False)
        elif self._settle.isActive():
            self._settle.start()
        else:
            self._read_wanted()
            self._settle.start()

    def _read_wanted(self) -> None:
        wanted = self._wanted
        if wanted is not None and (self._capture is None or self._capture.id != wanted):
            self._tasks.spawn(self._read(wanted, FIRST_BYTES), name="detail.read")

    def _on_all_wanted(self) -> None:
        if self._capture is not None:
            self._tasks.spawn(self._read(self._capture.id, None), name="detail.read_all")

    def _on_whole_wanted(self) -> None:
        assert self._capture is not None
        self._tasks.spawn(self._read_whole(self._capture), name="detail.read_whole")

    async def _read_whole(self, beginning: Capture) -> None:
        """Read a body for what is wrapped in it; the raw message stays cut until all of it is asked for."""
        body, headers = None, beginning.request.headers
        if beginning.summary.size <= OPENED_BYTES:
            with contextlib.suppress(AppError):  # it was deleted, which the list says
                body = (await self._workspace.capture(beginning.id, None)).request.body
        if self._capture is not None and self._capture.id == beginning.id:
            meta = Meta.of_request(beginning.request, cut=not beginning.summary.complete)
            self.body.show_whole(body, meta, headers)

    async def _read(self, capture_id: CaptureId, limit: int | None) -> None:
        try:
            capture = await self._workspace.capture(capture_id, limit)
        except AppError as error:
            if capture_id == self._wanted:
                self.bars.show_message("missing", Message("info", error_text(error)))
            return
        if capture_id != self._wanted:
            return
        self.show_capture(capture)
        await self._number_delivery(capture.summary)
        if capture.summary.unread and limit is not None:
            with contextlib.suppress(AppError):  # it stays unread; the bar above the list says why
                await self._workspace.mark_read([capture_id], True)

    def _on_changed(self, ids: frozenset[CaptureId] | None) -> None:
        if self._capture is not None and (ids is None or self._capture.id in ids):
            self._tasks.spawn(self._read_summary(self._capture.id), name="detail.summary")

    async def _read_summary(self, capture_id: CaptureId) -> None:
        for row in await self._workspace.summaries([capture_id]):
            if self._capture is not None and self._capture.id == row.id:
                self._capture = Capture(row, self._capture.request)
                self.title.show_summary(row)
                self.glance.show_summary(row)
                self.annotations.show_summary(row)
                self.examiner.show_row(row)
                self._tell(row)
                self.row_shown.emit(row)
                await self._number_delivery(row)

    async def _number_delivery(self, row: CaptureSummary) -> None:
        delivery = await self._workspace.endpoints.delivery(row)
        if self._capture is not None and self._capture.id == row.id:
            self.title.set_delivery(delivery)
            self.glance.set_delivery(delivery)

    def _on_attempts_counted(self, count: int) -> None:
        text = self.tr("Attempts {count}").format(count=count) if count else self.tr("Attempts")
        self.tabs.setTabText(TABS.index("attempts"), text)

    def _on_runs_counted(self, count: int, failed: int) -> None:
        text = self.tr("Rules {count}").format(count=count) if count else self.tr("Rules")
        self.tabs.set_sign(TABS.index("rules"), text, "✕" if failed else "", "bad")

    def _on_examined(self, found: Examination | None) -> None:
        self.signature.show_examination(found)
        self.failure.show_examination(found)
        verdict = str(found.verification.verdict) if found else ""
        shape = verdict_shape(verdict) if verdict else ""
        self.tabs.set_sign(TABS.index("signature"), self.tr("Signature"), shape, verdict_role(verdict))
        self.tabs.setTabToolTip(TABS.index("signature"), verdict_word(verdict))
        self._show_failure()

    def _show_failure(self) -> None:
        shown = self.failure.has_failure and self.tab == "body"
        self.failure.setVisible(shown)
        self._failure_room.setVisible(shown)

    def _on_tab_changed(self, index: int) -> None:
        self._pages.setCurrentIndex(index)
        self._show_failure()
        self.tab_changed.emit(TABS[index])
