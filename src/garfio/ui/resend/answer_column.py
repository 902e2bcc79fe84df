"""One target's answer among others: result, status line and headers that matter, body; lines that the first
target's answer does not have are marked.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from garfio.core.attempt import Attempt, AttemptSummary, Response
from garfio.core.contentview.view import Meta
from garfio.core.diff import diff_text
from garfio.core.errors import AppError
from garfio.core.headers import decode_value
from garfio.engine.tasks import Tasks
from garfio.engine.workspace import Workspace
from garfio.ui.code_view.source import Mark
from garfio.ui.code_view.view import CodeView
from garfio.ui.error_text import error_text
from garfio.ui.highlighter import spans_source
from garfio.ui.inspector.rendering import PRETTY, render_body
from garfio.ui.inspector.text_pane import RunSlow
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.resend.outcome_text import remarks, result_ink, result_line

_MOST = 256 * 1024
"""Bytes of an answer that are compared line by line."""


class AnswerColumn(QWidget):
    """An answer and how it differs."""

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
        self._run_slow = run_slow
        self._look = look
        self._ticket = 0
        self._busy = False
        self._shown: tuple[AttemptSummary | None, AttemptSummary | None] = (None, None)
        self.setProperty("pane", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title = ElidedLabel("", "title", self)
        self._headline = PlainLabel("", "muted", self)
        self._headline.setWordWrap(True)
        self._remarks = PlainLabel("", "muted", self)
        self._remarks.setWordWrap(True)
        self._remarks.hide()
        self.view = CodeView(look.theme, self)
        policy = self.view.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.view.setSizePolicy(policy)
        words = QVBoxLayout()
        words.setContentsMargins(14, 10, 14, 8)
        words.setSpacing(3)
        for label in (self._title, self._headline, self._remarks):
            words.addWidget(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(words)
        column.addWidget(self.view, 1)
        look.changed.connect(self._on_look_changed)

    @property
    def is_busy(self) -> bool:
        """True while the answer is being read."""
        return self._busy

    def set_title(self, text: str) -> None:
        """The target's name."""
        self._title.setText(text)

    def show_attempt(self, attempt: AttemptSummary | None, first: AttemptSummary | None) -> None:
        """Show an attempt, compared with the first target's."""
        if (attempt, first) == self._shown:
            return
        self._shown = (attempt, first)
        self._ticket += 1
        if attempt is None:
            self.view.set_document("")
            self._headline.setText("…")
            return
        self._busy = True
        self._tasks.spawn(self._read(attempt, first, self._ticket), name="grid.answer")

    def clear(self) -> None:
        """Drop what is under way."""
        self._ticket += 1
        self._busy = False

    def marked_lines(self) -> list[int]:
        """The lines that differ from the first target's answer, counted from 0."""
        return [mark.line for mark in self.view.marks]

    def _on_look_changed(self) -> None:
        self.view.set_theme(self._look.theme)

    async def _read(self, row: AttemptSummary, first: AttemptSummary | None, ticket: int) -> None:
        try:
            attempt = await self._workspace.attempt(row.id)
            other = await self._workspace.attempt(first.id) if first else None
            text, lines, syntax = await self._run_slow(prepared, _body_of(attempt), _body_of(other))
        except AppError as error:
            if ticket == self._ticket:
                self._busy = False
                self._headline.setText(error_text(error))
            return
        if ticket != self._ticket:
            return
        self._busy = False
        ink = result_ink(row)
        self._headline.setText({"good": "✓ ", "bad": "✕ "}.get(ink, "") + result_line(attempt))
        self._headline.set_role(ink)
        said = remarks(attempt)
        self._remarks.setText("\n".join(said))
        self._remarks.setVisible(bool(said))
        self.view.setVisible(isinstance(attempt.outcome, Response))
        self.view.set_document(text, spans_source(syntax))
        self.view.set_marks([Mark(line, 0, length, "changed") for line, length in lines])


Body = tuple[bytes, str, str]
"""Body, Content-Type, Content-Encoding."""


def _body_of(attempt: Attempt | None) -> Body | None:
    if attempt is None or not isinstance(attempt.outcome, Response):
        return None
    headers = attempt.outcome.headers
    coding = ", ".join(decode_value(value) for value in headers.get_all("content-encoding"))
    return attempt.outcome.body[:_MOST], headers.text("content-type") or "", coding


def prepared(body: Body | None, other: Body | None) -> tuple[str, list[tuple[int, int]], str]:
    """The text of a body, the lines that the other one does not have with their lengths, and its syntax."""
    if body is None:
        return "", [], "none"
    view = render_body(PRETTY, body[0], Meta(body[1], body[2])).view
    if other is None:
        return view.text, [], view.syntax
    left = render_body(PRETTY, other[0], Meta(other[1], other[2])).view.text
    lines = view.text.split("\n")
    found = diff_text(left.encode("utf-8", "surrogateescape"), view.text.encode("utf-8", "surrogateescape"))
    changed = [
        line
        for block in found.blocks
        if block.kind in ("added", "replaced")
        for line in range(block.right_start, block.right_end)
    ]
    return view.text, [(line, max(1, len(lines[line]))) for line in changed if line < len(lines)], view.syntax
