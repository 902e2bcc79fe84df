"""A typed observer."""

from __future__ import annotations

import pytest

from garfio.engine.signal import Signal


@pytest.mark.expect_log("A receiver of a signal failed")
def test_receivers_are_called_in_order_and_one_that_fails_stops_nobody() -> None:
    """All receivers hear it, in order, whatever one of them does."""
    heard: list[tuple[str, int]] = []
    signal: Signal[int] = Signal()
    signal.connect(lambda value: heard.append(("a", value)))
    signal.connect(lambda value: 1 // 0)
    disconnect = signal.connect(lambda value: heard.append(("b", value)))
    signal.emit(1)
    disconnect()
    disconnect()
    signal.emit(2)
    assert heard == [("a", 1), ("b", 1), ("a", 2)]


def test_receivers_may_change_while_it_is_emitted() -> None:
    """A receiver that disconnects itself or connects another changes the next emission."""
    heard: list[str] = []
    signal: Signal[None] = Signal()

    def once(_value: None) -> None:
        heard.append("once")
        disconnect()
        signal.connect(lambda _value: heard.append("later"))

    disconnect = signal.connect(once)
    signal.emit(None)
    signal.emit(None)
    assert heard == ["once", "later"]
