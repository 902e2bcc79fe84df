"""JavaScript for Node's fetch, as a module.

fetch joins repeated headers, adds some of its own, and refuses a body with GET and HEAD, which is then left
out.
"""

from __future__ import annotations

import base64
import json
import re

from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import body_text, kept_fields, sends_body
from garfio.core.http import Request

# Line separators end a line in older JavaScript, and what is invisible is better seen.
_ESCAPED_RE = re.compile(r"[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0370-\u05ff\u3041-\ud7a3]")


def export_node_fetch(request: Request, context: Context) -> str:
    """A module that sends the request and prints the answer's status."""
    pairs = "".join(
        f"    [{js_string(name.decode('ascii'))}, {js_string(value.decode('latin-1'))}],\n"
        for name, value in kept_fields(request)
    )
    lines = [f"  method: {js_string(request.method)},", f"  headers: [\n{pairs}  ],", '  redirect: "manual",']
    if sends_body(request) and request.method not in ("GET", "HEAD"):
        text = body_text(request.body)
        encoded = base64.b64encode(request.body).decode("ascii")
        # A string as body would add a Content-Type of its own.
        source = f'{js_string(text)}, "utf8"' if text is not None else f'"{encoded}", "base64"'
        lines.append(f"  body: Buffer.from({source}),")
    options = "\n".join(lines)
    return (
        f"const response = await fetch({js_string(request_url(request, context))}, {{\n{options}\n}});\n"
        "console.log(response.status, await response.text());\n"
    )


def js_string(text: str) -> str:
    """A string literal; what could end it, break a line or hide is escaped."""
    return _ESCAPED_RE.sub(_escape, json.dumps(text, ensure_ascii=False)).replace("</", "<\\/")


def _escape(match: re.Match[str]) -> str:
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


NODE_FETCH = Format("node-fetch", ".mjs", export_node_fetch)
