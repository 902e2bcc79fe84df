"""Silences of the past, and what templates know of one."""

from __future__ import annotations

import pytest

from garfio.core.silence import MINUTE_US, Silence, plain_minutes, silences


@pytest.mark.parametrize(
    ("times", "until", "expected"),
    [
        ((), 100, ()),
        ((10,), 14, ()),
        ((10,), 15, (15,)),
        ((10, 15), 16, (15,)),
        ((15, 10, 11), 30, (20,)),
        ((10, 20, 30), 40, (15, 25, 35)),
    ],
)
def test_when_it_would_have_acted(times: tuple[int, ...], until: int, expected: tuple[int, ...]) -> None:
    """Five minutes after a match that nothing followed in time, in whatever order they come."""
    found = silences([at * MINUTE_US for at in times], until * MINUTE_US, 5)
    assert found == tuple(at * MINUTE_US for at in expected)


def test_what_templates_see() -> None:
    """Whole minutes without a point; nothing where nothing has arrived."""
    assert Silence(15.0).names() == {"minutes": 15, "last": None, "last_at": ""}
    assert Silence(0.5, 7, MINUTE_US).names() == {
        "minutes": 0.5,
        "last": 7,
        "last_at": "1970-01-01 00:01:00 UTC",
    }
    assert str(plain_minutes(60.0)) == "60"
