"""Whose request is this, and which event: from header names first, then from the shape of the body.

A header alone never proves the sender; this only says whose scheme to try.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from garfio.core.http import Request
from garfio.core.signature import condition
from garfio.core.signature.condition import Term
from garfio.core.signature.message import Message
from garfio.core.signature.provider import Provider

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Recognition:
    """What a request says of itself."""

    provider: str
    """The provider's id; empty when nothing fits."""
    event_type: str = ""
    delivery_id: str = ""
    is_retry: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    provider: Provider
    terms: tuple[Term, ...]
    weight: int


class Recogniser:
    """The marks of a set of providers, indexed by the header that each needs."""

    def __init__(self, providers: Mapping[str, Provider]) -> None:
        self._providers = providers
        self._by_header: dict[str, list[_Mark]] = {}
        self._by_shape: list[_Mark] = []
        for provider in providers.values():
            for text in provider.marks:
                self._add(provider, condition.compile_condition(text))

    def _add(self, provider: Provider, terms: tuple[Term, ...]) -> None:
        mark = _Mark(provider, terms, sum(_weight(term) for term in terms))
        needed = [
            term.reference.partition(":")[2].lower()
            for term in terms
            if term.reference.startswith("header:") and not term.is_negated
        ]
        specific = [name for name in needed if name not in ("content-type", "user-agent")] or needed
        if specific:
            self._by_header.setdefault(specific[0], []).append(mark)
        else:
            self._by_shape.append(mark)

    def recognise(self, request: Request, endpoint_hint: str | Provider | None = None) -> Recognition:
        """The provider, by the hint or by its marks, and what its request says. Never raises."""
        message = Message(request)
        provider = endpoint_hint if isinstance(endpoint_hint, Provider) else None
        if provider is None and endpoint_hint:
            provider = self._providers.get(str(endpoint_hint))
        provider = provider or self._find(message)
        return describe(message, provider) if provider else Recognition("")

    def _find(self, message: Message) -> Provider | None:
        names = {name.decode("latin-1").lower() for name, _ in message.request.headers}
        marks = [mark for name in names for mark in self._by_header.get(name, ())]
        found = _best(marks, message)
        return found or _best(self._by_shape, message)


def _best(marks: Iterable[_Mark], message: Message) -> Provider | None:
    best: _Mark | None = None
    for mark in marks:
        heavier = best is None or mark.weight > best.weight
        if heavier and all(term.holds(message) for term in mark.terms):
            best = mark
    return best.provider if best else None


def _weight(term: Term) -> int:
    """How much a term says; a name that many providers share says little alone."""
    if term.is_negated:
        return 1
    if term.reference == "header:user-agent":
        return 2
    return 4 if term.reference.startswith("header:") else 3


def describe(message: Message, provider: Provider) -> Recognition:
    """Event type, delivery id and whether the delivery is a repeated one."""
    return Recognition(
        provider.id,
        _first(message, provider.event),
        _first(message, provider.delivery),
        any(condition.holds(text, message) for text in provider.retry),
    )


def _first(message: Message, references: tuple[str, ...]) -> str:
    for reference in references:
        found = [message.text(name) or "" for name in reference.split("+")]
        if all(found):
            joined = ".".join(found)[:_LONGEST]
            return joined.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return ""
