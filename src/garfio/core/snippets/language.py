"""How a language writes the check: a function over the raw body and the headers, put together from expressions.

`@NAME@` marks what is filled in; braces and dollar signs belong to the languages.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from garfio.core.snippets.facts import Facts, Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """One programming language."""

    syntax: str
    """The highlighter's name."""
    comment: str
    """What begins a comment line."""
    function: str
    """The function's template: `@KEY@`, `@VALUE@`, `@SPLIT@`, `@SIGNED@`, `@DIGEST@`, `@TIME@`."""
    header: str
    """The text of the header `@NAME@`."""
    field: str
    """The text of the field `@NAME@` of the signature's value."""
    text: str
    """The bytes of the text `@TEXT@`."""
    literal: str
    """The bytes of the quoted text `@TEXT@`."""
    body: str
    join: tuple[str, str, str]
    """Before, between and after pieces of bytes."""
    keys: Mapping[str, str]
    """The key's bytes, by form."""
    digests: Mapping[str, str]
    """The expected signature as text, by encoding, with `@HASH@`."""
    hashes: Mapping[str, str]
    single: str
    """The given signatures, of one value with the prefix `@PREFIX@`."""
    several: str
    """The same where `@SEPARATOR@` separates values that begin with `@PREFIX@`."""
    pairs: str
    """The same where the value has fields; the signature's is `@NAME@`."""
    time: str
    """Lines that refuse what is too old: `@STAMP@`, `@DIVISOR@` and `@TOLERANCE@`."""
    url: str
    """The address that the provider was given, as text."""
    quote: str = '"'
    """The quotation mark of texts; single quotes where double ones would read variables."""

    def quoted(self, text: str) -> str:
        """A text as a literal of the language."""
        written = json.dumps(text, ensure_ascii=True)
        if self.quote == "'":
            return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
        return written

    def function_for(self, facts: Facts) -> str:
        """The function that checks a signature with these facts."""
        pieces = [self._piece(piece) for piece in facts.pieces]
        before, between, after = self.join
        time = ""
        if facts.timestamp and facts.tolerance_s:
            stamp = self._text_of(facts.timestamp)
            divisor = " / 1000" if facts.is_milliseconds else ""
            time = _fill(self.time, STAMP=stamp, DIVISOR=divisor, TOLERANCE=str(facts.tolerance_s))
        digest = _fill(self.digests[facts.encoding], HASH=self.hashes[facts.digest])
        return _fill(
            self.function,
            DIGEST=digest,  # first: it names others
            KEY=self.keys[facts.key],
            VALUE=_fill(self.header, NAME=self.quoted(facts.header.lower())),
            SPLIT=self._split(facts),
            TIME=time,
            SIGNED=before + between.join(pieces) + after,
        )

    def _split(self, facts: Facts) -> str:
        if facts.signature_field:
            name, separator = self.quoted(facts.signature_field), self.quoted(facts.separator)
            return _fill(self.pairs, NAME=name, SEPARATOR=separator)
        prefix = self.quoted(facts.prefix)
        if facts.separator:
            return _fill(self.several, PREFIX=prefix, SEPARATOR=self.quoted(facts.separator))
        return _fill(self.single, PREFIX=prefix)

    def _piece(self, piece: Piece) -> str:
        if piece.kind == "body":
            return self.body
        if piece.kind == "literal":
            return _fill(self.literal, TEXT=self.quoted(piece.value))
        return _fill(self.text, TEXT=self._text_of(piece))

    def _text_of(self, piece: Piece) -> str:
        if piece.kind == "url":
            return self.url
        template = self.header if piece.kind == "header" else self.field
        return _fill(template, NAME=self.quoted(piece.value))


def _fill(template: str, **values: str) -> str:
    for name, value in values.items():
        template = template.replace(f"@{name}@", value)
    return template
