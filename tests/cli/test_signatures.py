"""`garfio verify`, `sign` and `providers` as a user types them."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.engine.signed import AT, BODY, SECRET, arrival, stripe_request
from tests.factories import make_message

from garfio.cli import cli
from garfio.core.sample.registry import SAMPLES
from garfio.core.signature import CATALOG

KEYS = {"provider", "scheme", "verdict", "reason", "signed_content_base64", "received", "age_s", "findings"}


@pytest.fixture
def message(tmp_path: Path) -> Path:
    """A signed message in a file; there is no workspace."""
    file = tmp_path / "one.http"
    file.write_bytes(stripe_request().to_bytes())
    return file


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Result]:
    """Runs a command where there is no workspace."""
    monkeypatch.delenv("GARFIO_DB", raising=False)
    monkeypatch.setattr("garfio.cli.default_database", lambda: tmp_path / "none" / "garfio.db")

    def go(*arguments: object, **options: Any) -> Result:
        return CliRunner().invoke(cli, [*map(str, arguments)], prog_name="garfio", **options)

    return go


def verified(bare: Callable[..., Result], *arguments: object, **options: Any) -> tuple[int, dict[str, Any]]:
    result = bare("verify", *arguments, "--json", **options)
    return result.exit_code, json.loads(result.stdout)


def test_a_file_needs_no_workspace(bare: Callable[..., Result], message: Path, tmp_path: Path) -> None:
    """All keys are there, and nothing is made."""
    code, found = verified(bare, message, "--provider", "stripe", "--secret", SECRET, "--at", AT)
    assert (code, set(found)) == (0, KEYS)
    assert (found["provider"], found["scheme"], found["verdict"]) == ("stripe", "v1", "valid")
    assert base64.b64decode(found["signed_content_base64"]) == b"%d." % AT + BODY
    assert (found["received"][:2], found["age_s"], found["findings"]) == ("t=", 0.0, [])
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("arguments", "verdict"),
    [
        (("--secret", SECRET, "--at", AT + 1000), "expired"),
        (("--secret", SECRET), "expired"),
        (("--secret", "whsec_no", "--at", AT), "invalid"),
        (("--secret", "whsec_no", "--secret", SECRET, "--at", AT), "valid"),
        (("--at", AT), "no_secret"),
        (("--provider", "github", "--secret", SECRET), "unsigned"),
    ],
)
def test_verdicts(
    bare: Callable[..., Result], message: Path, arguments: tuple[object, ...], verdict: str
) -> None:
    """Exit 1 unless it is valid; by now when no moment is given."""
    code, found = verified(bare, message, *arguments)
    assert (found["verdict"], code) == (verdict, 0 if verdict == "valid" else 1)


def test_standard_input(bare: Callable[..., Result], message: Path) -> None:
    """A dash, and the provider found out from the message."""
    arguments = ("-", "--secret", SECRET, "--at", AT)
    assert verified(bare, *arguments, input=message.read_bytes())[1]["verdict"] == "valid"
    nothing = bare("verify", *arguments, input=b"what")
    assert (nothing.exit_code, nothing.stdout) == (1, "")
    assert nothing.stderr.startswith("garfio: Standard input is not an HTTP message")


def test_a_workspace_may_be_named_where_none_is_needed(bare: Callable[..., Result], message: Path) -> None:
    """A script gives its --db to every command alike."""
    signed = bare("sign", message, "--provider", "stripe", "--secret", SECRET, "--at", AT, "--db", "none.db")
    assert (signed.exit_code, signed.stdout_bytes) == (0, message.read_bytes())
    for command in (["providers"], ["recipes", "list"]):
        assert bare(*command, "--db", "none.db").exit_code == 0


def test_the_environment_lends_a_secret(
    bare: Callable[..., Result], message: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the path of the message; for signing too."""
    monkeypatch.setenv("GARFIO_SECRET_STRIPE", SECRET)
    assert verified(bare, message, "--at", AT)[1]["verdict"] == "valid"
    assert bare("sign", message, "--provider", "stripe", "--at", AT).stdout_bytes == message.read_bytes()


def test_the_expected_value_is_shown_only_if_asked(bare: Callable[..., Result], message: Path) -> None:
    """With it anybody could forge a message."""
    arguments = ("verify", message, "--secret", "whsec_no", "--at", AT)
    shown = json.loads(bare(*arguments, "--json", "--show-expected").stdout)
    assert shown["expected"]
    assert shown["expected"] not in bare(*arguments).stdout
    assert shown["expected"] in bare(*arguments, "--show-expected").stdout


