"""What a search index has to know: the text of a capture that is indexed, and what of it a query cannot do without.

The index holds which pieces of three characters occur in a few captures together. A query's `needed` expression is
true for every capture that fits the query, and for some that do not: those it finds are looked at, the others need
not be. Only ASCII that is spelled in one way is asked for, so that escapes and the case of other letters never hide a
match; what is too large to index, or spelled as nobody does, is marked and always looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from garfio.core.query.automaton import Regex
from garfio.core.query.node import And, Condition, Node, Or, Value, Word
from garfio.core.query.payload import Message, Step
from garfio.core.query.value import Glob, ascii_lower

BLOCK = 8
"""Captures that are indexed together, by their ids: what they share is stored once."""
TEXT_LIMIT = 1 << 20
"""Bytes of a message that are indexed; a larger one is always looked at."""

_GRAM = 3
_MOST_GRAMS = 12
"""More of them make a search slower, not narrower."""
_ALWAYS, _ODD = "\ue000" * _GRAM, "\ue001" * _GRAM
"""Marks of a capture that every search looks at, and of one whose body writes plain letters as escapes."""
_APART = {code: 0xE100 + code for code in range(33, 127)}
"""Names of header fields are kept apart from text: free text does not look for them."""
_KEPT = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\/')
_TABLE = bytes(ord(chr(code).lower()) if chr(code) in _KEPT else 10 for code in range(256))
_RUN = re.compile(f"[{re.escape(_KEPT)}]{{{_GRAM},}}")
_ESCAPED_PLAIN = re.compile(rb"\\u00[2-7]")
_WITH_A_LETTER = re.compile("[a-df-z]")
_COLUMNS = ("path", "target", "event", "delivery", "provider", "note", "tag")


def indexed_text(message: Message | None, columns: Iterable[str]) -> str:
    """The text of one capture for the index; None stands for a message that is too large."""
    parts = [text.encode("utf-8", "surrogatepass") for text in columns]
    if message is None:
        return f"{_ALWAYS}\n{_plain(parts)}"
    payload, form = message.payload, message.form_text
    parts += (text.encode("utf-8", "surrogatepass") for text in (message.target, *message.header_values))
    names = "\n".join({name.decode("latin-1").lower() for name, _ in message.headers}).translate(_APART)
    if len(payload) + len(form) > TEXT_LIMIT:
        return f"{_ALWAYS}\n{names}\n{_plain(parts)}"
    odd = _ODD if _ESCAPED_PLAIN.search(payload) or _ESCAPED_PLAIN.search(form) else ""
    return f"{odd}\n{names}\n{_plain([*parts, payload, form])}"


def needed(node: Node) -> str | None:
    """An FTS5 expression over the index; None when a capture can fit whatever it holds."""
    expression = _needed(node)
    return expression and f'{expression} OR "{_ALWAYS}"'


def _plain(parts: Iterable[bytes]) -> str:
    return b"\n".join(parts).translate(_TABLE).decode("ascii")


def _needed(node: Node) -> str | None:
    match node:
        case And(parts):
            return _joined(" AND ", [found for part in parts if (found := _needed(part))])
        case Or(parts):
            each = [_needed(part) for part in parts]
            return None if None in each else _joined(" OR ", [part for part in each if part])
        case Word(value):
            return _all(_runs(value))
        case Condition() if node.operator in (":", "=", "~", ">", ">=", "<", "<="):
            return _condition(node)
        case _:
            return None


def _condition(condition: Condition) -> str | None:
    if condition.field == "header":
        names = [run.translate(_APART) for run in _runs(Glob(condition.name))]
        return _all([*names, *_runs(condition.value)])
    if condition.field == "body" and condition.steps:
        return _inside(condition)
    if condition.field == "body" or condition.field in _COLUMNS:
        return _all(_runs(condition.value))
    return None


def _inside(condition: Condition) -> str | None:
    """A value at a path: its keys are in the body, and so is a text, but a number may be written in many ways."""
    keys = _all(run for step in condition.steps for run in _step_runs(step))
    value = None
    if condition.number is None and condition.operator in (":", "=", "~"):
        value = _all(run for run in _runs(condition.value) if _WITH_A_LETTER.search(run))
    expression = _joined(" AND ", [part for part in (value, keys) if part])
    return expression and f'({expression} OR "{_ODD}")'


def _step_runs(step: Step) -> list[str]:
    return _RUN.findall(ascii_lower(step)) if isinstance(step, str) else []


def _runs(value: Value) -> list[str]:
    """Pieces that occur in every text that fits, whatever its case."""
    if isinstance(value, Glob):
        return [run for part in value.parts for run in _RUN.findall(ascii_lower(part))]
    return _RUN.findall(ascii_lower(value.literal)) if isinstance(value, Regex) else []


def _all(runs: Iterable[str]) -> str | None:
    grams = dict.fromkeys(run[at : at + _GRAM] for run in runs for at in range(len(run) - _GRAM + 1))
    chosen = list(grams)[:: -(-len(grams) // _MOST_GRAMS)] if grams else []
    return _joined(" AND ", [f'"{gram}"' for gram in chosen])


def _joined(operator: str, parts: list[str]) -> str | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    return f"({operator.join(parts)})"
