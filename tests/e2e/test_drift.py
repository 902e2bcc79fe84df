"""From deliveries to a shape: learned behind the listener, each once whatever happens, and told from outside."""

from __future__ import annotations

import hashlib
import hmac
import json
from pathlib import Path
from typing import Any

from garfio.core.shape import DELIVERIES
from garfio.engine.store import shapes
from garfio.engine.store.database import connect_reading
from tests.e2e.processes import Listener, garfio, wait_until

SECRET = "the secret of the tests"


def send(listener: Listener, number: int, **fields: Any) -> None:
    body = json.dumps({"action": "opened", "number": number, "sender": {"login": "ada"}, **fields}).encode()
    made = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    names = {
        "X-Hub-Signature-256": f"sha256={made}",
        "X-GitHub-Event": "issues",
        "X-GitHub-Delivery": f"d-{number}",
    }
    assert listener.post(body, "/github", **names, **{"Content-Type": "application/json"}) == 200


def learned(db: Path) -> tuple[int, int]:
    """Up to which capture, and from how many deliveries."""
    connection = connect_reading(db)
    try:
        known = shapes.known(connection)
        return shapes.position(connection)[0], known[0].deliveries if known else 0
    finally:
        connection.close()


def found_by(query: str, db: Path) -> int:
    return len(garfio("list", query, "--json", "--limit", "100", "--db", db).stdout.splitlines())


def test_drift_from_the_wire_to_the_command_line(tmp_path: Path) -> None:
    """Killed while it learns, started again: every delivery taught once, the one that differs is found, and a schema of
    what was learned says no to what it lacks."""
    db, file = tmp_path / "garfio.db", tmp_path / "issues.json"
    variables = {"GARFIO_SECRET_GITHUB": SECRET}
    with Listener(db, variables=variables) as listener:
        for number in range(DELIVERIES):
            send(listener, number)
        wait_until(lambda: learned(db)[0] > 0, "something was learned")
        listener.process.kill()
        listener.process.wait()
    with Listener(db, variables=variables) as listener:
        wait_until(lambda: learned(db) == (DELIVERIES, DELIVERIES), "all was learned once")
        send(listener, 100, sender={"login": 7}, label="new")
        send(listener, 101, sender={"login": 8}, label="known now")
        wait_until(lambda: learned(db)[0] == DELIVERIES + 2, "the new ones were learned")
        found = garfio("list", "is:drift", "--json", "--db", db).stdout.splitlines()
        assert [json.loads(line)["id"] for line in found] == [DELIVERIES + 1]
        file.write_bytes(garfio("schemas", "learned", "github", "issues", "--db", db).stdout)
        assert garfio("schemas", "check", "1", "--schema", file, "--db", db).returncode == 0
        assert (
            listener.post(b'{"action": "opened"}', "/github", **{"Content-Type": "application/json"}) == 200
        )
        wait_until(lambda: learned(db)[0] == DELIVERIES + 3, "the last was seen")
        refused = garfio("schemas", "check", DELIVERIES + 3, "--schema", file, "--db", db)
        assert (refused.returncode, b"sender" in refused.stdout) == (1, True)
        assert garfio("endpoints", "add", "/github", "--provider", "github", "--db", db).returncode == 0
        assert garfio("schemas", "add", "/github", file, "--db", db).returncode == 0
        wait_until(lambda: found_by("schema:fails", db) == 1, "what was captured before is checked")
        assert found_by("schema:holds", db) == DELIVERIES + 2
        assert garfio("schemas", "remove", "/github", "--db", db).returncode == 0
        wait_until(lambda: found_by("has:schema", db) == 0, "it is checked no more")
