"""Which capture is sent when."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from garfio.core.errors import AppError
from garfio.core.sequence import Pace, checked_pace, plan

TIMES = [1_000_000, 3_000_000, 2_500_000, 12_500_000]


def test_without_a_pace_all_are_due_at_once() -> None:
    assert [(step.index, step.at_us) for step in plan(TIMES, Pace(), random.random)] == [
        (0, 0),
        (1, 0),
        (2, 0),
        (3, 0),
    ]


@pytest.mark.parametrize(
    ("pace", "offsets"),
    [
        (Pace(speed=1.0), [0, 2_000_000, 2_000_000, 12_000_000]),
        (Pace(speed=2.0), [0, 1_000_000, 1_000_000, 6_000_000]),
        (Pace(speed=1.0, longest_gap_s=3), [0, 2_000_000, 2_000_000, 5_000_000]),
        (Pace(rate=4), [0, 250_000, 500_000, 750_000]),
    ],
)
def test_gaps(pace: Pace, offsets: list[int]) -> None:
    """Original gaps, at another speed or cut; a clock that went back makes none."""
    assert [step.at_us for step in plan(TIMES, pace, random.random)] == offsets


@given(
    st.lists(st.integers(0, 10**9), max_size=30),
    st.floats(0, 1),
    st.floats(0, 1),
    st.integers(1, 3),
    st.integers(0, 2**31),
)
def test_what_is_sent(times: list[int], shuffled: float, dropped: float, copies: int, seed: int) -> None:
    """Every capture that is not dropped is sent as often as asked, in time that never runs back."""
    pace = Pace(shuffled=shuffled, dropped=dropped, copies=copies, speed=1.0)
    steps = plan(times, pace, random.Random(seed).random)
    counts = {step.index: [other.index for other in steps].count(step.index) for step in steps}
    assert set(counts.values()) <= {copies}
    assert dropped or len(counts) == len(times)
    assert [step.at_us for step in steps] == sorted(step.at_us for step in steps)


def test_all_or_nothing() -> None:
    assert plan(TIMES, Pace(dropped=1.0), random.Random(1).random) == []
    shuffled = [step.index for step in plan(range(20), Pace(shuffled=1.0), random.Random(1).random)]
    assert shuffled != sorted(shuffled)
    assert sorted(shuffled) == list(range(20))


@pytest.mark.parametrize(
    "pace",
    [Pace(parallel=0), Pace(speed=0), Pace(rate=-1), Pace(copies=0), Pace(dropped=2), Pace(speed=1, rate=1)],
)
def test_a_pace_that_makes_no_sense(pace: Pace) -> None:
    with pytest.raises(AppError):
        checked_pace(pace)
