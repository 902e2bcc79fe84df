"""Notifications that rules want: shown by the tray icon where there is one, otherwise as a bar in the window; the sound
is the system's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from garfio.core.capture import CaptureId
from garfio.engine.action.tools import Notice
from garfio.ui.bridge import Bridge
from garfio.ui.messages import Message, MessageBars

_SHOWN_MS = 10_000
_LONGEST = 300
"""Characters of a notification's text; the log has the whole."""


class Notices(QObject):
    """Shows what rules say."""

    capture_wanted = Signal(object)
    """The CaptureId of the notification that was clicked."""

    def __init__(
        self, bridge: Bridge, bars: MessageBars, icon: QSystemTrayIcon, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bars = bars
        self._icon = icon
        self._capture: CaptureId | None = None
        bridge.noticed.connect(self.show_notice)
        icon.messageClicked.connect(self._on_message_clicked)

    def show_notice(self, notice: Notice) -> None:
        """Show it, and sound if it wants that."""
        title = notice.title or notice.rule
        text = notice.text[:_LONGEST]
        capture = CaptureId(notice.capture)
        if notice.sound:
            QApplication.beep()
        if self._icon.isVisible() and QSystemTrayIcon.supportsMessages():
            self._capture = capture or None
            # Some desktops read the text as markup.
            plain = text.replace("&", "&amp;").replace("<", "&lt;")
            self._icon.showMessage(title, plain, self._icon.icon(), _SHOWN_MS)
        else:
            self._bars.show_message(
                "notice",
                Message(
                    "info",
                    title,
                    text,
                    self.tr("Show the webhook") if capture else "",
                    (lambda: self.capture_wanted.emit(capture)) if capture else None,
                    lasts_ms=_SHOWN_MS if QApplication.activeWindow() else 0,  # it waits for who is away
                ),
            )

    def _on_message_clicked(self) -> None:
        if self._capture is not None:
            self.capture_wanted.emit(self._capture)
            self._capture = None
