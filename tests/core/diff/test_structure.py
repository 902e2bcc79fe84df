from __future__ import annotations

import gzip
import itertools
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.query.cases import DATA, json_test_suite

from garfio.core.diff import EVERYTHING_COUNTS, Ignore, Value, diff_structure, read_document
from garfio.core.query import parse
from garfio.core.query.node import Condition
from garfio.core.query.payload import Message

PAYLOADS = DATA / "payloads"


def read_text(text: str) -> Value:
    value = read_document(text)
    assert value is not None
    return value


def read(document: object) -> Value:
    return read_text(json.dumps(document))


def changes(left: object, right: object, ignore: Ignore = EVERYTHING_COUNTS) -> list[tuple[str, str]]:
    first, second = (read_text(side) if isinstance(side, str) else read(side) for side in (left, right))
    return [(change.kind, change.path) for change in diff_structure(first, second, ignore).changes]


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}, []),
        ('{"a": "caf\\u00e9"}', '{"a": "café"}', []),
        ('{"a": 1.0}', '{"a": 1.00}', [("changed", ".a")]),
        ({"a": 1}, {"a": 2}, [("changed", ".a")]),
        ({"a": 1}, {"a": "1"}, [("type", ".a")]),
        ({"a": None}, {"a": {}}, [("type", ".a")]),
        ({"a": 1}, {}, [("removed", ".a")]),
        ({}, {"odd key": {"b": 1}}, [("added", '["odd key"]')]),
        ({"a": {"b": [1, {"c": 2}]}}, {"a": {"b": [1, {"c": 3}]}}, [("changed", ".a.b[1].c")]),
        ([1, 2, 3], [1, 3], [("removed", "[1]")]),
        ([1, 3], [1, 2, 3], [("added", "[1]")]),
        ([1, 2, 3], [1, 9, 3], [("changed", "[1]")]),
        (["a", "b", "c"], ["c", "a", "b"], [("moved", "[0]")]),
        ([{"id": 1}, {"id": 2, "n": 2}], [{"id": 2, "n": 5}, {"id": 1}],
         [("changed", "[0].n"), ("moved", "[1]")]),
        ([{"id": 1}, {"id": 2}, {"id": 3}], [{"id": 1}, {"id": 3}], [("removed", "[1]")]),
        ([{"id": 1}, {"id": 1}], [{"id": 1}], [("removed", "[1]")]),
        ('{"a": 1, "a": 2}', '{"a": 1, "a": 3}', [("changed", '["a #2"]')]),
        (1, 2, [("changed", "")]),
        ([[1, 2], [3]], [[1, 2], [4]], [("changed", "[1][0]")]),
    ],
)  # fmt: skip
def test_changes(left: object, right: object, expected: list[tuple[str, str]]) -> None:
    assert changes(left, right) == expected


def test_values_are_given_as_they_were_sent() -> None:
    left, right = '{"n": 1.50, "s": "a\\/b"}', '{"n": 12345678901234567890.10, "s": "\\u0041"}'
    found = diff_structure(read_text(left), read_text(right)).changes
    pairs = [(change.left and change.left.text, change.right and change.right.text) for change in found]
    assert pairs == [("1.50", "12345678901234567890.10"), ('"a\\/b"', '"\\u0041"')]


@pytest.mark.parametrize(
    ("left", "right", "ignored"),
    [
        ({"created": 1700000000}, {"created": 1700000100}, True),
        ({"updated_at": "2026-11-01T10:00:00Z"}, {"updated_at": "2026-11-02T10:00:00Z"}, True),
        ({"amount": 1700000000}, {"amount": 1700000100}, False),
        ({"id": "evt_1Nabcdefgh"}, {"id": "evt_1Mabcdefgh"}, True),
        ({"customer": "cus_1Nabcdefgh"}, {"customer": "cus_1Mabcdefgh"}, True),
        ({"type": "subscription_completed"}, {"type": "subscription_cancelled"}, False),
        ({"x": "0b7bb0a1-0c1b-4a7c-8b1a-0f0e0d0c0b0a"}, {"x": "1b7bb0a1-0c1b-4a7c-8b1a-0f0e0d0c0b0a"}, True),
        ({"order_id": 450789469}, {"order_id": 450789470}, True),
        ({"id": "evt_1Nabcdefgh"}, {"id": 5}, False),
        ({"id": "evt_1Nabcdefgh"}, {}, False),
        ({"note": "a"}, {"note": "b"}, True),
        ({"data": {"x": 1}}, {"data": {"x": 2}}, True),
        ({"data": {"x": 1}}, {"data": {}}, True),
        ({"other": {"x": 1}}, {"other": {"x": 2}}, False),
    ],
)
def test_expected_differences_are_marked(left: object, right: object, ignored: bool) -> None:
    found = diff_structure(read(left), read(right), Ignore(names=("note", "data.*"))).changes
    assert [change.ignored for change in found] == [ignored]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.sampled_from(["", "a", "é", "\ud800"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["a", "id", "b c"]), inner),
    max_leaves=12,
)


