"""What the user can do with captures in the list: marks, delete and undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QWidget

from garfio.core.capture import CaptureId, CaptureSummary
from garfio.core.errors import AppError
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.color_mark import color_menu
from garfio.ui.look import Look
from garfio.ui.selection import Selection


class CaptureCommands:
    """Marks and deletion of the selected captures."""

    def __init__(
        self,
        window: QWidget,
        workspace: Workspace,
        selection: Selection,
        summary: Callable[[CaptureId], CaptureSummary | None],
        listed: Callable[[], Sequence[CaptureId] | None],
        deleted: Callable[[str], None],
        look: Look,
        menu_place: Callable[[], QPoint],
    ) -> None:
        self._window = window
        self._workspace = workspace
        self._selection = selection
        self._summary = summary
        self._listed = listed
        self._deleted = deleted
        self._look = look
        self._menu_place = menu_place

    async def toggle_pin(self) -> None:
        """Pin the selected captures, or unpin them when the current one is pinned."""
        current = self._summary(self._selection.current) if self._selection.current else None
        ids = self._selection.ids() or [i for i in [self._selection.current] if i is not None]
        await self._workspace.set_pinned(ids, not (current and current.pinned))

    async def choose_color(self) -> None:
        """Mark the selected captures with a colour that is chosen from a menu."""
        ids = self._selection.ids()
        current = self._summary(self._selection.current) if self._selection.current else None
        chosen: list[str] = []
        menu = color_menu(self._look, current.color if current else "", chosen.append, self._window)
        await dialogs.menu_closed(menu, self._menu_place())
        if chosen and ids:
            await self._workspace.set_color(ids, chosen[0])

    async def toggle_read(self) -> None:
        """Mark the selected captures as read if any of them is unread, otherwise as unread."""
        ids = self._selection.ids()
        unread = any(row.unread for row in map(self._summary, ids) if row)
        await self._workspace.mark_read(ids, unread)

    async def mark_all_read(self) -> None:
        """Take the dot from every capture of the list."""
        await self._workspace.mark_read(self._listed(), True)

    async def delete_selected(self) -> None:
        """Delete the selected captures; the message bar offers to undo."""
        ids = self._selection.ids()
        if ids:
            await self._workspace.delete(ids)
            count = len(ids)
            self._deleted(QCoreApplication.translate("commands", "%n deleted", "", count))

    async def delete_all(self) -> None:
        """Delete every capture after a question; the message bar offers to undo."""
        count = (await self._workspace.counts()).captured
        translate = QCoreApplication.translate
        sure = await dialogs.confirm(
            self._window,
            translate("commands", "Delete all %n webhook(s)?", "", count),
            translate(
                "commands",
                "What other searches would show goes too; what is pinned stays. You can undo it for a short"
                " while.",
            ),
            translate("commands", "Delete all"),
            dangerous=True,
        )
        if sure:
            await self._workspace.delete_all()
            self._deleted(translate("commands", "All but the pinned deleted"))

    async def undo_delete(self) -> None:
        """Bring back what was deleted last."""
        in_time = await self._workspace.undo_delete()
        self._deleted("")
        if not in_time:
            raise AppError(
                "undo.late", QCoreApplication.translate("commands", "It is too late to undo the deletion.")
            )
