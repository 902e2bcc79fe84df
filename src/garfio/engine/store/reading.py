"""Reading captures: pages for lists by row id, whole ones on demand, counts. Nothing here changes the
database.

Every function takes a connection and may run on any reader thread. Rows that the user has deleted, but can
still bring back, are never among the results.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import Any, TypeVar

import apsw

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.query import parse
from garfio.core.query.match import FAILING
from garfio.engine.store.query import compile_query, interruptible, register

T = TypeVar("T")

_COLUMNS = (
    "id, received_at_us, method, target, http_version, peer, content_type, size, reply_status, reply_us, endpoint, "
    "provider, event_type, delivery_id, verdict, complete, source, refusal, repeats, unread, pinned, note, tags, "
    "handshake, drift, color, schema"
)
_FLAGS = tuple(_COLUMNS.split(", ").index(name) for name in ("complete", "unread", "pinned", "handshake"))
_VISIBLE = "c.deletion = 0 AND (c.id > (SELECT coalesce(max(upto), 0) FROM deletions) OR c.pinned)"
_MOST = 2**62
_SELECTED = ", ".join(f"c.{name.strip()}" for name in _COLUMNS.split(","))


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is."""

    captured: int
    """Rows of the list, refused messages included; `unread` are some of them."""
    unread: int
    refused: int
    """Refused messages, each of those that are folded into one row."""
    per_path: tuple[tuple[str, int], ...]
    """The busiest paths with their captures, most first; at most 20."""
    pinned: int = 0


def prepare_reading(connection: apsw.Connection) -> None:
    """Register the functions that queries use."""
    register(connection)


def page(
    connection: apsw.Connection,
    query: str = "",
    *,
    before: CaptureId | None = None,
    after: CaptureId | None = None,
    limit: int | None = 200,
    oldest_first: bool = False,
    among: Sequence[int] | None = None,
) -> list[CaptureSummary]:
    """Rows that match `query` with ids under `before` and over `after`, newest first unless said otherwise; only those
    `among` some, if given.

    Raises QueryError for a query that cannot be understood.
    """
    if among is not None and not among:
        return []
    sql, parameters = _filtered(_SELECTED, query, before, after, limit, oldest_first, among)
    return [_summary(row) for row in connection.execute(sql, parameters)]


def ids(
    connection: apsw.Connection,
    query: str = "",
    *,
    before: CaptureId | None = None,
    after: CaptureId | None = None,
    limit: int | None = None,
    among: Sequence[int] | None = None,
) -> list[CaptureId]:
    """Ids that match `query` under `before` and over `after`, newest first; only those `among` some, if given."""
    if among is not None and not among:
        return []
    sql, parameters = _filtered("c.id", query, before, after, limit, False, among)
    return [CaptureId(row[0]) for row in connection.execute(sql, parameters)]


def summaries(connection: apsw.Connection, wanted: Sequence[CaptureId]) -> list[CaptureSummary]:
    """The rows of `wanted` that still exist, newest first."""
    marks = ",".join("?" * len(wanted))
    sql = f"SELECT {_SELECTED} FROM captures c WHERE c.id IN ({marks}) AND {_VISIBLE} ORDER BY c.id DESC"
    return [_summary(row) for row in connection.execute(sql, tuple(wanted))]


def previous_like(connection: apsw.Connection, of: CaptureId) -> CaptureId | None:
    """The capture before `of` with the same path and event type, or None."""
    row = connection.execute(
        "SELECT c.id FROM captures c JOIN captures o ON o.id = ?1 WHERE c.id < ?1 AND c.refusal = ''"
        f" AND c.path = o.path AND c.event_type = o.event_type AND c.method = o.method AND {_VISIBLE}"
        " ORDER BY c.id DESC LIMIT 1",
        (of,),
    ).fetchone()
    return CaptureId(row[0]) if row else None


def newest_id(connection: apsw.Connection) -> CaptureId:
    """The highest id ever given; 0 in an empty database."""
    row = connection.execute("SELECT last_id FROM tallies WHERE path = ''").fetchone()
    return CaptureId(row[0] if row else 0)


