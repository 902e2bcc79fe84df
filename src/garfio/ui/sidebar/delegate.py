"""Paints a row of the sidebar."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from garfio.ui.figures import count_text
from garfio.ui.look import Look
from garfio.ui.sidebar.place import Index, Place, PlacesModel

_PAD = 10
_ICON = 16


class PlaceDelegate(QStyledItemDelegate):
    """Paints a heading, or a name with its sign and count."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's signature
        return QSize(120, self._look.row_height + (8 if self._place(index).is_heading else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, rect, look = self._place(index), QRect(option.rect), self._look
        painter.save()
        if place.is_heading:
            painter.setFont(look.small_font(bold=True))
            painter.setPen(look.colour("muted"))
            painter.drawText(
                rect.adjusted(_PAD, 8, -_PAD, 0), int(Qt.AlignmentFlag.AlignVCenter), place.name.upper()
            )
            current = bool(option.state & QStyle.StateFlag.State_HasFocus)
            if place.collapsed or current or option.state & QStyle.StateFlag.State_MouseOver:
                side = QRect(rect.right() - _PAD - 12, rect.center().y() - 2, 12, 12)
                name = "chevron-right" if place.collapsed else "chevron-down"
                look.icon(name, "accent" if current else "muted").paint(painter, side)
            painter.restore()
            return
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if selected or hovered:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("selection" if selected else "hover"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 5, 5)
        inside = rect.adjusted(_PAD, 0, -_PAD, 0)
        if place.count is not None:
            count = count_text(place.count)
            painter.setPen(look.colour("muted"))
            painter.setFont(look.font)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), count)
            inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(count) - 8)
        if place.mark:
            painter.setPen(look.colour("warn"))
            painter.setFont(look.small_font(bold=True))
            painter.drawText(
                inside, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), place.mark
            )
            inside.setRight(inside.right() - painter.fontMetrics().horizontalAdvance(place.mark) - 8)
        if place.icon:
            side = QRect(inside.x(), inside.center().y() - _ICON // 2 + 1, _ICON, _ICON)
            look.icon(place.icon, "accent" if selected else "muted").paint(painter, side)
            inside.setLeft(side.right() + 9)
        font = QFont(look.font)
        if place.strong or selected:
            font.setWeight(QFont.Weight.DemiBold if place.strong else QFont.Weight.Medium)
        painter.setFont(font)
        painter.setPen(look.colour("text"))
        name = painter.fontMetrics().elidedText(place.name, _cut(place.name), inside.width())
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), name)
        painter.restore()

    def _place(self, index: Index) -> Place:
        model = index.model()
        assert isinstance(model, PlacesModel)
        return model.place(index.row())


def _cut(name: str) -> Qt.TextElideMode:
    """Where a long name is cut: words are read from the left, events and paths of a family differ at their ends."""
    return Qt.TextElideMode.ElideRight if " " in name else Qt.TextElideMode.ElideMiddle
