"""Targets, what is forwarded where, and hosts that the user has agreed to send to."""

from __future__ import annotations

import json

import apsw

from garfio.core.errors import AppError
from garfio.core.target import Target, checked_target, read_target, target_json


def targets(connection: apsw.Connection) -> list[Target]:
    """All targets in the user's order."""
    rows = connection.execute("SELECT name, value FROM targets ORDER BY position, name")
    return [read_target({**json.loads(str(value)), "name": name}) for name, value in rows]


def target(connection: apsw.Connection, name: str) -> Target:
    """One target. Raises AppError `target.missing`."""
    row = connection.execute("SELECT value FROM targets WHERE name = ?", (name,)).fetchone()
    if row is None:
        raise AppError(
            "target.missing",
            f"There is no target {name!r}.",
            hint="`garfio targets list` shows them; a URL begins with http:// or https://.",
            name=name,
        )
    return read_target({**json.loads(str(row[0])), "name": name})


def place(connection: apsw.Connection, text: str) -> Target:
    """The target of this name, or the URL itself as one. Raises AppError `target.missing` or `target.url`."""
    if "://" in text:
        return checked_target(Target(url=text))
    return target(connection, text)


def add_target(connection: apsw.Connection, added: Target) -> None:
    """Keep a new target. Raises AppError `target.taken` when the name is in use, and what `checked_target`
    raises."""
    if not checked_target(added).name:
        raise AppError("target.name", "A target needs a name.", hint="Name it, for example: staging.")
    if connection.execute("SELECT 1 FROM targets WHERE name = ?", (added.name,)).fetchone():
        raise AppError(
            "target.taken",
            f"There is a target {added.name!r} already.",
            hint="Choose another name, or remove that one first.",
            name=added.name,
        )
    connection.execute(
        "INSERT INTO targets SELECT ?, ?, coalesce(max(position), 0) + 1 FROM targets",
        (added.name, _value(added)),
    )


def change_target(connection: apsw.Connection, name: str, changed: Target) -> None:
    """Put `changed` in the place of the target `name`; it may have another name. Raises AppError as
    `add_target` does."""
    target(connection, name)
    if changed.name == name:
        connection.execute(
            "UPDATE targets SET value = ? WHERE name = ?", (_value(checked_target(changed)), name)
        )
        return
    add_target(connection, changed)
    connection.execute(
        "UPDATE targets SET position = (SELECT position FROM targets WHERE name = ?1) WHERE name = ?2",
        (name, changed.name),
    )
    connection.execute("DELETE FROM targets WHERE name = ?", (name,))
    connection.execute("UPDATE forwards SET target = ?2 WHERE target = ?1", (name, changed.name))
    connection.execute(
        "UPDATE secrets SET owner = 'target:' || ?2 WHERE owner = 'target:' || ?1", (name, changed.name)
    )


def remove_target(connection: apsw.Connection, name: str) -> None:
    """Forget a target; its attempts stay. Raises AppError `target.missing`, or `target.used` while something is
    forwarded to it."""
    target(connection, name)
    used = connection.execute("SELECT path FROM forwards WHERE target = ?", (name,)).fetchone()
    if used:
        raise AppError(
            "target.used",
            f"{used[0] or 'Every capture'} is forwarded to the target {name!r}.",
            hint="Switch that off first.",
            name=name,
            path=used[0],
        )
    connection.execute("DELETE FROM targets WHERE name = ?", (name,))


def was_asked(connection: apsw.Connection, host: str) -> bool:
    """True when the user has agreed to send to this host."""
    return connection.execute("SELECT 1 FROM asked_hosts WHERE host = ?", (host,)).fetchone() is not None


def set_asked(connection: apsw.Connection, host: str) -> None:
    """Remember that the user has agreed to send to this host."""
    connection.execute("INSERT OR IGNORE INTO asked_hosts VALUES(?)", (host,))


def _value(kept: Target) -> str:
    return json.dumps({name: value for name, value in target_json(kept).items() if name != "name"})
