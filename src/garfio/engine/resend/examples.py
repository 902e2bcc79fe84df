"""Which secret signs what is sent on purpose, and sending an example event anywhere: our own listener too."""

from __future__ import annotations

import random
import time

from garfio.core.attempt import Attempt
from garfio.core.endpoint import Endpoint
from garfio.core.outgoing import Changes, Signing
from garfio.core.sample.sample import Sample, make_request
from garfio.engine.endpoint_desk import EndpointDesk
from garfio.engine.resend.desk import ResendDesk


async def known_secret(endpoints: EndpointDesk, place: str, path: str) -> str:
    """The secret that is kept for a target, else the one of an endpoint; empty when there is neither."""
    for owner in (f"target:{place}" if place and "://" not in place else "", path):
        found = await endpoints.values(owner) if owner else ()
        if found:
            return found[0].value
    return ""


async def endpoint_of(endpoints: EndpointDesk, provider: str) -> Endpoint | None:
    """The first endpoint of a provider."""
    return next((endpoint for endpoint in await endpoints.all() if endpoint.provider == provider), None)


def example_path(endpoint: Endpoint | None) -> str:
    """Where an example for an endpoint goes; empty for the provider's own path."""
    return endpoint.path.replace("*", "sample") if endpoint else ""


async def send_example(
    desk: ResendDesk,
    endpoints: EndpointDesk,
    sample: Sample,
    place: str,
    secret: str = "",
    *,
    own: bool = False,
    confirmed: bool = False,
) -> tuple[Attempt, bool]:
    """Send an example to a target's name or a URL, and say whether it was signed: with `secret`, else with one that is
    known. To our `own` listener it goes to the provider's endpoint. Raises AppError as `send_message` does."""
    endpoint = await endpoint_of(endpoints, sample.provider)
    path = example_path(endpoint) if own else ""
    request = make_request(sample, now_unix=time.time(), random=random.random, path=path)
    secret = secret or await known_secret(endpoints, place, endpoint.path if endpoint else "")
    signing = Signing("resign", sample.provider, secret) if secret else Signing("keep")
    attempt = await desk.send_message(request, place, Changes(signing=signing), confirmed=confirmed)
    return attempt, bool(secret)
