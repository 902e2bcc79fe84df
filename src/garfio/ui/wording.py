"""The engine's codes in the user's words: verdicts, reasons of refusal, troubles, errors.

A code that is not known here still says something: the code itself, or the engine's own sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.errors import AppError
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


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a message was not taken, and what to do about it."""

    short: str
    """A few words, for the list."""
    advice: str
    """A sentence or two, for the detail."""


_REFUSALS: dict[str, Refusal] = {
    "malformed": Refusal(
        QT_TRANSLATE_NOOP("refusal", "Not valid HTTP"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The message breaks the rules of HTTP, so no program could be sure what was meant. Look at its"
            " first bytes"
            " under Raw; the sender, or something between it and here, has to be corrected.",
        ),
    ),
    "tls": Refusal(
        QT_TRANSLATE_NOOP("refusal", "HTTPS sent to the HTTP port"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The sender spoke TLS to a port that speaks plain HTTP. Write the URL at the sender with"
            " http:// in place"
            " of https://, or put a tunnel with a certificate in front.",
        ),
    ),
    "http2": Refusal(
        QT_TRANSLATE_NOOP("refusal", "HTTP/2 without an upgrade"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The sender began with HTTP/2, which is not spoken here. Let it use HTTP/1.1.",
        ),
    ),
    "too_large": Refusal(
        QT_TRANSLATE_NOOP("refusal", "Body over the limit"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The body is larger than the limit and was answered with 413. The limit is in the settings, under"
            " Listener.",
        ),
    ),
    "head_too_large": Refusal(
        QT_TRANSLATE_NOOP("refusal", "Headers over the limit"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The request line and headers are larger than is accepted and were answered with 431. Look"
            " under Raw for"
            " a header that has grown, often a cookie or a token.",
        ),
    ),
    "head_timeout": Refusal(
        QT_TRANSLATE_NOOP("refusal", "Headers did not arrive in time"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The connection was opened, but the request line and headers were not complete in time. Under"
            " Raw is what"
            " came.",
        ),
    ),
    "body_timeout": Refusal(
        QT_TRANSLATE_NOOP("refusal", "Body did not arrive in time"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "The body stopped before its end, so the connection was closed. Under Raw is what came.",
        ),
    ),
    "busy": Refusal(
        QT_TRANSLATE_NOOP("refusal", "Too many connections"),
        QT_TRANSLATE_NOOP(
            "refusal",
            "More connections were open at once than are accepted, so this one was turned away with 503."
            " Senders that"
            " keep connections open without using them are the usual cause.",
        ),
    ),
}

_TROUBLES: dict[str, str] = {
    "disk_full": QT_TRANSLATE_NOOP("trouble", "The disk is full"),
    "busy": QT_TRANSLATE_NOOP("trouble", "Another program holds the database"),
    "read_only": QT_TRANSLATE_NOOP("trouble", "The database cannot be written to"),
    "io": QT_TRANSLATE_NOOP("trouble", "The disk reports errors"),
}

_ERRORS: dict[str, str] = {
    "port.taken": QT_TRANSLATE_NOOP("error", "Port {port} is used by another program."),
    "port.denied": QT_TRANSLATE_NOOP("error", "Port {port} needs rights that this program does not have."),
    "capture.missing": QT_TRANSLATE_NOOP("error", "This webhook is no longer there."),
}


def verdict_shape(verdict: str) -> str:
    """The sign of a verdict; it never stands without the word."""
    return _VERDICTS.get(verdict, ("?", ""))[0]


def verdict_word(verdict: str) -> str:
    """The verdict's word."""
    word = _VERDICTS.get(verdict, ("", verdict))[1]
    return QCoreApplication.translate("verdict", word)


def refusal_text(code: str) -> str:
    """Why a message was refused, in a few words."""
    known = _REFUSALS.get(code)
    if known:
        return QCoreApplication.translate("refusal", known.short)
    return QCoreApplication.translate("refusal", "Refused: {code}").format(code=code)


def refusal_advice(code: str) -> str:
    """What a refusal means and what to do, in a sentence or two; empty for an unknown code."""
    known = _REFUSALS.get(code)
    return QCoreApplication.translate("refusal", known.advice) if known else ""


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
            " Receiving goes"
            " on by itself as soon as it can.",
        )
    ]
    if trouble.free_bytes is not None:
        free = QCoreApplication.translate("trouble", "Free space: {free}.")
        sentences.append(free.format(free=size_text(trouble.free_bytes)))
    if trouble.message:
        sentences.append(
            QCoreApplication.translate("trouble", "The system says: {message}").format(
                message=trouble.message
            )
        )
    return " ".join(sentences)


def error_text(error: AppError) -> str:
    """An error in the user's language where its code is known, otherwise the engine's sentence and hint."""
    known = _ERRORS.get(error.code)
    if known is None:
        return str(error)
    try:
        return QCoreApplication.translate("error", known).format(**error.fields)
    except KeyError:
        return str(error)
