"""A learned shape as a JSON Schema (draft 2020-12): what was always there is required, nothing else is forbidden."""

from __future__ import annotations

import json
from typing import Any

from garfio.core.shape.shape import Part, Shape

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(shape: Shape, title: str) -> dict[str, Any]:
    """The schema of a shape. It holds for every delivery that the shape was learned from."""
    return {
        "$schema": DIALECT,
        "title": title,
        "description": f"Learned by Garfio from {shape.deliveries} deliveries.",
        **_schema(shape.root),
    }


def schema_text(shape: Shape, title: str) -> str:
    """The same as a file."""
    return json.dumps(schema_of(shape, title), indent=2) + "\n"  # ASCII: a key may hold half a surrogate pair


def _schema(part: Part) -> dict[str, Any]:
    kinds = sorted(part.kinds)
    schema: dict[str, Any] = {"type": kinds[0] if len(kinds) == 1 else kinds} if kinds else {}
    if part.fields:
        schema["properties"] = {name: _schema(inner) for name, inner in part.fields.items()}
        if required := [name for name in part.fields if part.always_has(name)]:
            schema["required"] = required
    if part.values is not None:
        schema["additionalProperties"] = _schema(part.values)
    if part.items is not None:
        schema["items"] = _schema(part.items)
    return schema
