"""The small ▾ beside the mode chips: which content view lays the body out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from garfio.core.contentview import registry
from garfio.ui.inspector.note_text import view_name


class ViewChooser(QToolButton):
    """Automatic, then the views that fit, then all others."""

    chosen = Signal(str)
    """A view's name; empty for the automatic choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ""
        self._fitting: tuple[str, ...] = ()
        self.setProperty("kind", "chip")
        self.setText("▾")
        self.setToolTip(self.tr("Show the body as…"))
        self.setAccessibleName(self.tr("Show the body as…"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def set_fitting(self, names: tuple[str, ...]) -> None:
        """The views that could show the body, best first."""
        self._fitting = names

    def set_choice(self, name: str) -> None:
        """Mark a view as the chosen one, without telling."""
        self.choice = name
        self.setText(f"{view_name(name)} ▾" if name else "▾")

    def names(self) -> list[str]:
        """What the menu offers, in order."""
        return ["", *self._fitting, *(name for name in registry.VIEWS if name not in self._fitting)]

    def _fill(self) -> None:
        self._menu.clear()
        for at, name in enumerate(self.names()):
            if at in (1, 1 + len(self._fitting)):
                self._menu.addSeparator()
            action = self._menu.addAction(view_name(name) if name else self.tr("Automatic"))
            action.setCheckable(True)
            action.setChecked(name == self.choice)
            action.triggered.connect(lambda _=False, name=name: self._choose(name))

    def _choose(self, name: str) -> None:
        self.set_choice(name)
        self.chosen.emit(name)
