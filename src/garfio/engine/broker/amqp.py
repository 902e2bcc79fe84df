"""AMQP 0-9-1 (RabbitMQ): published with the server's confirmation, to a queue or to an exchange with a routing key."""

from __future__ import annotations

import importlib
from typing import Any

from garfio.engine.broker.message import CONNECT_S, Message, RefusedError


async def publish(message: Message) -> str:
    """Publish it. A message for a queue that is not there is refused."""
    library = importlib.import_module("aio_pika")
    errors = library.exceptions
    try:
        connection = await library.connect(
            host=message.host,
            port=message.port or (5671 if message.encrypted else 5672),
            login=message.user or "guest",
            password=message.secret or "guest",
            virtualhost=message.path.removeprefix("/") or "/",
            ssl=message.encrypted,
            ssl_context=message.tls(),
            timeout=CONNECT_S,
        )
    except (errors.ProbableAuthenticationError, errors.AuthenticationError) as error:
        raise RefusedError("The server does not accept the user or the password.") from error
    except errors.AMQPConnectionError as error:
        raise OSError(str(error)) from error
    try:
        return await _publish(library, connection, message)
    except errors.DeliveryError as error:
        raise RefusedError("No queue takes it.") from error
    except (errors.ChannelClosed, errors.ChannelInvalidStateError) as error:
        raise RefusedError(str(error)) from error
    finally:
        await connection.close()


async def _publish(library: Any, connection: Any, message: Message) -> str:
    channel = await connection.channel(publisher_confirms=True, on_return_raises=True)
    name, mark, key = message.to.rpartition("/")
    exchange = await channel.get_exchange(name) if mark else channel.default_exchange
    await exchange.publish(
        library.Message(
            message.body,
            message_id=message.key,
            delivery_mode=library.DeliveryMode.PERSISTENT
            if message.keep
            else library.DeliveryMode.NOT_PERSISTENT,
        ),
        routing_key=key,
        mandatory=message.keep or not mark,
        timeout=CONNECT_S,
    )
    return ""
