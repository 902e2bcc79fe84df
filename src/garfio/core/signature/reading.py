"""Signature values taken apart and written, both by the scheme's one format."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from garfio.core.signature.derived import DERIVED
from garfio.core.signature.message import Message
from garfio.core.signature.scheme import Scheme

_NAME = re.compile(r"\{([a-z_]+)\}")
_MOST_SIGNATURES = 64
_LONGEST = 65_536


@dataclass(frozen=True, slots=True)
class Reading:
    """One value, taken apart."""

    source: str
    """The reference that it came from."""
    raw: str
    signatures: tuple[str, ...]
    fields: dict[str, str] = field(default_factory=dict)


@lru_cache(maxsize=1024)
def _items(form: str, separator: str) -> tuple[tuple[re.Pattern[str], ...], bool]:
    """The format's items as patterns, and whether they go by position."""
    items = form.split(separator.strip() or separator) if separator else [form]
    patterns: list[re.Pattern[str]] = []
    for item in items:
        pattern, at = "", 0
        text = item.strip(" ") if separator else item
        for found in _NAME.finditer(text):
            pattern += re.escape(text[at : found.start()]) + f"(?P<{found[1]}>.+?)"
            at = found.end()
        patterns.append(re.compile(pattern + re.escape(text[at:]), re.DOTALL))
    bare = any(_NAME.fullmatch(item.strip(" ")) for item in items)
    return tuple(patterns), bare and len(items) > 1


def read(scheme: Scheme, source: str, raw: str) -> Reading:
    """A value to its signatures and fields; without signatures when it does not have the scheme's form."""
    fields: dict[str, str] = {}
    signatures: list[str] = []
    patterns, positional = _items(scheme.format, scheme.separator)
    separator = scheme.separator.strip() or scheme.separator
    pieces = raw[:_LONGEST].split(separator) if separator else [raw[:_LONGEST]]
    for index, piece in enumerate(pieces[: 4 * _MOST_SIGNATURES]):
        piece = piece.strip(" \t") if separator or scheme.encoding != "text" else piece
        choices = (patterns[min(index, len(patterns) - 1)],) if positional else patterns
        for pattern in choices:
            found = pattern.fullmatch(piece)
            if found is None:
                continue
            for name, value in found.groupdict().items():
                if name == "signature":
                    signatures.append(value)
                else:
                    fields.setdefault(name, value)
            break
    return Reading(source, raw, tuple(signatures[:_MOST_SIGNATURES]), fields)


def read_all(scheme: Scheme, message: Message) -> list[Reading]:
    """Every signature value that the message carries for the scheme; empty ones are absent."""
    return [
        read(scheme, source, group)
        for reference in scheme.signature
        for source, raw in _values(message, reference)
        for group in (raw.split(scheme.groups) if scheme.groups else [raw])
        if group.strip()
    ][:_MOST_SIGNATURES]


def _values(message: Message, reference: str) -> list[tuple[str, str]]:
    derived = DERIVED.get(reference)
    if derived is None:
        return message.all_values(reference)
    value = derived(message)
    return [(reference, text_of(value))] if value else []


def text_of(data: bytes) -> str:
    """Bytes as text that gives the same bytes back."""
    return data.decode("utf-8", "surrogateescape")


def field_names(scheme: Scheme) -> tuple[str, ...]:
    """The fields of the format besides signature and timestamp."""
    return tuple(name for name in _NAME.findall(scheme.format) if name not in ("signature", "timestamp"))


def write(scheme: Scheme, values: dict[str, str]) -> str:
    """The value for given fields; `signature` is one of them."""
    return _NAME.sub(lambda found: values.get(found[1], ""), scheme.format)
