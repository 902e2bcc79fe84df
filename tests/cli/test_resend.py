"""`garfio resend`, `targets` and `listen --forward` as a user types them."""

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
from garfio.core.capture import Arrival
from garfio.core.http import Request
from garfio.core.signature import sign, verify
from garfio.engine.database import import_arrivals

BODY = b'{"type": "invoice.paid", "n": 1.10}'
REQUEST = Request(
    b"POST /stripe?x=%41 HTTP/1.1\r\nHost: a\r\nX-Dup: 1\r\nx-dup: 2\r\nUser-Agent: Stripe/1.0\r\n"
    b"Content-Type: application/json\r\nContent-Length: " + str(len(BODY)).encode() + b"\r\n\r\n",
    BODY,
)


@pytest.fixture
def url() -> Iterator[str]:
    with receiving() as found:
        yield found


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "garfio.db"
    signed = sign(REQUEST, "stripe", "whsec_live", now_unix=1_700_000_000)
    import_arrivals(
        path, [Arrival(signed, 1, "", 200, size=len(BODY)), Arrival(REQUEST, 2, "", 200, size=len(BODY))]
    )
    return path


@pytest.fixture
def run(database: Path) -> Any:
    def call(*arguments: str, **options: Any) -> Result:
        return CliRunner().invoke(cli, ["--db", str(database), *arguments], **options)

    return call


def test_exactly(run: Any, url: str) -> None:
    """One line with the answer, exit 0, and the receiver has the raw path, repeats and body."""
    result = run("resend", "2", "--to", url)
    assert result.exit_code == 0, result.output
    assert f"2 → {url}/stripe?x=%41: 200 OK" in result.stdout
    assert "replaced header Host: a →" in result.stderr
    ((path, headers, body),) = Receiver.seen
    assert (path, body) == ("/stripe?x=%41", BODY)
    assert [pair for pair in headers if pair[0].lower() == "x-dup"] == [("X-Dup", "1"), ("x-dup", "2")]


def test_json(run: Any, url: str) -> None:
    result = run("resend", "2", "1", "--to", url, "--json")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["capture"] for row in rows] == [2, 1]
    row = rows[0]
    assert (row["outcome"], row["status"], row["passed"], row["verdict"]) == (
        "response",
        200,
        True,
        "passing",
    )
    assert base64.b64decode(row["body_base64"]) == b"done"
    assert base64.b64decode(row["request_base64"]).endswith(b"\r\n\r\n" + BODY)
    assert row["peer"] == url.removeprefix("http://")


def test_redirects_are_followed_when_the_target_says_so(run: Any, url: str) -> None:
    """The line and the JSON name each hop; what points on for ever ends at the limit, with the reason."""
    assert run("targets", "add", "moved", f"{url}/moved/303", "--follow", "1").exit_code == 0
    result = run("resend", "2", "--to", "moved")
    assert (result.exit_code, result.stdout) == (0, result.stdout)
    assert f"2 → moved: 303 → GET {url}/target: 200 OK" in result.stdout
    (found,) = [
        json.loads(line) for line in run("resend", "2", "--to", "moved", "--json").stdout.splitlines()
    ]
    assert [(hop["status"], hop["url"], hop["withheld"]) for hop in found["hops"]] == [
        (303, f"{url}/target", [])
    ]
    assert found["stopped"] is None
    assert base64.b64decode(found["hops"][0]["request_base64"]).startswith(b"GET /target HTTP/1.1\r\n")
    assert run("targets", "add", "gone", f"{url}/302", "--follow", "20").exit_code == 0
    result = run("resend", "2", "--to", "gone")
    assert "302 → GET http://127.0.0.1:1/: failed: Nothing listens there" in result.stdout
    result = run("targets", "add", "odd", url, "--follow", "21")
    assert (result.exit_code, "21 is not from 0 to 20" in result.stderr) == (2, True)


def test_the_normal_way(run: Any, url: str) -> None:
    """Repeats of a header are written alike, which is said; a proxy that is not there is a failure."""
    assert run("targets", "add", "usual", url, "--sending", "normal").exit_code == 0
    result = run("resend", "2", "--to", "usual")
    assert result.exit_code == 0, result.output
    assert "replaced header x-dup: x-dup: 2 → X-Dup: 2 (client)" in result.stderr
    ((_, headers, body),) = Receiver.seen
    assert [name for name, _ in headers if name.lower() == "x-dup"] == ["X-Dup", "X-Dup"]
    assert body == BODY
    assert run("targets", "add", "far", "http://far.invalid", "--proxy", "http://127.0.0.1:1").exit_code == 0
    result = run("resend", "2", "--to", "far", "--yes", "--json")
    found = json.loads(result.stdout)
    assert (result.exit_code, found["failure"]["kind"], found["sending"]) == (1, "proxy", "normal")
    assert found["proxy"] == "http://127.0.0.1:1"
    result = run("targets", "add", "odd", url, "--sending", "exact", "--proxy", "http://127.0.0.1:1")
    assert (result.exit_code, "normal way" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    ("status", "text"), [("500", "500 Internal Server Error"), ("302", "(not followed)"), ("404", "404")]
)
def test_an_answer_that_is_not_2xx(run: Any, url: str, status: str, text: str) -> None:
    result = run("resend", "2", "--to", f"{url}/{status}")
    assert result.exit_code == 1
    assert text in result.stdout


