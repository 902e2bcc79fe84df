"""What the conditions of a query mean, in Python.

Two groups: conditions on a capture's columns, and those that need its message. The SQL form
(`engine.store.query`) says the first in SQL and calls `message_matches` for the second, so that they agree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from garfio.core.capture import Capture
from garfio.core.headers import decode_value
from garfio.core.http import target_path
from garfio.core.query.automaton import Regex
from garfio.core.query.field import FIELDS, Kind
from garfio.core.query.node import And, Condition, Flag, Node, Not, Or, Term, Value, Word
from garfio.core.query.payload import Message, value_number, value_text
from garfio.core.query.value import Glob, Interval, Span, ascii_lower


@dataclass(frozen=True, slots=True)
class Marks:
    """What lives beside a capture and a query can ask for."""

    note: str = ""
    tags: tuple[str, ...] = ()
    is_retry: bool = False
    """An earlier capture has the same delivery id."""


NO_MARKS = Marks()


@dataclass(frozen=True)
class Subject:
    """A capture as a query sees it."""

    capture: Capture
    now_us: int
    marks: Marks = NO_MARKS

    @cached_property
    def message(self) -> Message:
        """The message, read lazily."""
        return Message(self.capture.request.head, self.capture.request.body)

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text columns by field name."""
        row = self.capture.summary
        return {
            "provider": row.provider,
            "event": row.event_type,
            "verdict": row.verdict,
            "schema": row.schema,
            "method": row.method,
            "path": target_path(row.target),
            "target": decode_value(row.target),
            "endpoint": row.endpoint,
            "delivery": row.delivery_id,
            "type": row.content_type,
            "peer": row.peer,
            "source": row.source,
            "refusal": row.refusal,
            "color": row.color,
            "note": self.marks.note,
            "tags": f" {' '.join(self.marks.tags)} " if self.marks.tags else "",
        }

    @cached_property
    def numbers(self) -> dict[str, int | None]:
        """The number columns by field name: bytes, microseconds."""
        row = self.capture.summary
        return {
            "status": row.reply_status,
            "took": row.reply_us,
            "size": row.size,
            "received": row.received_at_us,
            "age": self.now_us - row.received_at_us,
            "id": row.id,
            "repeats": row.repeats,
        }


FIELD_KINDS = {field.name: field.kind for field in FIELDS}
WORD_FIELDS = ("path", "event", "delivery", "provider", "note", "tags")
"""The columns that free text is looked for in, besides the message."""

FAILING = ("invalid", "expired", "malformed")
"""The verdicts of a check that was made and not passed."""

_FLAGS: dict[tuple[str, str], Callable[[Subject], bool]] = {
    ("is", "pinned"): lambda subject: subject.capture.summary.pinned,
    ("is", "unread"): lambda subject: subject.capture.summary.unread,
    ("is", "read"): lambda subject: not subject.capture.summary.unread,
    ("is", "incomplete"): lambda subject: not subject.capture.summary.complete,
    ("is", "refused"): lambda subject: subject.texts["refusal"] != "",
    ("is", "retry"): lambda subject: subject.marks.is_retry,
    ("is", "drift"): lambda subject: subject.capture.summary.drift != 0,
    ("is", "imported"): lambda subject: subject.texts["source"] == "import",
    ("is", "answered"): lambda subject: subject.capture.summary.reply_status != 0,
    ("is", "valid"): lambda subject: subject.texts["verdict"] == "valid",
    ("is", "failing"): lambda subject: subject.texts["verdict"] in FAILING,
    ("is", "handshake"): lambda subject: subject.capture.summary.handshake,
    ("has", "note"): lambda subject: subject.marks.note != "",
    ("has", "tag"): lambda subject: bool(subject.marks.tags),
    ("has", "color"): lambda subject: subject.texts["color"] != "",
    ("has", "body"): lambda subject: subject.capture.summary.size > 0,
    ("has", "event"): lambda subject: subject.texts["event"] != "",
    ("has", "provider"): lambda subject: subject.texts["provider"] != "",
    ("has", "delivery"): lambda subject: subject.texts["delivery"] != "",
    ("has", "endpoint"): lambda subject: subject.texts["endpoint"] != "",
    ("has", "schema"): lambda subject: subject.texts["schema"] != "",
    ("has", "query"): lambda subject: b"?" in subject.capture.summary.target,
}


def matches(node: Node, subject: Subject) -> bool:
    """Whether the capture fits the query."""
    match node:
        case And(parts):
            return all(matches(part, subject) for part in parts)
        case Or(parts):
            return any(matches(part, subject) for part in parts)
        case Not(part):
            return not matches(part, subject)
        case Word():
            columns = any(contains(node.value, subject.texts[name]) for name in WORD_FIELDS)
            return columns or message_matches(node, subject.message)
        case Flag():
            return _FLAGS[node.field, node.name](subject)
        case Condition():
            return _test(node, subject)


def needs_message(term: Term) -> bool:
    """True when head or body are needed to know."""
    return isinstance(term, Word) or (isinstance(term, Condition) and term.field in ("header", "body"))


