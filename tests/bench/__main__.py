"""`make bench`: the figures that matter, each beside its goal. `make bench ARGS="capture window"` runs some of them.

Where the machine's speed matters a figure is a ratio to a bare aiohttp server measured in the same run, in turns.
"""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
from tests.bench.bodies import bodies as large_bodies
from tests.bench.diagnosis import search_s
from tests.bench.finding import QUERIES, build_index, find
from tests.bench.load import message
from tests.bench.millions import fill

from garfio.core.endpoint import Endpoint
from garfio.core.http import Request
from garfio.core.signature import Secret, sign
from garfio.engine.store import looks, reading
from garfio.engine.store.database import connect_reading
from garfio.engine.store.search_index import index_path
from garfio.engine.verification import Plan, judge, open_case

_ROUNDS = 5
_MILLION = 1_000_000


def _start(*module: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *module],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "GARFIO_SECRET_STORE": "file", **environment},
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
    for suffix in ("", "-wal", "-shm", "-search", "-search-wal", "-search-shm"):
        Path(f"{database}{suffix}").unlink(missing_ok=True)
    database.write_bytes(b"")
    subprocess.run(["cp", str(template), str(database)], check=True)
    return database


def verification(folder: Path) -> None:
    """What checking on arrival costs, how fast a check is, and how soon a verdict is there."""
    ratios, late = [], []
    checked, unchecked = (_endpoint(folder / name) for name in ("checked.db", "unchecked.db"))
    with (
        _listener(checked) as (port, pid, _started),
        _running(_start("tests.bench.unchecked", str(unchecked))) as process,
    ):
        peer = json.loads(_line(process))["addresses"][0][1]
        for _ in range(2 * _ROUNDS):
            theirs, ours = _paid(peer, process.pid), _paid(port, pid)
            ratios.append((ours[0] / theirs[0], ours[1] / theirs[1]))
            _until_looked(checked)
        acknowledged = [_load(where, 5, 100)["p99_ms"] for _ in range(3) for where in (port, peer)]
        _until_looked(checked)
        for _ in range(20):
            _post(port)
            late.append(_until_looked(checked))
    rate, work = (statistics.median(values) for values in zip(*ratios, strict=True))
    _say("share of the throughput that checking on arrival costs", f"{1 - rate:.1%}", "10%")
    _say("the listener's own work for a capture, checked to not", f"{work:.2f}", "1.10")
    p99 = [statistics.median(acknowledged[first::2]) for first in (0, 1)]
    _say("acknowledgement p99 at 100/s, checked and not", f"{p99[0]:.2f} and {p99[1]:.2f} ms", "the same")
    _say("verdict after the acknowledgement, when idle", f"{statistics.median(late) * 1000:.0f} ms", "1 s")
    _say("verifications a second, Stripe, 2 KB", f"{_verifications():.0f}", "")


def _paid(port: int, pid: int) -> tuple[float, float]:
    """Captures a second under load, and the seconds of processor time that one costs the listener's process."""
    process = psutil.Process(pid)
    before = process.cpu_times()
    figures = _load(port, 1.5)
    after = process.cpu_times()
    used = after.user + after.system - before.user - before.system
    return figures["per_second"], used / figures["requests"]


