"""A workspace with captures in it, and a desk to resend them from."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path

import pytest

from garfio.core.capture import Arrival, CaptureId
from garfio.core.http import Request
from garfio.engine.database import import_arrivals
from garfio.engine.resend.desk import ResendDesk
from garfio.engine.resend.session import open_desk

Store = Callable[..., list[CaptureId]]


def captured(body: bytes = b"{}", path: str = "/hook", **fields: object) -> Arrival:
    """A small webhook as the listener stores it."""
    head = f"POST {path} HTTP/1.1\r\nHost: a\r\nX-A: \xff\r\nContent-Length: {len(body)}\r\n\r\n"
    values: dict[str, object] = {"received_at_us": 1, "peer": "", "reply_status": 200, "size": len(body)}
    return Arrival(Request(head.encode("latin-1"), body), **(values | fields))  # type: ignore[arg-type]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "garfio.db"


@pytest.fixture
def store(database: Path) -> Store:
    """Puts captures into the workspace; gives their ids."""

    def add(*arrivals: Arrival) -> list[CaptureId]:
        return import_arrivals(database, list(arrivals or (captured(),)))

    return add


@pytest.fixture
async def desk(database: Path) -> AsyncIterator[ResendDesk]:
    async with open_desk(database) as opened:
        yield opened


async def until(condition: Callable[[], object], limit_s: float = 30.0) -> None:
    """Wait until something holds, or fail."""
    async with asyncio.timeout(limit_s):
        while not condition():
            await asyncio.sleep(0.005)


def bodies(seen: Sequence[bytes]) -> list[bytes]:
    """The bodies of recorded requests."""
    return [message.partition(b"\r\n\r\n")[2] for message in seen]
