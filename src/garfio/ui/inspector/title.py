"""What happened, in words: event or request line, provider, and one line with size, answer and age."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from garfio.core.capture import CaptureSummary
from garfio.engine.store.looks import Delivery
from garfio.ui.action_set import ActionSet
from garfio.ui.capture_table.row_text import now_us
from garfio.ui.figures import age_text, clock_text, day_text, duration_text, size_text
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look
from garfio.ui.menus import COPY_MENU
from garfio.ui.refusal_text import refusal_text
from garfio.ui.resend.button import ResendButton
from garfio.ui.signature.verdict_text import provider_name
from garfio.ui.targets.menu import fill_target_menu
from garfio.ui.targets.watch import Places
from garfio.ui.wording import verdict_role, verdict_shape, verdict_word

_AGE_MS = 10_000
_SPACING = 10
_AROUND = 218
"""Pixels of the row of buttons that are no words of theirs."""


class Title(QWidget):
    """The head of the detail."""

    target_chosen = Signal(str)
    """A target's name or a URL to resend to."""
    aged = Signal()
    """Ages have to be said anew."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row: CaptureSummary | None = None
        self._actions: ActionSet | None = None
        self._places = Places()
        self._title = ElidedLabel("", "title", self)
        self._provider = PlainLabel("", "muted", self)
        self._verdict = PlainLabel("", "muted", self)
        self._delivery = Delivery()
        self._line = ElidedLabel("", "muted", self)
        self._line.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        copy_as = self.tr("Copy as")
        self.resend = ResendButton(look, self)
        self._targets = QToolButton(self)
        self._edit = QPushButton(self)
        self._copy = QPushButton(f" {copy_as}", self)
        self._pin = QToolButton(self)
        self.buttons = QHBoxLayout()
        self._age = QTimer(self)
        self._age.timeout.connect(self._draw_line)
        self._age.timeout.connect(self.aged)
        self._age.start(_AGE_MS)
        self._arrange()
        look.changed.connect(self._draw_icons)

    def set_actions(self, actions: ActionSet) -> None:
        """Give the buttons their actions."""
        copy, again = actions["capture.choose_code"], actions["capture.copy_code"]
        keys = [f"{action.text()} ({action.shortcut().toString()})" for action in (copy, again)]
        self._copy.setToolTip("\n".join(keys))
        self._copy.setAccessibleName(self.tr("Copy as"))
        self._copy.clicked.connect(copy.trigger)
        resend, edit = actions["capture.resend"], actions["capture.edit_resend"]
        self.resend.clicked.connect(resend.trigger)
        resend.changed.connect(lambda: self.resend.setEnabled(resend.isEnabled()))
        self._edit.setText(edit.text().rstrip("…"))
        self._edit.setToolTip(f"{edit.text().rstrip('…')} ({edit.shortcut().toString()})")
        self._edit.setAccessibleName(self._edit.text())
        self._edit.clicked.connect(edit.trigger)
        edit.changed.connect(lambda: self._edit.setEnabled(edit.isEnabled()))
        choose = actions["capture.resend_to"]
        self._targets.setToolTip(f"{choose.text().rstrip('…')} ({choose.shortcut().toString()})")
        self._targets.setAccessibleName(choose.text())
        self._targets.clicked.connect(self.open_targets)
        choose.changed.connect(lambda: self._targets.setEnabled(choose.isEnabled()))
        self._actions = actions
        self.set_places(self._places)
        pin = actions["capture.pin"]
        self._pin.setToolTip(f"{pin.text()} ({pin.shortcut().toString()})")
        self._pin.setAccessibleName(pin.text())
        self._pin.clicked.connect(pin.trigger)
        self._draw_icons()

    def show_summary(self, row: CaptureSummary) -> None:
        """Say what happened."""
        if self._row is None or self._row.id != row.id:
            self._delivery = Delivery()
        self._row = row
        self._title.setText(title_text(row))
        self._verdict.setText(f"{verdict_shape(row.verdict)} {verdict_word(row.verdict)}")
        self._verdict.set_role(verdict_role(row.verdict))
        self._verdict.setVisible(bool(row.verdict))
        self.set_delivery(self._delivery)
        self._draw_line()
        self._draw_icons()

    def set_delivery(self, delivery: Delivery) -> None:
        """Say which delivery of its event it is; the first one is nothing special."""
        self._delivery = delivery
        self._fit_provider()

    def set_places(self, places: Places) -> None:
        """Say where the button sends to."""
        self._places = places
        text = (
            self.tr("Resend to {target}").format(target=places.label) if places.last else self.tr("Resend…")
        )
        key = self._actions["capture.resend"].shortcut().toString() if self._actions else ""
        self.resend.set_words(text, key)

    def open_targets(self) -> None:
        """Open the menu of targets under its button."""
        if self._actions is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_target_menu(menu, self._places, self.target_chosen.emit, self._actions, self._look)
        menu.popup(self.resend.mapToGlobal(QPoint(0, self.resend.height() + 2)))

    def open_copy(self) -> None:
        """Open the menu of what can be copied under its button."""
        if self._actions is not None:
            self._copy_menu().popup(self._copy.mapToGlobal(QPoint(0, self._copy.height() + 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._fit_provider()

    def line(self) -> str:
        """The one-line summary as shown."""
        return self._line.text()

    def _arrange(self) -> None:
        self._copy.setIcon(self._look.icon("copy"))
        first = QHBoxLayout()
        first.setSpacing(_SPACING)
        first.addWidget(self._title, 1)
        first.addWidget(self._provider)
        first.addWidget(self._verdict)
        self.buttons.setSpacing(8)
        self._targets.setFixedWidth(34)
        for button in (self.resend, self._targets, self._edit, self._copy):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self._pin)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 14, 10)
        column.setSpacing(4)
        column.addLayout(first)
        column.addWidget(self._line)
        column.addSpacing(6)
        column.addLayout(self.buttons)

    def _copy_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return self._actions.fill(menu, COPY_MENU) if self._actions else menu

    def _fit(self) -> None:
        """Where the buttons' words do not fit, their icons stand alone."""
        edit, copy = self._edit.accessibleName(), f" {self.tr('Copy as')}"
        advance = self.fontMetrics().horizontalAdvance
        left = self.width() - self.resend.sizeHint().width() - _AROUND - advance(edit)
        self._edit.setText(edit if left >= 0 else "")
        self._copy.setText(copy if left >= advance(copy) else "")
        self._draw_icons()

    def _fit_provider(self) -> None:
        """The event goes first: where both do not fit, which delivery it is stands in the tip alone."""
        name = provider_name(self._row.provider) if self._row else ""
        repeated = ""
        if self._delivery.number > 1:
            repeated = self.tr("delivery {number} of this event").format(number=self._delivery.number)
        whole = " · ".join(piece for piece in (name, repeated) if piece)
        margins = self.layout().contentsMargins()
        left = self.width() - margins.left() - margins.right() - 2 * _SPACING
        left -= self._title.sizeHint().width() + self._verdict.sizeHint().width()
        fits = self._provider.fontMetrics().horizontalAdvance(whole) <= left
        self._provider.setText(whole if fits else name)
        self._provider.setToolTip("" if fits else whole)
        self._provider.setVisible(bool(self._provider.text()))

    def _draw_line(self) -> None:
        if self._row is not None:
            self._line.setText(summary_line(self._row, now_us()))

    def _draw_icons(self) -> None:
        pinned = self._row is not None and self._row.pinned
        self._copy.setIcon(self._look.icon("copy"))
        self._edit.setIcon(QIcon() if self._edit.text() else self._look.icon("edit"))
        self._targets.setIcon(self._look.icon("chevron-down", "text"))
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
