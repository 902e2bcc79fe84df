"""The mistakes of a program that checks signatures, in the user's words: what it did, and what to do instead."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from garfio.core.signature import Finding
from garfio.ui.signature.detail_text import detail_text
from garfio.ui.signature.finding_text import FindingText, certainty_word, finding_text

_RAW = QT_TRANSLATE_NOOP(
    "handler", "Hash the raw body: the bytes before any parser or middleware has touched them."
)
_EXACT = QT_TRANSLATE_NOOP(
    "handler", "Use the secret exactly as the provider shows it, and make the key as its document says."
)
_PUBLIC = QT_TRANSLATE_NOOP(
    "handler", "Use the address that the provider was given, not the one that the framework sees."
)

MISTAKES: dict[str, tuple[str, str]] = {
    "body.empty": (
        QT_TRANSLATE_NOOP(
            "handler", "Your program hashed an empty body: something had read the stream before."
        ),
        QT_TRANSLATE_NOOP("handler", "Read the body once, keep its bytes, and hash those."),
    ),
    "body.truncated": (
        QT_TRANSLATE_NOOP("handler", "Your program hashed only a part of the body: {detail}."),
        QT_TRANSLATE_NOOP("handler", "Raise its size limit for bodies."),
    ),
    "body": (
        QT_TRANSLATE_NOOP(
            "handler", "Your program did not hash the bytes that were sent, but the body {detail}."
        ),
        _RAW,
    ),
    "secret": (
        QT_TRANSLATE_NOOP("handler", "Your program used the secret in another form: {detail}."),
        _EXACT,
    ),
    "url": (QT_TRANSLATE_NOOP("handler", "Your program used another address: {detail}."), _PUBLIC),
    "algorithm": (
        QT_TRANSLATE_NOOP("handler", "Your program used another digest: {detail}."),
        QT_TRANSLATE_NOOP("handler", "Use the digest that the scheme names."),
    ),
    "encoding": (
        QT_TRANSLATE_NOOP(
            "handler", "Your program has the right signature, but writes it otherwise: {detail}."
        ),
        QT_TRANSLATE_NOOP("handler", "Decode both signatures and compare their bytes, in constant time."),
    ),
    "time": (
        QT_TRANSLATE_NOOP("handler", "Your program used the timestamp in another form: {detail}."),
        QT_TRANSLATE_NOOP("handler", "Use the timestamp’s text as it was sent."),
    ),
}
"""By the engine's code, or by the code's first word."""


def mistake_text(finding: Finding, provider: str) -> FindingText:
    """A mistake in the user's language. `provider` is the sender's name."""
    known = MISTAKES.get(finding.code) or MISTAKES.get(finding.code.partition(".")[0])
    if known is None:
        return finding_text(finding, provider)
    detail = detail_text(dict(finding.fields).get("detail", "…"))
    said, advice = (QCoreApplication.translate("handler", text) for text in known)
    return FindingText(said.format(detail=detail), advice, certainty_word(finding.certainty))
