"""From the sender's own SDK to the verdict in the list: soon, after kills too, and no secret leaks on the way."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
import pytest

from garfio.engine.store import looks
from garfio.engine.store.database import connect_reading
from tests.e2e.processes import Listener, garfio, rows, wait_until
from tests.engine.signed import stripe_request

SECRET = "whsec_dGhlIHNlY3JldCBvZiB0aGUgZW5kIHRvIGVuZCB0ZXN0cw=="
BODY = b'{"id":"evt_1","object":"event","type":"invoice.paid"}'
FILE = {"GARFIO_SECRET_STORE": "file"}


def by_stripe(body: bytes, at: int) -> dict[str, str]:
    stripe = pytest.importorskip("stripe")
    made = stripe.WebhookSignature._compute_signature(f"{at}.{body.decode()}", SECRET)
    return {"Stripe-Signature": f"t={at},v1={made}"}


def by_slack(body: bytes, at: int) -> dict[str, str]:
    sdk = pytest.importorskip("slack_sdk.signature")
    made = sdk.SignatureVerifier(SECRET).generate_signature(timestamp=str(at), body=body)
    return {"X-Slack-Signature": made, "X-Slack-Request-Timestamp": str(at)}


def by_svix(body: bytes, at: int) -> dict[str, str]:
    sdk = pytest.importorskip("svix.webhooks")
    made = sdk.Webhook(SECRET).sign("msg_1", datetime.fromtimestamp(at, UTC), body.decode())
    return {"svix-id": "msg_1", "svix-timestamp": str(at), "svix-signature": made}


def by_standard_webhooks(body: bytes, at: int) -> dict[str, str]:
    sdk = pytest.importorskip("standardwebhooks")
    made = sdk.Webhook(SECRET).sign("msg_1", datetime.fromtimestamp(at, UTC), body.decode())
    return {"webhook-id": "msg_1", "webhook-timestamp": str(at), "webhook-signature": made}


def by_github(body: bytes, _at: int) -> dict[str, str]:
    made = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    return {"X-Hub-Signature-256": f"sha256={made}", "X-GitHub-Event": "push", "X-GitHub-Delivery": "d-1"}


SENDERS: dict[str, Callable[[bytes, int], dict[str, str]]] = {
    "stripe": by_stripe,
    "slack": by_slack,
    "svix": by_svix,
    "standard-webhooks": by_standard_webhooks,
    "github": by_github,
}


def lent() -> dict[str, str]:
    return {f"GARFIO_SECRET_{name.upper().replace('-', '_')}": SECRET for name in SENDERS}


def listed(db: Path) -> list[dict[str, Any]]:
    """`garfio list --json`, oldest first."""
    done = garfio("list", "--json", "--db", db)
    return [json.loads(line) for line in done.stdout.splitlines()][::-1]


def looked(db: Path) -> bool:
    """True when every capture has been looked at."""
    connection = connect_reading(db)
    try:
        return looks.looked_upto(connection) == looks.passed(connection, looks.Span())
    finally:
        connection.close()


def test_official_senders_get_their_verdicts(tmp_path: Path) -> None:
    """Valid, invalid, expired and unsigned, each soon after its acknowledgement."""
    db, now = tmp_path / "garfio.db", int(time.time())
    wanted: list[tuple[str, str]] = []
    with Listener(db, variables={**FILE, **lent()}) as listener:
        for name, sign in SENDERS.items():
            signed = sign(BODY, now)
            cases = [(BODY, signed, "valid"), (BODY + b" ", signed, "invalid"), (BODY, {}, "unsigned")]
            if name != "github":
                cases.append((BODY, sign(BODY, now - 3600), "expired"))
            for body, headers, verdict in cases:
                assert listener.post(body, f"/{name}", **headers) == 200
                wanted.append((name, verdict))
        wait_until(lambda: looked(db))
        found = listed(db)
        unsigned = {"unsigned", "unverifiable"}  # without a header nothing says that it is from GitHub
        for row, (name, verdict) in zip(found, wanted, strict=True):
            if verdict == "unsigned":
                assert row["verdict"] in unsigned
                continue
            assert (row["provider"].startswith(name[:4]), row["verdict"]) == (True, verdict), row
        assert listener.saw("looked")
        assert listener.terminate() == 0
        assert listener.errors() == ""


def test_a_secret_that_is_added_is_used_at_once(tmp_path: Path) -> None:
    """For what arrives and for what came before; it is in the private file and nowhere else."""
    db = tmp_path / "garfio.db"
    with Listener(db, variables=FILE) as listener:
        listener.post(BODY, "/in", **by_stripe(BODY, int(time.time())))
        wait_until(lambda: [row["verdict"] for row in rows(db)] == ["no_secret"])
        added = garfio(
            "secrets", "add", "/in", "--label", "mine", "--db", db, stdin=SECRET.encode() + b"\n", **FILE
        )
        assert added.returncode == 0, added.stderr
        wait_until(lambda: [row["verdict"] for row in rows(db)] == ["valid"])
        listener.post(BODY, "/in", **by_stripe(BODY, int(time.time())))
        wait_until(lambda: [row["verdict"] for row in rows(db)] == ["valid", "valid"])
        wait_until(lambda: listener.saw("rechecking", path=""))
        family = [psutil.Process(listener.process.pid), *psutil.Process(listener.process.pid).children(True)]
        assert len(family) > 1
        assert SECRET not in " ".join(" ".join(process.cmdline()) for process in family)
        shown = garfio("secrets", "list", "--db", db, **FILE).stdout
        listener.terminate()
        said = json.dumps(listener.events) + listener.errors()
    assert SECRET not in said + shown.decode() + (added.stdout + added.stderr).decode()
    for file in tmp_path.iterdir():
        assert (SECRET.encode() in file.read_bytes()) == (file.name == "garfio.db.secrets"), file


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_a_kill_loses_no_verdict(tmp_path: Path) -> None:
    """Whatever was acknowledged and not looked at is looked at after the next start; the process that looks is gone
    with the one that is killed."""
    db = tmp_path / "garfio.db"
    message = stripe_request(SECRET, at=time.time()).to_bytes()
    variables = {**FILE, "GARFIO_SECRET_STRIPE": SECRET}
    count = 0
    for _ in range(2):
        with Listener(db, variables=variables) as listener, listener.connect() as sender:
            family = psutil.Process(listener.process.pid)
            sender.sendall(message * 150)
            answers = b""
            while answers.count(b"OK\n") < 150:
                answers += sender.recv(65536)
            children = family.children(recursive=True)
            os.kill(listener.process.pid, signal.SIGKILL)
            listener.process.wait()
            psutil.wait_procs(children, timeout=5)
            assert not [
                child for child in children if child.is_running() and child.status() != psutil.STATUS_ZOMBIE
            ]
        count += 150
    behind = not looked(db)
    with Listener(db, variables=variables) as listener:
        wait_until(lambda: looked(db))
        listener.terminate()
    found = rows(db)
    assert behind
    assert len(found) == count
    assert {(row["verdict"], row["event_type"]) for row in found} == {("valid", "invoice.paid")}
    assert len(garfio("list", "is:retry", "--json", "--db", db).stdout.splitlines()) == count - 1


def test_secrets_of_the_window_come_through_the_pipe(tmp_path: Path) -> None:
    """Those that only memory keeps; what came before them is checked again."""
    db = tmp_path / "garfio.db"
    variables = {"GARFIO_SECRET_STORE": "file"}
    garfio("secrets", "add", "/in", "--db", db, stdin=SECRET.encode(), **variables)
    listing = garfio("secrets", "list", "--json", "--db", db, **variables).stdout
    identifier = json.loads(listing)["id"]
    with Listener(db, variables={"GARFIO_SECRET_STORE": "memory"}) as listener:
        listener.post(BODY, "/in", **by_stripe(BODY, int(time.time())))
        wait_until(lambda: [row["verdict"] for row in rows(db)] == ["no_secret"])
        assert listener.process.stdin is not None
        listener.process.stdin.write(json.dumps({"secrets": {identifier: SECRET}}).encode() + b"\n")
        listener.process.stdin.flush()
        wait_until(lambda: [row["verdict"] for row in rows(db)] == ["valid"])
        listener.process.stdin.close()
        assert listener.process.wait(10) == 0


def test_an_imported_message_is_checked(tmp_path: Path) -> None:
    """Without a listener, and nothing fires."""
    db, file = tmp_path / "garfio.db", tmp_path / "one.http"
    file.write_bytes(stripe_request(SECRET, at=time.time()).to_bytes())
    garfio(
        "endpoints",
        "add",
        "/stripe",
        "--provider",
        "stripe",
        "--forward",
        "http://127.0.0.1:9",
        "--db",
        db,
        **FILE,
    )
    done = garfio("import", file, "--db", db, GARFIO_SECRET_STRIPE=SECRET, **FILE)
    assert done.returncode == 0, done.stderr
    (row,) = listed(db)
    assert (row["verdict"], row["provider"], row["endpoint"], row["source"]) == (
        "valid",
        "stripe",
        "/stripe",
        "import",
    )