def capture(connection: apsw.Connection, wanted: CaptureId, body_limit: int | None = None) -> Capture:
    """A capture with its message; at most `body_limit` bytes of the body if given.

    Raises AppError `capture.missing` when there is none with this id.
    """
    sql = (
        f"SELECT {_SELECTED}, c.body_key, m.head, coalesce(substr(m.body, 1, ?2), x''), m.framing"
        f" FROM captures c JOIN messages m USING(id) WHERE c.id = ?1 AND {_VISIBLE}"
    )
    row = connection.execute(sql, (wanted, -1 if body_limit is None else body_limit)).fetchone()
    if body_limit is None and row is not None:
        whole = sql.replace("coalesce(substr(m.body, 1, ?2), x'')", "m.body")
        row = connection.execute(whole, (wanted,)).fetchone()
    if row is None:
        raise missing(wanted)
    body_key, head, body, framing = row[-4:]
    if body_key is not None:
        body = b"".join(body_parts(connection, body_key, body_limit))
    return Capture(_summary(row[:-4]), Request(head, body, framing))


def captures(connection: apsw.Connection, wanted: Sequence[CaptureId]) -> dict[CaptureId, Capture]:
    """Captures with their messages, by id, in one query; those that are gone are left out."""
    marks = ",".join("?" * len(wanted))
    sql = (
        f"SELECT {_SELECTED}, c.body_key, m.head, m.body, m.framing FROM captures c JOIN messages m USING(id)"
        f" WHERE c.id IN ({marks}) AND {_VISIBLE}"
    )
    found: dict[CaptureId, Capture] = {}
    for row in connection.execute(sql, tuple(wanted)).fetchall():
        body_key, head, body, framing = row[-4:]
        if body_key is not None:
            body = b"".join(body_parts(connection, int(str(body_key))))
        summary = _summary(row[:-4])
        found[summary.id] = Capture(summary, Request(head, body, framing))  # type: ignore[arg-type]
    return found


def missing(wanted: CaptureId) -> AppError:
    """The error for a capture that is not there."""
    return AppError(
        "capture.missing",
        f"There is no capture {wanted}.",
        hint="`garfio list` shows the ids; it may have been deleted.",
        id=wanted,
    )


def body_parts(connection: apsw.Connection, body_key: int, limit: int | None = None) -> Iterator[bytes]:
    """The parts of a long body in order, together at most `limit` bytes."""
    left = limit
    for (data,) in connection.execute(
        "SELECT data FROM body_parts WHERE body_key = ? ORDER BY seq", (body_key,)
    ):
        if left is None:
            yield data
            continue
        yield data[:left]
        left -= len(data)
        if left <= 0:
            return


def counts(connection: apsw.Connection) -> Counts:
    """The totals, kept by triggers; counted anew only while a deletion of everything can still be undone."""
    upto = _upto(connection)
    if upto:
        sql = (
            "SELECT count(*), coalesce(sum(unread), 0),"
            " coalesce(sum((refusal <> '') * (1 + repeats)), 0) FROM captures"
            " WHERE deletion = 0 AND (id > ? OR pinned)"
        )
        row = connection.execute(sql, (upto,)).fetchone()
        paths = connection.execute(
            "SELECT path, count(*) n FROM captures WHERE deletion = 0 AND refusal = '' AND (id > ? OR pinned)"
            " GROUP BY path ORDER BY n DESC, path LIMIT 20",
            (upto,),
        )
    else:
        rows_refused = (
            "(SELECT count(*) FROM captures WHERE refusal <> '')"
            " - (SELECT count(*) FROM captures WHERE deletion AND refusal <> '')"
        )
        row = connection.execute(
            f"SELECT captured + {rows_refused}, unread, refused FROM tallies WHERE path = ''"
        ).fetchone()
        paths = connection.execute(
            "SELECT path, captured FROM tallies WHERE path <> '' AND captured > 0 ORDER BY captured DESC, path LIMIT 20"
        )
    captured, unread, refused = row or (0, 0, 0)
    pinned = connection.execute("SELECT count(*) FROM captures WHERE pinned AND deletion = 0").fetchone()
    return Counts(
        int(captured),
        int(unread),
        int(refused),
        tuple((str(path), int(str(count))) for path, count in paths),
        int(pinned[0]) if pinned else 0,
    )


def searching(
    connection: apsw.Connection,
    should_stop: Callable[[], bool],
    function: Callable[[apsw.Connection], list[T]],
) -> list[T]:
    """What `function(connection)` gives, or nothing once `should_stop` says so."""
    try:
        with interruptible(connection, should_stop):
            return function(connection)
    except apsw.InterruptError:
        return []


