"""A listener with its store in this process, on a free port, and a client that speaks bytes."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from garfio.core.capture import Capture, CaptureId, CaptureSummary
from garfio.engine.listener.doorbell import Doorbell
from garfio.engine.listener.server import ListenerServer
from garfio.engine.settings import Settings
from garfio.engine.store import reading
from garfio.engine.store.database import connect_reading, open_database
from garfio.engine.store.writer import Writer

PATIENCE_S = 30.0
"""Longest wait for something that must happen."""


async def until(condition: Callable[[], object], what: str = "") -> None:
    """Wait until `condition` holds; fails with `what` when it does not."""
    end = asyncio.get_running_loop().time() + PATIENCE_S
    while not condition():
        assert asyncio.get_running_loop().time() < end, f"never came true: {what or condition}"
        await asyncio.sleep(0.005)


@dataclass(frozen=True)
class Answer:
    """A response as it came."""

    status: int
    head: bytes
    body: bytes

    @property
    def raw(self) -> bytes:
        return self.head + self.body


class Client:
    """One connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def connect(cls, port: int, host: str = "127.0.0.1") -> Self:
        return cls(*await asyncio.open_connection(host, port))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_error: object) -> None:
        self.writer.close()
        with contextlib.suppress(OSError):
            await self.writer.wait_closed()

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    async def answer(self, *, with_body: bool = True) -> Answer:
        """The next response. Raises IncompleteReadError when the connection ends first."""
        async with asyncio.timeout(PATIENCE_S):
            head = await self.reader.readuntil(b"\r\n\r\n")
            length = int(head.lower().partition(b"content-length:")[2].partition(b"\r")[0] or 0)
            body = await self.reader.readexactly(length) if with_body else b""
        return Answer(int(head[9:12]), head, body)

    async def ask(self, data: bytes, *, with_body: bool = True) -> Answer:
        await self.send(data)
        return await self.answer(with_body=with_body)

    async def rest(self) -> bytes:
        """All that comes until the connection ends, however it does."""
        got = b""
        async with asyncio.timeout(PATIENCE_S):
            with contextlib.suppress(ConnectionError):
                while piece := await self.reader.read(65536):
                    got += piece
        return got

    def reset(self) -> None:
        """Cut the connection with a RST."""
        raw = self.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
        self.writer.transport.abort()


class Running:
    """The listener; everything that it stores can be asked for."""

    def __init__(self, path: Path, settings: Settings, self_check: bytes = b"") -> None:
        self.path = path
        self.events: list[dict[str, Any]] = []
        """Doorbell events, in order."""
        self.port = 0
        self.kept = open_database(path)
        self.writer = Writer(path, asyncio.get_running_loop())
        self.doorbell = Doorbell(self.events.append)
        self.server = ListenerServer(self.writer, settings, self.doorbell, self_check)
        self._connection = connect_reading(path)
        reading.prepare_reading(self._connection)

    async def start(self) -> None:
        self.port = (await self.server.start("", 0))[0][1]

    async def close(self) -> None:
        await self.server.stop()
        await self.writer.close()
        self.doorbell.close()
        self._connection.close()

    def client(self) -> contextlib.AbstractAsyncContextManager[Client]:
        """A new connection."""

        @contextlib.asynccontextmanager
        async def connected() -> AsyncIterator[Client]:
            async with await Client.connect(self.port) as client:
                yield client

        return connected()

    async def ask(self, data: bytes) -> Answer:
        """One request on a connection of its own."""
        async with self.client() as client:
            return await client.ask(data)

    def rows(self, query: str = "") -> list[CaptureSummary]:
        """All rows, oldest first."""
        return reading.page(self._connection, query, limit=None, oldest_first=True)

    def capture(self, wanted: int) -> Capture:
        return reading.capture(self._connection, CaptureId(wanted))

    def messages(self) -> list[bytes]:
        """All stored messages as they arrived, refused ones included, oldest first."""
        return [self.capture(row.id).request.to_bytes() for row in self.rows()]

    async def settled(self) -> None:
        """Wait until nothing is to be written any more, answer times included."""
        await until(
            lambda: self.writer._idle_handle is None and not self.writer._busy and self.writer._next.empty
        )

    def scalar(self, sql: str) -> Any:
        row = self._connection.execute(sql).fetchone()
        return row[0] if row else None


@contextlib.asynccontextmanager
async def running(path: Path, *, self_check: bytes = b"", **settings: Any) -> AsyncIterator[Running]:
    """A listener on a database in `path`, stopped at the end."""
    listener = Running(path, Settings(**settings), self_check)
    await listener.start()
    try:
        yield listener
    finally:
        await listener.close()
