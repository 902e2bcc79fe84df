"""Tables and their migrations. A migration that has shipped is never edited; a new one is added at the end.

Every step runs in a transaction together with its record, so a kill leaves the old or the new schema.
Counts are kept by triggers, in total (the row with the empty path) and by path: a window on a million
captures reads one row. The highest id ever given stands beside them, on the same page, because every page
that a commit touches is written.
"""

from __future__ import annotations

import apsw

from garfio.core.errors import AppError

APPLICATION_ID = 0x67_61_72_66  # "garf"

_CAPTURES = """
CREATE TABLE captures(
    id INTEGER PRIMARY KEY,
    received_at_us INTEGER NOT NULL,
    method TEXT NOT NULL,
    target BLOB NOT NULL,
    path TEXT NOT NULL,
    http_version TEXT NOT NULL,
    peer TEXT NOT NULL,
    content_type TEXT NOT NULL,
    size INTEGER NOT NULL,
    reply_status INTEGER NOT NULL,
    reply_us INTEGER,
    endpoint TEXT NOT NULL DEFAULT '',
    provider TEXT NOT NULL DEFAULT '',
    event_type TEXT NOT NULL DEFAULT '',
    delivery_id TEXT NOT NULL DEFAULT '',
    verdict TEXT NOT NULL DEFAULT '',
    complete INTEGER NOT NULL DEFAULT 1,
    source TEXT NOT NULL DEFAULT 'listener',
    refusal TEXT NOT NULL DEFAULT '',
    repeats INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 1,
    pinned INTEGER NOT NULL DEFAULT 0,
    is_retry INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '',
    body_key INTEGER,
    deletion INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX captures_pinned ON captures(id) WHERE pinned;
CREATE INDEX captures_deletion ON captures(deletion) WHERE deletion;
CREATE TABLE messages(
    id INTEGER PRIMARY KEY,
    head BLOB NOT NULL,
    body BLOB NOT NULL,
    framing BLOB
) STRICT;
CREATE TABLE body_parts(
    body_key INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    data BLOB NOT NULL,
    PRIMARY KEY(body_key, seq)
) STRICT;
CREATE TABLE deletions(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    upto INTEGER NOT NULL DEFAULT 0,
    purge_after_us INTEGER NOT NULL
) STRICT;
CREATE TABLE settings(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE tallies(
    path TEXT PRIMARY KEY,
    captured INTEGER NOT NULL DEFAULT 0,
    unread INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0,
    last_id INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
INSERT INTO tallies(path) VALUES('');
CREATE TRIGGER captures_added AFTER INSERT ON captures BEGIN
    INSERT INTO tallies(path, captured, unread, refused)
        VALUES('', NEW.refusal = '', NEW.unread, NEW.refusal <> ''), (NEW.path, NEW.path <> '', 0, 0)
        ON CONFLICT DO UPDATE SET captured = captured + excluded.captured, unread = unread + excluded.unread,
            refused = refused + excluded.refused;
END;
CREATE TRIGGER captures_repeated AFTER UPDATE OF repeats ON captures WHEN OLD.deletion = 0 BEGIN
    UPDATE tallies SET refused = refused + NEW.repeats - OLD.repeats WHERE path = '';
END;
CREATE TRIGGER captures_read AFTER UPDATE OF unread ON captures WHEN OLD.deletion = 0 BEGIN
    UPDATE tallies SET unread = unread + NEW.unread - OLD.unread WHERE path = '';
END;
CREATE TRIGGER captures_hidden AFTER UPDATE OF deletion ON captures
WHEN (OLD.deletion = 0) <> (NEW.deletion = 0) BEGIN
    UPDATE tallies SET
        captured = captured + (NEW.refusal = '') * iif(NEW.deletion, -1, 1),
        unread = unread + NEW.unread * iif(NEW.deletion, -1, 1),
        refused = refused + (NEW.refusal <> '') * (1 + NEW.repeats) * iif(NEW.deletion, -1, 1)
        WHERE path = '';
    INSERT INTO tallies(path, captured) SELECT NEW.path, iif(NEW.deletion, -1, 1) WHERE NEW.path <> ''
        ON CONFLICT DO UPDATE SET captured = captured + excluded.captured;
END;
CREATE TRIGGER captures_deleted AFTER DELETE ON captures BEGIN
    DELETE FROM messages WHERE id = OLD.id;
    DELETE FROM body_parts WHERE body_key = OLD.body_key;
    UPDATE tallies SET
        captured = captured - (OLD.refusal = ''), unread = unread - OLD.unread,
        refused = refused - (OLD.refusal <> '') * (1 + OLD.repeats)
        WHERE path = '' AND OLD.deletion = 0;
    UPDATE tallies SET captured = captured - 1 WHERE path = OLD.path AND OLD.path <> '' AND OLD.deletion = 0;
    DELETE FROM tallies WHERE path = OLD.path AND path <> '' AND captured <= 0;
END;
"""

