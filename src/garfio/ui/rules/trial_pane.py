"""What a rule would do: each match with its actions in a list, and the chosen one rendered, as it would be sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from garfio.core.capture import CaptureId, CaptureSummary
from garfio.core.rule import Rule
from garfio.core.silence import plain_minutes
from garfio.engine.rendered import Rendered
from garfio.engine.rules.trial import DryRun, PastSilences, Trial
from garfio.ui.capture_table.row_text import now_us
from garfio.ui.figures import row_time_text
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.rules.deed_text import deed_text
from garfio.ui.rules.kind_text import kind_icon, kind_title
from garfio.ui.rules.occasion import occasion_text
from garfio.ui.rules.run_text import reason_text


@dataclass(frozen=True, slots=True)
class _Line:
    rendered: Rendered | None
    """None for the line of a webhook itself."""
    page: str


class TrialPane(QWidget):
    """Shows a dry run."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: list[_Line] = []
        self.summary = PlainLabel("", "headline", self)
        self.summary.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What would be done"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setIconSize(QSize(16, 16))
        self.page = QPlainTextEdit(self)
        self.page.setReadOnly(True)
        self.page.setProperty("role", "mono")
        self.page.setProperty("frame", "none")
        self.page.setAccessibleName(self.tr("The chosen action, rendered"))
        self._nothing = PlainLabel("", "muted", self)
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setContentsMargins(30, 0, 30, 0)
        self._stack = QStackedWidget(self)
        parts = QSplitter(Qt.Orientation.Horizontal, self)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.page)
        parts.setSizes([380, 420])
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(parts)
        self.summary.setContentsMargins(14, 10, 14, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.summary)
        column.addWidget(self._stack, 1)
        self.list.currentRowChanged.connect(self._show)

    def say(self, text: str) -> None:
        """Show some words instead."""
        self.summary.hide()
        self._nothing.setText(text)
        self._stack.setCurrentIndex(0)

    def show_run(self, rule: Rule, run: DryRun, rows: Mapping[CaptureId, CaptureSummary]) -> None:
        """Show what came of trying a rule; `rows` are the captures that it matched."""
        if not run.trials:
            self.say(self._nothing_text(run))
            return
        self.list.clear()
        self._lines = []
        done = failed = 0
        for trial in run.trials:
            self._add_occasion(rule, trial, rows.get(trial.capture))
            for one in trial.rendered:
                done, failed = done + (one.deed is not None), failed + (one.deed is None)
                self._add_action(rule, one)
        silence = silence_text(rule, run.silences, run.looked_at) if run.silences else ""
        self.summary.setText(silence or summary_text(run, done, failed))
        self.summary.set_role("headline")
        self.summary.show()
        self._stack.setCurrentIndex(1)
        first = next((at for at, line in enumerate(self._lines) if line.rendered), 0)
        self.list.setCurrentRow(first)

    def _nothing_text(self, run: DryRun) -> str:
        if not run.looked_at:
            return self.tr("No webhook has arrived yet. Try it on a sample, or wait for the first one.")
        return self.tr("None of the last %n webhook(s) matches the query.", "", run.looked_at)

    def _add_occasion(self, rule: Rule, trial: Trial, row: CaptureSummary | None) -> None:
        text = f"#{trial.capture}" if trial.capture else self.tr("Sample")
        if rule.silent_minutes:
            text = occasion_text(rule)
        if row is not None:
            what = row.event_type or row.path
            text = f"{text}  {row_time_text(row.received_at_us, now_us())}  {what}"
        if not trial.rendered:
            text += "  " + self.tr("(the condition is not met)")
        item = QListWidgetItem(text)
        item.setForeground(self._look.colour("muted"))
        item.setFont(self._look.small_font(bold=True))
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsSelectable)
        self.list.addItem(item)
        self._lines.append(_Line(None, ""))

    def _add_action(self, rule: Rule, one: Rendered) -> None:
        kind = rule.actions[one.action].kind if 0 <= one.action < len(rule.actions) else ""
        title = kind_title(kind) if kind else self.tr("The whole rule")
        entry = "" if one.item is None else f" {one.item + 1}"
        if one.deed is None:
            reason = reason_text(one.error, one.message)
            item = QListWidgetItem(self._look.icon("cross", "bad"), f"{title}{entry}: {reason}")
            item.setForeground(self._look.colour("bad"))
            page = reason
        else:
            item = QListWidgetItem(self._look.icon(kind_icon(kind)), f"{title}{entry}: {one.deed.summary}")
            page = deed_text(one.deed)
        item.setToolTip(item.text())
        self.list.addItem(item)
        self._lines.append(_Line(one, page))

    def _show(self, row: int) -> None:
        self.page.setPlainText(self._lines[row].page if 0 <= row < len(self._lines) else "")


def summary_text(run: DryRun, done: int, failed: int) -> str:
    """`3 of the last 100 webhooks match. 3 actions would be done. 1 cannot be.` It says that it is a trial."""
    translate = QCoreApplication.translate
    count = len(run.trials)
    if run.looked_at > 1:
        text = translate("trial", "%n of the last {count} webhooks match", "", count)
        text = text.format(count=run.looked_at)
    else:
        text = translate("trial", "It matches")
    text += ". " + translate("trial", "%n action(s) would be done.", "", done)
    if failed:
        text += " " + translate("trial", "%n cannot be.", "", failed)
    return f"{text} {translate('trial', 'This is a trial: nothing has been done.')}"


def silence_text(rule: Rule, past: PastSilences, looked_at: int) -> str:
    """When a rule about silence would have acted. It says that it is a trial."""
    translate = QCoreApplication.translate
    minutes = f"{plain_minutes(rule.silent_minutes):n}"
    if not past.matched:
        text = translate("trial", "None of the last %n webhook(s) matches the query.", "", looked_at)
        if not looked_at:
            text = translate("trial", "No webhook has arrived yet.")
        after = translate("trial", "It acts when it has been on for {minutes} min without a match.")
        text = f"{text} {after.format(minutes=minutes)}"
    elif not past.at_us:
        text = translate(
            "trial",
            "Looked at: {count}, matching: {matched}, never {minutes} min apart. It would not have acted yet.",
        ).format(count=looked_at, matched=past.matched, minutes=minutes)
    else:
        text = translate("trial", "Looked at: {count}. It would have acted %n time(s)", "", len(past.at_us))
        last = translate("trial", "the last time: {time}.").format(
            time=row_time_text(past.at_us[-1], now_us())
        )
        text = f"{text.format(count=looked_at)}, {last}"
    return f"{text} {translate('trial', 'This is a trial: nothing has been done.')}"
