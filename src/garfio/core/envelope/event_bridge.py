"""Amazon EventBridge: the event is the member `detail` of a JSON object."""

from __future__ import annotations

from garfio.core.envelope.json_text import json_text, members, string, to_bytes
from garfio.core.envelope.value import Envelope, Inner, Opening, Sealed


def _open(sealed: Sealed) -> Opening | None:
    found = members(json_text(sealed.body))
    if not {"detail-type", "detail", "source"} <= found.keys():
        return None
    caption = string(found["detail-type"]) or ""
    return Opening("eventbridge", (Inner("detail", to_bytes(found["detail"]), "application/json"),), caption)


EVENT_BRIDGE = Envelope("eventbridge", (b'"detail-type"',), _open)
