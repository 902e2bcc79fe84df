"""The outbox: what is still to be done for captures after they were acknowledged, and how far was looked.

Ids only grow, and captures become visible in the order of their ids, so one number says which captures have
been looked at. It moves in the same transaction that writes the rows for what they call for: a kill at any
moment loses nothing and queues nothing twice.
"""

from __future__ import annotations

import json
import secrets
import time
from collections.abc import Sequence
from dataclasses import dataclass

import apsw

from garfio.core.attempt import AttemptId
from garfio.core.http import parse_fields
from garfio.engine.store import attempts
from garfio.engine.store.attempts import NewAttempt, Result
from garfio.engine.store.captures import next_id
from garfio.engine.store.writer import Group

FORWARD = "forward"
FORWARDED_HEADER = b"X-Garfio-Forwarded"
"""Carries the workspace's token on what it forwards, so that a loop through a tunnel is noticed."""
QUEUE_LIMIT = 10_000
"""Rows that may wait for one place; a capture beyond that is not forwarded, and a failed row says so."""
FAILED_LIMIT = 10_000
"""Failed rows that are kept for one place, the newest."""
_LOOK_BATCH = 200


@dataclass(frozen=True, slots=True)
class Forward:
    """What is forwarded where."""

    path: str
    """An endpoint's path with all below it; empty for every capture."""
    place: str
    """A target's name or a URL."""
    parallel: int = 1
    """Sent at once at most; 1 keeps the order."""
    paused: bool = False
    """Captures queue up and nothing is sent."""
    answer_s: float = 0.0
    """Seconds that a sender waits for the target's answer, which it then gets; 0 answers the sender at once."""


@dataclass(frozen=True, slots=True)
class Item:
    """One capture on its way to one place."""

    id: int
    capture: int
    place: str
    tries: int
    queued_at_us: int
    due_us: int


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits for a place, and how it goes."""

    place: str
    waiting: int
    sending: int
    failed: int
    """Given up for good; `try_again` queues them anew."""
    next_due_us: int
    """When the next try is; 0 when nothing waits."""
    error: str
    """Why those that wait do so, or, when nothing waits, why the others were given up; a code, empty for no reason."""


def has_answers(connection: apsw.Connection) -> bool:
    """True when senders to some path get the answer of its target."""
    return any(forward.answer_s for forward in forwards(connection))


def forwards(connection: apsw.Connection) -> list[Forward]:
    """What is forwarded where."""
    rows = connection.execute("SELECT path, target, parallel, paused, answer_s FROM forwards ORDER BY path")
    return [
        Forward(str(path), str(place), int(str(n)), bool(paused), float(str(answer_s)))
        for path, place, n, paused, answer_s in rows
    ]


def set_forward(connection: apsw.Connection, forward: Forward) -> None:
    """Forward `forward.path` from now on, whenever the forwarder comes to look; replaces what was there for this
    path."""
    begin_looking(connection)
    connection.execute(
        "INSERT OR REPLACE INTO forwards(path, target, parallel, paused, answer_s) VALUES(?, ?, ?, ?, ?)",
        (forward.path, forward.place, forward.parallel, forward.paused, forward.answer_s),
    )


def remove_forward(connection: apsw.Connection, path: str) -> None:
    """Forward `path` no more; what is queued stays."""
    connection.execute("DELETE FROM forwards WHERE path = ?", (path,))


def answering(forwards: Sequence[Forward], path: str) -> Forward | None:
    """The forward whose target answers the senders of `path`, the most exact one; None when none does."""
    found = [one for one in forwards if one.answer_s and not one.paused and _covers(one.path, path)]
    return max(found, key=lambda one: len(one.path), default=None)


def token(connection: apsw.Connection) -> bytes:
    """The workspace's own token, made when it is first needed."""
    row = connection.execute("SELECT value FROM settings WHERE key = 'forward_token'").fetchone()
    if row:
        return str(json.loads(str(row[0]))).encode()
    made = secrets.token_hex(8)
    connection.execute("INSERT INTO settings VALUES('forward_token', ?)", (json.dumps(made),))
    return made.encode()


