"""The wrong ones: a capture with each fault of `core.tamper.TAMPERS`, and what the target answers to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from garfio.core.attempt import AttemptSummary
from garfio.core.capture import CaptureId
from garfio.core.errors import AppError
from garfio.core.outgoing import Changes, Signing
from garfio.core.sequence import Pace
from garfio.core.tamper import TAMPERS, copies, expected_status
from garfio.core.target import Expectation, Target
from garfio.engine.resend.desk import Place, Question, ResendDesk, confirm, raise_what_stopped

Wrong = tuple[str, list[AttemptSummary], AppError | None]
"""A fault, the attempts made with it, and why it makes no sense for the provider."""


async def send_wrong(
    desk: ResendDesk,
    capture: CaptureId,
    to: Place,
    signing: Signing,
    *,
    confirmed: bool = False,
    told: Callable[[Wrong], object] = lambda _: None,
) -> list[Wrong]:
    """Send a capture once for each fault, signed with `signing`'s secret; `told` hears of each as soon as it is
    answered.

    Gives fault, attempts, and why it makes no sense for this provider. An attempt has passed when the target refused
    it (4xx), and `duplicate` when it was taken twice. Raises AppError as `ResendDesk.start` does; the question is
    put once, for all.
    """
    target = await desk.target(to)
    asked = None if confirmed else await _question(desk, capture, target, signing)
    if asked:
        raise confirm(asked)
    found: list[Wrong] = []
    for kind in TAMPERS:
        wrong = await _send(desk, capture, target, signing, kind, confirmed=confirmed)
        found.append(wrong)
        told(wrong)
    return found


async def _send(
    desk: ResendDesk, capture: CaptureId, target: Target, signing: Signing, kind: str, *, confirmed: bool
) -> Wrong:
    wanted = Expectation("status", "", expected_status(kind))
    strict = replace(target, expectations=(wanted,))
    changes, pace = _changes(signing, kind), Pace(copies=copies(kind))
    try:
        run = await desk.start([capture], strict, changes, pace, confirmed=confirmed, cause=f"wrong.{kind}")
    except AppError as error:
        if error.code != "tamper.not_applicable":
            raise
        return kind, [], error
    await run.execute()
    raise_what_stopped(run)
    return kind, await desk.summaries(run.ids), None


async def _question(
    desk: ResendDesk, capture: CaptureId, target: Target, signing: Signing
) -> Question | None:
    """What the user has to agree to, with the number that would really be sent."""
    found: list[Question] = []
    for kind in TAMPERS:
        try:
            asked = await desk.question([capture], target, _changes(signing, kind), copies(kind))
        except AppError as error:
            if error.code != "tamper.not_applicable":
                raise
        else:
            found += [asked] if asked else []
    return replace(found[0], count=sum(asked.count for asked in found)) if found else None


def _changes(signing: Signing, kind: str) -> Changes:
    return Changes(signing=replace(signing, mode="resign", tamper=kind))
