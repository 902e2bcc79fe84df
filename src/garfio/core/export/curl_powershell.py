"""curl.exe for PowerShell, Windows PowerShell 5.1 included.

Arguments without quotation marks are passed alike by every version; those with one are not, so that headers
with one go through a configuration file, and the body always through a file.
"""

from __future__ import annotations

import base64
import re

from garfio.core.export.context import Context, Format
from garfio.core.export.curl_config import config_file
from garfio.core.export.curl_options import curl_options, flag
from garfio.core.export.fields import sends_body
from garfio.core.http import Request

# No quotation mark, and no backslash at the end, where versions differ.
_PLAIN_RE = re.compile(rb"(?:[\x20\x21\x23-\x7e]*[\x20\x21\x23-\x5b\x5d-\x7e])?")
_TEXT_RE = re.compile(rb"[\x20-\x7e]{1,20000}")


def export_curl_powershell(request: Request, context: Context) -> str:
    """The commands: files are written, curl runs, the files are removed."""
    options = curl_options(request, context)
    lines: list[str] = []
    names: list[str] = []
    if all(_PLAIN_RE.fullmatch(option.value or b"") for option in options):
        pieces = [
            quote(option.value or b"")
            if option.name == "url"
            else f"{flag(option)} {quote(option.value) if option.value is not None else ''}".rstrip()
            for option in options
        ]
    else:
        lines += _write("$config", config_file(options))
        names.append("$config")
        pieces = ['-K "$config"']
    if sends_body(request):
        lines += _write("$body", request.body)
        names.append("$body")
        pieces.append('--data-binary "@$body"')
    lines.append("curl.exe " + " `\n  ".join(pieces))
    if names:
        lines.append(f"Remove-Item {', '.join(names)}")
    return "\n".join(lines) + "\n"


def quote(value: bytes) -> str:
    """Printable ASCII as a literal string."""
    return "'" + value.decode("ascii").replace("'", "''") + "'"


def _write(name: str, content: bytes) -> list[str]:
    if _TEXT_RE.fullmatch(content):
        data = f"[Text.Encoding]::ASCII.GetBytes({quote(content)})"
    else:
        data = f"[Convert]::FromBase64String('{base64.b64encode(content).decode('ascii')}')"
    return [f"{name} = (New-TemporaryFile).FullName", f"[IO.File]::WriteAllBytes({name}, {data})"]


CURL_POWERSHELL = Format("curl-powershell", ".ps1", export_curl_powershell)
