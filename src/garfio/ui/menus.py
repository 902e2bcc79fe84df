"""The menus: lists of action ids, in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.endpoints.actions import ENDPOINTS_MENU
from garfio.ui.export.code_actions import CODE_MENU
from garfio.ui.resend.actions import RESEND_MENU, TARGETS_MENU
from garfio.ui.rules.actions import RULES_MENU
from garfio.ui.shape.actions import SHAPE_MENU

SEPARATOR = "-"


@dataclass(frozen=True, slots=True)
class Submenu:
    """Entries that open beside their title."""

    title: str
    entries: tuple[str, ...]
    action: str = ""
    """The id of the action that opens the same entries from a key; it has no line of its own."""


Entry = str | Submenu


def flat(entries: Iterable[Entry]) -> Iterator[str]:
    """The ids of a menu and what opens from it, without separators."""
    for entry in entries:
        if isinstance(entry, Submenu):
            if entry.action:
                yield entry.action
            yield from flat(entry.entries)
        elif entry != SEPARATOR:
            yield entry


COPY_MENU = (
    "capture.copy_code",
    SEPARATOR,
    *CODE_MENU,
    SEPARATOR,
    "capture.copy_raw",
    "capture.copy_body",
    "capture.copy_url",
    SEPARATOR,
    "capture.save_body",
    "export.http",
)

ROW_MENU: tuple[Entry, ...] = (
    *RESEND_MENU,
    SEPARATOR,
    "capture.copy_code",
    Submenu(QT_TRANSLATE_NOOP("actions", "Copy as"), COPY_MENU[2:], "capture.choose_code"),
    SEPARATOR,
    "capture.pin",
    "capture.note",
    "capture.color",
    "capture.toggle_read",
    "endpoint.current",
    "capture.use_in_rule",
    SEPARATOR,
    "capture.delete",
)

MAIN_MENU: dict[str, tuple[Entry, ...]] = {
    QT_TRANSLATE_NOOP("actions", "Listener"): (
        "listener.start",
        "listener.stop",
        "listener.change_port",
        "listener.take_free_port",
        "listener.copy_url",
        SEPARATOR,
        "sample.send",
        "sample.choose",
    ),
    QT_TRANSLATE_NOOP("actions", "Webhook"): (
        *ROW_MENU,
        SEPARATOR,
        "detail.body",
        "detail.headers",
        "detail.signature",
        "detail.attempts",
        "detail.rules",
        "detail.compare",
        "detail.raw",
        "find.open",
        "find.line",
        SEPARATOR,
        *SHAPE_MENU,
    ),
    QT_TRANSLATE_NOOP("actions", "Endpoints"): ENDPOINTS_MENU,
    QT_TRANSLATE_NOOP("actions", "Targets"): TARGETS_MENU,
    QT_TRANSLATE_NOOP("actions", "Rules"): RULES_MENU,
    QT_TRANSLATE_NOOP("actions", "List"): (
        "search.focus",
        "search.help",
        "search.save_view",
        "list.pause",
        "list.go_newest",
        "list.mark_all_read",
        SEPARATOR,
        "edit.undo_delete",
        "list.delete_all",
        SEPARATOR,
        "export.open",
        "import.files",
    ),
    QT_TRANSLATE_NOOP("actions", "View"): ("view.sidebar", "sidebar.group", "view.detail", "view.columns"),
    "": ("palette.open", "help.keys", "settings.open", SEPARATOR, "app.quit"),
}
"""The ☰ menu: submenus by title; the rows of the empty title stand in the menu itself."""
