from __future__ import annotations

import contextlib
import json
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.core.query.cases import CASES, MATCHING, NOW_US, Case, make_case

from garfio.core.capture import CaptureId
from garfio.core.query import FIELDS, Marks, QueryError, parse
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.query import compile_query, interruptible, register
from garfio.engine.store.schema import migrate

COLUMNS = (
    "id, received_at_us, method, target, path, http_version, peer, content_type, size, reply_status, reply_us,"
    " endpoint, provider, event_type, delivery_id, verdict, complete, source, refusal, repeats, unread, pinned,"
    " is_retry, drift, note, tags, handshake, color, schema, body_key"
)
IN_PARTS = 50
"""Bodies longer than this are stored in parts here."""


def store(connection: apsw.Connection, cases: Iterable[Case]) -> None:
    for case in cases:
        row, request, marks = case.capture.summary, case.capture.request, case.marks
        number = row.id
        connection.execute(
            f"INSERT INTO captures({COLUMNS}) VALUES ({', '.join('?' * len(COLUMNS.split(',')))})",
            (
                *(
                    number,
                    row.received_at_us,
                    row.method,
                    row.target,
                    request.path,
                    row.http_version,
                    row.peer,
                ),
                *(row.content_type, row.size, row.reply_status, row.reply_us, row.endpoint, row.provider),
                *(
                    row.event_type,
                    row.delivery_id,
                    row.verdict,
                    row.complete,
                    row.source,
                    row.refusal,
                    row.repeats,
                ),
                *(row.unread, row.pinned, marks.is_retry, row.drift, marks.note),
                f" {' '.join(marks.tags)} " if marks.tags else "",
                row.handshake,
                row.color,
                row.schema,
                number if len(request.body) > IN_PARTS else None,
            ),
        )
        body = request.body if len(request.body) <= IN_PARTS else b""
        connection.execute("INSERT INTO messages VALUES (?, ?, ?, NULL)", (number, request.head, body))
        if not body:
            for seq, at in enumerate(range(0, len(request.body), IN_PARTS)):
                part = request.body[at : at + IN_PARTS]
                connection.execute("INSERT INTO body_parts VALUES (?, ?, ?)", (number, seq, part))


def found(connection: apsw.Connection, text: str) -> list[int]:
    where = compile_query(parse(text), NOW_US)
    sql = f"SELECT id FROM captures WHERE {where.sql} ORDER BY id"
    return [number for (number,) in connection.execute(sql, where.parameters)]


def opened(cases: Iterable[Case]) -> apsw.Connection:
    connection = apsw.Connection(":memory:")
    migrate(connection)
    register(connection)
    store(connection, cases)
    return connection


@pytest.fixture(name="connection")
def _connection() -> Iterator[apsw.Connection]:
    connection = opened(CASES)
    yield connection
    connection.close()


@pytest.mark.parametrize(("text", "expected"), MATCHING, ids=[text for text, _ in MATCHING])
def test_the_table_of_meanings(connection: apsw.Connection, text: str, expected: tuple[bool, ...]) -> None:
    numbers = found(connection, text)
    assert tuple(case.capture.id in numbers for case in CASES) == expected


