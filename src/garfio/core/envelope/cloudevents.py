"""CloudEvents 1.0 over HTTP: structured (one JSON object), batched (an array of them), binary (in headers)."""

from __future__ import annotations

from garfio.core.envelope.base64_text import decode_base64
from garfio.core.envelope.json_text import items, json_text, members, string, to_bytes
from garfio.core.envelope.value import MOST_INNERS, Envelope, Inner, Opening, Sealed


def _data(event: dict[str, str]) -> Inner | None:
    kind = string(event.get("datacontenttype")) or ""
    encoded = string(event.get("data_base64"))
    if encoded is not None:
        content = decode_base64(encoded)
        return None if content is None else Inner("data_base64", content, kind, "base64")
    if "data" not in event:
        return None
    text = string(event["data"])
    is_json = not kind or "json" in kind.lower()
    if text is None or is_json:
        return Inner("data", to_bytes(event["data"]), kind or "application/json")
    return Inner("data", to_bytes(text), kind)


def _open_structured(sealed: Sealed) -> Opening | None:
    event = members(json_text(sealed.body))
    if not {"specversion", "type", "source"} <= event.keys():
        return None
    inner = _data(event)
    caption = string(event["type"]) or ""
    return Opening("cloudevents", (inner,), caption) if inner else None


def _open_batch(sealed: Sealed) -> Opening | None:
    texts = items(json_text(sealed.body), MOST_INNERS)
    events = [members(text) for text in texts]
    if not events or not all("specversion" in event for event in events):
        return None
    kind = "application/cloudevents+json"
    inners = (
        Inner(f"[{number}] {string(event.get('type')) or ''}".strip(), to_bytes(text), kind)
        for number, (text, event) in enumerate(zip(texts, events, strict=True))
    )
    return Opening("cloudevents-batch", tuple(inners))


def _open_binary(sealed: Sealed) -> Opening | None:
    kind = sealed.headers.text("ce-type")
    if kind is None or "ce-specversion" not in sealed.headers:
        return None
    inner = Inner("data", sealed.body, sealed.meta.content_type)
    return Opening("cloudevents-binary", (inner,), kind)


CLOUDEVENTS = Envelope("cloudevents", (b'"specversion"',), _open_structured)
CLOUDEVENTS_BATCH = Envelope("cloudevents-batch", (b'"specversion"',), _open_batch)
CLOUDEVENTS_BINARY = Envelope("cloudevents-binary", (b"",), _open_binary)
