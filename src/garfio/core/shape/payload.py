"""The document of a message as shapes and schemas see it: a JSON object or array, or a form."""

from __future__ import annotations

import json

from garfio.core.query.payload import Message

SHAPE_LIMIT = 512 << 10
"""Bytes of a body up to which its shape is looked at: the largest events of providers have a tenth of that."""


def payload_of(message: Message) -> object:
    """The document; Ellipsis for a body that has none. A form's field that holds JSON is that JSON."""
    if len(message.body) > SHAPE_LIMIT or len(message.payload) > SHAPE_LIMIT:
        return ...
    document = next(message.values(()), ...)
    if isinstance(document, dict):
        return {name: _opened(value) for name, value in document.items()} if message.form_text else document
    return document if isinstance(document, list) else ...


def _opened(value: object) -> object:
    if not isinstance(value, str) or not value.lstrip().startswith(("{", "[")):
        return value
    try:
        return json.loads(value, parse_constant=str)
    except (ValueError, RecursionError):
        return value
