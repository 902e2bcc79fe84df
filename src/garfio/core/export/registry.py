"""The table of export formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from garfio.core.export.bruno import BRUNO
from garfio.core.export.context import Context, Format
from garfio.core.export.csharp import CSHARP
from garfio.core.export.csv_row import CSV
from garfio.core.export.curl import CURL
from garfio.core.export.curl_cmd import CURL_CMD
from garfio.core.export.curl_powershell import CURL_POWERSHELL
from garfio.core.export.go import GO
from garfio.core.export.har import HAR
from garfio.core.export.html_report import HTML
from garfio.core.export.httpie import HTTPIE
from garfio.core.export.java import JAVA
from garfio.core.export.json_object import JSON, NDJSON
from garfio.core.export.markdown import MARKDOWN
from garfio.core.export.node_axios import NODE_AXIOS
from garfio.core.export.node_fetch import NODE_FETCH
from garfio.core.export.php import PHP
from garfio.core.export.postman import POSTMAN
from garfio.core.export.python_aiohttp import PYTHON_AIOHTTP
from garfio.core.export.python_httpx import PYTHON_HTTPX
from garfio.core.export.python_requests import PYTHON_REQUESTS
from garfio.core.export.raw import BODY, HTTP, URL
from garfio.core.export.ruby import RUBY
from garfio.core.http import Request

FORMATS: dict[str, Format] = {
    entry.name: entry
    for entry in (
        *(CURL, CURL_CMD, CURL_POWERSHELL, HTTPIE),
        *(PYTHON_REQUESTS, PYTHON_HTTPX, PYTHON_AIOHTTP, NODE_FETCH, NODE_AXIOS),
        *(GO, PHP, RUBY, JAVA, CSHARP),
        *(URL, HTTP, BODY),
        *(JSON, NDJSON, CSV, HAR, POSTMAN, BRUNO, HTML, MARKDOWN),
    )
}
"""Name to format, in the order of a menu."""


def document(entry: Format, captures: Iterable[tuple[Request, Context]]) -> Iterator[bytes]:
    """The pieces of a file with all the captures, text as UTF-8; one capture is held at a time.

    A format that is for a single request (`Format.single`) is the caller's to refuse for more than one.
    """
    if entry.opening:
        yield entry.opening.encode()
    for number, (request, context) in enumerate(captures):
        if number and entry.separator:
            yield entry.separator.encode()
        exported = entry.export(request, context)
        yield exported if isinstance(exported, bytes) else exported.encode("utf-8", "backslashreplace")
    if entry.closing:
        yield entry.closing.encode()
