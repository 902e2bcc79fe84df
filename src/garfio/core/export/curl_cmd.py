"""curl for Windows' cmd.exe, to be pasted.

Two parsers read the line, cmd.exe and then the C runtime, and neither passes every byte. Arguments of
printable ASCII are written out; anything else, and a body with line ends or beyond the line's length, goes
through files in the temporary folder, written from Base64 with certutil.
"""

from __future__ import annotations

import base64
import re

from garfio.core.export.context import Context, Format
from garfio.core.export.curl_config import config_file
from garfio.core.export.curl_options import Option, curl_options, flag
from garfio.core.export.fields import sends_body
from garfio.core.http import Request

# cmd.exe takes 8191 characters.
_MAX_LINE = 7500
_PRINTABLE_RE = re.compile(rb"[\x20-\x7e]*")
_SAFE_RE = re.compile(r"[A-Za-z0-9_@+=:,./-]+")
_CMD_RE = re.compile(r'[()%!^"<>&|]')
_BACKSLASHES_RE = re.compile(r'(?<!\\)(\\*)("|\Z)')
_BODY = r"%TEMP%\garfio-body"
_CONFIG = r"%TEMP%\garfio-curl"
_BASE64_LINE = 4000


def export_curl_cmd(request: Request, context: Context) -> str:
    """The command, or the commands that write its files first, with lines ended by CRLF."""
    options = curl_options(request, context)
    lines: list[str] = []
    body: Option | None = None
    if sends_body(request):
        body = Option("data-raw", request.body)
        if not _PRINTABLE_RE.fullmatch(request.body) or len(_quote(request.body)) > _MAX_LINE // 2:
            lines += _write(request.body, _BODY)
            body = Option("data-binary")
    plain = all(_PRINTABLE_RE.fullmatch(option.value or b"") for option in options)
    command = _command([*options, *([body] if body and body.value is not None else [])])
    if not plain or len(command) > _MAX_LINE:
        lines += _write(config_file(options), _CONFIG)
        command = f'curl -K "{_CONFIG}"'
        if body and body.value is not None:
            command += f" --data-raw {_quote(body.value)}"
    if body and body.value is None:
        command += f' --data-binary "@{_BODY}"'
    return "\r\n".join((*lines, command, ""))


def _command(options: list[Option]) -> str:
    pieces = []
    for option in options:
        value = "" if option.value is None else _quote(option.value)
        pieces.append(value if option.name == "url" else f"{flag(option)} {value}".rstrip())
    return "curl " + " ^\r\n  ".join(pieces)


def _quote(value: bytes) -> str:
    text = value.decode("latin-1")
    if _SAFE_RE.fullmatch(text):
        return text
    # The C runtime: backslashes count double before a quotation mark, and the mark takes one of its own.
    quoted = _BACKSLASHES_RE.sub(lambda match: match[1] * 2 + ('\\"' if match[2] else ""), text)
    quoted = f'"{quoted}"'
    if not set(text) & set('"%!^'):
        return quoted
    # cmd.exe: with a caret before each of its characters, the quotation marks too, nothing is special to it.
    # A name between two percent signs then ends with a caret, and no variable is called so.
    return _CMD_RE.sub(r"^\g<0>", quoted)


def _write(content: bytes, path: str) -> list[str]:
    text = base64.b64encode(content).decode("ascii")
    pieces = [text[at : at + _BASE64_LINE] for at in range(0, len(text), _BASE64_LINE)]
    if not pieces:
        return [f'type nul >"{path}"']
    lines = [f'>{">" if number else ""}"{path}.b64" echo {piece}' for number, piece in enumerate(pieces)]
    return [*lines, f'certutil -f -decode "{path}.b64" "{path}" >nul']


CURL_CMD = Format("curl-cmd", ".cmd", export_curl_cmd, separator="\r\n")
