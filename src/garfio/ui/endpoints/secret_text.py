"""What may be shown of a secret: its label and mode, and its length, prefix and fingerprint, never the secret."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QLocale

from garfio.core.endpoint import SecretRecord, shown_prefix
from garfio.core.signature import Secret


def traits_text(length: int, prefix: str, fingerprint: str) -> str:
    """`whsec_… · 38 characters · 1a2b3c4d`."""
    translate = QCoreApplication.translate
    beginning = f"{prefix}…" if prefix else ""
    size = translate("secret", "%n character(s)", "", length)
    return " · ".join(piece for piece in (beginning, size, fingerprint) if piece)


def mode_text(mode: str) -> str:
    """The mode's word; empty when it is not known."""
    translate = QCoreApplication.translate
    return {"test": translate("secret", "test"), "live": translate("secret", "live")}.get(mode, mode)


def validity_text(valid_from: float | None, valid_until: float | None) -> str:
    """From when until when a secret is valid; empty when it always is."""
    translate = QCoreApplication.translate
    pieces: list[str] = []
    if valid_from is not None:
        pieces.append(translate("secret", "from {day}").format(day=_day(valid_from)))
    if valid_until is not None:
        pieces.append(translate("secret", "until {day}").format(day=_day(valid_until)))
    return " ".join(pieces)


def record_title(record: SecretRecord) -> str:
    """Label and mode, or what may be shown of the secret when it has no label."""
    name = record.label or traits_text(record.length, record.prefix, record.fingerprint)
    return " · ".join(piece for piece in (name, mode_text(record.mode)) if piece)


def record_detail(record: SecretRecord) -> str:
    """What is not in the title."""
    traits = traits_text(record.length, record.prefix, record.fingerprint) if record.label else ""
    validity = validity_text(record.valid_from, record.valid_until)
    return " · ".join(piece for piece in (traits, validity) if piece)


def secret_line(secret: Secret) -> str:
    """The secret that matched, in one line."""
    traits = traits_text(len(secret.value), shown_prefix(secret.value), secret.fingerprint)
    label = secret.label
    if label == "environment":
        label = QCoreApplication.translate("secret", "from the environment")
    return " · ".join(piece for piece in (label, mode_text(secret.mode), traits) if piece)


def _day(at_unix: float) -> str:
    local = time.localtime(at_unix)
    month = QLocale().standaloneMonthName(local.tm_mon, QLocale.FormatType.ShortFormat)
    return f"{local.tm_mday} {month} {local.tm_year}, {local.tm_hour:02}:{local.tm_min:02}"
