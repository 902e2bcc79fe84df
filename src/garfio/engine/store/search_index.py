"""The search index: which captures can hold a piece of text at all. It lies in a file of its own beside the database.

So no commit of a capture ever waits for it, and it can be thrown away: it is made anew from the database. The database
says which file is its index (`search_state.identity`), up to which id changes of captures are noted for it
(`search_state.claimed`), and which blocks have changed since they were indexed (`search_again`). The index says how far
it has come (`state.done`). What lies above, or has changed, is looked at without it.
"""

from __future__ import annotations

import contextlib
import os
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import apsw

from garfio.core.query.grams import BLOCK, TEXT_LIMIT, indexed_text, needed
from garfio.core.query.node import Node
from garfio.core.query.payload import Message
from garfio.engine.store.looks import looked_upto

_CLAIM = 4096
"""Ids that are claimed at once: one small commit in the database for so many captures."""
_STEP = 16
"""Blocks that one transaction of the index takes."""
_MERGE_PAGES = 200
_LEAST_BLOCKS = 4
_FEW = 8_000
"""Captures that are looked at one by one sooner than a whole table is read."""

_SCHEMA = """
CREATE TABLE state(identity TEXT NOT NULL, done INTEGER NOT NULL) STRICT;
CREATE VIRTUAL TABLE grams USING fts5(
    text, content='', contentless_delete=1, detail=none, tokenize='trigram case_sensitive 1'
);
"""


