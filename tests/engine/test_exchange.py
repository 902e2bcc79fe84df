"""Captures to files and back."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import apsw
import pytest
from tests.factories import make_arrival, make_chunked, make_head, make_message

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.engine import exchange
from garfio.engine.exchange import export_http, read_file
from garfio.engine.store import reading
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "garfio.db"


def _stored(db: Path, arrivals: list[object]) -> apsw.Connection:
    open_database(db)
    connection = connect(db)
    with connection:
        insert_arrivals(connection, arrivals)  # type: ignore[arg-type]
    return connection


def test_round_trip(db: Path, tmp_path: Path) -> None:
    """Exported and imported again, every message is the same to the byte, and marked as imported.

    Seen to fail with bodies unframed on the way out.
    """
    chunked = Request.from_bytes(make_chunked([b"a", b"\r\n\r\nPOST / HTTP/1.1\r\n\r\n"]))
    long = Request(make_message(b"x" * 3_000_000)[:-3_000_000], b"x" * 3_000_000)
    requests = [
        Request(make_message(b"\x00\xff")[:-2], b"\x00\xff"),
        chunked,
        Request(make_head(b"GET")),
        long,
    ]
    connection = _stored(db, [make_arrival(request=each, size=len(each.body)) for each in requests])
    file = tmp_path / "out.http"
    assert export_http(connection, [CaptureId(n) for n in (1, 2, 3, 4)], file) == 4
    assert file.read_bytes() == b"".join(each.to_bytes() for each in requests)
    if sys.platform != "win32":
        assert file.stat().st_mode & 0o777 == 0o600
    with connection:
        ids = exchange.store(connection, read_file(file))
    assert ids == [5, 6, 7, 8]
    again = [reading.capture(connection, number) for number in ids]
    assert [each.request.to_bytes() for each in again] == [each.to_bytes() for each in requests]
    assert {(each.summary.source, each.summary.peer, each.summary.reply_status) for each in again} == {
        ("import", "", 0)
    }
    assert [each.summary.size for each in again] == [len(each.body) for each in requests]
    assert again[0].summary.content_type == (requests[0].headers.text("content-type") or "")
    connection.close()


def test_files_that_cannot_be_used(db: Path, tmp_path: Path) -> None:
    """Missing, not HTTP, not writable: an error in words that names the file."""
    (tmp_path / "text").write_text("Dear diary")
    for file, code in (
        (tmp_path / "none", "file.read"),
        (tmp_path / "text", "file.not_http"),
        (tmp_path, "file.read"),
    ):
        with pytest.raises(AppError) as caught:
            read_file(file)
        assert caught.value.code == code
        assert str(file) in str(caught.value)
    connection = _stored(db, [make_arrival()])
    with pytest.raises(AppError) as caught:
        export_http(connection, [CaptureId(1)], tmp_path / "no" / "where.http")
    assert caught.value.code == "file.write"
    connection.close()


def test_the_time_of_a_file_is_the_time_of_its_captures(tmp_path: Path) -> None:
    """An imported message is as old as its file."""
    file = tmp_path / "m.http"
    file.write_bytes(make_message(b"x"))
    os.utime(file, (1_600_000_000, 1_600_000_000))
    assert read_file(file)[0].received_at_us == 1_600_000_000_000_000
