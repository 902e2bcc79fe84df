"""The clipboard, for text that it may not be able to hold."""

from __future__ import annotations

import re

from PySide6.QtGui import QClipboard, QGuiApplication

_SURROGATES = re.compile("[\ud800-\udfff]")


def copy(text: str) -> None:
    """Put text on the clipboard as it is. A lone surrogate, which no clipboard can hold, becomes U+FFFD."""
    QGuiApplication.clipboard().setText(_SURROGATES.sub("\ufffd", text))


def offer_selection(text: str) -> None:
    """Make text available to the middle mouse button, on systems that have that."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection():
        clipboard.setText(_SURROGATES.sub("\ufffd", text), QClipboard.Mode.Selection)
