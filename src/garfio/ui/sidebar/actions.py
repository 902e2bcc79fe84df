"""The row of the action table for the sidebar's groups."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.action_spec import ActionSpec

SIDEBAR_SPECS = (
    ActionSpec(
        "sidebar.group",
        QT_TRANSLATE_NOOP("actions", "Group the sidebar…"),
        QT_TRANSLATE_NOOP("actions", "List the webhooks by endpoint, provider, event type or delivery"),
        "Ctrl+Shift+G",
        "",
        lambda do: do.window.choose_grouping(),
        lambda s: s.sidebar,
    ),
)
