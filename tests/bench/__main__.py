"""`make bench`: the figures that matter, each beside its goal. `make bench ARGS="capture window"` runs some of them.

Where the machine's speed matters a figure is a ratio to a bare aiohttp server measured in the same run, in turns.
"""

from __future__ import annotations

import http.client
import json
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil
from tests.bench.bodies import bodies as large_bodies
from tests.bench.diagnosis import search_s
from tests.bench.finding import QUERIES, build_index, find
from tests.bench.harness import (
    bare_server,
    filled,
    listener_process,
    read_line,
    running,
    say,
    send_load,
    start,
    window_process,
)
from tests.bench.load import message

from garfio.core.endpoint import Endpoint
from garfio.core.http import Request
from garfio.core.signature import Secret, sign
from garfio.engine.store import looks, reading
from garfio.engine.store.database import connect_reading
from garfio.engine.store.search_index import index_path
from garfio.engine.verification import Plan, judge, open_case

_ROUNDS = 5
_MILLION = 1_000_000


def _compare(bare: int, port: int, database: Path) -> tuple[float, float, float, float]:
    """Medians over rounds in turns: ratio of captures a second, captures a second, and the two p99 at 100/s."""
    ratios, rates, ours, theirs = [], [], [], []
    send_load(port, 1.0)
    for _ in range(_ROUNDS):
        peer, own = send_load(bare, 1.5), send_load(port, 1.5)
        ratios.append(own["per_second"] / peer["per_second"])
        rates.append(own["per_second"])
    _until_looked(database)
    for _ in range(_ROUNDS):
        theirs.append(send_load(bare, 3, 100)["p99_ms"])
        ours.append(send_load(port, 3, 100)["p99_ms"])
    return (
        statistics.median(ratios),
        statistics.median(rates),
        statistics.median(ours),
        statistics.median(theirs),
    )


def capture(folder: Path) -> None:
    """Captures a second and the time of an acknowledgement, headless, with an empty and a full database."""
    for label, rows in (("0 rows", 0), ("1,000,000 rows", _MILLION)):
        database = filled(folder, rows)
        with bare_server() as bare, listener_process(database) as (port, pid, started_s):
            ratio, rate, ours, theirs = _compare(bare, port, database)
            say(f"captures a second, headless, {label}", f"{ratio:.2f} of bare ({rate:.0f}/s)", "0.60")
            say(f"acknowledgement p99 at 100/s, {label}", f"{ours:.2f} ms, {ours / theirs:.1f}x bare", "3x")
            say(f"listener accepts after, {label}", f"{started_s:.2f} s", "1 s")
            memory = psutil.Process(pid).memory_info().rss / 2**20
            say(f"memory of the listener after the load, {label}", f"{memory:.0f} MiB", "flat")


def window(folder: Path) -> None:
    """What the window costs and how it feels, with an empty and a full database."""
    for label, rows in (("0 rows", 0), ("100 rows", 100), ("1,000,000 rows", _MILLION)):
        database = filled(folder, rows)
        with bare_server() as bare, window_process(database, 16) as (first, last):
            port = first["port"]
            ratios = []
            send_load(port, 1.0)
            for _ in range(4):
                peer, own = send_load(bare, 1.5), send_load(port, 1.5)
                ratios.append(own["per_second"] / peer["per_second"])
            last()
        say(
            f"captures a second with the window open, {label}",
            f"{statistics.median(ratios):.2f} of bare",
            "0.45",
        )
        say(f"window shown after, {label}", f"{first['shown_s']:.2f} s", "2 s")


def live(folder: Path) -> None:
    """From the first byte to the painted row, at 50 a second."""
    for label, rows in (("0 rows", 0), ("1,000,000 rows", _MILLION)):
        with window_process(filled(folder, rows), 12) as (first, last):
            send_load(first["port"], 10, 50, 4)
            after = last()
        say(
            f"arrival to visible row at 50/s, {label}",
            f"p50 {after['row_p50_ms']:.0f}, p95 {after['row_p95_ms']:.0f} ms",
            "50, 100 ms",
        )


