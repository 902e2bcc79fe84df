"""What the sidebar lists the webhooks by, and the menu that chooses it."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from garfio.ui.signature.verdict_text import provider_name

_KINDS = {
    "endpoint": (QT_TRANSLATE_NOOP("groups", "Endpoints"), QT_TRANSLATE_NOOP("groups", "By endpoint")),
    "provider": (QT_TRANSLATE_NOOP("groups", "Providers"), QT_TRANSLATE_NOOP("groups", "By provider")),
    "event": (QT_TRANSLATE_NOOP("groups", "Event types"), QT_TRANSLATE_NOOP("groups", "By event type")),
    "delivery": (
        QT_TRANSLATE_NOOP("groups", "Deliveries tried again"),
        QT_TRANSLATE_NOOP("groups", "By delivery"),
    ),
}


class Grouping(QObject):
    """The choice."""

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = "endpoint"

    @property
    def title(self) -> str:
        """The heading over the groups."""
        return QCoreApplication.translate("groups", _KINDS[self.kind][0])

    def choose(self, kind: str) -> None:
        """Group by this; another word than one of those that are known changes nothing."""
        if kind in _KINDS and kind != self.kind:
            self.kind = kind
            self.changed.emit(kind)

    def menu(self, parent: QWidget) -> QMenu:
        """The ways to group."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, (_title, text) in _KINDS.items():
            action = menu.addAction(QCoreApplication.translate("groups", text))
            action.setCheckable(True)
            action.setChecked(kind == self.kind)
            action.triggered.connect(lambda _checked=False, kind=kind: self.choose(kind))
        return menu


def group_text(kind: str, value: str) -> str:
    """A group's name."""
    return provider_name(value) if kind == "provider" else value