AGES = st.sampled_from([0, 1, 600_000_000, 3_600_000_000, 40_000_000_000, 90_000_000_000])
WORDS = st.sampled_from(
    [
        "a",
        "A",
        "b",
        "ab",
        "aB/c",
        "é",
        "É",
        "%",
        "_",
        "a_b",
        "100%",
        "\\",
        "'",
        "k",
        "\u212a",
        "a b",
        "",
        "x y",
    ]
)
VALUES = st.sampled_from(
    [
        "a",
        "A",
        "ab",
        "a*",
        "*b",
        "*",
        "a*b",
        "é",
        "É*",
        "%",
        "_",
        "a_b",
        "\\",
        "'",
        '"a*"',
        '"a b"',
        '""',
        "K",
        "c",
        "x",
    ]
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-5, 200)
    | st.sampled_from([1.5, 1e3])
    | WORDS
    | st.sampled_from(["12", "1.50"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["a", "b", "c d"]), inner, max_size=3)
    ),
    max_leaves=6,
)
BODIES = st.one_of(
    JSON.map(lambda value: json.dumps(value).encode()),
    JSON.map(lambda value: json.dumps(value, ensure_ascii=False).encode()),
    WORDS.map(str.encode),
    st.binary(max_size=60),
    st.sampled_from([b"a=1&b=%C3%A9+b&a=2", b"[" * 200]),
)
TEXT_FIELDS = ("event", "path", "target", "endpoint", "delivery", "peer", "note", "tag", "method")
NAME_FIELDS = ("provider", "color", "verdict", "source", "refusal", "schema")
EQUAL = st.sampled_from([":", "=", "!="])
CLOSED = {field.name: field.values for field in FIELDS if field.is_closed}
OF_CLOSED = st.sampled_from([*CLOSED]).flatmap(
    lambda name: st.builds(
        f"{name}{{}}{{}}".format,
        EQUAL,
        st.sampled_from(CLOSED[name]).flatmap(
            lambda value: st.sampled_from([value, value.upper(), f"{value[:2]}*", f"*{value[-2:]}", '""'])
        ),
    )
)
"""Conditions on fields that know their values."""
REGEXES = st.sampled_from(["~a", "~^a", "~b$", "~(?i)É", "~a.*b", r"~\W", "~[0-9]+"])
ORDERED = st.sampled_from([":", "=", "!=", ">", ">=", "<", "<="])
PATHS = st.sampled_from([".a", ".b", "[0]", "[*]", ".a.b", '."c d"', ".a[1]"])
NUMBERS = st.sampled_from(
    ["3", "5xx", "2..4", "..3", "200", "10b", "1kb", "1ms", "10m", "1h..2h", "2026-11-02", "today"]
)
CONDITIONS = st.one_of(
    st.builds("{}{}{}".format, st.sampled_from(TEXT_FIELDS + NAME_FIELDS), EQUAL, VALUES),
    st.builds(
        "{}{}".format, st.sampled_from([*TEXT_FIELDS, *NAME_FIELDS, "body", "header.x", "body.a"]), REGEXES
    ),
    st.builds("header.{}{}{}".format, st.sampled_from(["x", "X", "y", "*"]), EQUAL, VALUES),
    st.builds(
        "body{}{}{}".format,
        PATHS,
        ORDERED,
        VALUES | st.sampled_from(["1", "12", "1.5", "true", "null", "-1"]),
    ),
    st.builds("body:{}".format, VALUES),
    st.builds(
        "{}{}{}".format,
        st.sampled_from(["id", "status", "repeats", "size", "took", "age", "received"]),
        ORDERED,
        NUMBERS,
    ),
    st.sampled_from([text for text, _ in MATCHING if text]),
    OF_CLOSED,
    VALUES,
    REGEXES,
)
QUERIES = st.recursive(
    CONDITIONS,
    lambda inner: (
        st.builds("{} {}".format, inner, inner)
        | st.builds("({} OR {})".format, inner, inner)
        | st.builds("-({})".format, inner)
    ),
    max_leaves=4,
)
TAGS = st.lists(st.sampled_from(["a", "ab", "É", "b_", "%"]), max_size=3, unique=True).map(tuple)
HEADERS = st.lists(
    st.tuples(st.sampled_from([b"x", b"X", b"y"]), WORDS.map(str.encode) | st.just(b"caf\xe9")), max_size=3
)
TYPES = st.sampled_from(
    [b"", b"application/json", b"application/x-www-form-urlencoded", b"text/plain; charset=latin-1"]
)


@st.composite
def captures(draw: st.DrawFn) -> Case:
    content_type = draw(TYPES)
    headers = [*draw(HEADERS), *([(b"content-type", content_type)] if content_type else [])]
    target = b"/" + draw(WORDS).replace(" ", "+").encode() + draw(st.sampled_from([b"", b"?a=b", b"/\xff"]))
    return make_case(
        draw(BODIES),
        tuple(headers),
        target,
        draw(st.sampled_from(["POST", "a"])),
        Marks(draw(WORDS), draw(TAGS), draw(st.booleans())),
        received_at_us=NOW_US - draw(AGES),
        reply_status=draw(st.sampled_from([0, 200, 503])),
        reply_us=draw(st.sampled_from([None, 999, 1000, 5000])),
        endpoint=draw(WORDS),
        provider=draw(st.sampled_from(["", "a", "ab", "A"])),
        event_type=draw(WORDS),
        delivery_id=draw(WORDS),
        verdict=draw(st.sampled_from(["", "valid", "invalid", "a"])),
        peer=draw(WORDS),
        complete=draw(st.booleans()),
        source=draw(st.sampled_from(["listener", "import"])),
        unread=draw(st.booleans()),
        pinned=draw(st.booleans()),
        drift=draw(st.integers(0, 2)),
        handshake=draw(st.booleans()),
        color=draw(st.sampled_from(["", "red", "a"])),
        schema=draw(st.sampled_from(["", "holds", "fails", "unchecked"])),
        refusal=draw(st.sampled_from(["", "tls"])),
        repeats=draw(st.integers(0, 4)),
    )