def _post(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(message("127.0.0.1", port, 2048))
        connection.recv(1024)


def _endpoint(database: Path) -> Path:
    """A workspace with an endpoint that has a secret."""
    environment = {**os.environ, "GARFIO_SECRET_STORE": "file"}
    command = ["garfio", "endpoints", "add", "/stripe", "--provider", "stripe", "--secret", "whsec_bench"]
    subprocess.run(
        [sys.executable, "-m", *command, "--db", str(database)],
        env=environment,
        check=True,
        capture_output=True,
    )
    return database


def _until_looked(database: Path) -> float:
    """Wait until every capture has its verdict; gives the seconds."""
    begun = time.perf_counter()
    connection = connect_reading(database)
    while looks.looked_upto(connection) < looks.passed(connection, looks.Span()):
        time.sleep(0.002)
    connection.close()
    return time.perf_counter() - begun


def _verifications() -> float:
    """Checks of one right signature in a second, with its recognition."""
    raw = message("127.0.0.1", 8800, 2048)
    head, _, body = raw.partition(b"\r\n\r\n")
    unsigned = Request(head + b"\r\n\r\n", body)
    signed = sign(unsigned, "stripe", "whsec_bench", now_unix=1_700_000_000)
    plan = Plan((Endpoint("/stripe", "stripe"),), {}, {"/stripe": (Secret("whsec_bench"),)})
    begun = time.perf_counter()
    for _ in range(3000):
        fresh = Request(signed.head, signed.body)
        assert judge(open_case(fresh, plan, 1_700_000_000)).verdict == "valid"
    return 3000 / (time.perf_counter() - begun)


def diagnosis(folder: Path) -> None:
    """What the search for the cause of a failed signature takes, and how long the window is busy meanwhile."""
    for label, size, goal in (("2 KB", 2048, "0.5 s"), ("1 MB", 1 << 20, "5 s")):
        rounds = [search_s(size) for _ in range(_ROUNDS)]
        took, used = (statistics.median(values) for values in list(zip(*rounds, strict=True))[:2])
        cut = ", cut" if any(is_cut for _, _, is_cut in rounds) else ""
        _say(f"diagnosis, 5 secrets, {label}", f"{took:.2f} s ({used:.2f} of processor){cut}", goal)
    command = [sys.executable, "-m", "tests.bench.diagnosis", str(folder / "examined.db")]
    environment = {**os.environ, "GARFIO_SECRET_STORE": "file", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout)
    _say("from the click on a 1 MB webhook to its diagnosis", f"{figures['seconds']:.1f} s", "")
    longest, used = figures["busy_longest_ms"], figures["used_longest_ms"]
    _say("window busy at once meanwhile", f"longest {longest:.0f} ms ({used:.0f} its own)", "50 ms")


def finding(folder: Path) -> None:
    """How soon queries show their first page among 1,000,000 captures."""
    database = _filled(folder, _MILLION)
    rate = build_index(database)
    share = index_path(database).stat().st_size / database.stat().st_size
    _say("captures that the search index takes in a second", f"{rate:.0f}", "")
    _say("size of the search index to the database's", f"{share:.0%}", "")
    connection = connect_reading(database)
    reading.prepare_reading(connection)
    for label, query in QUERIES:
        find(connection, query)
        found = find(connection, query)
        _say(f"first page, 1,000,000 rows: {label}", f"{found.first_page_s * 1000:.0f} ms", "200 ms")
    connection.close()


def indexing(folder: Path) -> None:
    """What filling the index beside it costs the listener."""
    database = _filled(folder, 50_000)
    ratios = []
    with _listener(database) as (port, _pid, _started):
        _load(port, 1.0)
        for _ in range(_ROUNDS):
            without = _load(port, 2.0)["per_second"]
            with _running(_start("tests.bench.indexing", str(database))) as process:
                _line(process)
                ratios.append(_load(port, 2.0)["per_second"] / without)
    _say(
        "captures a second while the search index is filled",
        f"{statistics.median(ratios):.2f} of without",
        "0.90",
    )


def scrolling(folder: Path) -> None:
    """1,000,000 rows scrolled from end to end."""
    command = ["tests.bench.scrolling", str(_filled(folder, _MILLION)), "2000"]
    with _running(_start(*command, QT_QPA_PLATFORM="offscreen")) as process:
        figures = json.loads(_line(process))
    over, own = (figures[name] / figures["frames"] for name in ("over_33_ms", "own_over_33_ms"))
    _say(f"frames over 33 ms, {figures['rows']} rows end to end", f"{over:.1%}, own work {own:.1%}", "1 %")


def bodies(folder: Path) -> None:
    """Large bodies in the window: the first screen, all of it, and the memory after closing them."""
    database = folder / "bodies.db"
    kinds = list(large_bodies())
    with _listener(database) as (port, _pid, _started):
        for _name, kind, body in kinds:
            sender = http.client.HTTPConnection("127.0.0.1", port)
            sender.request("POST", "/", body, {"Content-Type": kind})
            sender.getresponse().read()
            sender.close()
    with _running(_start("tests.bench.bodies", str(database), QT_QPA_PLATFORM="offscreen")) as process:
        while "number" in (figures := json.loads(_line(process))):
            name = kinds[figures["number"] - 1][0]
            busy = f"busy {figures['busy_ms']:.0f} ({figures['worked_ms']:.0f} own) ms"
            if figures["whole"]:
                _say(f"all of {name}", f"{figures['whole_s']:.1f} s, {busy}", "50 ms busy")
            else:
                _say(f"first screen, {name}", f"{figures['first_ms']:.0f} ms, {busy}", "300, 50 ms busy")
        memory = figures["memory_mib"]
        figure = f"{memory[1]:.0f} to {memory[-1]:.0f} MiB"
        _say("memory, 50 MB opened and closed, twice to ten times", figure, "flat")


def resend(folder: Path) -> None:
    """Recorded resends against the bare sender, and what they cost the window."""
    with _running(_start("tests.bench.sink")) as sink:
        url = f"http://127.0.0.1:{int(_line(sink))}"
        command = [
            sys.executable,
            "-m",
            "tests.bench.resends",
            str(folder / "resends.db"),
            url,
            "2000",
            str(_ROUNDS),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        figures = json.loads(done.stdout)
        rates = f"{figures['recorded_per_second']:.0f}/s, work {figures['work']:.2f}"
        _say(
            "resends a second, 16 in parallel, 2 KB, recorded",
            f"{figures['ratio']:.2f} of bare ({rates})",
            "0.70",
        )
        window = _start(
            "tests.bench.resend_window", str(_filled(folder, 10_000)), url, QT_QPA_PLATFORM="offscreen"
        )
        with _running(window) as process:
            while (line := _line(process)) == "came\n":
                _tell(sink, "")
                _tell(process, _line(sink).strip())
        after = json.loads(line)
    wire = f"{after['key_to_wire_ms']:.0f}, longest {after['key_to_wire_longest_ms']:.0f} ms"
    _say("from the key to the first byte at the target", wire, "30 ms")
    longest = f"longest {after['busy_longest_ms']:.0f}, work {after['worked_longest_ms']:.0f} ms"
    _say("window busy at once in 10,000 resends", longest, "100 ms")
    _say("10,000 resends from the window, one by one", f"{10_000 / after['seconds']:.0f}/s", "")


def _tell(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin is not None
    print(line, file=process.stdin, flush=True)


PARTS = {
    "resend": resend,
    "capture": capture,
    "window": window,
    "live": live,
    "busy": busy,
    "verification": verification,
    "diagnosis": diagnosis,
    "finding": finding,
    "indexing": indexing,
    "scrolling": scrolling,
    "bodies": bodies,
}


def main(names: list[str]) -> None:
    """Run the named parts, or all."""
    with tempfile.TemporaryDirectory() as temporary:
        for name in names or PARTS:
            PARTS[name](Path(temporary))


if __name__ == "__main__":
    main(sys.argv[1:])
