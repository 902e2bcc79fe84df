"""The lasting mark in the top bar: how many paths answer something on purpose, so that nobody forgets it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from garfio.core.scripted_reply import Script
from garfio.ui.look import Look
from garfio.ui.replies.reply_text import mark_text, script_text

_PATH_LIMIT = 24
"""Characters of a path that stand in the bar."""


class OnPurposeMark(QToolButton):
    """Hidden while every path gives the ordinary reply."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", "warn")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        look.changed.connect(self._draw)
        self._draw()
        self.hide()

    def show_scripts(self, scripts: Sequence[Script]) -> None:
        """Say how many there are, and what they are when the pointer rests on it."""
        if len(scripts) == 1:
            path = scripts[0].path
            short = path if len(path) <= _PATH_LIMIT else f"{path[: _PATH_LIMIT - 1]}…"
            text = self.tr("{path} answers {mark}").format(path=short, mark=mark_text(scripts[0]))
        else:
            text = self.tr("%n path(s) answer on purpose", "", len(scripts))
        self.setText(f" {text}".replace("&", "&&"))  # the blank keeps the icon off the words
        self.setAccessibleName(text)
        lines = [f"{script.path}: {script_text(script)}" for script in scripts[:20]]
        self.setToolTip("\n".join([self.tr("Answered on purpose, not with the ordinary 200:"), *lines]))
        self.setVisible(bool(scripts))

    def _draw(self) -> None:
        self.setIcon(self._look.icon("reply", "warn"))
