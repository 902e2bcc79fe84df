"""NATS: published to a subject, or to the JetStream stream of the subject, which keeps it and drops a second try."""

from __future__ import annotations

import importlib
from typing import Any

from garfio.engine.broker.message import CONNECT_S, Message, RefusedError


async def publish(message: Message) -> str:
    """Publish it; gives the stream that keeps it."""
    library = importlib.import_module("nats")
    errors = importlib.import_module("nats.errors")
    told: list[Exception] = []

    async def hear(error: Exception) -> None:
        told.append(error)

    client = library.NATS()
    try:
        await client.connect(
            f"nats://{message.authority_host}:{message.port or 4222}",
            allow_reconnect=False,
            max_reconnect_attempts=1,  # none would mean without end
            reconnect_time_wait=0,
            connect_timeout=CONNECT_S,
            error_cb=hear,
            **_credentials(message),
        )
        return await _publish(client, message)
    except errors.Error as error:
        raise _reason(error, told) from error
    finally:
        await client.close()


def _credentials(message: Message) -> dict[str, Any]:
    options: dict[str, Any] = {"user": message.user, "password": message.secret} if message.user else {}
    if message.secret and not message.user:
        options = {"token": message.secret}
    context = message.tls()
    return options if context is None else {**options, "tls": context, "tls_hostname": message.host}


async def _publish(connection: Any, message: Message) -> str:
    if message.keep:
        said = await connection.jetstream(timeout=CONNECT_S).publish(
            message.to, message.body, headers={"Nats-Msg-Id": message.key}
        )
        return f"In the stream {said.stream}."
    await connection.publish(message.to, message.body)
    await connection.flush(timeout=CONNECT_S)
    return ""


def _reason(error: Exception, told: list[Exception]) -> Exception:
    """What the server says no to is refused; what it does not answer is tried again."""
    words = " ".join(str(one) for one in (error, *told) if str(one))
    if "authorization" in words.lower() or "permissions" in words.lower():
        return RefusedError(words)
    if type(error).__name__ == "NoStreamResponseError" or "no response from stream" in words:
        return RefusedError("No stream keeps this subject.")
    return OSError(words or type(error).__name__)
