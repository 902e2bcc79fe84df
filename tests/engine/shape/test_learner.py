"""Learning in batches: each delivery once, what nobody vouches for never, and nothing that was forgotten meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest
from tests.factories import make_arrival, make_head, make_refused

from garfio.core.capture import Arrival, CaptureId
from garfio.core.http import Request
from garfio.core.shape import DELIVERIES, SHAPE_LIMIT
from garfio.engine.shape import learner as learner_module
from garfio.engine.shape.learner import Learner, Study, give_up
from garfio.engine.store import looks, marks, reading, shapes
from garfio.engine.store.captures import insert_arrivals, insert_parts
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.looks import Found, Outcome, Span
from garfio.engine.store.shapes import KnownShape

STRIPE = Found("/stripe", "stripe", "invoice.paid", "", "valid")


@pytest.fixture
def database(db: Path) -> Iterator[apsw.Connection]:
    """An empty database."""
    open_database(db)
    connection = connect(db)
    yield connection
    connection.close()


def delivery(document: Any) -> Arrival:
    body = json.dumps(document).encode()
    head = make_head(target=b"/stripe", fields=[(b"Content-Type", b"application/json")])
    return make_arrival(request=Request(head, body), size=len(body))


def store(database: apsw.Connection, *documents: Any, found: Found = STRIPE) -> None:
    """Store deliveries and have them looked at."""
    ids = insert_arrivals(database, [delivery(document) for document in documents])
    _look(database, [(number, found) for number in ids])


def _look(database: apsw.Connection, found: list[tuple[int, Found]]) -> None:
    span = Span(looks.looked_upto(database))
    outcome = Outcome(span, reading.newest_id(database), tuple(found), False, looks.revision(database))
    assert looks.record(database, [outcome]) == [True]


def learn(database: apsw.Connection, limit: int = 64) -> list[int]:
    """Learn all there is; gives the captures that drift."""
    found: list[int] = []
    learner = Learner(database)
    while True:
        after, looked = shapes.position(database)
        if after >= looked:
            return found
        lesson = learner.study(Study(limit))
        assert lesson.upto > after
        assert shapes.record(database, [lesson]) == [True]
        found += [number for number, _changes in lesson.drifts]


@pytest.mark.parametrize("limit", [1, 7, 64])
def test_drift_is_found_in_the_delivery_that_brings_it(database: apsw.Connection, limit: int) -> None:
    """However the batches fall: the one that differs is marked, with its fields; the ones before and after are not."""
    store(database, *[{"id": "evt", "amount": number} for number in range(DELIVERIES)])
    store(database, {"id": "evt", "amount": "10.00", "tax": 1}, {"id": "evt", "amount": "11.00", "tax": 2})
    assert learn(database, limit) == [DELIVERIES + 1]
    changes = shapes.drift(database, CaptureId(DELIVERIES + 1))
    assert [(change.kind, change.text, change.place) for change in changes] == [
        ("type", ".amount", ("amount",)),
        ("new", ".tax", ("tax",)),
    ]
    assert [row.id for row in reading.page(database, "is:drift")] == [DELIVERIES + 1]
    assert reading.page(database, "is:drift")[0].drift == 2
    assert shapes.known(database) == [KnownShape("stripe", "invoice.paid", DELIVERIES + 2)]
    assert shapes.drift(database, CaptureId(1)) == ()


def test_what_nobody_vouches_for_teaches_nothing(database: apsw.Connection) -> None:
    """It is compared all the same: a body that was changed on the way is worth knowing."""
    store(database, *[{"a": 1}] * DELIVERIES)
    for verdict in ("invalid", "malformed"):
        store(database, {"a": 1, "b": 1}, found=Found("/stripe", "stripe", "invoice.paid", "", verdict))
    assert learn(database) == [DELIVERIES + 1, DELIVERIES + 2]
    assert shapes.known(database)[0].deliveries == DELIVERIES


def test_only_first_deliveries_of_known_events_teach(database: apsw.Connection) -> None:
    """No retry, nothing without provider or event, nothing refused, broken off, long, or without a document."""
    store(database, {"a": 1}, found=Found("/stripe", "stripe", "invoice.paid", "evt", "valid", True))
    store(database, {"a": 1}, found=Found("/stripe", "stripe", "", "", "valid"))
    store(database, {"a": 1}, found=Found("/stripe", "", "a.b", "", "valid"))
    store(database, {"a": "x" * SHAPE_LIMIT}, "text")
    insert_arrivals(database, [make_refused(), make_arrival(complete=False, size=20)])
    _look(database, [(reading.newest_id(database), STRIPE)])
    assert learn(database) == []
    assert shapes.known(database) == []


def test_a_body_in_parts_is_read_whole(database: apsw.Connection) -> None:
    insert_parts(database, [(1, 0, b'{"a": '), (1, 1, b"1}")])
    head = make_head(target=b"/stripe", fields=[(b"Content-Type", b"application/json")])
    insert_arrivals(database, [make_arrival(request=Request(head, b""), body_key=1, size=8)])
    _look(database, [(1, STRIPE)])
    learn(database)
    found = shapes.shape(database, "stripe", "invoice.paid")
    assert found is not None
    assert set(found.paths()) == {(), ("a",)}


def test_forgetting_learns_anew_from_the_next_delivery(database: apsw.Connection) -> None:
    """What is being learned at that moment is not written, and what is stored already teaches nothing."""
    store(database, *[{"a": 1}] * DELIVERIES)
    learn(database)
    store(database, {"b": 1})
    late = Learner(database).study(Study())
    shapes.forget(database, "stripe", "invoice.paid")
    assert shapes.record(database, [late]) == [False]
    assert learn(database) == []
    assert shapes.known(database) == []
    store(database, {"b": 1})
    assert learn(database) == []
    assert shapes.known(database) == [KnownShape("stripe", "invoice.paid", 1)]


def test_a_batch_is_recorded_once(database: apsw.Connection) -> None:
    """Of two processes that learn from the same captures, one is heard."""
    store(database, {"a": 1})
    lesson = Learner(database).study(Study())
    assert shapes.record(database, [lesson, lesson]) == [True, False]
    assert shapes.known(database)[0].deliveries == 1


def test_captures_of_which_the_process_dies_are_passed_over(database: apsw.Connection) -> None:
    store(database, *[{"a": 1}] * 3)
    lesson = give_up(database, limit=2)
    assert (lesson.upto, lesson.shapes) == (2, ())
    assert shapes.record(database, [lesson]) == [True]
    learn(database)
    assert shapes.known(database)[0].deliveries == 1


def test_there_is_an_end_of_shapes(database: apsw.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Event types that anybody may make up fill no disk; those that are known go on being learned."""
    monkeypatch.setattr(shapes, "MOST_SHAPES", 1)
    store(database, {"a": 1})
    learn(database)
    store(database, {"a": 1}, found=Found("/stripe", "stripe", "made.up", "", "unsigned"))
    store(database, {"a": 1})
    learn(database)
    assert shapes.known(database) == [KnownShape("stripe", "invoice.paid", 2)]


