"""The menu of places to send to: the targets, the last address, and what else can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from garfio.core.target import Target
from garfio.ui.action_set import ActionSet
from garfio.ui.look import Look
from garfio.ui.targets.watch import Places, place_label

_MORE = (
    "-",
    "capture.resend_other",
    "capture.resend_several",
    "capture.resend_order",
    "-",
    "targets.manage",
    "forwards.manage",
)


def target_title(target: Target) -> str:
    """The name, with a mark when its certificate is not checked."""
    return target.label if target.tls.verify else f"{target.label} ⚠"


def fill_target_menu(
    menu: QMenu, places: Places, choose: Callable[[str], object], actions: ActionSet, look: Look
) -> None:
    """Fill a menu anew; the last place is ticked."""
    menu.clear()
    menu.setToolTipsVisible(True)
    if "://" in places.last:
        _add(menu, place_label(places.last), places.last, places, choose, look, places.last)
    for target in places.targets:
        _add(menu, target_title(target), target.name, places, choose, look, target.url)
    actions.fill(menu, _MORE if menu.actions() else _MORE[1:])


def _add(
    menu: QMenu,
    title: str,
    place: str,
    places: Places,
    choose: Callable[[str], object],
    look: Look,
    tip: str,
) -> QAction:
    action = menu.addAction(look.icon("arrow-right"), title.replace("&", "&&"))
    action.setData(place)
    action.setToolTip(tip)
    if place == places.last:
        font = action.font()
        font.setBold(True)
        action.setFont(font)
    action.triggered.connect(lambda: choose(place))
    return action
