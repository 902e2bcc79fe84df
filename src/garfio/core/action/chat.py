"""Messages to chat services through their incoming webhooks: each is an HTTP request with a body of its own.

The URL is a secret with all of them; it is best kept as one, under a name.
"""

from __future__ import annotations

from collections.abc import Callable

from garfio.core.action.http import HTTP
from garfio.core.action.kind import DOCUMENT, SECRET, TEXT, ActionKind, Deed, Field, Values, unfit

_URL = Field("url", TEXT, "The incoming webhook's URL; better kept as a secret.")
_SECRET = Field("secret", SECRET, "The name of the secret that holds the URL.")


def _message(name: str, body: Callable[[Values], dict[str, object]], limit: int) -> Callable[[Values], Deed]:
    def render(values: Values) -> Deed:
        if not values["url"] and not values["secret"]:
            raise unfit("url", "a URL, or the name of the secret that holds it, is needed.")
        text = str(values["text"])
        if not text.strip():
            raise unfit("text", "the message is empty.")
        if len(text) > limit:
            text = text[: limit - 1] + "…"
        sent = body({**values, "text": text})
        request = HTTP.render(
            HTTP.filled({"url": values["url"], "secret": values["secret"], "auth": "url", "json": sent})
        )
        return Deed("http", request.values, f"{name}: {text[:200]}")

    return render


def _slack(values: Values) -> dict[str, object]:
    body: dict[str, object] = {"text": values["text"]}
    if values["blocks"]:
        body["blocks"] = values["blocks"]
    return body


SLACK = ActionKind(
    "slack",
    "Post a message through a Slack incoming webhook.",
    # https://docs.slack.dev/messaging/formatting-message-text: & < > in values must be escaped.
    (
        Field("text", TEXT, "The message, in Slack's mrkdwn.", required=True, escape="slack"),
        _URL,
        _SECRET,
        Field("blocks", DOCUMENT, "Block Kit blocks."),
    ),
    _message("Slack", _slack, 40_000),
)
TEAMS = ActionKind(
    "teams",
    "Post a message through a Microsoft Teams workflow's webhook.",
    (Field("text", TEXT, "The message.", required=True), _URL, _SECRET),
    _message(
        "Teams",
        lambda values: {
            "type": "message",
            "attachments": [
                {
                    "contentType": "application/vnd.microsoft.card.adaptive",
                    "content": {
                        "type": "AdaptiveCard",
                        "version": "1.4",
                        "body": [{"type": "TextBlock", "text": values["text"], "wrap": True}],
                    },
                }
            ],
        },
        20_000,
    ),
)
DISCORD = ActionKind(
    "discord",
    "Post a message through a Discord webhook.",
    (Field("text", TEXT, "The message.", required=True), _URL, _SECRET),
    # https://discord.com/developers/docs/resources/webhook: nobody is to be pinged by what a payload says.
    _message("Discord", lambda values: {"content": values["text"], "allowed_mentions": {"parse": []}}, 2_000),
)


def _ntfy(values: Values) -> Deed:
    text = str(values["text"])
    headers = {"Title": str(values["title"])} if values["title"] else {}
    request = HTTP.render(
        HTTP.filled(
            {
                "url": values["url"],
                "headers": headers,
                "body": text,
                "secret": values["secret"],
                "auth": "bearer",
            }
        )
    )
    return Deed("http", request.values, f"ntfy: {text[:200]}")


NTFY = ActionKind(
    "ntfy",
    "Publish to an ntfy topic.",
    (
        Field("url", TEXT, "The topic's URL.", required=True),
        Field("text", TEXT, "The message.", required=True),
        Field("title", TEXT, "The title."),
        Field("secret", SECRET, "The name of the access token, if the server wants one."),
    ),
    _ntfy,
)
