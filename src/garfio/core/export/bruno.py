"""Items of a Bruno collection in one JSON file, as Bruno itself exports and imports them.

A body that is not UTF-8 goes in as Base64 in the documentation, because the format has no place for bytes.
"""

from __future__ import annotations

import base64
import json

from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import body_text, kept_text_fields
from garfio.core.http import Request, parse_content_type

_MODES = (("json", "json"), ("xml", "xml"))


def export_bruno(request: Request, context: Context) -> str:
    """One item of the collection."""
    url = request_url(request, context)
    body: dict[str, object] = {"mode": "none"}
    docs = ""
    if request.body:
        text = body_text(request.body)
        media_type = parse_content_type(request.headers.text("content-type")).media_type
        mode = next((name for end, name in _MODES if media_type.endswith(end)), "text")
        if text is None:
            docs = f"Body, Base64: {base64.b64encode(request.body).decode('ascii')}"
        else:
            body = {"mode": mode, mode: text}
    pairs = [part.partition("=") for part in url.partition("?")[2].split("&") if part]
    found = {
        "url": url,
        "method": request.method,
        "headers": [_field(name, value) for name, value in kept_text_fields(request)],
        "params": [{**_field(name, value), "type": "query"} for name, _mark, value in pairs],
        "body": body,
        "auth": {"mode": "none"},
        "docs": docs,
    }
    name = f"{context.event_type or f'{request.method} {request.path}'} {context.id}".strip()
    return json.dumps({"type": "http", "name": name, "seq": max(1, context.id), "request": found})


def _field(name: str, value: str) -> dict[str, object]:
    return {"name": name, "value": value, "enabled": True}


BRUNO = Format(
    "bruno",
    ".bruno.json",
    export_bruno,
    opening='{"name":"Garfio","version":"1","items":[\n',
    separator=",\n",
    closing='\n],"environments":[],"brunoConfig":{"version":"1","name":"Garfio","type":"collection"}}\n',
)