def begin_looking(connection: apsw.Connection) -> None:
    """Look at captures from now on; where looking was broken off before, go on from there."""
    connection.execute("INSERT OR IGNORE INTO looks VALUES(?, ?)", (FORWARD, next_id(connection) - 1))


def stop_looking(connection: apsw.Connection) -> None:
    """Nothing is to be forwarded: forget how far was looked, so that a later start does not send what came
    in between."""
    connection.execute("DELETE FROM looks WHERE kind = ?", (FORWARD,))


def look(connection: apsw.Connection, rules: Sequence[Forward], own_token: bytes) -> tuple[int, bool]:
    """Queue what the next captures call for and mark them as looked at; gives how many were queued, and
    whether there are more."""
    row = connection.execute("SELECT upto FROM looks WHERE kind = ?", (FORWARD,)).fetchone()
    upto = int(str(row[0])) if row else next_id(connection) - 1
    captures = connection.execute(
        "SELECT c.id, c.path, m.head, c.source = 'listener' AND c.refusal = '' AND c.complete AND c.deletion = 0,"
        " c.relayed"
        " FROM captures c JOIN messages m USING(id) WHERE c.id > ? ORDER BY c.id LIMIT ?",
        (upto, _LOOK_BATCH),
    ).fetchall()
    if not captures:
        return 0, False
    room: dict[str, int] = {}
    queued = 0
    rows: list[tuple[int, str, bytes, int, str]] = captures  # type: ignore[assignment]
    for capture, path, head, wanted, relayed in rows:
        places = {rule.place: None for rule in rules if _covers(rule.path, path)} if wanted else {}
        places.pop(relayed, None)  # sent there before its sender was answered
        looped = bool(places) and came_from_us(head, own_token)
        for place in places:
            queued += _queue(connection, capture, place, room, looped=looped)
    connection.execute("INSERT OR REPLACE INTO looks VALUES(?, ?)", (FORWARD, rows[-1][0]))
    return queued, len(rows) == _LOOK_BATCH


def waiting_places(connection: apsw.Connection) -> list[str]:
    """Places for which something waits."""
    rows = connection.execute(
        "SELECT DISTINCT place FROM outbox WHERE state = 'waiting' AND kind = ?", (FORWARD,)
    )
    return [str(row[0]) for row in rows]


def waiting(connection: apsw.Connection, place: str, limit: int) -> list[Item]:
    """The oldest rows that wait for a place, in order."""
    rows = connection.execute(
        "SELECT id, capture, place, tries, queued_at_us, due_us FROM outbox"
        " WHERE state = 'waiting' AND kind = ? AND place = ? ORDER BY id LIMIT ?",
        (FORWARD, place, limit),
    )
    return [Item(*row) for row in rows]


def claim(connection: apsw.Connection, item: Item, attempt: NewAttempt) -> AttemptId | None:
    """Record that a row is being sent, together with its attempt; None when it is not waiting any more."""
    connection.execute(
        "UPDATE outbox SET state = 'sending', sender = ? WHERE id = ? AND state = 'waiting'",
        (attempt.sender, item.id),
    )
    if not connection.changes():
        return None
    return attempts.begin(connection, [attempt])[0]


@dataclass(frozen=True, slots=True)
class Settlement:
    """What becomes of a row after a try."""

    item: Item
    state: str
    """`done`, `waiting` or `failed`."""
    tries: int
    due_us: int = 0
    error: str = ""
    """The failure's code, or `status.500`."""
    result: Result | None = None
    """The attempt's outcome; None when there was no attempt."""


def settle(connection: apsw.Connection, settlements: list[Settlement]) -> list[None]:
    """Record outcomes of attempts with what becomes of their rows."""
    for one in settlements:
        if one.result is not None:
            attempts.finish(connection, [one.result])
        if one.state == "done":
            connection.execute("DELETE FROM outbox WHERE id = ?", (one.item.id,))
            continue
        connection.execute(
            "UPDATE outbox SET state = ?, sender = '', tries = ?, due_us = ?, error = ? WHERE id = ?",
            (one.state, one.tries, one.due_us, one.error, one.item.id),
        )
        if one.state == "failed":
            _trim_failed(connection, one.item.place)
    return [None] * len(settlements)


