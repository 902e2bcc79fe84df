"""curl for a POSIX shell (sh, bash, dash, zsh).

A body that is plain text stands in the command; one with line ends, invisible or binary bytes, or too long
for an argument comes through printf on standard input.
"""

from __future__ import annotations

from garfio.core.export.context import Context, Format
from garfio.core.export.curl_options import curl_options, flag
from garfio.core.export.fields import sends_body
from garfio.core.export.posix_shell import is_plain, printf, quote
from garfio.core.http import Request

# Linux takes at most 128 KiB in one argument (MAX_ARG_STRLEN).
_MAX_ARGUMENT = 100_000


def export_curl(request: Request, context: Context) -> str:
    """The command, its options a line each."""
    lines = []
    for option in curl_options(request, context):
        if option.name == "url":
            lines.append(quote(option.value or b""))
        elif option.value is None:
            lines.append(flag(option))
        else:
            lines.append(f"{flag(option)} {quote(option.value)}")
    source = ""
    if sends_body(request):
        if is_plain(request.body) and len(request.body) <= _MAX_ARGUMENT:
            lines.append(f"--data-raw {quote(request.body)}")
        else:
            source = f"{printf(request.body)} |\n"
            lines.append("--data-binary @-")
    return source + "curl " + " \\\n  ".join(lines) + "\n"


CURL = Format("curl", ".sh", export_curl)
