"""What paths answer on purpose, as rows."""

from __future__ import annotations

import json

import apsw

from garfio.core.errors import AppError
from garfio.core.scripted_reply import Script, checked_script, script_of, script_values


def scripts(connection: apsw.Connection) -> list[Script]:
    """All of them by path; one that this version cannot read is passed over."""
    found = []
    for (value,) in connection.execute("SELECT value FROM replies ORDER BY path"):
        try:
            found.append(script_of(json.loads(str(value))))
        except (AppError, ValueError):
            continue
    return found


def follow_providers(connection: apsw.Connection) -> bool:
    """True when some path has a provider, whose checks want their answer, and whose signatures may decide it."""
    return connection.execute("SELECT 1 FROM endpoints LIMIT 1").fetchone() is not None


def set_script(connection: apsw.Connection, script: Script) -> None:
    """Answer so from now on; replaces what was there for this path. Raises AppError `reply.value` or
    `endpoint.path`."""
    value = json.dumps(script_values(checked_script(script)))
    connection.execute("INSERT OR REPLACE INTO replies VALUES(?, ?)", (script.path, value))


def remove_script(connection: apsw.Connection, path: str) -> bool:
    """Give the ordinary answer again; False when nothing else was set."""
    connection.execute("DELETE FROM replies WHERE path = ?", (path,))
    return connection.changes() > 0
