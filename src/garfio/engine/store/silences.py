"""For each rule about silence that is on: how long was listened without a match, and whether it has acted.

Only time in which somebody listened counts, so it is added up here rather than taken from the clock. A match begins
it anew in the transaction that moves the rules' mark.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import apsw

from garfio.core.rule import Rule
from garfio.core.silence import Silence
from garfio.engine.store.captures import next_id
from garfio.engine.store.run_log import RULE, queue

NO_CAPTURE = 0
"""Stands for a capture in the triggers and in the log of these rules."""


@dataclass(frozen=True, slots=True)
class Due:
    """Rules whose silence is long enough."""

    names: frozenset[str]
    newest: int
    """The id of the newest capture."""
    looked_upto: int
    """The id up to which rules have looked at captures."""


def begin(connection: apsw.Connection, rule: Rule) -> None:
    """Listen from now on, if the rule is about silence."""
    end(connection, rule.name)
    if rule.silent_minutes:
        connection.execute("INSERT INTO silences(rule) VALUES(?)", (rule.name,))


def end(connection: apsw.Connection, name: str) -> None:
    """The rule is off."""
    connection.execute("DELETE FROM silences WHERE rule = ?", (name,))


def rename(connection: apsw.Connection, before: str, after: str) -> None:
    """The rule has another name."""
    connection.execute("UPDATE silences SET rule = ?2 WHERE rule = ?1", (before, after))


def heard(connection: apsw.Connection, name: str, capture: int) -> None:
    """A capture has matched: the silence begins anew."""
    connection.execute(
        "UPDATE silences SET capture = ?2, listened_us = 0, fired = 0,"
        " last_at_us = coalesce((SELECT received_at_us FROM captures WHERE id = ?2), 0) WHERE rule = ?1",
        (name, capture),
    )


def add(connection: apsw.Connection, names: Collection[str], listened_us: int) -> None:
    """So long was listened, and nothing matched these rules."""
    connection.executemany(
        "UPDATE silences SET listened_us = listened_us + ?2 WHERE rule = ?1",
        ((name, listened_us) for name in names),
    )


def due(connection: apsw.Connection, limits_us: Mapping[str, int], unsaved_us: int) -> Due:
    """Which rules are to act; `unsaved_us` comes on top of what is stored."""
    rows = connection.execute("SELECT rule, listened_us FROM silences WHERE NOT fired")
    names = (str(rule) for rule, us in rows if int(str(us)) + unsaved_us >= limits_us.get(str(rule), 1 << 62))
    found = frozenset(names)
    row = connection.execute("SELECT upto FROM looks WHERE kind = ?", (RULE,)).fetchone() if found else None
    return Due(found, next_id(connection) - 1, int(str(row[0])) if row else 0)


def fire(connection: apsw.Connection, names: Collection[str]) -> None:
    """Queue what these silences call for, once."""
    for name in sorted(names):
        connection.execute("UPDATE silences SET fired = 1 WHERE rule = ? AND NOT fired", (name,))
        if connection.changes():
            queue(connection, NO_CAPTURE, name)


def silence(connection: apsw.Connection, rule: Rule) -> Silence:
    """What is known of a rule's silence."""
    row = connection.execute(
        "SELECT capture, last_at_us FROM silences WHERE rule = ?", (rule.name,)
    ).fetchone()
    return (
        Silence(rule.silent_minutes, int(str(row[0])), int(str(row[1])))
        if row
        else Silence(rule.silent_minutes)
    )
