"""Rules through the real listener process: what a kill does to them, and the commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.outside import Peer, http_peer
from tests.e2e.processes import Listener, garfio, wait_until

RULE = """
name = "tell"
query = "path:/hook"
enabled = true

[[actions]]
kind = "http"
url = "{url}/told"
json = {{ id = "{{{{ id }}}}", n = "{{{{ body.n }}}}" }}
"""

SILENCE = """
name = "quiet"
query = "path:/hook"
silent_minutes = 0.02
enabled = true

[[actions]]
kind = "http"
url = "{url}/told"
json = {{ n = "{{{{ silence.capture | default(0) }}}}" }}
"""


def add_rule(db: Path, tmp_path: Path, text: str) -> None:
    file = tmp_path / "rule.toml"
    file.write_text(text)
    result = garfio("rules", "add", file, "--db", db)
    assert result.returncode == 0, result.stderr


def log(db: Path, *arguments: str) -> list[dict[str, Any]]:
    result = garfio("rules", "log", *arguments, "--json", "--db", db)
    return [json.loads(line) for line in result.stdout.splitlines()]


def told(peer: Peer) -> list[int]:
    return [one.json()["n"] for one in peer.at("/told")]


@pytest.mark.skipif("sys.platform == 'win32'")
def test_a_kill_loses_no_action(tmp_path: Path) -> None:
    """Killed right after the acknowledgements, and again in the middle of an action: after a restart each was done
    once or more."""
    db = tmp_path / "garfio.db"
    with http_peer() as peer:
        add_rule(db, tmp_path, RULE.format(url=peer.url))
        with Listener(db) as listener:
            for number in range(8):
                assert listener.post(b'{"n": %d}' % number, **{"Content-Type": "application/json"}) == 200
            listener.process.kill()
        peer.gate.clear()
        with Listener(db) as listener:
            wait_until(lambda: told(peer), "an action has begun")
            listener.process.kill()
        peer.gate.set()
        with Listener(db):
            wait_until(lambda: set(told(peer)) == set(range(8)), "all eight")
            wait_until(lambda: all(row["state"] == "done" for row in log(db)), "all done")
        first = told(peer)[0]
        keys = {one.headers["idempotency-key"] for one in peer.at("/told") if one.json()["n"] == first}
        assert len(keys) == 1, "the other side can tell a second try from a second deed"


@pytest.mark.skipif("sys.platform == 'win32'")
def test_a_kill_loses_no_alert_of_silence(tmp_path: Path) -> None:
    """Killed between the decision that an endpoint is silent and the alert's end: after a restart it goes out again,
    with the same key; and no second alert for the one silence."""
    db = tmp_path / "garfio.db"
    with http_peer() as peer:
        add_rule(db, tmp_path, SILENCE.format(url=peer.url))
        peer.gate.clear()
        with Listener(db) as listener:
            wait_until(lambda: told(peer), "the alert has begun")
            listener.process.kill()
        peer.gate.set()
        assert [row["state"] for row in log(db)] != ["done"]
        with Listener(db):
            wait_until(lambda: [row["state"] for row in log(db)] == ["done"], "the alert is done")
        assert len(told(peer)) == 2
        assert len({one.headers["idempotency-key"] for one in peer.at("/told")}) == 1


def test_the_commands(tmp_path: Path) -> None:
    """A rule is tried on what is there, switched off and on, logged, and removed; imported captures never fire it."""
    db = tmp_path / "garfio.db"
    message = b'POST /hook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n\r\n{"n": 7}'
    (tmp_path / "old.http").write_bytes(message)
    with http_peer() as peer:
        add_rule(db, tmp_path, RULE.format(url=peer.url))
        with Listener(db):
            assert garfio("import", tmp_path / "old.http", "--db", db).returncode == 0
            dry = garfio("rules", "test", "tell", "--json", "--db", db)
            assert dry.returncode == 0
            (line,) = [json.loads(line) for line in dry.stdout.splitlines()]
            assert line["summary"] == f"POST {peer.url}/told"
            assert line["deed"]["body"] == '{"id": 1, "n": 7}'
            assert not peer.received
        listed = garfio("rules", "list", "--db", db).stdout.decode()
        assert listed.startswith("on   tell")
        assert garfio("rules", "disable", "tell", "--db", db).returncode == 0
        shown = garfio("rules", "show", "tell", "--db", db).stdout.decode()
        assert "enabled = false" in shown
        assert log(db) == []
        assert garfio("rules", "remove", "tell", "--db", db).returncode == 0
        assert garfio("rules", "enable", "tell", "--db", db).returncode == 2


def test_a_rule_that_is_not_there(tmp_path: Path) -> None:
    """Its name is said to be wrong, and which there are; one whose log is left has been there."""
    db = tmp_path / "garfio.db"
    add_rule(db, tmp_path, RULE.format(url="http://127.0.0.1:9"))
    for command in (("log", "tel"), ("again", "tel"), ("disable", "tel"), ("test", "tel")):
        done = garfio("rules", *command, "--db", db)
        assert (done.returncode, done.stdout) == (2, b"")
        assert b"no rule 'tel'. There are: tell." in done.stderr
    assert garfio("rules", "log", "tell", "--db", db).returncode == 0
    assert garfio("rules", "remove", "tell", "--db", db).returncode == 0
    assert b"There are none yet" in garfio("rules", "log", "tell", "--db", db).stderr


def test_recipes_from_the_command_line(tmp_path: Path) -> None:
    """A recipe is listed, wants what it needs, and becomes a rule that is off."""
    db = tmp_path / "garfio.db"
    assert b"slack-mention: " in garfio("recipes", "list").stdout
    lacking = garfio("recipes", "add", "slack-mention", "--db", db)
    assert lacking.returncode == 2
    assert b"needs secret" in lacking.stderr
    added = garfio("recipes", "add", "slack-mention", "--set", "secret=team", "--db", db)
    assert added.returncode == 0
    assert b"garfio secrets add action:team" in added.stderr
    assert garfio("rules", "list", "--db", db).stdout.startswith(b"off  slack-mention")
    silent = ("silent-endpoint", "--set", "path=/a", "--enable")
    assert garfio("recipes", "add", *silent, "--db", db, LC_ALL="es_ES.UTF-8").returncode == 0
    shown = garfio("rules", "show", "silent-endpoint", "--db", db).stdout.decode()
    assert 'title = "Nada en /a desde hace' in shown
    assert b"60 min without path:/a" in garfio("rules", "list", "--db", db).stdout
    tried = garfio("rules", "test", "silent-endpoint", "--db", db)
    assert b"None of the last 0 captures matches; it acts 60 min after it is switched on." in tried.stderr
