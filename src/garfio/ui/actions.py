"""Everything that the user can do: one table row for each action; menus, buttons, palette and key map come
from it.

Whether an action can be used is a function of `UiState`; nobody else switches one on or off. Menus are lists
of ids.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.action_spec import ActionSpec, UiState
from garfio.ui.compare.actions import COMPARE_SPECS
from garfio.ui.endpoints.actions import ENDPOINT_SPECS
from garfio.ui.export.actions import EXPORT_SPECS
from garfio.ui.export.code_actions import CODE_SPECS
from garfio.ui.replies.actions import REPLY_SPECS
from garfio.ui.resend.actions import RESEND_SPECS
from garfio.ui.rules.actions import RULE_SPECS
from garfio.ui.search.actions import SEARCH_SPECS
from garfio.ui.shape.actions import SHAPE_SPECS
from garfio.ui.sidebar.actions import SIDEBAR_SPECS


def _current(state: UiState) -> bool:
    return state.current


def _request(state: UiState) -> bool:
    return state.current and not state.refused


def _body(state: UiState) -> bool:
    return state.current and state.has_body and not state.refused


def _selected(state: UiState) -> bool:
    return state.selected > 0


_SPECS = (
    ActionSpec(
        "listener.start",
        QT_TRANSLATE_NOOP("actions", "Start listening"),
        QT_TRANSLATE_NOOP("actions", "Receive webhooks on the chosen port"),
        "Ctrl+Shift+L",
        "play",
        lambda do: do.listener.start(),
        lambda s: s.phase in ("stopped", "failed"),
    ),
    ActionSpec(
        "listener.stop",
        QT_TRANSLATE_NOOP("actions", "Stop listening"),
        QT_TRANSLATE_NOOP("actions", "Close the port; senders get no connection"),
        "Ctrl+Shift+T",
        "stop",
        lambda do: do.listener.stop(),
        lambda s: s.phase in ("starting", "listening"),
    ),
    ActionSpec(
        "listener.change_port",
        QT_TRANSLATE_NOOP("actions", "Change port…"),
        QT_TRANSLATE_NOOP("actions", "Listen on another port"),
        "Ctrl+Shift+P",
        "edit",
        lambda do: do.window.change_port(),
    ),
    ActionSpec(
        "listener.take_free_port",
        QT_TRANSLATE_NOOP("actions", "Listen on the next free port"),
        QT_TRANSLATE_NOOP("actions", "Leave the port to the program that has it"),
        "Ctrl+Alt+P",
        "play",
        lambda do: do.listener.take_free_port(),
        lambda s: s.phase in ("stopped", "failed"),
    ),
    ActionSpec(
        "listener.copy_url",
        QT_TRANSLATE_NOOP("actions", "Copy the listener’s URL"),
        QT_TRANSLATE_NOOP("actions", "The address to give to a provider"),
        "Ctrl+Shift+U",
        "copy",
        lambda do: do.listener.copy_url(),
        lambda s: bool(s.url),
    ),
    ActionSpec(
        "sample.send",
        QT_TRANSLATE_NOOP("actions", "Send yourself a sample"),
        QT_TRANSLATE_NOOP("actions", "A real request to the listener, to see how it looks"),
        "Ctrl+T",
        "upload",
        lambda do: do.listener.send_sample(),
        lambda s: s.phase == "listening",
    ),
    ActionSpec(
        "capture.copy_raw",
        QT_TRANSLATE_NOOP("actions", "Copy raw message"),
        QT_TRANSLATE_NOOP("actions", "Request line, headers and body as they arrived"),
        "Ctrl+Shift+C",
        "copy",
        lambda do: do.copy.copy_raw(),
        _current,
    ),
    ActionSpec(
        "capture.copy_body",
        QT_TRANSLATE_NOOP("actions", "Copy body"),
        QT_TRANSLATE_NOOP("actions", "The body as it arrived, not as it is shown"),
        "B",
        "copy",
        lambda do: do.copy.copy_body(),
        _body,
    ),
    ActionSpec(
        "capture.copy_url",
        QT_TRANSLATE_NOOP("actions", "Copy URL"),
        QT_TRANSLATE_NOOP("actions", "The URL that was asked for"),
        "U",
        "link",
        lambda do: do.copy.copy_as("url"),
        _request,
    ),
    ActionSpec(
        "capture.save_body",
        QT_TRANSLATE_NOOP("actions", "Save body…"),
        QT_TRANSLATE_NOOP("actions", "Write the body’s bytes to a file"),
        "Ctrl+S",
        "download",
        lambda do: do.copy.save_body(),
        _body,
    ),
    ActionSpec(
        "capture.pin",
        QT_TRANSLATE_NOOP("actions", "Pin"),
        QT_TRANSLATE_NOOP("actions", "Keep it at hand; pinned webhooks survive retention"),
        "P",
        "star",
        lambda do: do.captures.toggle_pin(),
        _current,
        lambda s: s.pinned,
    ),
    ActionSpec(
        "capture.color",
        QT_TRANSLATE_NOOP("actions", "Colour…"),
        QT_TRANSLATE_NOOP("actions", "Mark the selected webhooks with a colour; color:red finds them"),
        "O",
        "",
        lambda do: do.captures.choose_color(),
        _selected,
    ),
    ActionSpec(
        "capture.toggle_read",
        QT_TRANSLATE_NOOP("actions", "Mark as read or unread"),
        QT_TRANSLATE_NOOP("actions", "Switch the dot of the selected webhooks"),
        "M",
        "dot",
        lambda do: do.captures.toggle_read(),
        _selected,
    ),
    ActionSpec(
        "list.mark_all_read",
        QT_TRANSLATE_NOOP("actions", "Mark all as read"),
        QT_TRANSLATE_NOOP("actions", "Take the dot from every webhook of the list"),
        "Ctrl+Shift+M",
        "check",
        lambda do: do.captures.mark_all_read(),
        lambda s: s.unread_count > 0,
    ),
    ActionSpec(
        "capture.delete",
        QT_TRANSLATE_NOOP("actions", "Delete"),
        QT_TRANSLATE_NOOP("actions", "Delete the selected webhooks; can be undone for a while"),
        "Del",
        "trash",
        lambda do: do.captures.delete_selected(),
        _selected,
    ),
    ActionSpec(
        "list.delete_all",
        QT_TRANSLATE_NOOP("actions", "Delete all…"),
        QT_TRANSLATE_NOOP("actions", "Delete every webhook of this database; can be undone for a while"),
        "Ctrl+Shift+Del",
        "trash",
        lambda do: do.captures.delete_all(),
        lambda s: s.rows > 0,
    ),
    ActionSpec(
        "edit.undo_delete",
        QT_TRANSLATE_NOOP("actions", "Undo delete"),
        QT_TRANSLATE_NOOP("actions", "Bring back what was deleted last"),
        "Ctrl+Z",
        "",
        lambda do: do.captures.undo_delete(),
        lambda s: s.can_undo,
    ),
    ActionSpec(
        "list.pause",
        QT_TRANSLATE_NOOP("actions", "Pause the list"),
        QT_TRANSLATE_NOOP("actions", "Webhooks are still received; the list stays as it is"),
        "Ctrl+P",
        "pause",
        lambda do: do.window.toggle_pause(),
        checked_when=lambda s: s.paused,
    ),
    ActionSpec(
        "list.go_newest",
        QT_TRANSLATE_NOOP("actions", "Go to the newest"),
        QT_TRANSLATE_NOOP("actions", "Scroll to the top and follow what arrives"),
        "G",
        "arrow-up",
        lambda do: do.window.go_newest(),
        lambda s: not s.at_top or s.paused,
    ),
    ActionSpec(
        "search.focus",
        QT_TRANSLATE_NOOP("actions", "Search webhooks"),
        QT_TRANSLATE_NOOP("actions", "Narrow the list with a query; in the detail: find in the text"),
        "Ctrl+F",
        "search",
        lambda do: do.window.search_or_find(),
    ),
    ActionSpec(
        "find.open",
        QT_TRANSLATE_NOOP("actions", "Find in the detail"),
        QT_TRANSLATE_NOOP("actions", "Find text in the body, headers or raw message that is open"),
        "Ctrl+Shift+F",
        "search",
        lambda do: do.window.find(),
        lambda s: s.current and s.detail,
    ),
    ActionSpec(
        "find.line",
        QT_TRANSLATE_NOOP("actions", "Go to line…"),
        QT_TRANSLATE_NOOP("actions", "Go to a line of the text that is open"),
        "Ctrl+G",
        "arrow-up",
        lambda do: do.window.go_to_line(),
        lambda s: s.current and s.detail,
    ),
    ActionSpec(
        "detail.body",
        QT_TRANSLATE_NOOP("actions", "Show body"),
        QT_TRANSLATE_NOOP("actions", "The body, laid out for reading"),
        "Alt+1",
        "code",
        lambda do: do.window.show_tab("body"),
        _current,
    ),
    ActionSpec(
        "detail.headers",
        QT_TRANSLATE_NOOP("actions", "Show headers"),
        QT_TRANSLATE_NOOP("actions", "The header fields in order and case as they arrived"),
        "Alt+2",
        "headers",
        lambda do: do.window.show_tab("headers"),
        _current,
    ),
    ActionSpec(
        "detail.raw",
        QT_TRANSLATE_NOOP("actions", "Show raw message"),
        QT_TRANSLATE_NOOP("actions", "The message as it arrived"),
        "Alt+3",
        "eye",
        lambda do: do.window.show_tab("raw"),
        _current,
    ),
    ActionSpec(
        "view.sidebar",
        QT_TRANSLATE_NOOP("actions", "Sidebar"),
        QT_TRANSLATE_NOOP("actions", "Show or hide endpoints and views"),
        "Ctrl+1",
        "",
        lambda do: do.window.toggle_sidebar(),
        checked_when=lambda s: s.sidebar,
    ),
    ActionSpec(
        "view.detail",
        QT_TRANSLATE_NOOP("actions", "Detail"),
        QT_TRANSLATE_NOOP("actions", "Show or hide the webhook that is open"),
        "Ctrl+2",
        "",
        lambda do: do.window.toggle_detail(),
        checked_when=lambda s: s.detail,
    ),
    ActionSpec(
        "view.columns",
        QT_TRANSLATE_NOOP("actions", "Columns…"),
        QT_TRANSLATE_NOOP("actions", "Choose the columns of the list"),
        "Ctrl+Shift+O",
        "",
        lambda do: do.window.choose_columns(),
    ),
    ActionSpec(
        "palette.open",
        QT_TRANSLATE_NOOP("actions", "Find an action…"),
        QT_TRANSLATE_NOOP("actions", "Everything that can be done, by name"),
        "Ctrl+K",
        "search",
        lambda do: do.window.open_palette(),
    ),
    ActionSpec(
        "help.keys",
        QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"),
        QT_TRANSLATE_NOOP("actions", "The key of every action"),
        "?",
        "question",
        lambda do: do.window.show_keys(),
    ),
    ActionSpec(
        "settings.open",
        QT_TRANSLATE_NOOP("actions", "Settings…"),
        QT_TRANSLATE_NOOP("actions", "Port, limits, retention, notifications, appearance"),
        "Ctrl+,",
        "settings",
        lambda do: do.window.open_settings(),
    ),
    ActionSpec(
        "app.quit",
        QT_TRANSLATE_NOOP("actions", "Quit"),
        QT_TRANSLATE_NOOP("actions", "Stop listening and close Garfio"),
        "Ctrl+Q",
        "",
        lambda do: do.window.quit(),
    ),
)

ACTIONS: dict[str, ActionSpec] = {
    spec.id: spec
    for spec in (
        *_SPECS,
        *RESEND_SPECS,
        *ENDPOINT_SPECS,
        *REPLY_SPECS,
        *SEARCH_SPECS,
        *SIDEBAR_SPECS,
        *COMPARE_SPECS,
        *SHAPE_SPECS,
        *CODE_SPECS,
        *EXPORT_SPECS,
        *RULE_SPECS,
    )
}
