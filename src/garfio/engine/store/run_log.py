"""The log of what rules did, and what failed: read, tried again, given up, trimmed.

A line is a deed's row, or says why a trigger never became one.
"""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

import apsw

from garfio.core.action import Deed
from garfio.core.exact_json import read_json

RULE = "rule"
"""The kind of the outbox's rows that are triggers."""
LOG_LIMIT = 20_000
"""Rows that are kept of what is done, and as many of what has failed."""
COLUMNS = (
    "id, capture, rule, action, item, kind, summary, state, tries, queued_at_us, due_us, started_at_us,"
    " duration_us, error, message"
)


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One deed of a rule: what waits, what was done, what failed."""

    id: int
    capture: int
    rule: str
    action: int
    """The action's place in the rule, from 0; -1 for the rule as a whole."""
    item: int | None
    """Which entry of an array it was done for."""
    kind: str
    summary: str
    state: str
    """`waiting`, `sending`, `done`, `failed` (given up; can be tried again) or `skipped` (meant so)."""
    tries: int
    queued_at_us: int
    due_us: int
    """When the next try is."""
    started_at_us: int | None
    duration_us: int | None
    error: str
    """A code; empty when all is well. `loop`, `duplicate`, `rate`, `queue_full`, `disabled`, `template.…`,
    `action.…`, `status.500`, `refused`, `smtp.550` …"""
    message: str
    """The answer, or what went wrong, in a sentence."""


def log(
    connection: apsw.Connection,
    rule: str | None = None,
    *,
    capture: int | None = None,
    state: str = "",
    before: int | None = None,
    limit: int = 100,
) -> list[RunRecord]:
    """What was done and failed, the newest first; of a rule, of a capture, in a state."""
    conditions: list[str] = ["1"]
    values: list[str | int] = []
    for column, value in (("rule", rule), ("capture", capture), ("state", state or None)):
        if value is not None:
            conditions.append(f"{column} = ?")
            values.append(value)
    if before is not None:
        conditions.append("id < ?")
        values.append(before)
    rows = connection.execute(
        f"SELECT {COLUMNS} FROM runs WHERE {' AND '.join(conditions)} ORDER BY id DESC LIMIT ?",
        (*values, limit),
    )
    return [RunRecord(*row) for row in rows]


def deed(connection: apsw.Connection, run: int) -> Deed | None:
    """What a run does or has done, whole; None when it could not be said or is gone."""
    row = connection.execute("SELECT deed FROM runs WHERE id = ?", (run,)).fetchone()
    return read_deed(str(row[0])) if row and row[0] is not None else None


def try_again(connection: apsw.Connection, rule: str | None = None, run: int | None = None) -> int:
    """Queue anew what was given up, of a rule, one of it, or everything; gives how many. What could not be
    rendered is rendered anew; a loop stays one."""
    condition, values = "state = 'failed' AND error <> 'loop'", []
    if rule is not None:
        condition += " AND rule = ?"
        values.append(rule)
    elif run is not None:
        condition += " AND id = ?"
        values.append(run)  # type: ignore[arg-type]
    parameters = tuple(values)
    rows = connection.execute(
        f"SELECT capture, rule, action FROM runs WHERE {condition} AND deed IS NULL ORDER BY id", parameters
    ).fetchall()
    anew: dict[tuple[int, str], list[int]] = {}
    for capture, name, action in rows:
        anew.setdefault((int(str(capture)), str(name)), []).append(int(str(action)))
    for (capture, name), actions in anew.items():
        queue(connection, capture, name, () if -1 in actions else tuple(sorted(set(actions))))
    connection.execute(f"DELETE FROM runs WHERE {condition} AND deed IS NULL", parameters)
    count = connection.changes()
    connection.execute(
        f"UPDATE runs SET state = 'waiting', tries = 0, due_us = 0, queued_at_us = {time.time_ns() // 1000}"
        f" WHERE {condition}",
        parameters,
    )
    return count + connection.changes()


def give_up(connection: apsw.Connection, rule: str, error: str) -> None:
    """What a rule still has to do fails with this code."""
    rows = connection.execute(
        "SELECT capture FROM outbox WHERE kind = ? AND place = ? ORDER BY id", (RULE, rule)
    ).fetchall()
    for (capture,) in rows:
        note(connection, int(str(capture)), rule, "failed", error, "")
    connection.execute("DELETE FROM outbox WHERE kind = ? AND place = ?", (RULE, rule))
    connection.execute(
        "UPDATE runs SET state = 'failed', error = ? WHERE rule = ? AND state = 'waiting'", (error, rule)
    )


def rename(connection: apsw.Connection, before: str, after: str) -> None:
    """A rule has another name."""
    connection.execute("UPDATE outbox SET place = ?2 WHERE kind = ?3 AND place = ?1", (before, after, RULE))
    connection.execute("UPDATE runs SET rule = ?2 WHERE rule = ?1", (before, after))


def trim(connection: apsw.Connection) -> None:
    """Forget the oldest lines of the log, and deliveries that were long ago."""
    for states in ("'done', 'skipped'", "'failed'"):
        connection.execute(
            f"DELETE FROM runs WHERE id IN (SELECT id FROM runs WHERE state IN ({states})"
            " ORDER BY id DESC LIMIT 500 OFFSET ?)",
            (LOG_LIMIT,),
        )
    connection.execute(
        "DELETE FROM fired WHERE capture < (SELECT min(capture) FROM (SELECT capture FROM fired"
        " ORDER BY capture DESC LIMIT 100000))"
    )


def queue(connection: apsw.Connection, capture: int, rule: str, only: tuple[int, ...] = ()) -> None:
    """Let a capture trigger a rule, or some of its actions."""
    connection.execute(
        "INSERT INTO outbox(capture, kind, place, queued_at_us, details) VALUES(?, ?, ?, ?, ?)",
        (capture, RULE, rule, time.time_ns() // 1000, json.dumps({"only": only} if only else {})),
    )


def note(connection: apsw.Connection, capture: int, rule: str, state: str, error: str, message: str) -> None:
    """A line in the log about a trigger that never became deeds."""
    connection.execute(
        "INSERT INTO runs(capture, rule, action, kind, summary, state, queued_at_us, error, message)"
        " VALUES(?, ?, -1, '', '', ?, ?, ?, ?)",
        (capture, rule, state, time.time_ns() // 1000, error, message),
    )


def read_deed(text: str) -> Deed:
    """A deed as it is stored."""
    found = read_json(text.encode())
    return Deed(found["kind"], found["values"], found["summary"])
