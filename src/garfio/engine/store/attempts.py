"""The ledger of attempts: a row before anything is sent, its outcome afterwards.

A row whose program ended in between becomes `unknown`; it is never taken for sent or failed. The body of a
request is kept only when it is not the capture's own.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import apsw
import psutil

from garfio.core.attempt import (
    Attempt,
    AttemptId,
    AttemptSummary,
    Failure,
    Hop,
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
from garfio.engine.store.captures import SQLiteValue
from garfio.engine.store.writer import Group

_LARGE = 64 * 1024
"""Bytes of a body above which a row is written by the store's thread alone."""
_ROWS_A_STATEMENT = 64
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
    sender: str
    """The process, as `this_process` names it."""

    @property
    def is_large(self) -> bool:
        """True when writing it takes longer than a moment."""
        return self.own_body and len(self.request.body) > _LARGE


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
    hops: tuple[Hop, ...] = ()
    stopped: str = ""
    request: Request | None = None
    """The message as it really left, where it is not what was recorded before."""

    @property
    def is_large(self) -> bool:
        """True when writing it takes longer than a moment."""
        return bool(self.hops) or (isinstance(self.outcome, Response) and len(self.outcome.body) > _LARGE)


def this_process() -> str:
    """Names this process beyond the reuse of its number."""
    return f"{os.getpid()}:{psutil.Process().create_time():.2f}"


def begin(connection: apsw.Connection, attempts: Sequence[NewAttempt]) -> list[AttemptId]:
    """Record what is about to be sent; gives the ids in the same order."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'attempts'").fetchone()
    first = int(str(row[0])) + 1 if row else 1
    now_us = time.time_ns() // 1000
    for at in range(0, len(attempts), _ROWS_A_STATEMENT):
        values: list[SQLiteValue] = []
        some = attempts[at : at + _ROWS_A_STATEMENT]
        for number, attempt in enumerate(some, start=first + at):
            request = attempt.request
            values += (
                number, attempt.capture, attempt.target, attempt.url, attempt.cause, attempt.sender, now_us,
                request.head, request.body if attempt.own_body else None,
                request.framing if attempt.own_body else None,
            )  # fmt: skip
        marks = ",".join(["(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"] * len(some))
        connection.execute(
            "INSERT INTO attempts(id, capture, target, url, cause, sender, started_at_us, request_head, request_body,"
            f" request_framing) VALUES {marks}",
            values,
        )
    return [AttemptId(number) for number in range(first, first + len(attempts))]


def finish(connection: apsw.Connection, results: list[Result]) -> list[None]:
    """Record outcomes."""
    connection.executemany(
        "UPDATE attempts SET started_at_us = ?, duration_us = ?, state = ?, status = ?, failure_kind = ?,"
        " failure_code = ?, failure_detail = ?, size = ?, cut = ?, passed = ?, response_head = ?,"
        " response_body = ?, facts = ? WHERE id = ?",
        [_outcome_row(result) for result in results],
    )
    connection.executemany(
        "UPDATE attempts SET request_head = ? WHERE id = ?",
        [(result.request.head, result.id) for result in results if result.request is not None],
    )
    connection.executemany(
        "INSERT INTO hops VALUES(?, ?, ?, ?, ?, ?, ?, ?)",
        [_hop_row(result.id, number, hop) for result in results for number, hop in enumerate(result.hops)],
    )
    return [None] * len(results)


def _hop_row(attempt: AttemptId, number: int, hop: Hop) -> tuple[SQLiteValue, ...]:
    facts = {
        "peer": _known(hop.peer),
        "duration_us": hop.duration_us,
        "cut": hop.response.cut,
        "withheld": hop.withheld,
        "certificate_withheld": hop.certificate_withheld,
    }
    return (
        attempt, number, hop.url, hop.request.head, bool(hop.request.body), hop.response.head, hop.response.body,
        json.dumps(facts),
    )  # fmt: skip


def _hops(connection: apsw.Connection, wanted: AttemptId, first: Request) -> tuple[Hop, ...]:
    """The redirects that an attempt followed; a body that was sent on is that of the first message."""
    found = []
    rows = connection.execute(
        "SELECT url, request_head, has_body, response_head, response_body, facts FROM hops WHERE attempt = ?"
        " ORDER BY number",
        (wanted,),
    )
    for row in rows:
        values: list[Any] = list(row)
        url, head, has_body, response_head, response_body, facts = values
        known = json.loads(facts)
        request = Request(head, first.body, first.framing) if has_body else Request(head)
        response = Response(response_head, response_body, known["cut"])
        withheld = tuple(known["withheld"]), known["certificate_withheld"]
        found.append(Hop(response, _peer(known["peer"]), known["duration_us"], url, request, *withheld))
    return tuple(found)


def _known(value: Timings | Peer) -> dict[str, object]:
    """The fields by name; `dataclasses.asdict` would copy each of them, which costs more than writing the row."""
    return {name: getattr(value, name) for name in value.__slots__}


def _peer(known: dict[str, Any]) -> Peer:
    return Peer(**{**known, "tried": tuple(known.get("tried", ()))})


def _outcome_row(result: Result) -> tuple[SQLiteValue, ...]:
    outcome = result.outcome
    told: tuple[SQLiteValue, ...]
    message: tuple[SQLiteValue, ...]
    if isinstance(outcome, Response):
        told = ("response", outcome.status, "", "", "", len(outcome.body), outcome.cut)
        message = (outcome.head, outcome.body)
    else:
        told = ("failure", 0, outcome.kind, outcome.code, outcome.detail, 0, "")
        message = (None, None)
    facts: dict[str, object] = {
        "timings": _known(result.timings),
        "peer": _known(result.peer),
        "unmet": result.unmet,
    }
    if result.stopped:
        facts["stopped"] = result.stopped
    return (
        result.started_at_us, result.timings.total_us, *told, not result.unmet, *message, json.dumps(facts), result.id,
    )  # fmt: skip


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
    request = Request(head, body, framing)
    return Attempt(
        summary,
        request,
        _outcome(summary, response_head, response_body),
        Timings(**known.get("timings", {})),
        _peer(known.get("peer", {})),
        tuple(known.get("unmet", ())),
        _hops(connection, wanted, request),
        known.get("stopped", ""),
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


BEGINS = Group(begin)
LARGE_BEGINS = Group(begin, light=False)
RESULTS = Group(finish)
LARGE_RESULTS = Group(finish, light=False)
