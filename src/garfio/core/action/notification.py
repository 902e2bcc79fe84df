"""A notification on the desktop."""

from __future__ import annotations

from garfio.core.action.kind import FLAG, TEXT, ActionKind, Deed, Field, Values

_TITLE, _TEXT = 200, 1000


def _render(values: Values) -> Deed:
    title = " ".join(str(values["title"]).split())[:_TITLE]
    text = str(values["text"])[:_TEXT]
    deed = {"title": title, "text": text, "sound": bool(values["sound"])}
    return Deed("notification", deed, title or " ".join(text.split())[:_TITLE])


NOTIFICATION = ActionKind(
    "notification",
    "Show a notification on the desktop.",
    (
        Field("title", TEXT, "The title.", required=True),
        Field("text", TEXT, "What it says."),
        Field("sound", FLAG, "Play a sound with it.", default=False),
    ),
    _render,
)
