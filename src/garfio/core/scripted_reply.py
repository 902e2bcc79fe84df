"""What an endpoint answers on purpose: a status, headers, a body from a template, after a while, or not at all.

A sequence is steps that are taken in turn, the last of which stays: "500 twice, then 200". A percentage of failures
is for whoever wants to see how a sender takes them. The capture is always stored first.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from garfio.core.endpoint import Endpoint, checked_endpoint
from garfio.core.errors import AppError

FAULTS = ("", "reset", "drip")
LONGEST_S = 120.0
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_OURS = ("content-length", "transfer-encoding", "connection", "content-type")


@dataclass(frozen=True, slots=True)
class Step:
    """One answer."""

    status: int = 200
    body: str = "OK\n"
    """A template; it sees the request as the templates of rules do."""
    content_type: str = "text/plain; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = ()
    delay_s: float = 0.0
    """Seconds before the answer begins; for `drip` those over which its body is spread."""
    fault: str = ""
    """`reset` breaks the connection off without an answer, `drip` sends the body in small pieces."""
    times: int = 1
    """How often it is given before the next step's turn."""


@dataclass(frozen=True, slots=True)
class Script:
    """What a path answers."""

    path: str
    """As an endpoint's: `/stripe`, or `/shops/*` for all below."""
    steps: tuple[Step, ...] = (Step(),)
    failure_percent: int = 0
    """How many of a hundred requests get `failure` in place of the step that is due."""
    failure: Step = Step(500, "Failed on purpose.\n")
    require_valid: bool = False
    """Answer `refusal_status` to whatever has no valid signature."""
    refusal_status: int = 401
    cors: str = ""
    """The origin of web pages that may read the answer, `*` for all; empty for none."""


PRESETS: dict[str, Script] = {
    "ok": Script(""),
    "created": Script("", (Step(201, "Created\n"),)),
    "no-content": Script("", (Step(204, ""),)),
    "fail-twice": Script("", (Step(500, "Failed on purpose.\n", times=2), Step())),
    "unavailable": Script("", (Step(503, "Unavailable on purpose.\n", headers=(("Retry-After", "30"),)),)),
    "rate-limited": Script("", (Step(429, "Too many on purpose.\n", headers=(("Retry-After", "10"),)),)),
    "gone": Script("", (Step(410, "Gone on purpose.\n"),)),
    "unauthorized": Script("", (Step(401, "Unauthorized on purpose.\n"),)),
    "slow": Script("", (Step(delay_s=15.0),)),
    "flaky": Script("", failure_percent=30),
    "reset": Script("", (Step(fault="reset"),)),
    "drip": Script("", (Step(200, "OK, slowly, byte by byte.\n", delay_s=10.0, fault="drip"),)),
    "only-valid": Script("", require_valid=True),
}
"""By name, for a path yet to be filled in."""


def preset(name: str, path: str) -> Script:
    """A preset for a path. Raises AppError `reply.preset`."""
    if name not in PRESETS:
        raise AppError(
            "reply.preset", f"There is no preset {name!r}.", hint=f"Choose: {', '.join(PRESETS)}.", name=name
        )
    return replace(PRESETS[name], path=path)


def step_at(script: Script, count: int, chance: float) -> Step:
    """The answer to the request number `count` (from 0); `chance` is from 0 up to 1."""
    if chance * 100 < script.failure_percent:
        return script.failure
    for step in script.steps:
        if count < step.times:
            return step
        count -= step.times
    return script.steps[-1]


def checked_script(script: Script) -> Script:
    """The script itself. Raises AppError `endpoint.path`, `reply.value` or `reply.header`."""
    checked_endpoint(Endpoint(script.path))
    if not script.steps or len(script.steps) > 100:
        raise _wrong("steps", "A reply has from 1 to 100 steps.")
    if not 0 <= script.failure_percent <= 100:
        raise _wrong("failure_percent", "failure_percent must lie between 0 and 100.")
    if not 400 <= script.refusal_status <= 499:
        raise _wrong("refusal_status", "refusal_status must lie between 400 and 499.")
    _check_text("cors", script.cors)
    for step in (*script.steps, script.failure):
        _check_step(step)
    return script


def script_values(script: Script) -> dict[str, Any]:
    """A script as JSON or TOML values, only what differs from the default."""
    default = Script("")
    found: dict[str, Any] = {"path": script.path}
    for entry in fields(Script)[1:]:
        value = getattr(script, entry.name)
        if value != getattr(default, entry.name):
            found[entry.name] = value
    if "failure" in found:
        found["failure"] = _step_values(script.failure)
    if "steps" in found:
        found["steps"] = [_step_values(step) for step in script.steps]
    return found


def script_of(values: Mapping[str, Any]) -> Script:
    """A script from plain values. Raises AppError `reply.value` or `endpoint.path`."""
    try:
        known = dict(values)
        if "steps" in known:
            known["steps"] = tuple(_step_of(entry) for entry in known["steps"])
        if "failure" in known:
            known["failure"] = _step_of(known["failure"])
        return checked_script(Script(**known))
    except (TypeError, ValueError, AttributeError) as error:
        raise _wrong("", f"The reply cannot be read: {error}.") from error


def _step_values(step: Step) -> dict[str, Any]:
    default = asdict(Step())
    found = {name: value for name, value in asdict(step).items() if value != default[name]}
    if "headers" in found:
        found["headers"] = dict(step.headers)
    return found


def _step_of(values: Mapping[str, Any]) -> Step:
    known = dict(values)
    if "headers" in known:
        known["headers"] = tuple((str(name), str(text)) for name, text in known["headers"].items())
    return Step(**known)


def _check_step(step: Step) -> None:
    if not isinstance(step.status, int) or not 200 <= step.status <= 599:
        raise _wrong("status", "A status lies between 200 and 599.")
    if not 0 <= step.delay_s <= LONGEST_S:
        raise _wrong("delay_s", f"A delay lies between 0 and {LONGEST_S:g} seconds.")
    if step.fault not in FAULTS:
        raise _wrong("fault", "A fault is reset or drip.")
    if not 1 <= step.times <= 1_000_000:
        raise _wrong("times", "times must be at least 1.")
    _check_text("content_type", step.content_type)
    for name, text in step.headers:
        if not _TOKEN.fullmatch(name) or name.lower() in _OURS:
            raise AppError(
                "reply.header",
                f"The header {name[:40]!r} cannot be set.",
                hint="Its name has a blank or sign in it, or the reply sets it by itself.",
                name=name[:40],
            )
        _check_text(name, text)


def _check_text(name: str, text: str) -> None:
    if any(char < " " or char == "\x7f" for char in text):
        raise _wrong(name, f"{name} holds a line break or another control character.")


def _wrong(name: str, message: str) -> AppError:
    return AppError("reply.value", message, name=name)
