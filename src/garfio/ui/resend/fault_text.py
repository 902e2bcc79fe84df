"""Faults made on purpose, in the user's words: what is wrong, and what a target's answer to it means."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.attempt import AttemptSummary
from garfio.engine.resend.wrong import Wrong
from garfio.ui.resend.outcome_text import result_text

_FAULTS: dict[str, str] = {
    "expired": QT_TRANSLATE_NOOP("fault", "Signed long ago: the time is past"),
    "wrong_secret": QT_TRANSLATE_NOOP("fault", "Signed with another secret"),
    "changed_byte": QT_TRANSLATE_NOOP("fault", "One byte of the body changed after signing"),
    "missing_header": QT_TRANSLATE_NOOP("fault", "Without the signature"),
    "other_event": QT_TRANSLATE_NOOP("fault", "With the signature of another event"),
    "duplicate": QT_TRANSLATE_NOOP("fault", "Sent twice, right both times"),
    "truncated": QT_TRANSLATE_NOOP("fault", "Only half of the body"),
    "content_type": QT_TRANSLATE_NOOP("fault", "Another Content-Type than the body’s"),
}


def fault_text(kind: str) -> str:
    """What is wrong."""
    return QCoreApplication.translate("fault", _FAULTS.get(kind, kind))


def answers_text(wrong: Wrong) -> str:
    """The statuses, or why there is none: `401`, `200 · 200`, `timed out`."""
    return " · ".join(map(result_text, wrong[1])) or "–"


def is_dangerous(wrong: Wrong) -> bool:
    """Whether the target took what it must refuse."""
    kind, rows, _ = wrong
    return kind != "duplicate" and any(_is_taken(row) for row in rows)


def meaning(wrong: Wrong) -> tuple[str, str]:
    """What the answer means, with a shape and a word, and the theme's colour for it."""
    translate = QCoreApplication.translate
    kind, rows, error = wrong
    if error is not None or not rows:
        return translate("fault", "– Nothing to test: this provider’s check has no such case"), "muted"
    if kind == "duplicate":
        if all(row.passed for row in rows):
            return translate("fault", "✓ Taken twice; see that it acted once"), "good"
        return translate("fault", "✕ Not taken twice: a repeated delivery has to get 2xx too"), "bad"
    if is_dangerous(wrong):
        if kind == "content_type":
            return translate("fault", "⚠ Dangerous: taken, although it is not what it says"), "bad"
        return translate("fault", "⚠ Dangerous: taken as genuine"), "bad"
    if all(row.passed for row in rows):
        return translate("fault", "✓ Refused"), "good"
    if all(row.state == "response" for row in rows):
        return translate("fault", "✕ Neither taken nor refused: it has to answer 4xx"), "warn"
    return translate("fault", "✕ No answer, so nothing is known"), "warn"


def _is_taken(row: AttemptSummary) -> bool:
    return row.state == "response" and 200 <= row.status < 300
