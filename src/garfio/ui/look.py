"""The theme that applies, with the icons and fonts that go with it: what panes take to draw themselves.

A pane that paints by itself or sets icons connects to `changed` and does it again.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QIcon

from garfio.ui.icons import Icons
from garfio.ui.theme import Theme, ThemeSwitch, mono_font, row_height, ui_font


class Look(QObject):
    """Colours, icons and fonts of the moment."""

    changed = Signal()
    """Another theme applies."""

    def __init__(self, switch: ThemeSwitch, parent: QObject | None = None, *, setting: str = "") -> None:
        """`setting` is the mode in the settings, if this run has another one."""
        super().__init__(parent)
        self._switch = switch
        self._setting = setting
        self.icons = Icons(switch.theme)
        self.font = ui_font()
        self.mono = mono_font()
        self.row_height = row_height()
        switch.changed.connect(self._on_theme_changed)

    @property
    def theme(self) -> Theme:
        """The theme that applies."""
        return self._switch.theme

    def colour(self, name: str) -> QColor:
        """A token of the theme, or one derived from it."""
        return self.theme.colour(name)

    def icon(self, meaning: str, ink: str = "muted") -> QIcon:
        """An icon by meaning."""
        return self.icons.icon(meaning, ink)

    def small_font(self, *, bold: bool = False) -> QFont:
        """The font of captions."""
        font = QFont(self.font)
        font.setPixelSize(round(self.font.pixelSize() * 0.85))
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def set_mode(self, mode: str) -> None:
        """Follow the system, or stay light or dark, as the settings say; a run's own theme stays until they change."""
        if mode != self._setting:
            self._setting = ""
            self._switch.set_mode(mode)

    def _on_theme_changed(self, theme: Theme) -> None:
        self.icons.set_theme(theme)
        self.changed.emit()
