"""Captures and targets to messages that are ready to be sent."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import replace

import apsw

from garfio.core.capture import Capture, CaptureSummary
from garfio.core.errors import AppError
from garfio.core.http import Request
from garfio.core.normal import as_normal
from garfio.core.outgoing import NO_CHANGES, Changes, Outgoing, Signing
from garfio.core.resend import make_outgoing
from garfio.core.resign import with_signature
from garfio.core.target import Target
from garfio.engine.resend.run import Job, Prepared
from garfio.engine.store import reading, targets


def wanted_signing(target: Target, changes: Changes) -> Signing:
    """What happens to the signature: as the changes say, else as the target does."""
    signing = changes.signing or Signing(target.signature)
    return replace(signing, provider=signing.provider or target.provider)


def prepare_job(
    captured: Capture,
    job: Job,
    changes: Changes = NO_CHANGES,
    extra: tuple[tuple[bytes, bytes], ...] = (),
) -> Prepared:
    """The message of a job. Raises AppError when there is none."""
    check_sendable(captured.summary)
    request = captured.request
    outgoing = make_message(request, job.target, changes, job.capture, extra)
    sent = outgoing.request
    return Prepared(job, outgoing, own_body=(sent.body, sent.framing) != (request.body, request.framing))


def make_message(
    request: Request,
    target: Target,
    changes: Changes,
    capture: int,
    extra: tuple[tuple[bytes, bytes], ...] = (),
    *,
    warn: bool = False,
) -> Outgoing:
    """What sending `request` to `target` means, its signature included; with `warn`, what the receiver will find
    wrong with a signature that is kept. Raises AppError."""
    outgoing = make_outgoing(request, target, changes, capture=capture, extra=extra)
    signing = wanted_signing(target, changes)
    if signing.mode != "keep" or warn:
        outgoing = with_signature(outgoing, signing, now_unix=time.time())
    return as_normal(outgoing) if target.sending == "normal" else outgoing


def prepare_jobs(
    connection: apsw.Connection, changes: Mapping[str, Changes], jobs: Sequence[Job]
) -> list[Prepared | AppError]:
    """The messages of jobs, `changes` by the target's label, or why there is none."""
    captured = reading.captures(connection, [job.capture for job in jobs])
    found: list[Prepared | AppError] = []
    for job in jobs:
        if job.capture not in captured:
            found.append(reading.missing(job.capture))
            continue
        try:
            prepared = prepare_job(captured[job.capture], job, changes[job.target.label])
        except AppError as error:
            found.append(error)
            continue
        address = prepared.outgoing.address
        if address.is_loopback or targets.was_asked(connection, address.host):
            found.append(prepared)
        else:  # a variable in the host's name led elsewhere than for the first capture
            found.append(
                AppError(
                    "resend.confirm",
                    f"{address.host} is not this machine, and was not agreed to.",
                    host=address.host,
                )
            )
    return found


def check_sendable(summary: CaptureSummary) -> None:
    """Raise AppError `resend.refused` for a message that was no request."""
    if summary.refusal:
        raise AppError(
            "resend.refused",
            f"Capture {summary.id} is a message that was refused, not a request.",
            hint="Choose a capture that was taken.",
            id=summary.id,
        )