def busy(folder: Path) -> None:
    """How long the window is busy at once, at 300 a second for 20 seconds on a million rows."""
    with window_process(filled(folder, _MILLION), 22) as (first, last):
        send_load(first["port"], 20, 300, 8)
        after = last()
    say(
        "window busy at once at 300/s, 1,000,000 rows",
        f"longest {after['busy_longest_ms']:.0f}, p99 {after['busy_p99_ms']:.0f} ms",
        "100, 40 ms",
    )


def memory(folder: Path) -> None:
    """What both processes hold after the start and after exactly 20,000 captures."""
    for label, rows in (("0 rows", 0), ("1,000,000 rows", _MILLION)):
        with window_process(filled(folder, rows), 26) as (first, last):
            send_load(first["port"], 20, 1000)
            after = last()
        count = after["captured"] - rows
        for when, figures in (("the start", first), (f"{count} captures", after)):
            value = f"{figures['window_mib']:.0f} + {figures['listener_mib']:.0f} MiB"
            say(f"memory after {when}, window + listener, {label}", value, "flat")


def verification(folder: Path) -> None:
    """What checking on arrival costs, how fast a check is, and how soon a verdict is there."""
    ratios, late = [], []
    checked, unchecked = (_endpoint(folder / name) for name in ("checked.db", "unchecked.db"))
    with (
        listener_process(checked) as (port, pid, _started),
        running(start("tests.bench.unchecked", str(unchecked))) as process,
    ):
        peer = json.loads(read_line(process))["addresses"][0][1]
        for _ in range(2 * _ROUNDS):
            theirs, ours = _paid(peer, process.pid), _paid(port, pid)
            ratios.append((ours[0] / theirs[0], ours[1] / theirs[1]))
            _until_looked(checked)
        acknowledged = [send_load(where, 5, 100)["p99_ms"] for _ in range(3) for where in (port, peer)]
        _until_looked(checked)
        for _ in range(20):
            _post(port)
            late.append(_until_looked(checked))
    rate, work = (statistics.median(values) for values in zip(*ratios, strict=True))
    say("share of the throughput that checking on arrival costs", f"{1 - rate:.1%}", "10%")
    say("the listener's own work for a capture, checked to not", f"{work:.2f}", "1.10")
    p99 = [statistics.median(acknowledged[first::2]) for first in (0, 1)]
    say("acknowledgement p99 at 100/s, checked and not", f"{p99[0]:.2f} and {p99[1]:.2f} ms", "the same")
    say("verdict after the acknowledgement, when idle", f"{statistics.median(late) * 1000:.0f} ms", "1 s")
    say("verifications a second, Stripe, 2 KB", f"{_verifications():.0f}", "")


