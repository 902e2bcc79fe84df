"""What one wants to see of a body at a glance: when things happened, and the ids and addresses it names."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from garfio.core.query.payload import Message, Step, value_text
from garfio.core.query.value import read_decimal
from garfio.core.query.writer import write_path

LIMIT = 1 << 20
"""The largest body that is looked through."""
MOST = {"time": 2, "id": 4, "mail": 2}
"""How many of each kind are shown."""
_MOST_VALUES = 3_000
_MAIL = re.compile(r"[^\s@<>()\",;:]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}")
_ID_KEY = re.compile(r"(?:^|_|-)(?:id|uuid|guid|number)$|[a-z](?:Id|ID|Uuid|UUID)$", re.IGNORECASE)
_ID_VALUE = re.compile(r"[a-z]{1,12}_[A-Za-z0-9]{8,80}|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")
_ID_TEXT = re.compile(r"[\w.:/#-]{4,120}")
_TIME_KEY = re.compile(
    r"(?:^|_)(?:created|updated|timestamp|time|date|ts|sent|at|on)$|[a-z](?:At|On|Time|Date|Timestamp)$"
)
_FIRST, _LAST = 978_307_200, 4_102_444_800
"""2001 and 2100 in unix seconds: a number outside is no moment."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a body says."""

    kind: str
    """`time`, `id` or `mail`."""
    path: str
    """Where it stands, as queries write it after `body`."""
    text: str
    at_us: int = 0
    """For a time: microseconds since 1970-01-01 UTC."""


def facts_of(head: bytes, body: bytes) -> tuple[Fact, ...]:
    """What stands highest in a JSON or form body, each once. Never raises."""
    if not body or len(body) > LIMIT:
        return ()
    found: dict[tuple[str, str], Fact] = {}
    left = dict(MOST)
    for steps, value in _values(Message(head, body).document):
        fact = _fact(steps, value)
        if fact is not None and left[fact.kind] and (fact.kind, fact.text) not in found:
            left[fact.kind] -= 1
            found[fact.kind, fact.text] = fact
            if not any(left.values()):
                break
    order = list(MOST)
    return tuple(sorted(found.values(), key=lambda fact: order.index(fact.kind)))


def _values(document: object) -> Iterator[tuple[tuple[Step, ...], object]]:
    """The values of a document, the outer ones first."""
    waiting: deque[tuple[tuple[Step, ...], object]] = deque([((), document)])
    for _ in range(_MOST_VALUES):
        if not waiting:
            return
        steps, value = waiting.popleft()
        if isinstance(value, dict):
            waiting.extend(((*steps, str(key)), inner) for key, inner in list(value.items())[:_MOST_VALUES])
        elif isinstance(value, list):
            waiting.extend(((*steps, at), inner) for at, inner in enumerate(value[:_MOST_VALUES]))
        elif steps:
            yield steps, value


def _fact(steps: tuple[Step, ...], value: object) -> Fact | None:
    key = next((step for step in reversed(steps) if isinstance(step, str)), "")
    text = None if isinstance(value, bool) or value is None else value_text(value)
    if text is None or not text or len(text) > 200:
        return None
    at_us = _moment(text, is_named=_TIME_KEY.search(key) is not None)
    if at_us is not None:
        return Fact("time", write_path(steps), text, at_us)
    if isinstance(value, str) and _MAIL.fullmatch(text):
        return Fact("mail", write_path(steps), text)
    if _ID_VALUE.fullmatch(text) or (_ID_KEY.search(key) and _ID_TEXT.fullmatch(text)):
        return Fact("id", write_path(steps), text)
    return None


def _moment(text: str, *, is_named: bool) -> int | None:
    """A date with time and offset, or a unix time in seconds or milliseconds under a name that says so."""
    number = read_decimal(text) if is_named else None
    if number is not None:
        seconds = number / 1000 if number > _LAST else number
        return int(seconds * Decimal(1_000_000)) if _FIRST < seconds < _LAST else None
    if len(text) < 16 or text[4:5] != "-" or text[10:11] not in ("T", " "):
        return None
    try:
        moment = datetime.fromisoformat(text)
        return None if moment.tzinfo is None else int(moment.astimezone(UTC).timestamp() * 1_000_000)
    except (ValueError, OverflowError):
        return None
