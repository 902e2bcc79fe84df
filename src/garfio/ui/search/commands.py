"""What the user can do with searches: keep them as views, change and remove those, read how to write one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from garfio.engine.views import SavedView
from garfio.engine.workspace import Workspace
from garfio.ui import dialogs
from garfio.ui.search import view_dialog
from garfio.ui.search.box import SearchBox
from garfio.ui.search.help import QueryHelp


class ViewCommands:
    """Saved views."""

    def __init__(self, window: QWidget, workspace: Workspace, box: SearchBox) -> None:
        self._window = window
        self._workspace = workspace
        self._box = box

    async def save(self) -> None:
        """Keep the query of the search box under a name."""
        await self._ask("", self._box.text().strip(), "")

    async def change(self, view: SavedView) -> None:
        """Another name or query for a view."""
        await self._ask(view.name, view.query, view.name)

    async def remove(self, view: SavedView) -> None:
        """Forget a view after a question."""
        translate = QCoreApplication.translate
        sure = await dialogs.confirm(
            self._window,
            translate("commands", "Remove the view {name}?").format(name=view.name),
            translate("commands", "The webhooks that it shows stay."),
            translate("commands", "Remove"),
        )
        if sure:
            await self._workspace.views.remove(view.name)

    def show_query_help(self) -> None:
        """Explain the query language; an example that is clicked goes into the search box."""
        page = QueryHelp(self._window)
        page.chosen.connect(self._box.try_query)
        page.open_under(self._box)

    async def _ask(self, name: str, query: str, instead_of: str) -> None:
        dialog = view_dialog.ViewDialog(name, query, self._window)
        if await dialogs.finished(dialog):
            await self._workspace.views.save(dialog.name.text(), dialog.query.text(), instead_of)
