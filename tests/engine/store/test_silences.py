"""What is kept of silences."""

from __future__ import annotations

from pathlib import Path

from garfio.core.rule import Action, Rule
from garfio.engine.store import silences
from garfio.engine.store.database import connect, open_database

QUIET = Rule("quiet", "path:/a", (Action("notification", {"title": "x"}),), silent_minutes=1)
MINUTE_US = 60_000_000


def test_it_fires_once_until_something_is_heard(db: Path) -> None:
    """Due at its limit, with what is not written yet; once queued it is due no more, until a match begins it anew."""
    open_database(db)
    connection = connect(db)
    try:
        silences.begin(connection, QUIET)
        limits = {"quiet": MINUTE_US}
        silences.add(connection, ["quiet"], MINUTE_US - 10)
        assert not silences.due(connection, limits, 9).names
        assert silences.due(connection, limits, 10).names == {"quiet"}
        assert not silences.due(connection, {}, 10).names, "another rule's limit is none of its own"
        silences.fire(connection, ["quiet"])
        silences.fire(connection, ["quiet"])
        assert connection.execute("SELECT capture, place FROM outbox").fetchall() == [(0, "quiet")]
        assert not silences.due(connection, limits, MINUTE_US).names
        silences.heard(connection, "quiet", 7)
        assert silences.silence(connection, QUIET).last == 7
        assert silences.due(connection, limits, MINUTE_US).names == {"quiet"}
        silences.rename(connection, "quiet", "still")
        silences.end(connection, "still")
        assert connection.execute("SELECT * FROM silences").fetchall() == []
    finally:
        connection.close()
