"""Google Pub/Sub push: the data is Base64 in a JSON object. A subscription without wrapping has no envelope."""

from __future__ import annotations

from garfio.core.envelope.base64_text import decode_base64
from garfio.core.envelope.json_text import json_text, members, string
from garfio.core.envelope.value import Envelope, Inner, Opening, Sealed


def _open(sealed: Sealed) -> Opening | None:
    found = members(json_text(sealed.body))
    if "subscription" not in found:
        return None
    message = members(found.get("message"))
    attributes = members(message.get("attributes"))
    data = string(message.get("data"))
    content = decode_base64(data) if data is not None else None
    if content is None:
        return None
    caption = string(attributes.get("ce-type")) or string(attributes.get("eventType")) or ""
    content_type = string(attributes.get("content-type")) or ""
    return Opening("pubsub", (Inner("message.data", content, content_type, "base64"),), caption)


PUBSUB = Envelope("pubsub", (b'"subscription"',), _open)
