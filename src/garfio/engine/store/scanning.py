"""Long searches in slices, and the values that occur, for completion.

A slice covers a stretch of ids and takes some 150 ms however rare the matches are, so that results come as
they are found, progress is known, and the next search never waits.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import apsw

from garfio.core.capture import CaptureId, CaptureSummary
from garfio.core.headers import decode_value
from garfio.core.http import parse_fields
from garfio.core.query import parse
from garfio.core.query.match import reads_slowly
from garfio.core.query.payload import Message
from garfio.core.query.writer import write_path
from garfio.core.shape import Shape, payload_of
from garfio.engine.store import reading
from garfio.engine.store.query import interruptible
from garfio.engine.store.search_index import Narrowing, Stretch, narrowing

SLICE_S, _FIRST_SLICE_S = 0.15, 0.05
"""The first slice is short: what is found often fills the screen at once."""
FIRST_SPAN, _LEAST_SPAN, _MOST_SPAN = 256, 16, 1 << 20
_STEP_S = 0.04
"""A stretch is made longer when it took less, and shorter when it took more."""

_SAMPLED_ROWS = 5_000
_SAMPLED_MESSAGES = 60
_SAMPLED_BYTES = 64 * 1024
_MOST_VALUES = 100
_COLUMNS = {
    "provider": "provider",
    "event": "event_type",
    "verdict": "verdict",
    "method": "method",
    "path": "path",
    "endpoint": "endpoint",
    "type": "content_type",
    "refusal": "refusal",
}


@dataclass(frozen=True, slots=True)
class Slice:
    """A part of a search's results."""

    ids: list[CaptureId]
    """What was found, newest first."""
    before: CaptureId
    """Where to go on: with ids under this one."""
    span: int
    """How many ids the next stretch should cover."""
    lowest: CaptureId
    """The lowest id there is; 0 in an empty database."""
    newest: CaptureId
    """The highest id when the search began: what is newer belongs to the news."""

    @property
    def part(self) -> float:
        """How much has been looked at, 0 to 1."""
        whole = self.newest + 1 - self.lowest
        return 1.0 if self.is_last or whole <= 0 else (self.newest + 1 - self.before) / whole

    @property
    def is_last(self) -> bool:
        """True when everything has been looked at."""
        return self.before <= self.lowest


def few(connection: apsw.Connection, query: str) -> list[int] | None:
    """The ids that can match at all, when the index says that they are few; None otherwise. Raises QueryError."""
    narrowed = narrowing(connection, parse(query, reading.local_zone()).node)
    return None if narrowed is None else narrowed.few(int(reading.newest_id(connection)))


def page(
    connection: apsw.Connection,
    query: str = "",
    *,
    before: CaptureId | None = None,
    after: CaptureId | None = None,
    limit: int | None = 200,
    oldest_first: bool = False,
) -> list[CaptureSummary]:
    """As `reading.page`, sparing what the index rules out; what is new since `after` is looked at without it."""
    among = few(connection, query) if query.strip() and after is None else None
    return reading.page(
        connection, query, before=before, after=after, limit=limit, oldest_first=oldest_first, among=among
    )


def ids(
    connection: apsw.Connection,
    query: str = "",
    *,
    before: CaptureId | None = None,
    after: CaptureId | None = None,
    limit: int | None = None,
) -> list[CaptureId]:
    """As `reading.ids`, sparing what the index rules out."""
    among = few(connection, query) if query.strip() else None
    return reading.ids(connection, query, before=before, after=after, limit=limit, among=among)


def scan(
    connection: apsw.Connection,
    should_stop: Callable[[], bool],
    query: str,
    last: Slice | None = None,
    span: int = FIRST_SPAN,
    budget_s: float | None = None,
) -> Slice:
    """Go on with a search behind its `last` slice for about `budget_s` seconds; begin one without it.

    Raises QueryError.

    Ends early once `should_stop` says so; the slice then goes on where it started.
    """
    lowest = _lowest_id(connection)
    newest = reading.newest_id(connection) if last is None else last.newest
    at, span = (newest + 1, span) if last is None else (last.before, last.span)
    narrowed = _narrowing(connection, query)
    found: list[CaptureId] = []
    end = time.perf_counter() + (
        (_FIRST_SLICE_S if last is None else SLICE_S) if budget_s is None else budget_s
    )
    try:
        with interruptible(connection, should_stop):
            while at > lowest:
                ids, at, span = _look(connection, query, narrowed, (at, lowest, span))
                found += ids
                if time.perf_counter() >= end:
                    break
    except apsw.InterruptError:
        pass
    return Slice(found, CaptureId(at), span, CaptureId(lowest), CaptureId(newest))


