"""Finding among a million captures: the index is filled as the program does it, then queries are timed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

import apsw
from tests.bench.millions import RARE_EVENT, RARE_PART, RARE_WORD

from garfio.core.capture import CaptureId
from garfio.engine.searches import is_long
from garfio.engine.store import reading, scanning
from garfio.engine.store.database import connect, connect_reading
from garfio.engine.store.search_index import Indexer

PAGE = 100
QUERIES = (
    ("a field, common", "provider:stripe"),
    ("a field, rare", f"event:{RARE_EVENT}"),
    ("a field, nowhere", "path:/nowhere"),
    ("a verdict, rare", "provider:slack verdict:expired"),
    ("a verdict, nowhere", "verdict:malformed"),
    ("anything but one verdict", "NOT verdict:valid"),
    ("a status, rare", "status:503"),
    ("a status, nowhere", "status:404"),
    ("a state, nowhere", "is:retry"),
    ("a mark, nowhere", "tag:none note:none"),
    ("a large body, nowhere", "size>10mb"),
    ("a small body, nowhere", "size<10"),
    ("a method, nowhere", "method:GET"),
    ("a time, nowhere", "received<2001-01-01"),
    ("a provider, nowhere", "provider:nosuch"),
    ("an event by its beginning, nowhere", "event:nosuch.*"),
    ("an endpoint, nowhere", "endpoint:/nowhere"),
    ("an answer's time, nowhere", "took>10s"),
    ("a schema's word, nowhere", "schema:fails"),
    ("a part of a target, nowhere", "target:quetzal"),
    ("a regex with a literal, nowhere", "path~^/nowhere"),
    ("a regex without, nowhere", "path~[0-9]{9}"),
    ("a word, common", "invoice"),
    ("a word, rare", RARE_WORD),
    ("a part of a word, rare", RARE_PART),
    ("a word, nowhere", "quetzalcoatlus"),
    ("a header, nowhere", "header:x-nowhere"),
    ("a value of a body, common", "body.data.object.currency:eur"),
    ("a value of a body, rare", f"body.type:{RARE_EVENT}"),
)


@dataclass(frozen=True, slots=True)
class Found:
    """How a query went."""

    first_page_s: float
    """Until so many were found as a page holds, or all there are."""
    whole_s: float
    count: int
    longest_s: float
    """The longest that the next key would have waited."""


def build_index(database: Path) -> float:
    """Fill the index; gives the captures that it takes in a second."""
    reader, writer = connect_reading(database), connect(database)
    indexer = Indexer(database, reader, writer)
    begun = time.perf_counter()
    while indexer.step():
        pass
    rate = int(reading.newest_id(reader)) / (time.perf_counter() - begun)
    indexer.close()
    reader.close()
    writer.close()
    return rate


def find(connection: apsw.Connection, query: str, patience_s: float = 5.0) -> Found:
    """Run a query as the list does, for `patience_s` at most."""
    begun = time.perf_counter()
    if not is_long(query):
        count = len(reading.page(connection, query, limit=PAGE, among=scanning.few(connection, query)))
        passed = time.perf_counter() - begun
        return Found(passed, passed, count, passed)
    ids: list[CaptureId] = []
    first, longest = 0.0, 0.0
    part = None
    while (part is None or not part.is_last) and time.perf_counter() - begun < patience_s:
        since = time.perf_counter()
        part = scanning.scan(connection, lambda: False, query, part)
        longest = max(longest, time.perf_counter() - since)
        ids += part.ids
        if not first and (len(ids) >= PAGE or part.is_last):
            first = time.perf_counter() - begun
    whole = time.perf_counter() - begun
    return Found(first or whole, whole, len(ids), longest)
