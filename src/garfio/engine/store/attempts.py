"""The ledger of attempts: a row before anything is sent, its outcome afterwards.

A row whose program ended in between becomes `unknown`; it is never taken for sent or failed. The body of a
request is kept only when it is not the capture's own.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import apsw
import psutil

from garfio.core.attempt import (
    Attempt,
    AttemptId,
    AttemptSummary,
    Failure,
    Outcome,
    Peer,
    Pending,
    Response,
    Timings,
    Unknown,
)
from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.engine.store import reading
from garfio.engine.store.writer import Group

_COLUMNS = (
    "id, capture, target, url, cause, started_at_us, duration_us, state, status, failure_kind, failure_code,"
    " failure_detail, size, cut, passed"
)


@dataclass(frozen=True, slots=True)
class NewAttempt:
    """What is known before sending."""

    capture: int
    """0 for a sample."""
    target: str
    url: str
    cause: str
    request: Request
    own_body: bool
    """True when body and framing are not the capture's, so that they have to be kept."""


@dataclass(frozen=True, slots=True)
class Result:
    """What is known afterwards."""

    id: AttemptId
    started_at_us: int
    """When the sending itself began; the row may have waited."""
    outcome: Response | Failure
    timings: Timings
    peer: Peer
    unmet: tuple[str, ...]


def this_process() -> str:
    """Names this process beyond the reuse of its number."""
    return f"{os.getpid()}:{psutil.Process().create_time():.2f}"


def begin(connection: apsw.Connection, attempts: Sequence[NewAttempt], sender: str) -> list[AttemptId]:
    """Record what is about to be sent; gives the ids in the same order."""
    found = []
    for attempt in attempts:
        request = attempt.request
        connection.execute(
            "INSERT INTO attempts(capture, target, url, cause, sender, started_at_us, request_head, request_body,"
            " request_framing) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                attempt.capture,
                attempt.target,
                attempt.url,
                attempt.cause,
                sender,
                time.time_ns() // 1000,
                request.head,
                request.body if attempt.own_body else None,
                request.framing if attempt.own_body else None,
            ),
        )
        found.append(AttemptId(connection.last_insert_rowid()))
    return found


def finish(connection: apsw.Connection, results: list[Result]) -> list[None]:
    """Record outcomes."""
    for result in results:
        outcome = result.outcome
        answered = isinstance(outcome, Response)
        failure = Failure("") if isinstance(outcome, Response) else outcome
        connection.execute(
            "UPDATE attempts SET started_at_us = ?, duration_us = ?, state = ?, status = ?,"
            " failure_kind = ?, failure_code = ?, failure_detail = ?,"
            " size = ?, cut = ?, passed = ?, response_head = ?, response_body = ?, facts = ?"
            " WHERE id = ?",
            (
                result.started_at_us,
                result.timings.total_us,
                "response" if answered else "failure",
                outcome.status if isinstance(outcome, Response) else 0,
                failure.kind,
                failure.code,
                failure.detail,
                len(outcome.body) if isinstance(outcome, Response) else 0,
                outcome.cut if isinstance(outcome, Response) else "",
                not result.unmet,
                outcome.head if isinstance(outcome, Response) else None,
                outcome.body if isinstance(outcome, Response) else None,
                json.dumps(
                    {"timings": asdict(result.timings), "peer": asdict(result.peer), "unmet": result.unmet}
                ),
                result.id,
            ),
        )
    return [None] * len(results)


def withdraw(connection: apsw.Connection, ids: Sequence[AttemptId]) -> None:
    """Take back rows of what was recorded and then not sent at all."""
    connection.executemany("DELETE FROM attempts WHERE id = ? AND state = 'pending'", ((i,) for i in ids))


