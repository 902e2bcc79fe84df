"""The rows of the action table for comparing."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.action_spec import ActionSpec

COMPARE_SPECS = (
    ActionSpec(
        "detail.compare",
        QT_TRANSLATE_NOOP("actions", "Compare"),
        QT_TRANSLATE_NOOP(
            "actions", "With the previous one of this path and event, or the two that are selected"
        ),
        "D",
        "compare",
        lambda do: do.window.compare(),
        lambda s: s.current and not s.refused,
    ),
)