def test_findings_say_the_cause(bare: Callable[..., Result], tmp_path: Path) -> None:
    """Code, certainty and advice; in words too."""
    file = tmp_path / "changed.http"
    compact = BODY.replace(b": ", b":").replace(b", ", b",")
    file.write_bytes(stripe_request(sent=compact).to_bytes())
    _, found = verified(bare, file, "--secret", SECRET, "--at", AT)
    assert set(found["findings"][0]) == {"code", "certainty", "advice"}
    assert (found["findings"][0]["code"], found["findings"][0]["certainty"]) == (
        "body.reserialised",
        "proved",
    )
    text = bare("verify", file, "--secret", SECRET, "--at", AT).stdout
    assert text.startswith("invalid: ")
    assert "[body.reserialised]" in text
    assert SECRET not in text


def test_a_capture_is_judged_by_its_arrival(
    run: Callable[..., Result], store: Callable[..., list[int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With its endpoint's secrets, unless others are given."""
    monkeypatch.setenv("GARFIO_SECRET_STORE", "file")
    store(arrival(stripe_request()))
    assert run("endpoints", "add", "/stripe", "--provider", "stripe", "--secret", SECRET).exit_code == 0
    result = run("verify", 1)
    assert (result.exit_code, result.stdout.partition("\n")[0]) == (0, "valid: The signature is right.")
    assert SECRET not in result.stdout
    assert run("verify", 1, "--at", AT + 1000).exit_code == 1
    assert json.loads(run("verify", 1, "--secret", "no", "--json").stdout)["verdict"] == "invalid"
    assert run("verify", 2).exit_code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (("verify",), 2, "Missing argument"),
        (("verify", "/nowhere/x.http"), 2, "cannot be read"),
        (("verify", "{message}", "--provider", "nobody"), 2, "no provider 'nobody'"),
        (("sign", "{message}", "--provider", "nobody", "--secret", "x"), 2, "no provider 'nobody'"),
        (("sign", "{message}", "--provider", "stripe"), 2, "no secret"),
        (("sign", "{message}", "--secret", "x"), 2, "Missing option"),
        (("sign", "{message}", "--provider", "paypal", "--secret", "x"), 1, "garfio: "),
        (("verify", "1"), 1, "There is no workspace"),
    ],
)
def test_wrong_usage(
    bare: Callable[..., Result], message: Path, arguments: tuple[str, ...], code: int, text: str
) -> None:
    """A sentence on stderr, nothing on stdout."""
    result = bare(*(message if one == "{message}" else one for one in arguments))
    assert (result.exit_code, result.stdout) == (code, "")
    assert text in result.stderr


def test_signing_gives_what_verifies(bare: Callable[..., Result], tmp_path: Path) -> None:
    """Fresh, with every other byte as it was; it goes straight into verify."""
    file = tmp_path / "plain.http"
    file.write_bytes(
        b"POST /a?b=%41 HTTP/1.1\r\nHost: x\r\nX-Dup: 1\r\nx-dup: 2\r\nContent-Length: 2\r\n\r\n{}"
    )
    for provider in ("github", "shopify", "slack"):
        signed = bare("sign", file, "--provider", provider, "--secret", "s3cret").stdout_bytes
        assert b"POST /a?b=%41 HTTP/1.1" in signed
        assert b"X-Dup: 1\r\nx-dup: 2\r\n" in signed
        found = verified(bare, "-", "--provider", provider, "--secret", "s3cret", input=signed)
        assert found[1]["verdict"] == "valid"


def test_the_public_url_counts(bare: Callable[..., Result], tmp_path: Path) -> None:
    """For a scheme that signs it."""
    file, signed = tmp_path / "form.http", tmp_path / "signed.http"
    fields = [(b"Content-Type", b"application/x-www-form-urlencoded")]
    file.write_bytes(make_message(b"Body=a", b"/sms", fields))
    options = ("--provider", "twilio", "--secret", "token")
    signed.write_bytes(bare("sign", file, *options, "--url", "https://me.example/sms").stdout_bytes)
    assert verified(bare, signed, *options, "--url", "https://me.example/sms")[1]["verdict"] == "valid"
    assert verified(bare, signed, *options, "--url", "https://you.example/sms")[1]["verdict"] == "invalid"


def test_providers(bare: Callable[..., Result]) -> None:
    """All of them, with what can be done; the same as JSON."""
    lines = bare("providers").stdout.splitlines()
    found = {row["id"]: row for row in map(json.loads, bare("providers", "--json").stdout.splitlines())}
    assert len(lines) == len(found) == len(CATALOG)
    assert (found["stripe"]["verify"], found["stripe"]["sign"], found["stripe"]["handshake"]) == (
        True,
        True,
        False,
    )
    assert found["slack"]["handshake"]
    assert "shopify/orders-create" in found["shopify"]["samples"]
    assert {key for row in found.values() for key in row["samples"]} == set(SAMPLES)
    assert found["paypal"]["samples"] == []
