"""What a person adds to captures, and deleting them: hidden at once, purged in small batches once it cannot
be undone.

Each function is one short transaction's work; where there is more, it says so and is called again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

import apsw

from garfio.core.errors import AppError
from garfio.engine.store.captures import next_id

BATCH = 500
"""Rows that one transaction deletes; keeps it under 50 ms."""
BATCH_BYTES = 4 * 1024 * 1024
"""Bytes of bodies that one transaction deletes, of at least one row: with `secure_delete` they are overwritten."""


def set_unread(connection: apsw.Connection, ids: Sequence[int], *, unread: bool) -> None:
    """Mark captures as read or unread."""
    connection.executemany(
        "UPDATE captures SET unread = ?2 WHERE id = ?1 AND unread <> ?2", ((i, unread) for i in ids)
    )


def read_some(connection: apsw.Connection, below: int) -> int:
    """Mark the next unread captures under the id `below` as read; gives the lowest id looked at, 0 when
    done."""
    rows = connection.execute(
        "SELECT id FROM captures WHERE unread AND id < ? ORDER BY id DESC LIMIT ?", (below, BATCH)
    ).fetchall()
    ids = [row[0] for row in rows if isinstance(row[0], int)]
    set_unread(connection, ids, unread=False)
    return ids[-1] if ids else 0


def set_pinned(connection: apsw.Connection, ids: Sequence[int], *, pinned: bool) -> None:
    """Pin captures: retention and `delete all` leave them."""
    connection.executemany("UPDATE captures SET pinned = ?2 WHERE id = ?1", ((i, pinned) for i in ids))


def set_tags(connection: apsw.Connection, ids: Sequence[int], tags: Sequence[str]) -> None:
    """Give captures these tags. Raises AppError `tag.blank` for one that holds a blank.

    They are stored with a blank before and after each, which is what a query looks for.
    """
    if any(not tag or tag.split() != [tag] for tag in tags):
        raise AppError("tag.blank", "A tag is one word without blanks.")
    text = f" {' '.join(dict.fromkeys(tags))} " if tags else ""
    connection.executemany("UPDATE captures SET tags = ?2 WHERE id = ?1", ((i, text) for i in ids))


def set_color(connection: apsw.Connection, ids: Sequence[int], color: str) -> None:
    """Mark captures with a colour of `COLORS`; the empty one takes the mark away."""
    connection.executemany("UPDATE captures SET color = ?2 WHERE id = ?1", ((i, color) for i in ids))


def set_note(connection: apsw.Connection, wanted: int, text: str) -> None:
    """Keep a note beside a capture."""
    connection.execute("UPDATE captures SET note = ?2 WHERE id = ?1", (wanted, text))


def begin_deletion(connection: apsw.Connection, *, everything: bool, purge_after_us: int) -> int:
    """Open a deletion that can be undone until `purge_after_us`; gives its id. Of everything, pinned
    captures stay."""
    upto = next_id(connection) - 1 if everything else 0
    connection.execute("INSERT INTO deletions(upto, purge_after_us) VALUES(?, ?)", (upto, purge_after_us))
    return connection.last_insert_rowid()


def hide(connection: apsw.Connection, deletion: int, ids: Sequence[int]) -> None:
    """Put captures into a deletion: they vanish from every list."""
    connection.executemany(
        "UPDATE captures SET deletion = ?2 WHERE id = ?1 AND deletion = 0", ((i, deletion) for i in ids)
    )


def undo_deletion(connection: apsw.Connection, deletion: int) -> bool:
    """Bring a deletion's captures back; False when it is too late for all of them."""
    connection.execute("UPDATE captures SET deletion = 0 WHERE deletion = ?", (deletion,))
    found = connection.changes() > 0
    connection.execute("DELETE FROM deletions WHERE id = ?", (deletion,))
    return found or connection.changes() > 0


def delete_some(
    connection: apsw.Connection,
    condition: str,
    parameters: tuple[int, ...] = (),
    limit_bytes: int = BATCH_BYTES,
) -> bool:
    """Really delete one batch of the captures that fit `condition`, oldest first; True when some went.

    The batch ends with the row that makes it `limit_bytes` large, or `BATCH_BYTES` if that is less.
    """
    connection.execute(
        "DELETE FROM captures WHERE id IN (SELECT id FROM (SELECT id, sum(size + 1000) OVER (ORDER BY id"
        " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM"
        f" (SELECT id, size FROM captures WHERE {condition} ORDER BY id LIMIT {BATCH}))"
        f" WHERE coalesce(before, 0) < {min(limit_bytes, BATCH_BYTES)})",
        parameters,
    )
    return connection.changes() > 0


def purge_some(connection: apsw.Connection, now_us: int) -> bool:
    """Really delete one batch of what can no longer be undone; True when there is more."""
    row = connection.execute(
        "SELECT id, upto FROM deletions WHERE purge_after_us <= ? ORDER BY id LIMIT 1", (now_us,)
    ).fetchone()
    if row is None:
        return False
    deletion, upto = row
    gone = delete_some(connection, "deletion = ? AND deletion", (int(str(deletion)),))
    if not gone and upto:
        gone = delete_some(connection, "id <= ? AND NOT pinned", (int(str(upto)),))
    if not gone:
        connection.execute("DELETE FROM deletions WHERE id = ?", (deletion,))
    return True


def write_settings(connection: apsw.Connection, rows: Mapping[str, str | None]) -> None:
    """Write settings rows; None deletes one."""
    for key, value in rows.items():
        if value is None:
            connection.execute("DELETE FROM settings WHERE key = ?", (key,))
        else:
            json.loads(value)
            connection.execute("INSERT OR REPLACE INTO settings VALUES(?, ?)", (key, value))
