"""What a kind of action consists of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from garfio.core.errors import AppError

TEXT = "text"
"""A template."""
LIST = "list"
"""Templates; a single text is a list of one."""
TABLE = "table"
"""Names with templates, in order."""
DOCUMENT = "document"
"""A JSON value whose texts are templates; one that is a single `{{ … }}` becomes the value itself."""
LITERAL = "literal"
"""Text that is used as it is."""
NUMBER = "number"
FLAG = "flag"
SECRET = "secret"  # noqa: S105 - a type of field
"""The name under which a secret is kept; never the secret."""
TEMPLATED = (TEXT, LIST, TABLE, DOCUMENT)

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in."""

    name: str
    type: str
    doc: str
    """An English sentence; the window translates by kind and name."""
    required: bool = False
    default: Any = ""
    choices: tuple[str, ...] = ()
    escape: str = ""
    """How inserted values are made harmless: `html`, `slack`, or as they are."""
    lowest: float = 0
    highest: float = 1e9
    check: Callable[[Any], None] | None = None
    """Raises AppError for a value that must not even be kept, such as one with a password in it."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Exactly what is to be done; JSON values only, and no secret."""

    kind: str
    values: dict[str, Any]
    summary: str = ""
    """One line for the log, in the terms of the kind: `POST https://…`, an address, a file."""


@dataclass(frozen=True, slots=True)
class ActionKind:
    """A row of the table."""

    name: str
    doc: str
    fields: tuple[Field, ...]
    render: Callable[[Values], Deed]
    """From rendered values (every field is there) to the deed. Raises AppError `action.…` for values that do not
    fit, such as an address that is none."""
    needs_confirmation: bool = False
    """True when the user has to agree on this machine before it is ever done."""
    needs_capture: bool = False
    """True when there has to be a webhook: a rule about silence cannot have it."""

    def field(self, name: str) -> Field | None:
        """The field with that name."""
        return next((field for field in self.fields if field.name == name), None)

    def filled(self, values: Values) -> dict[str, Any]:
        """All fields with their defaults where `values` has none."""
        return {field.name: values.get(field.name, field.default) for field in self.fields}


def unfit(name: str, why: str, hint: str = "") -> AppError:
    """The error for a field's value that cannot be used."""
    return AppError("action.value", f"{name}: {why}", hint=hint, name=name)


def one_line(name: str, text: str) -> str:
    """The text, which must not contain line breaks or other control characters."""
    if any(char < " " or char == "\x7f" for char in text):
        raise unfit(name, "it holds a line break or another control character.")
    return text
