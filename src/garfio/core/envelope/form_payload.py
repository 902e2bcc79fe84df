"""Forms that hold JSON in one field: `payload` of Slack, GitHub and others, `mandrill_events` of Mandrill."""

from __future__ import annotations

from itertools import islice

from garfio.core.contentview.form_view import form_fields
from garfio.core.envelope.json_text import items, json_text, members, string, to_bytes
from garfio.core.envelope.value import MOST_INNERS, Envelope, Inner, Opening, Sealed

_MOST_FIELDS = 50


def _field(sealed: Sealed, wanted: bytes) -> bytes | None:
    """The only field of that name, decoded; None when the body is no form, or has it twice."""
    if not sealed.meta.parsed_type.is_form and not sealed.body.startswith(wanted + b"="):
        return None
    fields = islice(form_fields(sealed.body.rstrip(b"\r\n")), _MOST_FIELDS)
    found = [value for name, value in fields if name == wanted and value is not None]
    return found[0] if len(found) == 1 else None


def _open_payload(sealed: Sealed) -> Opening | None:
    value = _field(sealed, b"payload")
    inner = members(json_text(value)) if value is not None else {}
    if value is None or not inner:
        return None
    return Opening("form-payload", (Inner("payload", value, "application/json"),))


def _open_mandrill(sealed: Sealed) -> Opening | None:
    value = _field(sealed, b"mandrill_events")
    events = items(json_text(value), MOST_INNERS) if value is not None else []
    if not events:
        return None
    inners = (
        Inner(
            f"[{number}] {string(members(event).get('event')) or ''}".strip(),
            to_bytes(event),
            "application/json",
        )
        for number, event in enumerate(events)
    )
    return Opening("mandrill", tuple(inners))


FORM_PAYLOAD = Envelope("form-payload", (b"payload=",), _open_payload)
MANDRILL = Envelope("mandrill", (b"mandrill_events=",), _open_mandrill)
