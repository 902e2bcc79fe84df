"""The search index: it hides no match, follows changes and deletions, and can be lost."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.query.cases import NOW_US, Case
from tests.engine.store.test_query import QUERIES, captures
from tests.factories import make_arrival

from garfio.core.query import QueryError, parse
from garfio.core.query.grams import BLOCK, TEXT_LIMIT, indexed_text, needed
from garfio.core.query.payload import Message
from garfio.engine.store import marks, reading, scanning
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, connect_reading, open_database
from garfio.engine.store.looks import VERDICT
from garfio.engine.store.search_index import Indexer, backlog, index_path, narrowing

COUNT = 8 * BLOCK
RARE = 20
"""The capture with a word of its own."""


def table(texts: list[str]) -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    connection.execute(
        "CREATE VIRTUAL TABLE grams USING fts5(text, content='', detail=none, tokenize='trigram case_sensitive 1')"
    )
    connection.executemany("INSERT INTO grams(rowid, text) VALUES(?, ?)", list(enumerate(texts)))
    return connection


def text_of(case: Case) -> str:
    row, request, marked = case.capture.summary, case.capture.request, case.marks
    columns = (
        request.path,
        row.event_type,
        row.delivery_id,
        row.provider,
        marked.note,
        f" {' '.join(marked.tags)} ",
    )
    return indexed_text(Message(request.head, request.body), columns)


@settings(max_examples=150, deadline=None)
@given(st.lists(captures(), min_size=1, max_size=4), st.lists(QUERIES, min_size=1, max_size=6))
def test_no_match_is_hidden(cases: list[Case], queries: list[str]) -> None:
    """Whatever fits a query in Python is found by the expression that the query needs."""
    connection = table([text_of(case) for case in cases])
    for text in queries:
        with contextlib.suppress(QueryError):
            query = parse(text)
            expression = needed(query.node)
            if expression is None:
                continue
            rows = connection.execute("SELECT rowid FROM grams WHERE grams MATCH ?", (expression,)).fetchall()
            for number, case in enumerate(cases):
                if query.matches(case.capture, NOW_US, case.marks):
                    assert (number,) in rows, (text, expression)


HEAD = b"POST /a?x=Nuria HTTP/1.1\r\nX-Token: Abcdef\r\n\r\n"
FOUND = [
    (b'{"mail":"nuria@example.com"}', "nuria@example.com"),
    (b'{"mail":"NURIA@EXAMPLE.COM"}', "nuria@example.com"),
    (b'{"url":"https:\\/\\/example.com\\/a"}', "https://example.com/a"),
    (b'{"city":"M\\u00e1laga"}', "málaga"),
    (b'{"\\u0061mount":"paid in f\\u0075ll"}', 'body.amount:"paid in full"'),
    (b'{"outer":"{\\"inner\\":{\\"name\\":\\"x\\"}}"}', "body.outer.inner.name:x"),
    (b'{"total":1.5e3}', "body.total:1500"),
    (b"", "header:x-token"),
    (b"", "header.x-t*:abcdef"),
    (b"", "~Abc.*f"),
    (b"x" * (TEXT_LIMIT + 1), "xxxxx"),
]


@pytest.mark.parametrize(("body", "text"), FOUND)
def test_spellings_that_a_text_index_could_miss(body: bytes, text: str) -> None:
    """The text stood there in other letters than were searched for; the index lets the capture through."""
    message = Message(HEAD, body)
    expression = needed(parse(text).node)
    assert expression is not None
    rows = table([indexed_text(message, ())]).execute(
        "SELECT 1 FROM grams WHERE grams MATCH ?", (expression,)
    )
    assert rows.fetchall() == [(1,)]


@pytest.mark.parametrize(
    "text", ["", "ab", "-refund", "é", "a OR refund", "body.a:12", "is:unread", "~[a-z]+"]
)
def test_queries_that_the_index_cannot_narrow(text: str) -> None:
    """There is no piece that every match has; everything is looked at."""
    assert needed(parse(text).node) is None


def test_what_cannot_match_is_left_out() -> None:
    """Nearly the same word was there; the index says no."""
    message = Message(HEAD, b'{"word":"kumquart"}')
    expression = needed(parse("kumquat").node)
    rows = table([indexed_text(message, ())]).execute(
        "SELECT 1 FROM grams WHERE grams MATCH ?", (expression,)
    )
    assert rows.fetchall() == []


@pytest.fixture
def writing(db: Path) -> Iterator[apsw.Connection]:
    """A workspace with eight blocks of captures, all looked at."""
    open_database(db)
    connection = connect(db)
    bodies = [b'{"word":"%s"}' % (b"kumquat" if number == RARE else b"usual") for number in range(1, COUNT)]
    insert_arrivals(connection, [make_arrival(body, b"/shop") for body in bodies])
    connection.execute("UPDATE looks SET upto = ? WHERE kind = ?", (COUNT - 1, VERDICT))
    yield connection
    connection.close()


@pytest.fixture
def index(db: Path, writing: apsw.Connection) -> Iterator[Callable[[], None]]:
    """Fills the index."""
    readers = []

    def fill() -> None:
        reader = connect_reading(db)
        readers.append(reader)
        indexer = Indexer(db, reader, writing)
        while indexer.step():
            pass
        indexer.close()

    yield fill
    for reader in readers:
        reader.close()


@pytest.fixture
def reader(db: Path, writing: apsw.Connection) -> Iterator[apsw.Connection]:
    """A reading connection as searches have it."""
    connection = connect_reading(db)
    reading.prepare_reading(connection)
    yield connection
    connection.close()


def found(connection: apsw.Connection, text: str) -> list[int]:
    ids: list[int] = []
    part = None
    while part is None or not part.is_last:
        part = scanning.scan(connection, lambda: False, text, part)
        ids += part.ids
    return ids


def candidates(connection: apsw.Connection, text: str) -> list[int]:
    narrowed = narrowing(connection, parse(text).node)
    assert narrowed is not None
    return list(narrowed.stretch(COUNT, 1, COUNT).ids or ())


def test_a_search_looks_at_candidates_only(reader: apsw.Connection, index: Callable[[], None]) -> None:
    """A word of one capture was searched; its block alone was looked at, and it was found."""
    assert narrowing(reader, parse("kumquat").node) is None
    assert found(reader, "kumquat") == [RARE]
    index()
    assert backlog(reader).captures == 0
    assert [number // BLOCK for number in candidates(reader, "kumquat")] == [RARE // BLOCK] * BLOCK
    assert found(reader, "kumquat") == [RARE]
    assert found(reader, "usual") == [number for number in range(COUNT - 1, 0, -1) if number != RARE]
    assert (
        scanning.count(reader, lambda: False, "kumquat", reading.CaptureId(0), reading.CaptureId(COUNT - 1))
        == 1
    )


def test_a_rare_value_of_a_column_is_found_by_the_index(
    reader: apsw.Connection, writing: apsw.Connection, index: Callable[[], None]
) -> None:
    """One capture had another event; it alone, what changed and what is new are looked at."""
    writing.execute("UPDATE captures SET event_type = 'kumquat.picked' WHERE id = ?", (RARE,))
    assert scanning.few(reader, "event:kumquat.*") is None
    index()
    marks.set_note(writing, 40, "x")
    new = insert_arrivals(writing, [make_arrival()])
    among = scanning.few(reader, "event:kumquat.*")
    assert among is not None
    assert {number // BLOCK for number in among} == {RARE // BLOCK, 40 // BLOCK, new[0] // BLOCK}
    assert [row.id for row in reading.page(reader, "event:kumquat.*", among=among)] == [RARE]
    assert reading.page(reader, "event:kumquat.*", among=[]) == []


def test_what_is_new_is_found_at_once(
    reader: apsw.Connection, writing: apsw.Connection, index: Callable[[], None]
) -> None:
    """Captures came after the index was filled; they are found among those that it knows."""
    index()
    new = insert_arrivals(writing, [make_arrival(b"kumquat"), make_arrival(b"usual")])
    assert found(reader, "kumquat") == [new[0], RARE]


def test_changes_are_found_before_and_after_they_are_indexed(
    reader: apsw.Connection, writing: apsw.Connection, index: Callable[[], None]
) -> None:
    """A note was written beside a capture that was indexed already."""
    index()
    marks.set_note(writing, 40, "ask the kumquat shop")
    assert found(reader, "kumquat") == [40, RARE]
    assert backlog(reader).again == 1
    index()
    assert backlog(reader).again == 0
    assert found(reader, "kumquat") == [40, RARE]


def test_deleted_captures_leave_the_index(
    reader: apsw.Connection, writing: apsw.Connection, index: Callable[[], None]
) -> None:
    """The capture with the word, then the whole block was deleted; nothing of it is left to look at."""
    index()
    writing.execute("DELETE FROM captures WHERE id = ?", (RARE,))
    index()
    assert candidates(reader, "kumquat") == []
    writing.execute("DELETE FROM captures WHERE id BETWEEN 8 AND 15")
    index()
    assert [number for number in candidates(reader, "usual") if 8 <= number <= 15] == []


@pytest.mark.parametrize("harm", ["damaged", "lost", "another's"])
def test_an_index_that_is_no_use_is_made_anew(
    db: Path, reader: apsw.Connection, writing: apsw.Connection, index: Callable[[], None], harm: str
) -> None:
    """The index was damaged, removed, or belongs to another database; searches find everything all the while."""
    index()
    if harm == "damaged":
        for suffix in ("", "-wal"):
            Path(f"{index_path(db)}{suffix}").write_bytes(b"no database")
    elif harm == "lost":
        for suffix in ("", "-wal", "-shm"):
            Path(f"{index_path(db)}{suffix}").unlink(missing_ok=True)
    else:
        writing.execute("UPDATE search_state SET identity = 'another'")
    assert found(reader, "kumquat") == [RARE]
    index()
    marks.set_note(writing, 3, "kumquat")
    index()
    assert found(reader, "kumquat") == [RARE, 3]
    assert len(candidates(reader, "kumquat")) < COUNT // 2


def test_an_index_ahead_of_its_database_is_not_used(
    reader: apsw.Connection, writing: apsw.Connection, index: Callable[[], None]
) -> None:
    """An older copy of the database was put back: the index knows ids that have not been given yet."""
    index()
    writing.execute("UPDATE search_state SET claimed = 10")
    assert narrowing(reader, parse("kumquat").node) is None
    index()
    assert narrowing(reader, parse("kumquat").node) is not None


def test_a_kill_between_claim_and_index_loses_nothing(
    db: Path, reader: apsw.Connection, writing: apsw.Connection, index: Callable[[], None]
) -> None:
    """The index was killed after its first step and went on later; a change in between is not lost."""
    indexer = Indexer(db, reader, writing)
    assert indexer.step()
    indexer.close()
    marks.set_note(writing, 2, "kumquat")
    index()
    assert found(reader, "kumquat") == [RARE, 2]
