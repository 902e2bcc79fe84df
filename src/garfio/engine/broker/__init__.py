"""Publishing to message brokers: one small file for each protocol. Their clients are used only where they are
installed, and only when something is published."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from garfio.engine.broker import amqp, mqtt, nats, redis
from garfio.engine.broker.message import Message, RefusedError

__all__ = ["BROKERS", "Message", "RefusedError"]

BROKERS: dict[str, tuple[str, Callable[[Message], Awaitable[str]]]] = {
    "mqtt": ("paho-mqtt", mqtt.publish),
    "redis": ("redis", redis.publish),
    "nats": ("nats-py", nats.publish),
    "amqp": ("aio-pika", amqp.publish),
}
"""By protocol: the package to install, and what publishes one message and gives the
server's answer. It raises ImportError without its package, `RefusedError` for what will never work, and OSError or
TimeoutError for what may."""
