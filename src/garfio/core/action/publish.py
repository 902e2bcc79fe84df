"""A message to a broker: MQTT, Redis, NATS or AMQP, as the scheme of the server's address says."""

from __future__ import annotations

import json
from urllib.parse import urlsplit

from garfio.core.action.kind import (
    DOCUMENT,
    FLAG,
    LITERAL,
    SECRET,
    TEXT,
    ActionKind,
    Deed,
    Field,
    Values,
    one_line,
    unfit,
)
from garfio.core.errors import AppError
from garfio.core.exact_json import write_json

SCHEMES: dict[str, tuple[str, bool]] = {
    "mqtt": ("mqtt", False),
    "mqtts": ("mqtt", True),
    "redis": ("redis", False),
    "rediss": ("redis", True),
    "nats": ("nats", False),
    "natss": ("nats", True),
    "amqp": ("amqp", False),
    "amqps": ("amqp", True),
}
"""What an address's scheme stands for: the protocol, and whether the connection is encrypted."""


def _render(values: Values) -> Deed:
    url, to = str(values["url"]).strip(), one_line("to", str(values["to"]).strip())
    _refuse_password(url)
    _check_server(url)
    if not to or (url.startswith(("mqtt", "nats")) and any(sign in to for sign in "#+*> ")):
        raise unfit("to", f"{to[:60]!r} is no place to publish to.", "Name one topic, without wildcards.")
    body = str(values["body"])
    if values["json"] != "":
        body = _json(values["json"])
    deed = {"url": url, "to": to, "body": body, "keep": values["keep"], "secret": values["secret"]}
    return Deed("publish", deed, f"{url} {to}")


def _refuse_password(url: str) -> None:
    """Rules are stored, listed and exported: no password may be part of them."""
    if "@" in url and ":" in url.rpartition("@")[0].partition("://")[2]:
        raise AppError(
            "action.password",
            "The address holds a password.",
            hint="Keep that as a secret, and write mqtt://user@host.",
            name="url",
        )


def _check_server(url: str) -> None:
    try:
        parts = urlsplit(url)
        _port = parts.port
    except ValueError:
        raise unfit("url", f"{url[:100]!r} is no address of a server.") from None
    if parts.scheme not in SCHEMES or not parts.hostname:
        raise unfit(
            "url", "it is no address of a broker.", "Such as mqtt://localhost:1883 or nats://localhost."
        )


def _json(value: object) -> str:
    if not isinstance(value, str):
        return write_json(value)
    try:
        json.loads(value)
    except ValueError as error:
        raise unfit("json", f"the rendered text is not JSON ({error}).") from error
    return value


PUBLISH = ActionKind(
    "publish",
    "Publish a message to MQTT, Redis, NATS or AMQP (RabbitMQ), when the client for it is installed.",
    (
        Field(
            "url",
            LITERAL,
            "The server: mqtt://, redis://, nats:// or amqp:// with host and port, perhaps user@; mqtts://, rediss://,"
            " natss:// or amqps:// for TLS.",
            required=True,
            check=_refuse_password,
        ),
        Field(
            "to",
            TEXT,
            "The topic, channel or subject; for AMQP a queue, or EXCHANGE/ROUTING KEY.",
            required=True,
        ),
        Field("body", TEXT, "The message; the webhook's body by default.", default="{{ text }}"),
        Field("json", DOCUMENT, "The message as JSON, in place of the text."),
        Field(
            "keep",
            FLAG,
            "Kept for those who are not there now: retained (MQTT), in a stream (Redis, NATS JetStream), persistent"
            " (AMQP).",
            default=False,
        ),
        Field("secret", SECRET, "The name of the password or token."),
    ),
    _render,
)
