"""A database with very many captures, made quickly: rows as the listener writes them, with short bodies."""

from __future__ import annotations

import time
from pathlib import Path

from garfio.core.capture import Arrival
from garfio.core.http import Request
from garfio.engine.store.captures import insert_arrivals
from garfio.engine.store.database import connect, open_database

_BATCH = 2000


def fill(path: Path, rows: int) -> None:
    """Store `rows` captures, spread over the last days, all read but the newest hundred."""
    open_database(path)
    connection = connect(path)
    connection.execute("PRAGMA synchronous = OFF")
    start_us = time.time_ns() // 1000 - rows * 100_000
    for first in range(0, rows, _BATCH):
        connection.execute("BEGIN IMMEDIATE")
        arrivals = []
        for number in range(first, min(first + _BATCH, rows)):
            body = b'{"id":"evt_%d","type":"invoice.paid","amount":%d}' % (number, number % 997)
            head = b"POST /hook/%d HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % (
                number % 20,
                len(body),
            )
            arrivals.append(
                Arrival(
                    Request(head, body),
                    start_us + number * 100_000,
                    "127.0.0.1:40000",
                    200,
                    content_type="application/json",
                    size=len(body),
                )
            )
        insert_arrivals(connection, arrivals)
        connection.execute("COMMIT")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    connection.execute("PRAGMA synchronous = FULL")
    connection.close()