@given(JSON, JSON)
def test_no_difference_means_equal_and_each_has_its_place(left: Any, right: Any) -> None:
    first, second = read(left), read(right)
    diff = diff_structure(first, second, EVERYTHING_COUNTS)
    assert (diff.changes == ()) is (json.dumps(left, sort_keys=True) == json.dumps(right, sort_keys=True))
    for change in diff.changes:
        for path, value, document in (
            (change.left_path, change.left, left),
            (change.right_path, change.right, right),
        ):
            assert (path is None) is (value is None)
            if value is not None:
                for step in path or ():
                    document = document[step]
                assert json.loads(value.text) == document


def test_hostile_documents() -> None:
    """Deep, long and full of differences: an answer, bounded, and no exception."""
    deep = "[" * 100_000 + "1" + "]" * 100_000
    other = "[" * 100_000 + "2" + "]" * 100_000
    assert [change.kind for change in diff_structure(read_text(deep), read_text(other)).changes] == [
        "changed"
    ]
    many = diff_structure(read(list(range(20_000))), read(list(range(20_000, 40_000))))
    assert not many.is_complete
    assert len(many.changes) == 5000
    halves = diff_structure(read([1, 2] * 10_000), read([2, 1] * 10_000))
    assert halves.changes


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "{",
            "[1,]",
            "{,}",
            '{"a":}',
            '{"a" 1}',
            "[1 2]",
            "01",
            "1 2",
            "nul",
            "'a'",
            '"\\x"',
            '"\n"',
        ),
        *("[1", '{"a":1', "]", "[}", "NaN", "\u00a01"),
    ],
)
def test_what_is_not_json_has_no_tree(text: str) -> None:
    assert read_document(text) is None


@given(JSON)
def test_the_reader_agrees_with_the_standard_one(value: Any) -> None:
    text = json.dumps(value, indent=1)
    document = read_text(text)
    assert document.text == text
    assert json.loads(document.text) == value
    assert read(value).fingerprint == document.fingerprint


@given(st.text(st.sampled_from('[]{},:"\\u0a1-.e tn'), max_size=12))
def test_the_reader_takes_what_the_standard_one_takes(text: str) -> None:
    try:
        json.loads(text)
    except ValueError:
        valid = False
    else:
        valid = True
    assert (read_document(text) is not None) is valid


def test_the_reader_knows_what_is_json() -> None:
    for name, data in json_test_suite():
        document = read_document(data)
        if name[0] in "yn":
            assert (document is not None) is (name[0] == "y"), name


def github(name: str) -> list[Any]:
    path = PAYLOADS / "github-webhooks-examples-7.6.1.json.gz"
    if not path.exists():
        pytest.skip("the public test data is not here")
    events = json.loads(gzip.decompress(path.read_bytes()))
    return next(event["examples"] for event in events if event["name"] == name)


@pytest.mark.parametrize("name", ["issues", "pull_request", "push", "check_run"])
def test_real_payload_pairs(name: str) -> None:
    """Two deliveries of one event differ where they do, and a change's path can be used in a query."""
    examples = github(name)
    for left, right in itertools.pairwise(examples):
        found = diff_structure(read(left), read(right)).changes
        assert (found == ()) is (left == right)
        for change in found[:20]:
            if change.right is not None and change.path and change.right.is_scalar:
                condition = parse(f"has:body{change.path}").node
                assert isinstance(condition, Condition)
                assert list(Message(b"", json.dumps(right).encode()).values(condition.steps)), change.path


def test_one_changed_field_of_a_real_payload_is_one_change() -> None:
    left = github("issues")[0]
    right = json.loads(json.dumps(left))
    right["issue"]["title"] = "Another title"
    right["issue"]["labels"].append({"id": 1, "name": "new"})
    del right["repository"]["private"]
    kinds = {(change.kind, change.path) for change in diff_structure(read(left), read(right)).changes}
    assert ("changed", ".issue.title") in kinds
    assert ("removed", ".repository.private") in kinds
    assert ("added", f".issue.labels[{len(left['issue']['labels'])}]") in kinds
    assert len(kinds) == 3
