"""What one capture looks like in a format, without its secrets. A plain function that can run in another
process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from garfio.core.export import registry
from garfio.core.export.context import Context
from garfio.core.http import Request
from garfio.core.redaction.request import redact
from garfio.core.redaction.rules import Rules

MOST_CHARACTERS = 200_000
_MOST_BODY = 256 * 1024


@dataclass(frozen=True, slots=True)
class Preview:
    """A text, and how many values were taken out of which place."""

    text: str
    counts: Mapping[str, int]


def preview_export(
    name: str, head: bytes, body: bytes, framing: bytes | None, context: Context, rules: Rules | None
) -> Preview:
    """The file that one capture would make, as text; a long one is cut. Never raises for checked rules."""
    request = Request(head, body[:_MOST_BODY], framing)
    counts: Mapping[str, int] = {}
    if rules is not None:
        result = redact(request, rules)
        request, counts = result.request, result.counts
    raw = b"".join(registry.document(registry.FORMATS[name], [(request, context)]))
    return Preview(raw.decode("utf-8", "surrogateescape")[:MOST_CHARACTERS], dict(counts))
