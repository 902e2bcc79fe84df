"""Amazon SNS: the message is a string of a JSON object. A raw delivery has no envelope."""

from __future__ import annotations

from garfio.core.envelope.json_text import json_text, members, string, to_bytes
from garfio.core.envelope.value import Envelope, Inner, Opening, Sealed


def _open(sealed: Sealed) -> Opening | None:
    found = members(json_text(sealed.body))
    message = string(found.get("Message"))
    if message is None or "TopicArn" not in found or "Type" not in found:
        return None
    caption = string(found.get("Subject")) or ""
    return Opening("sns", (Inner("Message", to_bytes(message)),), caption)


SNS = Envelope("sns", (b'"TopicArn"',), _open)
