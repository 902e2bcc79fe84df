"""What a rule's templates are rendered for: a capture, or, in a silence, a stand-in for the one that did not come."""

from __future__ import annotations

import time
from dataclasses import replace

import apsw

from garfio.core.capture import Capture, CaptureId, stand_in
from garfio.core.rule import Rule
from garfio.engine.renderer import RuleJob
from garfio.engine.store import reading, rules, silences
from garfio.engine.store.runs import Trigger


def nothing_arrived() -> Capture:
    """The stand-in, as of now."""
    capture = stand_in("/")
    return replace(capture, summary=replace(capture.summary, received_at_us=time.time_ns() // 1000))


def subject(connection: apsw.Connection, capture: CaptureId) -> Capture:
    """The capture with that id. Raises AppError `capture.missing` when it has been deleted."""
    return nothing_arrived() if capture == silences.NO_CAPTURE else reading.capture(connection, capture)


def work_of(connection: apsw.Connection, rule: Rule, trigger: Trigger) -> RuleJob:
    """What is to be rendered. Raises AppError `capture.missing`."""
    capture = subject(connection, CaptureId(trigger.capture))
    silence = silences.silence(connection, rule) if rule.silent_minutes else None
    return RuleJob(rule, capture, rules.turns(connection, trigger.rule), silence)
