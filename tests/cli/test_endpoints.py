"""`garfio endpoints` and `garfio secrets` as a user types them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.engine.signed import SECRET, arrival, stripe_request

from garfio.cli import cli
from garfio.cli.output import summary_json
from garfio.engine.database import Database

Run = Callable[..., Result]
Objects = Callable[..., list[dict[str, Any]]]


@pytest.fixture(autouse=True)
def file_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GARFIO_SECRET_STORE", "file")
    monkeypatch.delenv("GARFIO_DB", raising=False)


@pytest.fixture
def typed(db: Path) -> Run:
    """Runs a command with standard input."""

    def go(text: str, *arguments: str) -> Result:
        return CliRunner().invoke(cli, ["--db", str(db), *arguments], input=text, prog_name="garfio")

    return go


def test_endpoints(run: Run, objects: Objects) -> None:
    """Added, changed in what is given, listed, removed with what is forwarded."""
    assert run("endpoints", "add", "/stripe", "--provider", "stripe", "--tolerance", "60").exit_code == 0
    assert "changed" in run("endpoints", "add", "/stripe", "--url", "https://me.example").stderr
    assert run("endpoints", "add", "/shops/*", "--forward", "http://127.0.0.1:9/x").exit_code == 0
    first, second = objects("endpoints", "list", "--json")
    assert first == {
        "path": "/stripe",
        "provider": "stripe",
        "public_url": "https://me.example",
        "tolerance_s": 60.0,
        "secrets": 0,
        "forward": None,
        "answer_within_s": None,
        "waiting": 0,
        "given_up": 0,
        "reason": None,
    }
    assert (second["path"], second["provider"], second["forward"]) == (
        "/shops/*",
        None,
        "http://127.0.0.1:9/x",
    )
    assert "any provider" in run("endpoints", "list").stdout
    assert run("endpoints", "add", "/shops/*", "--answer-within", "3").exit_code == 2
    wanted = ("--forward", "http://127.0.0.1:9/x", "--answer-within", "3")
    assert run("endpoints", "add", "/shops/*", *wanted).exit_code == 0
    assert objects("endpoints", "list", "--json")[1]["answer_within_s"] == 3.0
    assert "→ http://127.0.0.1:9/x, answers within 3 s" in run("endpoints", "list").stdout
    assert run("endpoints", "remove", "/shops/*").exit_code == 0
    assert [row["path"] for row in objects("endpoints", "list", "--json")] == ["/stripe"]


def test_a_secret_checks_again_what_was_captured(run: Run, typed: Run, store: Any, db: Path) -> None:
    """Without a listener the command does it; what is listed is not the secret."""
    store(arrival(stripe_request()))
    added = typed(f"{SECRET}\n", "secrets", "add", "/stripe", "--label", "mine", "--mode", "test")
    assert added.exit_code == 0
    assert summary_json(Database(db).page()[0])["verdict"] == "valid"
    shown = run("secrets", "list").stdout + run("secrets", "list", "--json").stdout + added.stderr
    assert SECRET not in shown
    assert "mine, test, 21 characters" in shown
    record = json.loads(run("secrets", "list", "/stripe", "--json").stdout)
    assert (record["length"], record["prefix"], record["available"]) == (21, "whsec_", True)
    assert run("secrets", "remove", "/stripe").exit_code == 0
    assert run("secrets", "list", "--json").stdout == ""
    assert summary_json(Database(db).page()[0])["verdict"] == "no_secret"


def test_a_queue_says_why_it_stands(run: Run, typed: Run, objects: Objects, db: Path) -> None:
    """What waits for a secret is listed with the command that gives it; what was given up, with its reason."""
    assert run("targets", "add", "dev", "http://127.0.0.1:9", "--signature", "resign").exit_code == 0
    assert run("endpoints", "add", "/stripe", "--forward", "dev").exit_code == 0
    assert "secrets add target:dev" in run("targets", "list").stdout
    connection = sqlite3.connect(db)
    row = "INSERT INTO outbox(capture, kind, place, state, queued_at_us, error) VALUES(1, 'forward', 'dev', ?, 1, ?)"
    connection.execute(row, ("waiting", "resend.no_secret"))
    connection.commit()
    assert (
        "1 waiting, its secret is missing: garfio secrets add target:dev" in run("endpoints", "list").stdout
    )
    assert objects("endpoints", "list", "--json")[0]["reason"] == "resend.no_secret"
    connection.execute("DELETE FROM outbox")
    connection.execute(row, ("failed", "status.422"))
    connection.commit()
    connection.close()
    assert "1 given up, The target answered 422." in run("endpoints", "list").stdout
    assert typed("whsec_x", "secrets", "add", "target:dev").exit_code == 0
    assert "secret" not in run("targets", "list").stdout
    assert objects("targets", "list", "--json")[0]["has_secret"] is True


def test_keys_are_allowed_and_forbidden(run: Run, db: Path) -> None:
    """Consent is kept in the workspace, says which hosts it covers, and is taken back; a provider without published
    keys is refused by name."""
    allowed = run("secrets", "allow", "aws_sns")
    assert allowed.exit_code == 0
    assert "amazonaws.com" in allowed.stderr

    def consents() -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(db)
        try:
            return connection.execute("SELECT provider FROM key_consents").fetchall()
        finally:
            connection.close()

    assert consents() == [("aws_sns",)]
    assert run("secrets", "forbid", "aws_sns").exit_code == 0
    assert consents() == []
    refused = run("secrets", "allow", "stripe")
    assert refused.exit_code != 0
    assert "stripe" in refused.stderr.lower()
    assert consents() == []


def test_one_of_several_secrets(run: Run, typed: Run) -> None:
    """By id alone, or by endpoint with label or fingerprint; without, it is asked which."""
    for value, label in (("whsec_aaaaaaaa", "old"), ("whsec_bbbbbbbb", "new"), ("whsec_cccccccc", "next")):
        typed(value, "secrets", "add", "/a", "--label", label)
    assert "3 such secrets" in run("secrets", "remove", "/a").stderr
    assert run("secrets", "remove", "/a", "old").exit_code == 0
    (first, second) = (json.loads(line) for line in run("secrets", "list", "--json").stdout.splitlines())
    assert run("secrets", "remove", first["id"]).exit_code == 0
    assert run("secrets", "remove", "/a", second["fingerprint"]).exit_code == 0
    assert "no such secret" in run("secrets", "remove", "/a").stderr


def test_a_custom_scheme(run: Run, objects: Objects, tmp_path: Path, store: Any) -> None:
    """The block of data from a file, kept and used."""
    file = tmp_path / "ours.json"
    file.write_text('{"id": "ours", "schemes": [{"signature": ["header:Stripe-Signature"]}]}')
    assert run("endpoints", "add", "/in", "--scheme", file).exit_code == 0
    assert objects("endpoints", "list", "--json")[0]["provider"] == "ours"
    store(arrival(stripe_request(path="/in")))
    assert json.loads(run("verify", 1, "--secret", "s", "--json").stdout)["provider"] == "ours"
    file.write_text("[]")
    assert "not a JSON object" in run("endpoints", "add", "/in", "--scheme", file).stderr


@pytest.mark.parametrize(
    ("text", "arguments", "status", "said"),
    [
        ("", ("endpoints", "add", "stripe"), 2, "is not the path of an endpoint"),
        ("", ("endpoints", "add", "/a", "--provider", "nobody"), 2, "no provider"),
        ("", ("endpoints", "add", "/a", "--forward", "https://example.com"), 1, "not this machine"),
        ("", ("endpoints", "remove", "/none"), 1, "no endpoint"),
        ("", ("endpoints",), 2, "Usage"),
        (" \n", ("secrets", "add", "/a"), 1, "empty"),
        ("x", ("secrets", "add", "/a", "--mode", "prod"), 2, "prod"),
        ("x", ("secrets", "add", "/a", "--valid-until", "tomorrow"), 2, "is not a time"),
        (
            "x",
            ("secrets", "add", "/a", "--valid-from", "2", "--valid-until", "1970-01-01T00:00:01Z"),
            1,
            "before it",
        ),
        ("", ("secrets", "remove", "/a"), 1, "no such secret"),
        ("", ("secrets", "allow", "nobody"), 2, "fetched are those of adobe_io"),
        ("", ("secrets", "forbid", "nobody"), 2, "fetched are those of adobe_io"),
    ],
)
def test_what_cannot_be(
    typed: Run, store: Any, text: str, arguments: tuple[str, ...], status: int, said: str
) -> None:
    """A sentence on stderr."""
    store()
    result = typed(text, *arguments)
    assert result.exit_code == status
    assert said in result.stderr


def test_memory_is_no_place_for_a_command(typed: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It would be forgotten at once, so it is refused openly."""
    monkeypatch.setenv("GARFIO_SECRET_STORE", "memory")
    result = typed("x", "secrets", "add", "/a")
    assert result.exit_code == 1
    assert "only as long as this command runs" in result.stderr


def test_what_was_done_is_said(run: Run, typed: Run) -> None:
    """A path that a secret makes an endpoint of is named, so that a slip shows; so is what is removed."""
    assert "/stirpe is a new endpoint" in typed("whsec_1", "secrets", "add", "/stirpe").stderr
    assert "new endpoint" not in typed("whsec_2", "secrets", "add", "/stirpe").stderr
    assert run("endpoints", "remove", "/stirpe").stderr == "/stirpe removed.\n"
    assert run("targets", "add", "here", "http://127.0.0.1:9").stderr == "here added: http://127.0.0.1:9\n"
    assert run("targets", "remove", "here").stderr == "here removed.\n"


def test_a_provider_that_is_nearly_one(run: Run) -> None:
    """Whoever mistypes a provider or an event is asked whether the near one was meant."""
    assert "Did you mean github? " in run("endpoints", "add", "/x", "--provider", "githbu").stderr
    result = run("send", "shopfy/orders-create", "--to", "http://127.0.0.1:9")
    assert (result.exit_code, "Did you mean shopify/orders-create? " in result.stderr) == (2, True)
