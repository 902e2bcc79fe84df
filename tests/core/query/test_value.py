from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.query.needle import Needle
from garfio.core.query.value import Glob, Interval, read_decimal, read_duration, read_number, read_size


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("0", 0, 0),
        ("10kb", 10_000, 10_000),
        ("1.5MiB", 1_572_864, 1_572_864),
        ("1k..2k", 1000, 2000),
        ("..5b", None, 5),
    ],
)
def test_sizes(text: str, low: int | None, high: int | None) -> None:
    assert read_size(text) == Interval(low, high)


@pytest.mark.parametrize(
    ("text", "us"), [("10m", 600_000_000), ("1h30m", 5_400_000_000), ("250ms", 250_000), ("0.5s", 500_000)]
)
def test_durations(text: str, us: int) -> None:
    assert read_duration(text) == Interval(us, us)


@pytest.mark.parametrize("text", ["", "..", "x", "-1", "1..x", "١", "9" * 16, "5xxx", "0xx"])
def test_numbers_that_are_none(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    "text", ["NaN", "Infinity", "1_000", "", "-", "x", "1e99999999999999999999", "9" * 401]
)
def test_decimals_that_are_none(text: str) -> None:
    assert read_decimal(text) is None


LETTERS = st.text(st.sampled_from("aAbBéÉ*k\u212aß"), max_size=8)


@given(LETTERS, LETTERS)
def test_globs_match_like_a_simple_matcher(pattern: str, value: str) -> None:
    def fold(text: str) -> str:
        return "".join(char.lower() if char.isascii() else char for char in text)

    def fits(pieces: str, rest: str) -> bool:
        if not pieces:
            return not rest
        if pieces[0] == "*":
            return any(fits(pieces[1:], rest[at:]) for at in range(len(rest) + 1))
        return rest[:1] == pieces[0] and fits(pieces[1:], rest[1:])

    value = value.replace("*", "")
    assert Glob(pattern).matches(value) is fits(fold(pattern), fold(value))


@given(st.text(min_size=1, max_size=4), st.text(max_size=6), st.text(max_size=6))
def test_a_needle_is_found_where_it_is(needle: str, before: str, after: str) -> None:
    text = before + needle + after
    assert 0 < Needle(needle).find(text) <= len(before) + len(needle)
    raw = text.encode("utf-8", "surrogatepass")
    assert Needle(needle).find_in_payload(raw.lower(), raw) > 0
