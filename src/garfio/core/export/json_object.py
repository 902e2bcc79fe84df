"""A capture as one JSON object, exact: what text cannot hold is there in Base64 too."""

from __future__ import annotations

import base64
import json

from garfio.core.export.context import Context, Format
from garfio.core.headers import decode_value
from garfio.core.http import Request


def capture_fields(request: Request, context: Context) -> dict[str, object]:
    """What a list shows of a capture, by the names of the command line's JSON output."""
    return {
        "id": context.id,
        "received_at": context.received_at,
        "method": request.method,
        "target": request.target.decode("utf-8", "backslashreplace"),
        "http_version": request.http_version,
        "peer": context.peer,
        "endpoint": context.endpoint,
        "provider": context.provider,
        "event_type": context.event_type,
        "delivery_id": context.delivery_id,
        "verdict": context.verdict,
        "content_type": request.headers.text("content-type") or "",
        "size": len(request.body),
        "reply_status": context.reply_status,
    }


def json_object(request: Request, context: Context) -> dict[str, object]:
    """The same with headers, body, and the head and chunk framing as they were."""
    framing = request.framing
    return {
        **capture_fields(request, context),
        "headers": [[decode_value(name), decode_value(value)] for name, value in request.headers],
        "body_base64": _base64(request.body),
        "head_base64": _base64(request.head),
        "framing_base64": None if framing is None else _base64(framing),
    }


def _base64(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def export_json(request: Request, context: Context) -> str:
    """The object, indented."""
    return json.dumps(json_object(request, context), indent=2)


def export_ndjson(request: Request, context: Context) -> str:
    """The object on a line of its own."""
    return json.dumps(json_object(request, context)) + "\n"


JSON = Format("json", ".json", export_json, opening="[\n", separator=",\n", closing="\n]\n")
NDJSON = Format("ndjson", ".ndjson", export_ndjson, separator="")
