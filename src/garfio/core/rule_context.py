"""What templates know of a capture: request, body, form fields, provider, event, verdict."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

from garfio.core.capture import Capture
from garfio.core.exact_json import read_json
from garfio.core.headers import decode_value
from garfio.core.query.payload import Message

TEXT_LIMIT = 1 << 20
"""Characters of the body that a template gets as text."""
MOST_INSERTABLE = 400
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
NAMES = (
    *("silence", "body", "form", "id", "provider", "event", "delivery", "verdict", "endpoint"),
    *("received_at", "request", "text"),
)
"""What a template may name, in the order in which it is offered; each where the capture has it."""


class Fields(dict[str, str]):
    """Header fields by lower-case name, read in any case; repeats are joined by a comma."""

    def __contains__(self, name: object) -> bool:
        return isinstance(name, str) and super().__contains__(name.lower())

    def __getitem__(self, name: str) -> str:
        return super().__getitem__(name.lower())

    def get(self, name: str, default: Any = None) -> Any:
        """The value, or `default`."""
        return super().get(name.lower(), default)


def context_of(capture: Capture) -> dict[str, Any]:
    """The names that every template knows. `body` is there for a JSON or form body only."""
    row, request = capture.summary, capture.request
    message = Message(request.head, request.body)
    headers = Fields()
    for name, value in request.headers:
        key, text = decode_value(name).lower(), decode_value(value)
        dict.__setitem__(headers, key, f"{headers[key]}, {text}" if key in headers else text)
    query = parse_qsl(decode_value(request.query), keep_blank_values=True, max_num_fields=None)
    content_type = row.content_type.partition(";")[0].strip().lower()
    is_form = content_type == "application/x-www-form-urlencoded"
    found: dict[str, Any] = {
        "id": int(row.id),
        "provider": row.provider,
        "event": row.event_type,
        "delivery": row.delivery_id,
        "verdict": row.verdict,
        "endpoint": row.endpoint,
        "received_at": datetime.fromtimestamp(row.received_at_us / 1e6, UTC).isoformat(timespec="seconds"),
        "request": {
            "method": request.method,
            "path": request.path,
            "target": decode_value(request.target),
            "headers": headers,
            "query": _first_values(query),
        },
        "form": {},
        "text": message.payload[:TEXT_LIMIT].decode("utf-8", "replace"),
    }
    document = _form(message) if is_form else read_json(message.payload)
    if document is not ...:
        found["body"] = document
    if is_form and isinstance(document, dict):
        found["form"] = document
    return found


def _form(message: Message) -> Any:
    document = message.document
    return document if isinstance(document, dict) else ...


def _first_values(pairs: list[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in pairs:
        found.setdefault(name, value)
    return found


def insertable(found: Mapping[str, Any], item: str = "") -> list[tuple[str, str]]:
    """What templates can insert of a context, as expressions with what each gives now; of an array the first
    entry. `item` is the array of an action that is done for each of its entries."""
    names: list[tuple[str, str]] = []
    entries = _at(found, item) if item else None
    if entries:
        names += _leaves("item", entries[0] if isinstance(entries, list) else entries, 0)
    for name in NAMES:
        if name in found:
            names += _leaves(name, found[name], 0)
    return names[:MOST_INSERTABLE]


def _at(found: Any, path: str) -> Any:
    for part in path.strip().split("."):
        found = found.get(part) if isinstance(found, Mapping) else None
    return found


def _leaves(path: str, value: Any, depth: int) -> list[tuple[str, str]]:
    if isinstance(value, Mapping) and depth < 8:
        found = []
        for key, inner in list(value.items())[:MOST_INSERTABLE]:
            plain = _IDENTIFIER.fullmatch(str(key))
            quoted = str(key).replace("\\", "\\\\").replace("'", "\\'")
            found += _leaves(f"{path}.{key}" if plain else f"{path}['{quoted}']", inner, depth + 1)
        return found
    if isinstance(value, list) and value and depth < 8:
        return _leaves(f"{path}[0]", value[0], depth + 1)
    return [(path, " ".join(("" if value is None else str(value))[:200].split()))]
