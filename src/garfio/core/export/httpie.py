"""HTTPie (http) for a POSIX shell; the body always comes through standard input.

HTTPie's own syntax cannot hold a backslash before one of its separators in a value; such a header is sent
with the backslash doubled. It takes header values as UTF-8 only; others are read as Latin-1 for it. It
adds Accept-Encoding and User-Agent where they are missing, and undoes needless escapes in the path.
"""

from __future__ import annotations

import re

from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.fields import has_field, kept_fields, sends_body
from garfio.core.export.posix_shell import printf, quote
from garfio.core.headers import decode_value
from garfio.core.http import Request

_DEFAULT_FIELDS = (b"Accept", b"Accept-Encoding", b"Connection", b"User-Agent")
# An odd backslash before a separator would escape it.
_ESCAPING_RE = re.compile(rb"(?<!\\)((?:\\\\)*+)\\([:=@;])")


def export_httpie(request: Request, context: Context) -> str:
    """The command, its header items a line each."""
    fields = kept_fields(request)
    has_body = sends_body(request)
    lines = [_item(name, decode_value(value).encode()) for name, value in fields]
    unwanted = [name for name in _DEFAULT_FIELDS if not has_field(fields, name.lower())]
    if has_body and not has_field(fields, b"content-type"):
        unwanted.append(b"Content-Type")
    lines += [quote(name + b":") for name in unwanted]
    source = f"{printf(request.body)} |\n" if has_body else ""
    options = "--path-as-is" if has_body else "--ignore-stdin --path-as-is"
    method, url = quote(request.method.encode("latin-1")), quote(request_url(request, context).encode())
    command = f"http {options} {method} {url}"
    return source + " \\\n  ".join((command, *lines)) + "\n"


def _item(name: bytes, value: bytes) -> str:
    if not value:
        return quote(name + b";")
    value = _ESCAPING_RE.sub(rb"\1\\\\\2", value)
    return quote(name + (b":\\" if value[:1] in (b"=", b"@") else b":") + value)


HTTPIE = Format("httpie", ".sh", export_httpie)
