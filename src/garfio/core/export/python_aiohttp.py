"""Python with the aiohttp package: its headers are a list of pairs, so that order and repeats stay.

It compares names of repeated fields by case, and writes header values as UTF-8; what that changes is said in a
comment.
"""

from __future__ import annotations

from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import by_name, has_field, is_utf8, kept_fields, sends_body
from garfio.core.export.python_literal import body_literal
from garfio.core.headers import decode_value
from garfio.core.http import Request

_DEFAULT_FIELDS = ("Accept", "Accept-Encoding", "Content-Type", "User-Agent")


def export_python_aiohttp(request: Request, context: Context) -> str:
    """A program that sends the request and prints the answer's status."""
    fields = kept_fields(request)
    spelling = {name.lower(): name for name, _ in by_name(fields)}
    lines = []
    for name, value in fields:
        first = spelling[name.lower()]
        remarks = [f"was sent as {name.decode('ascii')}"] if first != name else []
        remarks += [] if is_utf8(value) else ["aiohttp sends it as UTF-8"]
        remark = f"  # {', '.join(remarks)}" if remarks else ""
        lines.append(f"    ({first.decode('ascii')!r}, {decode_value(value)!a}),{remark}\n")
    skipped = [name for name in _DEFAULT_FIELDS if not has_field(fields, name.lower().encode())]
    body = body_literal(request.body) if sends_body(request) else "None"
    return (
        "import asyncio\n\n"
        "import aiohttp\n"
        "from yarl import URL\n\n"
        f"url = URL({request_url(request, context)!r}, encoded=True)\n"
        f"headers = [\n{''.join(lines)}]\n"
        f"skipped = {skipped!r}\n"
        f"body = {body}\n\n\n"
        "async def main() -> None:\n"
        "    async with (\n"
        "        aiohttp.ClientSession(skip_auto_headers=skipped) as session,\n"
        f"        session.request(\n"
        f"            {request.method!r}, url, headers=headers, data=body, allow_redirects=False\n"
        "        ) as response,\n"
        "    ):\n"
        "        print(response.status, await response.text())\n\n\n"
        "asyncio.run(main())\n"
    )


PYTHON_AIOHTTP = Format("python-aiohttp", ".py", export_python_aiohttp, single=True)
