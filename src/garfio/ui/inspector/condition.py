"""What has to be said about a capture before one looks at it: refused, answered too late, or broken off."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from garfio.core.capture import CaptureSummary
from garfio.ui.endpoints.patience import late_text
from garfio.ui.messages import Message
from garfio.ui.refusal_text import refusal_advice, refusal_text


def condition_of(row: CaptureSummary) -> tuple[str, Message] | None:
    """The name and text of the bar; None for a capture that is as it should be."""
    if row.refusal:
        return "refused", _message(refusal_text(row.refusal), refusal_advice(row.refusal))
    if late := late_text(row):
        return "late", _message(late, "")
    if not row.complete:
        return "incomplete", _message(
            QCoreApplication.translate("condition", "The sender broke off inside the body"),
            QCoreApplication.translate(
                "condition",
                "What came is kept and shown; it was never acknowledged, so a careful sender will try again."
                " Look at the sender’s own timeout, and at anything between it and here.",
            ),
        )
    return None


def _message(title: str, text: str) -> Message:
    return Message("warn", title, text, closable=False)
