"""Query text to tree.

    query = [ or ]        or = and { "OR" and }        and = not { [ "AND" ] not }
    not   = ( "NOT" | "-" ) not | "(" or ")" | term
    term  = field operator value | "header" ( ":" | "." ) name [ operator value ] | "body" path operator value
          | [ "~" ] text

Written by hand, so that an error has its place and a suggestion. Depth and number of terms are bounded.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, tzinfo
from difflib import get_close_matches

from garfio.core.query.automaton import Regex
from garfio.core.query.error import QueryError
from garfio.core.query.field import Field, Kind, field_names, find_field
from garfio.core.query.lexer import BLANK, FIELD_NAME, HEADER_NAME, OPERATOR, Cursor, Text
from garfio.core.query.node import And, Condition, Flag, Node, Not, Or, Value, Word
from garfio.core.query.pattern import PatternError
from garfio.core.query.value import (
    Glob,
    Interval,
    Span,
    read_decimal,
    read_duration,
    read_number,
    read_size,
    read_span,
)

MOST_TERMS = 100
DEEPEST = 40


def read_query(source: str, zone: tzinfo) -> Node:
    """The tree of a text; dates are days of `zone`. Raises QueryError."""
    return _Parser(Cursor(source), zone).read()


def read_written(source: str) -> Node:
    """The tree of a condition that `write_query` wrote, which may be longer than what a person may write."""
    return _Parser(Cursor(source, len(source)), UTC).read()


@dataclass(frozen=True, slots=True)
class _Reading:
    """How a kind of number is read, and what to say when it cannot be."""

    read: Callable[[str, tzinfo], Interval | Span | None]
    example: str


_READINGS: dict[Kind, _Reading] = {
    Kind.NUMBER: _Reading(lambda text, _: read_number(text), "503, 5xx or 10..20"),
    Kind.SIZE: _Reading(lambda text, _: read_size(text), "10kb"),
    Kind.DURATION: _Reading(lambda text, _: read_duration(text), "10m"),
    Kind.TIME: _Reading(read_span, "2026-11-01, 2026-11-01T10:30, today or 10m"),
}


class _Parser:
    def __init__(self, cursor: Cursor, zone: tzinfo) -> None:
        self._cursor = cursor
        self._zone = zone
        self._depth = 0
        self._terms = 0

    def read(self) -> Node:
        self._cursor.skip_blanks()
        if not self._cursor.peek():
            return And()
        node = self._or()
        if self._cursor.peek():
            raise QueryError("parenthesis", "This parenthesis closes nothing.", self._cursor.at)
        return node

    def _or(self) -> Node:
        parts = [self._and()]
        while self._cursor.take_keyword("OR"):
            self._cursor.skip_blanks()
            parts.append(self._and())
        return _flat(Or, parts)

    def _and(self) -> Node:
        parts = [self._not()]
        while self._cursor.peek() not in ("", ")"):
            start = self._cursor.at
            if self._cursor.take_keyword("OR"):
                self._cursor.at = start
                break
            if self._cursor.take_keyword("AND"):
                self._cursor.skip_blanks()
            parts.append(self._not())
        return _flat(And, parts)

    def _not(self) -> Node:
        cursor = self._cursor
        start = cursor.at
        if cursor.take_keyword("NOT"):
            cursor.skip_blanks()
            return Not(self._nested(self._not, start))
        if cursor.peek() == "-" and cursor.source[cursor.at + 1 : cursor.at + 2] not in ("", ")", *BLANK):
            cursor.at += 1
            return Not(self._nested(self._not, start))
        if cursor.peek() == "(":
            cursor.at += 1
            cursor.skip_blanks()
            node = self._nested(self._or, start)
            if cursor.peek() != ")":
                raise QueryError("parenthesis", "This parenthesis is not closed.", start, suggestion=")")
            cursor.at += 1
        else:
            node = self._term()
        cursor.skip_blanks()
        return node

    def _nested(self, read: Callable[[], Node], start: int) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise QueryError("too_deep", "The query is nested too deeply.", start)
        node = read()
        self._depth -= 1
        return node

    def _term(self) -> Node:
        cursor = self._cursor
        self._terms += 1
        if self._terms > MOST_TERMS:
            raise QueryError("too_long", f"A query has at most {MOST_TERMS} conditions.", cursor.at)
        start = cursor.at
        for word in ("OR", "AND"):
            if cursor.take_keyword(word):
                raise QueryError(
                    "operator", f"{word} needs a condition on both sides.", start, len(word), f'"{word}"'
                )
        if cursor.peek() in ("", ")"):
            raise QueryError("missing", "A condition is missing here.", start)
        if cursor.peek() == "~":
            cursor.at += 1
            return Word(self._regex(self._value(start)))
        name = cursor.take(FIELD_NAME)
        field = self._field(name, start) if name else None
        if field is None:
            cursor.at = start
            text = cursor.take_text()
            return Word(Glob(text.text, text.quoted))
        match field.kind:
            case Kind.HEADER:
                return self._header(start)
            case Kind.BODY:
                return self._body(start)
            case Kind.FLAG:
                return self._flag(field)
        operator = self._operator(field, start)
        return self._test(field, operator, self._value(start))

    def _field(self, name: str, start: int) -> Field | None:
        """The field that the word before an operator names; None when the term is free text."""
        cursor = self._cursor
        field = find_field(name)
        following = cursor.source[cursor.at : cursor.at + 3]
        if field is not None and field.kind in (Kind.HEADER, Kind.BODY) and following[:1] in (".", "["):
            return field
        operator = OPERATOR.match(cursor.source, cursor.at)
        if operator is None or following == "://":
            return None
        if field is not None:
            return field
        close = get_close_matches(name.lower(), field_names(), 1, 0.7)
        if operator[0] != ":" and not close:
            return None
        raise QueryError(
            "unknown_field",
            f"There is no field {name}. Put text with a colon in quotation marks.",
            start,
            len(name),
            f"{close[0]}{operator[0]}" if close else "",
        )

    def _operator(self, field: Field, start: int, allowed: tuple[str, ...] = ()) -> str:
        cursor = self._cursor
        at = cursor.at
        operator = cursor.take(OPERATOR)
        if operator == ":":  # `size:>10kb` is what some are used to
            second = cursor.source[cursor.at : cursor.at + 2]
            if second[:1] in (">", "<") and ">" in field.operators:
                operator = cursor.take(OPERATOR)
        allowed = allowed or field.operators
        if operator not in allowed:
            message = f"{field.name} takes {' '.join(allowed)}"
            where = at if operator else start
            raise QueryError("operator", f"{message}.", where, max(len(operator), 1), allowed[0])
        return operator

    def _value(self, start: int) -> Text:
        text = self._cursor.take_text()
        if not text.text and not text.quoted:
            raise QueryError("missing", "A value is missing here.", start, max(self._cursor.at - start, 1))
        return text

    def _test(self, field: Field, operator: str, text: Text) -> Condition:
        return Condition(field.name, operator, text.text, self._read(field, operator, text), text.quoted)

    def _read(self, field: Field, operator: str, text: Text) -> Value:
        if operator == "~":
            return self._regex(text)
        reading = _READINGS.get(field.kind)
        if reading is None:
            value = Glob(text.text, text.quoted)
            if field.is_closed and not _can_be(field, operator, value):
                raise _unknown_value(field, text.text, text.start, text.end - text.start)
            return value
        found = reading.read(text.text, self._zone)
        if found is None:
            raise QueryError(
                "value",
                f"{field.name} needs a value like {reading.example}.",
                text.start,
                text.end - text.start,
                reading.example,
            )
        return found

    def _regex(self, text: Text) -> Regex:
        regex = Regex(text.text)
        try:
            _ = regex.automaton
        except PatternError as error:
            at = min(text.start + text.quoted + error.position, max(text.end - 1, text.start))
            raise QueryError("regex", str(error), at) from None
        return regex

    def _header(self, start: int) -> Condition:
        cursor = self._cursor
        field = find_field("header")
        assert field is not None
        if cursor.peek() not in (":", "."):
            raise QueryError(
                "operator", "Name the header: header.NAME:value.", start, cursor.at - start, "header:"
            )
        cursor.at += 1
        name = cursor.take(HEADER_NAME)
        if not name:
            raise QueryError("missing", "The header's name is missing here.", start, cursor.at - start)
        name = name.lower()
        if OPERATOR.match(cursor.source, cursor.at):
            operator = self._operator(field, start)
            text = self._value(start)
            value = self._read(field, operator, text)
            return Condition("header", operator, text.text, value, text.quoted, name=name)
        self._end_of_name()
        return Condition("header", ":", "*", Glob("*"), name=name)

    def _body(self, start: int) -> Condition:
        cursor = self._cursor
        field = find_field("body")
        assert field is not None
        steps = cursor.take_steps()
        operator = self._operator(field, start, () if steps else (":", "~"))
        text = self._value(start)
        value: Value = self._regex(text) if operator == "~" else Glob(text.text, text.quoted)
        number = None if text.quoted or operator == "~" or not steps else read_decimal(text.text)
        return Condition("body", operator, text.text, value, text.quoted, steps=steps, number=number)

    def _flag(self, field: Field) -> Node:
        cursor = self._cursor
        self._operator(field, cursor.at)
        start = cursor.at
        name = cursor.take(FIELD_NAME).lower()
        if field.name == "has" and name in ("header", "body") and cursor.peek() in (".", "["):
            return self._exists(name, start)
        self._end_of_name()
        if name not in field.values:
            raise _unknown_value(field, name, start, cursor.at - start)
        return Flag(field.name, name)

    def _exists(self, name: str, start: int) -> Condition:
        if name == "body":
            steps = self._cursor.take_steps()
            self._end_of_name()
            return Condition("body", ":", "*", Glob("*"), steps=steps)
        self._cursor.at += 1
        header = self._cursor.take(HEADER_NAME).lower()
        if not header:
            raise QueryError("missing", "The header's name is missing here.", start, self._cursor.at - start)
        self._end_of_name()
        return Condition("header", ":", "*", Glob("*"), name=header)

    def _end_of_name(self) -> None:
        """A name ends with a blank, a parenthesis or the text."""
        if self._cursor.peek() not in ("", " ", "\t", "\r", "\n", ")"):
            raise QueryError("character", "This character cannot be here.", self._cursor.at)


def _can_be(field: Field, operator: str, value: Glob) -> bool:
    """Whether a closed field can have a value; the empty one is always there to be asked for."""
    values = ("", *field.values)
    return any(map(value.matches, values)) if operator == ":" else value.text in values


def _unknown_value(field: Field, text: str, start: int, length: int) -> QueryError:
    name = text.lower().replace("-", "_").replace(" ", "_")
    close = get_close_matches(name, field.values, 1, 0.5)
    known = ", ".join(field.values)
    return QueryError(
        "unknown_value",
        f"{field.name}: knows {known}.",
        start,
        max(length, 1),
        close[0] if close else "",
        field=field.name,
        known=known,
    )


def _flat(kind: type[And | Or], parts: list[Node]) -> Node:
    """One node for a chain, however it was nested."""
    if len(parts) == 1:
        return parts[0]
    flat: list[Node] = []
    for part in parts:
        flat += part.parts if isinstance(part, kind) else (part,)
    return kind(tuple(flat))
