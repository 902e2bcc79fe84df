"""A provider's example event as if it had just arrived, signed and checked: what a rule can be tried on before
anything has come, and what can be sent to the workspace's own listener to see the rule work."""

from __future__ import annotations

import random
import time

from garfio.core.attempt import Attempt
from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.core.endpoint import Endpoint
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.outgoing import Changes, Signing
from garfio.core.recipe import Recipe
from garfio.core.sample.registry import SAMPLES, find_sample
from garfio.core.sample.sample import Sample, make_request
from garfio.core.signature import Secret, sign
from garfio.engine.endpoint_desk import EndpointDesk
from garfio.engine.resend.desk import ResendDesk
from garfio.engine.resend.examples import endpoint_of, example_path
from garfio.engine.verification import Case, Plan, findings, judge, open_case

_SECRET = "example"  # noqa: S105 - signs examples that never leave the process
_WRONG = "another"
"""What examples with an invalid signature are signed with."""
_UNSIGNED = frozenset(("mailchimp",))
"""Providers that sign nothing."""
_ANY_PROVIDER = "stripe/invoice.paid"


def recipe_sample(recipe: Recipe) -> Sample | None:
    """The example event that triggers a recipe; None when there is none of its kind."""
    try:
        return find_sample(f"{recipe.provider}/{recipe.event}" if recipe.provider else _ANY_PROVIDER)
    except AppError:
        of_provider = (sample for sample in SAMPLES.values() if sample.provider == recipe.provider)
        return next(of_provider, None)


def signed_request(sample: Sample, secret: str) -> Request:
    """The example with fresh ids and times, signed as its provider does it, or as it is for one that does not
    sign."""
    now = time.time()
    request = make_request(sample, now_unix=now, random=random.random)
    try:
        return sign(request, sample.provider, secret, now_unix=now)
    except AppError:
        return request


def sample_capture(sample: Sample, *, valid: bool = True) -> Capture:
    """The example as a capture with number 0, verified with the secret that it was signed with, or with another
    one."""
    path = f"/{sample.provider}"
    now = time.time()
    request = signed_request(sample, _SECRET if valid else _WRONG)
    plan = Plan((Endpoint(path, sample.provider),), secrets={path: (Secret(_SECRET),)})
    return _capture(open_case(request, plan, now), now)


def _capture(case: Case, now: float) -> Capture:
    found, request = findings(case, judge(case)), case.request
    row = CaptureSummary(
        id=CaptureId(0),
        received_at_us=int(now * 1e6),
        method=request.method,
        target=request.target,
        http_version=request.http_version,
        peer="127.0.0.1:0",
        content_type=request.headers.text("content-type") or "",
        size=len(request.body),
        reply_status=200,
        reply_us=None,
        endpoint=found.endpoint,
        provider=found.provider,
        event_type=found.event_type,
        delivery_id=found.delivery_id,
        verdict=found.verdict,
        complete=True,
        source="listener",
        refusal="",
        repeats=0,
        unread=True,
        pinned=False,
    )
    return Capture(row, request)


async def send_sample(
    desk: ResendDesk, endpoints: EndpointDesk, listener_url: str, sample: Sample, *, valid: bool = True
) -> Attempt:
    """Send the example to the workspace's own listener as its provider would, to the provider's endpoint and signed
    with its secret: rules see it as any other. Raises AppError `sample.no_secret` when there is none to sign with,
    and as `send_message` does."""
    endpoint = await endpoint_of(endpoints, sample.provider)
    secrets = await endpoints.values(endpoint.path) if endpoint else ()
    if not secrets and sample.provider not in _UNSIGNED:
        raise AppError(
            "sample.no_secret",
            f"No endpoint of {sample.provider} has a secret to sign the sample with.",
            hint="Make one, with its secret.",
            provider=sample.provider,
        )
    path = example_path(endpoint)
    request = make_request(sample, now_unix=time.time(), random=random.random, path=path)
    secret = secrets[0].value if secrets else ""
    signing = (
        Signing("resign", sample.provider, secret if valid else secret + _WRONG)
        if secret
        else Signing("keep")
    )
    return await desk.send_message(request, listener_url, Changes(signing=signing), confirmed=True)
