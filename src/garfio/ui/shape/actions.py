"""The rows of the action table for shapes and schemas."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.action_spec import ActionSpec

SHAPE_SPECS = (
    ActionSpec(
        "shape.schemas",
        QT_TRANSLATE_NOOP("actions", "Schemas…"),
        QT_TRANSLATE_NOOP(
            "actions", "What payloads of this endpoint are checked against, and what was learned of them"
        ),
        "Ctrl+Shift+J",
        "check",
        lambda do: do.shapes.schemas(),
        lambda s: s.current and not s.refused,
    ),
    ActionSpec(
        "shape.forget",
        QT_TRANSLATE_NOOP("actions", "Learn the shape anew…"),
        QT_TRANSLATE_NOOP("actions", "Forget what payloads of this event type look like, and learn it again"),
        "Ctrl+Shift+D",
        "compare",
        lambda do: do.shapes.forget(),
        lambda s: s.current and not s.refused,
    ),
)

SHAPE_MENU = ("shape.schemas", "shape.forget")
