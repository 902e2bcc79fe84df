"""Queries as SQL: one condition for WHERE, values as parameters only.

Conditions on columns are plain SQL that an index can serve. Those on head or body call SQL functions that run
the same code as `Query.matches`, on the message's row, which SQLite reads only for captures that the cheaper
conditions leave open. The reader connection needs `register` once; `interruptible` makes a long search
stoppable between two captures.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache

import apsw

from garfio.core.headers import decode_value
from garfio.core.query import Query
from garfio.core.query.automaton import Regex
from garfio.core.query.field import Kind
from garfio.core.query.match import (
    FAILING,
    FIELD_KINDS,
    WORD_FIELDS,
    compare_text,
    contains,
    interval,
    message_matches,
    needs_message,
)
from garfio.core.query.node import And, Condition, Flag, Node, Not, Or, Term, Word
from garfio.core.query.parser import read_written
from garfio.core.query.payload import BODY_LIMIT, Message
from garfio.core.query.value import Glob, Interval, ascii_lower
from garfio.core.query.writer import write_query

Parameter = str | int

_CACHED_BODY = 4 << 20
"""A message up to this size is kept for the next condition on the same capture."""
_KEPT_ANSWERS = 2048
"""Answers that are kept: paths and events of one capture are mostly those of another."""
_SHORT = 200
"""Characters of a value for which that is worth its memory."""
_STEPS = 200
"""SQLite's virtual machine steps between two looks at whether to go on: some ten rows."""

_COLUMNS = {
    "provider": "provider",
    "event": "event_type",
    "verdict": "verdict",
    "schema": "schema",
    "method": "method",
    "path": "path",
    "target": "target",
    "endpoint": "endpoint",
    "delivery": "delivery_id",
    "type": "content_type",
    "status": "reply_status",
    "took": "reply_us",
    "size": "size",
    "received": "received_at_us",
    "age": "received_at_us",
    "id": "id",
    "peer": "peer",
    "source": "source",
    "refusal": "refusal",
    "repeats": "repeats",
    "color": "color",
    "note": "note",
    "tag": "tags",
    "tags": "tags",
}
_ODD_VERDICTS = "{t}.verdict IN ('invalid', 'expired', 'malformed', 'unsigned')"
_ODD_SCHEMA = "{t}.schema IN ('fails', 'unchecked')"
_SMALL_BODY = 1 << 20
"""Bytes up to which a body is in no index of large ones."""
_FLAGS = {
    ("is", "pinned"): "{t}.pinned != 0",
    ("is", "unread"): "{t}.unread != 0",
    ("is", "read"): "{t}.unread = 0",
    ("is", "incomplete"): "{t}.complete = 0",
    ("is", "refused"): "{t}.refusal != ''",
    ("is", "retry"): "{t}.is_retry != 0",
    ("is", "drift"): "{t}.drift != 0",
    ("is", "imported"): "{t}.source = 'import'",
    ("is", "answered"): "{t}.reply_status != 0",
    ("is", "valid"): "{t}.verdict = 'valid'",
    ("is", "failing"): _ODD_VERDICTS
    + " AND {t}.verdict IN ("
    + ", ".join(f"'{verdict}'" for verdict in FAILING)
    + ")",
    ("is", "handshake"): "{t}.handshake != 0",
    ("has", "note"): "{t}.note != ''",
    ("has", "tag"): "{t}.tags != '' AND trim({t}.tags) != ''",
    ("has", "color"): "{t}.color != ''",
    ("has", "body"): "{t}.size > 0",
    ("has", "event"): "{t}.event_type != ''",
    ("has", "provider"): "{t}.provider != ''",
    ("has", "delivery"): "{t}.delivery_id != ''",
    ("has", "endpoint"): "{t}.endpoint != ''",
    ("has", "schema"): "{t}.schema != ''",
    ("has", "query"): "instr({t}.target, x'3f') > 0",
}


@dataclass(frozen=True, slots=True)
class Where:
    """A condition that is 0 or 1 for every row, never NULL (of the columns only `reply_us` may be)."""

    sql: str
    parameters: tuple[Parameter, ...]
    """In the order of the question marks."""
    needs_message: bool
    """True when heads or bodies are read: slower, worth showing progress and being interruptible."""


def compile_query(query: Query, now_us: int, table: str = "captures") -> Where:
    """The WHERE condition for a query; `now_us` is the wall clock, `table` the name or alias of captures."""
    compiler = _Compiler(now_us, table)
    sql = compiler.node(query.node)
    return Where(sql, tuple(compiler.parameters), compiler.needs_message)


