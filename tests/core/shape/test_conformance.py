"""Documents against schemas: the place of each fault, nothing fetched, nothing endless."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from garfio.core.errors import AppError
from garfio.core.shape.conformance import MOST_FAULTS, SCHEMA_LIMIT, faults_of, holds, read_schema

DRAFT_7 = "http://json-schema.org/draft-07/schema#"


def faults(schema: Any, document: Any) -> list[tuple[str, tuple[Any, ...], tuple[str, ...]]]:
    return [
        (one.keyword, one.place, one.names) for one in faults_of(read_schema(json.dumps(schema)), document)
    ]


@pytest.mark.parametrize(
    ("schema", "document", "expected"),
    [
        ({"required": ["a"]}, {}, [("required", (), ("a",))]),
        ({"properties": {"a": {"items": {"type": "string"}}}}, {"a": ["x", 3]}, [("type", ("a", 1), ("string",))]),
        ({"type": ["string", "null"]}, 3, [("type", (), ("null", "string"))]),
        ({"properties": {"a": {}}, "additionalProperties": False}, {"b": 1}, [("additionalProperties", (), ("b",))]),
        ({"enum": [1, 2]}, 3, [("enum", (), ("1", "2"))]),
        ({"pattern": "^(?!x)"}, "xa", [("pattern", (), ())]),
        ({"format": "date-time"}, "yesterday", [("format", (), ())]),
        ({"type": "number", "maximum": 5}, Decimal("5.01"), [("maximum", (), ())]),
        ({"type": "integer"}, 10**40, []),
        (True, {"a": 1}, []),
        (False, {"a": 1}, [("falseSchema", (), ())]),
        ({"$schema": DRAFT_7, "$ref": "#/definitions/a", "definitions": {"a": {"type": "null"}}}, None, []),
        ({"const": "a"}, "\ud800", [("const", (), ('"a"',))]),
    ],
)  # fmt: skip
def test_faults(schema: Any, document: Any, expected: Any) -> None:
    assert faults(schema, document) == expected
    assert holds(json.dumps(schema), document) is (not expected)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "schema.json"),
        ("[]", "schema.json"),
        ("[" * 100_000, "schema.json"),
        ('{"type": "nonsense"}', "schema.invalid"),
        ('{"pattern": "("}', "schema.invalid"),
        ('{"$ref": "#/nowhere"}', "schema.invalid"),
        ('{"$ref": "http://127.0.0.1:9/other.json"}', "schema.invalid"),
        ('{"$ref": "file:///etc/passwd"}', "schema.invalid"),
        ('{"$schema": "https://127.0.0.1:9/dialect"}', "schema.invalid"),
        (" " * (SCHEMA_LIMIT + 1), "schema.large"),
    ],
)
def test_a_schema_that_cannot_be_used_is_said(text: str, code: str) -> None:
    """What is not JSON, no schema, too long, or elsewhere; nothing is fetched."""
    with pytest.raises(AppError) as caught:
        read_schema(text)
    assert caught.value.code == code


def test_everything_has_an_end() -> None:
    """Faults without number, a pattern that goes back and back, a schema that refers to itself, great depth."""
    assert len(faults({"items": {"type": "string"}}, [1] * 10_000)) == MOST_FAULTS
    assert len(faults({"pattern": "^(?=(a+)+$)b"}, "a" * 5000 + "b")) == 1
    assert faults({"$ref": "#"}, {}) == []
    deep: Any = 1
    for _ in range(900):
        deep = [deep]
    assert faults({"items": {"$ref": "#"}}, deep) == []
