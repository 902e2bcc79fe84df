"""Colours as marks: their names, their inks in both themes, and the menu that chooses one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from garfio.core.capture import COLORS
from garfio.ui.look import Look

_NAMES = {
    "red": QT_TRANSLATE_NOOP("colors", "&Red"),
    "orange": QT_TRANSLATE_NOOP("colors", "&Orange"),
    "green": QT_TRANSLATE_NOOP("colors", "&Green"),
    "blue": QT_TRANSLATE_NOOP("colors", "&Blue"),
    "purple": QT_TRANSLATE_NOOP("colors", "&Purple"),
    "": QT_TRANSLATE_NOOP("colors", "&None"),
}
_INKS = {"red": "bad", "orange": "warn", "green": "good", "blue": "key", "purple": "keyword"}
_SIDE = 16


def color_name(color: str) -> str:
    """A colour's name in the user's language; empty for none, as it is for one that is not known."""
    if not color:
        return ""
    return QCoreApplication.translate("colors", _NAMES.get(color, color)).replace("&", "")


def color_ink(color: str) -> str:
    """The theme's token for a colour."""
    return _INKS.get(color, "muted")


def color_menu(look: Look, current: str, chosen: Callable[[str], object], parent: QWidget) -> QMenu:
    """Every colour, and none; a letter chooses."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for color in (*COLORS, ""):
        action = menu.addAction(QCoreApplication.translate("colors", _NAMES[color]))
        if color:
            action.setIcon(_swatch(look, color))
        action.setCheckable(True)
        action.setChecked(color == current)
        action.triggered.connect(lambda _checked=False, color=color: chosen(color))
    return menu


def _swatch(look: Look, color: str) -> QIcon:
    ratio = 2.0
    picture = QPixmap(round(_SIDE * ratio), round(_SIDE * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colour(color_ink(color)))
    painter.drawRoundedRect(2, 2, _SIDE - 4, _SIDE - 4, 3, 3)
    painter.end()
    return QIcon(picture)
