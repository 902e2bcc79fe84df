"""What happened, in words: event or request line, provider, and one line with size, answer and age."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from garfio.core.capture import CaptureSummary
from garfio.ui.action_set import ActionSet
from garfio.ui.actions import COPY_MENU
from garfio.ui.capture_table.row_text import now_us
from garfio.ui.figures import age_text, clock_text, day_text, duration_text, size_text
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.refusal_text import refusal_text

_AGE_MS = 10_000


class Title(QWidget):
    """The head of the detail."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row: CaptureSummary | None = None
        self._title = ElidedLabel("", "title", self)
        self._provider = PlainLabel("", "muted", self)
        self._line = ElidedLabel("", "muted", self)
        self._line.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        copy_as = self.tr("Copy as")
        self._copy = QPushButton(f" {copy_as}", self)
        self._pin = QToolButton(self)
        self.buttons = QHBoxLayout()
        self._age = QTimer(self)
        self._age.timeout.connect(self._draw_line)
        self._age.start(_AGE_MS)
        self._arrange()
        look.changed.connect(self._draw_icons)

    def set_actions(self, actions: ActionSet) -> None:
        """Give the buttons their actions."""
        menu = actions.fill(QMenu(self._copy), COPY_MENU)
        self._copy.setMenu(menu)
        pin = actions["capture.pin"]
        self._pin.setToolTip(f"{pin.text()} ({pin.shortcut().toString()})")
        self._pin.setAccessibleName(pin.text())
        self._pin.clicked.connect(pin.trigger)
        self._draw_icons()

    def show_summary(self, row: CaptureSummary) -> None:
        """Say what happened."""
        self._row = row
        self._title.setText(title_text(row))
        self._provider.setText(row.provider.capitalize())
        self._provider.setVisible(bool(row.provider))
        self._draw_line()
        self._draw_icons()

    def line(self) -> str:
        """The one-line summary as shown."""
        return self._line.text()

    def _arrange(self) -> None:
        self._copy.setIcon(self._look.icon("copy"))
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._title, 1)
        first.addWidget(self._provider)
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self._copy)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self._pin)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 14, 10)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._line)
        column.addSpacing(6)
        column.addLayout(self.buttons)

    def _draw_line(self) -> None:
        if self._row is not None:
            self._line.setText(summary_line(self._row, now_us()))

    def _draw_icons(self) -> None:
        pinned = self._row is not None and self._row.pinned
        self._copy.setIcon(self._look.icon("copy"))
        self._pin.setIcon(
            self._look.icon("star-filled" if pinned else "star", "accent" if pinned else "muted")
        )


def title_text(row: CaptureSummary) -> str:
    """The event type, or method and path, or why it was refused."""
    if row.refusal:
        return f"⊘ {refusal_text(row.refusal)}"
    return row.event_type or f"{row.method} {row.path}"


def summary_line(row: CaptureSummary, now: int) -> str:
    """`POST /path · 8.7 kB · answered 200 in 3 ms · today 10:31:05, 2 min ago`."""
    translate = QCoreApplication.translate
    parts: list[str] = []
    if row.event_type:
        parts.append(f"{row.method} {row.path}")
    parts.append(size_text(row.size))
    if not row.reply_status:
        parts.append(translate("summary", "not answered"))
    elif row.reply_us is None:
        parts.append(translate("summary", "answered {status}").format(status=row.reply_status))
    else:
        answered = translate("summary", "answered {status} in {time}")
        parts.append(answered.format(status=row.reply_status, time=duration_text(row.reply_us)))
    day, clock = day_text(row.received_at_us, now), clock_text(row.received_at_us)
    parts.append(f"{day} {clock}, {age_text(row.received_at_us, now)}")
    if row.source == "import":
        parts.append(translate("summary", "imported"))
    elif row.peer:
        parts.append(translate("summary", "from {peer}").format(peer=row.peer))
    return " · ".join(parts)
