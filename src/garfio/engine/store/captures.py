"""Writing captures: new ones in groups, large bodies in parts, and what is known only after the answer has
left."""

from __future__ import annotations

from collections.abc import Sequence

import apsw

from garfio.core.capture import Arrival
from garfio.core.http import split_request_line, target_path
from garfio.engine.store.writer import Group

SQLiteValue = str | bytes | int | float | None

PART_BYTES = 1024 * 1024
"""A body longer than this is stored in parts of this size."""

_INSERT_CAPTURES = (
    "INSERT INTO captures(id, received_at_us, method, target, path, http_version, peer, content_type, size,"
    " reply_status, complete, source, refusal, body_key, handshake, relayed) VALUES "
)
_INSERT_MESSAGES = "INSERT INTO messages(id, head, body, framing) VALUES "
_ROWS_A_STATEMENT = 64


def _write_rows(
    connection: apsw.Connection, before: str, rows: Sequence[tuple[SQLiteValue, ...]], after: str = ""
) -> None:
    """Run one statement for many rows. Every SQLite call lets go of the interpreter and has to win it back
    from the loop's thread, so a statement for each row would cost several times as much.
    """
    for at in range(0, len(rows), _ROWS_A_STATEMENT):
        some = rows[at : at + _ROWS_A_STATEMENT]
        marks = f"({','.join('?' * len(some[0]))})"
        values = tuple(value for row in some for value in row)
        connection.execute(f"{before}{','.join([marks] * len(some))}{after}", values)


def insert_arrivals(connection: apsw.Connection, arrivals: list[Arrival]) -> list[int]:
    """Store `arrivals` in order inside the open transaction; gives their ids, which only ever grow."""
    first = next_id(connection)
    rows = []
    messages = []
    for number, arrival in enumerate(arrivals, start=first):
        request = arrival.request
        refused = bool(arrival.refusal)
        method, target, version = ("", b"", "") if refused else split_request_line(request.head)
        rows.append(
            (
                number,
                arrival.received_at_us,
                method,
                target,
                target_path(target),
                version,
                arrival.peer,
                arrival.content_type,
                len(request.head) if refused else arrival.size,
                arrival.reply_status,
                arrival.complete,
                arrival.source,
                arrival.refusal,
                arrival.body_key,
                arrival.handshake,
                arrival.relayed,
            )
        )
        messages.append((number, request.head, request.body, request.framing))
    _write_rows(connection, _INSERT_CAPTURES, rows)
    _write_rows(connection, _INSERT_MESSAGES, messages)
    connection.execute("UPDATE tallies SET last_id = ? WHERE path = ''", (first + len(rows) - 1,))
    return list(range(first, first + len(rows)))


def next_id(connection: apsw.Connection) -> int:
    """The id that the next capture gets; holds while the transaction that asked is open."""
    row = connection.execute("SELECT last_id FROM tallies WHERE path = ''").fetchone()
    return int(row[0]) + 1 if row else 1


def record_replies(connection: apsw.Connection, replies: list[tuple[int, int, int | None]]) -> list[None]:
    """Note for (id, status, microseconds) when and whether the answer left; status 0 is one that did not."""
    connection.executemany("UPDATE captures SET reply_status = ?2, reply_us = ?3 WHERE id = ?1", replies)
    return [None] * len(replies)


def record_repeats(connection: apsw.Connection, repeats: list[tuple[int, int]]) -> list[None]:
    """Add `count` to the refused row `id` for each (id, count)."""
    connection.executemany("UPDATE captures SET repeats = repeats + ?2 WHERE id = ?1", repeats)
    return [None] * len(repeats)


def insert_parts(connection: apsw.Connection, parts: list[tuple[int, int, bytes]]) -> list[None]:
    """Store (body_key, seq, data) of bodies that are still arriving."""
    connection.executemany("INSERT INTO body_parts(body_key, seq, data) VALUES(?, ?, ?)", parts)
    return [None] * len(parts)


def drop_parts(connection: apsw.Connection, body_keys: list[int]) -> list[None]:
    """Forget the parts of bodies that will not become captures."""
    connection.executemany("DELETE FROM body_parts WHERE body_key = ?", ((key,) for key in body_keys))
    return [None] * len(body_keys)


def sweep_orphans(connection: apsw.Connection) -> int:
    """Delete parts that belong to no capture (the process was killed while they arrived); gives how many
    rows went."""
    connection.execute(
        "DELETE FROM body_parts WHERE body_key NOT IN (SELECT body_key FROM captures WHERE body_key IS NOT NULL)"
    )
    return connection.changes()


ARRIVALS = Group(insert_arrivals)
REPLIES = Group(record_replies)
REPEATS = Group(record_repeats)
PARTS = Group(insert_parts, light=False)
DROPS = Group(drop_parts, light=False)
