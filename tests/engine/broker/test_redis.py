"""A real Redis."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.engine.broker.real import published, server

from garfio.engine.action import Tools
from garfio.engine.store.runs import Outcome


async def test_redis(broker: Tools, free_port: int, tmp_path: Path) -> None:
    """To a channel that somebody hears, and into a stream, which keeps it with the deed's key."""
    redis = pytest.importorskip("redis.asyncio")
    arguments = ("--port", str(free_port), "--bind", "127.0.0.1", "--save", "", "--requirepass", "hunter2")
    with server("redis-server", *arguments, port=free_port, folder=tmp_path):
        url = f"redis://127.0.0.1:{free_port}/0"
        client = redis.from_url(url, password="hunter2")
        hearing = client.pubsub()
        await hearing.subscribe("orders")
        await hearing.get_message(timeout=5)
        outcome = await published(broker, url=url, to="orders", secret="broker")
        assert outcome == Outcome("done", "", "Received by 1.")
        got = await hearing.get_message(ignore_subscribe_messages=True, timeout=5)
        assert got["data"].decode() == "hé"
        kept = await published(broker, url=url, to="stream", keep=True, secret="broker")
        assert kept.state == "done"
        ((_id, fields),) = await client.xrange("stream")
        assert fields == {b"body": "hé".encode(), b"key": broker.key.encode()}
        await hearing.aclose()
        await client.aclose()
        refused = await published(broker, url=url, to="orders", secret="wrong")
        assert (refused.state, refused.error) == ("failed", "publish.refused")
