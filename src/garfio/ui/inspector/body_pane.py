"""The body of a capture: its text or tree, and above it the way into what is wrapped in it.

An envelope is opened by itself; whoever goes to the whole body once sees whole bodies until something inside
is chosen again. A view that the user chooses holds for all bodies of the same declared type.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from garfio.core.contentview.image_view import IMAGE
from garfio.core.contentview.view import Meta, Shown, note
from garfio.core.envelope.registry import Path, Trail, follow, follow_body, may_be_wrapped
from garfio.core.envelope.value import Inner, Sealed
from garfio.core.errors import AppError
from garfio.core.headers import Headers
from garfio.engine.tasks import Tasks
from garfio.ui.inspector.crumbs import CrumbBar
from garfio.ui.inspector.note_text import note_text
from garfio.ui.inspector.picture import Picture, decode_picture
from garfio.ui.inspector.picture_page import PicturePage
from garfio.ui.inspector.rendering import BEGINNING_BYTES, FIRST_BYTES, INLINE_BYTES, PRETTY, render_body
from garfio.ui.inspector.text_pane import Rendered, RunSlow, TextPane
from garfio.ui.look import Look


class BodyPane(TextPane):
    """A body, or what is inside."""

    part_copied = Signal(bytes)
    """The user wants the shown part in the clipboard."""
    part_saved = Signal(bytes, str)
    """The user wants the shown part in a file; with the name that the sender gave, which may be anything."""
    whole_wanted = Signal()
    """Only the beginning is known, and something is wrapped in it: `show_whole` is to be called."""

    def __init__(
        self,
        modes: dict[str, str],
        tasks: Tasks,
        run_slow: RunSlow,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(modes, tasks, run_slow, look, parent)
        self.crumbs = CrumbBar(look, self)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.crumbs)
        self._sealed: Sealed | None = None
        self._trail: Trail | None = None
        self._whole = False
        self._choices: dict[str, str] = {}
        """The view that the user has chosen for bodies of a declared type."""
        self._asked = self._answered = 0
        self.picture = PicturePage(look, self)
        self._pages.addWidget(self.picture)
        self.crumbs.path_chosen.connect(self._on_path_chosen)
        self.crumbs.copy_wanted.connect(self._on_copy_wanted)
        self.crumbs.save_wanted.connect(self._on_save_wanted)
        self.table.open_wanted.connect(self._on_row_opened)
        self.table.copy_wanted.connect(lambda place: self.part_copied.emit(self._inner(place).body))
        self.table.save_wanted.connect(self._on_row_saved)

    @property
    def is_busy(self) -> bool:
        """True while the way or the text is being prepared."""
        return super().is_busy or self._answered < self._asked

    def show_body(self, body: bytes, meta: Meta, headers: Headers) -> None:
        """Show a body: what is wrapped in it, unless the whole is wanted."""
        sealed = self._sealed = Sealed(body, meta, headers)
        wrapped = may_be_wrapped(sealed)
        if wrapped and meta.cut and len(body) >= FIRST_BYTES and not self._whole:
            self._forget_trail()
            self._show_part(sealed)
            self._asked += 1
            self.whole_wanted.emit()
            return
        if not wrapped or self._whole:
            self._show_part(sealed)
        self._follow(() if self._whole else None, show=wrapped and not self._whole)

    def show_whole(self, body: bytes | None, meta: Meta, headers: Headers) -> None:
        """Open what is wrapped in a body of which the beginning is shown; None when it is too large for that."""
        if body is None:
            self._answered = self._asked
        else:
            sealed = Sealed(body, meta, headers)
            self._tasks.spawn(self._open_whole(sealed, self._asked), name="detail.inside")

    async def _open_whole(self, sealed: Sealed, ticket: int) -> None:
        trail = await self._way(sealed, None)
        if ticket != self._asked:
            return
        self._answered = ticket
        if trail.path:
            self._sealed = sealed
            self.set_cut(len(sealed.body), len(sealed.body))
            self._take(trail, ticket, show=True)

    def clear(self) -> None:
        """Show nothing."""
        super().clear()
        self.picture.show_picture(None)
        self._asked += 1
        self._answered = self._asked
        self._sealed = None
        self._forget_trail()

    def _forget_trail(self) -> None:
        self._trail = None
        self.crumbs.show_trail(None)
        self.table.set_inside({})

    def _follow(self, path: Path | None, *, show: bool) -> None:
        assert self._sealed is not None
        self._asked += 1
        if len(self._sealed.body) <= INLINE_BYTES:
            self._take(follow(self._sealed, path), self._asked, show=show)
        else:
            if path is None:
                self._forget_trail()
            self._tasks.spawn(
                self._follow_slowly(self._sealed, path, self._asked, show), name="detail.inside"
            )

    async def _follow_slowly(self, sealed: Sealed, path: Path | None, ticket: int, show: bool) -> None:
        trail = await self._way(sealed, path)
        if ticket == self._asked:
            self._take(trail, ticket, show=show)

    async def _way(self, sealed: Sealed, path: Path | None) -> Trail:
        """The way into a body; none where it cannot be looked for, so that the body itself is shown."""
        try:
            return await self._run_slow(follow_body, sealed.body, sealed.meta, sealed.headers, path)
        except AppError:
            return Trail.unopened(sealed)

    def _take(self, trail: Trail, ticket: int, *, show: bool) -> None:
        self._answered = ticket
        self._trail = trail
        self.crumbs.show_trail(trail)
        self.table.set_inside(_by_place(trail))
        if show:
            self._show_part(trail.shown)

    def _show_part(self, sealed: Sealed) -> None:
        self.chooser.set_choice(self._choices.get(sealed.meta.parsed_type.media_type, ""))
        beginning = (sealed.body[:BEGINNING_BYTES], replace(sealed.meta, cut=True))
        self.picture.show_picture(None)
        self.show_bytes(len(sealed.body), render_body, sealed.body, sealed.meta, beginning=beginning)

    def _show(self, shown: Rendered) -> None:
        self.picture.show_picture(None)
        super()._show(shown)
        if isinstance(shown, Shown) and shown.name == IMAGE.name and self.mode == PRETTY:
            self._busy = True
            self._tasks.spawn(self._show_picture(self._ticket), name="detail.picture")

    async def _show_picture(self, ticket: int) -> None:
        try:
            picture = await self._run_slow(decode_picture, *self._args)
        except AppError as error:
            picture = Picture(fault=error.code)
        if ticket == self._ticket:
            self._busy = False
            self.picture.show_picture(picture)
            self._told += [note_text(note(picture.fault))] if picture.fault else []
            self._show_notes()
            self._show_page()

    def _show_page(self) -> None:
        super()._show_page()
        if self.picture.image is not None and self.mode == PRETTY and self.find_bar.isHidden():
            self._pages.setCurrentWidget(self.picture)

    def _on_view_chosen(self, name: str) -> None:
        if self._sealed is not None:
            shown = self._trail.shown if self._trail else self._sealed
            self._choices[shown.meta.parsed_type.media_type] = name
        super()._on_view_chosen(name)

    def _on_path_chosen(self, path: Path) -> None:
        if self._sealed is not None:
            self._whole = not path
            self._follow(path, show=True)

    def _inner(self, place: str) -> Inner:
        assert self._trail is not None
        inners = self._trail.levels[-1].inners
        return inners[_by_place(self._trail)[place]]

    def _on_row_opened(self, place: str) -> None:
        assert self._trail is not None
        self._on_path_chosen((*self._trail.path, _by_place(self._trail)[place]))

    def _on_row_saved(self, place: str) -> None:
        inner = self._inner(place)
        self.part_saved.emit(inner.body, inner.file_name)

    def _on_copy_wanted(self) -> None:
        if self._trail is not None:
            self.part_copied.emit(self._trail.shown.body)

    def _on_save_wanted(self) -> None:
        if self._trail is not None and self._trail.path:
            inner = self._trail.levels[-2].inners[self._trail.path[-1]]
            self.part_saved.emit(inner.body, inner.file_name)


def _by_place(trail: Trail) -> dict[str, int]:
    """What is inside the shown body, by its place; a place that two of them have names neither."""
    places = [inner.place for inner in trail.levels[-1].inners]
    seen = Counter(places)
    return {place: at for at, place in enumerate(places) if seen[place] == 1}
