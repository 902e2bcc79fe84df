"""Timestamps in the units that providers write, to unix seconds and back."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime

_NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,9})?")
_FRACTION = re.compile(r"(\.\d{6})\d+")
_MS_FROM = 1e11
"""Numbers from here on are milliseconds where a scheme allows either; as seconds this is the year 5138."""


def parse(text: str, unit: str) -> float | None:
    """Unix seconds, or None when the text is no such timestamp."""
    text = text.strip()
    try:
        if unit == "iso":
            found = datetime.fromisoformat(
                _FRACTION.sub(r"\1", text.replace("Z", "+00:00").replace("z", "+00:00"))
            )
            return (found if found.tzinfo else found.replace(tzinfo=UTC)).timestamp()
        if unit == "http":
            return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError, TypeError):
        return None
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text)
    if unit == "ms" or (unit == "auto" and number >= _MS_FROM):
        return number / 1000
    return number


def write(now_unix: float, unit: str) -> str:
    """A moment as the provider would write it."""
    if unit == "iso":
        return datetime.fromtimestamp(now_unix, UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if unit == "http":
        return format_datetime(datetime.fromtimestamp(now_unix, UTC), usegmt=True)
    return str(round(now_unix * 1000) if unit == "ms" else int(now_unix))
