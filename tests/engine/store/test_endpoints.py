"""Endpoints, secrets' records and custom schemes in the database, and what they ask to be checked again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import apsw
import pytest
from tests.factories import make_arrival

from garfio.core.endpoint import Endpoint, SecretRecord, record_of
from garfio.core.errors import AppError
from garfio.core.signature import Secret
from garfio.engine.store import endpoints, looks
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database
from garfio.engine.store.looks import Found, Outcome, Span

SCHEME = {
    "id": "ours",
    "name": "Ours",
    "schemes": [{"signature": ["header:X-Sign"]}],
    "event": [],
    "delivery": [],
}


@pytest.fixture
def database(db: Path) -> Iterator[apsw.Connection]:
    """One capture that has been looked at."""
    open_database(db)
    connection = connect(db)
    insert_arrivals(connection, [make_arrival()])
    looks.record(connection, [Outcome(Span(0), 1, ((1, Found(verdict="unverifiable")),), False)])
    yield connection
    connection.close()


def record(owner: str = "/a", value: str = "whsec_one", identifier: str = "1") -> SecretRecord:
    return record_of(Secret(value), identifier, owner, int(identifier))


def rechecked(connection: apsw.Connection) -> list[str]:
    """The paths that wait for a new check; they wait no more afterwards."""
    found = [row.path for row in looks.rechecks(connection)]
    connection.execute("DELETE FROM rechecks")
    return found


def test_endpoints_are_kept_in_order(database: apsw.Connection) -> None:
    """Added, changed, renamed with their secrets, removed; each asks for a new check of its captures."""
    first = Endpoint("/b", "stripe", "https://x.test", 60.0)
    endpoints.add_endpoint(database, first)
    endpoints.add_endpoint(database, Endpoint("/a"))
    assert endpoints.endpoints(database) == [first, Endpoint("/a")]
    assert rechecked(database) == ["/a", "/b"]
    endpoints.put_secret(database, record("/a"))
    assert rechecked(database) == ["/a"]
    endpoints.change_endpoint(database, "/a", Endpoint("/c", "github"))
    assert rechecked(database) == ["/a", "/c"]
    assert [found.owner for found in endpoints.secrets(database)] == ["/c"]
    endpoints.change_endpoint(database, "/c", Endpoint("/c", "github"))
    assert rechecked(database) == []
    assert endpoints.remove_endpoint(database, "/c") == ["1"]
    assert (endpoints.secrets(database), rechecked(database)) == ([], ["/c"])


def test_secrets_are_kept_newest_first(database: apsw.Connection) -> None:
    """An endpoint is made for the first; one for a target concerns no capture."""
    endpoints.put_secret(database, record("/a", "whsec_one", "1"))
    endpoints.put_secret(database, record("/a", "whsec_two", "2"))
    endpoints.put_secret(database, record("target:staging", "whsec_two", "3"))
    assert endpoints.endpoints(database) == [Endpoint("/a")]
    assert [found.id for found in endpoints.secrets(database, "/a")] == ["2", "1"]
    assert [found.id for found in endpoints.secrets(database)] == ["2", "1", "3"]
    assert rechecked(database) == ["/a"]
    endpoints.put_secret(database, record("/a", "whsec_three", "1"))
    assert endpoints.secret(database, "1").fingerprint == Secret("whsec_three").fingerprint
    endpoints.remove_secret(database, "1")
    assert [found.id for found in endpoints.secrets(database, "/a")] == ["2"]


def test_custom_schemes_are_kept(database: apsw.Connection) -> None:
    """As the same block of data; one that is in use stays; what uses it is checked again."""
    made = endpoints.put_scheme(database, SCHEME)
    assert endpoints.schemes(database) == [made]
    endpoints.add_endpoint(database, Endpoint("/a", "ours"))
    rechecked(database)
    endpoints.put_scheme(database, {**SCHEME, "name": "Ours again"})
    assert rechecked(database) == ["/a"]
    with pytest.raises(AppError, match="uses the scheme"):
        endpoints.remove_scheme(database, "ours")
    endpoints.remove_endpoint(database, "/a")
    endpoints.remove_scheme(database, "ours")
    assert endpoints.schemes(database) == []


def test_a_scheme_of_a_later_version_is_passed_over(database: apsw.Connection) -> None:
    """What cannot be read does not close the rest."""
    database.execute(
        "INSERT INTO schemes VALUES('new', '{\"id\":\"new\",\"schemes\":[{\"what\":1}]}'), ('no', '{')"
    )
    endpoints.put_scheme(database, SCHEME)
    assert [found.id for found in endpoints.schemes(database)] == ["ours"]


@pytest.mark.parametrize(
    ("action", "code"),
    [
        (lambda db: endpoints.add_endpoint(db, Endpoint("/taken")), "endpoint.taken"),
        (lambda db: endpoints.add_endpoint(db, Endpoint("/a", "nobody")), "endpoint.provider"),
        (lambda db: endpoints.add_endpoint(db, Endpoint("a")), "endpoint.path"),
        (lambda db: endpoints.change_endpoint(db, "/none", Endpoint("/none")), "endpoint.missing"),
        (lambda db: endpoints.change_endpoint(db, "/taken", Endpoint("/other")), "endpoint.taken"),
        (lambda db: endpoints.remove_endpoint(db, "/none"), "endpoint.missing"),
        (lambda db: endpoints.put_secret(db, record("/taken", "whsec_one", "9")), "secret.taken"),
        (lambda db: endpoints.remove_secret(db, "9"), "secret.missing"),
        (lambda db: endpoints.put_scheme(db, {**SCHEME, "id": "stripe"}), "scheme.taken"),
        (lambda db: endpoints.put_scheme(db, {"id": "x"}), "scheme.invalid"),
    ],
)
def test_what_cannot_be(
    database: apsw.Connection, action: Callable[[apsw.Connection], object], code: str
) -> None:
    """Each with its reason."""
    endpoints.put_secret(database, record("/taken", "whsec_one", "1"))
    endpoints.add_endpoint(database, Endpoint("/other"))
    with pytest.raises(AppError) as caught:
        action(database)
    assert caught.value.code == code


def test_rows_tell_what_changed(database: apsw.Connection) -> None:
    """Every change that a verdict depends on makes other rows."""
    seen = [endpoints.read_rows(database)]
    for change in (
        lambda: endpoints.add_endpoint(database, Endpoint("/a")),
        lambda: endpoints.put_secret(database, record("/a")),
        lambda: endpoints.put_scheme(database, SCHEME),
        lambda: endpoints.change_endpoint(database, "/a", Endpoint("/a", "ours")),
        lambda: endpoints.remove_endpoint(database, "/a"),
    ):
        change()
        seen.append(endpoints.read_rows(database))
    assert len({(rows.revision, rows.schemes) for rows in seen}) == len(seen)