def _paid(port: int, pid: int) -> tuple[float, float]:
    """Captures a second under load, and the seconds of processor time that one costs the listener's process."""
    process = psutil.Process(pid)
    before = process.cpu_times()
    figures = send_load(port, 1.5)
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
        say(f"diagnosis, 5 secrets, {label}", f"{took:.2f} s ({used:.2f} of processor){cut}", goal)
    command = [sys.executable, "-m", "tests.bench.diagnosis", str(folder / "examined.db")]
    environment = {**os.environ, "GARFIO_SECRET_STORE": "file", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    figures = json.loads(done.stdout)
    say("from the click on a 1 MB webhook to its diagnosis", f"{figures['seconds']:.1f} s", "")
    longest, used = figures["busy_longest_ms"], figures["own_longest_ms"]
    say("window busy at once meanwhile", f"longest {longest:.0f} ms ({used:.0f} its own)", "50 ms")


def finding(folder: Path) -> None:
    """How soon queries show their first page among 1,000,000 captures."""
    database = filled(folder, _MILLION)
    rate = build_index(database)
    share = index_path(database).stat().st_size / database.stat().st_size
    say("captures that the search index takes in a second", f"{rate:.0f}", "")
    say("size of the search index to the database's", f"{share:.0%}", "")
    connection = connect_reading(database)
    reading.prepare_reading(connection)
    for label, query in QUERIES:
        find(connection, query)
        found = find(connection, query)
        say(f"first page, 1,000,000 rows: {label}", f"{found.first_page_s * 1000:.0f} ms", "200 ms")
    connection.close()


def indexing(folder: Path) -> None:
    """What filling the index beside it costs the listener."""
    database = filled(folder, 50_000)
    ratios = []
    with listener_process(database) as (port, _pid, _started):
        send_load(port, 1.0)
        for _ in range(_ROUNDS):
            without = send_load(port, 2.0)["per_second"]
            with running(start("tests.bench.indexing", str(database))) as process:
                read_line(process)
                ratios.append(send_load(port, 2.0)["per_second"] / without)
    say(
        "captures a second while the search index is filled",
        f"{statistics.median(ratios):.2f} of without",
        "0.90",
    )


def scrolling(folder: Path) -> None:
    """1,000,000 rows scrolled from end to end."""
    command = ["tests.bench.scrolling", str(filled(folder, _MILLION)), "2000"]
    with running(start(*command, QT_QPA_PLATFORM="offscreen")) as process:
        figures = json.loads(read_line(process))
    over, own = (figures[name] / figures["frames"] for name in ("over_33_ms", "own_over_33_ms"))
    say(f"frames over 33 ms, {figures['rows']} rows end to end", f"{over:.1%}, own work {own:.1%}", "1 %")


def bodies(folder: Path) -> None:
    """Large bodies in the window: the first screen, all of it, and the memory after closing them."""
    database = folder / "bodies.db"
    kinds = list(large_bodies())
    with listener_process(database) as (port, _pid, _started):
        for _name, kind, body in kinds:
            sender = http.client.HTTPConnection("127.0.0.1", port)
            sender.request("POST", "/", body, {"Content-Type": kind})
            sender.getresponse().read()
            sender.close()
    with running(start("tests.bench.bodies", str(database), QT_QPA_PLATFORM="offscreen")) as process:
        while "number" in (figures := json.loads(read_line(process))):
            name = kinds[figures["number"] - 1][0]
            busy = f"busy {figures['busy_ms']:.0f} ({figures['own_ms']:.0f} own) ms"
            if figures["whole"]:
                say(f"all of {name}", f"{figures['whole_s']:.1f} s, {busy}", "50 ms busy")
            else:
                say(f"first screen, {name}", f"{figures['first_ms']:.0f} ms, {busy}", "300, 50 ms busy")
        memory = figures["memory_mib"]
        figure = f"{memory[1]:.0f} to {memory[-1]:.0f} MiB"
        say("memory, 50 MB opened and closed, twice to ten times", figure, "flat")


def resend(folder: Path) -> None:
    """Recorded resends against the bare sender, and what they cost the window."""
    with running(start("tests.bench.sink")) as sink:
        url = f"http://127.0.0.1:{int(read_line(sink))}"
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
        say(
            "resends a second, 16 in parallel, 2 KB, recorded",
            f"{figures['ratio']:.2f} of bare ({rates})",
            "0.70",
        )
        window = start(
            "tests.bench.resend_window", str(filled(folder, 10_000)), url, QT_QPA_PLATFORM="offscreen"
        )
        with running(window) as process:
            while (line := read_line(process)) == "came\n":
                _tell(sink, "")
                _tell(process, read_line(sink).strip())
        after = json.loads(line)
    wire = f"{after['key_to_wire_ms']:.0f}, longest {after['key_to_wire_longest_ms']:.0f} ms"
    say("from the key to the first byte at the target", wire, "30 ms")
    longest = f"longest {after['busy_longest_ms']:.0f}, work {after['own_longest_ms']:.0f} ms"
    say("window busy at once in 10,000 resends", longest, "100 ms")
    say("10,000 resends from the window, one by one", f"{10_000 / after['seconds']:.0f}/s", "")


def _tell(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdin is not None
    print(line, file=process.stdin, flush=True)


PARTS = {
    "resend": resend,
    "capture": capture,
    "window": window,
    "live": live,
    "busy": busy,
    "memory": memory,
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
