"""Python with the httpx package: a list of raw header pairs, so that order and repeats stay."""

from __future__ import annotations

from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import kept_fields, sends_body
from garfio.core.export.python_literal import body_literal
from garfio.core.http import Request


def export_python_httpx(request: Request, context: Context) -> str:
    """A program that sends the request and prints the answer's status."""
    fields = "".join(f"    ({name!r}, {value!r}),\n" for name, value in kept_fields(request))
    body = body_literal(request.body) if sends_body(request) else "None"
    return (
        "import httpx\n\n"
        f"url = {request_url(request, context)!r}\n"
        f"headers = [\n{fields}]\n"
        f"body = {body}\n\n"
        f"request = httpx.Request({request.method!r}, url, headers=headers, content=body)\n"
        "with httpx.Client() as client:\n"
        "    response = client.send(request)\n"
        "print(response.status_code, response.text)\n"
    )


PYTHON_HTTPX = Format("python-httpx", ".py", export_python_httpx, separator="\n\n")
