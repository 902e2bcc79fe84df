"""The way into a wrapped body: `SNS › Message › GitHub push`, each step one click, and what else is inside.

The buttons copy and save the bytes of the body at the end of the way, as they were sent.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from garfio.core.envelope.registry import Level, Path, Trail
from garfio.core.envelope.value import Inner
from garfio.ui.figures import size_text
from garfio.ui.label import PlainLabel
from garfio.ui.look import Look

_NAMES = {
    "sns": "SNS",
    "pubsub": "Pub/Sub",
    "cloudevents": "CloudEvents",
    "cloudevents-batch": QT_TRANSLATE_NOOP("crumbs", "CloudEvents batch"),
    "cloudevents-binary": "CloudEvents",
    "eventbridge": "EventBridge",
    "form-payload": QT_TRANSLATE_NOOP("crumbs", "Form"),
    "mandrill": "Mandrill",
}
_FORMS = {
    "json": "JSON",
    "base64": "Base64",
    "jwt": "JWT",
    "part": QT_TRANSLATE_NOOP("crumbs", "part"),
}
_MOST_ENTRIES = 200
"""Bodies in a menu; a multipart body's table has all."""
_LONGEST = 44
"""Characters of a step; the whole is its tip."""


class CrumbBar(QFrame):
    """Steps into a body; hidden for a body that has nothing inside."""

    path_chosen = Signal(object)
    """The user goes to the body at the end of this path; the empty one is the whole body."""
    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("pane", "tools")
        self.setAccessibleName(self.tr("What is inside the body"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(10, 4, 10, 4)
        self._row.setSpacing(2)
        self._steps: list[QWidget] = []
        self.copy_button = self._tool(self.tr("Copy this part as it was sent"))
        self.save_button = self._tool(self.tr("Save this part to a file…"))
        self.copy_button.clicked.connect(self.copy_wanted)
        self.save_button.clicked.connect(self.save_wanted)
        self._row.addStretch(1)
        self._row.addWidget(self.copy_button)
        self._row.addWidget(self.save_button)
        look.changed.connect(self._draw_icons)
        self._draw_icons()
        self.hide()

    def show_trail(self, trail: Trail | None) -> None:
        """Show the steps of a way; None, or a plain body, hides the bar."""
        for widget in self._steps:
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._steps = []
        self.setVisible(trail is not None and not trail.is_plain)
        if trail is None or trail.is_plain:
            return
        for depth in range(len(trail.levels)):
            if depth:
                self._add(PlainLabel("›", "muted", self))
            self._add(self._step(trail, depth))
        last = trail.levels[-1]
        if last.inners:
            self._add(self._inside(last, trail.path))
        for button in (self.copy_button, self.save_button):
            button.setVisible(bool(trail.path))

    def texts(self) -> list[str]:
        """The steps as shown."""
        return [widget.text() for widget in self._steps if isinstance(widget, QToolButton)]

    def _add(self, widget: QWidget) -> None:
        self._row.insertWidget(len(self._steps), widget)
        self._steps.append(widget)

    def _step(self, trail: Trail, depth: int) -> QToolButton:
        here = trail.path[:depth]
        text = step_text(trail, depth)
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setText(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…")
        button.setToolTip(text if depth else self.tr("The whole body, as it was sent"))
        button.setAccessibleName(text)
        button.setCheckable(True)
        button.setChecked(depth == len(trail.path))
        button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.path_chosen.emit(here))
        beside = trail.levels[depth - 1].inners if depth else ()
        if len(beside) > 1:
            button.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
            button.setMenu(self._menu(beside, here[:-1], button))
        return button

    def _inside(self, level: Level, path: Path) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "chip")
        count = len(level.inners)
        button.setText(self.tr("%n inside", "", count) + " ▾")
        button.setToolTip(self.tr("Open what is inside"))
        button.setAccessibleName(self.tr("Open what is inside"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self._menu(level.inners, path, button))
        return button

    def _menu(self, inners: tuple[Inner, ...], path: Path, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        menu.aboutToShow.connect(lambda: self._fill(menu, inners, path))
        return menu

    def _fill(self, menu: QMenu, inners: tuple[Inner, ...], path: Path) -> None:
        """Hundreds of entries take a while, so they are made when somebody looks."""
        menu.clear()
        for number, inner in enumerate(inners[:_MOST_ENTRIES]):
            action = menu.addAction(inner_text(inner).replace("&", "&&"))
            action.triggered.connect(lambda _=False, to=(*path, number): self.path_chosen.emit(to))

    def _tool(self, tip: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("kind", "quiet")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _draw_icons(self) -> None:
        self.copy_button.setIcon(self._look.icon("copy"))
        self.save_button.setIcon(self._look.icon("download"))


def step_text(trail: Trail, depth: int) -> str:
    """One step in words: the envelope's name for the first, then the place and what is there."""
    level = trail.levels[depth]
    name = QCoreApplication.translate("crumbs", _NAMES.get(level.envelope, ""))
    if not depth:
        return name or QCoreApplication.translate("crumbs", "Body")
    place = trail.levels[depth - 1].inners[trail.path[depth - 1]].place
    said = name or level.caption
    if not place or (said and place.endswith(f"] {said}")):
        return place or said
    return f"{place} › {said}" if said else place


def inner_text(inner: Inner) -> str:
    """What can be opened, in a menu: place, how it was written or its type, size."""
    kind = inner.content_type.partition(";")[0] if inner.form in ("", "part") else ""
    form = QCoreApplication.translate("crumbs", _FORMS.get(inner.form, ""))
    words = (inner.place or inner.file_name or "·", kind or form, size_text(len(inner.body)))
    return " — ".join(word for word in words if word)
