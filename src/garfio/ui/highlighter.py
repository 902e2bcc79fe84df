"""Syntax spans of the lines on the screen.

JSON, forms and HTTP heads are coloured line by line: none of their tokens goes over a line's end. For the
other syntaxes a Pygments lexer runs through a region of the text up to the line that is asked for, in
slices. A small text is one region; a larger one is cut at lines that look like the start of something, so
that no line is far from where lexing begins. A very long line stays plain, and `limited` says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from time import perf_counter

from pygments.lexer import Lexer
from pygments.token import Token, _TokenType

from garfio.ui.code_view.document import Document
from garfio.ui.code_view.source import Span, SpansSource

LONG_LINE = 20_000
"""Characters of a line above which it is not coloured."""
SYNTAXES = ("json", "xml", "html", "css", "javascript", "yaml", "graphql", "http", "form", "text", "none")

_REGION = 1 << 18
_WHOLE = 1 << 20
_REGIONS_KEPT = 16
_HEAD_LIMIT = 1 << 20
_FIRST_TURN_S = 0.003
_TOKENS_PER_LOOK = 64
_RESTART_REACH = 1 << 13
_MARKUP_RESTART = re.compile(r"\n(?=[ \t]*<[A-Za-z])")
_CODE_RESTART = re.compile(r"\n(?=[^\s})\]])")
_RESTARTS = {
    "xml": _MARKUP_RESTART,
    "html": _MARKUP_RESTART,
    "css": _CODE_RESTART,
    "javascript": _CODE_RESTART,
    "yaml": _CODE_RESTART,
    "graphql": _CODE_RESTART,
}
_TOKENS = (
    (Token.Comment, "comment"),
    (Token.Keyword.Constant, "keyword"),
    (Token.Keyword, "keyword"),
    (Token.Name.Tag, "tag"),
    (Token.Name.Attribute, "attribute"),
    (Token.Name.Property, "attribute"),
    (Token.Name.Label, "key"),
    (Token.Name.Entity, "number"),
    (Token.Name.Class, "key"),
    (Token.Literal.Number, "number"),
    (Token.Literal, "string"),
)
# A string that does not end on its line is taken to the line's end: no text can make this scan it twice.
_JSON = re.compile(
    r'(?P<string>"[^"\\]*(?:\\.[^"\\]*)*(?:"(?P<key>[ \t]*:)?)?)'
    r"|(?P<number>-?\b\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\b)|(?P<keyword>\b(?:true|false|null)\b)"
)
_FORM = re.compile(r"(?P<string>(?<==)[^&]+)|(?P<key>[^&=]+)|(?P<punctuation>[&=])")
_REQUEST_LINE = re.compile(r"(?P<keyword>^[A-Z]+(?= ))|(?P<number>(?<= )\d{3}\b)|(?P<comment>HTTP/[\d.]+)")
_HEAD_END = re.compile(r"\n\r?\n")
_FIELD = re.compile(r"(?P<key>^[^:\s]+)(?=:)")


def spans_source(syntax: str) -> SpansSource | None:
    """A source for one document in `syntax` (one of SYNTAXES); None for what has no colours."""
    if syntax in _RESTARTS:
        return _LexerSource(syntax)
    line_spans = {"json": _json_spans, "form": _form_spans, "http": _http_spans}.get(syntax)
    return _LineSource(line_spans) if line_spans else None


class _LineSource:
    """Spans that depend on nothing but their line; `line_spans` gets the document and the line's number."""

    def __init__(self, line_spans: Callable[[Document, int], list[Span]]) -> None:
        self.limited = False
        self.pending = False
        self._line_spans = line_spans

    def spans(self, document: Document, first: int, last: int) -> list[list[Span]]:
        long = [_is_long(document, line) for line in range(first, last + 1)]
        self.limited = any(long)
        return [[] if is_long else self._line_spans(document, first + at) for at, is_long in enumerate(long)]

    def advance(self, deadline: float) -> None:
        """There is never anything left to do."""


