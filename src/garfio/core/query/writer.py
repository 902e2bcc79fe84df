"""A query's tree as text: `read_query(write_query(node)) == node`."""

from __future__ import annotations

import re

from garfio.core.query.automaton import Regex
from garfio.core.query.lexer import is_plain
from garfio.core.query.node import And, Condition, Flag, Node, Not, Or, Word
from garfio.core.query.payload import Step
from garfio.core.query.value import Glob

_PLAIN_KEY = re.compile(r"[A-Za-z0-9_-]+\Z")


def write_query(node: Node) -> str:
    """The text of a tree; empty for the query that matches everything."""
    match node:
        case And(parts):
            return " ".join(_inner(part, Or) for part in parts)
        case Or(parts):
            return " OR ".join(_inner(part, ()) for part in parts)
        case Not(part):
            return f"-{_inner(part, (And, Or))}"
        case Word(value):
            return _word(value)
        case Flag(field, name):
            return f"{field}:{name}"
        case Condition():
            return _test(node)


def write_path(steps: tuple[Step, ...]) -> str:
    """A path in a body as it is written after `body`: `.items[0]["odd key"]`."""
    return "".join(map(_step, steps))


def write_phrase(text: str) -> str:
    """Free text that is taken as it is, whatever it looks like."""
    return _quoted(text)


def write_value(text: str) -> str:
    """A value that is taken as it is: in quotes where the language would read something into it."""
    plain = is_plain(text) and "*" not in text
    return text if plain else _quoted(text)


def _inner(node: Node, bracketed: type[Node] | tuple[type[Node], ...]) -> str:
    text = write_query(node)
    if not isinstance(node, bracketed):
        return text
    return f"({text} )" if text.endswith("\\") else f"({text})"


def _word(value: Glob | Regex) -> str:
    if isinstance(value, Regex):
        return "~" + _value(value.source, quoted=not is_plain(value.source))
    return _value(value.text, value.quoted)


def _value(text: str, quoted: bool) -> str:
    return _quoted(text) if quoted else text


def _test(test: Condition) -> str:
    if test.field == "header":
        if (test.operator, test.text, test.quoted) == (":", "*", False):
            return f"header:{test.name}"
        return f"header.{test.name}{test.operator}{_value(test.text, test.quoted)}"
    path = write_path(test.steps)
    return f"{test.field}{path}{test.operator}{_value(test.text, test.quoted)}"


def _step(step: Step) -> str:
    if step is None:
        return "[*]"
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN_KEY.match(step) else f"[{_quoted(step)}]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
