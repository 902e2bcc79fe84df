"""Messages of smee.io and of gosmee, which relay webhooks as events: the JSON of each, or the stream as it came.

Header names are in lower case there, their order is lost. gosmee keeps the body's bytes (`bodyB`), smee.io its JSON
alone.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_plus

from garfio.core.capture import Arrival
from garfio.core.importing.documents import read_json
from garfio.core.importing.message import ImportFault, arrival_of, build_request, text_fields

Json = Any
_NO_HEADERS = frozenset(("body", "bodyB", "query", "timestamp", "connection", "content-length"))


def is_relayed(document: Json) -> bool:
    """Whether it is such a message, or a list of them."""
    first = document[0] if isinstance(document, list) and document else document
    if not isinstance(first, dict) or "timestamp" not in first:
        return False
    return "bodyB" in first or (
        "body" in first and any(name.startswith(("x-", "user-agent", "content-")) for name in first)
    )


def read_relayed(document: Json, at_us: int) -> Iterator[Arrival]:
    """The requests; their path is not known."""
    for entry in document if isinstance(document, list) else [document]:
        if not isinstance(entry, dict):
            raise ImportFault("A message of the relay is no object.")
        fields = [
            (name, value)
            for name, value in entry.items()
            if name not in _NO_HEADERS and isinstance(value, str)
        ]
        request = build_request("POST", _target(entry.get("query")), text_fields(fields), _body(entry))
        yield arrival_of(request, _time(entry.get("timestamp"), at_us))


def recognise_stream(raw: bytes) -> bool:
    """Whether a file is a stream of events whose data is JSON."""
    return re.match(rb"\s*(?:(?:id|event|retry|:)[^\n]*\n\s*)*data:\s*[{\[]", raw[:4096]) is not None


def read_stream(raw: bytes, at_us: int) -> Iterator[Arrival]:
    """The requests among the events; what a relay says of itself (`ready`, `{}`) is passed over."""
    for line in raw.splitlines():
        data = line.removeprefix(b"data:").strip() if line.startswith(b"data:") else b""
        if data.startswith(b"{") and is_relayed(document := read_json(data)):
            yield from read_relayed(document, at_us)


def _body(entry: dict[str, Any]) -> bytes:
    if "bodyB" in entry:
        try:
            return base64.b64decode(str(entry["bodyB"]), validate=True)
        except binascii.Error as error:
            raise ImportFault("The body of a message (bodyB) is not Base64.") from error
    body = entry.get("body")
    if isinstance(body, str):
        return body.encode("utf-8", "surrogateescape")
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _target(query: Json) -> str:
    pairs = query.items() if isinstance(query, dict) else ()
    text = "&".join(f"{quote_plus(str(name))}={quote_plus(str(value))}" for name, value in pairs)
    return f"/?{text}" if text else "/"


def _time(value: Json, otherwise_us: int) -> int:
    """Microseconds of a number of milliseconds."""
    try:
        milliseconds = int(value)
    except (TypeError, ValueError):
        return otherwise_us
    return milliseconds * 1000 if 0 < milliseconds < 10**14 else otherwise_us
