"""The request itself: the whole message, its URL, its body."""

from __future__ import annotations

from garfio.core.export.context import Context, Format, request_url
from garfio.core.http import Request


def export_http(request: Request, context: Context) -> bytes:  # noqa: ARG001 - the table's signature
    """The message as it arrived."""
    return request.to_bytes()


def export_url(request: Request, context: Context) -> str:
    """The URL, without a line end."""
    return request_url(request, context)


def export_body(request: Request, context: Context) -> bytes:  # noqa: ARG001 - the table's signature
    """The body as on the wire, its chunks joined."""
    return request.body


HTTP = Format("http", ".http", export_http, separator="")
URL = Format("url", ".txt", export_url)
BODY = Format("body", ".bin", export_body, single=True)
