"""`garfio` as processes: the listener as its users run it, and plain HTTP to it."""

from __future__ import annotations

import http.client
import json
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 60.0


def environment(**changes: str) -> dict[str, str]:
    """The environment for a process of ours; no workspace is named in it."""
    width = ("COLUMNS", "LINES")  # of whatever terminal the tests run in
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GARFIO", *width))}
    return {**kept, "PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "error", **changes}


def garfio(
    *arguments: object, stdin: bytes | None = None, **changes: str
) -> subprocess.CompletedProcess[bytes]:
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-m", "garfio", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        timeout=60,
        check=False,
        env=environment(**changes),
    )


def wait_until(condition: Callable[[], object], what: str = "") -> None:
    """Wait for another process; fails with `what`."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, f"never came true: {what or condition}"
        time.sleep(0.01)


class Listener:
    """`garfio listen --json` on a free port; its events are collected, its end is forced if need be."""

    def __init__(
        self,
        db: Path,
        *arguments: str,
        stdin: Any = subprocess.PIPE,
        stdout: Any = subprocess.PIPE,
        variables: Mapping[str, str] = MappingProxyType({}),
        **options: Any,
    ) -> None:
        self.db = db
        self.events: list[dict[str, Any]] = []
        self.url = ""
        self.port = 0
        self._lines: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self.process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "garfio",
                "listen",
                "--json",
                "--db",
                str(db),
                *(arguments or ("--port", "0")),
            ],
            stdin=stdin,
            stdout=stdout,
            stderr=subprocess.PIPE,
            env=environment(**variables),
            **options,
        )
        self._ear = threading.Thread(target=self._read, daemon=True)
        if stdout is subprocess.PIPE:
            self._ear.start()
            first = self._lines.get(timeout=PATIENCE_S)
            assert first["event"] == "listening", first
            self.url = first["url"]
            self.port = first["addresses"][0][1]

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout:
            for line in self.process.stdout:
                event = json.loads(line)
                self.events.append(event)
                self._lines.put(event)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        if self._ear.is_alive():
            self._ear.join()
        for pipe in (self.process.stdin, self.process.stderr):
            if pipe:
                pipe.close()

    def terminate(self) -> int:
        """SIGTERM; gives the exit code."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(PATIENCE_S)

    def errors(self) -> str:
        """What it said on stderr, after its end."""
        assert self.process.stderr is not None
        return self.process.stderr.read().decode()

    def post(self, body: bytes = b"x", path: str = "/hook", **headers: str) -> int:
        """One request; gives the status."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_S)
        try:
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()

    def connect(self) -> socket.socket:
        """A raw connection."""
        return socket.create_connection(("127.0.0.1", self.port), PATIENCE_S)

    def saw(self, event: str, **fields: Any) -> bool:
        """True when an event with these fields has come."""
        return any(
            each["event"] == event and all(each.get(name) == value for name, value in fields.items())
            for each in tuple(self.events)
        )


def rows(db: Path) -> list[dict[str, Any]]:
    """All rows of a workspace, oldest first, with their bodies' digest left out."""
    from garfio.cli.output import summary_json
    from garfio.engine.database import Database

    return [summary_json(row) for row in Database(db).page(limit=None, oldest_first=True)]


def body(db: Path, number: int) -> bytes:
    """The body of a capture."""
    from garfio.core.capture import CaptureId
    from garfio.engine.database import Database

    return Database(db).capture(CaptureId(number)).request.body


def integrity(db: Path) -> str:
    """What SQLite says of the file."""
    import apsw

    connection = apsw.Connection(str(db))
    try:
        return str(next(connection.execute("PRAGMA integrity_check"))[0])
    finally:
        connection.close()
