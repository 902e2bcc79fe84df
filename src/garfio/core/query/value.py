"""The values of a query: text with wildcards, numbers, sizes, durations and times.

Integers only (bytes, microseconds): so Python and SQL compare the same numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from decimal import Decimal, InvalidOperation
from functools import cached_property

from garfio.core.query.needle import Needle

_NUMBER = re.compile(r"\d{1,15}\Z")
_STATUS_CLASS = re.compile(r"([1-9])xx\Z", re.IGNORECASE)
_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?)(b|k|kb|m|mb|g|gb|kib|mib|gib)?\Z", re.IGNORECASE)
_SIZE_UNITS = {
    "": 1, "b": 1, "k": 10**3, "kb": 10**3, "m": 10**6, "mb": 10**6, "g": 10**9, "gb": 10**9,
    "kib": 2**10, "mib": 2**20, "gib": 2**30,
}  # fmt: skip
_DURATION_PART = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)(us|ms|s|m|h|d|w)", re.IGNORECASE)
_DURATION_UNITS = {
    "us": 1, "ms": 10**3, "s": 10**6, "m": 60 * 10**6, "h": 3600 * 10**6,
    "d": 86400 * 10**6, "w": 7 * 86400 * 10**6,
}  # fmt: skip
_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?\Z")
_MOMENT = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,6}))?)?(Z|[+-]\d{2}:\d{2})?\Z",
    re.IGNORECASE,
)
_Reader = Callable[[str], int | None]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@dataclass(frozen=True)
class Glob:
    """Text to compare with; `*` stands for anything unless the text was quoted."""

    text: str
    quoted: bool = False

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The literal pieces between the wildcards; one piece when there is no wildcard."""
        return (self.text,) if self.quoted else tuple(self.text.split("*"))

    @property
    def is_anything(self) -> bool:
        """True for `*` alone."""
        return len(self.parts) > 1 and not any(self.parts)

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return tuple(ascii_lower(part) for part in self.parts)

    @cached_property
    def needles(self) -> tuple[Needle, ...]:
        """The pieces to find one after the other, for containment; empty pieces are left out."""
        return tuple(Needle(part) for part in self.parts if part)

    def matches(self, value: str) -> bool:
        """The whole value, in any ASCII case."""
        first, *rest = self._folded
        value = ascii_lower(value)
        if not rest:
            return value == first
        last = rest.pop()
        if not (value.startswith(first) and value.endswith(last) and len(value) >= len(first) + len(last)):
            return False
        at, end = len(first), len(value) - len(last)
        for part in rest:
            found = value.find(part, at, end)
            if found < 0:
                return False
            at = found + len(part)
        return True

    def found_in(self, value: str) -> bool:
        """A part of the value, in any case."""
        at = 0
        for needle in self.needles:
            at = needle.find(value, at)
            if at < 0:
                return False
        return True


def ascii_lower(text: str) -> str:
    """A to Z in lower case, the rest as it is: what SQL's LIKE and NOCASE do, so that both agree."""
    return (
        text.lower()
        if text.isascii()
        else text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    )


@dataclass(frozen=True, slots=True)
class Interval:
    """Integers from `low` to `high`, both included; None is open."""

    low: int | None
    high: int | None

    def __contains__(self, value: int) -> bool:
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def compared(self, operator: str) -> Interval:
        """The integers for which `value operator self` is true; `!=` gives what it excludes."""
        low, high = self.low, self.high
        if operator == ">":
            return Interval(None if high is None else high + 1, None)
        if operator == ">=":
            return Interval(low, None)
        if operator == "<":
            return Interval(None, None if low is None else low - 1)
        if operator == "<=":
            return Interval(None, high)
        return self


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time: a fixed one, one that ended some time ago, or a day counted from today."""

    low_us: int = 0
    high_us: int = 0
    """Last microsecond of a fixed span, since 1970-01-01 UTC."""
    ago_us: int | None = None
    """For a relative time: this long before now."""
    day: int | None = None
    """For `today` (0) and `yesterday` (-1)."""
    zone: tzinfo = UTC

    def compared(self, operator: str, now_us: int) -> Interval:
        """The arrival times for which the comparison is true. A date's `>` includes that day."""
        if self.ago_us is not None:
            moment = now_us - self.ago_us
            if operator in (":", "=", "!="):
                return Interval(moment, None)
            return Interval(moment, moment).compared(operator)
        low, high = self.low_us, self.high_us
        if self.day is not None:
            today = (_EPOCH + timedelta(microseconds=now_us)).astimezone(self.zone).date()
            start = today + timedelta(days=self.day)
            low, high = _day_span(start, start + timedelta(days=1), self.zone)
        if operator == ">" and high > low:
            operator = ">="
        return Interval(low, high).compared(operator)


