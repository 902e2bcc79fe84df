"""HTTP Archive 1.2 entries (http://www.softwareishard.com/blog/har-12-spec/).

HAR is text: a body that is not UTF-8 goes in as Base64 with `_encoding`, a field of our own as the format
allows; header bytes that are not UTF-8 are read as Latin-1.
"""

from __future__ import annotations

import base64
import json
from urllib.parse import unquote_plus

from garfio import __version__
from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import body_text
from garfio.core.headers import decode_value
from garfio.core.http import Request

_EPOCH = "1970-01-01T00:00:00.000000Z"


def export_har(request: Request, context: Context) -> str:
    """One entry of `log.entries`."""
    time_ms = -1 if context.reply_us is None else context.reply_us / 1000
    entry = {
        "startedDateTime": context.received_at or _EPOCH,
        "time": max(time_ms, 0),
        "request": _request(request, context),
        "response": {
            "status": context.reply_status,
            "statusText": "",
            "httpVersion": request.http_version,
            "cookies": [],
            "headers": [],
            "content": {"size": 0, "mimeType": "x-unknown"},
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": -1,
        },
        "cache": {},
        "timings": {"send": 0, "wait": max(time_ms, 0), "receive": 0},
    }
    return json.dumps(entry, ensure_ascii=True)


def _request(request: Request, context: Context) -> dict[str, object]:
    found: dict[str, object] = {
        "method": request.method,
        "url": request_url(request, context),
        "httpVersion": request.http_version,
        "cookies": _cookies(request),
        "headers": [
            {"name": decode_value(name), "value": decode_value(value)} for name, value in request.headers
        ],
        "queryString": _query(request),
        "headersSize": len(request.head),
        "bodySize": len(request.body),
    }
    if request.body:
        text = body_text(request.body)
        data: dict[str, object] = {"mimeType": request.headers.text("content-type") or "", "params": []}
        if text is None:
            data |= {"text": base64.b64encode(request.body).decode("ascii"), "_encoding": "base64"}
        else:
            data["text"] = text
        found["postData"] = data
    return found


def _query(request: Request) -> list[dict[str, str]]:
    pairs = [part.partition("=") for part in decode_value(request.query).split("&") if part]
    return [{"name": unquote_plus(name), "value": unquote_plus(value)} for name, _, value in pairs]


def _cookies(request: Request) -> list[dict[str, str]]:
    crumbs = [
        crumb for value in request.headers.get_all("cookie") for crumb in decode_value(value).split(";")
    ]
    pairs = [crumb.strip().partition("=") for crumb in crumbs if crumb.strip()]
    return [{"name": name, "value": value} for name, _, value in pairs]


_CREATOR = json.dumps({"name": "Garfio", "version": __version__})
HAR = Format(
    "har",
    ".har",
    export_har,
    opening=f'{{"log":{{"version":"1.2","creator":{_CREATOR},"entries":[\n',
    separator=",\n",
    closing="\n]}}\n",
)