def index_path(database: Path) -> Path:
    """Where the index of a database lies."""
    return Path(f"{database}-search")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a search looks at next: the ids from `low` on, or only those of them that may fit."""

    low: int
    ids: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class Backlog:
    """What the index has yet to take in."""

    done: int
    """The id up to which it has come."""
    upto: int
    """The id up to which it can come at present."""
    again: int
    """Blocks that have changed."""

    @property
    def captures(self) -> int:
        """How many captures that are."""
        return max(0, self.upto - self.done) + self.again * BLOCK

    @property
    def part(self) -> float:
        """Which part of the captures has been taken in, 0 to 1."""
        return max(0.0, 1 - self.captures / max(1, self.upto))


class Narrowing:
    """What a search need not look at. Made for one connection and one query; None when the index cannot help."""

    def __init__(self, connection: apsw.Connection, expression: str, done: int) -> None:
        self._connection = connection
        self._expression = expression
        self._done = done

    def stretch(self, at: int, lowest: int, span: int) -> Stretch:
        """What to look at below the id `at`: about `span` captures."""
        if at > self._done + 1:
            return Stretch(max(lowest, self._done + 1, at - span))
        below = (at + BLOCK - 1) // BLOCK
        wanted = max(_LEAST_BLOCKS, span // BLOCK)
        blocks = self._blocks(
            "SELECT rowid FROM search.grams WHERE grams MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?",
            (self._expression, below, wanted),
        )
        low = blocks[-1] if len(blocks) == wanted else 0
        changed = self._blocks("SELECT block FROM search_again WHERE block < ? AND block >= ?", (below, low))
        ids = [
            number
            for block in sorted({*blocks, *changed}, reverse=True)
            for number in range(block * BLOCK, block * BLOCK + BLOCK)
            if lowest <= number < at
        ]
        return Stretch(max(lowest, low * BLOCK), ids)

    def few(self, newest: int) -> list[int] | None:
        """The ids that may fit at all, when they are few; None otherwise."""
        if newest - self._done > _FEW:
            return None
        blocks = self._blocks(
            "SELECT rowid FROM search.grams WHERE grams MATCH ? LIMIT ?", (self._expression, _FEW // BLOCK)
        )
        changed = self._blocks("SELECT block FROM search_again LIMIT ?", (_FEW // BLOCK,))
        if max(len(blocks), len(changed)) == _FEW // BLOCK:
            return None
        known = [
            number for block in {*blocks, *changed} for number in range(block * BLOCK, block * BLOCK + BLOCK)
        ]
        return [*known, *range(self._done + 1, newest + 1)]

    def _blocks(self, sql: str, parameters: tuple[str | int, ...]) -> list[int]:
        return [int(str(block)) for (block,) in self._connection.execute(sql, parameters)]


def narrowing(connection: apsw.Connection, node: Node) -> Narrowing | None:
    """How the index narrows a query; None where it cannot, because of the query or because there is no index."""
    expression = needed(node)
    if expression is None:
        return None
    try:
        done = _attached(connection)
    except apsw.Error:  # damaged or just being made: the search does without
        return None
    return Narrowing(connection, expression, done) if done else None


def backlog(connection: apsw.Connection) -> Backlog:
    """What there is to do, as a reader of the database sees it."""
    row = connection.execute("SELECT count(*) FROM search_again").fetchone()
    with contextlib.suppress(apsw.Error):
        return Backlog(_attached(connection), _end(connection), int(str(row[0])) if row else 0)
    return Backlog(0, _end(connection), 0)


class Indexer:
    """Writes the index of one database. There is one at a time; `step` is one short transaction's work."""

    def __init__(self, database: Path, reading: apsw.Connection, writing: apsw.Connection) -> None:
        self._database = reading
        self._claims = writing
        self._index = _open_index(index_path(database), writing)
        self._claimed = 0
        self._merging = False

    def close(self) -> None:
        """Let go of the index."""
        self._index.close()

    def step(self) -> bool:
        """Take in what has changed, or what is new; False when there is nothing to do."""
        rows = self._database.execute("SELECT block, change FROM search_again LIMIT ?", (_STEP,)).fetchall()
        if rows:
            self._write([int(str(block)) for block, _change in rows], None)
            self._claims.executemany("DELETE FROM search_again WHERE block = ? AND change = ?", rows)
            self._merging = True
            return True
        return self._go_on() or self._merge()

    def _go_on(self) -> bool:
        done, end = _done(self._index), _end(self._database)
        if done >= end:
            return False
        last = min(end, (done // BLOCK + _STEP + 1) * BLOCK - 1)
        if last > self._claimed:
            # What changes from now on is noted, so nothing is lost between reading a capture and writing its index.
            self._claimed = min(end, last + _CLAIM)
            self._claims.execute("UPDATE search_state SET claimed = max(claimed, ?)", (self._claimed,))
        self._write(range((done + 1) // BLOCK, last // BLOCK + 1), last)
        return True

    def _write(self, blocks: Sequence[int], done: int | None) -> None:
        texts = [(block, "\n".join(_texts(self._database, block))) for block in blocks]
        with self._index:
            for block, text in texts:
                if text:
                    self._index.execute(
                        "INSERT OR REPLACE INTO grams(rowid, text) VALUES(?, ?)", (block, text)
                    )
                else:
                    self._index.execute("DELETE FROM grams WHERE rowid = ?", (block,))
            if done is not None:
                self._index.execute("UPDATE state SET done = ?", (done,))

    def _merge(self) -> bool:
        """Let go of what was replaced or deleted, a little at a time."""
        if not self._merging:
            return False
        before = self._index.total_changes()
        self._index.execute("INSERT INTO grams(grams, rank) VALUES('merge', ?)", (-_MERGE_PAGES,))
        self._merging = self._index.total_changes() - before > 1
        return self._merging


def _open_index(path: Path, writing: apsw.Connection) -> apsw.Connection:
    """The index file, made anew if it is not this database's, or not as the database left it."""
    with contextlib.suppress(apsw.Error):
        connection = _connect_index(path)
        if _is_ours(connection, writing):
            return connection
        connection.close()
    for suffix in ("", "-wal", "-shm"):
        Path(f"{path}{suffix}").unlink(missing_ok=True)
    connection = _connect_index(path)
    connection.execute(_SCHEMA)
    identity = secrets.token_hex(16)
    connection.execute("INSERT INTO state VALUES(?, 0)", (identity,))
    writing.execute("BEGIN IMMEDIATE; DELETE FROM search_again")
    writing.execute("UPDATE search_state SET identity = ?, claimed = 0", (identity,))
    writing.execute("COMMIT")
    return connection


def _connect_index(path: Path) -> apsw.Connection:
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    connection = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
    connection.set_busy_timeout(5000)
    connection.execute("PRAGMA page_size = 8192; PRAGMA secure_delete = ON").fetchall()
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    connection.execute("PRAGMA synchronous = NORMAL; PRAGMA temp_store = MEMORY").fetchall()
    return connection


def _is_ours(index: apsw.Connection, database: apsw.Connection) -> bool:
    known = index.execute("SELECT identity, done FROM state").fetchone()
    said = database.execute("SELECT identity, claimed FROM search_state").fetchone()
    return bool(known and said and known[0] == said[0] and int(str(known[1])) <= int(str(said[1])))


def _attached(connection: apsw.Connection) -> int:
    """How far the index has come, which is attached to the connection if it is not yet; 0 when there is none of this
    database's. Raises apsw.Error."""
    for _ in range(2):
        if not any(name == "search" for _seq, name, _file in connection.execute("PRAGMA database_list")):
            path = index_path(Path(connection.filename))
            if not path.exists():
                return 0
            connection.execute("ATTACH ? AS search", (str(path),))
        row = connection.execute(
            "SELECT s.done FROM search_state d JOIN search.state s USING(identity) WHERE s.done <= d.claimed"
        ).fetchone()
        if row is not None:
            return int(str(row[0]))
        connection.execute("DETACH search")  # the file may have been made anew
    return 0


def _done(index: apsw.Connection) -> int:
    row = index.execute("SELECT done FROM state").fetchone()
    return int(str(row[0])) if row else 0


def _end(connection: apsw.Connection) -> int:
    """The last id of the last whole block whose captures have been looked at."""
    return (looked_upto(connection) + 1) // BLOCK * BLOCK - 1


def _texts(connection: apsw.Connection, block: int) -> Iterator[str]:
    """The texts of a block's captures that are still there."""
    rows = connection.execute(
        "SELECT c.size, c.body_key, m.head, iif(c.size > ?1, x'', m.body), c.path, c.event_type, c.delivery_id,"
        " c.provider, c.note, c.tags FROM captures c JOIN messages m USING(id) WHERE c.id BETWEEN ?2 AND ?3",
        (TEXT_LIMIT, block * BLOCK, block * BLOCK + BLOCK - 1),
    )
    for size, body_key, head, body, *columns in rows:
        assert isinstance(head, bytes)
        whole = body_key is None and isinstance(size, int) and size <= TEXT_LIMIT
        message = Message(head, body if isinstance(body, bytes) else b"") if whole else None
        yield indexed_text(message, map(str, columns))