_RESEND = """
CREATE TABLE targets(
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE attempts(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    capture INTEGER NOT NULL,
    target TEXT NOT NULL,
    url TEXT NOT NULL,
    cause TEXT NOT NULL,
    sender TEXT NOT NULL,
    started_at_us INTEGER NOT NULL,
    duration_us INTEGER,
    state TEXT NOT NULL DEFAULT 'pending',
    status INTEGER NOT NULL DEFAULT 0,
    failure_kind TEXT NOT NULL DEFAULT '',
    failure_code TEXT NOT NULL DEFAULT '',
    failure_detail TEXT NOT NULL DEFAULT '',
    size INTEGER NOT NULL DEFAULT 0,
    cut TEXT NOT NULL DEFAULT '',
    passed INTEGER,
    request_head BLOB NOT NULL,
    request_body BLOB,
    request_framing BLOB,
    response_head BLOB,
    response_body BLOB,
    facts TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX attempts_capture ON attempts(capture, id);
CREATE INDEX attempts_pending ON attempts(sender) WHERE state = 'pending';
CREATE TRIGGER captures_deleted_attempts AFTER DELETE ON captures BEGIN
    DELETE FROM attempts WHERE capture = OLD.id;
    DELETE FROM outbox WHERE capture = OLD.id;
END;
CREATE TABLE asked_hosts(host TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
CREATE TABLE forwards(
    path TEXT PRIMARY KEY,
    target TEXT NOT NULL,
    parallel INTEGER NOT NULL DEFAULT 1,
    paused INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE looks(kind TEXT PRIMARY KEY, upto INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE outbox(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    capture INTEGER NOT NULL,
    kind TEXT NOT NULL,
    place TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting',
    sender TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    queued_at_us INTEGER NOT NULL,
    due_us INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    details TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE INDEX outbox_state ON outbox(state, kind, place, id);
CREATE INDEX outbox_capture ON outbox(capture);
"""

_VERIFICATION = """
CREATE TABLE endpoints(
    path TEXT PRIMARY KEY,
    provider TEXT NOT NULL DEFAULT '',
    public_url TEXT NOT NULL DEFAULT '',
    tolerance_s REAL,
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE secrets(
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    label TEXT NOT NULL,
    mode TEXT NOT NULL,
    valid_from REAL,
    valid_until REAL,
    length INTEGER NOT NULL,
    prefix TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    added_at_us INTEGER NOT NULL
) STRICT;
CREATE TABLE schemes(id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE rechecks(path TEXT PRIMARY KEY, below INTEGER NOT NULL, total INTEGER NOT NULL) STRICT;
CREATE INDEX captures_delivery ON captures(delivery_id) WHERE delivery_id <> '';
ALTER TABLE captures ADD COLUMN handshake INTEGER NOT NULL DEFAULT 0;
INSERT INTO looks VALUES('verdict', 0), ('plan', 0);
"""

_VIEWS = """
CREATE TABLE views(name TEXT PRIMARY KEY, query TEXT NOT NULL, position INTEGER NOT NULL) STRICT;
"""

