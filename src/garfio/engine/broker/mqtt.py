"""MQTT: published with QoS 1, so that the server says that it has it. The client waits in threads, for the loop of
Windows cannot watch its socket."""

from __future__ import annotations

import asyncio
import importlib
import threading
from typing import Any

from garfio.engine.broker.message import CONNECT_S, Message, RefusedError


async def publish(message: Message) -> str:
    """Publish it; gives what the server said."""
    client = importlib.import_module("paho.mqtt.client")
    return await asyncio.to_thread(_publish, client, message)


def _publish(paho: Any, message: Message) -> str:
    version = paho.CallbackAPIVersion.VERSION2
    client = paho.Client(version, client_id=message.key, reconnect_on_failure=False)
    client.connect_timeout = CONNECT_S
    if message.user or message.secret:
        client.username_pw_set(message.user, message.secret or None)
    context = message.tls()
    if context is not None:
        client.tls_set_context(context)
    said: list[Any] = []
    answered = threading.Event()

    def on_connect(_client: Any, _data: Any, _flags: Any, reason: Any, _properties: Any) -> None:
        said.append(reason)
        answered.set()

    client.on_connect = on_connect
    client.connect(message.host, message.port or (8883 if message.encrypted else 1883))
    client.loop_start()
    try:
        if not answered.wait(CONNECT_S):
            raise TimeoutError("The server does not answer.")
        if said[0].is_failure:
            raise RefusedError(str(said[0]))
        sent = client.publish(message.to, message.body, qos=1, retain=message.keep)
        sent.wait_for_publish(CONNECT_S)
        if not sent.is_published():
            raise TimeoutError("The server has not confirmed it.")
    finally:
        client.disconnect()
        client.loop_stop()
    return ""
