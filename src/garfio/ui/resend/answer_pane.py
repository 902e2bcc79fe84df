"""One attempt, whole: what came of it in words, the answer as bodies are shown, the request as sent, and what
differs from the capture and from the attempt before.

Loads what it shows by itself; what belongs to an earlier attempt is dropped.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from garfio.core.attempt import Attempt, AttemptSummary, Response
from garfio.core.contentview.view import Meta
from garfio.core.errors import AppError
from garfio.core.headers import Headers
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.compare.attempt_pane import DifferencePane
from garfio.ui.error_text import error_text
from garfio.ui.figures import duration_text, size_text
from garfio.ui.inspector.headers_tab import HeadersTab
from garfio.ui.inspector.rendering import FIRST_BYTES, HEX, PRETTY, RAW, render_body, render_message
from garfio.ui.inspector.text_pane import RunSlow, TextPane
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.resend.outcome_text import headline, remarks, result_ink, verdict_ink, verdict_text
from garfio.ui.resend.redirect_text import conversation

_ANSWER, _HEADERS, _SENT, _DIFFERENCE, _REDIRECTS = range(5)


class AnswerPane(QWidget):
    """Shows one attempt."""

    def __init__(
        self,
        workspace: Workspace,
        tasks: Tasks,
        run_slow: RunSlow,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._ticket = 0
        self._busy = False
        self.attempt: Attempt | None = None
        self._left: int | None = None
        """The part that was open until an attempt came that has none of it yet."""
        self._headline = ElidedLabel("", "", self)
        self._verdict = PlainLabel("", "", self)
        self._facts = ElidedLabel("", "muted", self)
        self._remarks = PlainLabel("", "muted", self)
        self._remarks.setWordWrap(True)
        self._remarks.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.parts = QTabBar(self)
        self.body = TextPane(
            {PRETTY: self.tr("Pretty"), RAW: self.tr("Raw"), HEX: self.tr("Hex")}, tasks, run_slow, look, self
        )
        self.headers = HeadersTab(look, self)
        self.sent = TextPane({RAW: self.tr("Text"), HEX: self.tr("Hex")}, tasks, run_slow, look, self)
        self.difference = DifferencePane(workspace, tasks, run_slow, look, self)
        self.redirects = TextPane({RAW: self.tr("Text"), HEX: self.tr("Hex")}, tasks, run_slow, look, self)
        self._pages = QStackedWidget(self)
        self._arrange()
        self.body.all_wanted.connect(lambda: self._show_body(None))
        self.sent.all_wanted.connect(lambda: self._show_sent(None))
        self.clear()

    @property
    def is_busy(self) -> bool:
        """True while something is being read or prepared."""
        pages = (self.body, self.sent, self.difference, self.redirects)
        return self._busy or any(page.is_busy for page in pages)

    def show_attempt(self, row: AttemptSummary, before: AttemptSummary | None, verdict: str) -> None:
        """Read and show an attempt; `before` is the one before it at the same target."""
        self._ticket += 1
        self._busy = True
        self._tasks.spawn(self._read(row, before, verdict, self._ticket), name="attempt.read")

    def clear(self, text: str = "") -> None:
        """Show nothing but some words."""
        self._ticket += 1
        self._busy = False
        self.attempt = None
        self._headline.setText(text)
        self._headline.set_role("muted")
        for label in (self._verdict, self._facts, self._remarks):
            label.setText("")
        self._remarks.hide()
        self._pages.hide()
        self.parts.hide()

    def find(self) -> None:
        """Open the find bar of the open part."""
        finds = {
            _ANSWER: self.body.find_bar.open_bar,
            _HEADERS: self.headers.find,
            _SENT: self.sent.find_bar.open_bar,
            _REDIRECTS: self.redirects.find_bar.open_bar,
        }
        if self.parts.currentIndex() in finds:
            finds[self.parts.currentIndex()]()

    def headline(self) -> str:
        """What came of it, as shown."""
        return self._headline.text()

    def remarks(self) -> str:
        """What else is said."""
        return self._remarks.text()

    def _arrange(self) -> None:
        for text in (self.tr("Answer"), self.tr("Headers"), self.tr("As sent"), self.tr("Difference"), ""):
            self.parts.addTab(text)
        self.parts.setExpanding(False)
        self.parts.setDrawBase(False)
        self.parts.setAccessibleName(self.tr("Parts of the attempt"))
        for page in (self.body, self.headers, self.sent, self.difference, self.redirects):
            self._pages.addWidget(page)
        self.parts.currentChanged.connect(self._pages.setCurrentIndex)
        self.parts.tabBarClicked.connect(self._on_part_clicked)
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._headline, 1)
        first.addWidget(self._verdict)
        words = QVBoxLayout()
        words.setContentsMargins(16, 10, 14, 4)
        words.setSpacing(3)
        words.addLayout(first)
        words.addWidget(self._facts)
        words.addWidget(self._remarks)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(words)
        column.addWidget(self.parts)
        column.addWidget(self._pages, 1)
        column.addStretch(0)

    async def _read(
        self, row: AttemptSummary, before: AttemptSummary | None, verdict: str, ticket: int
    ) -> None:
        try:
            attempt = await self._workspace.attempt(row.id)
        except AppError as error:
            if ticket == self._ticket:
                self.clear(error_text(error))
            return
        if ticket == self._ticket:
            self._busy = False
            self._show(attempt, before, verdict)

    def _show(self, attempt: Attempt, before: AttemptSummary | None, verdict: str) -> None:
        self.attempt = attempt
        row = attempt.summary
        ink = result_ink(row)
        shape = {"good": "✓ ", "bad": "✕ "}.get(ink, "")
        self._headline.setText(shape + headline(attempt))
        self._headline.set_role(f"strong-{ink}")
        self._verdict.setText(verdict_text(verdict))
        self._verdict.set_role(verdict_ink(verdict))
        self._facts.setText(facts_line(attempt))
        said = remarks(attempt)
        self._remarks.setText("\n".join(said))
        self._remarks.setVisible(bool(said))
        answered = isinstance(attempt.outcome, Response)
        for part in (_ANSWER, _HEADERS):
            self.parts.setTabEnabled(part, answered)
        self._show_body(FIRST_BYTES)
        headers = attempt.outcome.headers if isinstance(attempt.outcome, Response) else Headers()
        self.headers.show_headers(headers)
        self.parts.setTabText(_HEADERS, self.tr("Headers {count}").format(count=len(headers)))
        self._show_sent(FIRST_BYTES)
        self.difference.show_attempt(attempt, before)
        self._show_redirects(attempt)
        if not answered and self.parts.currentIndex() in (_ANSWER, _HEADERS):
            self._left = self.parts.currentIndex()
            self.parts.setCurrentIndex(_SENT)
        elif answered and self._left is not None:
            self.parts.setCurrentIndex(self._left)
            self._left = None
        self.parts.show()
        self._pages.show()

    def _on_part_clicked(self, _part: int) -> None:
        self._left = None

    def _show_body(self, limit: int | None) -> None:
        outcome = self.attempt.outcome if self.attempt else None
        if not isinstance(outcome, Response):
            self.body.clear()
            return
        body = outcome.body if limit is None else outcome.body[:limit]
        self.body.set_cut(len(body), len(outcome.body))
        cut = len(body) < len(outcome.body) or bool(outcome.cut)
        self.body.show_bytes(len(body), render_body, body, Meta.of_headers(outcome.headers, cut=cut))

    def _show_sent(self, limit: int | None) -> None:
        if self.attempt is None:
            return
        request = self.attempt.request
        body = request.body if limit is None else request.body[:limit]
        self.sent.set_cut(len(body), len(request.body))
        framing = request.framing if len(body) == len(request.body) else None
        self.sent.show_bytes(len(body) + len(request.head), render_message, request.head, body, framing)

    def _show_redirects(self, attempt: Attempt) -> None:
        """What went to and fro; the tab is there only when something was followed."""
        if not attempt.hops and self.parts.currentIndex() == _REDIRECTS:
            self.parts.setCurrentIndex(_ANSWER)
        self.parts.setTabVisible(_REDIRECTS, bool(attempt.hops))
        if not attempt.hops:
            self.redirects.clear()
            return
        count = len(attempt.hops)
        self.parts.setTabText(_REDIRECTS, self.tr("Redirects {count}").format(count=count))
        said = conversation(attempt)
        self.redirects.set_cut(len(said), len(said))
        self.redirects.show_bytes(len(said), render_message, said, b"", None)


def facts_line(attempt: Attempt) -> str:
    """`http://127.0.0.1:3000/hook · 34 B · first byte after 8 ms · TLSv1.3`."""
    row, timings = attempt.summary, attempt.timings
    parts = [row.url]
    if row.state == "response":
        parts.append(size_text(row.size))
    if timings.first_byte_us is not None:
        first = QCoreApplication.translate("attempt", "first byte after {time}")
        parts.append(first.format(time=duration_text(timings.first_byte_us)))
    if attempt.peer.tls_version:
        parts.append(attempt.peer.tls_version)
    return " · ".join(parts)