def recover(connection: apsw.Connection) -> list[int]:
    """Queue again what processes that are gone were sending; their attempts become `unknown`. Gives the ids of
    the captures."""
    lost = attempts.settle_lost(connection)
    senders = connection.execute("SELECT DISTINCT sender FROM outbox WHERE state = 'sending'").fetchall()
    for (sender,) in senders:
        if not attempts.is_alive(str(sender)):
            connection.execute(
                "UPDATE outbox SET state = 'waiting', sender = '', error = 'unknown' WHERE state = 'sending'"
                " AND sender = ?",
                (sender,),
            )
    return lost


def queues(connection: apsw.Connection) -> list[Queue]:
    """What waits for each place, and what was given up."""
    rows = connection.execute(
        "SELECT place, sum(state = 'waiting'), sum(state = 'sending'), sum(state = 'failed'),"
        " coalesce(min(due_us) FILTER (WHERE state = 'waiting'), 0),"
        " coalesce(max(error) FILTER (WHERE state = 'waiting'), max(error) FILTER (WHERE state = 'failed'), '')"
        " FROM outbox WHERE kind = ? GROUP BY place ORDER BY place",
        (FORWARD,),
    )
    return [Queue(*row) for row in rows]


def try_again(connection: apsw.Connection, place: str) -> int:
    """Queue anew what was given up for a place, and try at once what waits; gives how many were given up."""
    connection.execute(
        "UPDATE outbox SET due_us = 0 WHERE state = 'waiting' AND kind = ? AND place = ?", (FORWARD, place)
    )
    connection.execute(
        "UPDATE outbox SET state = 'waiting', tries = 0, due_us = 0, queued_at_us = ?"
        " WHERE state = 'failed' AND kind = ? AND place = ?",
        (time.time_ns() // 1000, FORWARD, place),
    )
    return connection.changes()


def drop(connection: apsw.Connection, place: str) -> int:
    """Forget what waits for a place or was given up; the captures stay. Gives how many rows went."""
    connection.execute(
        "DELETE FROM outbox WHERE state IN ('waiting', 'failed') AND kind = ? AND place = ?", (FORWARD, place)
    )
    return connection.changes()


def queue_forward(connection: apsw.Connection, capture: int, place: str) -> bool:
    """Queue a capture for a place, whatever is forwarded otherwise; False when its queue is full."""
    return _queue(connection, capture, place, {}, looped=False)


def _queue(
    connection: apsw.Connection, capture: int, place: str, room: dict[str, int], *, looped: bool
) -> bool:
    """Write one row; True when it waits, False when it is one that says why it does not."""
    if place not in room:
        row = connection.execute(
            "SELECT count(*) FROM outbox WHERE state IN ('waiting', 'sending') AND kind = ? AND place = ?",
            (FORWARD, place),
        ).fetchone()
        room[place] = QUEUE_LIMIT - int(str(row[0] if row else 0))
    error = "loop" if looped else "queue_full" if room[place] <= 0 else ""
    connection.execute(
        "INSERT INTO outbox(capture, kind, place, state, queued_at_us, error) VALUES(?, ?, ?, ?, ?, ?)",
        (capture, FORWARD, place, "failed" if error else "waiting", time.time_ns() // 1000, error),
    )
    if error:
        _trim_failed(connection, place)
        return False
    room[place] -= 1
    return True


def _trim_failed(connection: apsw.Connection, place: str) -> None:
    connection.execute(
        "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE state = 'failed' AND kind = ? AND place = ?"
        " ORDER BY id DESC LIMIT 100 OFFSET ?)",
        (FORWARD, place, FAILED_LIMIT),
    )


def _covers(rule: str, path: str) -> bool:
    base = rule.rstrip("/")
    return not base or path == base or path.startswith(f"{base}/")


def came_from_us(head: bytes, own_token: bytes) -> bool:
    """True when this workspace itself has sent the message, perhaps through a tunnel."""
    name = FORWARDED_HEADER.decode()
    return name.lower().encode() in head.lower() and own_token in parse_fields(head).get_all(name)


SETTLEMENTS = Group(settle, light=False)
