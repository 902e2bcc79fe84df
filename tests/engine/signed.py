"""Webhooks as providers sign them, ready to be stored or sent."""

from __future__ import annotations

from typing import Any

from tests.factories import make_arrival, make_head

from garfio.core.capture import Arrival
from garfio.core.http import Request
from garfio.core.signature import sign

SECRET = "whsec_ofTheTestsAlone"
AT = 1_700_000_000
BODY = b'{"id": "evt_1", "object": "event", "type": "invoice.paid"}'


def stripe_request(
    secret: str = SECRET,
    *,
    body: bytes = BODY,
    at: float = AT,
    path: str = "/stripe",
    sent: bytes | None = None,
) -> Request:
    """A signed event of Stripe; `sent` takes the body's place after signing."""
    fields = [(b"Content-Type", b"application/json"), (b"Content-Length", b"%d" % len(sent or body))]
    unsigned = Request(make_head(target=path.encode(), fields=fields), body)
    signed = sign(unsigned, "stripe", secret, now_unix=at)
    return signed if sent is None else Request(signed.head, sent)


def arrival(request: Request, at: float = AT, **changes: Any) -> Arrival:
    """The request on its way into the store, received at `at`."""
    values: dict[str, Any] = {"received_at_us": int(at * 1e6), "size": len(request.body), **changes}
    return make_arrival(request=request, **values)
