"""JavaScript for Node's fetch, as a module.

fetch joins repeated headers, adds some of its own, and refuses a body with GET and HEAD, which is then left
out.
"""

from __future__ import annotations

import base64

from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import body_text, kept_fields, sends_body
from garfio.core.export.literal import unit_string
from garfio.core.http import Request


def export_node_fetch(request: Request, context: Context) -> str:
    """A module that sends the request and prints the answer's status."""
    pairs = "".join(
        f"    [{js_string(name.decode('ascii'))}, {js_string(value.decode('latin-1'))}],\n"
        for name, value in kept_fields(request)
    )
    lines = [f"  method: {js_string(request.method)},", f"  headers: [\n{pairs}  ],", '  redirect: "manual",']
    if sends_body(request) and request.method not in ("GET", "HEAD"):
        # A string as body would add a Content-Type of its own.
        lines.append(f"  body: Buffer.from({buffer_arguments(request.body)}),")
    options = "\n".join(lines)
    return (
        f"const response = await fetch({js_string(request_url(request, context))}, {{\n{options}\n}});\n"
        "console.log(response.status, await response.text());\n"
    )


def js_string(text: str) -> str:
    """A string literal that is also safe within a page's script."""
    return unit_string(text).replace("</", "<\\/")


def buffer_arguments(body: bytes) -> str:
    """The arguments of Buffer.from: readable text, else Base64."""
    text = body_text(body)
    if text is not None:
        return f'{js_string(text)}, "utf8"'
    return f'"{base64.b64encode(body).decode("ascii")}", "base64"'


NODE_FETCH = Format("node-fetch", ".mjs", export_node_fetch)
