"""Refused messages on record, and a flood of them folded."""

from __future__ import annotations

import pytest
from tests.engine.listener.wireless import PatientWriter

from garfio.core.wire import Refusal
from garfio.engine.listener.refusals import ROWS_A_SECOND, Refusals
from garfio.engine.store.captures import ARRIVALS, REPEATS
from garfio.engine.store.database import Trouble


class _Recorder:
    def __init__(self) -> None:
        self.writer = PatientWriter()
        self.heard: list[tuple[str, int, int]] = []
        self.refusals = Refusals(self.writer, lambda *what: self.heard.append(what))  # type: ignore[arg-type]

    def add(self, code: str, times: int = 1) -> None:
        for _ in range(times):
            self.refusals.add(Refusal(code), b"raw", "127.0.0.1:1", 5)

    @property
    def repeats(self) -> list[tuple[int, int]]:
        return [item for group, item, _done in self.writer.waiting if group is REPEATS]


def test_rows_then_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    """So many rows a second, then counts on the last row of the kind; a new kind always gets a row.

    Seen to fail with every message given a row.
    """
    monkeypatch.setattr("time.monotonic", lambda: 100.0)
    recorder = _Recorder()
    recorder.add("tls")
    recorder.writer.commit()
    recorder.add("tls", ROWS_A_SECOND + 29)
    recorder.add("not_http")
    recorder.writer.commit()
    assert len(recorder.writer.arrivals) == ROWS_A_SECOND + 1
    assert recorder.writer.arrivals[-1].refusal == "not_http"
    recorder.refusals.flush()
    assert recorder.repeats == [(ROWS_A_SECOND, 30)]
    recorder.writer.commit()
    assert sum(count for code, count, _row in recorder.heard if code == "tls") == ROWS_A_SECOND + 30
    recorder.refusals.flush()
    assert recorder.repeats == []


def test_a_flood_before_the_first_row_is_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages that come faster than the store writes the first row are folded too.

    Seen to fail: each of them got a row, because there was no last row yet to count on.
    """
    monkeypatch.setattr("time.monotonic", lambda: 100.0)
    recorder = _Recorder()
    recorder.add("tls", 500)
    recorder.refusals.flush()
    recorder.writer.commit()
    assert len(recorder.writer.arrivals) == ROWS_A_SECOND
    recorder.refusals.flush()
    recorder.writer.commit()
    assert sum(count for _code, count, _row in recorder.heard) == 500


def test_the_next_second_has_rows_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second later a message is a row of its own."""
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    recorder = _Recorder()
    recorder.add("tls", ROWS_A_SECOND)
    recorder.writer.commit()
    now[0] += 1
    recorder.add("tls")
    recorder.writer.commit()
    assert len(recorder.writer.arrivals) == ROWS_A_SECOND + 1


def test_what_cannot_be_stored_is_not_rung(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refused message that the store could not take rings no bell."""
    recorder = _Recorder()
    recorder.add("tls")
    recorder.writer.commit(Trouble("disk_full", "The disk is full.", 0))
    assert recorder.heard == []
    assert [group for group, _item, _done in recorder.writer.waiting if group is ARRIVALS] == []
