"""What rules have to do and have done: which captures trigger them, and a row for every single deed.

Captures that have been looked at become triggers, rows of the outbox, in the transaction that moves the mark; a
trigger becomes its deeds in one transaction, too. A kill at any moment loses none and triggers none twice. A deed's
row is its place in the queue first and its line in the log afterwards.
"""

from __future__ import annotations

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import apsw

from garfio.core.action import Deed
from garfio.core.exact_json import write_json
from garfio.core.query import parse
from garfio.core.rule import DROP, Rule
from garfio.engine.rendered import Rendered
from garfio.engine.store import looks, shapes, silences
from garfio.engine.store.attempts import is_alive
from garfio.engine.store.captures import next_id
from garfio.engine.store.outbox import came_from_us
from garfio.engine.store.query import compile_query
from garfio.engine.store.reading import local_zone
from garfio.engine.store.run_log import COLUMNS, RULE, RunRecord, note, queue, read_deed, trim
from garfio.engine.store.writer import Group

QUEUE_LIMIT = 10_000
"""Triggers that may wait for one rule; what comes beyond fails, and can be tried again."""
MINUTE_US = 60_000_000
LONGEST_WAIT_S = 3600.0
"""The longest that a deed waits for its next try, whatever the other side asks for."""
_LOOK_IDS = 500


@dataclass(frozen=True, slots=True)
class Trigger:
    """A capture that has matched a rule, or a silence that was long enough."""

    id: int
    capture: int
    """0 for a silence."""
    rule: str
    only: tuple[int, ...] = ()
    """Actions that are to be tried again; empty for all."""


@dataclass(frozen=True, slots=True)
class Match:
    """A capture that fits a rule's query."""

    capture: int
    rule: str
    looped: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one try."""

    state: str = "done"
    """`done`, `waiting` (once more) or `failed`."""
    error: str = ""
    message: str = ""
    retry_after_s: float = 0.0
    """What the other side asks for."""


# --- from captures to triggers


def begin_looking(connection: apsw.Connection) -> None:
    """Look at captures from now on; where looking was broken off before, go on from there."""
    connection.execute("INSERT OR IGNORE INTO looks VALUES(?, ?)", (RULE, next_id(connection) - 1))


def stop_looking(connection: apsw.Connection) -> None:
    """No rule is on: forget how far was looked."""
    connection.execute("DELETE FROM looks WHERE kind = ?", (RULE,))


def span(connection: apsw.Connection, *, with_drift: bool = False) -> tuple[int, int]:
    """The ids after which, and up to which, captures have verdicts and rules have not looked at them; equal when
    there are none. `with_drift` waits until their shapes have been compared too."""
    row = connection.execute("SELECT upto FROM looks WHERE kind = ?", (RULE,)).fetchone()
    looked = looks.looked_upto(connection)
    after = int(str(row[0])) if row else looked
    upto = min(looked, shapes.position(connection)[0]) if with_drift else looked
    return after, max(after, min(upto, after + _LOOK_IDS))


def matches(
    connection: apsw.Connection, armed: Sequence[tuple[Rule, int]], after: int, upto: int, own_token: bytes
) -> list[Match]:
    """Which captures fit which rules (each with the id since which it is on), in the order of the captures.

    Imported, incomplete and refused messages and answered endpoint checks fit none.
    """
    now_us = time.time_ns() // 1000
    found: list[tuple[int, int, Match]] = []
    for place, (rule, since) in enumerate(armed):
        where = compile_query(parse(rule.query, local_zone()), now_us, table="c")
        rows = connection.execute(
            "SELECT c.id, m.head FROM captures c JOIN messages m USING(id) WHERE c.id > ? AND c.id <= ?"
            " AND c.source = 'listener' AND c.refusal = '' AND c.complete AND NOT c.handshake AND c.deletion = 0"
            f" AND ({where.sql})",
            (max(after, since), upto, *where.parameters),
        )
        for number, head in rows:
            found.append((number, place, Match(number, rule.name, came_from_us(head, own_token))))
    return [match for _number, _place, match in sorted(found, key=lambda entry: entry[:2])]


def fire(
    connection: apsw.Connection, after: int, upto: int, matched: Sequence[Match], rules: Mapping[str, Rule]
) -> bool:
    """Queue what the captures trigger and move the mark; False when another process was faster."""
    connection.execute("UPDATE looks SET upto = ?3 WHERE kind = ?1 AND upto = ?2", (RULE, after, upto))
    if not connection.changes():
        return False
    for match in matched:
        _fire(connection, match, rules[match.rule])
    return True


def triggers(connection: apsw.Connection, rules: Mapping[str, Rule], limit: int) -> list[Trigger]:
    """The oldest triggers of each rule that may be taken now; rules with a rate limit get no more than that."""
    found: list[Trigger] = []
    for name, rule in rules.items():
        room = limit
        if rule.per_minute:
            room = min(limit, rule.per_minute - _started_lately(connection, name))
        rows = connection.execute(
            "SELECT id, capture, details FROM outbox WHERE state = 'waiting' AND kind = ? AND place = ?"
            " ORDER BY id LIMIT ?",
            (RULE, name, max(0, room)),
        )
        for number, capture, details in rows:
            only = tuple(json.loads(str(details)).get("only", ()))
            found.append(Trigger(int(str(number)), int(str(capture)), name, only))
    return sorted(found, key=lambda trigger: trigger.id)


def unfold(
    connection: apsw.Connection, trigger: Trigger, rendered: Sequence[Rendered], kinds: Sequence[str]
) -> bool:
    """Put the deeds of a trigger in its place; False when it is gone. `kinds` are those of the rule's actions."""
    connection.execute("DELETE FROM outbox WHERE id = ?", (trigger.id,))
    if not connection.changes():
        return False
    now_us = time.time_ns() // 1000
    done: dict[int, int] = {}
    for one in rendered:
        if trigger.only and one.action not in trigger.only:
            continue
        kind = kinds[one.action] if 0 <= one.action < len(kinds) else ""
        deed = one.deed
        connection.execute(
            "INSERT INTO runs(capture, rule, action, item, kind, summary, deed, state, queued_at_us, error, message)"
            " VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                trigger.capture,
                trigger.rule,
                one.action,
                one.item,
                kind,
                deed.summary if deed else "",
                _written(deed) if deed else None,
                "waiting" if deed else "failed",
                now_us,
                one.error,
                one.message,
            ),
        )
        if deed:
            done[one.action] = done.get(one.action, 0) + 1
    if done:
        _count_turns(connection, trigger.rule, done)
    return True