def reads_slowly(node: Node) -> bool:
    """True when a query has a term that takes long among very many captures: one in messages, a regex, a part of the
    target."""
    match node:
        case And(parts) | Or(parts):
            return any(map(reads_slowly, parts))
        case Not(part):
            return reads_slowly(part)
        case Condition(value=Regex()):
            return True
        case Condition(value=Glob() as value) if FIELD_KINDS[node.field] == Kind.TEXT:
            return node.field == "target" or not value.text.isascii()
        case _:
            return needs_message(node)


def reads_drift(node: Node) -> bool:
    """True when a query asks for what is known only once shapes have been compared."""
    match node:
        case And(parts) | Or(parts):
            return any(map(reads_drift, parts))
        case Not(part):
            return reads_drift(part)
        case _:
            return isinstance(node, Flag) and node.name == "drift"


def message_matches(term: Term, message: Message) -> bool:
    """The part of a condition that head and body decide; `!=` is included."""
    match term:
        case Word(value):
            return _message_contains(value, message)
        case Condition(field="header"):
            return _header_test(term, message) != (term.operator == "!=")
        case Condition(field="body", steps=()):
            return _payload_contains(term.value, message) != (term.operator == "!=")
        case Condition(field="body"):
            return any(_compare_json(term, value) for value in message.values(term.steps)) != (
                term.operator == "!="
            )
    return False


def contains(value: Value, text: str) -> bool:
    """A piece or a pattern somewhere in a text."""
    return value.found_in(text) if isinstance(value, Glob | Regex) else False


def compare_text(test: Condition, text: str) -> bool:
    """A text against the value; `!=` answers as `=` does, the caller turns it round."""
    value = test.value
    if not isinstance(value, Glob):
        return contains(value, text)
    if test.operator != ":":
        return text == value.text
    match FIELD_KINDS[test.field]:
        case Kind.NAME if len(value.parts) == 1:
            return text == ascii_lower(value.text)
        case Kind.NAME | Kind.WORD | Kind.TAG:
            return value.matches(text)
    return value.found_in(text)


def interval(test: Condition, now_us: int) -> Interval:
    """The numbers for which the comparison is true; for `!=` those for which it is false."""
    if isinstance(test.value, Span):
        return test.value.compared(test.operator, now_us)
    assert isinstance(test.value, Interval)
    return test.value.compared(test.operator)


def _test(test: Condition, subject: Subject) -> bool:
    if needs_message(test):
        return message_matches(test, subject.message)
    if test.field == "tag":
        found = any(compare_text(test, tag) for tag in subject.marks.tags)
    elif test.field in subject.numbers:
        number = subject.numbers[test.field]
        found = number is not None and number in interval(test, subject.now_us)
    else:
        found = compare_text(test, subject.texts[test.field])
    return found != (test.operator == "!=")


def _message_contains(value: Glob | Regex, message: Message) -> bool:
    if _payload_contains(value, message) or value.found_in(message.target):
        return True
    return _head_may_contain(value, message) and any(value.found_in(text) for text in message.header_values)


def _head_may_contain(value: Glob | Regex, message: Message) -> bool:
    if not isinstance(value, Glob) or not value.text.isascii() or message.has_folded_lines:
        return True
    return all(ascii_lower(part).encode() in message.lower_head for part in value.parts)


def _header_test(condition: Condition, message: Message) -> bool:
    if "*" not in condition.name and condition.name.encode() not in message.lower_head:
        return False
    names = Glob(condition.name)
    return any(
        names.matches(decode_value(name)) and compare_text(condition, decode_value(value))
        for name, value in message.headers
    )


def _payload_contains(value: Value, message: Message) -> bool:
    if not isinstance(value, Glob):
        return contains(value, message.text)
    texts = [(message.lower_payload, message.payload)]
    if message.form_text:
        texts.append((message.form_text.lower(), message.form_text))
    for lower, raw in texts:
        at = 0
        for needle in value.needles:
            at = needle.find_in_payload(lower, raw, at)
            if at < 0:
                break
        else:
            return True
    return False


def _compare_json(test: Condition, value: object) -> bool:
    wanted = test.value
    if isinstance(wanted, Glob) and wanted.is_anything and test.operator == ":":
        return True
    if test.number is not None and not isinstance(wanted, Regex):
        number = value_number(value)
        if number is not None:
            return _ordered(test.operator, (number > test.number) - (number < test.number))
    text = value_text(value)
    if text is None:
        return False
    if isinstance(wanted, Regex):
        return wanted.found_in(text)
    assert isinstance(wanted, Glob)
    if test.operator == ":":
        return wanted.matches(text)
    if test.operator in ("=", "!="):
        return text == wanted.text
    if test.number is not None or not isinstance(value, str):
        return False
    return _ordered(test.operator, (text > wanted.text) - (text < wanted.text))


def _ordered(operator: str, sign: int) -> bool:
    match operator:
        case ">":
            return sign > 0
        case ">=":
            return sign >= 0
        case "<":
            return sign < 0
        case "<=":
            return sign <= 0
    return sign == 0
