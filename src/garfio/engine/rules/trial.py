"""Trying a rule: what it would do for captures that are there or for an example event, and when a silence would have
been noticed. Everything is rendered, nothing is done."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from functools import partial

import apsw

from garfio.core.capture import CaptureId
from garfio.core.query import parse
from garfio.core.rule import Rule, checked_rule
from garfio.core.sample.sample import Sample
from garfio.core.silence import Silence, silences
from garfio.engine.rendered import Rendered, TemplateError
from garfio.engine.renderer import Renderer, RuleJob
from garfio.engine.rules.sample import sample_capture
from garfio.engine.rules.subject import nothing_arrived
from garfio.engine.store import reading, scanning
from garfio.engine.store.reader import Reader
from garfio.engine.store.silences import NO_CAPTURE


@dataclass(frozen=True, slots=True)
class Trial:
    """What a rule would do for one capture."""

    capture: CaptureId
    """0 for an example event or a silence."""
    rendered: tuple[Rendered, ...]
    """In order; empty when the rule's condition is not met."""


@dataclass(frozen=True, slots=True)
class PastSilences:
    """When a rule about silence would have acted in the time of the captures that were looked at."""

    matched: int
    """How many of them match."""
    at_us: tuple[int, ...]
    """Microseconds since 1970, the oldest first."""
    last_at_us: int = 0
    """When the newest match arrived; 0 for none."""


@dataclass(frozen=True, slots=True)
class DryRun:
    """What came of trying a rule."""

    looked_at: int
    """Captures that were there to be looked at, the newest."""
    trials: tuple[Trial, ...]
    """Those that match its query, the newest first; for a rule about silence one for the silence."""
    silences: PastSilences | None = None
    """For a rule about silence."""


async def dry_run(reader: Reader, rule: Rule, last: int) -> DryRun:
    """The rule for those of the last captures that match. Raises AppError for a rule that cannot be one."""
    checked_rule(rule)
    looked_at, ids = await reader.run(_matching, rule.query, last)
    if rule.silent_minutes:
        return await _silence(reader, rule, looked_at, ids)
    renderer = Renderer()
    trials = []
    try:
        for wanted in ids:
            capture = await reader.run(reading.capture, wanted)
            trials.append(Trial(wanted, await _render(renderer, RuleJob(rule, capture, {}))))
    finally:
        await renderer.close()
    return DryRun(looked_at, tuple(trials))


async def try_sample(rule: Rule, sample: Sample, *, valid: bool = True) -> DryRun:
    """The rule for an example event. Raises AppError for a rule that cannot be one."""
    checked_rule(rule)
    capture = await asyncio.to_thread(partial(sample_capture, sample, valid=valid))
    if not parse(rule.query).matches(capture, time.time_ns() // 1000):
        return DryRun(1, ())
    return DryRun(1, (await _one(RuleJob(rule, capture, {})),))


async def _silence(reader: Reader, rule: Rule, looked_at: int, ids: list[CaptureId]) -> DryRun:
    rows = await reader.run(reading.summaries, ids)
    times = sorted(row.received_at_us for row in rows)
    newest = times[-1] if times else 0
    past = PastSilences(len(ids), silences(times, time.time_ns() // 1000, rule.silent_minutes), newest)
    silence = Silence(rule.silent_minutes, ids[0] if ids else NO_CAPTURE, newest)
    return DryRun(looked_at, (await _one(RuleJob(rule, nothing_arrived(), {}, silence)),), past)


async def _one(job: RuleJob) -> Trial:
    renderer = Renderer()
    try:
        return Trial(job.capture.id, await _render(renderer, job))
    finally:
        await renderer.close()


async def _render(renderer: Renderer, job: RuleJob) -> tuple[Rendered, ...]:
    try:
        return tuple(await renderer.rule(job))
    except TemplateError as error:
        return (Rendered(-1, None, None, error.code, error.fault.written()),)


def _matching(connection: apsw.Connection, query: str, last: int) -> tuple[int, list[CaptureId]]:
    """How many of the last captures there are, and the ids of those that match, the newest first."""
    newest = reading.ids(connection, "NOT is:refused", limit=last)
    if not newest:
        return 0, []
    after = CaptureId(newest[-1] - 1)
    text = f"({query}) NOT is:refused" if query.strip() else "NOT is:refused"
    return len(newest), scanning.ids(connection, text, after=after, limit=last)
