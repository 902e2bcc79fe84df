"""The row of the action table for replies on purpose."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from garfio.ui.action_spec import ActionSpec

REPLY_SPECS = (
    ActionSpec(
        "reply.edit",
        QT_TRANSLATE_NOOP("actions", "Reply on purpose…"),
        QT_TRANSLATE_NOOP("actions", "What a path answers: a status, a delay, a sequence, failures"),
        "A",
        "reply",
        lambda do: do.replies.edit(),
    ),
)
