"""The icon in the system tray, and the notification of webhooks that arrive while the window is hidden.

Both are off by default. A notification says how many, never what: it may be shown on a locked screen, and
some desktops read its text as markup.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from garfio.core.capture import CaptureId
from garfio.engine.settings import Settings
from garfio.ui.action_set import ActionSet
from garfio.ui.bridge import Bridge
from garfio.ui.look import Look

_PAUSE_MS = 4_000
"""Arrivals of so long a time are told in one notification."""
_SHOWN_MS = 6_000


class Tray(QObject):
    """Tray icon and notifications, as the settings say."""

    window_wanted = Signal()
    """The user clicked the icon or a notification."""

    def __init__(
        self,
        settings: Settings,
        bridge: Bridge,
        actions: ActionSet,
        look: Look,
        newest: CaptureId | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._window_shown = True
        self._arrived = 0
        self._newest = newest
        self._menu = QMenu()
        self._menu.addAction(self.tr("Show Garfio")).triggered.connect(self.window_wanted)
        actions.fill(self._menu, ("listener.start", "listener.stop", "listener.copy_url", "-", "app.quit"))
        self.icon = QSystemTrayIcon(look.icons.program(), self)
        self.icon.setToolTip("Garfio")
        self.icon.setContextMenu(self._menu)
        self.icon.activated.connect(self._on_icon_activated)
        self.icon.messageClicked.connect(self.window_wanted)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_pause_over)
        bridge.arrived.connect(self._on_arrived)
        bridge.settings_changed.connect(self.apply)
        self.destroyed.connect(self._menu.deleteLater)
        self.apply(settings)

    @property
    def keeps_running(self) -> bool:
        """Whether closing the window leaves the program in the tray."""
        return self._settings.tray and QSystemTrayIcon.isSystemTrayAvailable()

    def apply(self, settings: Settings) -> None:
        """Show or hide the icon."""
        self._settings = settings
        self.icon.setVisible(
            self.keeps_running or (settings.notify and QSystemTrayIcon.isSystemTrayAvailable())
        )

    def set_window_shown(self, shown: bool) -> None:
        """Say whether the window is in sight."""
        self._window_shown = shown
        if shown:
            self._arrived = 0
            self._pause.stop()

    def notification(self) -> str:
        """What the next notification says; empty when there is nothing to tell."""
        return self.tr("%n new webhook(s)", "", self._arrived) if self._arrived else ""

    def _on_arrived(self, newest: CaptureId) -> None:
        count = newest - self._newest if self._newest is not None else 1
        self._newest = newest
        if self._window_shown or not self._settings.notify:
            return
        self._arrived += max(1, count)
        if not self._pause.isActive():
            self._tell()
            self._pause.start()

    def _on_pause_over(self) -> None:
        if self._arrived:
            self._tell()
            self._pause.start()

    def _tell(self) -> None:
        text, self._arrived = self.notification(), 0
        if text and self.icon.isVisible():
            self.icon.showMessage("Garfio", text, self.icon.icon(), _SHOWN_MS)

    def _on_icon_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.window_wanted.emit()
