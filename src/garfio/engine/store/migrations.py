"""The steps of the schema, oldest first. One that has shipped is never edited; a new one is added at the end.

Counts are kept by triggers, in total (the row with the empty path) and by path: a window on a million
captures reads one row. The highest id ever given stands beside them, on the same page, because every page
that a commit touches is written.
"""

from __future__ import annotations

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

_SILENCES = """
CREATE TABLE silences(
    rule TEXT PRIMARY KEY,
    capture INTEGER NOT NULL DEFAULT 0,
    last_at_us INTEGER NOT NULL DEFAULT 0,
    listened_us INTEGER NOT NULL DEFAULT 0,
    fired INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
"""

_SHAPES = """
ALTER TABLE captures ADD COLUMN drift INTEGER NOT NULL DEFAULT 0;
CREATE TABLE shapes(
    provider TEXT NOT NULL,
    event_type TEXT NOT NULL,
    deliveries INTEGER NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY(provider, event_type)
) STRICT;
CREATE TABLE drifts(capture INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TRIGGER captures_deleted_drifts AFTER DELETE ON captures WHEN OLD.drift != 0 BEGIN
    DELETE FROM drifts WHERE capture = OLD.id;
END;
CREATE INDEX captures_drift ON captures(id) WHERE drift != 0;
INSERT INTO looks SELECT 'shape', max(0, coalesce(max(id), 0) - 5000) FROM captures;
INSERT INTO looks VALUES('shapes', 0);
"""

_SCHEMAS = """
CREATE TABLE schemas(
    path TEXT NOT NULL,
    event_type TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY(path, event_type)
) STRICT;
CREATE TRIGGER endpoints_deleted_schemas AFTER DELETE ON endpoints BEGIN
    DELETE FROM schemas WHERE path = OLD.path;
END;
CREATE TRIGGER endpoints_moved_schemas AFTER UPDATE OF path ON endpoints BEGIN
    UPDATE schemas SET path = NEW.path WHERE path = OLD.path;
END;
"""

_SEARCH = """
CREATE TABLE search_state(identity TEXT NOT NULL, claimed INTEGER NOT NULL) STRICT;
INSERT INTO search_state VALUES('', 0);
CREATE TABLE search_again(block INTEGER PRIMARY KEY, change INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE TRIGGER search_changed AFTER UPDATE OF event_type, delivery_id, provider, note, tags ON captures
WHEN NEW.id <= (SELECT claimed FROM search_state)
    AND (NEW.event_type, NEW.delivery_id, NEW.provider, NEW.note, NEW.tags)
    <> (OLD.event_type, OLD.delivery_id, OLD.provider, OLD.note, OLD.tags) BEGIN
    INSERT INTO search_again(block) VALUES(NEW.id / 8) ON CONFLICT DO UPDATE SET change = change + 1;
END;
CREATE TRIGGER search_deleted AFTER DELETE ON captures WHEN OLD.id <= (SELECT claimed FROM search_state) BEGIN
    INSERT INTO search_again(block) VALUES(OLD.id / 8) ON CONFLICT DO UPDATE SET change = change + 1;
END;
"""

_HOPS = """
CREATE TABLE hops(
    attempt INTEGER NOT NULL,
    number INTEGER NOT NULL,
    url TEXT NOT NULL,
    request_head BLOB NOT NULL,
    has_body INTEGER NOT NULL,
    response_head BLOB NOT NULL,
    response_body BLOB NOT NULL,
    facts TEXT NOT NULL,
    PRIMARY KEY(attempt, number)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER attempts_deleted_hops AFTER DELETE ON attempts BEGIN
    DELETE FROM hops WHERE attempt = OLD.id;
END;
"""

_COLORS = """
ALTER TABLE captures ADD COLUMN color TEXT NOT NULL DEFAULT '';
"""

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

_RARE = """
CREATE INDEX captures_odd_verdict ON captures(id)
    WHERE verdict IN ('invalid', 'expired', 'malformed', 'unsigned');
CREATE INDEX captures_odd_status ON captures(id) WHERE (reply_status < 200 OR reply_status > 299);
CREATE INDEX captures_refused ON captures(id) WHERE refusal <> '';
CREATE INDEX captures_repeated ON captures(id) WHERE repeats > 0;
CREATE INDEX captures_retried ON captures(id) WHERE is_retry <> 0;
CREATE INDEX captures_marked ON captures(id) WHERE pinned <> 0;
CREATE INDEX captures_noted ON captures(id) WHERE note <> '';
CREATE INDEX captures_tagged ON captures(id) WHERE tags <> '';
CREATE INDEX captures_colored ON captures(id) WHERE color <> '';
CREATE INDEX captures_imported ON captures(id) WHERE source = 'import';
CREATE INDEX captures_handshake ON captures(id) WHERE handshake <> 0;
CREATE INDEX captures_incomplete ON captures(id) WHERE complete = 0;
CREATE INDEX captures_large ON captures(id) WHERE size > 1048576;
"""
"""What few captures have, found without reading the others. `engine.store.query` says the same words."""

_CONFORMANCE = """
ALTER TABLE captures ADD COLUMN schema TEXT NOT NULL DEFAULT '';
CREATE INDEX captures_odd_schema ON captures(id) WHERE schema IN ('fails', 'unchecked');
INSERT OR REPLACE INTO rechecks SELECT DISTINCT s.path, l.upto + 1, l.upto FROM schemas s, looks l
    WHERE l.kind = 'verdict' AND l.upto > 0;
UPDATE looks SET upto = upto + 1 WHERE kind = 'plan' AND EXISTS (SELECT 1 FROM schemas);
"""
"""What schemas say of captures; those of endpoints that have one already are checked anew."""

MIGRATIONS: tuple[tuple[str, str], ...] = (
    ("captures", _CAPTURES),
    ("resend", _RESEND),
    ("verification", _VERIFICATION),
    ("views", _VIEWS),
    ("rules", _RULES),
    ("keys", _KEYS),
    ("relay", _RELAY),
    ("silences", _SILENCES),
    ("shapes", _SHAPES),
    ("schemas", _SCHEMAS),
    ("search", _SEARCH),
    ("hops", _HOPS),
    ("colors", _COLORS),
    ("edits", _EDITS),
    ("rare", _RARE),
    ("conformance", _CONFORMANCE),
)
"""Name and SQL of each step, in order. `user_version` is the number of steps taken."""
