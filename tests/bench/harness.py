"""What a benchmark is made of: processes and the lines that they print, load, filled databases, figures."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tests.bench.millions import fill


def start(*module: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "GARFIO_SECRET_STORE": "file", **environment},
    )


def read_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@contextlib.contextmanager
def running(process: subprocess.Popen[str]) -> Iterator[subprocess.Popen[str]]:
    try:
        yield process
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(20)
        assert process.stdout is not None
        process.stdout.close()


def send_load(port: int, seconds: float, rate: float = 0, connections: int = 16) -> dict[str, Any]:
    command = [
        "-m",
        "tests.bench.load",
        "127.0.0.1",
        str(port),
        str(connections),
        str(seconds),
        "2048",
        str(rate),
    ]
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


@contextlib.contextmanager
def bare_server() -> Iterator[int]:
    with running(start("tests.bench.bare")) as process:
        yield int(read_line(process))


@contextlib.contextmanager
def listener_process(database: Path) -> Iterator[tuple[int, int, float]]:
    """A headless listener: its port, its process id, and the seconds until it accepted."""
    begun = time.perf_counter()
    with running(start("garfio", "listen", "--db", str(database), "--port", "0", "--json")) as process:
        event = json.loads(read_line(process))
        yield event["addresses"][0][1], event["pid"], time.perf_counter() - begun


def say(what: str, value: str, goal: str) -> None:
    print(f"{what:<62} {value:>28}   goal {goal}", flush=True)


@contextlib.contextmanager
def window_process(
    database: Path, seconds: float
) -> Iterator[tuple[dict[str, Any], Callable[[], dict[str, Any]]]]:
    process = start("tests.bench.window", str(database), str(seconds), QT_QPA_PLATFORM="offscreen")
    with running(process):
        first: dict[str, Any] = json.loads(read_line(process))

        def last() -> dict[str, Any]:
            figures: dict[str, Any] = json.loads(read_line(process))
            return figures

        yield first, last


def filled(folder: Path, rows: int) -> Path:
    """A fresh database with so many captures."""
    template = folder / f"{rows}.db"
    if not template.exists():
        fill(template, rows)
    database = folder / "garfio.db"
    for suffix in ("", "-wal", "-shm", "-search", "-search-wal", "-search-shm"):
        Path(f"{database}{suffix}").unlink(missing_ok=True)
    database.write_bytes(b"")
    subprocess.run(["cp", str(template), str(database)], check=True)
    return database
