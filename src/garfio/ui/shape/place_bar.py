"""A bar over the body that names places in it: each line leads to its place.

Its text is markup of our own; every value in it is escaped.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from garfio.ui.label import PlainLabel
from garfio.ui.look import Look
from garfio.ui.messages import SHAPES

_FEW = 4
"""Lines that are shown until all are asked for."""
_LONGEST = 160

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """One line: a sentence with `{path}` in it, which becomes the way to the place."""

    sentence: str
    path: str
    place: Place

    @property
    def words(self) -> str:
        """The line as it is read, without markup."""
        return self.sentence.replace("{path}", _cut(self.path))

    @property
    def named(self) -> str:
        """The sentence as markup, its path a link without address."""
        return escape(self.sentence, quote=False)


class PlaceBar(QFrame):
    """A headline, the lines, and at most one thing to do."""

    place_wanted = Signal(tuple)
    """The user wants to see a place: keys and indices from the document on."""
    action_wanted = Signal()
    closed = Signal()
    """The user has read it."""

    def __init__(self, kind: str, name: str, look: Look, parent: QWidget | None = None) -> None:
        """`kind` is that of a message bar, `name` what the style sheet and tests call it."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("bar", kind)
        self._look = look
        self._lines: Sequence[PlaceLine] = ()
        self._all = False
        self._headline = PlainLabel("", "headline", self)
        self._headline.setWordWrap(True)
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self._text.linkActivated.connect(self._on_link_activated)
        self.action = QPushButton(self)
        self.action.clicked.connect(self.action_wanted)
        close = self._close = QToolButton(self)
        close.setProperty("kind", "quiet")
        look.changed.connect(self._on_look_changed)
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(self.clear)
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.addWidget(self._headline, 1)
        row.addWidget(self.action, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 10, 9)
        column.setSpacing(3)
        column.addLayout(row)
        column.addWidget(self._text)
        self._on_look_changed()
        self.hide()

    @property
    def has_something(self) -> bool:
        """True while there is something to tell."""
        return bool(self._headline.text())

    @property
    def lines(self) -> list[str]:
        """All lines as they are read."""
        return [line.words for line in self._lines]

    @property
    def headline(self) -> str:
        """What is told."""
        return self._headline.text()

    def set_kind(self, kind: str) -> None:
        """Look like another kind of message bar."""
        if self.property("bar") != kind:
            self.setProperty("bar", kind)
            for widget in (self, self._headline):
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def tell(self, headline: str, lines: Sequence[PlaceLine], action: str = "") -> None:
        """Say something about places; `action` is the text of the button."""
        self._lines, self._all = lines, False
        self._headline.setText(f"{SHAPES[str(self.property('bar'))]} {headline}")
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._show_lines()

    def clear(self) -> None:
        """Say nothing."""
        self._lines = ()
        self._headline.setText("")
        self.hide()

    def follow(self, number: int) -> None:
        """Go to the place of a line."""
        self.place_wanted.emit(self._lines[number].place)

    def _show_lines(self) -> None:
        shown = list(enumerate(self._lines if self._all else self._lines[:_FEW]))
        rows = [
            line.named.replace(
                "{path}",
                f'<a href="#{number}" style="text-decoration:none"><b>{escape(_cut(line.path))}</b></a>',
            )
            for number, line in shown
        ]
        if hidden := len(self._lines) - len(shown):
            more = escape(self.tr("%n more ›", "", hidden))
            rows.append(f'<a href="#all" style="text-decoration:none">{more}</a>')
        self._text.setText("<br>".join(rows))
        self._text.setVisible(bool(rows))
        self._text.setAccessibleName("\n".join(self.lines))
        self.setAccessibleName(self._headline.text())

    def _on_look_changed(self) -> None:
        self._close.setIcon(self._look.icon("close"))

    def _on_link_activated(self, link: str) -> None:
        if link == "#all":
            self._all = True
            self._show_lines()
        else:
            self.follow(int(link.removeprefix("#")))


def _cut(path: str) -> str:
    return path if len(path) <= _LONGEST else f"{path[:_LONGEST]}…"
