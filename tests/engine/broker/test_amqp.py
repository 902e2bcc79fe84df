"""A real RabbitMQ."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.engine.broker.real import a_port, published, server

from garfio.engine.action import Tools
from garfio.engine.store.runs import Outcome


@pytest.mark.slow
async def test_amqp(broker: Tools, free_port: int, tmp_path: Path) -> None:
    """To a queue, persistent; a queue that is not there, and a wrong password, fail for good."""
    pika = pytest.importorskip("aio_pika")
    names = a_port()
    variables = {
        "RABBITMQ_NODE_PORT": str(free_port),
        "RABBITMQ_NODE_IP_ADDRESS": "127.0.0.1",
        "RABBITMQ_NODENAME": f"garfio{free_port}@localhost",
        "RABBITMQ_MNESIA_BASE": str(tmp_path),
        "RABBITMQ_LOG_BASE": str(tmp_path),
        "RABBITMQ_LOGS": "-",
        "RABBITMQ_DIST_PORT": str(a_port()),
        "ERL_EPMD_PORT": str(names),
        "ERL_EPMD_ADDRESS": "127.0.0.1",
        "RABBITMQ_ENABLED_PLUGINS_FILE": str(tmp_path / "plugins"),
        "HOME": str(tmp_path),
    }
    with (
        server("epmd", "-port", str(names), "-address", "127.0.0.1", port=names, folder=tmp_path),
        server("rabbitmq-server", port=free_port, folder=tmp_path, **variables),
    ):
        url = f"amqp://guest@127.0.0.1:{free_port}"
        guest = replace(broker, secret={"broker": "guest", "wrong": "guess"}.get)
        client = await pika.connect(url.replace("guest@", "guest:guest@"))
        channel = await client.channel()
        queue = await channel.declare_queue("orders")
        kept = await published(guest, url=url, to="orders", keep=True, secret="broker")
        assert kept == Outcome("done")
        got = await queue.get(timeout=5)
        assert (got.body.decode(), got.message_id, got.delivery_mode) == ("hé", guest.key, 2)
        await got.ack()
        assert await published(guest, url=url, to="amq.topic/shop.orders") == Outcome("done")
        lost = await published(guest, url=url, to="nowhere", secret="broker")
        assert (lost.state, lost.message) == ("failed", "No queue takes it.")
        lost = await published(guest, url=url, to="no exchange/x", secret="broker")
        assert (lost.state, lost.error) == ("failed", "publish.refused")
        refused = await published(guest, url=url, to="orders", secret="wrong")
        assert (refused.state, refused.error) == ("failed", "publish.refused")
        await client.close()