def settle_lost(connection: apsw.Connection) -> list[int]:
    """Make what processes that are gone left pending `unknown`; gives the ids of its captures."""
    senders = [
        row[0] for row in connection.execute("SELECT DISTINCT sender FROM attempts WHERE state = 'pending'")
    ]
    lost: set[int] = set()
    for sender in senders:
        if is_alive(str(sender)):
            continue
        rows = connection.execute(
            "SELECT capture FROM attempts WHERE sender = ? AND state = 'pending'", (sender,)
        )
        lost.update(int(str(row[0])) for row in rows)
        connection.execute(
            "UPDATE attempts SET state = 'unknown' WHERE sender = ? AND state = 'pending'", (sender,)
        )
    return sorted(lost)


def is_alive(sender: str) -> bool:
    """True while the process that `this_process` named runs."""
    pid, _, born = sender.partition(":")
    try:
        return f"{psutil.Process(int(pid)).create_time():.2f}" == born
    except (psutil.Error, ValueError):
        return False


def of_capture(connection: apsw.Connection, capture: CaptureId) -> list[AttemptSummary]:
    """The attempts of one capture, oldest first."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM attempts WHERE capture = ? ORDER BY id", (capture,))
    return [_summary(row) for row in rows]


def recent(connection: apsw.Connection, limit: int, before: AttemptId | None = None) -> list[AttemptSummary]:
    """The newest attempts of all captures, newest first, with ids under `before`."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM attempts WHERE id < ? ORDER BY id DESC LIMIT ?",
        (2**62 if before is None else before, limit),
    )
    return [_summary(row) for row in rows]


def by_ids(connection: apsw.Connection, ids: Sequence[AttemptId]) -> list[AttemptSummary]:
    """The rows of `ids` that still exist, oldest first."""
    marks = ",".join("?" * len(ids))
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM attempts WHERE id IN ({marks}) ORDER BY id", tuple(ids)
    )
    return [_summary(row) for row in rows]


def attempt(connection: apsw.Connection, wanted: AttemptId) -> Attempt:
    """One attempt with its messages. Raises AppError `attempt.missing`."""
    row = connection.execute(
        f"SELECT {_COLUMNS}, request_head, request_body, request_framing, response_head, response_body, facts"
        " FROM attempts WHERE id = ?",
        (wanted,),
    ).fetchone()
    if row is None:
        raise AppError("attempt.missing", f"There is no attempt {wanted}.", id=wanted)
    values: list[Any] = list(row)
    summary = _summary(values[:-6])
    head, body, framing, response_head, response_body, facts = values[-6:]
    if body is None:
        captured = reading.capture(connection, summary.capture).request
        body, framing = captured.body, captured.framing
    known = json.loads(facts)
    peer = known.get("peer", {})
    return Attempt(
        summary,
        Request(head, body, framing),
        _outcome(summary, response_head, response_body),
        Timings(**known.get("timings", {})),
        Peer(**{**peer, "tried": tuple(peer.get("tried", ()))}),
        tuple(known.get("unmet", ())),
    )


def last_place(connection: apsw.Connection) -> str:
    """The name or the URL of the target that a person used last; empty when there was none."""
    row = connection.execute(
        "SELECT value FROM settings WHERE key = 'last_target'",
    ).fetchone()
    return str(json.loads(str(row[0]))) if row else ""


def set_last_place(connection: apsw.Connection, text: str) -> None:
    """Remember the target that a person used last."""
    connection.execute("INSERT OR REPLACE INTO settings VALUES('last_target', ?)", (json.dumps(text),))


def _outcome(summary: AttemptSummary, head: bytes | None, body: bytes | None) -> Outcome:
    if summary.state == "response":
        return Response(head or b"", body or b"", summary.cut)
    if summary.failure is not None:
        return summary.failure
    return Pending() if summary.state == "pending" else Unknown()


def _summary(row: Sequence[Any]) -> AttemptSummary:
    failure = Failure(*row[9:12]) if row[9] else None
    passed = None if row[14] is None else bool(row[14])
    values: list[Any] = [*row[:9], failure, *row[12:14], passed]
    return AttemptSummary(*values)


RESULTS = Group(finish, light=False)
