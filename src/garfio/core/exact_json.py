"""JSON whose numbers keep their spelling: `1.10` stays `1.10`, and calculates and compares as a decimal."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Self

from garfio.core.query.payload import DOCUMENT_LIMIT


class Number(Decimal):
    """A JSON number that shows as it was written."""

    text: str

    def __new__(cls, text: str) -> Self:
        """Raises decimal.InvalidOperation for what is no number."""
        made = super().__new__(cls, text)
        made.text = text
        return made

    def __str__(self) -> str:
        return self.text

    def __format__(self, spec: str, _context: Any = None) -> str:
        return self.text if not spec else format(Decimal(self), spec)

    def __reduce__(self) -> Any:
        return Number, (self.text,)


def read_json(data: bytes) -> Any:
    """A JSON value with exact numbers; Ellipsis when it is none, or too large."""
    if len(data) > DOCUMENT_LIMIT:
        return ...
    try:
        return json.loads(
            data.decode("utf-8-sig"), parse_int=_integer, parse_float=Number, parse_constant=str
        )
    except (ValueError, ArithmeticError, RecursionError):
        return ...


def write_json(value: Any) -> str:
    """A value as JSON with its numbers as they were written. Raises TypeError for what JSON has not."""
    return "".join(_pieces(value))


def _integer(text: str) -> object:
    number = int(text) if len(text) < 4000 else None
    return number if number is not None and str(number) == text else Number(text)


def _pieces(value: Any) -> Iterator[str]:
    if isinstance(value, Number):
        yield value.text
    elif isinstance(value, Decimal):
        yield str(value)
    elif isinstance(value, Mapping):
        for number, (name, inner) in enumerate(value.items()):
            yield f"{', ' if number else '{'}{json.dumps(str(name), ensure_ascii=False)}: "
            yield from _pieces(inner)
        yield "}" if value else "{}"
    elif isinstance(value, list | tuple):
        for number, inner in enumerate(value):
            yield ", " if number else "["
            yield from _pieces(inner)
        yield "]" if value else "[]"
    else:
        yield json.dumps(value, ensure_ascii=False)