def register(connection: apsw.Connection) -> None:
    """Give a connection the functions that compiled queries call; once, on the connection's own thread."""
    term = lru_cache(256)(_read_term)
    cached: tuple[int, Message] = (0, Message(b"", b""))
    here = weakref.ref(connection)  # which keeps the functions: a way back would keep it open for ever

    def garfio_message(text: str, capture_id: int, size: int, head: bytes, body: bytes) -> bool:
        nonlocal cached
        if cached[0] != capture_id or not size:
            if size and not body:
                body = _read_parts(here(), capture_id)
            message = Message(head, body)
            if not size or len(body) > _CACHED_BODY:
                return message_matches(term(text), message)
            cached = (capture_id, message)
        return message_matches(term(text), cached[1])

    def compare(text: str, value: str | bytes) -> bool:
        condition = term(text)
        assert isinstance(condition, Condition)
        return compare_text(condition, decode_value(value) if isinstance(value, bytes) else value)

    known = lru_cache(_KEPT_ANSWERS)(compare)

    def garfio_text(text: str, value: str | bytes) -> bool:
        return known(text, value) if len(value) <= _SHORT else compare(text, value)

    def garfio_tags(text: str, tags: str) -> bool:
        return any(garfio_text(text, tag) for tag in tags.split(" ") if tag)

    def garfio_word(text: str, *values: str) -> bool:
        word = term(text)
        assert isinstance(word, Word)
        return any(contains(word.value, value) for value in values)

    functions: list[tuple[Callable[..., bool], int]] = [
        (garfio_message, 5),
        (garfio_text, 2),
        (garfio_tags, 2),
        (garfio_word, -1),
    ]
    for function, arguments in functions:
        connection.create_scalar_function(function.__name__, function, arguments, deterministic=True)


@contextmanager
def interruptible(connection: apsw.Connection, should_stop: Callable[[], bool]) -> Iterator[None]:
    """While inside, a statement raises `apsw.InterruptError` soon after `should_stop` has become true.

    It is asked between captures; one capture's own search is bounded.
    """
    connection.set_progress_handler(should_stop, _STEPS, id=interruptible)
    try:
        yield
    finally:
        connection.set_progress_handler(None, id=interruptible)


def _read_term(text: str) -> Term:
    node = read_written(text)
    assert isinstance(node, Word | Condition)
    return node


def _read_parts(connection: apsw.Connection | None, capture_id: int) -> bytes:
    """A large body from its parts, as far as it is searched."""
    assert connection is not None  # it calls this
    parts: list[bytes] = []
    length = 0
    for (data,) in connection.execute(
        "SELECT data FROM body_parts WHERE body_key = (SELECT body_key FROM captures WHERE id = ?) ORDER BY seq",
        (capture_id,),
    ):
        assert isinstance(data, bytes)
        parts.append(data)
        length += len(data)
        if length >= BODY_LIMIT:
            break
    return b"".join(parts)


