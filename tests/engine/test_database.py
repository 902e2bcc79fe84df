"""A workspace read without a loop, as the commands do."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from tests.factories import make_arrival

from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.query.grams import BLOCK
from garfio.engine.database import Database, import_arrivals
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, connect_reading, open_database
from garfio.engine.store.looks import VERDICT
from garfio.engine.store.search_index import Indexer


def test_a_workspace_that_is_not_there(db: Path) -> None:
    """Reading makes no workspace; the error says what to start."""
    with pytest.raises(AppError, match="garfio listen") as caught:
        Database(db)
    assert caught.value.code == "workspace.missing"
    assert not db.exists()


def test_a_damaged_workspace_is_left_alone(db: Path) -> None:
    """Reading renames nothing.

    Seen to fail: a list command set the file aside in silence and showed an empty list.
    """
    for content in (b"", b"text", b"SQLite format 3\x00" + b"\xff" * 20_000):
        db.write_bytes(content)
        with pytest.raises(AppError) as caught:
            Database(db).page()
        assert caught.value.code == "store.damaged"
        assert db.read_bytes() == content
        assert not list(db.parent.glob("*damaged*"))


def test_import_makes_a_workspace(db: Path, tmp_path: Path) -> None:
    """Messages of files are stored in a new workspace, and can be read and exported again."""
    assert import_arrivals(db, [make_arrival(b"1"), make_arrival(b"2")]) == [1, 2]
    database = Database(db)
    assert database.newest_id() == 2
    assert database.capture(CaptureId(2)).request.body == b"2"
    assert database.export([CaptureId(1)], tmp_path / "out.http") == 1


def test_arrivals_are_seen_as_they_come(db: Path) -> None:
    """Waiting yields what matches, in order, each once, and ends at its time."""
    open_database(db)
    database = Database(db)

    def arrive() -> None:
        connection = connect(db)
        for number in range(1, 7):
            with connection:
                insert_arrivals(connection, [make_arrival(target=b"/%d" % (number % 2))])
        connection.close()

    thread = threading.Thread(target=arrive)
    thread.start()
    found = []
    for row in database.arrivals("path:/1", CaptureId(0), time.monotonic() + 10):
        found.append(row.id)
        if len(found) == 3:
            break
    thread.join()
    assert found == [1, 3, 5]
    assert list(database.arrivals("path:/1", CaptureId(5), time.monotonic())) == []


def test_a_list_is_narrowed_by_the_index(db: Path) -> None:
    """The index says which few captures may have a word; the bodies of the others are not read."""
    open_database(db)
    connection = connect(db)
    count = 40 * BLOCK
    insert_arrivals(connection, [make_arrival(b"number %d." % number) for number in range(count)])
    connection.execute("UPDATE looks SET upto = ? WHERE kind = ?", (count, VERDICT))
    indexer = Indexer(db, connect_reading(db), connect(db))
    while indexer.step():
        pass
    indexer.close()
    # What the index rules out is not looked at: a body that it does not know of stays unseen.
    connection.execute("UPDATE messages SET body = ? WHERE id = ?", (b"number 7.", count - BLOCK * 8))
    connection.close()
    assert [row.id for row in Database(db).page('"number 7."')] == [8]
