"""Drift is told once, where a row of deliveries was broken, and nowhere else."""

from __future__ import annotations

import copy
import gzip
import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.diff.test_structure import JSON, PAYLOADS, github

from garfio.core.shape import DELIVERIES, MOST_CHANGES, MOST_PARTS, Shape, drift_of


def shape(*documents: object, times: int = 1) -> Shape:
    known = Shape()
    for _ in range(times):
        for document in documents:
            known.learn(document)
    return known


def drift(known: Shape, document: object) -> list[tuple[str, str, tuple[str, ...], str]]:
    return [(c.kind, c.text, c.known, c.seen) for c in drift_of(known, document)]


@pytest.mark.parametrize(
    ("known", "document", "expected"),
    [
        ([{"a": 1}], {"a": 2}, []),
        ([{"a": 1}], {"a": "x"}, [("type", ".a", ("number",), "string")]),
        ([{"a": 1}, {"a": "x"}], {"a": "y"}, []),
        ([{"a": 1}], {"a": None}, []),
        ([{"a": None}], {"a": {"b": 1}}, []),
        ([{"a": 1}], {"a": 1, "b": {"c": 1}}, [("new", ".b", (), "object")]),
        ([{"a": 1, "b": {"c": 1}}], {"a": 1}, [("missing", ".b", ("object",), "")]),
        ([{"a": 1, "b": 1}, {"a": 1}], {"a": 1}, []),
        ([{"x": [{"a": 1}]}], {"x": []}, []),
        ([{"x": [{"a": 1}]}], {"x": [{"a": 1}, {}]}, [("missing", ".x[*].a", ("number",), "")]),
        ([{"x": []}], {"x": [1]}, []),
        ([[1]], {"a": 1}, [("type", "", ("array",), "object")]),
        ([{"odd key": {"b": True}}], {"odd key": {}}, [("missing", '["odd key"].b', ("boolean",), "")]),
    ],
)  # fmt: skip
def test_drift(known: list[object], document: object, expected: list[object]) -> None:
    assert drift(shape(*known, times=DELIVERIES), document) == expected


def test_nothing_is_told_before_a_row_of_deliveries() -> None:
    """One delivery before the row is full nothing is told; with the full row it is."""
    document = {"a": 1, "b": "x"}
    changed = {"a": "text", "c": 1}
    assert drift(shape(document, times=DELIVERIES - 1), changed) == []
    found = drift(shape(document, times=DELIVERIES), changed)
    assert [(kind, path) for kind, path, *_ in found] == [("type", ".a"), ("missing", ".b"), ("new", ".c")]


def test_a_change_is_told_once() -> None:
    """What was told has been learned: the next delivery like it is no news."""
    known = shape({"a": 1, "b": 1}, times=DELIVERIES)
    changed = {"a": "x", "c": 1}
    assert len(drift(known, changed)) == 3
    known.learn(changed)
    assert drift(known, changed) == []


def test_many_items_of_one_delivery_are_one_delivery() -> None:
    """Fifty items of one delivery are not a row of deliveries."""
    assert drift(shape({"items": [{"a": 1}] * 50}), {"items": [{"b": 1}]}) == []


def test_places_are_those_of_the_delivery() -> None:
    known = shape({"items": [{"sku": "x", "n": 1}]}, times=DELIVERIES)
    found = drift_of(known, {"items": [{"sku": "x", "n": 1}, {"sku": 5, "new": 1}]})
    assert [(change.kind, change.place) for change in found] == [
        ("missing", ("items", 1)),
        ("new", ("items", 1, "new")),
        ("type", ("items", 1, "sku")),
    ]


def test_ids_as_keys_are_no_fields() -> None:
    """An object under ids is a map: new ids are no news, a new field of its values is."""
    keys = (
        "price_1Nx8aB2eZvKYlo2C",
        "4821",
        "2026-11-24",
        "a@b.example",
        "550e8400-e29b-41d4-a716-446655440000",
    )
    known = Shape()
    for number in range(DELIVERIES):
        known.learn({"by": {keys[number % 5]: {"n": 1}, str(number): {"n": 2}}})
    assert drift(known, {"by": {"price_1QrStU2eZvKYlo2C": {"n": 2}}}) == []
    assert drift(known, {"by": {"77": {"n": 2, "m": 1}}}) == [("new", ".by[*].m", (), "number")]
    assert known.root.fields["by"].fields == {}


def test_free_keys_are_silent_from_the_first_to_the_last_delivery() -> None:
    """A map whose keys look like words never raises an alarm, and ends as a map."""
    chosen = random.Random(7)
    words = [f"field_{chr(97 + a)}{chr(97 + b)}" for a in range(20) for b in range(20)]
    known, told = Shape(), []
    for _ in range(300):
        document = {"id": "evt", "metadata": {chosen.choice(words): "x", chosen.choice(words): "y"}}
        told += drift(known, document)
        known.learn(document)
    assert told == []
    assert known.root.fields["metadata"].fields == {}
    assert known.root.fields["metadata"].values is not None


@given(st.lists(JSON, min_size=1, max_size=4))
def test_what_was_learned_is_no_drift(documents: list[object]) -> None:
    known = shape(*documents, times=DELIVERIES)
    for document in documents:
        assert drift(known, document) == []


@given(st.lists(JSON, min_size=1, max_size=4))
def test_a_kept_shape_is_the_shape(documents: list[object]) -> None:
    known = shape(*documents)
    again = Shape.from_json(known.to_json())
    assert again.root == known.root
    again.learn(documents[0])
    known.learn(documents[0])
    assert again.to_json() == known.to_json()


def test_hostile_payloads_are_bounded() -> None:
    """Too many places, too many levels, too many changes: kept and told up to a limit, and no new field is told."""
    wide = shape({f"k{number}x": number for number in range(20_000)}, times=DELIVERIES)
    assert not wide.is_complete
    assert len(wide.to_json()) < 60 * MOST_PARTS
    found = drift(wide, {"new": 1})
    assert {change[0] for change in found} == {"missing"}
    assert len(found) == MOST_CHANGES
    deep: Any = 1
    for _ in range(200):
        deep = [deep]
    assert not shape(deep).is_complete


def _settled(examples: list[Any]) -> Shape:
    return shape(*examples, times=DELIVERIES)


def test_real_deliveries_of_one_event_type() -> None:
    """What stars look like accepts a star; a field taken away is missing, another type is one."""
    examples = github("star")
    known = _settled(examples)
    document = copy.deepcopy(examples[-1])
    assert drift(known, document) == []
    del document["repository"]["full_name"]
    document["sender"]["id"] = "now text"
    assert drift(known, document) == [
        ("missing", ".repository.full_name", ("string",), ""),
        ("type", ".sender.id", ("number",), "string"),
    ]


def test_a_stream_of_real_events_raises_few_alarms() -> None:
    """GitHub's examples in any order, all actions of an event together: an alarm for one delivery in a thousand."""
    path = PAYLOADS / "github-webhooks-examples-7.6.1.json.gz"
    if not path.exists():
        pytest.skip("the public test data is not here")
    chosen = random.Random(5)
    deliveries = alarms = 0
    for event in json.loads(gzip.decompress(path.read_bytes())):
        known = Shape()
        for _ in range(100):
            document = chosen.choice(event["examples"])
            alarms += bool(drift_of(known, document))
            known.learn(document)
            deliveries += 1
    assert deliveries > 5000
    assert alarms <= deliveries / 1000