def read_number(text: str) -> Interval | None:
    """`12`, `5xx` (the hundred), `10..20`, `10..`, `..20`."""
    if found := _STATUS_CLASS.match(text):
        return Interval(int(found[1]) * 100, int(found[1]) * 100 + 99)
    return _read_range(text, lambda part: int(part) if part.isascii() and _NUMBER.match(part) else None)


def read_size(text: str) -> Interval | None:
    """Bytes: `10kb` (1000 each), `10kib` (1024 each), ranges."""
    return _read_range(text, _size)


def read_duration(text: str) -> Interval | None:
    """Microseconds: `10m`, `1h30m`, `250ms`, ranges."""
    return _read_range(text, _duration)


def read_span(text: str, zone: tzinfo) -> Span | None:
    """A date, month or moment (`2026-11-01T10:30`), `today`, `yesterday`, or a duration: that long ago."""
    word = text.lower()
    if word in ("today", "yesterday"):
        return Span(day=0 if word == "today" else -1, zone=zone)
    ago = 0 if word == "now" else _duration(word.removeprefix("-"))
    if ago is not None:
        return Span(ago_us=ago)
    low, mark, high = text.partition("..")
    if mark:
        first, last = _fixed(low, zone), _fixed(high, zone)
        return Span(first[0], last[1]) if first and last else None
    fixed = _fixed(text, zone)
    return Span(*fixed) if fixed else None


def read_decimal(text: str) -> Decimal | None:
    """A JSON number's value, exactly, or None when it is not one."""
    if len(text) > 400 or not text.isascii() or not text.lstrip("-")[:1].isdigit() or "_" in text:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _read_range(text: str, read: _Reader) -> Interval | None:
    low, mark, high = text.partition("..")
    if not mark:
        value = read(text)
        return None if value is None else Interval(value, value)
    first, last = read(low) if low else None, read(high) if high else None
    if (low and first is None) or (high and last is None) or not (low or high):
        return None
    return Interval(first, last)


def _size(text: str) -> int | None:
    found = _SIZE.match(text)
    return (
        int(Decimal(found[1]) * _SIZE_UNITS[(found[2] or "").lower()]) if found and text.isascii() else None
    )


def _duration(text: str) -> int | None:
    if not text or not text.isascii():
        return None
    at = total = 0
    while at < len(text):
        found = _DURATION_PART.match(text, at)
        if found is None:
            return None
        total += int(Decimal(found[1]) * _DURATION_UNITS[found[2].lower()])
        at = found.end()
    return total if total < 10**17 else None


def _fixed(text: str, zone: tzinfo) -> tuple[int, int] | None:
    """First and last microsecond of a date, a month or a moment."""
    if not text.isascii():
        return None
    try:
        if found := _DATE.match(text):
            year, month, day = int(found[1]), int(found[2]), int(found[3] or 1)
            start = date(year, month, day)
            end = start + timedelta(days=1) if found[3] else date(year + month // 12, month % 12 + 1, 1)
            return _day_span(start, end, zone)
        if found := _MOMENT.match(text):
            return _moment_span(found, zone)
    except (ValueError, OverflowError):
        return None
    return None


def _moment_span(found: re.Match[str], zone: tzinfo) -> tuple[int, int]:
    *numbers, fraction, offset = found.groups()
    year, month, day, hour, minute, second = (int(number or 0) for number in numbers)
    if offset:
        sign = -1 if offset[0] == "-" else 1
        minutes = 0 if offset in "zZ" else sign * (int(offset[1:3]) * 60 + int(offset[4:6]))
        zone = timezone(timedelta(minutes=minutes))
    start = _us(
        datetime(year, month, day, hour, minute, second, int((fraction or "").ljust(6, "0")), tzinfo=zone)
    )
    if fraction:
        return start, start + 10 ** (6 - len(fraction)) - 1
    return start, start + (10**6 if numbers[5] else 60 * 10**6) - 1


def _day_span(start: date, end: date, zone: tzinfo) -> tuple[int, int]:
    low, high = (_us(datetime(day.year, day.month, day.day, tzinfo=zone)) for day in (start, end))
    return low, high - 1


def _us(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND
