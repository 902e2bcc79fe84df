"""Python with the requests package.

Its headers are a mapping: repeated fields are joined with a comma, and said in a comment. Default fields are
switched off where the request had none. The package normalises the path (dot segments, needless escapes).
"""

from __future__ import annotations

from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import by_name, has_field, kept_fields, sends_body
from garfio.core.export.python_literal import body_literal, text_or_bytes
from garfio.core.http import Request

_SKIPPED = ("User-Agent", "Accept-Encoding")
_NONE = ("Accept", "Connection")


def export_python_requests(request: Request, context: Context) -> str:
    """A program that sends the request and prints the answer's status."""
    fields = kept_fields(request)
    lines = []
    for name, values in by_name(fields):
        repeated = f"  # was sent as {len(values)} fields" if len(values) > 1 else ""
        lines.append(f"    {text_or_bytes(name)}: {text_or_bytes(b', '.join(values))},{repeated}")
    lines += [
        f'    "{name}": SKIP_HEADER,' for name in _SKIPPED if not has_field(fields, name.lower().encode())
    ]
    lines += [f'    "{name}": None,' for name in _NONE if not has_field(fields, name.lower().encode())]
    body = body_literal(request.body) if sends_body(request) else "None"
    skip = "from urllib3.util import SKIP_HEADER\n" if any("SKIP_HEADER" in line for line in lines) else ""
    mapping = "\n".join(lines)
    return (
        f"import requests\n{skip}\n"
        f"url = {request_url(request, context)!r}\n"
        f"headers = {{\n{mapping}\n}}\n"
        f"body = {body}\n\n"
        f"response = requests.request(\n"
        f"    {request.method!r}, url, headers=headers, data=body, allow_redirects=False\n)\n"
        "print(response.status_code, response.text)\n"
    )


PYTHON_REQUESTS = Format("python-requests", ".py", export_python_requests, separator="\n\n")
