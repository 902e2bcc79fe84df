"""The rows of the action table for searches, saved views, notes and tags."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.action_spec import ActionSpec

SEARCH_SPECS = (
    ActionSpec(
        "search.help",
        QT_TRANSLATE_NOOP("actions", "Help for queries"),
        QT_TRANSLATE_NOOP("actions", "How to write a query, and every field with an example"),
        "F1",
        "question",
        lambda do: do.views.show_query_help(),
    ),
    ActionSpec(
        "search.save_view",
        QT_TRANSLATE_NOOP("actions", "Save the search as a view…"),
        QT_TRANSLATE_NOOP("actions", "Keep the query under a name in the sidebar, with its count"),
        "Ctrl+Shift+S",
        "star",
        lambda do: do.views.save(),
    ),
    ActionSpec(
        "capture.note",
        QT_TRANSLATE_NOOP("actions", "Note and tags"),
        QT_TRANSLATE_NOOP("actions", "Write a note beside the webhook, and tags to find it by"),
        "N",
        "edit",
        lambda do: do.window.edit_note(),
        lambda s: s.current,
    ),
)
