"""Tests of figures: how sizes, counts, times and ages read."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from garfio.ui import figures


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system has no tzset")
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


SIZES = [
    (0, "0 B"),
    (999, "999 B"),
    (1000, "1.0 kB"),
    (8_712, "8.7 kB"),
    (99_949, "99.9 kB"),
    (99_950, "100 kB"),
    (999_499, "999 kB"),
    (999_500, "1.0 MB"),
    (4_100_000, "4.1 MB"),
    (2**40 * 900, "990 TB"),
]


@pytest.mark.parametrize(("size", "text"), SIZES)
def test_sizes(size: int, text: str) -> None:
    """Decimal units with one digit below a hundred."""
    assert figures.size_text(size) == text


@pytest.mark.parametrize(
    ("us", "text"), [(400, "0.4 ms"), (3_100, "3 ms"), (999_000, "999 ms"), (1_230_000, "1.2 s")]
)
def test_durations(us: int, text: str) -> None:
    """Milliseconds as long as they read well."""
    assert figures.duration_text(us) == text


def test_counts_have_groups() -> None:
    """A narrow blank between groups of three."""
    assert figures.count_text(1_284) == "1\u202f284"
    assert figures.count_text(12) == "12"


NOON = 1_793_016_000_000_000  # 2026-10-26 12:00 UTC
SECOND = 1_000_000
DAY = 86_400 * SECOND

AGES = [
    (0, "just now"),
    (-3 * SECOND, "just now"),
    (30 * SECOND, "30 s ago"),
    (125 * SECOND, "2 min ago"),
    (3 * 3600 * SECOND, "3 h ago"),
    (DAY, "1 day ago"),
    (5 * DAY, "5 days ago"),
    (730 * DAY, "730 days ago"),
    (731 * DAY, "2 years ago"),
    (2750 * DAY, "7 years ago"),
]


@pytest.mark.parametrize(("age", "text"), AGES)
def test_ages(age: int, text: str) -> None:
    """One unit is enough; a clock that was set back never gives a negative age."""
    assert figures.age_text(NOON - age, NOON) == text


DAYS = [
    (NOON, "today"),
    (NOON - 12 * 3600 * SECOND, "today"),
    (NOON - 12 * 3600 * SECOND - 1, "yesterday"),
    (NOON - 3 * DAY, "23 Oct"),
    (NOON - 400 * DAY, "21 Sep 2025"),
]


@pytest.mark.parametrize(("at", "text"), DAYS)
def test_days(at: int, text: str) -> None:
    """The day changes at local midnight; the year is named when it is another one."""
    assert figures.day_text(at, NOON) == text


def test_the_lists_time_names_another_day() -> None:
    """Today only the time of day, before that the date too."""
    assert figures.row_time_text(NOON, NOON) == "12:00:00"
    assert figures.row_time_text(NOON - DAY, NOON) == "10-25 12:00"
