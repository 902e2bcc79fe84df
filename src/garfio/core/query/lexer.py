"""The characters of a query as tokens.

A term is a run without blanks; parentheses inside one belong to it as long as they are balanced, so
`path~^/(a|b)$` needs no quotes. In quotes, `\\"` and `\\\\` stand for the character; any other backslash
is itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from garfio.core.query.error import QueryError
from garfio.core.query.payload import Step

MOST_CHARACTERS = 4000
FIELD_NAME = re.compile(r"[A-Za-z][A-Za-z_]*")
OPERATOR = re.compile(r"!=|>=|<=|[:=~<>]")
HEADER_NAME = re.compile(r"[A-Za-z0-9_.*-]+")
_PATH_KEY = re.compile(r"[^\s.\[\]:=<>~!\"()*]+")
_INDEX = re.compile(r"\d{1,9}", re.ASCII)
BLANK = " \t\r\n"


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text as it was meant, with its place."""

    text: str
    start: int
    end: int
    quoted: bool


class Cursor:
    """A place in the query text."""

    def __init__(self, source: str, most: int = MOST_CHARACTERS) -> None:
        if len(source) > most:
            raise QueryError("too_long", f"A query has at most {most} characters.", most)
        for at, char in enumerate(source):
            if (char < " " and char not in BLANK) or "\ud800" <= char <= "\udfff":
                raise QueryError("character", "This character cannot be part of a query.", at)
        self.source = source
        self.at = 0

    def peek(self) -> str:
        """The next character, empty at the end."""
        return self.source[self.at : self.at + 1]

    def skip_blanks(self) -> None:
        """Go to the next character that is not blank."""
        while self.peek() and self.peek() in BLANK:
            self.at += 1

    def take(self, pattern: re.Pattern[str]) -> str:
        """What the pattern matches here, empty when it does not."""
        found = pattern.match(self.source, self.at)
        if found is None:
            return ""
        self.at = found.end()
        return found[0]

    def take_keyword(self, word: str) -> bool:
        """Go past an upper-case keyword that stands alone."""
        end = self.at + len(word)
        if self.source[self.at : end] != word or self.source[end : end + 1] not in (*BLANK, "(", ")", ""):
            return False
        self.at = end
        return True

    def take_text(self) -> Text:
        """A quoted text, or what stands up to the next blank or closing parenthesis."""
        start = self.at
        if self.peek() == '"':
            return Text(self._quoted(), start, self.at, quoted=True)
        depth = 0
        while (char := self.peek()) and char not in BLANK:
            if char == "\\":
                self.at += 1
                if not self.peek() or self.peek() in BLANK:
                    break
            elif char == "(":
                depth += 1
            elif char == ")":
                if depth == 0:
                    break
                depth -= 1
            self.at += 1
        return Text(self.source[start : self.at], start, self.at, quoted=False)

    def take_steps(self) -> tuple[Step, ...]:
        """The path after `body`: `.key`, `."any key"`, `[0]`, `[*]`, `["any key"]`."""
        steps: list[Step] = []
        while self.peek() and self.peek() in ".[":
            start = self.at
            bracket = self.peek() == "["
            self.at += 1
            step: Step
            if self.peek() == '"':
                step = self._quoted()
            elif self.peek() == "*":
                self.at += 1
                step = None
            else:
                found = self.take(_INDEX if bracket else _PATH_KEY)
                if not found:
                    raise QueryError("path", "A key or an index is missing here.", self.at)
                step = int(found) if bracket else found
            if bracket:
                if self.peek() != "]":
                    raise QueryError("path", "This bracket is not closed.", start)
                self.at += 1
            steps.append(step)
        return tuple(steps)

    def _quoted(self) -> str:
        start = self.at
        self.at += 1
        pieces: list[str] = []
        while (char := self.peek()) != '"':
            if not char:
                raise QueryError(
                    "quote", "This quotation mark is not closed.", start, len(self.source) - start, '"…"'
                )
            if char == "\\" and self.source[self.at + 1 : self.at + 2] in ('"', "\\"):
                self.at += 1
            pieces.append(self.peek())
            self.at += 1
        self.at += 1
        return "".join(pieces)


def is_plain(text: str) -> bool:
    """True when a text reads the same without quotes."""
    if text[:1] in ("", '"'):
        return False
    cursor = Cursor(text, len(text))
    return cursor.take_text() == Text(text, 0, len(text), quoted=False)