class _Compiler:
    """Writes the SQL from left to right, so that the parameters come in order."""

    def __init__(self, now_us: int, table: str) -> None:
        self._now_us = now_us
        self._table = table
        self.parameters: list[Parameter] = []
        self.needs_message = False

    def node(self, node: Node) -> str:
        match node:
            case And(parts):
                return "(" + " AND ".join(map(self.node, parts)) + ")" if parts else "1"
            case Or(parts):
                return "(" + " OR ".join(map(self.node, parts)) + ")"
            case Not(part):
                return f"NOT {self.node(part)}"
            case Flag():
                return "(" + _FLAGS[node.field, node.name].format(t=self._table) + ")"
            case Word():
                return f"({self._word(node)} OR {self._message(node)})"
            case Condition() if needs_message(node):
                return self._message(node)
            case Condition():
                sql = self._condition(node)
                return f"NOT {sql}" if node.operator == "!=" else sql

    def _column(self, field: str) -> str:
        return f"{self._table}.{_COLUMNS[field]}"

    def _bind(self, value: Parameter) -> str:
        self.parameters.append(value)
        return "?"

    def _message(self, term: Word | Condition) -> str:
        """A condition on the message; one on headers alone leaves the body's pages unread."""
        self.needs_message = True
        head_only = isinstance(term, Condition) and term.field == "header"
        size, body = ("0", "x''") if head_only else (f"{self._table}.size", "messages.body")
        call = f"garfio_message({self._bind(write_query(term))}, messages.id, {size}, messages.head, {body})"
        return f"coalesce((SELECT {call} FROM messages WHERE messages.id = {self._table}.id), 0)"

    def _word(self, word: Word) -> str:
        columns = [self._column(field) for field in WORD_FIELDS]
        if isinstance(word.value, Glob) and word.value.text.isascii():
            pattern = _like(word.value, inside=True)
            return " OR ".join(f"{column} LIKE {self._bind(pattern)} ESCAPE '\\'" for column in columns)
        return f"garfio_word({self._bind(write_query(word))}, {', '.join(columns)})"

    def _condition(self, condition: Condition) -> str:
        """The condition as if `!=` were `=`; what it implies and few captures have is said too, for its index."""
        sql = self._compared(condition)
        rare = _rare(condition, self._now_us)
        return f"({rare.format(t=self._table)} AND {sql})" if rare else sql

    def _compared(self, condition: Condition) -> str:
        column = self._column(condition.field)
        kind = FIELD_KINDS[condition.field]
        if kind in (Kind.NUMBER, Kind.SIZE, Kind.DURATION, Kind.TIME):
            return self._number(condition, column)
        if kind == Kind.TAG:
            return self._tag(condition, column)
        value = condition.value
        if not isinstance(value, Glob):
            return self._matched("garfio_text", condition, column)
        if condition.field == "target":
            return self._target(condition, value, column)
        if condition.operator != ":":
            return f"({column} = {self._bind(value.text)})"
        if kind == Kind.TEXT:
            if not value.text.isascii():
                return self._call("garfio_text", condition, column)
            return f"({column} LIKE {self._bind(_like(value, inside=True))} ESCAPE '\\')"
        if len(value.parts) > 1:
            return f"({column} LIKE {self._bind(_like(value))} ESCAPE '\\')"
        if kind == Kind.NAME:
            return f"({column} = {self._bind(ascii_lower(value.text))})"
        return f"({column} = {self._bind(value.text)} COLLATE NOCASE)"

    def _call(self, function: str, condition: Condition, column: str) -> str:
        """A function call for `=` or `:`; the compiler turns `!=` round outside."""
        return f"{function}({self._bind(write_query(condition))}, {column})"

    def _matched(self, function: str, condition: Condition, column: str) -> str:
        """A regex; what every match contains is looked for first, which is ten times as fast as calling us."""
        literal = condition.value.literal if isinstance(condition.value, Regex) else ""
        if not literal.isascii() or not literal:
            return self._call(function, condition, column)
        return f"(instr({column}, {self._bind(literal)}) > 0 AND {self._call(function, condition, column)})"

    def _target(self, condition: Condition, value: Glob, column: str) -> str:
        """Raw bytes, which read as text when they are no UTF-8 too: ASCII is found in them all the same."""
        if not value.text.isascii():
            return self._call("garfio_text", condition, column)
        text = f"CAST({column} AS TEXT)"
        if condition.operator != ":":
            return f"({text} = {self._bind(value.text)})"
        return f"({text} LIKE {self._bind(_like(value, inside=True))} ESCAPE '\\')"

    def _number(self, condition: Condition, column: str) -> str:
        wanted = interval(condition, self._now_us)
        if condition.field == "age":
            low, high = wanted.high, wanted.low
            wanted = Interval(
                None if low is None else self._now_us - low, None if high is None else self._now_us - high
            )
        sides = [f"{column} IS NOT NULL"] if condition.field == "took" else []
        if wanted.low is not None:
            sides.append(f"{column} >= {self._bind(wanted.low)}")
        if wanted.high is not None:
            sides.append(f"{column} <= {self._bind(wanted.high)}")
        return f"({' AND '.join(sides) or '1'})"

    def _tag(self, condition: Condition, column: str) -> str:
        value = condition.value
        if not isinstance(value, Glob) or (condition.operator == ":" and len(value.parts) > 1):
            return self._matched("garfio_tags", condition, column)
        if not value.text or " " in value.text:
            return "(0)"
        if condition.operator == ":":
            return f"({column} LIKE {self._bind(f'% {_escaped(value.text)} %')} ESCAPE '\\')"
        return f"(instr({column}, {self._bind(f' {value.text} ')}) > 0)"


def _rare(condition: Condition, now_us: int) -> str:
    """What every capture that fits has, word for word as the WHERE of a partial index; empty for nothing."""
    field, value = condition.field, condition.value
    if field == "tag":
        return "{t}.tags != ''"
    if field in ("status", "size", "repeats"):
        wanted = interval(condition, now_us)
        low = wanted.low if wanted.low is not None else 0
        if field == "status":
            is_odd = low > 299 or (wanted.high is not None and wanted.high < 200)
            return "({t}.reply_status < 200 OR {t}.reply_status > 299)" if is_odd else ""
        if field == "size":
            return f"{{t}}.size > {_SMALL_BODY}" if low > _SMALL_BODY else ""
        return "{t}.repeats > 0" if low > 0 else ""
    if not isinstance(value, Glob) or not any(value.parts):
        return ""
    if field in ("note", "color", "refusal"):
        return f"{{t}}.{_COLUMNS[field]} != ''"
    if field == "source" and value.text.lower() == "import":
        return "{t}.source = 'import'"
    if field == "schema":
        return _ODD_SCHEMA if value.text.lower() in ("fails", "unchecked") else ""
    is_odd = field == "verdict" and value.text.lower() in ("invalid", "expired", "malformed", "unsigned")
    return _ODD_VERDICTS if is_odd else ""


def _like(value: Glob, inside: bool = False) -> str:
    """A LIKE pattern; `inside` finds it anywhere."""
    pattern = "%".join(map(_escaped, value.parts))
    return f"%{pattern}%" if inside else pattern


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
