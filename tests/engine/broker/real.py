"""Real brokers on loopback, and publishing to them."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from garfio.core.action import ACTIONS, Deed
from garfio.engine.action import Tools, perform
from garfio.engine.store.runs import Outcome

PATIENCE_S = 60.0


def a_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def server(program: str, *arguments: str, port: int, folder: Path, **variables: str) -> Iterator[None]:
    """A broker until the block ends; the test is skipped where it is not installed."""
    found = shutil.which(program, path=f"/usr/lib/rabbitmq/bin:{os.environ.get('PATH', '')}:/usr/sbin")
    if found is None:
        pytest.skip(f"{program} is not installed")
    log = (folder / "server.log").open("wb")
    process = subprocess.Popen(
        [found, *arguments], stdout=log, stderr=log, cwd=folder, env={**os.environ, **variables}
    )
    try:
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), 1).close()
                break
            except OSError:
                assert process.poll() is None, (folder / "server.log").read_text()
                assert time.monotonic() < end
                time.sleep(0.05)
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE_S)
        log.close()


def deed(**values: Any) -> Deed:
    return ACTIONS["publish"].render(ACTIONS["publish"].filled({"body": "hé", **values}))


async def published(tools: Tools, **values: Any) -> Outcome:
    return await perform(deed(**values), tools)
