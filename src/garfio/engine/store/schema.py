"""Bringing a database to the schema of this version, step by step.

Every step runs in a transaction together with its record, so a kill leaves the old or the new schema.
"""

from __future__ import annotations

import apsw

from garfio.core.errors import AppError
from garfio.engine.store.migrations import MIGRATIONS

APPLICATION_ID = 0x67_61_72_66  # "garf"


def require_ours(connection: apsw.Connection) -> int:
    """The number of steps that the database has behind it; nothing is changed.

    Raises AppError `store.newer` for a database that a newer Garfio has written, `store.other` for another
    program's.
    """
    application = connection.pragma("application_id")
    version = connection.pragma("user_version")
    if not isinstance(application, int) or not isinstance(version, int):
        raise TypeError("SQLite gave no numbers for its pragmas")
    if application not in (0, APPLICATION_ID) or (application == 0 and _has_tables(connection)):
        raise AppError(
            "store.other",
            f"{connection.filename} is an SQLite file of another program.",
            hint="Name another file with --db. This one has not been touched.",
            path=connection.filename,
        )
    if version > len(MIGRATIONS):
        raise AppError(
            "store.newer",
            f"This database was written by a newer Garfio (schema {version}, this one knows {len(MIGRATIONS)}).",
            hint="Update Garfio, or name another file with --db. The file has not been touched.",
            version=version,
        )
    return version


def migrate(connection: apsw.Connection) -> None:
    """Bring the schema up to date. Raises as `require_ours` does."""
    version = require_ours(connection)
    for number, (_name, sql) in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.pragma("user_version") == number - 1:  # another process may have been faster
                connection.execute(sql)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _has_tables(connection: apsw.Connection) -> bool:
    return connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,)
