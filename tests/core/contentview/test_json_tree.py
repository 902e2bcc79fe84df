"""A JSON text becomes flat nodes with places, pointers and duplicates, at any depth, within a limit."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from garfio.core.contentview.json_tree import decode_string, json_tree

TEXT = '{"id":1.10, "a/b~":[true,null,"\\u00f1"], "id":{"x":{}}, "\\u0069d": 2}'


def test_nodes() -> None:
    """A text was read; kinds, keys, sources, pointers and counts are right."""
    tree = json_tree(TEXT)
    rows = [(tree.pointer(at), tree.kind(at), tree.source(at, 8)) for at in range(len(tree.nodes))]
    assert rows == [
        ("", "object", '{"id":1.'),
        ("/id", "number", "1.10"),
        ("/a~1b~0", "array", "[true,nu"),
        ("/a~1b~0/0", "boolean", "true"),
        ("/a~1b~0/1", "null", "null"),
        ("/a~1b~0/2", "string", '"\\u00f1"'),
        ("/id", "object", '{"x":{}}'),
        ("/id/x", "object", "{}"),
        ("/id", "number", "2"),
    ]
    assert [node.children for node in tree.nodes] == [4, 0, 3, 0, 0, 0, 1, 0, 0]
    assert [node.duplicate for node in tree.nodes] == [False] * 6 + [True, False, True]
    assert tree.source(0) == TEXT
    assert tree.fault is None


def test_fault_keeps_what_was_read() -> None:
    """A broken text was read; the nodes before the fault are there."""
    tree = json_tree('{"a":[1,2,oops]}')
    assert [tree.pointer(at) for at in range(len(tree.nodes))] == ["", "/a", "/a/0", "/a/1"]
    assert tree.fault is not None
    assert tree.fault.offset == 10


def test_depth_and_limit() -> None:
    """A hundred thousand levels were read; the nodes stop at the limit and one pointer is still quick."""
    tree = json_tree("[" * 100_000 + "]" * 100_000, limit=5000)
    assert len(tree.nodes) == 5000
    assert tree.cut
    assert tree.pointer(4999) == "/0" * 4999


@given(
    st.recursive(
        st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=20,
    )
)
def test_every_source_is_the_value_at_its_pointer(value: object) -> None:
    """Any JSON text was read; each node's source parses to the value found by walking its pointer."""
    tree = json_tree(json.dumps(value))
    for at in range(len(tree.nodes)):
        found = value
        for part in tree.pointer(at).split("/")[1:]:
            key = part.replace("~1", "/").replace("~0", "~")
            found = found[int(key)] if isinstance(found, list) else found[key]  # type: ignore[index]
        assert json.loads(tree.source(at)) == found


@given(st.text())
def test_strings_decode(text: str) -> None:
    """Any string was written with escapes; decoding gives it back."""
    assert decode_string(json.dumps(text)) == text
    assert decode_string(json.dumps(text, ensure_ascii=False)) == text
