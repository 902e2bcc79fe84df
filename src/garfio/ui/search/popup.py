"""The list under the search box: completions while a query is typed, earlier queries while it is empty.

It floats over the window and never takes the focus, so that typing goes on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from garfio.ui.look import Look
from garfio.ui.rows_model import Index

_MOST_SHOWN = 9
_PAD, _GAP = 12, 16


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


class OfferDelegate(QStyledItemDelegate):
    """Paints a row; forty of them come with every key, too many for widgets."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(0, self._look.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)  # the ground, as the style has it
        offer = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        inside = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        for text, font, ink, side in (
            (offer.text, self._look.mono, "text", Qt.AlignmentFlag.AlignLeft),
            (offer.told, self._look.font, "muted", Qt.AlignmentFlag.AlignRight),
        ):
            painter.setFont(font)
            painter.setPen(self._look.colour(ink))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter, shown)
            inside.setLeft(inside.left() + painter.fontMetrics().horizontalAdvance(shown) + _GAP)
        painter.restore()


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
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(OfferDelegate(look, self.list))
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
            item.setData(Qt.ItemDataRole.UserRole, offer)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{offer.text}, {offer.told}")
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
