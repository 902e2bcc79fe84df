"""A body on its way in: short ones in memory, long ones in parts, and a sender that waits for the disk."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.listener.wireless import PatientWriter

from garfio.engine.listener.body import BodySink
from garfio.engine.store.captures import PART_BYTES
from garfio.engine.store.database import Trouble


class _Sink:
    def __init__(self) -> None:
        self.writer = PatientWriter()
        self.pressure: list[bool] = []
        self.finished = 0
        self.sink = BodySink(self.writer, self.pressure.append)  # type: ignore[arg-type]

    def finish(self) -> None:
        def then() -> None:
            self.finished += 1

        self.sink.finish(then)


@given(st.lists(st.integers(0, PART_BYTES * 2), max_size=6))
def test_no_byte_is_lost(sizes: list[int]) -> None:
    """Whatever the pieces, the body is what came, and parts are of one size but the last."""
    it = _Sink()
    body = b""
    for number, size in enumerate(sizes):
        piece = bytes([number + 1]) * size
        body += piece
        it.sink.feed(piece)
    it.finish()
    it.writer.commit()
    assert it.finished == 1
    assert it.sink.size == len(body)
    if it.sink.key is None:
        assert it.sink.in_memory() == body
        assert len(body) <= PART_BYTES
    else:
        parts = it.writer.parts[it.sink.key]
        assert b"".join(parts) == body
        assert all(len(part) == PART_BYTES for part in parts[:-1])
        assert len(body) > PART_BYTES
    assert it.sink.beginning()[:65536] == body[:65536]


def test_a_short_body_is_finished_at_once() -> None:
    """Without parts there is nothing to wait for."""
    it = _Sink()
    it.sink.feed(b"x" * PART_BYTES)
    it.finish()
    assert it.finished == 1
    assert it.writer.waiting == []


def test_a_long_body_is_finished_when_its_parts_are_durable() -> None:
    """`then` waits for the last part."""
    it = _Sink()
    it.sink.feed(b"x" * (PART_BYTES + 1))
    it.finish()
    assert it.finished == 0
    it.writer.commit()
    assert it.finished == 1


def test_a_sender_faster_than_the_disk_waits() -> None:
    """With several parts on their way the sender is stopped; when they are written it goes on.

    Seen to fail with the pressure never reported: a body of any size was held in memory.
    """
    it = _Sink()
    for _ in range(8):
        it.sink.feed(b"x" * PART_BYTES)
    assert it.pressure[-1] is True
    it.writer.commit()
    assert it.pressure[-1] is False


def test_a_failed_part_fails_the_body() -> None:
    """The first failure is kept."""
    it = _Sink()
    it.sink.feed(b"x" * (PART_BYTES * 2))
    trouble = Trouble("disk_full", "The disk is full.", 0)
    it.writer.commit(trouble)
    it.sink.feed(b"x" * PART_BYTES)
    it.finish()
    it.writer.commit()
    assert it.sink.failure is trouble
    assert it.finished == 1


def test_discarding_takes_everything_back() -> None:
    """Parts that are stored, and parts on their way, are dropped."""
    it = _Sink()
    it.sink.feed(b"x" * (PART_BYTES * 2))
    it.writer.commit()
    it.sink.feed(b"x" * (PART_BYTES * 2))
    it.sink.discard()
    it.writer.commit()
    assert it.writer.parts == {}
    short = _Sink()
    short.sink.feed(b"x")
    short.sink.discard()
    assert short.writer.waiting == []
