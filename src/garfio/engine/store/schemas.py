"""JSON Schemas that the user gives: one for an endpoint, or for one of its event types."""

from __future__ import annotations

from dataclasses import dataclass

import apsw

from garfio.core.errors import AppError
from garfio.engine.store import endpoints, looks


@dataclass(frozen=True, slots=True)
class KeptSchema:
    """A schema and what it is for."""

    path: str
    """The endpoint's."""
    event_type: str
    """Empty for all events of the endpoint that have none of their own."""
    name: str
    """What its file was called."""
    text: str


def schemas(connection: apsw.Connection, path: str | None = None) -> list[KeptSchema]:
    """The schemas of an endpoint, or all."""
    rows = connection.execute(
        "SELECT path, event_type, name, value FROM schemas WHERE path = ?1 OR ?1 IS NULL ORDER BY path, event_type",
        (path,),
    )
    return [KeptSchema(*map(str, row)) for row in rows]


def schema_for(connection: apsw.Connection, path: str, event_type: str) -> KeptSchema | None:
    """The schema for an event of an endpoint: its own, or else that of all; None when there is neither."""
    row = connection.execute(
        "SELECT path, event_type, name, value FROM schemas WHERE path = ? AND event_type IN (?, '')"
        " ORDER BY event_type DESC LIMIT 1",
        (path, event_type),
    ).fetchone()
    return KeptSchema(*map(str, row)) if row else None


def keep(connection: apsw.Connection, schema: KeptSchema) -> None:
    """Keep a schema in place of the one for the same; what was captured is checked against it. Raises AppError
    `endpoint.missing`."""
    endpoints.endpoint(connection, schema.path)
    connection.execute(
        "INSERT OR REPLACE INTO schemas VALUES(?, ?, ?, ?)",
        (schema.path, schema.event_type, schema.name, schema.text),
    )
    looks.request_recheck(connection, schema.path)


def remove(connection: apsw.Connection, path: str, event_type: str) -> None:
    """Check against it no more. Raises AppError `schema.missing`."""
    connection.execute("DELETE FROM schemas WHERE path = ? AND event_type = ?", (path, event_type))
    if not connection.changes():
        raise AppError(
            "schema.missing",
            f"There is no schema for {event_type or 'all events'} of {path}.",
            hint="`garfio schemas list` shows them.",
            path=path,
        )
    looks.request_recheck(connection, path)
