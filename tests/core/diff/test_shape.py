from __future__ import annotations

import base64
import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.diff.test_structure import JSON, PAYLOADS, github, read, read_text

from garfio.core.diff import Shape, shape_changes, shape_of


def shape(*documents: object) -> Shape:
    total = Shape()
    for document in documents:
        total += shape_of(read(document))
    return total


def drift(known: Shape, document: object) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [(c.kind, c.text, c.known, c.seen) for c in shape_changes(known, shape(document))]


def test_paths_and_types() -> None:
    found = shape({"a": 1, "items": [{"sku": "x"}, {"sku": None, "n": 2}]})
    assert found.types[("items", None, "sku")] == {"string": 1, "null": 1}
    assert found.types_at(("items", None, "sku")) == {"string"}
    assert found.is_required(("items", None, "sku"))
    assert not found.is_required(("items", None, "n"))


@pytest.mark.parametrize(
    ("known", "document", "expected"),
    [
        ([{"a": 1}], {"a": 2}, []),
        ([{"a": 1}], {"a": "x"}, [("type", ".a", ("number",), ("string",))]),
        ([{"a": 1}, {"a": "x"}], {"a": "y"}, []),
        ([{"a": 1}], {"a": None}, []),
        ([{"a": None}], {"a": {"b": 1}}, []),
        ([{"a": 1}], {"a": 1, "b": {"c": 1}}, [("new", ".b", (), ("object",))]),
        ([{"a": 1, "b": {"c": 1}}], {"a": 1}, [("missing", ".b", ("object",), ())]),
        ([{"a": 1, "b": 1}, {"a": 1}], {"a": 1}, []),
        ([{"x": [{"a": 1}]}], {"x": []}, []),
        ([{"x": [{"a": 1}]}], {"x": [{"a": 1}, {}]}, [("missing", ".x[*].a", ("number",), ("number",))]),
        ([{"x": []}], {"x": [1]}, [("new", ".x[*]", (), ("number",))]),
        ([[1]], {"a": 1}, [("type", "", ("array",), ("object",))]),
    ],
)  # fmt: skip
def test_drift(known: list[object], document: object, expected: list[object]) -> None:
    assert drift(shape(*known), document) == expected


@given(st.lists(JSON, min_size=1, max_size=4))
def test_what_was_learned_is_no_change(documents: list[object]) -> None:
    known = shape(*documents)
    for document in documents:
        assert drift(known, document) == []
    assert shape(*reversed(documents)).types == known.types


def test_hostile_payloads_are_bounded() -> None:
    wide = shape({str(number): 1 for number in range(20_000)})
    assert not wide.is_complete
    assert len(wide.types) <= 5000
    assert not shape_of(read_text("[" * 10_000 + "]" * 10_000)).is_complete
    assert {change[0] for change in drift(wide, {"new": 1})} == {"missing"}


def test_real_deliveries_of_one_event_type() -> None:
    """The shape of all stars but one accepts the last; a field taken away is missing."""
    examples = github("star")
    known = shape(*examples)
    document = json.loads(json.dumps(examples[-1]))
    assert drift(known, document) == []
    del document["repository"]["full_name"]
    document["sender"]["id"] = "now text"
    assert drift(known, document) == [
        ("missing", ".repository.full_name", ("string",), ()),
        ("type", ".sender.id", ("number",), ("string",)),
    ]


def test_real_stripe_events_have_a_common_shape() -> None:
    path = PAYLOADS / "stripe-djstripe-events.jsonl.gz"
    if not path.exists():
        pytest.skip("the public test data is not here")
    lines = gzip.decompress(path.read_bytes()).splitlines()
    known = shape(*(json.loads(base64.b64decode(json.loads(line)["body_b64"])) for line in lines))
    assert known.is_required(("id",))
    assert known.is_required(("data", "object", "object"))
    assert known.types_at(("created",)) == {"number"}
