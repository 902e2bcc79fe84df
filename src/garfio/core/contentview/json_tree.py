"""A JSON text as a flat list of nodes for a tree: places in the text, so that nothing is converted.

Built without recursion and up to a limit; paths are made for one node when asked for, because all the paths
of a deep text together would take its length squared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from garfio.core.contentview.json_tokens import CLOSE, KEY, OPEN, Fault, JsonScan

MAX_NODES = 100_000
_ESCAPE_RE = re.compile(r'\\(?:u([0-9a-fA-F]{4})|(["\\/bfnrt]))')
_SHORT = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_PAIR_RE = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_KINDS = {"{": "object", "[": "array", '"': "string", "t": "boolean", "f": "boolean", "n": "null"}


@dataclass(slots=True)
class JsonNode:
    """One value of the text."""

    parent: int
    """Index of the container's node; -1 for the root."""
    depth: int
    position: int
    """Which child of its container it is, from 0; the index in an array."""
    key_start: int
    """Where the key's token begins; -1 in an array and for the root."""
    key_end: int
    start: int
    """Where the value begins."""
    end: int
    """Behind the value's last character; behind the text read so far for a container that is not closed."""
    children: int
    """How many values a container holds directly, as far as it was read."""
    duplicate: bool
    """True when an earlier member of the same object has the same key."""


@dataclass(frozen=True, slots=True)
class JsonTree:
    """The nodes in the text's order: a container comes before what it holds."""

    text: str
    nodes: list[JsonNode]
    fault: Fault | None
    cut: bool
    """True when there were more nodes than the limit."""

    def kind(self, index: int) -> str:
        """object, array, string, number, boolean or null."""
        return _KINDS.get(self.text[self.nodes[index].start], "number")

    def key(self, index: int) -> str:
        """The decoded key; empty for an array's values and for the root."""
        node = self.nodes[index]
        return "" if node.key_start < 0 else decode_string(self.text[node.key_start : node.key_end])

    def source(self, index: int, limit: int | None = None) -> str:
        """The value's text exactly as sent, or the first `limit` characters of it."""
        node = self.nodes[index]
        end = node.end if limit is None else min(node.end, node.start + limit)
        return self.text[node.start : end]

    def pointer(self, index: int) -> str:
        """The JSON Pointer to the node (RFC 6901); empty for the root."""
        return "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in self._path(index))

    def _path(self, index: int) -> list[str]:
        parts: list[str] = []
        while (node := self.nodes[index]).parent >= 0:
            parts.append(self.key(index) if node.key_start >= 0 else str(node.position))
            index = node.parent
        return parts[::-1]


def json_tree(text: str, limit: int = MAX_NODES) -> JsonTree:
    """The nodes of a text, at most `limit`; up to its fault when it is not JSON. Never raises."""
    nodes: list[JsonNode] = []
    open_nodes: list[int] = []
    seen: list[set[str]] = []
    scan = JsonScan(text)
    key_start = key_end = -1
    duplicate = cut = False
    end = 0
    for kind, start, end, _comma in scan:
        if kind == KEY:
            key_start, key_end = start, end
            key = text[start + 1 : end - 1]
            if "\\" in key:
                key = decode_string(text[start:end])
            duplicate = key in seen[-1]
            seen[-1].add(key)
            continue
        if kind == CLOSE:
            nodes[open_nodes.pop()].end = end
            seen.pop()
            continue
        if len(nodes) >= limit:
            cut = True
            break
        parent = open_nodes[-1] if open_nodes else -1
        position = 0
        if parent >= 0:
            position = nodes[parent].children
            nodes[parent].children += 1
        nodes.append(
            JsonNode(parent, len(open_nodes), position, key_start, key_end, start, end, 0, duplicate)
        )
        key_start = key_end = -1
        duplicate = False
        if kind == OPEN:
            open_nodes.append(len(nodes) - 1)
            seen.append(set())
    for index in open_nodes:
        nodes[index].end = max(nodes[index].end, end)
    return JsonTree(text, nodes, None if cut else scan.fault, cut)


def decode_string(token: str) -> str:
    """A string token's characters: escapes resolved, pairs of surrogate escapes joined, lone ones kept."""
    content = token[1:-1]
    if "\\" not in content:
        return content
    plain = _ESCAPE_RE.sub(
        lambda match: chr(int(match[1], 16)) if match[1] else _SHORT.get(match[2], match[2]), content
    )
    return _PAIR_RE.sub(
        lambda match: chr(0x10000 + ((ord(match[0][0]) - 0xD800) << 10) + ord(match[0][1]) - 0xDC00), plain
    )