def test_a_target_that_is_down(run: Any) -> None:
    result = run("resend", "2", "--to", "http://127.0.0.1:1", "--json")
    assert result.exit_code == 1
    failure = json.loads(result.stdout)["failure"]
    assert (failure["kind"], failure["code"]) == ("refused", "refused")


def test_edits(run: Any, url: str, tmp_path: Path) -> None:
    file = tmp_path / "body"
    file.write_bytes(b"\x00new")
    run("resend", "2", "--to", url, "--set-header", "X-Dup=3", "--set-header", "New=é", "--body", str(file))
    ((_, headers, body),) = Receiver.seen
    assert body == b"\x00new"
    assert [value for name, value in headers if name == "X-Dup"] == ["3"]
    assert ("Content-Length", "4") in headers
    run("resend", "2", "--to", url, "--body", "-", input=b"stdin")
    assert Receiver.seen[1][2] == b"stdin"


@pytest.mark.parametrize(
    ("arguments", "code", "text"),
    [
        (("resend", "9", "--to", "http://127.0.0.1:1"), 1, "There is no capture 9"),
        (("resend", "2", "--to", "nowhere"), 1, "There is no target 'nowhere'"),
        (("resend", "2", "--to", "http://a b"), 2, "blanks"),
        (("resend", "2", "--to", "http://h", "--set-header", "A=x\ny"), 2, "line break"),
        (("resend", "1", "--to", "http://127.0.0.1:1", "--resign"), 1, "--secret"),
        (("resend", "2"), 2, "--to"),
        (("resend", "--to", "http://h"), 2, "ID"),
        (("targets", "add", "x", "nope"), 2, "not a URL"),
        (("targets", "add", "x", "https://h", "--cert", "/nowhere.pem"), 2, "cannot be read"),
        (("targets", "add", "x", "https://h", "--ca-file", __file__), 2, "no certificate"),
        (("targets", "remove", "x"), 1, "no target"),
    ],
)
def test_what_is_wrong_is_said(run: Any, arguments: tuple[str, ...], code: int, text: str) -> None:
    result = run(*arguments)
    assert result.exit_code == code, result.output
    assert text in result.stderr
    assert "Traceback" not in result.output


def test_signed_anew(run: Any, url: str) -> None:
    """A stale signature is said; a fresh one with the receiver's secret is accepted."""
    stale = run("resend", "1", "--to", url)
    assert "too old" in stale.stderr
    assert run("resend", "1", "--to", url, "--resign", "--secret", "whsec_local").exit_code == 0
    assert (
        verify(request_of(Receiver.seen[1]), ["whsec_local"], provider="stripe", now_unix=time.time()).verdict
        == "valid"
    )
    run("resend", "1", "--to", url, "--strip-signature")
    assert not [name for name, _ in Receiver.seen[2][1] if name.lower() == "stripe-signature"]


def test_targets(run: Any, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Added, listed, used by name with its secret from the environment, removed."""
    added = run(
        "targets", "add", "my local", url, "--set-header", "X-Env=dev", "--expect", "header:X-No=1", "--insecure",
        "--provider", "stripe", "--set", "a=b",
    )  # fmt: skip
    assert added.exit_code == 0, added.output
    assert f"my local             {url}  (certificate not checked)\n" == run("targets", "list").stdout
    assert json.loads(run("targets", "list", "--json").stdout)["tls"] == {"verify": False}
    monkeypatch.setenv("GARFIO_SECRET_MY_LOCAL", "whsec_env")
    result = run("resend", "2", "--to", "my local", "--resign")
    assert result.exit_code == 1
    assert "[not met: header:X-No=1]" in result.stdout
    names = [name for name, _ in Receiver.seen[0][1]]
    assert "Stripe-Signature" in names
    assert "X-Env" in names
    assert run("targets", "remove", "my local").exit_code == 0
    assert run("targets", "list").stdout == ""


def test_a_target_keeps_its_secret(
    run: Any, url: str, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the chosen store, not in the database; used by --resign; forgotten with the target."""
    monkeypatch.setenv("GARFIO_SECRET_STORE", "file")
    added = run("targets", "add", "local", url, "--provider", "stripe", "--secret", "whsec_kept_here")
    assert added.exit_code == 0, added.output
    assert "whsec_kept_here" not in run("targets", "list", "--json").stdout
    assert b"whsec_kept_here" not in database.read_bytes()
    assert run("resend", "1", "--to", "local", "--resign").exit_code == 0
    found = verify(request_of(Receiver.seen[0]), ["whsec_kept_here"], provider="stripe", now_unix=time.time())
    assert found.verdict == "valid"
    run("targets", "remove", "local")
    assert b"whsec_kept_here" not in database.with_name("garfio.db.secrets").read_bytes()


def test_a_secret_that_cannot_be_kept_leaves_no_target(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GARFIO_SECRET_STORE", "nowhere")
    assert run("targets", "add", "local", "http://h", "--secret", "s").exit_code == 1
    assert run("targets", "list").stdout == ""


def test_several_at_once(run: Any, url: str) -> None:
    result = run("resend", *["2"] * 20, "--to", url, "--parallel", "4", "--json")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == len(Receiver.seen) == 20
