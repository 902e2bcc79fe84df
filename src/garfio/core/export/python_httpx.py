"""Python with the httpx package: a list of raw header pairs, so that order and repeats stay.

A target that httpx would normalise is given raw beside the URL.
"""

from __future__ import annotations

from garfio.core.export.context import Context, Format, origin_target, request_url
from garfio.core.export.fields import kept_fields, sends_body
from garfio.core.export.python_literal import body_literal
from garfio.core.http import Request


def export_python_httpx(request: Request, context: Context) -> str:
    """A program that sends the request and prints the answer's status."""
    fields = "".join(f"    ({name!r}, {value!r}),\n" for name, value in kept_fields(request))
    body = body_literal(request.body) if sends_body(request) else "None"
    target = origin_target(request)
    url = request_url(request, context)
    raw = b"/." in target or url != context.base_url + target.decode("latin-1")
    extension = f', extensions={{"target": {target!r}}}' if raw else ""
    return (
        "import httpx\n\n"
        f"url = {url!r}\n"
        f"headers = [\n{fields}]\n"
        f"body = {body}\n\n"
        f"request = httpx.Request({request.method!r}, url, headers=headers, content=body{extension})\n"
        "with httpx.Client() as client:\n"
        "    response = client.send(request)\n"
        "print(response.status_code, response.text)\n"
    )


PYTHON_HTTPX = Format("python-httpx", ".py", export_python_httpx, separator="\n\n")
