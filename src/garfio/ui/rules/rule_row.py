"""One rule in the list: its switch, its query, its actions at a glance, its last run and what failed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from garfio.core.rule import Rule
from garfio.engine.store.run_log import RunRecord
from garfio.ui.capture_table.row_text import now_us
from garfio.ui.figures import age_text
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.rules.kind_text import kind_title
from garfio.ui.rules.occasion import occasion_text
from garfio.ui.rules.run_text import reason_text, state_text, what_text


@dataclass(frozen=True, slots=True)
class RuleState:
    """A rule with what is known of its runs."""

    rule: Rule
    last: RunRecord | None = None
    failed: int = 0


class RuleRow(QFrame):
    """A line of the dialog."""

    switched = Signal(bool)
    edit_wanted = Signal()
    try_wanted = Signal()
    log_wanted = Signal()
    copy_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, state: RuleState, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "field")
        rule = state.rule
        self.name = rule.name
        self.switch = QCheckBox(self)
        self.switch.setChecked(rule.enabled)
        self.switch.setAccessibleName(self.tr("{name} is on").format(name=rule.name))
        self.switch.setToolTip(self.tr("On: it acts on what arrives from now on"))
        self.switch.clicked.connect(self.switched)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        head = QHBoxLayout()
        head.setSpacing(10)
        title = ElidedLabel(rule.name, "headline", self)
        head.addWidget(title, 1)
        text, role = last_text(state)
        said = PlainLabel(text, role, self)
        said.setToolTip(last_tip(state))
        head.addWidget(said)
        texts.addLayout(head)
        texts.addWidget(ElidedLabel(occasion_text(rule), "mono", self))
        texts.addWidget(ElidedLabel(f"→  {actions_text(rule)}", "muted", self))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(10)
        row.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        self.edit = QPushButton(self.tr("Edit…"), self)
        self.edit.clicked.connect(self.edit_wanted)
        self.trial = QPushButton(self.tr("Try…"), self)
        self.trial.clicked.connect(self.try_wanted)
        for button in (self.edit, self.trial):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addWidget(self._more(look))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        self.edit_wanted.emit()

    def _more(self, look: Look) -> QToolButton:
        menu = QMenu(self)
        for text, signal in (
            (self.tr("What it did…"), self.log_wanted),
            (self.tr("Copy it as a new rule…"), self.copy_wanted),
            (self.tr("Remove…"), self.remove_wanted),
        ):
            menu.addAction(text).triggered.connect(lambda _=False, signal=signal: signal.emit())
        more = QToolButton(self)
        more.setIcon(look.icon("menu"))
        more.setProperty("kind", "quiet")
        more.setMenu(menu)
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setToolTip(self.tr("More"))
        more.setAccessibleName(self.tr("More"))
        return more


def actions_text(rule: Rule) -> str:
    """`Mail, HTTP request (for each of body.line_items)`; several of a kind are counted."""
    each = QCoreApplication.translate("rule", "{action} (for each of {array})")
    titles = [
        each.format(action=kind_title(action.kind), array=action.each)
        if action.each
        else kind_title(action.kind)
        for action in rule.actions
    ]
    return ", ".join(f"{count} × {title}" if count > 1 else title for title, count in Counter(titles).items())


def last_text(state: RuleState) -> tuple[str, str]:
    """The last run and what was given up, and its role."""
    translate = QCoreApplication.translate
    parts = []
    if state.failed:
        parts.append(translate("rule", "✕ %n given up", "", state.failed))
    if state.last is not None:
        age = age_text(state.last.queued_at_us, now_us())
        parts.append(translate("rule", "last run {age}").format(age=age))
    elif not state.failed:
        parts.append(translate("rule", "has not run yet"))
    return "  ·  ".join(parts), "bad" if state.failed else "muted"


def last_tip(state: RuleState) -> str:
    """The last run in a line."""
    last = state.last
    if last is None:
        return ""
    return f"{state_text(last)}  {what_text(last)}: {last.summary} {reason_text(last.error, last.message)}".strip()
