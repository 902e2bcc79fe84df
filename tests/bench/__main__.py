"""`make bench`: the figures that matter, each beside its goal. `make bench ARGS="capture window"` runs some of them.

Where the machine's speed matters a figure is a ratio to a bare aiohttp server measured in the same run, in turns.
"""

from __future__ import annotations

import contextlib
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
from tests.bench.millions import fill

_ROUNDS = 5
_MILLION = 1_000_000


def _start(*module: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@contextlib.contextmanager
def _running(process: subprocess.Popen[str]) -> Iterator[subprocess.Popen[str]]:
    try:
        yield process
    finally:
        assert process.stdin is not None
        process.stdin.close()
        process.wait(20)
        assert process.stdout is not None
        process.stdout.close()


def _load(port: int, seconds: float, rate: float = 0, connections: int = 16) -> dict[str, Any]:
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
def _bare() -> Iterator[int]:
    with _running(_start("tests.bench.bare")) as process:
        yield int(_line(process))


@contextlib.contextmanager
def _listener(database: Path) -> Iterator[tuple[int, int, float]]:
    """A headless listener: its port, its process id, and the seconds until it accepted."""
    begun = time.perf_counter()
    with _running(_start("garfio", "listen", "--db", str(database), "--port", "0", "--json")) as process:
        event = json.loads(_line(process))
        yield event["addresses"][0][1], event["pid"], time.perf_counter() - begun


def _say(what: str, value: str, goal: str) -> None:
    print(f"{what:<62} {value:>28}   goal {goal}", flush=True)


def _compare(bare: int, port: int) -> tuple[float, float, float, float]:
    """Medians over rounds in turns: ratio of captures a second, captures a second, and the two p99 at 100/s."""
    ratios, rates, ours, theirs = [], [], [], []
    _load(port, 1.0)
    for _ in range(_ROUNDS):
        peer, own = _load(bare, 1.5), _load(port, 1.5)
        ratios.append(own["per_second"] / peer["per_second"])
        rates.append(own["per_second"])
    for _ in range(3):
        theirs.append(_load(bare, 3, 100)["p99_ms"])
        ours.append(_load(port, 3, 100)["p99_ms"])
    return (
        statistics.median(ratios),
        statistics.median(rates),
        statistics.median(ours),
        statistics.median(theirs),
    )


def capture(folder: Path) -> None:
    """Captures a second and the time of an acknowledgement, headless, with an empty and a full database."""
    for label, rows in (("0 rows", 0), ("1,000,000 rows", _MILLION)):
        database = _filled(folder, rows)
        with _bare() as bare, _listener(database) as (port, pid, started_s):
            ratio, rate, ours, theirs = _compare(bare, port)
            _say(f"captures a second, headless, {label}", f"{ratio:.2f} of bare ({rate:.0f}/s)", "0.60")
            _say(f"acknowledgement p99 at 100/s, {label}", f"{ours:.2f} ms, {ours / theirs:.1f}x bare", "3x")
            _say(f"listener accepts after, {label}", f"{started_s:.2f} s", "1 s")
            memory = psutil.Process(pid).memory_info().rss / 2**20
            _say(f"memory of the listener after the load, {label}", f"{memory:.0f} MiB", "flat")


def window(folder: Path) -> None:
    """What the window costs and how it feels, with an empty and a full database."""
    for label, rows in (("0 rows", 0), ("100 rows", 100), ("1,000,000 rows", _MILLION)):
        database = _filled(folder, rows)
        with _bare() as bare, _window(database, 16) as (first, last):
            port = first["port"]
            ratios = []
            _load(port, 1.0)
            for _ in range(4):
                peer, own = _load(bare, 1.5), _load(port, 1.5)
                ratios.append(own["per_second"] / peer["per_second"])
            after = last()
        _say(
            f"captures a second with the window open, {label}",
            f"{statistics.median(ratios):.2f} of bare",
            "0.45",
        )
        _say(f"window shown after, {label}", f"{first['shown_s']:.2f} s", "2 s")
        _say(
            f"memory after start, window + listener, {label}",
            f"{first['window_mib']:.0f} + {first['listener_mib']:.0f} MiB",
            "",
        )
        _say(
            f"memory after {after['captured'] - rows} captures, {label}",
            f"{after['window_mib']:.0f} + {after['listener_mib']:.0f} MiB",
            "flat",
        )


def live(folder: Path) -> None:
    """From the first byte to the painted row, at 50 a second."""
    for label, rows in (("0 rows", 0), ("1,000,000 rows", _MILLION)):
        with _window(_filled(folder, rows), 12) as (first, last):
            _load(first["port"], 10, 50, 4)
            after = last()
        _say(
            f"arrival to visible row at 50/s, {label}",
            f"p50 {after['row_p50_ms']:.0f}, p95 {after['row_p95_ms']:.0f} ms",
            "50, 100 ms",
        )


def busy(folder: Path) -> None:
    """How long the window is busy at once, at 300 a second for 20 seconds on a million rows."""
    with _window(_filled(folder, _MILLION), 22) as (first, last):
        _load(first["port"], 20, 300, 8)
        after = last()
    _say(
        "window busy at once at 300/s, 1,000,000 rows",
        f"longest {after['busy_longest_ms']:.0f}, p99 {after['busy_p99_ms']:.0f} ms",
        "100, 40 ms",
    )


@contextlib.contextmanager
def _window(database: Path, seconds: float) -> Iterator[tuple[dict[str, Any], Callable[[], dict[str, Any]]]]:
    process = _start("tests.bench.window", str(database), str(seconds), QT_QPA_PLATFORM="offscreen")
    with _running(process):
        first: dict[str, Any] = json.loads(_line(process))

        def last() -> dict[str, Any]:
            figures: dict[str, Any] = json.loads(_line(process))
            return figures

        yield first, last


def _filled(folder: Path, rows: int) -> Path:
    """A fresh database with so many captures."""
    template = folder / f"{rows}.db"
    if not template.exists():
        fill(template, rows)
    database = folder / "garfio.db"
    for suffix in ("", "-wal", "-shm"):
        Path(f"{database}{suffix}").unlink(missing_ok=True)
    database.write_bytes(b"")
    subprocess.run(["cp", str(template), str(database)], check=True)
    return database


PARTS = {"capture": capture, "window": window, "live": live, "busy": busy}


def main(names: list[str]) -> None:
    """Run the named parts, or all."""
    with tempfile.TemporaryDirectory() as temporary:
        for name in names or PARTS:
            PARTS[name](Path(temporary))


if __name__ == "__main__":
    main(sys.argv[1:])
