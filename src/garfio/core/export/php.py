"""PHP with its curl extension."""

from __future__ import annotations

import base64
import re

from garfio.core.contentview.visible import invisible_spans
from garfio.core.export.context import Context, Format, origin_target, request_url
from garfio.core.export.fields import body_text, has_field, kept_fields, sends_body
from garfio.core.http import Request

_DEFAULT_FIELDS = (b"Accept",)
_PLAIN_RE = re.compile(rb"[\x20-\x7e]*")


def export_php(request: Request, context: Context) -> str:
    """A script that sends the request and prints the answer."""
    fields = kept_fields(request)
    has_body = sends_body(request)
    headers = [name + (b": " + value if value else b";") for name, value in fields]
    unwanted = [name for name in _DEFAULT_FIELDS if not has_field(fields, name.lower())]
    if has_body and not has_field(fields, b"content-type"):
        unwanted.append(b"Content-Type")
    headers += [name + b":" for name in (*unwanted, b"Expect")]
    options = [
        f"CURLOPT_CUSTOMREQUEST => {php_string(request.method.encode('latin-1'))},",
        "CURLOPT_HTTPHEADER => [",
        *(f"    {php_string(header)}," for header in headers),
        "],",
        "CURLOPT_PATH_AS_IS => true,",
        "CURLOPT_RETURNTRANSFER => true,",
    ]
    if request.method == "HEAD" and not has_body:
        options.append("CURLOPT_NOBODY => true,")
    target = origin_target(request)
    if not request_url(request, context).endswith(target.decode("latin-1")):
        options.append(f"CURLOPT_REQUEST_TARGET => {php_string(target)},")
    if has_body:
        options.append(f"CURLOPT_POSTFIELDS => {_body(request.body)},")
    lines = "\n".join(f"    {option}" for option in options)
    return (
        "<?php\n"
        f"$curl = curl_init({php_string(request_url(request, context).encode())});\n"
        f"curl_setopt_array($curl, [\n{lines}\n]);\n"
        "$answer = curl_exec($curl);\n"
        "echo curl_getinfo($curl, CURLINFO_RESPONSE_CODE), ' ', $answer, PHP_EOL;\n"
    )


def php_string(value: bytes) -> str:
    """A literal without variables: single quotes where the bytes are printable ASCII, else Base64."""
    if not _PLAIN_RE.fullmatch(value):
        return f"base64_decode('{base64.b64encode(value).decode('ascii')}')"
    return _single_quoted(value.decode("ascii"))


def _body(body: bytes) -> str:
    text = body_text(body)
    if text is None or invisible_spans(text, limit=1) or "\r" in text:
        return php_string(body)
    return _single_quoted(text)


def _single_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


PHP = Format("php", ".php", export_php, single=True)
