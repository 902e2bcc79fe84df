"""The list under the search box: completions while a query is typed, earlier queries while it is empty.

It floats over the window and never takes the focus, so that typing goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from garfio.ui.label import PlainLabel
from garfio.ui.look import Look

_MOST_SHOWN = 9


@dataclass(frozen=True, slots=True)
class Offer:
    """A row of the list."""

    text: str
    """What is shown."""
    told: str
    """What it means, beside it."""
    query: str
    """The whole query once it is taken."""
    cursor: int
    """Where the caret is then."""


class OfferList(QFrame):
    """Rows that can be walked through with the arrow keys of the box."""

    taken = Signal(object)
    """The Offer that was clicked."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("pane", "popover")
        self._look = look
        self._offers: list[Offer] = []
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Suggestions"))
        self.list.setMouseTracking(True)
        self.list.itemClicked.connect(lambda item: self.taken.emit(self._offers[self.list.row(item)]))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)
        self.hide()

    @property
    def current(self) -> Offer | None:
        """The row that the arrow keys have reached."""
        row = self.list.currentRow()
        return self._offers[row] if 0 <= row < len(self._offers) and not self.isHidden() else None

    def offers(self) -> list[Offer]:
        """What is on offer; empty while the list is hidden."""
        return [] if self.isHidden() else self._offers

    def show_offers(self, offers: Sequence[Offer], width: int) -> None:
        """Show rows, none of them chosen; without any, hide."""
        self._offers = list(offers)
        self.list.clear()
        for offer in self._offers:
            item = QListWidgetItem(self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.text}, {offer.told}")
            item.setSizeHint(QSize(0, self._look.row_height))
            self.list.setItemWidget(item, self._row(offer))
        self.list.setCurrentRow(-1)
        rows = min(len(self._offers), _MOST_SHOWN)
        self.setFixedSize(width, rows * self._look.row_height + 12)
        self.setVisible(bool(self._offers))
        self.raise_()

    def step(self, count: int) -> None:
        """Go down or up; beyond an end, back to the box."""
        rows = len(self._offers)
        self.list.setCurrentRow((self.list.currentRow() + 1 + count) % (rows + 1) - 1)
        if self.list.currentRow() < 0:
            self.list.clearSelection()

    def _row(self, offer: Offer) -> QWidget:
        holder = QWidget(self.list)
        holder.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(holder)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(16)
        row.addWidget(PlainLabel(offer.text, "mono"))
        row.addStretch(1)
        row.addWidget(PlainLabel(offer.told, "muted"))
        return holder
