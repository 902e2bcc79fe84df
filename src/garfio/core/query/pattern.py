"""Regular expressions without backreferences and lookaround, read into a tree.

The syntax is the part of Python's `re` that a machine without backtracking can run (`automaton.py`), with the
same meaning: literals, `.`, classes, `\\d \\w \\s \\b` and their opposites, groups, `|`, repeats,
`^ $ \\A \\Z`, and the flags `(?i)`, `(?m)`, `(?s)` at the start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

MOST_REPEATS = 500
_DEEPEST = 40
_ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "a": "\a", "0": "\0"}


class PatternError(ValueError):
    """The pattern cannot be read; `position` counts characters in it."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True)
class Chars:
    """One character out of a set."""

    ranges: tuple[tuple[str, str], ...] = ()
    categories: tuple[str, ...] = ()
    """Letters of `\\d \\D \\w \\W \\s \\S`."""
    negated: bool = False
    ignore_case: bool = False

    @property
    def literal(self) -> str:
        """The only character that it takes, or empty."""
        if self.negated or self.categories or self.ignore_case or len(self.ranges) != 1:
            return ""
        low, high = self.ranges[0]
        return low if low == high else ""

    def takes(self, char: str) -> bool:
        """True when the character is in the set."""
        forms = {char, char.lower(), char.upper()} if self.ignore_case else {char}
        found = any(low <= form <= high for form in forms for low, high in self.ranges) or any(
            CATEGORIES[letter](char) for letter in self.categories
        )
        return found != self.negated


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place: `^`, `$`, `A`, `Z`, `b`, `B` as in `re`; `m^` and `m$` for those of each line."""

    kind: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other."""

    items: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several."""

    items: tuple[Tree, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """`low` to `high` times; None is without end."""

    item: Tree
    low: int
    high: int | None


Tree = Chars | Anchor | Sequence | Choice | Repeat


def is_word(char: str) -> bool:
    """What `\\w` takes."""
    return char.isalnum() or char == "_"


CATEGORIES: dict[str, Callable[[str], bool]] = {
    "d": str.isdecimal,
    "D": lambda char: not char.isdecimal(),
    "w": is_word,
    "W": lambda char: not is_word(char),
    "s": str.isspace,
    "S": lambda char: not char.isspace(),
}


def read_pattern(source: str) -> Tree:
    """The tree of a pattern. Raises PatternError, also for what Python's `re` allows and this does not."""
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._at = 0
        self._depth = 0
        self._flags: set[str] = set()

    def read(self) -> Tree:
        while self._source.startswith("(?", self._at) and self._source[self._at + 2 : self._at + 3] in "ims":
            end = self._source.find(")", self._at)
            flags = self._source[self._at + 2 : end]
            if end < 0 or not flags or not set(flags) <= set("ims"):
                raise PatternError("Only the flags i, m and s are known.", self._at)
            self._flags |= set(flags)
            self._at = end + 1
        tree = self._choice()
        if self._at < len(self._source):
            raise PatternError("This parenthesis closes nothing.", self._at)
        return tree

    def _peek(self) -> str:
        return self._source[self._at : self._at + 1]

    def _take(self) -> str:
        char = self._peek()
        if not char:
            raise PatternError("The pattern ends too early.", len(self._source))
        self._at += 1
        return char

    def _choice(self) -> Tree:
        items = [self._sequence()]
        while self._peek() == "|":
            self._at += 1
            items.append(self._sequence())
        return items[0] if len(items) == 1 else Choice(tuple(items))

    def _sequence(self) -> Tree:
        items: list[Tree] = []
        while self._peek() not in ("", "|", ")"):
            start = self._at
            item = self._atom()
            bounds = self._bounds()
            if bounds:
                if isinstance(item, Anchor) and self._source[start] != "(":
                    raise PatternError("Nothing to repeat here.", start)
                item = Repeat(item, *bounds)
                if self._peek() == "?":
                    self._at += 1
                if self._peek() and (self._peek() in "*+?" or self._bounds()):
                    raise PatternError("One repeat directly after another.", self._at)
            items.append(item)
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def _bounds(self) -> tuple[int, int | None] | None:
        char = self._peek()
        if char and char in "*+?":
            self._at += 1
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[char]
        if char != "{":
            return None
        end = self._source.find("}", self._at)
        low, mark, high = self._source[self._at + 1 : end].partition(",") if end > 0 else ("", "", "")
        if not (low + high).isdecimal() or not (low + high).isascii() or len(low + high) > 8:
            return None
        bounds = int(low or 0), (int(high) if high else None) if mark else int(low)
        if max(bounds[0], bounds[1] or 0) > MOST_REPEATS:
            raise PatternError(f"More than {MOST_REPEATS} repeats.", self._at)
        if bounds[1] is not None and bounds[1] < bounds[0]:
            raise PatternError("The least is more than the most.", self._at)
        self._at = end + 1
        return bounds

    def _atom(self) -> Tree:
        start = self._at
        char = self._take()
        if char in "*+?":
            raise PatternError("Nothing to repeat here.", start)
        if char == "(":
            return self._group(start)
        if char == "[":
            return self._class(start)
        if char == ".":
            return Chars(() if "s" in self._flags else (("\n", "\n"),), (), negated=True)
        if char in "^$":
            return Anchor(f"m{char}" if "m" in self._flags else char)
        if char == "\\":
            return self._escape(start)
        return self._literal(char)

    def _literal(self, char: str) -> Chars:
        return Chars(((char, char),), ignore_case="i" in self._flags)

    def _group(self, start: int) -> Tree:
        if self._peek() == "?":
            if not self._source.startswith("?:", self._at):
                raise PatternError("Only groups ( ) and (?: ) are possible.", start)
            self._at += 2
        self._depth += 1
        if self._depth > _DEEPEST:
            raise PatternError("Groups are nested too deeply.", start)
        tree = self._choice()
        self._depth -= 1
        if self._peek() != ")":
            raise PatternError("This parenthesis is not closed.", start)
        self._at += 1
        return tree

    def _escape(self, start: int) -> Tree:
        char = self._take()
        if char in CATEGORIES:
            return Chars((), (char,))
        if char in "bBAZ":
            return Anchor(char)
        return self._literal(self._escaped(char, start))

    def _escaped(self, char: str, start: int) -> str:
        if char in "xu":
            digits = self._source[self._at : self._at + (2 if char == "x" else 4)]
            if len(digits) < (2 if char == "x" else 4) or digits.strip("0123456789abcdefABCDEF"):
                raise PatternError("Hexadecimal digits are missing.", start)
            self._at += len(digits)
            return chr(int(digits, 16))
        if char in _ESCAPES and not (char == "0" and self._peek().isdecimal()):
            return _ESCAPES[char]
        if char.isalnum() and char.isascii():
            raise PatternError("This escape is not known; a pattern cannot refer back to a group.", start)
        return char

    def _class(self, start: int) -> Chars:
        negated = self._peek() == "^"
        self._at += negated
        ranges: list[tuple[str, str]] = []
        categories: list[str] = []
        first = True
        while first or self._peek() != "]":
            if not self._peek():
                raise PatternError("This bracket is not closed.", start)
            first = False
            at = self._at
            low = self._class_item(categories)
            dashed = self._peek() == "-" and self._source[self._at + 1 : self._at + 2] not in ("]", "")
            if not dashed:
                if low:
                    ranges.append((low, low))
                continue
            self._at += 1
            high = self._class_item(categories)
            if not low or not high or high < low:
                raise PatternError("This is not a range of characters.", at)
            ranges.append((low, high))
        self._at += 1
        return Chars(tuple(ranges), tuple(categories), negated, "i" in self._flags)

    def _class_item(self, categories: list[str]) -> str:
        """A character, or empty when it was a category, which is noted."""
        start = self._at
        char = self._take()
        if char != "\\":
            return char
        char = self._take()
        if char in CATEGORIES:
            categories.append(char)
            return ""
        return "\b" if char == "b" else self._escaped(char, start)
