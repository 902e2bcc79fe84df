"""Whether an answer came too late for the provider that waited for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from garfio.core.capture import CaptureSummary
from garfio.ui.endpoints.guide import guide_of
from garfio.ui.figures import duration_text
from garfio.ui.signature.verdict_text import provider_name


def late_text(row: CaptureSummary) -> str:
    """`You took 4.1 s; Slack gives up after 3 s`; empty when it was in time or no limit is known."""
    guide = guide_of(row.provider)
    if guide is None or not guide.answer_within_s or row.reply_us is None or row.source != "listener":
        return ""
    if row.reply_us <= guide.answer_within_s * 1e6:
        return ""
    return QCoreApplication.translate("setup", "You took {took}; {provider} gives up after {limit} s").format(
        took=duration_text(row.reply_us),
        provider=provider_name(row.provider),
        limit=f"{guide.answer_within_s:g}",
    )
