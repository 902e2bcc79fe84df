"""Figures as people read them: sizes, counts, times of day, ages and durations, in the user's language."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QLocale

_UNITS = ("B", "kB", "MB", "GB", "TB")
_NARROW_BLANK = "\u202f"
_MANY_DAYS = 731
"""From so many days on, years are easier to grasp."""
_YEAR_DAYS = 365.25


def size_text(size: int) -> str:
    """Bytes in decimal units, `214 B`, `8.7 kB`: one digit after the point below 100."""
    value = float(size)
    unit = 0
    while value >= 999.5 and unit < len(_UNITS) - 1:
        value /= 1000
        unit += 1
    if unit == 0:
        return f"{size} B"
    return f"{_decimal(value)} {_UNITS[unit]}"


def count_text(count: int) -> str:
    """A whole number in groups of three, `1 284`."""
    return f"{count:,}".replace(",", _NARROW_BLANK)


def duration_text(microseconds: int) -> str:
    """`0.4 ms`, `3 ms`, `1.2 s`."""
    milliseconds = microseconds / 1000
    if milliseconds < 1:
        return f"{_decimal(milliseconds)} ms"
    if milliseconds < 1000:
        return f"{milliseconds:.0f} ms"
    return f"{_decimal(milliseconds / 1000)} s"


def seconds_text(seconds: float) -> str:
    """A span as people say it: `0.4 s`, `45 s`, `5 min`, `2 h`, `3 days`, `7 years`."""
    translate = QCoreApplication.translate
    if seconds < 10 and seconds != int(seconds):
        return f"{_decimal(seconds)} s"
    if seconds < 120:
        return f"{seconds:.0f} s"
    if seconds < 7200:
        return f"{seconds / 60:.0f} min"
    if seconds < 172_800:
        return f"{seconds / 3600:.0f} h"
    days = round(seconds / 86_400)
    if days < _MANY_DAYS:
        return translate("figures", "%n day(s)", "", days)
    return translate("figures", "%n year(s)", "", round(days / _YEAR_DAYS))


def clock_text(at_us: int) -> str:
    """The local time of day, `10:31:05`."""
    return time.strftime("%H:%M:%S", time.localtime(at_us // 1_000_000))


def day_text(at_us: int, now_us: int) -> str:
    """The local day: `today`, `yesterday`, or a date in the user's form."""
    day, today = _day(at_us), _day(now_us)
    if day == today:
        return QCoreApplication.translate("figures", "today")
    if day == today - 1:
        return QCoreApplication.translate("figures", "yesterday")
    local = time.localtime(at_us // 1_000_000)
    form = "%d %b" if local.tm_year == time.localtime(now_us // 1_000_000).tm_year else "%d %b %Y"
    return _named_month(time.strftime(form.replace("%b", "%%b"), local), local.tm_mon)


def row_time_text(at_us: int, now_us: int) -> str:
    """For a list: the time of day, with the day before it when it is not today."""
    if _day(at_us) == _day(now_us):
        return clock_text(at_us)
    local = time.localtime(at_us // 1_000_000)
    return f"{time.strftime('%m-%d', local)} {time.strftime('%H:%M', local)}"


def age_text(at_us: int, now_us: int) -> str:
    """How long ago: `just now`, `2 min ago`, `3 h ago`, `5 days ago`, `7 years ago`."""
    seconds = max(0, now_us - at_us) // 1_000_000
    minutes, hours, days = (seconds // unit for unit in (60, 3600, 86_400))
    translate = QCoreApplication.translate
    if seconds < 5:
        return translate("figures", "just now")
    if not minutes:
        return translate("figures", "%n s ago", "", seconds)
    if not hours:
        return translate("figures", "%n min ago", "", minutes)
    if not days:
        return translate("figures", "%n h ago", "", hours)
    if days < _MANY_DAYS:
        return translate("figures", "%n day(s) ago", "", days)
    return translate("figures", "%n year(s) ago", "", int(days / _YEAR_DAYS))


def moment_text(at_us: int, now_us: int) -> str:
    """A point in time in local time and seen from now: `2026-11-27 14:15:56, in 3 days`."""
    local = time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(at_us // 1_000_000))
    if at_us <= now_us:
        return f"{local}, {age_text(at_us, now_us)}"
    span = seconds_text((at_us - now_us) // 1_000_000)
    return f"{local}, " + QCoreApplication.translate("figures", "in {span}").format(span=span)


def _decimal(value: float) -> str:
    digits = 1 if value < 99.95 else 0
    return QLocale().toString(value, "f", digits)


def _day(at_us: int) -> int:
    local = time.localtime(at_us // 1_000_000)
    return (at_us // 1_000_000 + local.tm_gmtoff) // 86_400


def _named_month(text: str, month: int) -> str:
    return text.replace("%b", QLocale().standaloneMonthName(month, QLocale.FormatType.ShortFormat))
