"""Kills the listener again and again while senders post, and counts what was acknowledged and is not there.

`python -m tests.bench.kill_loop [ROUNDS] [SEED]` prints one JSON line: rounds, acknowledged, stored, lost, changed
(stored with other bytes), integrity. `lost`, `changed` must be 0 and `integrity` `ok`.
"""

from __future__ import annotations

import contextlib
import json
import random
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any, BinaryIO

from tests.e2e.processes import Listener, integrity
from tests.factories import make_chunked, make_message

from garfio.engine.store.database import connect_reading, open_database
from garfio.engine.store.reading import body_parts

SENDERS = 8
_LONG = 1_200_000
"""Bytes of a body that is stored in parts."""


def body_of(key: int) -> bytes:
    """The one body with this key; every fortieth is a long one."""
    return (b"%d." % key).ljust(_LONG if key % 40 == 0 else 2000, b"x")


def _send(listener: Listener, first: int, acknowledged: set[int]) -> None:
    """Post bodies with the keys from `first` on until the connection breaks; pairs of them pipelined now and then."""
    with contextlib.suppress(OSError), listener.connect() as sender:
        answers = sender.makefile("rb")
        key = first
        while True:
            batch = [key, key + 1] if key % 7 == 0 else [key]
            key += len(batch)
            sender.sendall(b"".join(_message(each) for each in batch))
            for each in batch:
                if not _is_acknowledged(answers):
                    return
                acknowledged.add(each)


def _message(key: int) -> bytes:
    body = body_of(key)
    return make_chunked([body[:7], body[7:]]) if key % 5 == 0 else make_message(body)


def _is_acknowledged(answers: BinaryIO) -> bool:
    """Read one answer; True when it is a whole 200."""
    status = answers.readline()
    while answers.readline() not in (b"\r\n", b""):
        continue
    return status.startswith(b"HTTP/1.1 200") and answers.read(3) == b"OK\n"


def run(db: Path, rounds: int, seed: int = 1) -> dict[str, Any]:
    """The figures of `rounds` kills."""
    chance = random.Random(seed)
    acknowledged: set[int] = set()
    for number in range(rounds):
        with Listener(db) as listener:
            before = len(acknowledged)
            senders = [
                threading.Thread(
                    target=_send, args=(listener, number * 10**8 + sender * 10**6, acknowledged), daemon=True
                )
                for sender in range(SENDERS)
            ]
            for sender in senders:
                sender.start()
            wanted = before + chance.randint(1, 60)
            end = time.monotonic() + 10
            while len(acknowledged) < wanted and time.monotonic() < end:
                time.sleep(0.0005)
            listener.process.kill()
            for sender in senders:
                sender.join()
    return {"rounds": rounds, **_compare(db, acknowledged), "integrity": integrity(db)}


def _compare(db: Path, acknowledged: set[int]) -> dict[str, int]:
    open_database(db)
    connection = connect_reading(db)
    found: dict[int, bool] = {}
    rows = connection.execute(
        "SELECT m.body, c.body_key FROM captures c JOIN messages m USING(id) WHERE c.complete"
    )
    for inline, key in rows.fetchall():
        body = bytes(inline) if key is None else b"".join(body_parts(connection, int(key)))  # type: ignore[arg-type]
        number = int(body.partition(b".")[0] or -1)
        found[number] = body == body_of(number)
    connection.close()
    return {
        "acknowledged": len(acknowledged),
        "stored": len(found),
        "lost": len(acknowledged - found.keys()),
        "changed": sum(not same for same in found.values()),
    }


if __name__ == "__main__":
    rounds, seed = (int(text) for text in (*sys.argv[1:3], *("50", "1")[len(sys.argv) - 1 :]))
    with tempfile.TemporaryDirectory() as folder:
        print(json.dumps(run(Path(folder) / "garfio.db", rounds, seed)))