_RULES = """
CREATE TABLE rules(
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    enabled INTEGER NOT NULL DEFAULT 0,
    confirmation TEXT NOT NULL DEFAULT '',
    since INTEGER NOT NULL DEFAULT 0,
    turns TEXT NOT NULL DEFAULT '{}',
    position INTEGER NOT NULL
) STRICT;
CREATE TABLE fired(
    rule TEXT NOT NULL,
    delivery TEXT NOT NULL,
    capture INTEGER NOT NULL,
    PRIMARY KEY(rule, delivery)
) STRICT, WITHOUT ROWID;
CREATE TABLE runs(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    capture INTEGER NOT NULL,
    rule TEXT NOT NULL,
    action INTEGER NOT NULL,
    item INTEGER,
    kind TEXT NOT NULL,
    summary TEXT NOT NULL,
    deed TEXT,
    state TEXT NOT NULL,
    sender TEXT NOT NULL DEFAULT '',
    tries INTEGER NOT NULL DEFAULT 0,
    queued_at_us INTEGER NOT NULL,
    due_us INTEGER NOT NULL DEFAULT 0,
    started_at_us INTEGER,
    duration_us INTEGER,
    error TEXT NOT NULL DEFAULT '',
    message TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX runs_state ON runs(state, rule, id);
CREATE INDEX runs_capture ON runs(capture, id);
CREATE INDEX runs_rule ON runs(rule, queued_at_us);
CREATE TRIGGER captures_deleted_runs AFTER DELETE ON captures BEGIN
    DELETE FROM runs WHERE capture = OLD.id;
END;
CREATE TABLE replies(path TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
"""

_KEYS = """
CREATE TABLE key_consents(provider TEXT PRIMARY KEY, given_at_us INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE fetched_keys(
    url TEXT PRIMARY KEY,
    provider TEXT NOT NULL,
    key TEXT NOT NULL,
    fetched_at_us INTEGER NOT NULL,
    expires_at_us INTEGER NOT NULL,
    trouble TEXT NOT NULL,
    detail TEXT NOT NULL,
    tried_at_us INTEGER NOT NULL
) STRICT;
"""

_RELAY = """
ALTER TABLE forwards ADD COLUMN answer_s REAL NOT NULL DEFAULT 0;
ALTER TABLE captures ADD COLUMN relayed TEXT NOT NULL DEFAULT '';
"""

# An edit outlives the capture that it was made of.
_EDITS = """
CREATE TABLE edits(
    name TEXT PRIMARY KEY COLLATE NOCASE,
    capture INTEGER NOT NULL,
    head BLOB NOT NULL,
    body BLOB NOT NULL,
    signature TEXT NOT NULL,
    saved_at_us INTEGER NOT NULL
) STRICT;
"""

MIGRATIONS: tuple[tuple[str, str], ...] = (
    ("captures", _CAPTURES),
    ("resend", _RESEND),
    ("verification", _VERIFICATION),
    ("views", _VIEWS),
    ("rules", _RULES),
    ("keys", _KEYS),
    ("relay", _RELAY),
    ("edits", _EDITS),
)
"""Name and SQL of each step, in order. `user_version` is the number of steps taken."""


def require_ours(connection: apsw.Connection) -> int:
    """The number of steps that the database has behind it; nothing is changed.

    Raises AppError `store.newer` for a database that a newer Garfio has written, `store.other` for another
    program's.
    """
    application = connection.pragma("application_id")
    version = connection.pragma("user_version")
    if not isinstance(application, int) or not isinstance(version, int):
        raise TypeError("SQLite gave no numbers for its pragmas")
    if application not in (0, APPLICATION_ID) or (application == 0 and _has_tables(connection)):
        raise AppError(
            "store.other", "This SQLite file belongs to another program.", hint="Name another file with --db."
        )
    if version > len(MIGRATIONS):
        raise AppError(
            "store.newer",
            f"This database was written by a newer Garfio (schema {version}, this one knows {len(MIGRATIONS)}).",
            hint="Update Garfio, or name another file with --db. The file has not been touched.",
            version=version,
        )
    return version


def migrate(connection: apsw.Connection) -> None:
    """Bring the schema up to date. Raises as `require_ours` does."""
    version = require_ours(connection)
    for number, (_name, sql) in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.execute("BEGIN IMMEDIATE")
        try:
            if connection.pragma("user_version") == number - 1:  # another process may have been faster
                connection.execute(sql)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise


def _has_tables(connection: apsw.Connection) -> bool:
    return connection.execute("SELECT count(*) FROM sqlite_master").fetchone() != (0,)
