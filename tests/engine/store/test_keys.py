"""What is kept of keys that providers publish."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from garfio.core.signature import key_secrets, with_older
from garfio.engine.store import keys, looks
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.keys import FetchedKey

KEY = FetchedKey("https://sns.eu-west-1.amazonaws.com/a.pem", "aws_sns", "PEM", 1, 2, tried_at_us=1)


def test_a_key_is_kept_only_while_it_is_allowed(db: Path) -> None:
    """One that comes after the permission was taken back is dropped; forbidding forgets what is there."""
    open_database(db)
    connection = connect(db)
    before = looks.revision(connection)
    assert not keys.put(connection, KEY)
    keys.allow(connection, "aws_sns", 1)
    assert keys.put(connection, KEY)
    assert keys.fetched(connection) == (KEY,)
    assert looks.revision(connection) > before
    keys.forbid(connection, "aws_sns")
    assert (keys.fetched(connection), keys.consents(connection)) == ((), frozenset())
    connection.close()


def test_a_try_that_failed_leaves_the_key(db: Path) -> None:
    """The trouble stands beside it until the next try that succeeds."""
    open_database(db)
    connection = connect(db)
    keys.allow(connection, "aws_sns", 1)
    keys.put(connection, KEY)
    failed = FetchedKey(KEY.url, "aws_sns", trouble="offline", detail="it cannot be reached.", tried_at_us=5)
    keys.put(connection, failed)
    expected = replace(KEY, trouble="offline", detail="it cannot be reached.", tried_at_us=5)
    assert keys.fetched(connection) == (expected,)
    keys.put(connection, replace(KEY, key="NEW"))
    renewed = with_older("NEW", KEY.key, KEY.fetched_at_us / 1e6)
    assert keys.fetched(connection) == (replace(KEY, key=renewed),)
    assert [one.valid_until for one in key_secrets(renewed, "")] == [None, KEY.fetched_at_us / 1e6]
    connection.close()