@settings(max_examples=150, deadline=None)
@given(st.lists(captures(), min_size=1, max_size=4), st.lists(QUERIES, min_size=1, max_size=6))
def test_sql_and_python_agree(cases: list[Case], texts: list[str]) -> None:
    for number, case in enumerate(cases, 1):
        object.__setattr__(case.capture.summary, "id", CaptureId(number))
    connection = opened(cases)
    for text in texts:
        with contextlib.suppress(QueryError):
            query = parse(text)
            expected = [case.capture.id for case in cases if query.matches(case.capture, NOW_US, case.marks)]
            assert found(connection, text) == expected, text
    connection.close()


def test_values_are_parameters_only() -> None:
    where = compile_query(
        parse("""path:"'; DROP TABLE captures" tag:"x'y" header:x=' body.a:' ' note:' is:pinned"""), 0
    )
    assert "'; DROP" not in where.sql
    assert where.sql.count("?") == len(where.parameters)


@pytest.mark.parametrize(
    ("text", "needed"),
    [
        ("", False),
        ("provider:x is:unread size>1", False),
        ("x", True),
        ("header:x", True),
        ("-body.a:1", True),
    ],
)
def test_it_says_whether_messages_are_read(text: str, needed: bool) -> None:
    assert compile_query(parse(text), NOW_US).needs_message is needed


def test_an_alias_can_be_named(connection: apsw.Connection) -> None:
    where = compile_query(parse("provider:slack (case OR header:x-foo)"), NOW_US, "c")
    rows = connection.execute(
        f"SELECT c.id FROM captures AS c WHERE {where.sql}", where.parameters
    ).fetchall()
    assert rows == [(2,)]


def test_an_index_serves_a_provider(connection: apsw.Connection) -> None:
    connection.execute("CREATE INDEX by_provider ON captures(provider)")
    where = compile_query(parse("provider:Slack"), NOW_US)
    plan = connection.execute(
        f"EXPLAIN QUERY PLAN SELECT id FROM captures WHERE {where.sql}", where.parameters
    ).fetchall()
    assert "INDEX by_provider" in str(plan)


def test_a_missing_message_is_no_match_and_no_error(connection: apsw.Connection) -> None:
    connection.execute("DELETE FROM messages")
    assert found(connection, "header:x-foo") == []
    assert found(connection, "-header:x-foo") == [2, 3, 12]


def test_a_long_search_can_be_stopped() -> None:
    """A search that is not wanted any more ends at once and leaves the connection usable."""
    hostile = [make_case(b"ab" * 20_000 + b"%d" % number, id=number) for number in range(1, 21)]
    connection = opened(hostile)
    asked = 0

    def should_stop() -> bool:
        nonlocal asked
        asked += 1
        return asked > 1

    where = compile_query(parse(r"~[ab]*a[ab]{300}c"), NOW_US)
    with pytest.raises(apsw.InterruptError), interruptible(connection, should_stop):
        connection.execute(f"SELECT count(*) FROM captures WHERE {where.sql}", where.parameters).fetchall()
    assert asked == 2
    assert found(connection, "id:3") == [3]
    connection.close()


def test_a_connection_that_nobody_holds_is_closed() -> None:
    """The functions that it calls do not keep it open."""
    opened = apsw.Connection(":memory:")
    register(opened)
    held = weakref.ref(opened)
    del opened
    assert held() is None


def test_the_deepest_and_longest_queries_compile(connection: apsw.Connection) -> None:
    deep = "-(" * 20 + " OR ".join(f"w{number}" for number in range(100)) + ")" * 20
    assert found(connection, deep) == []
    assert found(connection, " ".join(["a"] * 100)) is not None
    assert found(connection, 'body."' + "é." * 1900 + '":1') == []


@pytest.mark.parametrize(
    "query",
    [
        *("verdict:malformed", "is:failing", "status:404", "status>=500", "status<200", "size>10mb"),
        *("tag:none", "tag:no*", "has:tag", "note:none", "has:note", "color:red", "has:color"),
        *("is:pinned", "is:retry", "is:refused", "refusal:tls", "repeats>3", "is:imported", "source:import"),
        *(
            "is:handshake",
            "is:incomplete",
            "is:drift",
            "schema:fails",
            "is:pinned provider:stripe",
            "id:5..9",
        ),
    ],
)
def test_what_few_have_is_found_without_reading_the_others(db: Path, query: str) -> None:
    """A query asks for what an index has; not every capture is read."""
    open_database(db)
    connection = connect(db)
    register(connection)
    where = compile_query(parse(query), NOW_US, table="c")
    sql = f"EXPLAIN QUERY PLAN SELECT c.id FROM captures c WHERE c.deletion = 0 AND ({where.sql}) ORDER BY c.id DESC"
    plan = [str(row[3]) for row in connection.execute(sql, where.parameters)]
    connection.close()
    assert any("INDEX captures_" in step or "PRIMARY KEY" in step for step in plan), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan
