"""Addresses of brokers, and what is said without a client or a server."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from tests.engine.broker.real import deed, published

from garfio.core.errors import AppError
from garfio.engine.action import Tools
from garfio.engine.action.publish import message_of
from garfio.engine.broker import BROKERS
from garfio.engine.store.runs import Outcome


@pytest.mark.parametrize(
    ("scheme", "module"),
    [("mqtt", "paho.mqtt.client"), ("redis", "redis.asyncio"), ("nats", "nats"), ("amqp", "aio_pika")],
)
async def test_nobody_there(broker: Tools, free_port: int, scheme: str, module: str) -> None:
    """A server that cannot be reached is tried again."""
    pytest.importorskip(module)
    outcome = await published(broker, url=f"{scheme}://127.0.0.1:{free_port}", to="x")
    assert (outcome.state, outcome.error) == ("waiting", "publish")


async def test_a_client_that_is_missing(broker: Tools, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each says which package to install."""
    for name in ("paho.mqtt.client", "redis.asyncio", "redis.exceptions", "nats", "aio_pika"):
        monkeypatch.setitem(sys.modules, name, None)
    for scheme, (package, _publish) in BROKERS.items():
        outcome = await published(broker, url=f"{scheme}://127.0.0.1:1", to="x")
        assert outcome == Outcome("failed", "publish.missing", f"pip install {package}")


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"url": "http://x", "to": "t"}, "url"),
        ({"url": "mqtt://ada:hunter2@x", "to": "t"}, "url"),
        ({"url": "mqtt://x:port", "to": "t"}, "url"),
        ({"url": "mqtt://x", "to": "a/#"}, "to"),
        ({"url": "nats://x", "to": "a.>"}, "to"),
        ({"url": "redis://x", "to": " "}, "to"),
        ({"url": "redis://x", "to": "c", "json": "{"}, "json"),
    ],
)
def test_what_does_not_fit_is_said(values: dict[str, Any], name: str) -> None:
    """A place to publish to is one place, and a password is never part of the rule."""
    with pytest.raises(AppError) as caught:
        deed(**values)
    assert caught.value.fields["name"] == name
    assert "hunter2" not in str(caught.value)


def test_an_address_taken_apart() -> None:
    """The scheme's s is TLS; the user is unquoted; the secret shows in no text."""
    message = message_of(deed(url="rediss://a%40b@[::1]:7000/3", to="c", json={"a": 1}).values, "s3cret", "k")
    assert (message.protocol, message.encrypted, message.user, message.port) == ("redis", True, "a@b", 7000)
    assert (message.authority_host, message.path, message.body) == ("[::1]", "/3", b'{"a": 1}')
    assert message.tls() is not None
    assert "s3cret" not in repr(message)
