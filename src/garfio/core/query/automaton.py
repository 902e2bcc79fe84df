"""A search for regular expressions whose cost is bounded whatever the pattern and the text are.

Python's `re` backtracks: `(a+)+$` on thirty characters takes minutes, and nothing can interrupt it. So a
pattern runs here as a deterministic automaton, built only as far as the text needs it: one look-up for each
character. What is built counts against a budget; a text on which it runs out is "not found". Patterns with
few ways to match go to `re`, which is faster and then safe. A Regex keeps what it has built, so one object
belongs to one thread.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from garfio.core.query.pattern import (
    Anchor,
    Chars,
    Choice,
    PatternError,
    Repeat,
    Sequence,
    Tree,
    is_word,
    read_pattern,
)

TEXT_LIMIT = 1 << 21
"""Characters of a text that are searched; what comes later is not seen."""
_MOST_STATES = 2000
_MOST_WAYS = 64
"""Steps that `re` may need at one place of the text."""
_BUDGET = 700_000
"""States visited while building in one search: about half a second."""
_MOST_EDGES = 20_000
_ENDLESS = 1 << 40


@dataclass(frozen=True)
class Regex:
    """A pattern, and whether it occurs in a text."""

    source: str

    @cached_property
    def tree(self) -> Tree:
        """The pattern as read. Raises PatternError, also when it is too large."""
        tree = read_pattern(self.source)
        if _size(tree) > _MOST_STATES:
            raise PatternError("The pattern is too large when its repeats are written out.", 0)
        return tree

    @cached_property
    def automaton(self) -> Automaton:
        """The machine for it. Raises PatternError."""
        return Automaton(self.tree)

    @cached_property
    def _backtracking(self) -> re.Pattern[str] | None:
        few = _ways(self.tree) * _size(self.tree) <= _MOST_WAYS
        return re.compile(self.source) if few else None

    @cached_property
    def literal(self) -> str:
        """Text that every match contains; empty when none is known."""
        return _required(self.tree)

    def found_in(self, text: str) -> bool:
        """True when the pattern matches somewhere in the first `TEXT_LIMIT` characters."""
        if self.literal not in text:
            return False
        text = text[:TEXT_LIMIT]
        if self._backtracking is not None:
            return self._backtracking.search(text) is not None
        return self.automaton.found_in(text)


@dataclass(slots=True)
class _State:
    """A place in the pattern: what takes the next character, or where one can go on without taking any."""

    chars: Chars | None = None
    anchor: str = ""
    after: tuple[int, ...] = ()


class _Node:
    """A set of places reached, with the kind of the character before, and the edges walked so far."""

    __slots__ = ("before", "edges", "places")

    def __init__(self, places: frozenset[int], before: str) -> None:
        self.places = places
        self.before = before
        self.edges: dict[str, _Node] = {}


class Automaton:
    """The pattern as states, and the nodes and edges built from them so far."""

    def __init__(self, tree: Tree) -> None:
        self._states = [_State()]
        self._start = self._build(tree, 0)
        self._accepted = _Node(frozenset(), "accepted")
        self._nodes: dict[tuple[frozenset[int], str], _Node] = {}
        self._edges = 0
        self._budget = 0

    def found_in(self, text: str) -> bool:
        """True when the pattern matches somewhere; False also when the budget ran out before."""
        self._budget = _BUDGET
        accepted = self._accepted
        node = self._node(frozenset(), "start")
        for char in text[:-1]:
            after = node.edges.get(char) or self._walk(node, char)
            if after is accepted:
                return True
            if after is None:
                return False
            node = after
        for char in ("\n$" if text[-1] == "\n" else text[-1], "") if text else ("",):
            after = node.edges.get(char) or self._walk(node, char)
            if after is accepted:
                return True
            if after is None:
                return False
            node = after
        return False

    def _node(self, places: frozenset[int], before: str) -> _Node:
        return self._nodes.setdefault((places, before), _Node(places, before))

    def _walk(self, node: _Node, char: str) -> _Node | None:
        """The node after one more character, None when the budget is spent.

        `\\n$` is a line feed at the end of the text, the empty string is the end.
        """
        reached = self._closure({*node.places, self._start}, node.before, char)
        self._budget -= len(reached)
        if self._budget < 0:
            return None
        if 0 in reached:
            after = self._accepted
        else:
            letter = char[:1]
            places: set[int] = set()
            for index in reached:
                state = self._states[index]
                if letter and state.chars is not None and state.chars.takes(letter):
                    places.update(state.after)
            after = self._node(frozenset(places), _before(letter))
        self._edges += 1
        if self._edges > _MOST_EDGES:
            self._edges = 0
            self._nodes.clear()
        else:
            node.edges[char] = after
        return after

    def _closure(self, places: Iterable[int], before: str, following: str) -> set[int]:
        """The places that can be reached without taking a character."""
        reached: set[int] = set()
        waiting = list(places)
        while waiting:
            index = waiting.pop()
            if index in reached:
                continue
            reached.add(index)
            state = self._states[index]
            if state.chars is None and (not state.anchor or _holds(state.anchor, before, following)):
                waiting += state.after
        return reached

    def _add(self, state: _State) -> int:
        self._states.append(state)
        return len(self._states) - 1

    def _build(self, tree: Tree, after: int) -> int:
        """Add the states of a tree that goes on at `after`; the index of its first one."""
        match tree:
            case Chars():
                return self._add(_State(chars=tree, after=(after,)))
            case Anchor():
                return self._add(_State(anchor=tree.kind, after=(after,)))
            case Sequence():
                for item in reversed(tree.items):
                    after = self._build(item, after)
                return after
            case Choice():
                return self._add(_State(after=tuple(self._build(item, after) for item in tree.items)))
            case Repeat():
                return self._repeat(tree, after)

    def _repeat(self, tree: Repeat, after: int) -> int:
        first = after
        if tree.high is None:
            first = self._add(_State())
            self._states[first].after = (self._build(tree.item, first), after)
        else:
            for _ in range(tree.high - tree.low):
                first = self._add(_State(after=(self._build(tree.item, first), after)))
        for _ in range(tree.low):
            first = self._build(tree.item, first)
        return first


def _before(letter: str) -> str:
    if letter == "\n":
        return "line"
    return "word" if letter and is_word(letter) else "other"


def _holds(anchor: str, before: str, following: str) -> bool:
    match anchor:
        case "^" | "A":
            return before == "start"
        case "m^":
            return before in ("start", "line")
        case "$":
            return following in ("", "\n$")
        case "m$":
            return following in ("", "\n", "\n$")
        case "Z":
            return following == ""
    at_edge = (before == "word") != (following != "" and is_word(following[0]))
    return at_edge == (anchor == "b")


def _size(tree: Tree) -> int:
    """States that the tree needs."""
    match tree:
        case Sequence() | Choice():
            return min(1 + sum(map(_size, tree.items)), _ENDLESS)
        case Repeat():
            times = tree.low + 1 if tree.high is None else tree.high
            return min(1 + (_size(tree.item) + 1) * times, _ENDLESS)
    return 1


def _ways(tree: Tree) -> int:
    """In how many ways the tree can match at one place, at most."""
    ways = 1
    match tree:
        case Sequence():
            for item in tree.items:
                ways = min(ways * _ways(item), _ENDLESS)
        case Choice():
            ways = sum(map(_ways, tree.items))
        case Repeat():
            if tree.high is None or tree.high > _MOST_WAYS:
                return _ENDLESS
            each = _ways(tree.item)
            ways = sum(each**times for times in range(tree.low, tree.high + 1))
    return min(ways, _ENDLESS)


def _required(tree: Tree) -> str:
    """A literal that every match contains; empty when none is known."""
    best = run = ""
    for item in tree.items if isinstance(tree, Sequence) else (tree,):
        literal = item.literal if isinstance(item, Chars) else ""
        run = run + literal if literal else ""
        best = max(best, run, key=len)
    return best