def test_what_drifted_goes_with_its_capture(database: apsw.Connection) -> None:
    store(database, *[{"a": 1}] * DELIVERIES, {"a": "x"})
    learn(database)
    marks.hide(database, marks.begin_deletion(database, everything=False, purge_after_us=0), [CaptureId(21)])
    database.execute("DELETE FROM captures WHERE deletion <> 0")
    assert database.execute("SELECT count(*) FROM drifts").fetchone() == (0,)


def test_what_is_kept_between_batches_is_what_is_stored(database: apsw.Connection) -> None:
    """Not written, forgotten, or learned by another process meanwhile: it begins from the database each time."""
    learner, other = Learner(database), Learner(database)
    store(database, {"a": 1})
    learner.study(Study())  # never written
    lesson = learner.study(Study())
    assert lesson.shapes[0][0].deliveries == 1
    shapes.record(database, [lesson])
    store(database, {"a": 1})
    shapes.record(database, [other.study(Study())])
    store(database, {"a": 1})
    lesson = learner.study(Study())
    assert lesson.shapes[0][0].deliveries == 3
    shapes.record(database, [lesson])
    shapes.forget(database, "stripe", "invoice.paid")
    store(database, {"a": 1})
    assert learner.study(Study()).shapes[0][0].deliveries == 1


def test_a_batch_writes_so_much_at_most(database: apsw.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """Large shapes end a batch early; the rest is learned in the next ones."""
    monkeypatch.setattr(learner_module, "_MOST_GROWN", 10)
    for event in ("a.b", "c.d", "e.f"):
        store(
            database, {f"field{number}": 1 for number in range(8)}, found=Found("/s", "s", event, "", "valid")
        )
    assert len(Learner(database).study(Study()).shapes) == 2
    learn(database)
    assert len(shapes.known(database)) == 3
