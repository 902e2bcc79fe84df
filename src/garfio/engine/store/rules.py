"""Rules as rows: what they say, whether they are on, since when, and how often each action was done."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace

import apsw

from garfio.core.errors import AppError
from garfio.core.rule import Rule, checked_rule, confirmation, rule_of, rule_values
from garfio.engine.store import run_log, runs, silences
from garfio.engine.store.captures import next_id

_MOST_NAMED = 20
"""Rules that are named where one was not found."""


@dataclass(frozen=True, slots=True)
class Armed:
    """A rule that is on."""

    rule: Rule
    since: int
    """Only captures with ids above this one concern it."""


Row = tuple[object, ...]


def rules(connection: apsw.Connection, machine: str) -> list[Rule]:
    """All rules in the user's order; one that this version cannot read is passed over. `machine` names this
    machine, for which programs are confirmed."""
    rows = connection.execute("SELECT value, enabled, confirmation FROM rules ORDER BY position, name")
    found = (_rule(value, enabled, given, machine) for value, enabled, given in rows)
    return [rule for rule in found if rule is not None]


def rule(connection: apsw.Connection, name: str, machine: str) -> Rule:
    """One rule. Raises AppError `rule.missing`."""
    row = connection.execute(
        "SELECT value, enabled, confirmation FROM rules WHERE name = ?", (name,)
    ).fetchone()
    found = _rule(row[0], row[1], row[2], machine) if row else None
    if found is None:
        raise _missing(connection, name, logged=False)
    return found


def require_name(connection: apsw.Connection, name: str) -> None:
    """Make sure that there is a rule of that name, or was one: the log knows it. Raises AppError `rule.missing`."""
    row = connection.execute(
        "SELECT EXISTS (SELECT 1 FROM rules WHERE name = ?1) OR EXISTS (SELECT 1 FROM runs WHERE rule = ?1)",
        (name,),
    ).fetchone()
    if row == (0,):
        raise _missing(connection, name, logged=True)


def enabled_rows(connection: apsw.Connection) -> list[Row]:
    """The rules that are on, as they are stored: cheap to compare with what was read before."""
    return connection.execute(
        "SELECT value, confirmation, since FROM rules WHERE enabled ORDER BY position, name"
    ).fetchall()


def armed(rows: Sequence[Row], machine: str) -> list[Armed]:
    """The rules of such rows, in order; none whose programs are not confirmed on this machine."""
    found = []
    for value, given, since in rows:
        made = _rule(value, 1, given, machine)
        if made is not None and (made.confirmed or not made.needs_confirmation):
            found.append(Armed(made, int(str(since))))
    return found


def turns(connection: apsw.Connection, name: str) -> dict[int, int]:
    """How often each action of a rule was done."""
    row = connection.execute("SELECT turns FROM rules WHERE name = ?", (name,)).fetchone()
    return {int(number): int(count) for number, count in json.loads(str(row[0])).items()} if row else {}


def add_rule(connection: apsw.Connection, added: Rule, machine: str) -> None:
    """Keep a new rule; it looks at captures that arrive from now on. Raises AppError `rule.taken`, and what
    `checked_rule` and `enable_rule` raise."""
    checked_rule(added)
    if connection.execute("SELECT 1 FROM rules WHERE name = ?", (added.name,)).fetchone():
        raise AppError(
            "rule.taken",
            f"There is a rule {added.name!r} already.",
            hint="Choose another name, or remove that one first.",
            name=added.name,
        )
    connection.execute(
        "INSERT INTO rules(name, value, position) SELECT ?, ?, coalesce(max(position), 0) + 1 FROM rules",
        (added.name, _value(added)),
    )
    if added.enabled:
        enable_rule(connection, added.name, machine)


def change_rule(connection: apsw.Connection, name: str, changed: Rule, machine: str) -> None:
    """Put `changed` in the place of the rule `name`. One whose programs differ from what was confirmed is
    switched off. Raises AppError as `add_rule` does, or `rule.missing`."""
    before = rule(connection, name, machine)
    checked_rule(changed)
    if (
        changed.name != name
        and connection.execute("SELECT 1 FROM rules WHERE name = ?", (changed.name,)).fetchone()
    ):
        raise AppError("rule.taken", f"There is a rule {changed.name!r} already.", name=changed.name)
    connection.execute(
        "UPDATE rules SET name = ?, value = ? WHERE name = ?", (changed.name, _value(changed), name)
    )
    if changed.name != name:
        connection.execute("UPDATE fired SET rule = ?2 WHERE rule = ?1", (name, changed.name))
        run_log.rename(connection, name, changed.name)
        silences.rename(connection, name, changed.name)
    stays_confirmed = rule(connection, changed.name, machine).confirmed
    if not changed.enabled or (changed.needs_confirmation and not stays_confirmed):
        disable_rule(connection, changed.name, machine)
    elif not before.enabled:
        enable_rule(connection, changed.name, machine)
    elif (before.query, before.silent_minutes) != (changed.query, changed.silent_minutes):
        silences.begin(connection, changed)


def enable_rule(connection: apsw.Connection, name: str, machine: str, *, confirmed: bool = False) -> None:
    """Switch a rule on, for what arrives from now on. Raises AppError `rule.confirm` when the user must agree to
    the programs first (then again with `confirmed`)."""
    found = rule(connection, name, machine)
    if found.needs_confirmation and not found.confirmed and not confirmed:
        raise AppError(
            "rule.confirm",
            f"The rule {name!r} runs a program on this machine.",
            hint="Look at it, and confirm it with --confirm.",
            name=name,
        )
    if confirmed:
        given = confirmation(found, machine)
        connection.execute("UPDATE rules SET confirmation = ? WHERE name = ?", (given, name))
    if not found.enabled:
        since = next_id(connection) - 1
        connection.execute("UPDATE rules SET enabled = 1, since = ? WHERE name = ?", (since, name))
        silences.begin(connection, found)
    runs.begin_looking(connection)


def disable_rule(connection: apsw.Connection, name: str, machine: str) -> None:
    """Switch a rule off; what it still has to do is given up, and can be tried again later."""
    rule(connection, name, machine)
    connection.execute("UPDATE rules SET enabled = 0 WHERE name = ?", (name,))
    silences.end(connection, name)
    run_log.give_up(connection, name, "disabled")


def remove_rule(connection: apsw.Connection, name: str, machine: str) -> None:
    """Forget a rule with what it still has to do; its log stays. Raises AppError `rule.missing`."""
    disable_rule(connection, name, machine)
    connection.execute("DELETE FROM rules WHERE name = ?", (name,))
    connection.execute("DELETE FROM fired WHERE rule = ?", (name,))


def _rule(value: object, enabled: object, given: object, machine: str) -> Rule | None:
    try:
        found = rule_of(json.loads(str(value)))
    except (AppError, ValueError):
        return None
    confirmed = bool(given) and given == confirmation(found, machine)
    return replace(found, enabled=bool(enabled), confirmed=confirmed)


def _missing(connection: apsw.Connection, name: str, *, logged: bool) -> AppError:
    sql = "SELECT name FROM rules" + (" UNION SELECT rule FROM runs" if logged else "") + " ORDER BY 1"
    known = [str(row[0]) for row in connection.execute(sql)]
    named = ", ".join(known[:_MOST_NAMED]) + (" …" if len(known) > _MOST_NAMED else "")
    hint = f"There are: {named}." if known else "There are none yet: garfio rules add FILE.toml"
    return AppError("rule.missing", f"There is no rule {name!r}.", hint=hint, name=name)


def _value(kept: Rule) -> str:
    return json.dumps({name: value for name, value in rule_values(kept).items() if name != "enabled"})
