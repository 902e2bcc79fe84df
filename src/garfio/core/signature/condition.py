"""Conditions over a request, written in one line: `POST json:type=url_verification !header:X-Gitea-Event`.

Terms are separated by blanks and must all hold. A term is a method, a reference that must be there, `!` and
one that must not, or a reference with `=` value, `^=` beginning or `~=` regular expression (`%20` for a
blank).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from garfio.core.signature.message import Message

_TERM = re.compile(r"(!?)([a-z-]+:[^=^~]+|body|url|method|query)(?:(=|\^=|~=)(.*))?", re.DOTALL)
_METHODS = re.compile(r"[A-Z]+(?:\|[A-Z]+)*")


@dataclass(frozen=True, slots=True)
class Term:
    """One term of a condition."""

    reference: str
    """A reference, or `method`."""
    operator: str
    """`=`, `^=`, `~=`, or empty for mere presence."""
    value: str
    is_negated: bool

    def holds(self, message: Message) -> bool:
        """True when the message meets the term; an empty value counts as absent."""
        found = message.text(self.reference)
        if self.operator == "":
            return bool(found) is not self.is_negated
        if found is None:
            return self.is_negated
        if self.operator == "=":
            met = found in self.value.split("|")
        elif self.operator == "^=":
            met = found.startswith(self.value)
        else:
            met = re.search(self.value, found) is not None
        return met is not self.is_negated


@lru_cache(maxsize=2048)
def compile_condition(text: str) -> tuple[Term, ...]:
    """A condition to its terms. Raises ValueError for one that cannot be read: they are our own data."""
    terms: list[Term] = []
    for word in text.split():
        if _METHODS.fullmatch(word):
            terms.append(Term("method", "=", word, is_negated=False))
            continue
        found = _TERM.fullmatch(word)
        if found is None:
            raise ValueError(f"This is no condition: {word}")
        negated, reference, operator, value = found.groups()
        value = (value or "").replace("%20", " ")
        terms.append(Term(reference, operator or "", value, negated == "!"))
    return tuple(terms)


def holds(text: str, message: Message) -> bool:
    """True when all terms hold; an empty condition always does."""
    return all(term.holds(message) for term in compile_condition(text))
