"""A rendered text with its tools: mode chips, facts, notes, find bar, and "show all" while it is cut.

Body and raw message are shown by it alike. Rendering of anything large goes through `run_slow`; a result that
belongs to an earlier capture, mode or extent is dropped.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from garfio.core.contentview.image_view import IMAGE
from garfio.core.contentview.view import Note, Shown, View, note
from garfio.core.errors import AppError
from garfio.engine.tasks import Tasks
from garfio.ui.code_view.view import CodeView
from garfio.ui.figures import size_text
from garfio.ui.highlighter import spans_source
from garfio.ui.inspector.find_bar import FindBar
from garfio.ui.inspector.line_bar import LineBar
from garfio.ui.inspector.note_text import facts_text, note_text
from garfio.ui.inspector.rendering import AS, INLINE_BYTES, PRETTY, TREE, ShownTree, as_sent
from garfio.ui.inspector.table_page import TablePage
from garfio.ui.inspector.tree_page import TreePage
from garfio.ui.inspector.view_chooser import ViewChooser
from garfio.ui.label import ElidedLabel, PlainLabel
from garfio.ui.look import Look

Rendered = Shown | ShownTree
RunSlow = Callable[..., Awaitable[Any]]
"""Awaits `fn(*args)` in another process or thread."""


class TextPane(QWidget):
    """Text made from bytes."""

    mode_chosen = Signal(str)
    all_wanted = Signal()
    """The user wants what was cut off."""

    def __init__(
        self,
        modes: dict[str, str],
        tasks: Tasks,
        run_slow: RunSlow,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._run_slow = run_slow
        self._look = look
        self._ticket = 0
        self._fn: Callable[..., Rendered] | None = None
        self._args: tuple[Any, ...] = ()
        self._beginning: tuple[Any, ...] = ()
        self._stands_in = False
        self._due = False
        self._cost = 0
        self._busy = False
        self._just_chosen = False
        self._failed = False
        self.mode = next(iter(modes))
        self.view = CodeView(look.theme, self)
        self.find_bar = FindBar(self.view, look, self)
        self.line_bar = LineBar(self.view, self)
        self.tree = TreePage(look, self)
        self.table = TablePage(look, self)
        self._pages = QStackedWidget(self)
        self.chooser = ViewChooser(self)
        self.chooser.setVisible(PRETTY in modes)
        self.chooser.chosen.connect(self._on_view_chosen)
        self._chips = QButtonGroup(self)
        self.facts = ElidedLabel("", "muted")
        self.facts.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._find = QToolButton(self)
        self._told: list[str] = []
        self._notes = PlainLabel("", "muted")
        self._notes.setWordWrap(True)
        self._cut = PlainLabel("", "muted")
        self._all = QPushButton(self.tr("Show all"), self)
        self._all.setObjectName("show-all")
        self._cut_row = QFrame(self)
        self._arrange(modes)
        self.find_bar.closed.connect(self._show_page)
        self.view.limited_changed.connect(self._show_notes)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()

    @property
    def is_busy(self) -> bool:
        """True while a text is being prepared."""
        return self._busy

    def find(self) -> None:
        """Open the find bar; it finds in text, so a tree or a table gives way to the text."""
        self._leave_tree()
        self._pages.setCurrentWidget(self.view)
        self.find_bar.open_bar()

    def go_to_line(self) -> None:
        """Ask for a line; a tree or a table gives way to the text."""
        self._leave_tree()
        self._pages.setCurrentWidget(self.view)
        self.line_bar.open_bar()

    def show_bytes(
        self, cost: int, fn: Callable[..., Rendered], *args: Any, beginning: tuple[Any, ...] = ()
    ) -> None:
        """Show `fn(mode, *args)`; `cost` is the number of bytes that it works on. While that takes a while,
        `fn(mode, *beginning)` is shown, which must be quick.
        """
        self._cost, self._fn, self._args, self._beginning = cost, fn, args, beginning
        self.line_bar.hide()
        # What is large is prepared only once it is looked at.
        self._due = cost > INLINE_BYTES and not self.isVisible()
        if self._due:
            self._drop()
        else:
            self._render()

    def set_cut(self, shown: int, size: int) -> None:
        """Say that only the first `shown` of `size` bytes are shown."""
        self._cut_row.setVisible(shown < size)
        self._all.setEnabled(True)
        self._cut.setText(
            self.tr("The first {shown} of {size} are shown.").format(
                shown=size_text(shown), size=size_text(size)
            )
        )

    def clear(self) -> None:
        """Show nothing."""
        self._fn, self._args, self._beginning = None, (), ()
        self._due = False
        self._drop()
        self._cut_row.hide()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._due:
            self._due = False
            self._render()

    def _drop(self) -> None:
        """Let go of what is shown."""
        self._ticket += 1
        self._busy = self._stands_in = False
        self._told = []
        self.view.set_document("")
        self.tree.show_outline(None)
        self.table.show_table(None)
        self.facts.setText("")
        self._notes.hide()

    def _arrange(self, modes: dict[str, str]) -> None:
        tools = QFrame(self)
        tools.setProperty("pane", "tools")
        row = QHBoxLayout(tools)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(8)
        for name, text in modes.items():
            chip = QPushButton(text, tools)
            chip.setProperty("kind", "chip")
            chip.setProperty("mode", name)
            chip.setCheckable(True)
            chip.setChecked(name == self.mode)
            self._chips.addButton(chip)
            row.addWidget(chip)
            if name == PRETTY:
                row.addWidget(self.chooser)
        self._chips.buttonClicked.connect(lambda chip: self.set_mode(chip.property("mode")))
        row.addWidget(self.facts, 1)
        self._find.setProperty("kind", "quiet")
        self._find.setToolTip(self.tr("Find in this text"))
        self._find.setAccessibleName(self.tr("Find in this text"))
        self._find.clicked.connect(self.find)
        row.addWidget(self._find)
        self._notes.setContentsMargins(14, 4, 14, 4)
        self._notes.hide()
        cut = QHBoxLayout(self._cut_row)
        self._cut_row.setProperty("pane", "tools")
        cut.setContentsMargins(14, 6, 14, 6)
        cut.addWidget(self._cut, 1)
        cut.addWidget(self._all)
        self._cut_row.hide()
        self._all.clicked.connect(self._on_all_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (tools, self._notes, self.find_bar, self.line_bar):
            column.addWidget(widget)
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.table)
        column.addWidget(self._pages, 1)
        column.addWidget(self._cut_row)

    def set_mode(self, mode: str) -> None:
        """Show in another mode, for this capture and the next ones."""
        for chip in self._chips.buttons():
            chip.setChecked(chip.property("mode") == mode)
        if mode != self.mode:
            self.mode = mode
            self.mode_chosen.emit(mode)
            self._render()
        elif self._failed:
            self._render()

    def _leave_tree(self) -> None:
        if self.mode == TREE:
            self.set_mode(PRETTY)

    def _on_view_chosen(self, name: str) -> None:  # noqa: ARG002 - the chooser keeps it
        self._just_chosen = True
        if self.mode == PRETTY:
            self._render()
        else:
            self.set_mode(PRETTY)

    def _on_all_clicked(self) -> None:
        self._all.setEnabled(False)
        self.all_wanted.emit()

    def _render(self) -> None:
        if self._fn is None:
            return
        self._ticket += 1
        self._failed = False
        mode = AS + self.chooser.choice if self.mode == PRETTY and self.chooser.choice else self.mode
        if self._cost <= INLINE_BYTES:
            self._show(self._fn(mode, *self._args))
        else:
            self._busy = True
            if self._beginning and mode != TREE:
                self._show_beginning(self._fn(mode, *self._beginning))
            self.facts.setText(self.tr("Preparing…"))
            self._tasks.spawn(self._render_slowly(self._fn, mode, self._ticket), name="detail.render")

    async def _render_slowly(self, fn: Callable[..., Rendered], mode: str, ticket: int) -> None:
        parts = self._args
        try:
            shown = await self._run_slow(fn, mode, *parts)
        except AppError as error:
            self._show_as_sent(ticket, parts, note(error.code))
        except Exception as error:
            self._show_as_sent(ticket, parts, note("render.failed", error=type(error).__name__))
            raise
        else:
            if ticket == self._ticket:
                self._show(shown)

    def _show_as_sent(self, ticket: int, parts: tuple[Any, ...], reason: Note) -> None:
        """The bytes in place of a view that could not be prepared, and why."""
        if ticket == self._ticket:
            self._pages.setCurrentWidget(self.view)
            self._show(as_sent(parts, reason))
            self._failed = True

    def _show_beginning(self, shown: Rendered) -> None:
        """Let the first screen of a text be there at once; what is told of it waits for the whole."""
        text = isinstance(shown, Shown) and shown.name != IMAGE.name and shown.view.table is None
        if text and shown.view.text:
            self._stands_in = True
            self.table.show_table(None)
            self._show_text(shown.view)
            self._told = []
            self._show_notes()

    def _show_text(self, view: View) -> None:
        self._show_page()
        self.view.set_document(view.text, spans_source(view.syntax), foldable=view.syntax == "json")

    def _show(self, shown: Rendered) -> None:
        self._busy = False
        if isinstance(shown, ShownTree):
            self._show_tree(shown)
            return
        if shown.error is not None and not self._just_chosen and self.chooser.choice:
            # What was chosen for another body does not show this one.
            self.chooser.set_choice("")
            self._render()
            return
        self._just_chosen = False
        self.chooser.set_fitting(shown.fitting)
        view = shown.view
        scrolled = self.view.verticalScrollBar().value() if self._stands_in else 0
        self._stands_in = False
        self.table.show_table(view.table)
        self._show_text(view)
        self.view.verticalScrollBar().setValue(scrolled)
        self.facts.setText(facts_text(shown))
        notes = [*view.notes, *([shown.error] if shown.error else [])]
        self._told = [sentence for sentence in map(note_text, notes) if sentence]
        self._show_notes()
        self.find_bar.refresh()

    def _show_page(self) -> None:
        """The table where there is one, unless its text is being searched."""
        table = self.table.model.table is not None and self.find_bar.isHidden() and self.mode == PRETTY
        if self._pages.currentWidget() is not self.tree or self.mode != TREE:
            self._pages.setCurrentWidget(self.table if table else self.view)

    def _show_tree(self, shown: ShownTree) -> None:
        self._pages.setCurrentWidget(self.tree)
        self.find_bar.hide()
        self.line_bar.hide()
        self.tree.show_outline(shown.outline)
        count = len(shown.outline) if shown.outline else 0
        # Not tr(): in a subclass Qt fills %n in before it has asked for this class's texts.
        said = QCoreApplication.translate("TextPane", "%n value(s)", "", count)
        self.facts.setText(said if count else "")
        self._told = [sentence for sentence in map(note_text, shown.notes) if sentence]
        self._show_notes()

    def _show_notes(self) -> None:
        limited = self.view.is_limited and self._pages.currentWidget() is self.view
        plain = [self.tr("What is very long is shown without colours.")] if limited else []
        text = "\n".join([*self._told, *plain])
        self._notes.setText(text)
        self._notes.setVisible(bool(text))

    def _on_look_changed(self) -> None:
        self.view.set_theme(self._look.theme)
        self._find.setIcon(self._look.icon("search"))
