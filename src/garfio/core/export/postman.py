"""Items of a Postman collection, version 2.1 (https://schema.postman.com/collection/json/v2.1.0/).

A body that is not UTF-8 goes in as Base64 in a description, because the format has no place for bytes.
"""

from __future__ import annotations

import base64
import json
from urllib.parse import urlsplit

from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import body_text, kept_text_fields
from garfio.core.http import Request, parse_content_type

_SCHEMA = "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"
_LANGUAGES = (("json", "json"), ("xml", "xml"), ("html", "html"), ("javascript", "javascript"))


def export_postman(request: Request, context: Context) -> str:
    """One item of the collection."""
    url = request_url(request, context)
    found: dict[str, object] = {
        "method": request.method,
        "header": [{"key": name, "value": value} for name, value in kept_text_fields(request)],
        "url": _url(url),
    }
    if request.body:
        text = body_text(request.body)
        media_type = parse_content_type(request.headers.text("content-type")).media_type
        language = next((name for end, name in _LANGUAGES if media_type.endswith(end)), "text")
        if text is None:
            found["body"] = {"mode": "file", "file": {}}
            found["description"] = f"Body, Base64: {base64.b64encode(request.body).decode('ascii')}"
        else:
            found["body"] = {"mode": "raw", "raw": text, "options": {"raw": {"language": language}}}
    name = context.event_type or f"{request.method} {request.path}"
    return json.dumps({"name": name, "request": found, "response": []})


def _url(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    found: dict[str, object] = {
        "raw": url,
        "protocol": parts.scheme,
        "host": (parts.hostname or "").split("."),
        "path": parts.path.removeprefix("/").split("/"),
    }
    if parts.port:
        found["port"] = str(parts.port)
    if parts.query:
        pairs = [part.partition("=") for part in parts.query.split("&")]
        found["query"] = [{"key": key, "value": value if mark else None} for key, mark, value in pairs]
    return found


POSTMAN = Format(
    "postman",
    ".postman_collection.json",
    export_postman,
    opening=f'{{"info":{{"name":"Garfio","schema":"{_SCHEMA}"}},"item":[\n',
    separator=",\n",
    closing="\n]}\n",
)