def timeline(
    connection: apsw.Connection, after: int, upto: int | None, bucket_us: int, phase_us: int
) -> list[tuple[int, int, int, int]]:
    """Stretches of time by number, with what arrived in each of the ids over `after` up to `upto`: all of it, failing
    signatures, refused messages. Costs as much as there is of it."""
    failing = ", ".join(f"'{verdict}'" for verdict in FAILING)
    sql = (
        f"SELECT (c.received_at_us - ?) / ?, count(*), sum(c.verdict IN ({failing})), sum(c.refusal <> '')"
        f" FROM captures c WHERE c.id > ? AND c.id <= ? AND {_VISIBLE} GROUP BY 1"
    )
    rows = connection.execute(sql, (phase_us, bucket_us, after, _MOST if upto is None else upto))
    return [(int(at), int(arrived), int(failed), int(refused)) for at, arrived, failed, refused in rows]


def groups(
    connection: apsw.Connection, column: str, after: int, upto: int, *, retries: bool
) -> list[tuple[str, int, int]]:
    """Values of a column with how many captures have them and the newest of those, among the ids over `after` up to
    `upto`; with `retries` only captures that repeat another count."""
    sql = (
        f"SELECT c.{column}, count(*), max(c.id) FROM captures c WHERE c.id > ? AND c.id <= ? AND c.{column} <> ''"
        f" AND c.is_retry >= ? AND {_VISIBLE} GROUP BY 1"
    )
    rows = connection.execute(sql, (after, upto, int(retries)))
    return [(str(value), int(str(count)), int(str(newest))) for value, count, newest in rows]


def stored_settings(connection: apsw.Connection) -> dict[str, str]:
    """All settings rows, key to JSON text."""
    return {str(key): str(value) for key, value in connection.execute("SELECT key, value FROM settings")}


def first_since(connection: apsw.Connection, since_us: int) -> int:
    """An id just below the first row that arrived from `since_us` on, by bisection over the ids."""
    row = connection.execute("SELECT min(id), max(id) FROM captures").fetchone()
    if not row or row[0] is None:
        return 0
    low, high = int(row[0]) - 1, int(row[1])
    while low < high:
        middle = (low + high + 1) // 2
        found = connection.execute(
            "SELECT received_at_us FROM captures WHERE id <= ? ORDER BY id DESC LIMIT 1", (middle,)
        ).fetchone()
        if found and int(found[0]) < since_us:
            low = middle
        else:
            high = middle - 1
    return low


def _upto(connection: apsw.Connection) -> int:
    row = connection.execute("SELECT coalesce(max(upto), 0) FROM deletions").fetchone()
    return int(row[0]) if row else 0


def _filtered(
    columns: str,
    query: str,
    before: CaptureId | None,
    after: CaptureId | None,
    limit: int | None,
    oldest_first: bool,
    among: Sequence[int] | None = None,
) -> tuple[str, tuple[object, ...]]:
    conditions = [_VISIBLE]
    parameters: list[object] = []
    if among is not None:
        conditions.insert(0, "c.id IN (SELECT value FROM json_each(?))")
        parameters.append(json.dumps(among))
    if query.strip():
        where = compile_query(parse(query, local_zone()), time.time_ns() // 1000, table="c")
        # Most rows fail the query: asked first, it spares reading to the row's end. Bodies are asked last.
        conditions.insert(len(conditions) if where.needs_message else len(conditions) - 1, f"({where.sql})")
        parameters += where.parameters
    if before is not None:
        conditions.append("c.id < ?")
        parameters.append(before)
    if after is not None:
        conditions.append("c.id > ?")
        parameters.append(after)
    parameters.append(-1 if limit is None else limit)
    order = "ASC" if oldest_first else "DESC"
    sql = f"SELECT {columns} FROM captures c WHERE {' AND '.join(conditions)} ORDER BY c.id {order} LIMIT ?"
    return sql, tuple(parameters)


def _summary(row: Sequence[object]) -> CaptureSummary:
    values: list[Any] = list(row)
    for at in _FLAGS:
        values[at] = bool(values[at])
    return CaptureSummary(*values)


def local_zone() -> tzinfo:
    """The zone in which a query's dates and `today` are meant."""
    return datetime.now().astimezone().tzinfo or UTC
