"""How far was looked: nothing twice, nothing lost, nothing by an old state; retries; new checks from the top."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest
from tests.factories import make_arrival, make_refused

from garfio.engine.store import looks, reading
from garfio.engine.store.captures import insert_arrivals, insert_parts
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.looks import Found, Outcome, Span


@pytest.fixture
def database(db: Path) -> Iterator[apsw.Connection]:
    """An empty database."""
    open_database(db)
    connection = connect(db)
    yield connection
    connection.close()


def record(connection: apsw.Connection, span: Span, upto: int, *found: tuple[int, Found]) -> bool:
    return looks.record(connection, [Outcome(span, upto, found, False, looks.revision(connection))])[0]


def retries(connection: apsw.Connection) -> list[int]:
    return [
        int(str(row[0])) for row in connection.execute("SELECT id FROM captures WHERE is_retry ORDER BY id")
    ]


def test_a_span_is_recorded_once(database: apsw.Connection) -> None:
    """The second to come with the same span changes nothing."""
    insert_arrivals(database, [make_arrival(), make_arrival()])
    found = Found("/hook", "stripe", "a.b", "evt", "valid")
    assert record(database, Span(0), 2, (1, found), (2, found))
    assert not record(database, Span(0), 2, (1, Found(verdict="invalid")))
    row = reading.page(database)[1]
    assert (row.endpoint, row.provider, row.event_type, row.delivery_id, row.verdict) == (
        "/hook",
        "stripe",
        "a.b",
        "evt",
        "valid",
    )
    assert looks.looked_upto(database) == 2


def test_an_old_state_is_not_recorded(database: apsw.Connection) -> None:
    """What was found before a secret changed is found anew, even what nobody asked to be checked again."""
    insert_arrivals(database, [make_arrival()])
    before = looks.revision(database)
    looks.request_recheck(database, "/hook")
    assert looks.rechecks(database) == []  # nothing was looked at yet
    assert looks.record(database, [Outcome(Span(0), 1, (), False, before)]) == [False]
    assert looks.looked_upto(database) == 0


def test_material_is_what_was_stored(database: apsw.Connection) -> None:
    """In order, without refused messages, long bodies from their parts, and not more of a body than wanted."""
    insert_parts(database, [(7, 0, b"ab"), (7, 1, b"cd")])
    insert_arrivals(
        database,
        [make_arrival(b"one"), make_refused(), make_arrival(b"", body_key=7, size=4, complete=False)],
    )
    first, second = looks.material(database, Span(0))
    assert (first.id, first.path, first.size, first.complete) == (1, "/hook", 3, True)
    assert (second.id, second.complete) == (3, False)
    assert looks.request_of(database, first, 10).body == b"one"
    assert looks.request_of(database, second, 10).body == b"abcd"
    assert looks.request_of(database, second, 3).body == b""
    assert [row.id for row in looks.material(database, Span(1))] == [3]
    assert len(list(looks.material(database, Span(0, limit=1)))) == 1
    assert looks.passed(database, Span(0)) == 3


@pytest.mark.parametrize(
    ("scope", "ids"), [("/a", [5, 1]), ("/a/*", [4, 3]), ("/*", [5, 4, 3, 2, 1]), ("/none", [])]
)
def test_a_new_check_concerns_its_path(database: apsw.Connection, scope: str, ids: list[int]) -> None:
    """From the newest on."""
    targets = (b"/a", b"/a0", b"/a/x?q=1", b"/a/", b"/a?q=2")
    insert_arrivals(database, [make_arrival(target=target) for target in targets])
    assert [row.id for row in looks.material(database, Span(scope=scope, below=6))] == ids


def test_a_new_check_goes_down_to_the_end(database: apsw.Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    """In bounded steps, and is forgotten when it is through."""
    monkeypatch.setattr(looks, "_RECHECK_IDS", 3)
    insert_arrivals(database, [make_arrival()] * 8)
    record(database, Span(0), 8)
    looks.request_recheck(database, "/hook")
    looks.request_recheck(database, "/hook")
    (waiting,) = looks.rechecks(database)
    assert (waiting.path, waiting.below, waiting.total) == ("/hook", 9, 8)
    steps = []
    while waiting := next(iter(looks.rechecks(database)), None):
        span = Span(scope="/hook", below=waiting.below, limit=500)
        steps.append([row.id for row in looks.material(database, span)])
        assert record(database, span, looks.passed(database, span))
    assert [number for step in steps for number in step] == [8, 7, 6, 5, 4, 3, 2, 1]
    assert max(map(len, steps)) <= 3


def test_retries_are_those_with_an_earlier_delivery(database: apsw.Connection) -> None:
    """By provider and delivery id, or because the message says so; nothing is a retry of nothing."""
    insert_arrivals(database, [make_arrival()] * 6)
    one, other = Found(provider="stripe", delivery_id="evt"), Found(provider="github", delivery_id="evt")
    said = Found(provider="slack", is_retry=True)
    record(database, Span(0), 6, (1, one), (2, other), (3, one), (4, said), (5, Found()), (6, Found()))
    assert retries(database) == [3, 4]
    assert looks.first_of_delivery(database, "stripe", "evt", 3) == 1
    assert looks.first_of_delivery(database, "stripe", "evt", 1) == 0


def test_retries_after_a_new_check(database: apsw.Connection) -> None:
    """The later ones are checked first, and become retries when the first gets its delivery id."""
    insert_arrivals(database, [make_arrival()] * 3)
    record(database, Span(0), 3, (1, Found()), (2, Found()), (3, Found()))
    looks.request_recheck(database, "/hook")
    found = Found(provider="stripe", delivery_id="evt")
    for below in (4, 3, 2):
        record(database, Span(scope="/hook", below=below, limit=1), below - 1, (below - 1, found))
    assert retries(database) == [2, 3]


def test_deliveries_of_one_event(database: apsw.Connection) -> None:
    """Three tries came, the last with another body, and the same name from another provider; each knows its place."""
    insert_arrivals(
        database, [make_arrival(b"a"), make_arrival(b"a"), make_arrival(b"b"), make_arrival(b"c")]
    )
    found, other = Found(provider="stripe", delivery_id="evt"), Found(provider="github", delivery_id="evt")
    record(database, Span(0), 4, (1, found), (2, found), (3, found), (4, other))
    places = [looks.delivery_of(database, "stripe", "evt", number) for number in (1, 2, 3)]
    assert places == [looks.Delivery(1, 3), looks.Delivery(2, 3), looks.Delivery(3, 3, changed=True)]
    assert looks.delivery_of(database, "github", "evt", 4) == looks.Delivery(1, 1)
    assert looks.delivery_of(database, "stripe", "none", 4) == looks.Delivery()


def test_long_bodies_of_one_delivery_are_compared(database: apsw.Connection) -> None:
    """Bodies lay in parts; they are compared part by part."""
    long = [make_arrival(body_key=key, size=6) for key in (1, 2, 3)]
    insert_parts(
        database, [(1, 0, b"abc"), (1, 1, b"def"), (2, 0, b"abc"), (2, 1, b"def"), (3, 0, b"abcdeg")]
    )
    insert_arrivals(database, long)
    found = Found(provider="stripe", delivery_id="evt")
    record(database, Span(0), 3, (1, found), (2, found), (3, found))
    assert [looks.delivery_of(database, "stripe", "evt", number).changed for number in (2, 3)] == [
        False,
        True,
    ]
