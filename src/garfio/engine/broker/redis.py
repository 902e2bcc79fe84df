"""Redis: published to a channel, or added to a stream, which keeps it."""

from __future__ import annotations

import importlib
from typing import Any

from garfio.engine.broker.message import CONNECT_S, Message, RefusedError


async def publish(message: Message) -> str:
    """Publish it; gives who has got it, or its id in the stream."""
    library = importlib.import_module("redis.asyncio")
    errors = importlib.import_module("redis.exceptions")
    scheme = "rediss" if message.encrypted else "redis"
    client = library.from_url(
        f"{scheme}://{message.authority_host}:{message.port or 6379}{message.path}",
        username=message.user or None,
        password=message.secret or None,
        socket_connect_timeout=CONNECT_S,
        socket_timeout=CONNECT_S,
    )
    try:
        return await _publish(client, message)
    except (errors.AuthenticationError, errors.NoPermissionError, errors.ResponseError) as error:
        raise RefusedError(str(error)) from error
    except (errors.ConnectionError, errors.TimeoutError) as error:
        raise OSError(str(error)) from error
    finally:
        await client.aclose()


async def _publish(client: Any, message: Message) -> str:
    if message.keep:
        number = await client.xadd(message.to, {"body": message.body, "key": message.key})
        return f"In the stream as {number.decode()}."
    count = await client.publish(message.to, message.body)
    return f"Received by {count}."
