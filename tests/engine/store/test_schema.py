"""Tables and migrations: whole or not at all, never downwards, never another program's file."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import apsw
import pytest
from tests.factories import make_arrival

from garfio.core.errors import AppError
from garfio.engine.store import schema
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.schema import APPLICATION_ID, MIGRATIONS

FROZEN: dict[str, str] = {}
"""Digests of the migrations that have shipped in a release; one that is here is never edited."""


def test_shipped_migrations_are_frozen() -> None:
    """A migration that a released version has run is the same text for ever."""
    digests = {name: hashlib.sha256(sql.encode()).hexdigest() for name, sql in MIGRATIONS}
    assert {name: digests.get(name) for name in FROZEN} == FROZEN
    assert len(digests) == len(MIGRATIONS), "each step has a name of its own"


def _state(path: Path) -> tuple[object, ...]:
    connection = apsw.Connection(str(path))
    try:
        tables = [row[0] for row in connection.execute("SELECT name FROM sqlite_master ORDER BY name")]
        return connection.pragma("application_id"), connection.pragma("user_version"), *tables
    finally:
        connection.close()


def test_a_new_database(db: Path) -> None:
    """It bears our mark and the number of steps; opening it again changes nothing."""
    assert open_database(db) is None
    first = _state(db)
    assert first[:2] == (APPLICATION_ID, len(MIGRATIONS))
    assert open_database(db) is None
    assert _state(db) == first
    assert {each.name for each in db.parent.iterdir()} <= {db.name, f"{db.name}.lock"}, (
        "nothing is left beside it"
    )


STEPS = (("one", "CREATE TABLE one(x); INSERT INTO one VALUES(1)"), ("two", "ALTER TABLE one ADD COLUMN y"))


@pytest.mark.parametrize("number", [0, 1])
def test_a_step_that_fails_leaves_the_old_schema(
    db: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    """An error in the middle of a step undoes it and its record, and the next start does it.

    Seen to fail with the record written in a transaction of its own.
    """
    open_database(db)
    before = _state(db)
    steps = [*MIGRATIONS, *STEPS]
    broken = list(steps)
    name, sql = broken[len(MIGRATIONS) + number]
    broken[len(MIGRATIONS) + number] = (name, f"{sql}; INSERT INTO nothing VALUES(1)")
    monkeypatch.setattr(schema, "MIGRATIONS", tuple(broken))
    with pytest.raises(AppError):
        open_database(db)
    assert _state(db)[1] == len(MIGRATIONS) + number
    assert ("one" in _state(db)) == bool(number)
    monkeypatch.setattr(schema, "MIGRATIONS", tuple(steps))
    open_database(db)
    assert _state(db)[1] == len(steps)
    assert before[0] == _state(db)[0]


_KILLED = """
import os, sys
from pathlib import Path
import apsw
from garfio.engine.store import database, schema
count, path = int(sys.argv[1]), Path(sys.argv[2])
schema.MIGRATIONS = (*schema.MIGRATIONS, ("one", "CREATE TABLE one(x); INSERT INTO one VALUES(1)"))
class Counting(apsw.Connection):
    def execute(self, sql, *rest, **options):
        global count
        count -= 1
        if count < 0:
            os.kill(os.getpid(), 9)
        return super().execute(sql, *rest, **options)
database.apsw.Connection = Counting
database.open_database(path)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
@pytest.mark.parametrize("existing", [True, False])
def test_a_kill_inside_a_migration(db: Path, existing: bool) -> None:
    """Killed at each statement of opening: the old or the new schema, never one between, and it opens again."""
    killed = 0
    if existing:
        open_database(db)
        connection = connect(db)
        with connection:
            insert_arrivals(connection, [make_arrival()])
        connection.close()
    seen = set()
    for count in range(1, 40):
        done = subprocess.run(
            [sys.executable, "-c", _KILLED, str(count), str(db)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            check=False,
        )
        seen.add(_state(db) if db.exists() else None)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        killed += 1
    assert killed > 3
    assert all(state is None or ("one" in state) == (state[1] == len(MIGRATIONS) + 1) for state in seen)
    assert {state[1] for state in seen if state} <= {len(MIGRATIONS), len(MIGRATIONS) + 1}
    assert (None in seen) != existing
    if existing:
        connection = connect(db)
        assert connection.execute("SELECT count(*) FROM captures").fetchone() == (1,)
        connection.close()


def test_a_newer_schema_is_not_touched(db: Path) -> None:
    """A database of a later version is refused, and no byte of it changes."""
    open_database(db)
    connection = connect(db)
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    before = db.read_bytes()
    with pytest.raises(AppError, match="newer Garfio") as caught:
        open_database(db)
    assert caught.value.code == "store.newer"
    assert db.read_bytes() == before
    assert {each.name for each in db.parent.iterdir()} <= {db.name, f"{db.name}.lock"}


def test_another_programs_database_is_not_touched(db: Path) -> None:
    """A SQLite file of somebody else is refused, and no byte of it changes."""
    for make in ("CREATE TABLE theirs(x)", "PRAGMA application_id = 7; CREATE TABLE captures(x)"):
        connection = apsw.Connection(str(db))
        connection.execute(make)
        connection.close()
        before = db.read_bytes()
        with pytest.raises(AppError, match="another program") as caught:
            open_database(db)
        assert caught.value.code == "store.other"
        assert str(db) in str(caught.value)
        assert db.read_bytes() == before
        assert {each.name for each in db.parent.iterdir()} <= {db.name, f"{db.name}.lock"}
        db.unlink()
