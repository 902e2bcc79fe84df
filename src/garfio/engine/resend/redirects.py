"""Redirects of targets that want them followed: hop by hop, each kept, none to a host that was not agreed to."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace

from garfio.core.attempt import Hop, Response
from garfio.core.outgoing import Outgoing
from garfio.core.redirect import Onward, leads_on, onward
from garfio.core.target import Target
from garfio.engine.resend.sent import Course, Sent

_KEPT = 64 * 1024
"""Bytes of a redirect's own body that are kept."""

Agreed = Callable[[str], Awaitable[bool]]
"""Whether the user has agreed to send to a host that is not this machine."""


async def follow(
    send: Callable[[Outgoing, Target], Awaitable[Sent]],
    outgoing: Outgoing,
    target: Target,
    agreed: Agreed,
    course: Course,
) -> Sent:
    """Send, and go where the answers point, at most `target.follow` times; `course` tells of each hop at once."""
    left = target.follow
    sent = await send(outgoing, target)
    hops, course.request = course.hops, sent.request
    total_us = sent.timings.total_us
    while isinstance(answer := sent.outcome, Response) and leads_on(answer):
        found = "limit" if len(hops) == left else await _next(outgoing, answer, target, agreed)
        if isinstance(found, str):
            sent = replace(sent, stopped=found)
            break
        hops.append(_hop(sent, answer, found))
        outgoing, target = found.outgoing, found.target
        sent = await send(outgoing, target)
        if sent.request is not None:
            hops[-1] = replace(hops[-1], request=sent.request)
        total_us += sent.timings.total_us
    timings = replace(sent.timings, total_us=total_us)
    return replace(sent, timings=timings, hops=tuple(hops), request=course.request)


async def _next(outgoing: Outgoing, response: Response, target: Target, agreed: Agreed) -> Onward | str:
    found = onward(outgoing, response, target)
    if isinstance(found, str):
        return found
    address = found.outgoing.address
    known = address.is_loopback or address.host == outgoing.address.host or await agreed(address.host)
    return found if known else "host"


def _hop(sent: Sent, response: Response, found: Onward) -> Hop:
    kept = response.body[:_KEPT]
    cut = response.cut or ("limit" if len(kept) < len(response.body) else "")
    return Hop(
        Response(response.head, kept, cut),
        sent.peer,
        sent.timings.total_us,
        found.outgoing.url,
        found.outgoing.request,
        found.withheld,
        found.certificate_withheld,
    )
