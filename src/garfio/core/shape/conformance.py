"""Checking a document against a JSON Schema that the user gives.

`jsonschema-rs` does it: it knows drafts 4 to 2020-12, brings no further dependencies, and can be kept from the
network and from regular expressions that never end. Nothing is ever fetched: a `$ref` to another document is a fault
of the schema.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

import jsonschema_rs

from garfio.core.errors import AppError

SCHEMA_LIMIT = 2 << 20
"""Bytes of a schema."""
MOST_FAULTS = 100
_BACKTRACKS = 100_000
"""Steps back that one match of a pattern may take."""
_LONGEST = 300
_LONGEST_NAME = 60
_PATTERNS = jsonschema_rs.FancyRegexOptions(backtrack_limit=_BACKTRACKS)


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """One place at which a document is not what the schema says."""

    keyword: str
    """The word of the schema that does not hold: `required`, `type`, `enum` …"""
    place: tuple[str | int, ...]
    """Where in the document; for what is missing the object that lacks it."""
    names: tuple[str, ...]
    """What the keyword is about, where that is a few words: the missing or unexpected fields, the wanted types
    or values."""
    message: str
    """The same in English, by the library."""
    rule: tuple[str | int, ...]
    """Where in the schema."""


def read_schema(text: str | bytes) -> Any:
    """The schema of a file. Raises AppError `schema.json`, `schema.invalid` or `schema.large`."""
    if len(text) > SCHEMA_LIMIT:
        raise AppError(
            "schema.large", f"A schema has at most {SCHEMA_LIMIT >> 20} MiB.", most=SCHEMA_LIMIT >> 20
        )
    try:
        schema = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise AppError("schema.json", "The schema is not JSON.", hint=str(error)[:_LONGEST]) from error
    if not isinstance(schema, dict | bool):
        raise AppError("schema.json", "The schema is not JSON.", hint="A schema is a JSON object.")
    _validator(schema)
    return schema


def faults_of(schema: Any, document: object) -> tuple[SchemaFault, ...]:
    """Where a document is not what the schema says, at most `MOST_FAULTS`; empty when it holds."""
    validator = _validator(schema)
    try:
        return _faults(validator, document)
    except UnicodeEncodeError:  # half of a surrogate pair, which the library does not read
        return _faults(validator, _readable(document))


def holds(text: str, document: object) -> bool:
    """Whether a document is what the schema in a text says. Raises AppError as `read_schema` does."""
    validator = _kept_validator(text)
    try:
        return bool(validator.is_valid(document))
    except UnicodeEncodeError:
        return bool(validator.is_valid(_readable(document)))


def _readable(document: object) -> object:
    text = json.dumps(document, ensure_ascii=False, default=float)
    return json.loads(text.encode("utf-8", "replace"))


@lru_cache(maxsize=8)
def _kept_validator(text: str) -> Any:
    """A validator for one capture after another: making it takes longer than checking."""
    return _validator(read_schema(text))


def _validator(schema: Any) -> Any:
    try:
        return jsonschema_rs.validator_for(
            schema, offline=True, validate_formats=True, pattern_options=_PATTERNS
        )
    except ValueError as error:
        message = getattr(error, "message", str(error))[:_LONGEST]
        raise AppError(
            "schema.invalid",
            f"This is no schema that can be used: {message}.",
            hint="Nothing is fetched from elsewhere: put what it refers to into its own $defs.",
            detail=message,
        ) from error


def _faults(validator: Any, document: object) -> tuple[SchemaFault, ...]:
    return tuple(_fault(error) for error in islice(validator.iter_errors(document), MOST_FAULTS))


def _fault(error: Any) -> SchemaFault:
    kind = error.kind
    found: object = (
        getattr(kind, "property", None) or getattr(kind, "unexpected", None) or getattr(kind, "types", ())
    )
    names = [found] if isinstance(found, str) else list(found) if isinstance(found, list | tuple) else []
    values = getattr(kind, "options", None) or (
        [kind.expected_value] if hasattr(kind, "expected_value") else ()
    )
    names += [json.dumps(value, ensure_ascii=False, default=str)[:_LONGEST_NAME] for value in values]
    return SchemaFault(
        getattr(kind, "name", ""),
        tuple(error.instance_path),
        tuple(str(name) for name in names[:20]),
        str(error.message)[:_LONGEST],
        tuple(error.schema_path),
    )
