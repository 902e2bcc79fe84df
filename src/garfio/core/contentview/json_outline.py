"""A JSON tree packed for a window: numbers in arrays, so that it passes quickly from one process to another,
and each node's children without a search.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from garfio.core.contentview.json_tree import JsonTree, decode_string
from garfio.core.query.payload import Step
from garfio.core.query.value import read_decimal
from garfio.core.query.writer import write_path, write_value

_LONGEST_VALUE = 1000
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
"""What a query cannot hold."""
_KINDS = {"{": "object", "[": "array", '"': "string", "t": "boolean", "f": "boolean", "n": "null"}


@dataclass(frozen=True, slots=True)
class Outline:
    """The nodes of a text in its order; node 0 is the root."""

    text: str
    parents: array[int]
    positions: array[int]
    key_starts: array[int]
    key_ends: array[int]
    starts: array[int]
    ends: array[int]
    counts: array[int]
    """How many values each holds directly."""
    offsets: array[int]
    """Where a node's children begin in `order`."""
    order: array[int]
    """All nodes but the root, those of one container together."""
    duplicates: frozenset[int]
    """Nodes whose key stood before in the same object."""
    cut: bool
    """True when there were more nodes than are kept."""

    def __len__(self) -> int:
        return len(self.parents)

    def child(self, index: int, row: int) -> int:
        """The node that is the `row`-th child."""
        return self.order[self.offsets[index] + row]

    def find(self, steps: Sequence[Step]) -> int | None:
        """The node at a place, keys and indices from the root on; None when there is none."""
        node = 0 if len(self) else None
        for step in steps:
            if node is None:
                return None
            inside = (self.child(node, row) for row in range(self.counts[node]))
            if isinstance(step, int) and self.kind(node) == "array":
                node = self.child(node, step) if step < self.counts[node] else None
            else:
                node = next((at for at in inside if self.key_starts[at] >= 0 and self.key(at) == step), None)
        return node

    def kind(self, index: int) -> str:
        """object, array, string, number, boolean or null."""
        return _KINDS.get(self.text[self.starts[index]], "number")

    def key(self, index: int) -> str:
        """The decoded key; empty for an array's values and for the root."""
        start = self.key_starts[index]
        return "" if start < 0 else decode_string(self.text[start : self.key_ends[index]])

    def source(self, index: int, limit: int | None = None) -> str:
        """The value's text exactly as sent, or the first `limit` characters of it."""
        start, end = self.starts[index], self.ends[index]
        return self.text[start : end if limit is None else min(end, start + limit)]

    def steps(self, index: int) -> tuple[Step, ...]:
        """Keys and indices from the root to the node."""
        found: list[Step] = []
        while self.parents[index] >= 0:
            found.append(self.key(index) if self.key_starts[index] >= 0 else self.positions[index])
            index = self.parents[index]
        return tuple(reversed(found))

    def path(self, index: int) -> str:
        """The path as the query language writes it after `body`: `.items[0].sku`; empty for the root."""
        return write_path(self.steps(index))

    def pointer(self, index: int) -> str:
        """The JSON Pointer to the node (RFC 6901); empty for the root."""
        steps = (str(step).replace("~", "~0").replace("/", "~1") for step in self.steps(index))
        return "".join(f"/{step}" for step in steps)

    def query(self, index: int) -> str:
        """A query for captures that have this value at this place; for a container, that have the place.

        Empty for the root, and where the query language cannot write the place.
        """
        path = self.path(index)
        if _UNWRITABLE.search(path):
            return ""
        if not path or self.kind(index) in ("object", "array"):
            return f"has:body{path}" if path else ""
        source = self.source(index)
        if self.kind(index) == "string":
            value = decode_string(source)
            if len(value) > _LONGEST_VALUE or _UNWRITABLE.search(value):
                return f"has:body{path}"
            return f"body{path}={write_value(value)}"
        operator = ":" if read_decimal(source) is None else "="
        return f"body{path}{operator}{source}"


def pack(tree: JsonTree) -> Outline:
    """The same tree in arrays; linear in time."""
    nodes = tree.nodes
    counts = array("I", (node.children for node in nodes))
    offsets = array("I", bytes(4 * len(nodes)))
    at = 0
    for index, count in enumerate(counts):
        offsets[index] = at
        at += count
    order = array("I", bytes(4 * at))
    for index, node in enumerate(nodes):
        if node.parent >= 0:
            order[offsets[node.parent] + node.position] = index
    return Outline(
        tree.text,
        array("i", (node.parent for node in nodes)),
        array("I", (node.position for node in nodes)),
        array("i", (node.key_start for node in nodes)),
        array("i", (node.key_end for node in nodes)),
        array("I", (node.start for node in nodes)),
        array("I", (node.end for node in nodes)),
        counts,
        offsets,
        order,
        frozenset(index for index, node in enumerate(nodes) if node.duplicate),
        tree.cut,
    )