def count(
    connection: apsw.Connection,
    should_stop: Callable[[], bool],
    query: str,
    after: CaptureId,
    upto: CaptureId,
) -> int:
    """How many captures with ids over `after` up to `upto` match. Raises QueryError."""
    at, span, found = int(upto) + 1, FIRST_SPAN, 0
    narrowed = _narrowing(connection, query)
    while at > after + 1 and not should_stop():
        ids, at, span = _look(connection, query, narrowed, (at, after + 1, span))
        found += len(ids)
    return found


def occurring(connection: apsw.Connection) -> dict[str, list[str]]:
    """Values that newer captures have, by field, the most frequent first: for `core.query.completions`."""
    newest = reading.newest_id(connection)
    found: dict[str, list[str]] = {}
    for field, column in _COLUMNS.items():
        rows = connection.execute(
            f"SELECT {column}, count(*) n FROM captures WHERE id > ? AND {column} <> '' GROUP BY 1"
            " ORDER BY n DESC, 1 LIMIT ?",
            (newest - _SAMPLED_ROWS, _MOST_VALUES),
        )
        found[field] = [str(value) for value, _ in rows]
    found["type"] = list(dict.fromkeys(value.partition(";")[0].strip() for value in found["type"]))
    tags = connection.execute("SELECT tags FROM captures WHERE tags <> '' ORDER BY id DESC LIMIT 500")
    counted = Counter(tag for (text,) in tags for tag in str(text).split())
    found["tag"] = [tag for tag, _ in counted.most_common(_MOST_VALUES)]
    return found | _inside_messages(connection, newest)


def _narrowing(connection: apsw.Connection, query: str) -> Narrowing | None:
    node = parse(query, reading.local_zone()).node
    return narrowing(connection, node) if reads_slowly(node) else None


def _look(
    connection: apsw.Connection, query: str, narrowed: Narrowing | None, where: tuple[int, int, int]
) -> tuple[list[CaptureId], int, int]:
    """Look at the next stretch below an id, down to a lowest one, over some span: what is found, and where and how
    widely to go on."""
    at, lowest, span = where
    begun = time.perf_counter()
    stretch = Stretch(max(lowest, at - span)) if narrowed is None else narrowed.stretch(at, lowest, span)
    found = reading.ids(
        connection, query, before=CaptureId(at), after=CaptureId(stretch.low - 1), among=stretch.ids
    )
    quick = time.perf_counter() - begun < _STEP_S
    return found, stretch.low, min(_MOST_SPAN, span * 2) if quick else max(_LEAST_SPAN, span // 2)


def _inside_messages(connection: apsw.Connection, newest: int) -> dict[str, list[str]]:
    """Header names and paths of JSON bodies, of the newest few messages."""
    names: Counter[str] = Counter()
    paths: Counter[str] = Counter()
    rows = connection.execute(
        "SELECT head, substr(body, 1, ?) FROM messages WHERE id > ? ORDER BY id DESC LIMIT ?",
        (_SAMPLED_BYTES, newest - _SAMPLED_ROWS, _SAMPLED_MESSAGES),
    )
    for head, body in rows:
        assert isinstance(head, bytes)
        fields = parse_fields(head.partition(b"\n")[2])
        names.update({decode_value(name).lower() for name, _ in fields})
        document = (
            payload_of(Message(head, body)) if isinstance(body, bytes) else ...
        )  # NULL for an empty one
        if document is not ...:
            shape = Shape()
            shape.learn(document)
            paths.update({write_path(path) for path in shape.paths() if path})
    return {
        "header": [name for name, _ in names.most_common(_MOST_VALUES)],
        "body": [path for path, _ in sorted(paths.items(), key=lambda item: (-item[1], item[0]))][:500],
    }


def _lowest_id(connection: apsw.Connection) -> int:
    row = connection.execute("SELECT coalesce(min(id), 0) FROM captures").fetchone()
    return int(row[0]) if row else 0
