"""The engine's verdicts and troubles in the user's words.

A code that is not known here still says something: the code itself, or the engine's own sentence.
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.engine.workspace import Trouble
from garfio.ui.figures import size_text

_VERDICTS: dict[str, tuple[str, str]] = {
    "valid": ("✓", QT_TRANSLATE_NOOP("verdict", "valid")),
    "invalid": ("✕", QT_TRANSLATE_NOOP("verdict", "invalid")),
    "expired": ("◷", QT_TRANSLATE_NOOP("verdict", "expired")),
    "malformed": ("✕", QT_TRANSLATE_NOOP("verdict", "malformed")),
    "unsigned": ("–", QT_TRANSLATE_NOOP("verdict", "unsigned")),
    "no secret": ("?", QT_TRANSLATE_NOOP("verdict", "no secret")),
    "no_secret": ("?", QT_TRANSLATE_NOOP("verdict", "no secret")),
    "unverifiable": ("⌀", QT_TRANSLATE_NOOP("verdict", "unverifiable")),
}

_ROLES = {"valid": "good", "invalid": "bad", "malformed": "bad", "expired": "warn"}

_TROUBLES: dict[str, str] = {
    "disk_full": QT_TRANSLATE_NOOP("trouble", "The disk is full"),
    "busy": QT_TRANSLATE_NOOP("trouble", "Another program holds the database"),
    "read_only": QT_TRANSLATE_NOOP("trouble", "The database cannot be written to"),
    "missing": QT_TRANSLATE_NOOP("trouble", "The database file has gone"),
    "damaged": QT_TRANSLATE_NOOP("trouble", "The database file is damaged"),
    "io": QT_TRANSLATE_NOOP("trouble", "The disk reports errors"),
}

_SAID_BY_HEADLINE = frozenset(_TROUBLES) - {"io"}


def verdict_shape(verdict: str) -> str:
    """The sign of a verdict; it never stands without the word."""
    return _VERDICTS.get(verdict, ("?", ""))[0]


def verdict_word(verdict: str) -> str:
    """The verdict's word."""
    word = _VERDICTS.get(verdict, ("", verdict))[1]
    return QCoreApplication.translate("verdict", word)


def verdict_texts() -> list[str]:
    """All verdicts as the list shows them, sign and word."""
    return [f"{verdict_shape(verdict)} {verdict_word(verdict)}" for verdict in _VERDICTS]


def verdict_role(verdict: str) -> str:
    """The role of a label that says the verdict; what is neither good nor bad is muted."""
    return _ROLES.get(verdict, "muted")


def trouble_headline(trouble: Trouble) -> str:
    """Why nothing can be stored."""
    known = _TROUBLES.get(trouble.code)
    if known:
        return QCoreApplication.translate("trouble", known)
    return QCoreApplication.translate("trouble", "Webhooks cannot be stored")


def trouble_detail(trouble: Trouble) -> str:
    """What happens to senders meanwhile, what the system says, and the free space where it is known."""
    sentences = [
        QCoreApplication.translate(
            "trouble",
            "Senders are answered 503 and asked to try again, so nothing is lost that was acknowledged."
            " Receiving goes on by itself as soon as it can.",
        )
    ]
    if trouble.free_bytes is not None:
        free = QCoreApplication.translate("trouble", "Free space: {free}.")
        sentences.append(free.format(free=size_text(trouble.free_bytes)))
    if trouble.message and trouble.code not in _SAID_BY_HEADLINE:
        sentences.append(
            QCoreApplication.translate("trouble", "The system says: {message}").format(
                message=trouble.message
            )
        )
    return " ".join(sentences)
