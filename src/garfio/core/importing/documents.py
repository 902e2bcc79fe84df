"""JSON files of captures, each by its own marks: ours (exact), HAR, Postman, webhook.site, ngrok's agent."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_plus

from garfio.core.capture import Arrival
from garfio.core.http import Request
from garfio.core.importing.http_file import split_messages
from garfio.core.importing.message import ImportFault, arrival_of, build_request, read_time, text_fields

Json = Any


def read_json(raw: bytes) -> Json:
    """A JSON document, or a list of those that stand one in a line. Raises ImportFault."""
    try:
        text = raw.decode("utf-8-sig")
        try:
            return json.loads(text)
        except json.JSONDecodeError:
            return [json.loads(line) for line in text.splitlines() if line.strip()]
    except json.JSONDecodeError as error:
        raise ImportFault("This is not JSON: {error}.", error=error) from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise ImportFault("This is not JSON that could be read.") from error


def _objects(document: Json) -> list[Json]:
    return document if isinstance(document, list) else [document]


# --- ours: `garfio export --format json` or ndjson


def is_own(document: Json) -> bool:
    first = _objects(document)[:1]
    return bool(first) and isinstance(first[0], dict) and "head_base64" in first[0]


def read_own(document: Json, at_us: int) -> Iterator[Arrival]:
    """Exactly what was exported: head, body and chunk framing."""
    for entry in _objects(document):
        framing = _field(entry, "framing_base64", None)
        request = Request(
            _decoded(_field(entry, "head_base64")),
            _decoded(_field(entry, "body_base64")),
            None if framing is None else _decoded(framing),
        )
        if not request.method or not request.target:
            raise ImportFault("An entry has no request line.")
        yield arrival_of(request, read_time(entry.get("received_at"), at_us))


# --- HTTP Archive 1.2


def is_har(document: Json) -> bool:
    return (
        isinstance(document, dict) and isinstance(document.get("log"), dict) and "entries" in document["log"]
    )


def read_har(document: Json, at_us: int) -> Iterator[Arrival]:
    """The requests of an archive; their head is written anew, in the order of the headers."""
    for entry in _list(document["log"], "entries"):
        request = _field(entry, "request")
        headers = [(_field(field, "name"), _field(field, "value")) for field in _list(request, "headers")]
        built = build_request(
            str(_field(request, "method")),
            str(_field(request, "url")),
            text_fields(headers),
            _har_body(request.get("postData")),
            str(request.get("httpVersion", "")).upper(),
        )
        yield arrival_of(built, read_time(entry.get("startedDateTime"), at_us))


def _har_body(data: Json) -> bytes:
    if not isinstance(data, dict):
        return b""
    text = data.get("text")
    if isinstance(text, str):
        if "base64" in (data.get("_encoding"), data.get("encoding")):
            return _decoded(text)
        return text.encode("utf-8", "surrogateescape")
    pairs = [(_field(entry, "name"), entry.get("value", "")) for entry in data.get("params") or []]
    return "&".join(f"{quote_plus(str(name))}={quote_plus(str(value))}" for name, value in pairs).encode()


# --- Postman collections, version 2


def is_postman(document: Json) -> bool:
    return isinstance(document, dict) and "item" in document and isinstance(document.get("info"), dict)


def read_postman(document: Json, at_us: int) -> Iterator[Arrival]:
    """The requests of a collection, folders one after another; variables stay as they are written."""
    waiting = list(reversed(_list(document, "item")))
    while waiting:
        item = waiting.pop()
        if isinstance(item, dict) and isinstance(item.get("item"), list):
            waiting += reversed(item["item"])
            continue
        request = _field(item, "request")
        if isinstance(request, str):
            request = {"method": "GET", "url": request}
        url = request.get("url", "")
        url = url.get("raw", "") if isinstance(url, dict) else url
        fields = [
            (_field(field, "key"), field.get("value", ""))
            for field in request.get("header") or []
            if not field.get("disabled")
        ]
        yield arrival_of(
            build_request(
                str(request.get("method", "GET")), str(url), text_fields(fields), _postman_body(request)
            ),
            at_us,
        )


def _postman_body(request: Json) -> bytes:
    body = request.get("body") or {}
    if body.get("mode") == "raw":
        return str(body.get("raw", "")).encode("utf-8", "surrogateescape")
    if body.get("mode") == "urlencoded":
        pairs = [field for field in body.get("urlencoded") or [] if not field.get("disabled")]
        return "&".join(
            f"{quote_plus(str(field.get('key', '')))}={quote_plus(str(field.get('value', '')))}"
            for field in pairs
        ).encode()
    described = request.get("description")
    if isinstance(described, str) and described.startswith("Body, Base64: "):
        return _decoded(described.removeprefix("Body, Base64: "))
    return b""


# --- webhook.site's API


def is_webhook_site(document: Json) -> bool:
    first = _webhook_site_requests(document)[:1]
    return (
        bool(first)
        and isinstance(first[0], dict)
        and {"uuid", "method", "content", "headers"} <= first[0].keys()
    )


def read_webhook_site(document: Json, at_us: int) -> Iterator[Arrival]:
    """The requests of a token; header names are in lower case there, their order is lost."""
    for entry in _webhook_site_requests(document):
        headers = _field(entry, "headers")
        pairs = [
            (name, value)
            for name, values in headers.items()
            for value in (values if isinstance(values, list) else [values])
        ]
        request = build_request(
            str(_field(entry, "method")),
            str(entry.get("url") or "/"),
            text_fields(pairs),
            str(entry.get("content") or "").encode("utf-8", "surrogateescape"),
        )
        yield arrival_of(request, read_time(entry.get("created_at"), at_us))


def _webhook_site_requests(document: Json) -> list[Json]:
    if isinstance(document, dict) and isinstance(document.get("data"), list):
        found: list[Json] = document["data"]
        return found
    return _objects(document)


# --- ngrok's agent API: /api/requests/http


def is_ngrok(document: Json) -> bool:
    requests = document.get("requests") if isinstance(document, dict) else None
    return (
        isinstance(requests, list)
        and bool(requests)
        and isinstance(requests[0], dict)
        and "request" in requests[0]
    )


def read_ngrok(document: Json, at_us: int) -> Iterator[Arrival]:
    """The raw messages that the agent kept."""
    for entry in document["requests"]:
        raw = _decoded(_field(_field(entry, "request"), "raw"))
        for request in split_messages(raw):
            yield arrival_of(request, read_time(entry.get("start"), at_us))


# --- checks


def _field(entry: Json, name: str, *otherwise: Json) -> Json:
    if not isinstance(entry, dict):
        raise ImportFault("An object with {name} is missing.", name=name)
    if name not in entry and not otherwise:
        raise ImportFault("The field {name} is missing.", name=name)
    return entry.get(name, *otherwise)


def _list(entry: Json, name: str) -> list[Json]:
    value = _field(entry, name)
    if not isinstance(value, list):
        raise ImportFault("{name} is not a list.", name=name)
    return value


def _decoded(text: Json) -> bytes:
    try:
        return base64.b64decode(str(text), validate=True)
    except (binascii.Error, ValueError) as error:
        raise ImportFault("A Base64 text is broken.") from error
