"""Several captures in their order and in time: which one is sent when, and how many at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from garfio.core.errors import AppError


@dataclass(frozen=True, slots=True)
class Pace:
    """How a sequence is sent; by default one after another, without pauses."""

    parallel: int = 1
    """Sent at once at most; 1 keeps the order strictly."""
    speed: float | None = None
    """1.0 keeps the original gaps, 2.0 halves them; None leaves them out."""
    rate: float | None = None
    """Sent each second, in place of gaps."""
    longest_gap_s: float | None = None
    """Cut the gaps of `speed` to this."""
    copies: int = 1
    """How often each one is sent, as a sender that delivers twice would."""
    shuffled: float = 0.0
    """Share of captures that change places with a later one, 0 to 1."""
    dropped: float = 0.0
    """Share of captures that are left out, 0 to 1."""
    stop_on_failure: bool = False
    """End with the first answer that is not as expected."""


@dataclass(frozen=True, slots=True)
class Step:
    """One capture in its turn."""

    index: int
    """Place in the list that was given."""
    at_us: int
    """Microseconds after the start."""


def checked_pace(pace: Pace) -> Pace:
    """`pace` as it is. Raises AppError `sequence.value` for a value that makes no sense."""
    fits = {
        "parallel": 1 <= pace.parallel <= 256,
        "speed": pace.speed is None or pace.speed > 0,
        "rate": pace.rate is None or (pace.rate > 0 and pace.speed is None),
        "copies": 1 <= pace.copies <= 1000,
        "shuffled": 0 <= pace.shuffled <= 1,
        "dropped": 0 <= pace.dropped <= 1,
    }
    for name, good in fits.items():
        if not good:
            value = getattr(pace, name)
            raise AppError("sequence.value", f"{name} cannot be {value}.", name=name, value=value)
    return pace


def plan(times_us: Sequence[int], pace: Pace, random: Callable[[], float]) -> list[Step]:
    """The steps for captures that arrived at `times_us`, in the order given; `random` gives numbers in
    [0, 1)."""
    order = [at for at in range(len(times_us)) if not (pace.dropped and random() < pace.dropped)]
    for at in range(len(order) - 1):
        if pace.shuffled and random() < pace.shuffled:
            other = at + 1 + int(random() * (len(order) - at - 1))
            order[at], order[other] = order[other], order[at]
    steps: list[Step] = []
    offsets = _offsets(times_us, pace)
    for place, index in enumerate(order):
        for copy in range(pace.copies):
            number = place * pace.copies + copy
            at_us = int(number * 1_000_000 / pace.rate) if pace.rate else offsets[place]
            steps.append(Step(index, at_us))
    return steps


def _offsets(times_us: Sequence[int], pace: Pace) -> list[int]:
    """Microseconds after the start by place; a clock that went back makes no gap."""
    offsets, now = [], 0
    for at, time in enumerate(times_us):
        if pace.speed and at:
            gap = max(0, time - times_us[at - 1]) / pace.speed
            if pace.longest_gap_s is not None:
                gap = min(gap, pace.longest_gap_s * 1e6)
            now += int(gap)
        offsets.append(now)
    return offsets
