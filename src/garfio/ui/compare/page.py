"""A difference and the chips that choose it: made when it is looked at, and only for the latest wish.

What is compared is a subclass's to say.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.ui.code_view.view import CodeView
from garfio.ui.compare.difference import Row
from garfio.ui.compare.difference_view import show_rows
from garfio.ui.error_text import error_text
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look


@dataclass(frozen=True, slots=True)
class Shown:
    """A difference that was found."""

    rows: Sequence[Row]
    summary: str = ""


class DifferencePage(QWidget):
    """Chips, and below them the difference, or words in its place."""

    def __init__(
        self, modes: Mapping[str, str], tasks: Tasks, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._look = look
        self._stale = False
        self._ticket = 0
        self._busy = False
        self.mode = next(iter(modes))
        self.view = CodeView(look.theme, self)
        self._words = PlainLabel("", "muted", self)
        self._words.setContentsMargins(16, 12, 14, 8)
        self._words.setWordWrap(True)
        self._modes = QButtonGroup(self)
        self.tools = QFrame(self)
        self.tools.setProperty("pane", "tools")
        self.rows = QVBoxLayout(self.tools)
        self.rows.setContentsMargins(14, 6, 10, 6)
        self.rows.setSpacing(6)
        self.choices = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self.choices.setSpacing(6)
        self.chips = QHBoxLayout()
        self.chips.setSpacing(6)
        self.choices.addLayout(self.chips)
        self.rows.addLayout(self.choices)
        for name, text in modes.items():
            chip = self.chip(text)
            chip.setProperty("mode", name)
            chip.setChecked(name == self.mode)
            self._modes.addButton(chip)
            self.chips.addWidget(chip)
        self.chips.addStretch(1)
        self._modes.buttonClicked.connect(lambda chip: self.set_mode(chip.property("mode")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.tools, self._words):
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            column.addWidget(widget)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        self.view.setMinimumHeight(1)  # where there is little room, the text gives way and not the tools
        look.changed.connect(self._on_look_changed)

    @property
    def is_busy(self) -> bool:
        """True while something is being read or compared."""
        return self._busy

    def set_mode(self, mode: str) -> None:
        """Compare in another way."""
        for chip in self._modes.buttons():
            chip.setChecked(chip.property("mode") == mode)
        self.mode = mode
        self.refresh()

    def refresh(self) -> None:
        """Compare anew, once somebody looks."""
        self._stale = True
        self._compare_if_seen()

    def words(self) -> str:
        """What is said in place of a difference; empty while there is one."""
        return "" if self._words.isHidden() else self._words.text()

    def chip(self, text: str) -> QPushButton:
        """A button that stays down, for the row of chips."""
        chip = QPushButton(text, self.tools)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        return chip

    async def difference(self) -> Shown | str | None:
        """What is to be shown, or words why there is nothing; None while nothing is chosen. May raise AppError."""
        raise NotImplementedError

    def tell(self, found: Shown | None) -> None:
        """A subclass says more about what is shown now; None for words."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._compare_if_seen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_choices()

    def _place_choices(self) -> None:
        """All choices in one row where it is wide enough for them, else one below the other."""
        parts = [self.choices.itemAt(at) for at in range(self.choices.count())]
        margins = self.rows.contentsMargins()
        wanted = sum(part.sizeHint().width() + 2 * self.choices.spacing() for part in parts)
        fits = wanted <= self.width() - margins.left() - margins.right()
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self.choices.setDirection(way)

    def _on_look_changed(self) -> None:
        self.view.set_theme(self._look.theme)

    def _compare_if_seen(self) -> None:
        if self._stale and self.isVisible():
            self._stale = False
            self._ticket += 1
            self._busy = True
            self._tasks.spawn(self._compare(self._ticket), name="difference")

    async def _compare(self, ticket: int) -> None:
        try:
            found = await self.difference()
        except AppError as error:
            found = error_text(error)
        if ticket != self._ticket:
            return
        self._busy = False
        if found is None:
            return
        difference = found if isinstance(found, Shown) else None
        self._words.setText("" if difference else str(found))
        self._words.setVisible(difference is None)
        self.view.setVisible(difference is not None)
        if difference is not None:
            show_rows(self.view, difference.rows)
        self.tell(difference)
