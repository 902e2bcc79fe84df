"""What templates know of a capture: request, body, form fields, provider, event, verdict."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

from garfio.core.capture import Capture
from garfio.core.exact_json import read_json
from garfio.core.headers import decode_value
from garfio.core.query.payload import Message

TEXT_LIMIT = 1 << 20
"""Characters of the body that a template gets as text."""


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
