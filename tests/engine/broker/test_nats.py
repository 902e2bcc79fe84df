"""A real NATS server with JetStream."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.engine.broker.real import published, server

from garfio.engine.action import Tools
from garfio.engine.store.runs import Outcome


async def test_nats(broker: Tools, free_port: int, tmp_path: Path) -> None:
    """To a subject that somebody hears; into a stream, where a second try of the same deed is dropped."""
    nats = pytest.importorskip("nats")
    arguments = ("-a", "127.0.0.1", "-p", str(free_port), "-js", "-sd", str(tmp_path))
    arguments += ("--user", "ada", "--pass", "hunter2")
    with server("nats-server", *arguments, port=free_port, folder=tmp_path):
        url = f"nats://ada@127.0.0.1:{free_port}"
        client = await nats.connect(f"nats://127.0.0.1:{free_port}", user="ada", password="hunter2")
        hearing = await client.subscribe("orders")
        await client.flush()
        assert await published(broker, url=url, to="orders", secret="broker") == Outcome("done")
        assert (await hearing.next_msg(5)).data.decode() == "hé"
        lost = await published(broker, url=url, to="kept.orders", keep=True, secret="broker")
        assert (lost.state, lost.message) == ("failed", "No stream keeps this subject.")
        stream = client.jetstream()
        await stream.add_stream(name="KEPT", subjects=["kept.*"])
        for _ in range(2):
            kept = await published(broker, url=url, to="kept.orders", keep=True, secret="broker")
            assert kept == Outcome("done", "", "In the stream KEPT.")
        assert (await stream.stream_info("KEPT")).state.messages == 1
        await client.close()
        refused = await published(broker, url=url, to="orders", secret="wrong")
        assert (refused.state, refused.error) == ("failed", "publish.refused")
