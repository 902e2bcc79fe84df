"""The capture itself, sent to a target."""

from __future__ import annotations

from garfio.core.action.kind import LITERAL, ActionKind, Deed, Field, Values


def _render(values: Values) -> Deed:
    return Deed("forward", {"to": values["to"]}, str(values["to"]))


FORWARD = ActionKind(
    "forward",
    "Send the capture to a target, again until it is taken.",
    (Field("to", LITERAL, "A target's name or a URL.", required=True),),
    _render,
    needs_capture=True,
)
