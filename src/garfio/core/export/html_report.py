"""A report to read in a browser: everything escaped, no script, nothing loaded (Content-Security-Policy)."""

from __future__ import annotations

from html import escape

from garfio.core.contentview.registry import choose
from garfio.core.contentview.view import Meta
from garfio.core.contentview.visible import reveal
from garfio.core.export.context import Context, Format, request_url
from garfio.core.export.json_object import capture_fields
from garfio.core.headers import decode_value
from garfio.core.http import Request

_SHOWN_BYTES = 256 * 1024
_OPENING = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width">
<title>Garfio</title>
<style>
body { font: 14px/1.5 system-ui, sans-serif; margin: 2rem; max-width: 72rem }
article { border-top: 1px solid #8888; padding: 1rem 0 }
h2 { font-size: 1.1rem; overflow-wrap: anywhere }
hr { border: 0; border-top: 1px solid #8888 }
table { border-collapse: collapse }
th, td { text-align: left; vertical-align: top; padding: 0 1rem 0 0; overflow-wrap: anywhere }
pre, td { font-family: ui-monospace, monospace; font-size: 13px }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8888; padding: .5rem }
@media (prefers-color-scheme: dark) { body { background: #111; color: #ddd } }
</style>
</head>
<body>
"""


def export_html(request: Request, context: Context) -> str:
    """One article of the report: facts, headers, and the body in the view that fits, cut if it is long."""
    facts = {
        name: str(value) for name, value in capture_fields(request, context).items() if value not in ("", 0)
    }
    headers = [(decode_value(name), decode_value(value)) for name, value in request.headers]
    cut = len(request.body) > _SHOWN_BYTES
    shown = choose(request.body[:_SHOWN_BYTES], Meta.of_request(request, cut=cut))
    more = f"\n<p>… {len(request.body) - _SHOWN_BYTES} B</p>" if cut else ""
    title = f"{request.method} {request_url(request, context)}"
    return (
        f"<article>\n<h2>{_text(title)}</h2>\n{_table(list(facts.items()))}\n<hr>\n{_table(headers)}\n"
        f"<pre>{escape(_lines(shown.view.text))}</pre>{more}\n</article>\n"
    )


def _table(rows: list[tuple[str, str]]) -> str:
    cells = "\n".join(f"<tr><th>{_text(name)}</th><td>{_text(value)}</td></tr>" for name, value in rows)
    return f"<table>\n{cells}\n</table>"


def _text(value: str) -> str:
    return escape(reveal(value))


def _lines(text: str) -> str:
    return "\n".join(reveal(line.removesuffix("\r")) for line in text.split("\n"))


HTML = Format("html", ".html", export_html, opening=_OPENING, separator="", closing="</body>\n</html>\n")
