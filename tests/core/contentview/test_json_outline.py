"""A packed tree has the nodes, places and queries of the tree that it was made from."""

from __future__ import annotations

import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.contentview.test_json_tree import TEXT

from garfio.core.contentview.json_outline import pack
from garfio.core.contentview.json_tree import json_tree
from garfio.core.query import parse


def test_children_and_sources() -> None:
    """A tree was packed and sent elsewhere; children, kinds, keys and sources are the same."""
    outline = pickle.loads(pickle.dumps(pack(json_tree(TEXT))))
    assert [outline.child(0, row) for row in range(outline.counts[0])] == [1, 2, 6, 8]
    assert [outline.source(outline.child(2, row)) for row in range(3)] == ["true", "null", '"\\u00f1"']
    assert [outline.kind(at) for at in range(4)] == ["object", "number", "array", "boolean"]
    assert outline.key(2) == "a/b~"
    assert outline.duplicates == {6, 8}


CASES = [
    ('{"a":{"b":["x y"]}}', 3, 'body.a.b[0]="x y"'),
    ('{"n":1.10}', 1, "body.n=1.10"),
    ('{"n":true}', 1, "body.n:true"),
    ('{"n":""}', 1, 'body.n=""'),
    ('{"odd key":"*"}', 1, 'body["odd key"]="*"'),
    ('{"a":[1]}', 1, "has:body.a"),
    ('{"a":"\\u0001"}', 1, "has:body.a"),
    ('{"a":1}', 0, ""),
]


@pytest.mark.parametrize(("text", "node", "query"), CASES)
def test_query_of_a_value(text: str, node: int, query: str) -> None:
    """A value was asked for; the query names its place and is understood."""
    assert pack(json_tree(text)).query(node) == query
    parse(query)


@given(st.dictionaries(st.text(max_size=6), st.text(max_size=12), max_size=4))
def test_every_query_is_understood(value: dict[str, str]) -> None:
    """Any keys and strings were in a body; the query of each node can be read."""
    outline = pack(json_tree(json.dumps(value)))
    for node in range(len(outline)):
        parse(outline.query(node))


def test_a_place_is_found() -> None:
    """By keys and indices; what is not there is None, however far it goes."""
    outline = pack(json_tree('{"a": {"b": [1, {"c d": 2}]}, "0": 3}'))
    for node in range(len(outline)):
        assert outline.find(outline.steps(node)) == node
    for place in (("x",), ("a", 0), ("a", "b", 2), ("a", "b", 0, "x"), ("a", "b", "1"), (0,)):
        assert outline.find(place) is None
    assert pack(json_tree("")).find(()) is None
