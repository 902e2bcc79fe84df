"""Where a signature travels, in the user's words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_PLACES: dict[str, str] = {
    "header": QT_TRANSLATE_NOOP("finding", "header {name}"),
    "json": QT_TRANSLATE_NOOP("finding", "JSON value {name}"),
    "form": QT_TRANSLATE_NOOP("finding", "form field {name}"),
    "query": QT_TRANSLATE_NOOP("finding", "query parameter {name}"),
    "url": QT_TRANSLATE_NOOP("finding", "secret in its URL"),
}


def place_text(reference: str) -> str:
    """Where in a request a signature is, by the engine's reference: `header:X-Signature`."""
    kind, _, name = reference.partition(":")
    known = _PLACES.get(kind)
    if known is None:
        return QCoreApplication.translate("finding", "signature")
    return QCoreApplication.translate("finding", known).format(name=name)