# --- deeds


def waiting(connection: apsw.Connection, rule: str, limit: int) -> list[tuple[RunRecord, Deed]]:
    """The oldest deeds of a rule that are due, in order. What would be due later than anything waits is due: the
    clock was set back."""
    now_us = time.time_ns() // 1000
    rows = connection.execute(
        f"SELECT {COLUMNS}, deed FROM runs WHERE state = 'waiting' AND rule = ?"
        " AND NOT (due_us > ? AND due_us <= ?) ORDER BY id LIMIT ?",
        (rule, now_us, now_us + int(LONGEST_WAIT_S * 1e6), limit),
    )
    return [(RunRecord(*row[:-1]), read_deed(str(row[-1]))) for row in rows]


def waiting_rules(connection: apsw.Connection) -> list[str]:
    """Rules for which deeds wait."""
    rows = connection.execute("SELECT DISTINCT rule FROM runs WHERE state = 'waiting'")
    return [str(row[0]) for row in rows]


def claim(connection: apsw.Connection, run: int, sender: str) -> bool:
    """Record that a deed is being done; False when it does not wait any more."""
    connection.execute(
        "UPDATE runs SET state = 'sending', sender = ?, started_at_us = ? WHERE id = ? AND state = 'waiting'",
        (sender, time.time_ns() // 1000, run),
    )
    return connection.changes() > 0


def settle(
    connection: apsw.Connection, run: RunRecord, outcome: Outcome, due_us: int, duration_us: int
) -> None:
    """Record what came of a try."""
    connection.execute(
        "UPDATE runs SET state = ?, sender = '', tries = tries + 1, due_us = ?, duration_us = ?, error = ?,"
        " message = ? WHERE id = ?",
        (outcome.state, due_us, duration_us, outcome.error, outcome.message[:2000], run.id),
    )
    if run.id % 100 == 0:
        trim(connection)


def release(connection: apsw.Connection, broken_off: list[int]) -> list[None]:
    """These deeds were broken off because the program ends: they wait again."""
    connection.executemany(
        "UPDATE runs SET state = 'waiting', sender = '' WHERE id = ?", ((run,) for run in broken_off)
    )
    return [None] * len(broken_off)


def recover(connection: apsw.Connection) -> None:
    """Queue again what processes that are gone were doing: done once or more, never not at all."""
    senders = connection.execute("SELECT DISTINCT sender FROM runs WHERE state = 'sending'").fetchall()
    for (sender,) in senders:
        if not is_alive(str(sender)):
            connection.execute(
                "UPDATE runs SET state = 'waiting', sender = '', error = 'unknown',"
                " message = 'The program ended in the middle of it.' WHERE state = 'sending' AND sender = ?",
                (sender,),
            )


def waiting_triggers(connection: apsw.Connection, rule: str) -> int:
    """Captures that wait for a rule."""
    row = connection.execute(
        "SELECT count(*) FROM outbox WHERE state = 'waiting' AND kind = ? AND place = ?", (RULE, rule)
    ).fetchone()
    return int(str(row[0])) if row else 0


# --- inside


def _fire(connection: apsw.Connection, match: Match, rule: Rule) -> None:
    if rule.silent_minutes:
        if not match.looped:
            silences.heard(connection, rule.name, match.capture)
        return
    why = _hindrance(connection, match, rule)
    if why:
        note(connection, match.capture, match.rule, *why)
    else:
        queue(connection, match.capture, match.rule)


def _hindrance(connection: apsw.Connection, match: Match, rule: Rule) -> tuple[str, str, str] | None:
    """Why a match triggers nothing: state, code and sentence for the log."""
    if match.looped:
        return "failed", "loop", "This program itself has sent it."
    if rule.once_per_delivery and (first := _fired_before(connection, match)):
        return "skipped", "duplicate", f"The same delivery as capture {first}."
    if rule.per_minute and rule.over_limit == DROP and _lately(connection, rule.name) >= rule.per_minute:
        return "skipped", "rate", f"More than {rule.per_minute} in a minute."
    if waiting_triggers(connection, rule.name) >= QUEUE_LIMIT:
        return "failed", "queue_full", "Too much waits for this rule."
    return None


def _fired_before(connection: apsw.Connection, match: Match) -> int:
    """The capture by which the same delivery has triggered the rule already; 0 when this is the first."""
    row = connection.execute(
        "SELECT provider, delivery_id FROM captures WHERE id = ?", (match.capture,)
    ).fetchone()
    if row is None or not row[1]:
        return 0
    key = f"{row[0]} {row[1]}"
    connection.execute("INSERT OR IGNORE INTO fired VALUES(?, ?, ?)", (match.rule, key, match.capture))
    if connection.changes():
        return 0
    first = connection.execute(
        "SELECT capture FROM fired WHERE rule = ? AND delivery = ?", (match.rule, key)
    ).fetchone()
    return int(str(first[0])) if first else 0


def _lately(connection: apsw.Connection, rule: str) -> int:
    """Captures that triggered a rule in the last minute."""
    return _started_lately(connection, rule) + waiting_triggers(connection, rule)


def _started_lately(connection: apsw.Connection, rule: str) -> int:
    now_us = time.time_ns() // 1000
    row = connection.execute(
        "SELECT count(DISTINCT capture) FROM runs WHERE rule = ? AND queued_at_us BETWEEN ? AND ? AND action >= 0",
        (rule, now_us - MINUTE_US + 1, now_us),
    ).fetchone()
    return int(str(row[0])) if row else 0


def _count_turns(connection: apsw.Connection, rule: str, done: Mapping[int, int]) -> None:
    row = connection.execute("SELECT turns FROM rules WHERE name = ?", (rule,)).fetchone()
    if row is None:
        return
    turns = json.loads(str(row[0]))
    for action, count in done.items():
        turns[str(action)] = turns.get(str(action), 0) + count
    connection.execute("UPDATE rules SET turns = ? WHERE name = ?", (json.dumps(turns), rule))


def _written(deed: Deed) -> str:
    return write_json({"kind": deed.kind, "values": deed.values, "summary": deed.summary})


RELEASES = Group(release, light=False)
