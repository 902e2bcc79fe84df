"""Markdown for an issue or a chat: a heading, then head and body in fences that nothing inside can close."""

from __future__ import annotations

import re

from garfio.core.contentview import registry
from garfio.core.contentview.view import Meta
from garfio.core.contentview.visible import reveal
from garfio.core.export.context import Context, Format
from garfio.core.headers import decode_value
from garfio.core.http import Request

_SHOWN_BYTES = 64 * 1024
_LANGUAGES = {
    "json": "json",
    "xml": "xml",
    "html": "html",
    "javascript": "javascript",
    "yaml": "yaml",
    "css": "css",
}
_FENCES_RE = re.compile("`+")


def export_markdown(request: Request, context: Context) -> str:
    """Heading, request line and headers, body in the view that fits; a long body is cut, and that is said."""
    cut = len(request.body) > _SHOWN_BYTES
    shown = registry.choose(request.body[:_SHOWN_BYTES], Meta.of_request(request, cut=cut)).view
    head = "\n".join(
        (
            f"{request.method} {decode_value(request.target)} {request.http_version}",
            *(f"{decode_value(name)}: {decode_value(value)}" for name, value in request.headers),
        )
    )
    facts = [context.received_at, context.provider, context.event_type, context.verdict]
    title = " · ".join(_inline(fact) for fact in (f"{request.method} {request.path}", *facts) if fact)
    parts = [f"### {title}", _fence(head, "http")]
    if request.body:
        parts.append(_fence(shown.text, _LANGUAGES.get(shown.syntax, "")))
    if cut:
        parts.append(f"… {len(request.body) - _SHOWN_BYTES} B")
    return "\n\n".join(parts) + "\n"


def _inline(text: str) -> str:
    text = reveal(text.replace("\n", " "))
    return re.sub(r"([\\`*_{}\[\]<>()#+!|~@&-])", r"\\\1", text)


def _fence(text: str, language: str) -> str:
    longest = max((len(run) for run in _FENCES_RE.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = "\n".join(reveal(line.removesuffix("\r")) for line in text.split("\n"))
    return f"{fence}{language}\n{lines}\n{fence}"


MARKDOWN = Format("markdown", ".md", export_markdown)
