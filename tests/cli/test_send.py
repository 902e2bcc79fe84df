"""`garfio send`: samples, signed or wrong, to a real receiver."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from tests.cli.receiver import Receiver, receiving, request_of

from garfio.cli import cli
from garfio.core.signature import recognise, verify

SECRET = "shpss_secret"


@pytest.fixture
def url() -> Iterator[str]:
    with receiving() as found:
        yield found


@pytest.fixture
def run(tmp_path: Path) -> Any:
    def call(*arguments: str) -> Result:
        return CliRunner().invoke(cli, ["--db", str(tmp_path / "garfio.db"), "send", *arguments])

    return call


def verdict() -> str:
    found = verify(request_of(Receiver.seen[-1]), [SECRET], provider="shopify", now_unix=time.time())
    return str(found.verdict)


def test_a_signed_sample(run: Any, url: str) -> None:
    result = run("shopify/orders-create", "--to", url, "--secret", SECRET)
    assert result.exit_code == 0, result.output
    assert "200 OK" in result.stdout
    assert verdict() == "valid"
    assert Receiver.seen[0][0] == "/shopify"
    assert recognise(request_of(Receiver.seen[0])).event_type == "orders/create"


def test_an_unsigned_one_says_so(run: Any, url: str) -> None:
    result = run("shopify/orders-create", "--to", f"{url}/my/hook", "--json")
    assert "Not signed" in result.stderr
    assert Receiver.seen[0][0] == "/my/hook"
    row = json.loads(result.stdout)
    assert (row["capture"], row["cause"], row["status"]) == (None, "sample", 200)
    assert base64.b64decode(row["request_base64"]).startswith(b"POST /my/hook HTTP/1.1\r\n")


@pytest.mark.parametrize(
    ("kind", "found"),
    [
        ("wrong_secret", "invalid"), ("changed_byte", "invalid"), ("missing_header", "unsigned"),
        ("other_event", "invalid"), ("truncated", "invalid"), ("content_type", "valid"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("status", ["401", "200"])
def test_a_wrong_one(run: Any, url: str, kind: str, found: str, status: str) -> None:
    """Exit 0 when the receiver refuses it, 1 and a word when it takes it."""
    result = run("shopify/orders-create", "--to", f"{url}/{status}", "--secret", SECRET, "--tamper", kind)
    assert verdict() == found
    assert result.exit_code == (0 if status == "401" else 1), result.output
    assert ("did not refuse" in result.stderr) is (status == "200")


def test_a_receiver_that_is_not_there_has_refused_nothing(run: Any, url: str) -> None:
    """Exit 1, but nobody is blamed for taking it."""
    gone = url.rpartition(":")[0] + ":9"
    result = run("shopify/orders-create", "--to", gone, "--secret", SECRET, "--tamper", "wrong_secret")
    assert result.exit_code == 1
    assert "no answer" in result.stderr
    assert "did not refuse" not in result.stderr


def test_a_duplicate_is_sent_twice(run: Any, url: str) -> None:
    assert run("shopify/orders-paid", "--to", url, "--secret", SECRET, "--tamper", "duplicate").exit_code == 0
    assert len(Receiver.seen) == 2
    assert Receiver.seen[0] == Receiver.seen[1]


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (("nobody/x", "--to", "http://127.0.0.1:1"), 2, "no sample"),
        (("shopify/orders-create", "--to", "http://127.0.0.1:1"), 1, ""),
        (("shopify/orders-create", "--to", "http://127.0.0.1:1", "--tamper", "truncated"), 1, "--secret"),
        (
            ("shopify/orders-create", "--to", "http://127.0.0.1:1", "--secret", "s", "--tamper", "expired"),
            1,
            "Shopify",
        ),
        (("shopify/orders-create", "--to", "http://h", "--tamper", "teapot"), 2, "teapot"),
        (("shopify/orders-create",), 2, "--to"),
    ],
)
def test_what_is_wrong_is_said(run: Any, arguments: tuple[str, ...], code: int, text: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code
    assert text in result.stderr