class _LexerSource:
    """Spans from a Pygments lexer that is run only as far as the screen asks."""

    def __init__(self, syntax: str) -> None:
        self.limited = False
        self._restart = _RESTARTS[syntax]
        self._syntax = syntax
        self._lexer: Lexer | None = None
        self._regions: dict[int, _Region] = {}
        self._wanted: dict[_Region, int] = {}

    @property
    def pending(self) -> bool:
        return any(not region.knows(line) for region, line in self._wanted.items())

    def spans(self, document: Document, first: int, last: int) -> list[list[Span]]:
        self.limited = any(_is_long(document, line) for line in range(first, last + 1))
        regions = [self._region(document, line) for line in range(first, last + 1)]
        self._wanted = {region: line for line, region in enumerate(regions, first)}
        if self.pending:
            self.advance(perf_counter() + _FIRST_TURN_S)
        return [region.spans(line) for line, region in enumerate(regions, first)]

    def advance(self, deadline: float) -> None:
        for region, line in self._wanted.items():
            region.advance(line, deadline)

    def _region(self, document: Document, line: int) -> _Region:
        offset = document.line_start(line)
        number = 0 if len(document.text) <= _WHOLE else offset // _REGION
        if number and offset < self._region_start(document.text, number):
            number -= 1
        if number not in self._regions:
            if len(self._regions) >= _REGIONS_KEPT:
                self._regions.clear()
            self._regions[number] = self._open(document, number)
        return self._regions[number]

    def _open(self, document: Document, number: int) -> _Region:
        if self._lexer is None:
            self._lexer = _lexer(self._syntax)
        text = document.text
        start = self._region_start(text, number)
        stop = len(text) if len(text) <= _WHOLE else self._region_start(text, number + 1)
        part = text[start:stop]
        if document.longest > LONG_LINE:
            part = "\n".join("" if len(line) > LONG_LINE else line for line in part.split("\n"))
        return _Region(self._lexer, part, document.line_at(start))

    def _region_start(self, text: str, number: int) -> int:
        offset = number * _REGION
        if number == 0 or offset >= len(text):
            return min(offset, len(text))
        match = self._restart.search(text, offset - 1, offset + _RESTART_REACH)
        if match:
            return match.end()
        return text.find("\n", offset - 1) + 1 or len(text)


class _Region:
    """Lines that are lexed from their first one on, as far as they are needed."""

    def __init__(self, lexer: Lexer, text: str, first_line: int) -> None:
        self._first_line = first_line
        self._lines: list[list[Span]] = [[]]
        self._tokens: Iterator[tuple[int, _TokenType, str]] | None = lexer.get_tokens_unprocessed(text)
        self._line_start = 0

    def knows(self, line: int) -> bool:
        """Whether the spans of `line` are complete."""
        return self._tokens is None or line - self._first_line < len(self._lines) - 1

    def spans(self, line: int) -> list[Span]:
        """What is known of a line's spans."""
        index = line - self._first_line
        return self._lines[index] if 0 <= index < len(self._lines) else []

    def advance(self, line: int, deadline: float) -> None:
        """Lex until `line` is known, or until `deadline`."""
        while not self.knows(line):
            self._read()
            if perf_counter() >= deadline:
                return

    def _read(self) -> None:
        assert self._tokens is not None
        for _ in range(_TOKENS_PER_LOOK):
            found = next(self._tokens, None)
            if found is None:
                self._tokens = None
                return
            self._take(*found)

    def _take(self, index: int, kind: _TokenType, value: str) -> None:
        token = _token_name(kind)
        if "\n" not in value:
            if token:
                self._lines[-1].append((index - self._line_start, len(value), token))
            return
        for number, part in enumerate(value.split("\n")):
            if number:
                self._lines.append([])
                self._line_start = index
            if token and part:
                self._lines[-1].append((index - self._line_start, len(part), token))
            index += len(part) + 1


@lru_cache(maxsize=1024)
def _token_name(kind: _TokenType) -> str:
    return next((name for parent, name in _TOKENS if kind in parent), "")


def _lexer(syntax: str) -> Lexer:
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name(syntax)


def _is_long(document: Document, line: int) -> bool:
    return document.longest > LONG_LINE and document.line_end(line) - document.line_start(line) > LONG_LINE


def _matches(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [
        (match.start(), match.end() - match.start(), match.lastgroup or "")
        for match in pattern.finditer(text)
    ]


def _json_spans(document: Document, line: int) -> list[Span]:
    found: list[Span] = []
    for match in _JSON.finditer(document.line_text(line)):
        colon = match["key"]
        token = "key" if colon else match.lastgroup or ""
        found.append((match.start(), match.end() - match.start() - len(colon or ""), token))
    return found


def _form_spans(document: Document, line: int) -> list[Span]:
    return _matches(_FORM, document.line_text(line))


def _http_spans(document: Document, line: int) -> list[Span]:
    end = _HEAD_END.search(document.text, 0, _HEAD_LIMIT)
    if end and document.line_start(line) > end.start():
        return []
    return _matches(_FIELD if line else _REQUEST_LINE, document.line_text(line))
