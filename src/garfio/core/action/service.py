"""A message through one of the services that the `apprise` library knows, if it is installed."""

from __future__ import annotations

from garfio.core.action.kind import SECRET, TEXT, ActionKind, Deed, Field, Values, unfit


def _render(values: Values) -> Deed:
    if not values["text"]:
        raise unfit("text", "the message is empty.")
    deed = {"title": str(values["title"]), "text": str(values["text"]), "secret": values["secret"]}
    return Deed("service", deed, str(values["title"] or values["text"])[:200])


SERVICE = ActionKind(
    "service",
    "Send a message through a service of apprise: Telegram, Matrix, Pushover and a hundred others.",
    (
        Field(
            "secret", SECRET, "The name of the secret that holds the service's apprise URL.", required=True
        ),
        Field("text", TEXT, "The message.", required=True),
        Field("title", TEXT, "The title."),
    ),
    _render,
)
