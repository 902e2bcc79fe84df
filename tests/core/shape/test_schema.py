"""A learned schema holds for what it was learned from, and for nothing that lacks what was always there."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.core.diff.test_structure import JSON, github

from garfio.core.shape import Shape
from garfio.core.shape.conformance import faults_of, read_schema
from garfio.core.shape.schema import schema_of, schema_text


def learned(*documents: Any) -> Shape:
    shape = Shape()
    for document in documents:
        shape.learn(document)
    return shape


def test_a_schema() -> None:
    shape = learned(
        {"id": "a", "n": None, "by": {"4711": 1}, "items": [{"x": 1}, {"x": 2, "y": True}]},
        {"id": "b", "n": 1},
    )
    assert schema_of(shape, "a.b") == {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "a.b",
        "description": "Learned by Garfio from 2 deliveries.",
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "n": {"type": ["null", "number"]},
            "by": {"type": "object", "additionalProperties": {"type": "number"}},
            "items": {
                "type": "array",
                "items": {
                    "type": "object",
                    "properties": {"x": {"type": "number"}, "y": {"type": "boolean"}},
                    "required": ["x"],
                },
            },
        },
        "required": ["id", "n"],
    }


@given(st.lists(JSON, min_size=1, max_size=5))
def test_it_holds_for_all_that_it_was_learned_from(documents: list[Any]) -> None:
    schema = read_schema(schema_text(learned(*documents), "any"))
    for document in documents:
        assert faults_of(schema, document) == ()


def test_it_tells_what_real_events_lack() -> None:
    """The schema of GitHub's issues holds for each of them, and not for one without its number."""
    examples = github("issues")
    schema = read_schema(schema_text(learned(*examples), "issues"))
    assert all(faults_of(schema, example) == () for example in examples)
    broken = json.loads(json.dumps(examples[0]))
    del broken["issue"]["number"]
    (fault,) = faults_of(schema, broken)
    assert (fault.keyword, fault.place, fault.names) == ("required", ("issue",), ("number",))
