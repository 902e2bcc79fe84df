"""What the parent is told: coalesced, in order, and never at the cost of the listener."""

from __future__ import annotations

import threading
from typing import Any

from garfio.engine.listener.doorbell import Doorbell


class _SlowParent:
    """Takes one event, then none until it is let."""

    def __init__(self) -> None:
        self.events: list[dict[str, Any]] = []
        self.reads = threading.Event()
        self.has_one = threading.Event()

    def write(self, event: dict[str, Any]) -> None:
        self.events.append(event)
        self.has_one.set()
        assert self.reads.wait(10)


def test_a_parent_that_does_not_read_holds_nobody_up() -> None:
    """Ten thousand captures while the parent sleeps are one line when it wakes.

    Seen to fail with the write done on the caller's thread.
    """
    parent = _SlowParent()
    bell = Doorbell(parent.write)
    bell.say("listening", url="u")
    assert parent.has_one.wait(10)
    for number in range(1, 10_001):
        bell.captured(number)
    for _ in range(50):
        bell.refused("tls", 2, 7)
    bell.say("trouble", code="busy")
    parent.reads.set()
    bell.say("stopped")
    bell.close()
    assert parent.events == [
        {"event": "listening", "url": "u"},
        {"event": "trouble", "code": "busy"},
        {"event": "captured", "last_id": 10_000, "count": 10_000},
        {"event": "refused", "reason": "tls", "count": 100, "last_id": 7},
        {"event": "stopped"},
    ]


def test_what_was_found_is_gathered() -> None:
    """Ids of captures in one line, too many as none; of the progress of a new check the last."""
    parent = _SlowParent()
    bell = Doorbell(parent.write)
    bell.say("listening")
    assert parent.has_one.wait(10)
    bell.looked([3, 1])
    bell.looked([2, 3])
    for done in range(5):
        bell.rechecking(path="/a", done=done, total=5)
    bell.captured(3)
    parent.reads.set()
    bell.close()
    assert parent.events[1:] == [
        {"event": "captured", "last_id": 3, "count": 1},
        {"event": "looked", "captures": [1, 2, 3]},
        {"event": "rechecking", "path": "/a", "done": 4, "total": 5},
    ]
    events: list[dict[str, Any]] = []
    bell = Doorbell(events.append)
    bell.looked(range(3000))
    bell.close()
    assert events == [{"event": "looked", "captures": None}]


def test_the_last_id_never_goes_back() -> None:
    """Answers in another order than the rows do not make the bell point backwards."""
    events: list[dict[str, Any]] = []
    bell = Doorbell(events.append)
    with bell._condition:
        bell._last_id, bell._count = 5, 1
    bell.captured(3)
    bell.close()
    assert events == [{"event": "captured", "last_id": 5, "count": 2}]


def test_a_parent_that_is_gone_is_no_error() -> None:
    """A closed pipe ends the bell, and nothing else."""

    def gone(_event: dict[str, Any]) -> None:
        raise BrokenPipeError

    bell = Doorbell(gone)
    bell.captured(1)
    bell._thread.join(10)
    assert not bell._thread.is_alive()
    bell.captured(2)
    bell.close()


def test_closing_does_not_wait_for_a_parent_that_does_not_read() -> None:
    """Closing gives up after its limit."""
    parent = _SlowParent()
    bell = Doorbell(parent.write)
    bell.captured(1)
    assert parent.has_one.wait(10)
    bell.close(0.05)
    assert bell._thread.is_alive()
    parent.reads.set()
    bell._thread.join(10)
