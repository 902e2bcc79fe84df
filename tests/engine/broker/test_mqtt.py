"""A real Mosquitto."""

from __future__ import annotations

import asyncio
import importlib
import subprocess
from pathlib import Path

import pytest
from tests.engine.broker.real import published, server

from garfio.engine.action import Tools
from garfio.engine.store.runs import Outcome


async def test_mqtt(broker: Tools, free_port: int, tmp_path: Path) -> None:
    """Retained, it is there for who comes later; a wrong password fails for good."""
    mqtt = pytest.importorskip("paho.mqtt.client")
    subprocess.run(["mosquitto_passwd", "-b", "-c", tmp_path / "users", "ada", "hunter2"], check=False)
    (tmp_path / "users").touch()
    (tmp_path / "m.conf").write_text(
        f"listener {free_port} 127.0.0.1\npassword_file {tmp_path}/users\nuser root\n"
    )
    with server("mosquitto", "-c", "m.conf", port=free_port, folder=tmp_path):
        url = f"mqtt://ada@127.0.0.1:{free_port}"
        outcome = await published(broker, url=url, to="shop/orders", keep=True, secret="broker")
        assert outcome == Outcome("done")
        subscribe = importlib.import_module("paho.mqtt.subscribe")
        got = await asyncio.to_thread(
            subscribe.simple,
            "shop/#",
            hostname="127.0.0.1",
            port=free_port,
            auth={"username": "ada", "password": "hunter2"},
        )
        assert (got.topic, got.payload.decode(), got.retain) == ("shop/orders", "hé", True)
        refused = await published(broker, url=url, to="shop/orders", secret="wrong")
        assert (refused.state, refused.error) == ("failed", "publish.refused")
        assert "ot authorized" in refused.message
    assert mqtt is not None
