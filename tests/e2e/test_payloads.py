"""Real deliveries, posted as their providers post them, and seen again byte for byte."""

from __future__ import annotations

import contextlib
import http.client
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from garfio.cli import cli
from tests.e2e.processes import Listener
from tests.factories import real_payloads

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals")


def test_every_real_payload_is_seen_again(tmp_path: Path) -> None:
    """Hundreds of deliveries of GitHub, Slack, Stripe and others: `garfio show ID --body` gives what was sent.

    Seen to fail with bodies decoded as text and encoded again.
    """
    payloads = real_payloads()
    assert len(payloads) > 440
    db = tmp_path / "garfio.db"
    with Listener(db) as listener:
        connection = http.client.HTTPConnection("127.0.0.1", listener.port, timeout=20)
        with contextlib.closing(connection):
            for name, content_type, body in payloads:
                connection.request(
                    "POST", "/real", body, {"Content-Type": content_type, "X-Name": name.encode()}
                )
                answer = connection.getresponse()
                assert (answer.status, answer.read()) == (200, b"OK\n")
    runner = CliRunner()
    for number, (name, _content_type, body) in enumerate(payloads, start=1):
        shown = runner.invoke(cli, ["--db", str(db), "show", str(number), "--body"])
        assert shown.stdout_bytes == body, name
    assert runner.invoke(cli, ["--db", str(db), "show", "1"]).exit_code == 0


@pytest.mark.skipif(not shutil.which("curl"), reason="needs curl")
def test_curl(tmp_path: Path) -> None:
    """What curl posts, with and without chunks and a 100 to wait for, is seen again by another process."""
    bodies = [body for _name, _type, body in real_payloads()[::40]]
    bodies.append(bytes(range(256)) * 10_000)
    db = tmp_path / "garfio.db"
    with Listener(db) as listener:
        file = tmp_path / "body"
        for extra in (
            [],
            ["-H", "Transfer-Encoding: chunked"],
            ["-H", "Expect: 100-continue"],
            ["--http1.0"],
        ):
            for body in bodies:
                file.write_bytes(body)
                done = subprocess.run(
                    ["curl", "-sS", *extra, "--data-binary", f"@{file}", f"http://localhost:{listener.port}/c"],
                    capture_output=True, check=False,
                )  # fmt: skip
                assert (done.returncode, done.stdout) == (0, b"OK\n"), done.stderr
    runner = CliRunner()
    for number, body in enumerate(bodies * 4, start=1):
        assert runner.invoke(cli, ["--db", str(db), "show", str(number), "--body"]).stdout_bytes == body
